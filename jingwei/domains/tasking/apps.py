from django.apps import AppConfig


class TaskingConfig(AppConfig):
    name = "jingwei.domains.tasking"
    label = "tasking"
    default_auto_field = "django.db.models.BigAutoField"
