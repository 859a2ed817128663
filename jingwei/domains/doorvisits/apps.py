from django.apps import AppConfig


class DoorVisitsConfig(AppConfig):
    name = "jingwei.domains.doorvisits"
    label = "doorvisits"
    default_auto_field = "django.db.models.BigAutoField"
