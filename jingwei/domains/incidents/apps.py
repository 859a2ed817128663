from django.apps import AppConfig


class IncidentsConfig(AppConfig):
    name = "jingwei.domains.incidents"
    label = "incidents"
    default_auto_field = "django.db.models.BigAutoField"
