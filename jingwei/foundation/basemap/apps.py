from django.apps import AppConfig


class BasemapConfig(AppConfig):
    name = "jingwei.foundation.basemap"
    label = "basemap"
    default_auto_field = "django.db.models.BigAutoField"
