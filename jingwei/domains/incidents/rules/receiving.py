"""Who receives a report: the nearest centre, unless it is about that centre, a unit beside it, or a tip."""

from dataclasses import dataclass
from uuid import UUID

from jingwei.domains.incidents.rules.sight import FULL_FLOOR, NOBODY_BY_AREA
from jingwei.kernel.codes import Level, level_of, lies_within


@dataclass(frozen=True, slots=True)
class Receiving:
    """The centre that answers first, the one post of a tip, and how far down it is seen by area."""

    centre_id: UUID
    centre_name: str
    centre_area: str
    post_id: UUID | None
    is_protected: bool
    is_tip: bool

    @property
    def sight_floor(self) -> int:
        """0 for tips; the receiving level where it is about a unit below; else everybody."""
        if self.is_tip:
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
