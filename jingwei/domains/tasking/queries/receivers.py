"""To whom a task can be given: the centres one level down, units of one's own area, posts of one's own unit."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from jingwei.foundation.access.contracts import CENTRE, Actor, Role, UnitBrief
from jingwei.foundation.access.queries import centres_of, posts_of_units, staff_names, units_within
from jingwei.foundation.areas.queries import children_of
from jingwei.kernel.clock import local

MOST = 200
GETS_TASKS = frozenset(
    {
        Role.OFFICER,
        Role.GRID_HEAD,
        Role.CHIEF_GRID_HEAD,
        Role.DESK,
        Role.COMMANDER,
        Role.UNIT_HEAD,
        Role.HANDLER,
    }
)


@dataclass(frozen=True, slots=True)
class TaskReceiver:
    """A unit, or a post with who holds it."""

    unit_id: UUID | None
    post_id: UUID | None
    name: str
    area_code: str
    group: str  # below: one level down; beside: units of the own area; own: posts of the own unit


def receivers_below(actor: Actor, *, words: str, at: datetime) -> list[TaskReceiver]:
    """Narrowed by words in the name; the centres one level down first."""
    found: list[TaskReceiver] = []
    if actor.area_code:
        below = centres_of([one.code for one in children_of(actor.area_code)])
        found += [_unit(one, "below") for one in sorted(below.values(), key=lambda one: one.area_code)]
        known = {one.unit_id for one in found} | {actor.unit_id}
        beside = units_within(actor.area_code, kind=None, limit=MOST, cursor=None, words=words).rows
        found += [
            _unit(one, "beside")
            for one in beside
            if one.unit_id not in known and (one.area_code == actor.area_code or one.kind != CENTRE)
        ]
    if actor.unit_id is not None:
        posts = [
            one
            for one in posts_of_units([actor.unit_id], on=local(at).date())
            if one.holder_id and one.role in GETS_TASKS and one.post_id != actor.post_id
        ]
        names = staff_names([one.holder_id for one in posts if one.holder_id])
        found += [
            TaskReceiver(
                unit_id=one.unit_id,
                post_id=one.post_id,
                name=f"{names.get(one.holder_id, '')}（{one.title}）" if one.holder_id else one.title,
                area_code=one.area_code,
                group="own",
            )
            for one in posts
        ]
    return [one for one in found if words in one.name][:MOST]


def _unit(one: UnitBrief, group: str) -> TaskReceiver:
    return TaskReceiver(one.unit_id, None, one.name, one.area_code, group)
