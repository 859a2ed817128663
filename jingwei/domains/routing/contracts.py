"""Items 事项 and duties 权责 as other domains speak of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from jingwei.foundation.access.contracts import UnitBrief


@dataclass(frozen=True, slots=True)
class ItemBrief:
    """One item of the list in force on a day: who is responsible, by when, with which proof.

    Limits are written ``4h`` / ``5d`` (working hours, days) or ``2H`` / ``3D`` (natural hours, days).
    """

    item_id: int
    item_code: str
    class_name: str
    subclass_name: str
    item_name: str
    unit_kind: str
    accept_limit: str
    handle_limit: str
    verify_limit: str
    evidence: frozenset[str]
    is_urgent: bool
    is_published: bool = False


@dataclass(frozen=True, slots=True)
class ItemDetail:
    """An item with its sentences: what belongs to it, how it is handled, when it counts as done, on what law."""

    brief: ItemBrief
    definition: str
    handling_standard: str
    closing_standard: str
    legal_basis: str


@dataclass(frozen=True, slots=True)
class UnitKindBrief:
    """A kind of unit that items may name as responsible."""

    key: str
    name_zh: str
    name_en: str


class Village(StrEnum):
    """What a village or community owes of a kind of work: the three lists 村级三张清单."""

    SELF = "self"  # 自治：村（社区）自己办
    ASSIST = "assist"  # 协助：政府部门办，村（社区）协助
    RELIEVED = "relieved"  # 不承担：不得交村（社区）办


@dataclass(frozen=True, slots=True)
class NewLine:
    """A line of a duty matrix 权责清单 as somebody writes it; ``DutyLine`` is the same where it stands in a matrix.

    Conditions: ``item_prefix`` (none, 2, 4 or 6 digits of an item's code), ``area_code`` (none: the whole city),
    ``level`` of the centre in charge (length of its code; 0: any), ``hours`` (none, ``working``, ``off``, or local
    clock times such as ``22:00-06:00``). Parties are written ``kind``, ``kind@6`` (the kind's unit of that level) or
    ``=CODE`` (exactly one unit). Limits are those of items; none: the item's own.
    """

    lead: str
    item_prefix: str = ""
    area_code: str = ""
    level: int = 0
    hours: str = ""
    assists: tuple[str, ...] = ()
    handle_limit: str = ""
    assist_limit: str = ""
    village: str = ""
    basis: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class DutyLine(NewLine):
    """A line in its place; ``no`` is its number in the matrix, from 1. The first line that fits decides."""

    line_id: int = 0
    list_id: int = 0
    no: int = 0


@dataclass(frozen=True, slots=True)
class DutyListBrief:
    """A version of the duty matrix; ``valid_from_on`` is None for drafts."""

    list_id: int
    name: str
    valid_from_on: date | None
    valid_to_on: date | None
    lines: int


@dataclass(frozen=True, slots=True)
class Case:
    """What decides who handles: the item, the place, the level in charge, and when.

    ``minute`` is counted from local midnight; ``is_working`` is what the city's calendar says of the moment.
    """

    item_code: str
    area_code: str
    level: int
    is_working: bool
    minute: int


@dataclass(frozen=True, slots=True)
class Choice:
    """Who handles a case, and the line that says so. ``lead`` is None where no unit of that kind serves the place.

    Without a line (no matrix in force, or a gap in it) the item's own kind of unit leads.
    """

    line: DutyLine | None
    list_name: str
    lead: UnitBrief | None
    assists: tuple[UnitBrief, ...]
    handle_limit: str = ""
    assist_limit: str = ""
    village: str = ""


@dataclass(frozen=True, slots=True)
class SaidParty:
    """A party of a line as it is written, and in words."""

    written: str
    words: str
    words_en: str


@dataclass(frozen=True, slots=True)
class SaidLine:
    """A line with the names of what it speaks of. ``when`` says its conditions in words."""

    line: DutyLine
    item_name: str
    area_name: str
    when: str
    when_en: str
    lead: SaidParty
    assists: tuple[SaidParty, ...]
    village_words: str
    village_words_en: str


@dataclass(frozen=True, slots=True)
class SimulationBrief:
    """A duty matrix tried on the past; ``is_silent``: it has not ended and says nothing any more."""

    simulation_id: UUID
    duty_list_id: int
    list_name: str
    against_name: str
    area_code: str
    from_on: date
    to_on: date
    asked_at: datetime
    ended_at: datetime | None
    total: int
    done: int
    is_silent: bool
    result: Mapping[str, Any]
