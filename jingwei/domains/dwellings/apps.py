from django.apps import AppConfig


class DwellingsConfig(AppConfig):
    default_auto_field = "django.db.models.BigAutoField"
    name = "jingwei.domains.dwellings"
    label = "dwellings"
