"""The sources of this installation: told once, by config; exporting itself knows no domain."""

from collections.abc import Sequence

from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.access.queries import is_permitted
from jingwei.foundation.imports.contracts.exports import Source
from jingwei.foundation.imports.rules.export_refusals import SourceUnknown
from jingwei.kernel.redlines import red_line_of

_sources: dict[str, Source] = {}


class BadSource(RuntimeError):
    """A source contradicts itself or gives what may not be collected. A programming error."""


def register_sources(sources: Sequence[Source]) -> None:
    """Set what can be taken away. Called once, by config. Raises: BadSource."""
    told = {source.key: source for source in sources}
    if len(told) != len(sources):
        raise BadSource("two sources have the same key")
    for source in sources:
        names = [column.name for column in source.columns]
        if len(set(names)) != len(names):
            raise BadSource(f"{source.key}: two columns have the same name")
        for column in source.columns:
            if any(red_line_of(word) for word in (column.name, column.label_zh, column.label_en)):
                raise BadSource(f"{source.key}: “{column.name}” may not be collected")
        if any(column.is_personal for column in source.columns) and source.clear_permission is None:
            raise BadSource(f"{source.key}: says nothing of who may see its personal columns in the clear")
    _sources.clear()
    _sources.update(told)


def all_sources() -> list[Source]:
    """Every source, in the order told."""
    return list(_sources.values())


def may_take(actor: Actor, source: Source) -> bool:
    return is_permitted(actor, source.permission)


def may_take_clear(actor: Actor, source: Source) -> bool:
    """Whether the role may see the source's personal columns in the clear at all; consent comes on top."""
    return source.clear_permission is not None and is_permitted(actor, source.clear_permission)


def source_for(actor: Actor, key: str) -> Source:
    """The source, if the actor may take it. Raises: SourceUnknown."""
    source = _sources.get(key)
    if source is None or not may_take(actor, source):
        raise SourceUnknown(source=key)
    return source


def source_named(key: str) -> Source | None:
    """The source whoever asks, for showing what was asked of it."""
    return _sources.get(key)
