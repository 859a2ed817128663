"""Who receives a report: the nearest centre, unless it is about that centre, a unit beside it, or a tip.

And who may be given it: the units that serve the place, with what they have in hand.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from jingwei.domains.incidents.rules.sight import FULL_FLOOR, NOBODY_BY_AREA
from jingwei.foundation.access.contracts import CENTRE, UnitBrief
from jingwei.kernel.codes import Level, level_of, lies_within


@dataclass(frozen=True, slots=True)
class Receiving:
    """The centre that answers first, the one post of a tip, and how far down it is seen by area.

    ``is_held``: from a marked source; until a second person has looked nobody sees it by area.
    """

    centre_id: UUID
    centre_name: str
    centre_area: str
    post_id: UUID | None
    is_protected: bool
    is_tip: bool
    is_held: bool = False

    @property
    def sight_floor(self) -> int:
        """0 for tips and what is held; the receiving level where it is about a unit below; else everybody."""
        if self.is_tip or self.is_held:
            return NOBODY_BY_AREA
        return len(self.centre_area) if self.is_protected else FULL_FLOOR


def receiving_level(area_code: str, *, desk_area: str | None, about_area: str | None) -> Level:
    """The level that receives: the community; a desk keeps what lies in its own area; above the unit it is about.

    A unit at city level has nothing above it in this installation: the city centre receives.
    """
    level = Level.COMMUNITY
    if desk_area and lies_within(area_code, desk_area):
        level = min(level, level_of(desk_area))
    if about_area is not None:
        level = min(level, level_of(about_area).above or Level.CITY)
    return level


def receiving_of_tip(about_area: str | None) -> Level:
    """Tips go to the county's centre, or above the unit they are about."""
    if about_area is None:
        return Level.COUNTY
    return min(Level.COUNTY, level_of(about_area).above or Level.CITY)


class Fullness(StrEnum):
    """How full a unit's hands are, for whoever chooses a receiver."""

    NOBODY = "nobody"  # 无人在岗
    LIGHT = "light"  # 较空
    NORMAL = "normal"  # 正常
    FULL = "full"  # 较满


FULLNESS_LABELS = {
    Fullness.NOBODY: ("无人在岗", "nobody on post"),
    Fullness.LIGHT: ("较空", "light"),
    Fullness.NORMAL: ("正常", "normal"),
    Fullness.FULL: ("较满", "full"),
}
NORMAL_FROM, FULL_FROM = 3.0, 8.0
"""Pressing tasks for each person at work (overdue ones count twice)."""


USUAL_OVER = timedelta(days=28)
USUAL_AFTER = timedelta(days=3)
"""Over how long a unit's usual number of matters is averaged; a unit that has had work for less has none yet."""


def usual_number(held: timedelta, since: datetime, *, at: datetime) -> int | None:
    """How many matters a unit had at once on average: the time it had each of them, over the time that passed."""
    passed = at - since
    return max(1, round(held / passed)) if passed >= USUAL_AFTER else None


@dataclass(frozen=True, slots=True)
class Load:
    """What a unit has in hand at a moment, how many people hold its posts, and how many matters it usually has."""

    open: int = 0
    overdue: int = 0
    due_soon: int = 0
    people: int = 0
    usual: int | None = None

    @property
    def fullness(self) -> Fullness:
        if self.people == 0:
            return Fullness.NOBODY
        rest = max(0, self.open - self.overdue - self.due_soon)
        weight = (2 * self.overdue + self.due_soon + rest / 4) / self.people
        if weight < NORMAL_FROM:
            return Fullness.LIGHT
        return Fullness.NORMAL if weight < FULL_FROM else Fullness.FULL


@dataclass(frozen=True, slots=True)
class Receiver:
    """A unit that may be given the matter, and why it is proposed."""

    unit: UnitBrief
    is_responsible: bool
    load: Load
    is_relieved: bool = False
    """A village's or community's own centre, which does not owe this work."""
    is_former: bool = False
    """It handled the matter before it was taken up again."""


def ranked(receivers: Iterable[Receiver]) -> list[Receiver]:
    """Who handled it before first, then the responsible kind, inside it the nearest level, then whoever is less full."""
    order = list(Fullness)
    return sorted(
        receivers,
        key=lambda one: (
            one.is_relieved,
            not one.is_former,
            not one.is_responsible,
            one.unit.kind == CENTRE,
            -len(one.unit.area_code),
            one.load.fullness is Fullness.NOBODY,
            order.index(one.load.fullness),
            one.unit.name,
        ),
    )
