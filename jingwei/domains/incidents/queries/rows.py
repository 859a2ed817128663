"""What a list says of its rows beside their columns: opened before, and what could be done to many of them."""

from collections.abc import Collection
from uuid import UUID

from jingwei.domains.incidents.contracts import Action, Identity, State
from jingwei.domains.incidents.models import Incident, Seen
from jingwei.domains.incidents.rules.batches import BATCH_ACTIONS
from jingwei.domains.incidents.rules.lifecycle import Move, moves_from
from jingwei.domains.incidents.rules.sight import FULL_FLOOR, Standing, may_act
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.access.queries import is_permitted

OFFERED = frozenset(BATCH_ACTIONS) - {Action.GRANT_EXTENSION, Action.REFUSE_EXTENSION}
"""Whether time was asked for stands in another table: those two are offered where the matter itself is open."""


def seen_among(actor: Actor, incident_ids: Collection[UUID]) -> set[UUID]:
    """Those of these incidents that the person has opened, in whichever post."""
    if actor.person_id is None or actor.post_id is None or not incident_ids:
        return set()
    rows = Seen.objects.filter(incident_id__in=list(incident_ids), person_id=actor.person_id)
    return set(rows.values_list("incident_id", flat=True))


def batch_moves(actor: Actor, row: Incident) -> list[Move]:
    """What the actor could do to this row as one of many; decided from the columns of a list alone."""
    standing = Standing(
        incident_id=row.pk,
        scope_code=row.scope_code,
        sight_floor=FULL_FLOOR,
        centre_id=row.centre_id,
        centre_area=row.centre_area,
        unit_id=row.handler_unit_id,
        reporter_id=None,
        about_unit_id=None,
        identity=Identity.NAMED,
    )
    rows = moves_from(State(row.state), is_suspended=row.suspended_at is not None)
    return [
        move
        for move in rows
        if move.action in OFFERED
        and is_permitted(actor, move.permission)
        and may_act(move.who, actor, standing)
    ]
