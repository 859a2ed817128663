from django.apps import AppConfig


class WorklogConfig(AppConfig):
    name = "jingwei.domains.worklog"
    label = "worklog"
    default_auto_field = "django.db.models.BigAutoField"
