"""Reads of incidents: one matter with its course, lists by keyset, the inbox of a post."""

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Count, F, Q

from jingwei.domains.incidents.contracts import Action, Identity, State
from jingwei.domains.incidents.models import (
    Assignment,
    Attachment,
    Extension,
    Incident,
    Participant,
    Rating,
    Step,
    Suspension,
)
from jingwei.domains.incidents.rules.lifecycle import Move, moves_from
from jingwei.domains.incidents.rules.sight import Standing, is_reporter, may_act
from jingwei.domains.routing.contracts import ItemBrief
from jingwei.domains.routing.queries import item_by_id
from jingwei.foundation.access.contracts import Actor, Role
from jingwei.foundation.access.queries import is_permitted
from jingwei.foundation.scoping import COLUMN_AT_LEVEL
from jingwei.kernel.codes import Level
from jingwei.kernel.errors import NotFound
from jingwei.kernel.paging import Page, key_of, page_of

PAGE_SIZE = 50
LARGEST_PAGE = 200
COUNT_CAP = 1000
WALK_INDEXES = "select set_config('enable_bitmapscan', 'off', true), set_config('enable_sort', 'off', true)"
NEVER = datetime.max.replace(tzinfo=UTC)
LIST_COLUMNS = (
    "id",
    "receipt_no",
    "title",
    "state",
    "version",
    "channel",
    "item_code",
    "item_id",
    "address",
    "scope_code",
    "is_urgent",
    "centre_id",
    "centre_area",
    "handler_unit_id",
    "reported_at",
    "closed_at",
    "due_at",
    "warn_at",
    "suspended_at",
    "is_history",
)


class Order(StrEnum):
    """How a list is sorted; both have an index."""

    NEWEST = "newest"
    DUE = "due"


class Bucket(StrEnum):
    """The trays of an inbox."""

    TO_ACCEPT = "to_accept"
    TO_DISPATCH = "to_dispatch"
    WAITING_FOR_UNITS = "waiting_for_units"
    TO_VERIFY = "to_verify"
    TO_CLOSE = "to_close"
    TO_TAKE = "to_take"
    IN_HAND = "in_hand"
    OVERDUE = "overdue"
    TIPS = "tips"


CENTRE_BUCKETS = {
    Bucket.TO_ACCEPT: [State.REPORTED],
    Bucket.TO_DISPATCH: [State.ACCEPTED],
    Bucket.WAITING_FOR_UNITS: [State.DISPATCHED, State.HANDLING],
    Bucket.TO_VERIFY: [State.HANDLED],
    Bucket.TO_CLOSE: [State.VERIFIED],
}
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
    since: datetime | None = None
    until: datetime | None = None
    receipt_no: str | None = None
    bucket: Bucket | None = None


@dataclass(frozen=True, slots=True)
class Course:
    """Everything that stands beside an incident, as the reader may see it."""

    steps: list[Step]
    attachments: list[Attachment]
    assignments: list[Assignment]
    extensions: list[Extension]
    suspensions: list[Suspension]
    ratings: list[Rating]


def incident_for(actor: Actor, incident_id: UUID) -> Incident:
    """One incident. Raises: NotFound if it does not exist or is not the actor's to see."""
    found: Incident | None = Incident.objects.visible_to(actor).filter(pk=incident_id).first()
    if found is None:
        raise NotFound
    return found


def course_of(actor: Actor, incident: Incident) -> Course:
    """The course of an incident already seen; reporters do not see internal notes."""
    steps = Step.objects.filter(incident_id=incident.pk).order_by("version")
    if is_reporter(actor, standing_of(incident)) and actor.unit_id is None:
        steps = steps.filter(is_internal=False)
    of_it = {"incident_id": incident.pk}
    return Course(
        steps=list(steps),
        attachments=list(Attachment.objects.filter(**of_it).order_by("added_at", "id")),
        assignments=list(Assignment.objects.filter(**of_it).order_by("dispatched_at")),
        extensions=list(Extension.objects.filter(**of_it).order_by("asked_at")),
        suspensions=list(Suspension.objects.filter(**of_it).order_by("started_at")),
        ratings=list(Rating.objects.filter(**of_it).order_by("at")),
    )


def actions_for(actor: Actor, incident: Incident) -> list[Move]:
    """What the actor can do now: the buttons."""
    standing = standing_of(incident)
    rows = moves_from(State(incident.state), is_suspended=incident.suspended_at is not None)
    open_now = [m for m in rows if is_permitted(actor, m.permission) and may_act(m.who, actor, standing)]
    deciding = {Action.GRANT_EXTENSION, Action.REFUSE_EXTENSION}
    asks = Extension.objects.filter(incident_id=incident.pk, decided_at=None)
    if any(m.action in deciding for m in open_now) and not asks.exists():
        open_now = [m for m in open_now if m.action not in deciding]
    return open_now


def standing_of(incident: Incident, *, with_participants: bool = False) -> Standing:
    """The facts on which sight and action depend."""
    participants: frozenset[tuple[UUID, UUID | None]] = frozenset()
    if with_participants:
        with connection.cursor() as cursor:
            cursor.execute("select unit_id, post_id from jw_incident_participants(%s)", [incident.pk])
            participants = frozenset(cursor.fetchall())
    return Standing(
        incident_id=incident.pk,
        scope_code=incident.scope_code,
        sight_floor=incident.sight_floor,
        centre_id=incident.centre_id,
        centre_area=incident.centre_area,
        unit_id=incident.handler_unit_id,
        reporter_id=incident.reporter_id,
        about_unit_id=incident.about_unit_id,
        identity=Identity(incident.identity),
        participants=participants,
    )


def item_of(incident: Incident) -> ItemBrief | None:
    """The item as it stood in the list the incident was registered under."""
    return item_by_id(incident.item_id) if incident.item_id else None


def list_incidents(
    actor: Actor, wanted: Filter, *, at: datetime, order: Order = Order.NEWEST, cursor: str | None, size: int
) -> Page[Incident]:
    """One page of the actor's incidents by keyset: the cost does not grow with what was ever recorded.

    Raises: BadCursor.
    """
    size = max(1, min(size, LARGEST_PAGE))
    if actor.scope or actor.sharing_unit_id is None or wanted.bucket is not None:
        rows = _listed(actor, wanted).filter(_condition(actor, wanted, at))
        rows = _due_page(rows, cursor) if order is Order.DUE else _newest_page(rows, cursor)
        if wanted.bucket is None and order is Order.NEWEST and not wanted.is_overdue:
            _walk_indexes()  # overdue ones are few and old: walking from the newest would pass all others first
        found = list(rows.only(*LIST_COLUMNS)[: size + 1])
    else:
        found = _units_page(actor, wanted, at, order, cursor, size)
    return page_of(found, size, _due_key if order is Order.DUE else _newest_key)


def _walk_indexes() -> None:
    """Read a long list in the order of an index and stop at the page's end; trays are short and need not.

    The planner cannot estimate the fence and would gather and sort whole areas: at 1 M incidents 58–218 ms for a
    county's open, classed or overdue rows, against 2–9 ms walking the index. Lasts as long as the transaction.
    """
    with connection.cursor() as cursor:
        cursor.execute(WALK_INDEXES)


def _units_page(
    actor: Actor, wanted: Filter, at: datetime, order: Order, cursor: str | None, size: int
) -> list[Incident]:
    """A unit's page, walked along its participations; its overdue ones are its open tasks."""
    condition = _condition(actor, wanted, at)
    if wanted.is_overdue or order is Order.DUE:
        rows = Incident.objects.listed_for(actor).filter(
            condition, handler_unit_id=actor.unit_id, state__lt=70
        )
        rows = _due_page(rows, cursor) if order is Order.DUE else _newest_page(rows, cursor)
        return list(rows.only(*LIST_COLUMNS)[: size + 1])
    if wanted.area_code:
        condition &= Incident.inside(wanted.area_code)
    if (
        wanted.item and len(wanted.item) == 6
    ):  # rarer than the unit's participations: walk the item's own index
        rows = _newest_page(Incident.objects.listed_for(actor).filter(condition), cursor)
        _walk_indexes()
        return list(rows.only(*LIST_COLUMNS)[: size + 1])
    parts = Participant.objects.filter(_behind(condition), unit_id=actor.unit_id, post_id=None)
    if wanted.since:
        parts = parts.filter(reported_at__gte=wanted.since)
    if wanted.until:
        parts = parts.filter(reported_at__lt=wanted.until)
    if cursor:
        reported_at, last_id = key_of(cursor, datetime, UUID)
        older = Q(reported_at__lt=reported_at) | Q(reported_at=reported_at, incident_id__lt=last_id)
        parts = parts.filter(Q(reported_at__lte=reported_at) & older)
    _walk_indexes()
    parts = parts.select_related("incident").order_by("-reported_at", "-incident_id")
    only = (f"incident__{column}" for column in LIST_COLUMNS)
    return [part.incident for part in parts.only("reported_at", *only)[: size + 1]]


def _behind(condition: Q) -> Q:
    """The same condition, seen from a participation."""
    moved = Q(_connector=condition.connector, _negated=condition.negated)
    for child in condition.children:
        moved.children.append(_behind(child) if isinstance(child, Q) else (f"incident__{child[0]}", child[1]))
    return moved


def inbox_counts(actor: Actor, *, at: datetime) -> dict[Bucket, int]:
    """How many wait in each tray of the actor's post, counted up to a cap of 1,000."""
    trays = [bucket for bucket in buckets_of(actor) if bucket is not Bucket.TIPS]
    counts: dict[Bucket, int] = {}
    if trays:  # one pass over the open ones of this post instead of one for each tray
        rows = _listed(actor, Filter(bucket=trays[0])).filter(_mine(actor), state__lt=int(State.CLOSED))
        found = rows.aggregate(**{one.value: Count("pk", filter=_bucket(actor, one, at)) for one in trays})
        counts = {one: min(found[one.value], COUNT_CAP) for one in trays}
    if Bucket.TIPS in buckets_of(actor):
        wanted = Filter(bucket=Bucket.TIPS)
        tips = _listed(actor, wanted).filter(_condition(actor, wanted, at))
        counts[Bucket.TIPS] = tips.values("pk")[:COUNT_CAP].count()
    return counts


def buckets_of(actor: Actor) -> list[Bucket]:
    """The trays a post has."""
    if actor.role in {Role.DESK, Role.COMMANDER}:
        return [*CENTRE_BUCKETS, Bucket.OVERDUE, Bucket.TIPS]
    if actor.role in {Role.HANDLER, Role.UNIT_HEAD}:
        return [*UNIT_BUCKETS, Bucket.OVERDUE]
    if actor.role in {Role.OFFICER, Role.GRID_HEAD, Role.CHIEF_GRID_HEAD}:
        return [Bucket.TO_VERIFY]
    return []


def _listed(actor: Actor, wanted: Filter) -> Any:
    """Confidential tips lie in no area: their tray is filled by what the post itself was given."""
    if wanted.bucket is Bucket.TIPS and actor.post_id is not None:
        given = Participant.objects.filter(post_id=actor.post_id, part="receiver")
        return Incident.objects.visible_to(actor).filter(pk__in=given.values("incident_id"))
    return Incident.objects.listed_for(actor, within=wanted.area_code)


def _condition(actor: Actor, wanted: Filter, at: datetime) -> Q:
    condition = Q()
    if wanted.bucket is not None:
        condition &= _bucket(actor, wanted.bucket, at)
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
    if wanted.since:
        condition &= Q(reported_at__gte=wanted.since)
    if wanted.until:
        condition &= Q(reported_at__lt=wanted.until)
    if wanted.receipt_no:
        condition &= Q(receipt_no=wanted.receipt_no.strip().upper())
    return condition


def _mine(actor: Actor) -> Q:
    """What a post works on: its unit's tasks, its centre's matters, or its grid."""
    if actor.role in {Role.HANDLER, Role.UNIT_HEAD}:
        return Q(handler_unit_id=actor.unit_id)
    if actor.role in {Role.OFFICER, Role.GRID_HEAD, Role.CHIEF_GRID_HEAD}:
        return Q(**{COLUMN_AT_LEVEL[Level(len(actor.area_code))]: actor.area_code})
    return Q(centre_id=actor.unit_id)


def _bucket(actor: Actor, bucket: Bucket, at: datetime) -> Q:
    if bucket is Bucket.TIPS:
        return Q(state__lt=int(State.CLOSED), receiving_post_id=actor.post_id)
    mine = _mine(actor)
    if bucket is Bucket.OVERDUE:
        return mine & Q(state__lt=int(State.CLOSED), due_at__lt=at)
    states = (CENTRE_BUCKETS | UNIT_BUCKETS)[bucket]
    return mine & Q(state__lt=int(State.CLOSED), state__in=[int(s) for s in states])


def _newest_page(rows: Any, cursor: str | None) -> Any:
    if cursor:
        reported_at, last_id = key_of(cursor, datetime, UUID)
        older = Q(reported_at__lt=reported_at) | Q(reported_at=reported_at, id__lt=last_id)
        rows = rows.filter(
            Q(reported_at__lte=reported_at) & older
        )  # the first bound is what the index can seek
    return rows.order_by("-reported_at", "-id")


def _due_page(rows: Any, cursor: str | None) -> Any:
    if cursor:
        due_at, last_id = key_of(cursor, datetime, UUID)
        if due_at == NEVER:
            rows = rows.filter(due_at=None, id__gt=last_id)
        else:
            rows = rows.filter(Q(due_at__gt=due_at) | Q(due_at=due_at, id__gt=last_id) | Q(due_at=None))
    return rows.order_by(F("due_at").asc(nulls_last=True), "id")


def _newest_key(row: Incident) -> tuple[datetime, UUID]:
    return row.reported_at, row.pk


def _due_key(row: Incident) -> tuple[datetime, UUID]:
    return row.due_at or NEVER, row.pk
