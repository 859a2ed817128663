from django.apps import AppConfig


class GazetteerConfig(AppConfig):
    name = "jingwei.foundation.gazetteer"
    label = "gazetteer"
    default_auto_field = "django.db.models.BigAutoField"
