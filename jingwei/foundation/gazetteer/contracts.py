"""What is found for words and positions, and what whoever knows names of places says of them."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from jingwei.kernel.geo import Position


class Sort(StrEnum):
    """Where a name comes from: the division, the table of places, what reports named, standard addresses."""

    AREA = "area"
    PLACE = "place"
    LANDMARK = "landmark"
    ADDRESS = "address"


class How(StrEnum):
    """How the words led to a name, the surest first."""

    NAME = "name"  # 就是这个名称
    ALIAS = "alias"  # 别名
    FORMER = "former"  # 曾用名
    BEGINS = "begins"  # 名称以此开头
    NAMED = "named"  # 话里提到了这个名称
    WITHIN = "within"  # 名称里有这几个字
    SOUND = "sound"  # 同音、拼音
    SLIP = "slip"  # 差一个字
    INITIALS = "initials"  # 拼音首字母


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for. ``words`` as typed; ``plain`` without blanks and punctuation, areas' names taken off."""

    words: str
    plain: str
    near: Position | None = None
    within: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """A place as a source knows it: all its names, the present one first. ``weight`` tells the well known apart."""

    sort: Sort
    ref: str
    name: str
    area_code: str
    lon: float | None
    lat: float | None
    kind: str = ""
    address: str = ""
    aliases: tuple[str, ...] = ()
    former_names: tuple[str, ...] = ()
    weight: int = 0


@dataclass(frozen=True, slots=True)
class Found:
    """One candidate. ``sure`` from 0 to 1 follows from rules, not from counting: it orders, and says when to ask back."""

    sort: Sort
    ref: str
    name: str
    matched: str
    how: How
    sure: float
    kind: str
    address: str
    area_code: str
    area_name: str
    lon: float | None
    lat: float | None
    distance_m: int | None


class Source(Protocol):
    """Somebody who knows names of places besides the gazetteer's own table. Asked with the asker's eyes.

    Answers with what may be meant, at most some dozens, from an index; how well it fits is decided here.
    """

    def __call__(self, asked: Asked) -> list[Known]: ...
