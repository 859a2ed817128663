"""What is known already, for whoever takes a new report: matters around a place, and the open ones of one telephone."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from jingwei.domains.incidents.contracts import Channel, Identity, State
from jingwei.domains.incidents.models import Incident
from jingwei.domains.incidents.queries.filters import APART
from jingwei.domains.incidents.queries.lists import LIST_COLUMNS
from jingwei.domains.incidents.queries.matter import item_of
from jingwei.domains.incidents.rules.lifecycle import STATE_LABELS, is_open
from jingwei.domains.incidents.rules.nearby import cells_around
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.areas.queries import names_of

MOST_READ = 120
COLUMNS = (*LIST_COLUMNS, "position", "words", "reporter_id")


@dataclass(frozen=True, slots=True)
class MatterBrief:
    """A matter as a colleague on the telephone needs it; nothing of its reporter."""

    incident_id: UUID
    receipt_no: str
    title: str
    words: str
    state: State
    state_label: str
    is_open: bool
    item_code: str
    item_name: str
    address: str
    area_name: str
    reported_at: datetime
    closed_at: datetime | None
    due_at: datetime | None
    lon: float | None
    lat: float | None
    reporter_id: UUID | None
    area_code: str


def open_matters_around(
    actor: Actor, *, lon: float | None, lat: float | None, area_code: str, radius_m: int
) -> list[MatterBrief]:
    """Open matters near a position, or the latest ones of an area where there is none; all within the actor's sight."""
    rows = Incident.objects.visible_to(actor).filter(APART, state__lt=int(State.CLOSED))
    if lon is not None and lat is not None:
        rows = rows.filter(place_cell__in=cells_around(lon, lat, radius_m))
    elif area_code:
        rows = Incident.objects.listed_for(actor, within=area_code).filter(APART, state__lt=int(State.CLOSED))
    else:
        return []
    return _briefs(rows.order_by("-reported_at", "-id").only(*COLUMNS)[:MOST_READ])


def matters_of_telephone(actor: Actor, index: bytes, *, since: datetime, most: int) -> list[MatterBrief]:
    """The open and the late matters of one telephone, newest first, as far as the actor may see and know of it.

    Confidential ones only in the centre in charge: nobody else may tell that this telephone reported them. Tips never.
    """
    known = Q(identity=Identity.NAMED) | Q(identity=Identity.CONFIDENTIAL, centre_id=actor.unit_id)
    rows = Incident.objects.visible_to(actor).filter(
        known, ~Q(channel=Channel.TIP), reporter_phone_index=index
    )
    rows = rows.filter(Q(state__lt=int(State.CLOSED)) | Q(closed_at__gte=since))
    return _briefs(rows.order_by("-reported_at", "-id").only(*COLUMNS)[:most])


def matters_by_id(actor: Actor, incident_ids: list[UUID]) -> dict[UUID, MatterBrief]:
    """Those of them that the actor may see."""
    rows = Incident.objects.visible_to(actor).filter(pk__in=incident_ids).only(*COLUMNS)
    return {one.incident_id: one for one in _briefs(rows)}


def _briefs(found: Any) -> list[MatterBrief]:
    rows = list(found)
    areas = names_of({row.scope_code for row in rows})
    return [_brief(row, areas) for row in rows]


def _brief(row: Incident, areas: dict[str, str]) -> MatterBrief:
    state = State(row.state)
    item = item_of(row)
    has_place = row.position is not None and not row.position.empty
    return MatterBrief(
        incident_id=row.pk,
        receipt_no=row.receipt_no,
        title=row.title,
        words=row.words,
        state=state,
        state_label=STATE_LABELS[state][0],
        is_open=is_open(state),
        item_code=row.item_code,
        item_name=item.item_name if item else "",
        address=row.address,
        area_name=areas.get(row.scope_code, ""),
        reported_at=row.reported_at,
        closed_at=row.closed_at,
        due_at=row.due_at,
        lon=row.position.x if has_place else None,
        lat=row.position.y if has_place else None,
        reporter_id=row.reporter_id,
        area_code=row.scope_code,
    )
