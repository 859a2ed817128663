"""Live news 实时消息: that something changed, and who may hear so. Never what changed: whoever hears reads anew."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from jingwei.foundation.access.contracts import Actor


class Kind(StrEnum):
    """What a piece of news is about. The names travel to browsers and programs: they stay as they are."""

    INCIDENT = "incident"  # a step was taken; subject and version name it
    INBOX = "inbox"  # counts may have changed
    PRESENCE = "presence"  # who has a subject open
    NOTICE = "notice"  # a notice came, or was read
    EXPORT = "export"  # a file in the making went on
    CALL = "call"  # the telephone rings, or fell silent


@dataclass(frozen=True, slots=True)
class ToPerson:
    """One person, in whichever post they work."""

    person_id: UUID


@dataclass(frozen=True, slots=True)
class ToPost:
    """Whoever works in a post now."""

    post_id: UUID


@dataclass(frozen=True, slots=True)
class ToUnit:
    """Everybody whose post shares a unit's part."""

    unit_id: UUID


@dataclass(frozen=True, slots=True)
class ToArea:
    """Everybody who sees a place by area; ``sight_floor`` hides it from the levels below, as on rows."""

    area_code: str
    sight_floor: int = 15


@dataclass(frozen=True, slots=True)
class ToSight:
    """Everybody who may see the subject. Its kind's sight rule (see ``SightRule``) decides from the facts.

    ``persons`` narrows it to some of them. ``is_whole`` is off where there were too many participants to name: then
    whoever would not hear by the facts given is looked up in the database, with their own eyes.
    """

    scope_code: str
    sight_floor: int
    about_unit_id: UUID | None = None
    unit_ids: frozenset[UUID] = frozenset()
    post_ids: frozenset[UUID] = frozenset()
    persons: frozenset[UUID] | None = None
    is_whole: bool = True


Audience = ToPerson | ToPost | ToUnit | ToArea | ToSight


@dataclass(frozen=True, slots=True)
class News:
    """One piece of news with who may hear it."""

    kind: Kind
    audience: Audience
    subject_id: UUID | None = None
    version: int | None = None


class SightRule(Protocol):
    """How the app that owns a subject decides who sees it; plugged in by config, asked by the live server."""

    def by_facts(self, subject_id: UUID, facts: ToSight) -> Callable[[Actor], bool]:
        """The same pure rule as the reads, made ready for one subject."""

    def by_asking(self, actor: Actor, subject_id: UUID) -> bool:
        """The database's own answer, with the actor's eyes."""


@dataclass(frozen=True, slots=True)
class Present:
    """Somebody who has a subject open."""

    person_id: UUID
    post_id: UUID
    is_typing: bool
