from django.apps import AppConfig


class JingweiConfig(AppConfig):
    """Assembles the house: wiring is set once every app is there."""

    name = "jingwei.config"
    label = "config"

    def ready(self) -> None:
        from django.conf import settings

        from jingwei.config import wiring
        from jingwei.config.logfiles import listen_to_crashes

        wiring.connect()
        if settings.LOG_PROCESS:
            listen_to_crashes()
