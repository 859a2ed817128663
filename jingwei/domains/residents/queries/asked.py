"""Requests: those one's area is asked, and those one has asked."""

from uuid import UUID

from django.db.models import Q

from jingwei.domains.residents.contracts import RequestState
from jingwei.domains.residents.models import Request
from jingwei.domains.residents.rules.refusals import RequestNotFound
from jingwei.foundation.access.contracts import ANYWHERE, Actor
from jingwei.foundation.scoping import NONE
from jingwei.kernel.codes import lies_within

MOST = 200


def requests_for(actor: Actor, *, is_mine: bool, is_open: bool) -> list[Request]:
    """Latest first. ``is_mine``: those one's post has asked; else those about records of one's area."""
    rows = Request.objects.visible_to(actor)
    if is_mine:
        rows = rows.filter(Q(asker_post_id=actor.post_id) if actor.post_id else NONE)
    else:
        rows = rows.filter(Request.sight_by_area(actor))
    if is_open:
        rows = rows.filter(state=RequestState.OPEN.value)
    return list(rows.order_by("-asked_at", "-id")[:MOST])


def keeps(actor: Actor, row: Request) -> bool:
    """Whether the record a request is about lies in the actor's area."""
    return actor.scope == ANYWHERE or lies_within(row.scope_code, actor.scope)


def request_for(actor: Actor, request_id: UUID) -> Request:
    """Raises: RequestNotFound."""
    row: Request | None = Request.objects.visible_to(actor).filter(pk=request_id).first()
    if row is None:
        raise RequestNotFound
    return row


def my_requests(actor: Actor) -> list[Request]:
    """What somebody asked about their own record, latest first."""
    if actor.person_id is None:
        return []
    rows = Request.objects.visible_to(actor).filter(asker_person_id=actor.person_id, asker_post_id=None)
    return list(rows.order_by("-asked_at", "-id")[:20])
