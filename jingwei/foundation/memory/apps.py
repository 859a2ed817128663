from django.apps import AppConfig


class MemoryConfig(AppConfig):
    name = "jingwei.foundation.memory"
    label = "memory"
    default_auto_field = "django.db.models.BigAutoField"
