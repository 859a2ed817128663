from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "jingwei.foundation.documents"
    label = "documents"
