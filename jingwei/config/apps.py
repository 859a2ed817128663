from django.apps import AppConfig


class JingweiConfig(AppConfig):
    """Assembles the house: wiring is set once every app is there."""

    name = "jingwei.config"
    label = "config"

    def ready(self) -> None:
        from jingwei.config import wiring

        wiring.connect()
