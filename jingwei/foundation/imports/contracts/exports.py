"""A source: which rows a domain lets people take with them, and what exporting tells the others."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Protocol
from uuid import UUID

from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.events.contracts import Event
from jingwei.kernel.errors import Invalid

Cell = str | int | float | bool | date | datetime | None
Wish = Mapping[str, str | list[str]]
"""What a list is narrowed to, as it stands in the list's address."""


class WishRefused(Invalid):
    """A filter that the list does not have, or cannot read."""

    code = "exports.filter_refused"
    message = "筛选条件“{name}”不正确。请回到列表重新筛选，再点“导出”。"
    message_en = "The filter “{name}” is not valid. Go back to the list, filter again and choose “export”."


class Holds(StrEnum):
    """What an export is made into."""

    ROWS = "rows"  # 工作簿，一行一件
    FILES = "files"  # 压缩包，一件一个文件


class Language(StrEnum):
    """In which headers and words of state are written."""

    ZH = "zh"
    EN = "en"


@dataclass(frozen=True, slots=True)
class TakenColumn:
    """One column that can be chosen. A personal one is masked unless somebody else has agreed to the clear text."""

    name: str
    label_zh: str
    label_en: str
    is_personal: bool = False
    is_usual: bool = True
    width: int = 16

    def label(self, language: Language) -> str:
        return self.label_zh if language is Language.ZH else self.label_en


@dataclass(frozen=True, slots=True)
class Taking:
    """What one export asks its source for. ``columns`` are the names chosen, in order.

    ``is_clear`` says that personal columns may be written in the clear; the source still leaves out whom
    the asker may not contact, and records each look.
    """

    export_id: UUID
    wish: Wish
    columns: tuple[str, ...]
    language: Language
    is_clear: bool
    at: datetime
    purpose: str = ""


@dataclass(frozen=True, slots=True)
class TakenPage:
    """Some rows, each with one cell per chosen column, and the cursor behind them (None at the end)."""

    rows: Sequence[Sequence[Cell]]
    next_cursor: str | None


class ReadWish(Protocol):
    def __call__(self, wish: Wish) -> Wish: ...


class SayWish(Protocol):
    def __call__(self, wish: Wish, language: Language) -> str: ...


class CountRows(Protocol):
    def __call__(self, actor: Actor, taking: Taking, *, most: int) -> int: ...


class ReadRows(Protocol):
    def __call__(self, actor: Actor, taking: Taking, *, cursor: str | None) -> TakenPage: ...


@dataclass(frozen=True, slots=True)
class Source:
    """A list that can be taken away as a workbook. ``key`` is stable: asked exports name it.

    ``read`` checks a list's filters and gives them back in one spelling (raises Invalid); ``say`` puts them into
    words for whoever decides and for the workbook. ``count`` counts up to ``most``. ``rows`` is called batch by
    batch in a transaction with the asker's eyes, and goes on behind ``cursor``; what it opens in the clear it
    records in the same transaction, so that a batch done again is not recorded twice.
    Of a source that ``holds`` files each row is a file's name and its content in base64; they are packed into one,
    and the columns chosen are parts of each file. ``most_rows`` narrows the usual limit;
    ``filters_of`` names the source whose list it is cut from, where that is another.
    ``permission`` is needed besides EXPORT_ROWS; ``clear_permission`` for personal columns in the clear.
    """

    key: str
    title_zh: str
    title_en: str
    columns: tuple[TakenColumn, ...]
    permission: Permission
    read: ReadWish
    say: SayWish
    count: CountRows
    rows: ReadRows
    clear_permission: Permission | None = None
    holds: Holds = Holds.ROWS
    most_rows: int | None = None
    filters_of: str | None = None

    def title(self, language: Language) -> str:
        return self.title_zh if language is Language.ZH else self.title_en

    def column(self, name: str) -> TakenColumn | None:
        return next((column for column in self.columns if column.name == name), None)


@dataclass(frozen=True, slots=True)
class Announcement(Event):
    """The fields of a notice, so that wiring can hand the event to the inbox as it is."""

    post_id: UUID | None
    person_id: UUID | None
    kind: str
    title_zh: str
    title_en: str
    body_zh: str
    body_en: str
    target: str
    at: datetime


class ExportWaits(Announcement):
    """Somebody asks to take personal fields along: for each of those who may decide."""


class ExportDecided(Announcement):
    """Agreed or refused: for whoever asked."""


class ExportEnded(Announcement):
    """The workbook is ready, or could not be made: for whoever asked."""


def plain(wish: Wish) -> dict[str, Any]:
    """A wish as it is stored."""
    return {name: list(value) if isinstance(value, list) else value for name, value in wish.items()}
