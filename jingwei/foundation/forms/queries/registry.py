"""The kinds of records of this installation: told once, by config."""

from collections.abc import Sequence

from jingwei.foundation.forms.contracts import Field, RecordKind
from jingwei.foundation.forms.rules.checking import kind_faults
from jingwei.foundation.forms.rules.refusals import KindUnknown
from jingwei.foundation.forms.rules.tables import SHIPPED
from jingwei.kernel.redlines import red_line_of

_kinds: dict[str, RecordKind] = {}


class BadKind(RuntimeError):
    """A kind contradicts itself or asks for what may not be collected. A programming error."""


def register_kinds(kinds: Sequence[RecordKind]) -> None:
    """Set which kinds of records there are. Called once, by config. Raises: BadKind."""
    told = {kind.key: kind for kind in kinds}
    if len(told) != len(kinds):
        raise BadKind("two kinds have the same key")
    tables = {table.key for table in SHIPPED}
    for kind in kinds:
        for word in (kind.key, kind.title_zh, kind.title_en):
            if red_line_of(word) is not None:
                raise BadKind(f"{kind.key}: “{word}” may not be collected")
        faults = kind_faults(kind, tables)
        if faults:
            raise BadKind(f"{kind.key}.{faults[0].field}: {faults[0].message_en}")
    _kinds.clear()
    _kinds.update(told)


def all_kinds() -> list[RecordKind]:
    """Every kind, in the order told."""
    return list(_kinds.values())


def built_in_of(key: str) -> tuple[Field, ...]:
    """What a kind brings along; nothing for one that this installation does not know any more."""
    found = _kinds.get(key)
    return found.built_in if found else ()


def kind_of(key: str) -> RecordKind:
    """Raises: KindUnknown."""
    found = _kinds.get(key)
    if found is None:
        raise KindUnknown(kind=key[:40])
    return found
