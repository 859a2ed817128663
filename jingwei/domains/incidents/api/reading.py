"""Reading: lists, the inbox, one incident, the recorded looks."""

from collections.abc import Iterable, Sequence
from typing import Annotated
from uuid import UUID

from django.http import HttpRequest
from ninja import Field, Path, Query, Schema
from pydantic import BaseModel

from jingwei.domains.incidents import queries, services
from jingwei.domains.incidents.api import schemas as io
from jingwei.domains.incidents.api.routes import router
from jingwei.domains.incidents.api.sending import proved
from jingwei.domains.incidents.api.shaping import incident_out, rows_out
from jingwei.domains.incidents.contracts import Action, Channel, State
from jingwei.domains.incidents.queries import COUNT_CAP, Bucket, Filter, Order
from jingwei.domains.incidents.rules.batches import BATCH_ACTIONS
from jingwei.domains.incidents.rules.buckets import BUCKET_LABELS
from jingwei.domains.incidents.rules.lifecycle import ACTION_LABELS, Move
from jingwei.foundation.access.contracts import Permission, ProofNeeded
from jingwei.foundation.edge import operation
from jingwei.foundation.privacy.contracts import Purpose
from jingwei.foundation.privacy.queries import looks_at
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import now

P = Permission


class ListIn(Schema):
    """Filters, order and page of a list; all of them fit into an address."""

    area_code: io.AreaCode | None = None
    state: Annotated[list[State], Field(max_length=8)] = []
    item: Annotated[str | None, Field(pattern=r"^(\d{2}|\d{4}|\d{6})$")] = None
    channel: Channel | None = None
    is_urgent: bool | None = None
    is_overdue: bool = False
    is_slipping: bool = False
    since: io.Moment | None = None
    until: io.Moment | None = None
    receipt_no: io.Line | None = None
    bucket: Bucket | None = None
    is_open: bool = False
    unit_id: UUID | None = None
    is_mine: bool = False
    words: Annotated[str | None, Field(max_length=60)] = None
    shape: Annotated[str | None, Field(max_length=2000, description="c112.35,28.57,500 or p112.3,28.5;…")] = (
        None
    )
    component_id: UUID | None = None
    order: Order = Order.NEWEST
    cursor: Annotated[str | None, Field(max_length=300)] = None
    size: Annotated[int, Field(ge=1, le=queries.LARGEST_PAGE)] = queries.PAGE_SIZE


class ListedOut(io.RowOut):
    """A row of a list: whether the reader has opened it before, and what could be done to it among many."""

    is_seen: bool
    actions: list[Action]


class ManyActionOut(BaseModel):
    """An action that rows of the page offer to a batch, and what it needs."""

    action: Action
    label: str
    label_en: str
    needs: list[str]


class ListPageOut(BaseModel):
    rows: list[ListedOut]
    actions: list[ManyActionOut]
    next_cursor: str | None


@operation(router, "GET", "/incidents", "listIncidents", P.READ_INCIDENT, response=ListPageOut)
def list_incidents(request: HttpRequest, wanted: Query[ListIn]) -> ListPageOut:
    """The incidents within one's sight, newest or most pressing first, by keyset."""
    at = now()
    narrowed = Filter(
        area_code=wanted.area_code,
        states=tuple(wanted.state),
        item=wanted.item,
        channel=wanted.channel,
        is_urgent=wanted.is_urgent,
        is_overdue=wanted.is_overdue,
        is_slipping=wanted.is_slipping,
        since=wanted.since,
        until=wanted.until,
        receipt_no=wanted.receipt_no,
        bucket=wanted.bucket,
        is_open=wanted.is_open,
        unit_id=wanted.unit_id,
        is_mine=wanted.is_mine,
        words=wanted.words,
        shape=wanted.shape,
        component_id=wanted.component_id,
    )
    page = queries.list_incidents(
        request.auth, narrowed, at=at, order=wanted.order, cursor=wanted.cursor, size=wanted.size
    )
    offers = {row.pk: queries.batch_moves(request.auth, row) for row in page.rows}
    seen = queries.seen_among(request.auth, offers)
    rows = [
        ListedOut.model_construct(  # what is in the row was checked when the row was made
            **row.__dict__, is_seen=row.id in seen, actions=[move.action for move in offers[row.id]]
        )
        for row in rows_out(page.rows, at=at)
    ]
    return ListPageOut(rows=rows, actions=_many_actions(offers.values()), next_cursor=page.next_cursor)


def _many_actions(offers: Iterable[Sequence[Move]]) -> list[ManyActionOut]:
    """Each action once, with all that any of the rows needs for it."""
    needs: dict[Action, set[str]] = {}
    for move in (move for moves in offers for move in moves):
        needs.setdefault(move.action, set()).update(need.value for need in move.needs)
    return [
        ManyActionOut(
            action=action,
            label=ACTION_LABELS[action][0],
            label_en=ACTION_LABELS[action][1],
            needs=sorted(needs[action]),
        )
        for action in BATCH_ACTIONS
        if action in needs
    ]


@operation(router, "GET", "/inbox", "getInbox", P.READ_INCIDENT, response=io.InboxOut)
def get_inbox(request: HttpRequest) -> io.InboxOut:
    """How much waits in each tray of one's post."""
    counts = queries.inbox_counts(request.auth, at=now())
    return io.InboxOut(
        buckets=[
            io.BucketOut(
                bucket=bucket.value,
                label=BUCKET_LABELS[bucket.value][0],
                label_en=BUCKET_LABELS[bucket.value][1],
                count=count,
                is_capped=count >= COUNT_CAP,
            )
            for bucket, count in counts.items()
        ]
    )


@operation(
    router,
    "GET",
    "/incidents/{incident_id}",
    "getIncident",
    P.READ_INCIDENT,
    response=io.IncidentOut,
    sees="incident",
)
def get_incident(request: HttpRequest, incident_id: UUID) -> io.IncidentOut:
    """One incident with its course and what can be done now."""
    at = now()
    incident = queries.incident_for(request.auth, incident_id)
    services.note_seen(request.auth, incident_id, at=at)
    return incident_out(request.auth, incident, at=at)


@operation(
    router,
    "POST",
    "/incidents/{incident_id}/reporter",
    "revealReporter",
    P.REVEAL_PERSONAL,
    response=io.RevealOut,
    sees="incident",
    proof=ProofNeeded.ONCE,
)
def reveal_reporter(request: HttpRequest, incident_id: UUID, body: io.RevealIn) -> io.RevealOut:
    """The reporter's phone; the look is recorded and the reporter sees it."""
    phone = services.reveal_reporter(
        request.auth, incident_id, purpose=Purpose(body.purpose), remark=body.remark, at=now()
    )
    return io.RevealOut(phone=phone)


@operation(
    router,
    "GET",
    "/incidents/{incident_id}/looks",
    "listLooks",
    P.READ_INCIDENT,
    response=list[io.LookOut],
    sees="incident",
)
def list_looks(request: HttpRequest, incident_id: UUID) -> list[io.LookOut]:
    """Who looked at the reporter's personal data: for the reporter, and each looker's own looks."""
    queries.incident_for(request.auth, incident_id)
    return looks_out(incident_id)


@operation(
    router,
    "GET",
    "/track/{code}/looks",
    "listTrackedLooks",
    P.TRACK_INCIDENT,
    response=list[io.LookOut],
    is_public=True,
    opens_eyes=False,
    sees="tracked",
)
def list_tracked_looks(request: HttpRequest, code: Path[io.Line]) -> list[io.LookOut]:
    """Who looked at one's phone number, by tracking code."""
    actor, incident_id = proved(request, code)
    with eyes(actor):
        return looks_out(incident_id)


def looks_out(incident_id: UUID) -> list[io.LookOut]:
    return [
        io.LookOut(at=look.at, viewer_name=look.viewer_name, field=look.field, purpose=look.purpose)
        for look in looks_at(f"incidents.incident:{incident_id}")
    ]
