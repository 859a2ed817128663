"""Which apps add a section to the file of a subject: told once, by config. Documents itself knows no domain."""

from collections.abc import Sequence
from uuid import UUID

from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.documents.contracts import Asked, Section, SectionSource

_sections: list[SectionSource] = []


class BadSection(RuntimeError):
    """Two sections have the same key. A programming error."""


def plug_sections(sections: Sequence[SectionSource]) -> None:
    """Set what is added to the file of an incident. Called once, by config. Raises: BadSection."""
    if len({one.key for one in sections}) != len(sections):
        raise BadSection("two sections have the same key")
    _sections[:] = sorted(sections, key=lambda one: (one.order, one.key))


def sections_of(actor: Actor, subject_id: UUID, asked: Asked) -> list[tuple[int, Section]]:
    """What the apps know of a subject that was shown to the actor, each with its place in the order."""
    found = []
    for source in _sections:
        blocks = tuple(source.read(actor, subject_id, asked))
        if blocks:
            title = asked.say(source.title_zh, source.title_en)
            found.append((source.order, Section(source.key, title, blocks)))
    return found
