"""Who hears what, and which sockets are plugged in where."""

from typing import Any

from jingwei.domains.clocks.services import CALENDAR_SHEET
from jingwei.domains.routing.services.sheets import ITEM_SHEET
from jingwei.foundation.events import services as events
from jingwei.foundation.events.contracts import Event
from jingwei.foundation.imports.contracts import Sheet
from jingwei.foundation.imports.services.registry import register_sheets

HEARERS: dict[type[Event], tuple[str, ...]] = {}

SHEETS: tuple[Sheet, ...] = (ITEM_SHEET, CALENDAR_SHEET)


def connect() -> None:
    """Plug the house together. Called once, when every app is loaded."""
    events.wire(HEARERS)
    register_sheets(SHEETS)


def on_queue_ready(app: Any) -> None:
    """Tasks are registered by their apps' ``tasks`` rooms; nothing else to do here yet."""
