"""Visits at the door 入户走访: what is asked, and what a ledger tells and takes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from jingwei.foundation.access.contracts import Actor

NOTE = "concerns.concern"
"""The kind under which a note of what is on people's minds stands in a visit."""
VISIT_SOURCE = "visit"
"""What a record's history names as the source of what a visit has written."""


class About(StrEnum):
    """Whom a question is asked about."""

    HOUSE = "house"  # 房屋，问一次
    PERSON = "person"  # 每位居住的人
    NOTE = "note"  # 民情


@dataclass(frozen=True, slots=True)
class Landing:
    """A field of a kind of records that an answer goes to."""

    kind: str
    field: str


@dataclass(frozen=True, slots=True)
class Question:
    """One question. What may be answered is said by the fields it lands in, never here."""

    key: str
    words_zh: str
    words_en: str
    lands: tuple[Landing, ...]


@dataclass(frozen=True, slots=True)
class VisitForm:
    """One version of what is asked at the door. Version 0 asks nothing: nobody has published one yet."""

    version: int
    valid_from: date | None
    title_zh: str
    title_en: str
    questions: tuple[Question, ...]
    published_by: str = ""

    def question(self, key: str) -> Question | None:
        return next((one for one in self.questions if one.key == key), None)


@dataclass(frozen=True, slots=True)
class QuestionFault:
    """What is wrong with a question, or with the form (no question)."""

    question: str
    message_zh: str
    message_en: str


@dataclass(frozen=True, slots=True)
class KnownRecord:
    """What a ledger has of a house or of somebody who lives there; hidden values come masked."""

    record_id: UUID
    label: str
    version: int
    facts: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Answered:
    """What one record is to be told: new values, and the fields that were found to be as they stand.

    ``version`` is the one that was looked at. ``is_whole``: everything that the form asks about it was answered.
    """

    record_id: UUID
    version: int
    facts: Mapping[str, object]
    unchanged: frozenset[str] = frozenset()
    is_whole: bool = False


@dataclass(frozen=True, slots=True)
class LineWritten:
    """The line of a record's history that a visit has written, and the fields that changed."""

    change_id: UUID
    deed: str
    fields: tuple[str, ...] = field(default=())


class Ledger(Protocol):
    """A kind of records that is asked about at the door. Permissions, checks and history stay its own."""

    @property
    def kind(self) -> str: ...

    @property
    def about(self) -> About:
        """Whether there is one record for a house, or one for each who lives there."""

    def known(self, actor: Actor, house_id: UUID) -> Sequence[KnownRecord]:
        """What stands for a house within the asker's sight; nothing for whom the kind is not."""

    def names(self, actor: Actor, ids: Sequence[UUID]) -> Mapping[UUID, str]:
        """What records are called, as far as the asker sees them."""

    def write(self, actor: Actor, answered: Answered, *, at: datetime) -> LineWritten | None:
        """Change or confirm one record; None where nothing was to be written.

        Raises: BadFacts, EditConflict, StaleVersion, and what else the ledger refuses.
        """


class TakeNote(Protocol):
    """Notes what is on people's minds, for a grid and never for a house. Raises: what the notes refuse."""

    def __call__(
        self, actor: Actor, note_id: UUID, *, topic_code: str, words: str, area_code: str, at: datetime
    ) -> None: ...
