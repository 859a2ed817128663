"""Evidence an item may ask for, and refusals about items."""

from enum import StrEnum

from jingwei.kernel.errors import Invalid


class Evidence(StrEnum):
    """What must be shown when a task is handled."""

    PHOTO_BEFORE = "photo_before"
    PHOTO_AFTER = "photo_after"
    DOCUMENT = "document"
    CALL_RECORD = "call_record"


class ItemUnknown(Invalid):
    code = "routing.item_unknown"
    message = "事项清单（{on}版）中没有代码“{item_code}”。请从清单中重新选择事项。"
    message_en = "The item list of {on} has no code “{item_code}”. Choose an item from the list."


def evidence_of(written: str) -> frozenset[str]:
    """Read ``photo_before+photo_after``; ``none`` and empty mean nothing is asked."""
    return frozenset(part.strip() for part in written.split("+") if part.strip() and part.strip() != "none")
