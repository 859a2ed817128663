"""What a printed document consists of, and how other apps add a section to one. Values only; nobody draws here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.imports.contracts.exports import Language
from jingwei.kernel.clock import local
from jingwei.kernel.errors import DomainError, Invalid

__all__ = [
    "Asked",
    "Block",
    "Document",
    "Facts",
    "Lanes",
    "Language",
    "Mark",
    "Note",
    "Picture",
    "Pictures",
    "PrinterBusy",
    "PurposeMissing",
    "ReadSection",
    "Section",
    "SectionSource",
    "Table",
]


class PrinterBusy(DomainError):
    code = "documents.busy"
    message = "正在生成的文件太多。请一分钟后再打印；多件请用“导出”。"
    message_en = "Too many documents are being made. Print again in a minute; for many, use “export”."
    status = 503


class PurposeMissing(Invalid):
    code = "documents.purpose_missing"
    message = "打印登记表要写明做什么用，至少{least}个字。它会印在每一页上并记入审计。"
    message_en = (
        "Say in {least} letters at least what the copy is for; it stands on every page and in the audit."
    )


@dataclass(frozen=True, slots=True)
class Note:
    """A paragraph."""

    words: str


@dataclass(frozen=True, slots=True)
class Facts:
    """A list of what is what; facts without a value are left out by whoever draws it."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a head; as many cells in each row as there are heads."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A stored photo, shown small. The caption is also what is read out instead of it."""

    file_id: UUID
    caption: str


@dataclass(frozen=True, slots=True)
class Pictures:
    """Photos side by side; those that the reader does not see are left out."""

    pictures: tuple[Picture, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """One step of a course: in which lane, how it is drawn (late, back, end, wait, note, plain), and when it was."""

    lane: int
    word: str
    tone: str
    at: str


@dataclass(frozen=True, slots=True)
class Lanes:
    """A course drawn across levels: lanes from the top down, marks one after the other. ``says`` is read out instead."""

    lanes: tuple[str, ...]
    marks: tuple[Mark, ...]
    says: str


Block = Note | Facts | Table | Pictures | Lanes


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a document under its own heading."""

    key: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document. ``lead`` stands under the title, ``foot`` on every page, ``signatures`` at the end.

    ``mark`` stands across every page, so that a photographed one still says whose copy it is.
    """

    title: str
    language: Language
    sections: tuple[Section, ...]
    lead: tuple[tuple[str, str], ...] = ()
    foot: str = ""
    signatures: tuple[str, ...] = ()
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """For whom and how a section is written.

    ``is_outside`` is the form for people outside government: no names of persons, no posts, nothing internal.
    """

    language: Language
    is_outside: bool
    at: datetime

    def say(self, zh: str, en: str) -> str:
        return zh if self.language is Language.ZH else en

    def word(self, words: tuple[str, str]) -> str:
        return self.say(*words)

    def yes(self, is_so: bool) -> str:
        return self.say("是", "yes") if is_so else self.say("否", "no")

    def moment(self, at: datetime | None) -> str:
        """Written out in the city's time; nothing for None."""
        return f"{local(at):%Y-%m-%d %H:%M}" if at is not None else ""

    def day(self, on: date | None) -> str:
        return on.isoformat() if on is not None else ""

    def lasted(self, seconds: int, *, hours_a_day: int = 24) -> str:
        """A length of time in words: days, hours and minutes; working time has no days of 24 hours."""
        minutes = max(0, seconds) // 60
        days, left = divmod(minutes, hours_a_day * 60) if hours_a_day else (0, minutes)
        hours, rest = divmod(left, 60)
        said = [
            f"{count}{self.say(zh, en)}"
            for count, zh, en in ((days, "天", " d"), (hours, "小时", " h"), (rest, "分", " min"))
            if count
        ]
        return self.say("", " ").join(said) or self.say("0分", "0 min")


class ReadSection(Protocol):
    """What an app knows of a subject. Called inside the reader's eyes, after the subject was shown to them."""

    def __call__(self, actor: Actor, subject_id: UUID, asked: Asked) -> Sequence[Block]: ...


@dataclass(frozen=True, slots=True)
class SectionSource:
    """A section that an app adds to the file of a subject; without blocks it is left out. ``order`` says where it stands."""

    key: str
    title_zh: str
    title_en: str
    order: int
    read: ReadSection
