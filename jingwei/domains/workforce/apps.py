from django.apps import AppConfig


class WorkforceConfig(AppConfig):
    name = "jingwei.domains.workforce"
    label = "workforce"
    default_auto_field = "django.db.models.BigAutoField"
