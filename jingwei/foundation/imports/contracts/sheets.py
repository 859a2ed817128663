"""A sheet: which columns, who may, and three functions of the domain that check, write and undo rows.

The importer does the rest: reading files, mapping headers, counting, chunks, resuming, the returned file.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol
from uuid import UUID

from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.events.contracts import Event


class FileFormat(StrEnum):
    """What can be written; reading also takes ``.csv.gz``."""

    XLSX = "xlsx"
    CSV = "csv"


@dataclass(frozen=True, slots=True)
class Column:
    """One column, or one option that holds for the whole file.

    ``parse`` gets the cell's text, trimmed and never empty, the same from .xlsx and .csv (dates as
    ``2026-11-16`` or ``2026-11-16 10:00:00``, whole numbers without ``.0``), and raises ``BadCell``.
    An empty cell of an optional column arrives as None.
    """

    name: str
    label_zh: str
    label_en: str
    parse: Callable[[str], Any]
    required: bool = False
    aliases: tuple[str, ...] = ()
    example: str = ""
    note_zh: str = ""
    note_en: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One parsed row. ``number`` is the row as people count it in their file (the header has a number too).

    ``id`` stays the same when a chunk is tried again: use it as the client-made id of what is created.
    """

    number: int
    id: UUID
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Context:
    """The batch a row belongs to: when it is written, and the file's options, parsed.

    ``notes`` are the sheet's own, by row: what its ``check`` has worked out, ``write`` need not work out again. They
    last as long as the transaction of the chunk, in which nothing else is checked or written.
    """

    batch_id: UUID
    at: datetime
    options: Mapping[str, Any]
    notes: dict[UUID, Any] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a cell, or with the row where ``column`` is None. Say what would be right."""

    column: str | None
    message_zh: str
    message_en: str


@dataclass(frozen=True, slots=True)
class AnswerColumn:
    """One column of what is answered. Its label must not be a word that people put over columns of their own."""

    name: str
    label_zh: str
    label_en: str


Answer = Sequence[str | int | float | None]
"""One cell for each column of the answer."""


class CheckRows(Protocol):
    def __call__(
        self, actor: Actor, rows: Sequence[Row], context: Context
    ) -> Mapping[int, Sequence[Fault]]: ...


class WriteRows(Protocol):
    def __call__(self, actor: Actor, rows: Sequence[Row], context: Context) -> Sequence[str]: ...


class AnswerRows(Protocol):
    def __call__(self, actor: Actor, rows: Sequence[Row], context: Context) -> Sequence[Answer | Fault]: ...


class UndoRows(Protocol):
    def __call__(self, actor: Actor, targets: Sequence[str], *, at: datetime) -> Mapping[str, Fault]: ...


@dataclass(frozen=True, slots=True)
class Sheet:
    """An importable kind of row. ``key`` is stable (``routing.items``): remembered mappings hang on it.

    ``check`` looks only (names that do not exist, clashes with what is stored) and returns faults by row number.
    ``write`` runs in the importer's transaction, with the actor's eyes, and returns one target per row, in order
    (``incidents.incident:UUID``). If it raises a ``DomainError`` for several rows, the importer takes its work
    back and asks again row by row; a single row's refusal becomes that row's fault (at the cell, if the refusal's
    data name a ``column``).
    ``undo`` takes targets back and returns, by target, why one was kept: what was changed later is not undone.
    ``key_columns`` name a row in the file: doubles are faults, and a corrected file is matched by them.
    ``permission`` is needed besides IMPORT_ROWS.
    A sheet that only asks has ``answer`` instead of ``write``: nothing is written, and the returned file carries one
    cell for each of ``answers`` behind every row. A row without an answer gets a fault, is corrected and asked again.
    ``columns_now`` says further columns each time the sheet is used: those of a form that the city may change.
    """

    key: str
    title_zh: str
    title_en: str
    columns: tuple[Column, ...]
    permission: Permission
    write: WriteRows | None = None
    check: CheckRows | None = None
    undo: UndoRows | None = None
    key_columns: tuple[str, ...] = ()
    options: tuple[Column, ...] = ()
    answer: AnswerRows | None = None
    answers: tuple[AnswerColumn, ...] = ()
    columns_now: Callable[[], tuple[Column, ...]] | None = None


@dataclass(frozen=True, slots=True)
class ImportFinished(Event):
    """A batch was written, or taken back, to its end: one event for all its rows.

    The fields are those of an announcement, so that wiring can hand it to the inbox as it is.
    """

    post_id: UUID | None
    person_id: UUID | None
    kind: str
    title_zh: str
    title_en: str
    body_zh: str
    body_en: str
    target: str
    at: datetime
