"""Who hears what, and which sockets are plugged in where."""

from typing import Any

from jingwei.foundation.events import services as events
from jingwei.foundation.events.contracts import Event

HEARERS: dict[type[Event], tuple[str, ...]] = {}


def connect() -> None:
    """Plug the house together. Called once, when every app is loaded."""
    events.wire(HEARERS)


def on_queue_ready(app: Any) -> None:
    """Tasks are registered by their apps' ``tasks`` rooms; nothing else to do here yet."""
