"""Which kinds of record are gone round for. Config says it once."""

from collections.abc import Collection, Mapping, Sequence
from uuid import UUID

from jingwei.domains.freshness.contracts import FreshKind
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.forms.contracts import RecordAtDoor

_kinds: dict[str, FreshKind] = {}


def plug_kinds(kinds: Sequence[FreshKind]) -> None:
    """Called once, by the wiring."""
    global _kinds
    _kinds = {one.key: one for one in kinds}


def fresh_kinds() -> Mapping[str, FreshKind]:
    return _kinds


def standing_of(actor: Actor, wanted: Mapping[str, Collection[UUID]]) -> dict[tuple[str, UUID], RecordAtDoor]:
    """Those of some records that are within sight and in use: one question for each kind."""
    return {
        (key, one.record_id): one
        for key, ids in wanted.items()
        if key in _kinds and ids
        for one in _kinds[key].standing(actor, ids)
    }
