"""Who is asked for consent: the head of one's own unit, or else the nearest staffed centre above."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from jingwei.foundation.access.contracts import Actor, Role
from jingwei.foundation.access.queries import centres_of, posts_of_unit, posts_with_role
from jingwei.foundation.imports.rules.exporting import CENTRE_ABOVE, HEADS, MEMBERS
from jingwei.kernel.codes import Level


def posts_to_ask(actor: Actor, *, at: datetime) -> list[UUID]:
    """The posts held by somebody else that may decide on what the actor asks; others above may too, unasked."""
    if actor.unit_id is not None and (own := _held(actor, actor.unit_id, HEADS, at)):
        return own
    longest = len(actor.area_code) if actor.role in MEMBERS else len(actor.area_code) - 1
    above = [actor.area_code[: int(level)] for level in reversed(Level) if int(level) <= longest]
    centres = centres_of(above)
    for area_code in above:
        centre = centres.get(area_code)
        if centre is not None and (held := _held(actor, centre.unit_id, CENTRE_ABOVE, at)):
            return held
    return []


def _held(actor: Actor, unit_id: UUID, roles: Collection[Role], at: datetime) -> list[UUID]:
    wanted = set(posts_with_role(unit_id, sorted(roles)))
    return sorted(
        post_id
        for post_id, _, holder_id, _ in posts_of_unit(unit_id, at=at)
        if post_id in wanted and holder_id is not None and holder_id != actor.person_id
    )
