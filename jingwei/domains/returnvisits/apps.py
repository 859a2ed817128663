from django.apps import AppConfig


class ReturnVisitsConfig(AppConfig):
    name = "jingwei.domains.returnvisits"
    label = "returnvisits"
    default_auto_field = "django.db.models.BigAutoField"
