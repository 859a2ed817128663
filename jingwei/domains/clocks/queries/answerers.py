"""Who answers a warning: found by unit, post and place."""

from dataclasses import dataclass
from uuid import UUID

from jingwei.domains.clocks.contracts import Answerer
from jingwei.foundation.access.contracts import CENTRE, Role
from jingwei.foundation.access.queries import posts_of_role, posts_with_role, unit_brief, unit_of_post

LEVELS = (15, 12, 9, 6, 4)
"""Lengths of area codes, the nearest level first."""
FULL_FLOOR = 15


@dataclass(frozen=True, slots=True)
class Matter:
    """What a warning is about. ``floor`` is the longest area code that may hear of it; ``centre_id`` whose leader does."""

    unit_id: UUID | None
    post_id: UUID | None
    area_code: str
    floor: int = FULL_FLOOR
    centre_id: UUID | None = None


def answering_posts(matter: Matter, answerer: Answerer) -> list[UUID]:
    """The posts that answer; the next level up where nobody of this one is there, so that no warning goes to nobody."""
    for one in list(Answerer)[list(Answerer).index(answerer) :]:
        found = list(dict.fromkeys(_posts(matter, one)))
        if found:
            return found
    return list(dict.fromkeys(_posts(matter, Answerer.OWER)))


def _posts(matter: Matter, answerer: Answerer) -> list[UUID]:
    unit_id = matter.unit_id or (unit_of_post(matter.post_id) if matter.post_id else None)
    is_centre = unit_id is not None and unit_brief(unit_id).kind == CENTRE
    if answerer is Answerer.OWER:
        if matter.post_id is not None:
            return [matter.post_id]
        if unit_id is None:
            return []
        return posts_with_role(unit_id, [Role.DESK] if is_centre else [Role.HANDLER, Role.UNIT_HEAD])
    if matter.floor == 0:  # one pair of eyes
        return []
    if answerer is Answerer.HEAD:
        heads = posts_with_role(unit_id, [Role.UNIT_HEAD]) if unit_id is not None and not is_centre else []
        return [*heads, *_nearest(Role.GRID_HEAD, matter)]
    leader = matter.centre_id or (unit_id if is_centre else None)
    leaders = posts_with_role(leader, [Role.COMMANDER]) if leader is not None else []
    return [*_nearest(Role.CHIEF_GRID_HEAD, matter), *leaders]


def _nearest(role: Role, matter: Matter) -> list[UUID]:
    """Posts of a role for the smallest area around the place that has one and may hear of it."""
    for length in LEVELS:
        if length > len(matter.area_code) or length > matter.floor:
            continue
        found = posts_of_role(role, matter.area_code[:length])
        if found:
            return found
    return []
