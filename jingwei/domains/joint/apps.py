from django.apps import AppConfig


class JointConfig(AppConfig):
    name = "jingwei.domains.joint"
    label = "joint"
    default_auto_field = "django.db.models.BigAutoField"
