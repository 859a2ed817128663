from django.apps import AppConfig


class FilesConfig(AppConfig):
    """Photos, short video, voice and PDF: checked, stripped, masked, then stored."""

    name = "jingwei.foundation.files"
    label = "files"
