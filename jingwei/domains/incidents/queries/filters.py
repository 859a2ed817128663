"""What a list can be narrowed to, and the trays of an inbox, as conditions on incidents."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from jingwei.domains.incidents.contracts import State
from jingwei.domains.incidents.models import Extension, Incident, Participant, Subject
from jingwei.domains.incidents.queries.assisting import assisted_by
from jingwei.domains.incidents.rules.searching import require_bounded
from jingwei.domains.incidents.rules.sight import LEADERS, NOBODY_BY_AREA
from jingwei.foundation.access.contracts import Actor, Role
from jingwei.foundation.access.queries.vacancies import held_posts, unstaffed_centres
from jingwei.foundation.maps.queries import inside_shape
from jingwei.foundation.scoping import COLUMN_AT_LEVEL
from jingwei.kernel.codes import Level
from jingwei.kernel.shapes import read_shape


class Bucket(StrEnum):
    """The trays of an inbox."""

    TO_ACCEPT = "to_accept"
    TO_DISPATCH = "to_dispatch"
    WAITING_FOR_UNITS = "waiting_for_units"
    TO_VERIFY = "to_verify"
    TO_CLOSE = "to_close"
    TO_DECIDE = "to_decide"
    DISPUTED = "disputed"
    TO_TAKE = "to_take"
    IN_HAND = "in_hand"
    TO_ASSIST = "to_assist"
    OVERDUE = "overdue"
    NOBODYS = "nobodys"
    TIPS = "tips"


CENTRE_BUCKETS = {
    Bucket.TO_ACCEPT: [State.REPORTED],
    Bucket.TO_DISPATCH: [State.ACCEPTED],
    Bucket.WAITING_FOR_UNITS: [State.DISPATCHED, State.HANDLING],
    Bucket.TO_VERIFY: [State.HANDLED],
    Bucket.TO_CLOSE: [State.VERIFIED],
}
NOBODYS_WAIT = [State.REPORTED, State.ACCEPTED, State.HANDLED, State.VERIFIED]
"""States in which a centre has to act: without anybody at its desks they would wait for ever."""
UNIT_BUCKETS = {Bucket.TO_TAKE: [State.DISPATCHED], Bucket.IN_HAND: [State.HANDLING]}


@dataclass(frozen=True, slots=True)
class Filter:
    """What a list is narrowed to; None means not narrowed."""

    area_code: str | None = None
    states: tuple[State, ...] = ()
    item: str | None = None
    channel: str | None = None
    is_urgent: bool | None = None
    is_overdue: bool = False
    is_slipping: bool = False
    since: datetime | None = None
    until: datetime | None = None
    receipt_no: str | None = None
    bucket: Bucket | None = None
    is_open: bool = False
    unit_id: UUID | None = None
    is_mine: bool = False
    words: str | None = None
    shape: str | None = None
    component_id: UUID | None = None

    @property
    def is_open_only(self) -> bool:
        """Whether nothing closed can come out of it."""
        by_state = bool(self.states) and max(self.states) < State.CLOSED
        return (
            self.is_open
            or self.is_mine
            or self.is_overdue
            or self.is_slipping
            or by_state
            or self.bucket is not None
        )


def buckets_of(actor: Actor) -> list[Bucket]:
    """The trays a post has."""
    if actor.role in {Role.DESK, Role.COMMANDER}:
        return [
            *CENTRE_BUCKETS,
            Bucket.TO_DECIDE,
            Bucket.DISPUTED,
            Bucket.OVERDUE,
            Bucket.NOBODYS,
            Bucket.TIPS,
        ]
    if actor.role in {Role.HANDLER, Role.UNIT_HEAD}:
        return [*UNIT_BUCKETS, Bucket.TO_ASSIST, Bucket.OVERDUE, Bucket.NOBODYS]
    if actor.role in {Role.OFFICER, Role.GRID_HEAD, Role.CHIEF_GRID_HEAD}:
        return [Bucket.TO_VERIFY]
    return []


def listed(actor: Actor, wanted: Filter) -> Any:
    """Confidential tips lie in no area: their tray is filled by what the post itself was given."""
    if wanted.bucket is Bucket.TIPS and actor.post_id is not None:
        given = Participant.objects.filter(post_id=actor.post_id, part="receiver")
        return Incident.objects.visible_to(actor).filter(pk__in=given.values("incident_id"))
    return Incident.objects.listed_for(actor, within=wanted.area_code)


APART = Q(head_id=None) & (Q(sight_floor__gt=NOBODY_BY_AREA) | Q(receiving_post_id__isnull=False))
"""Stands by itself: what was folded into another matter stands behind it, what is held in the list of its own."""


def condition_of(actor: Actor, wanted: Filter, at: datetime) -> Q:
    """Raises: SearchTooWide, BadShape."""
    condition = Q()
    if (
        actor.unit_id is not None and not wanted.receipt_no
    ):  # who reported it, and who asks by number, finds it
        condition &= APART
    if wanted.bucket is not None:
        condition &= in_bucket(actor, wanted.bucket, at)
    if wanted.states:
        condition &= Q(state__in=[int(s) for s in wanted.states])
        if max(wanted.states) < State.CLOSED:
            condition &= Q(state__lt=int(State.CLOSED))  # lets the index of open ones be used
    if wanted.item and len(wanted.item) == 6:
        condition &= Q(item_code=wanted.item)
    elif wanted.item:
        # Not LIKE: it is not leakproof and would wait behind the fence.
        condition &= Q(item_code__gte=wanted.item, item_code__lt=wanted.item + ":")
    if wanted.channel:
        condition &= Q(channel=wanted.channel)
    if wanted.is_urgent is not None:
        condition &= Q(is_urgent=wanted.is_urgent)
    if wanted.is_overdue:
        condition &= Q(state__lt=int(State.CLOSED), due_at__lt=at)
    if wanted.is_slipping:  # not late yet, and the last quarter of the limit has begun
        condition &= Q(state__lt=int(State.CLOSED), due_at__gte=at, warn_at__lte=at)
    if wanted.since:
        condition &= Q(reported_at__gte=wanted.since)
    if wanted.until:
        condition &= Q(reported_at__lt=wanted.until)
    if wanted.receipt_no:
        condition &= Q(receipt_no=wanted.receipt_no.strip().upper())
    if wanted.is_open:
        condition &= Q(state__lt=int(State.CLOSED))
    if wanted.is_mine:  # through the unit: its open tasks have an index, a post's own have none
        condition &= Q(state__lt=int(State.CLOSED), handler_unit_id=actor.unit_id)
        condition &= Q(assignee_post_id=actor.post_id)
    if wanted.shape:
        condition &= inside_shape(read_shape(wanted.shape))
    if wanted.component_id:
        about = Subject.objects.filter(component_id=wanted.component_id)
        condition &= Q(pk__in=about.values("incident_id"))
    return condition & _searched(wanted, at)


def _searched(wanted: Filter, at: datetime) -> Q:
    """What is read through row by row, and therefore bounded. Raises: SearchTooWide."""
    found = Q()
    bounds = {"is_open": wanted.is_open_only, "since": wanted.since, "until": wanted.until, "at": at}
    if wanted.unit_id:
        require_bounded("承办单位", "unit", **bounds)
        found &= Q(handler_unit_id=wanted.unit_id)
    if wanted.words and wanted.words.strip():
        require_bounded("文字", "words", **bounds)
        found &= Q(title__icontains=wanted.words.strip()) | Q(address__icontains=wanted.words.strip())
    return found


def own_work(actor: Actor) -> Q:
    """What a post works on: its unit's tasks, its centre's matters, or its grid."""
    if actor.role in {Role.HANDLER, Role.UNIT_HEAD}:
        return Q(handler_unit_id=actor.unit_id)
    if actor.role in {Role.OFFICER, Role.GRID_HEAD, Role.CHIEF_GRID_HEAD}:
        return Q(**{COLUMN_AT_LEVEL[Level(len(actor.area_code))]: actor.area_code})
    return Q(centre_id=actor.unit_id)


def in_bucket(actor: Actor, bucket: Bucket, at: datetime) -> Q:
    if bucket is Bucket.TIPS:
        return Q(state__lt=int(State.CLOSED), receiving_post_id=actor.post_id)
    if bucket is Bucket.NOBODYS:
        return Q(state__lt=int(State.CLOSED)) & _nobodys(actor, at)
    if bucket is Bucket.TO_ASSIST:
        return Q(state__lt=int(State.CLOSED)) & assisted_by(actor.unit_id)
    if bucket is Bucket.DISPUTED:
        return Q(state__lt=int(State.CLOSED)) & _disputed(actor)
    mine = own_work(actor)
    if bucket is Bucket.TO_DECIDE:
        asked = Extension.objects.filter(incident_id=OuterRef("pk"), decided_at=None)
        return mine & Q(state__lt=int(State.CLOSED), state=int(State.HANDLING)) & Q(Exists(asked))
    if bucket is Bucket.OVERDUE:
        return mine & Q(state__lt=int(State.CLOSED), due_at__lt=at)
    states = (CENTRE_BUCKETS | UNIT_BUCKETS)[bucket]
    return mine & Q(state__lt=int(State.CLOSED), state__in=[int(s) for s in states])


def _disputed(actor: Actor) -> Q:
    """Objections that this post's centre decides; at the top its leaders do."""
    mine = Q(referee_id=actor.unit_id)
    return mine if actor.role in LEADERS else mine & ~Q(centre_id=actor.unit_id)


def _nobodys(actor: Actor, at: datetime) -> Q:
    """What no living person would find in a tray of their own.

    To a centre: what waits at a centre of its area with nobody at the desk. To a unit: tasks without a person.
    """
    if actor.role in {Role.HANDLER, Role.UNIT_HEAD}:
        in_hand = Q(state__in=[int(s) for s in (State.DISPATCHED, State.HANDLING)])
        held = held_posts(actor.unit_id, at=at) if actor.unit_id else []
        return own_work(actor) & in_hand & (Q(assignee_post_id=None) | ~Q(assignee_post_id__in=held))
    waiting = Q(state__in=[int(s) for s in NOBODYS_WAIT])
    return waiting & Q(centre_id__in=unstaffed_centres(actor.scope, at=at))
