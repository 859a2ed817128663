"""The ledgers that are asked about at the door, and where notes go: told once, by config."""

from collections.abc import Sequence

from jingwei.domains.doorvisits.contracts import Ledger, TakeNote

_ledgers: dict[str, Ledger] = {}
_take_note: TakeNote | None = None


def plug_ledgers(told: Sequence[Ledger], *, take_note: TakeNote) -> None:
    """Set which ledgers there are. Called once, by config."""
    global _take_note
    _ledgers.clear()
    _ledgers.update({one.kind: one for one in told})
    _take_note = take_note


def ledgers() -> tuple[Ledger, ...]:
    """Every ledger, in the order told: the house's before those of whoever lives there."""
    return tuple(_ledgers.values())


def ledger_of(kind: str) -> Ledger | None:
    return _ledgers.get(kind)


def note_taker() -> TakeNote:
    """Raises: RuntimeError where config told none; a programming error."""
    if _take_note is None:
        raise RuntimeError("nobody takes notes")
    return _take_note
