"""What return visits need to know of matters: the closing, whom one could ask, and what was said; and what to draw from."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from jingwei.domains.incidents.contracts import Identity, State
from jingwei.domains.incidents.models import Incident, Rating
from jingwei.domains.incidents.queries.disputes import is_child
from jingwei.domains.incidents.queries.matter import item_of, standing_of
from jingwei.domains.incidents.rules.personal import REPORTER_PHONE
from jingwei.domains.incidents.rules.sight import FULL_FLOOR, may_contact_reporter
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.privacy.services import masked_value

AREA_COLUMNS = ("city_code", "county_code", "township_code", "community_code", "grid_code", "scope_code")


@dataclass(frozen=True, slots=True)
class MatterToVisit:
    """A matter as its return visit needs it. ``can_be_asked``: somebody can be reached about it at all."""

    incident_id: UUID
    receipt_no: str
    item_code: str
    item_name: str
    areas: dict[str, str | None]
    centre_id: UUID
    centre_area: str
    handler_unit_id: UUID | None
    about_unit_id: UUID | None
    sight_floor: int
    reporter_id: UUID | None
    sealed_phone: bytes | None
    closed_at: datetime | None
    can_be_asked: bool
    can_be_drawn: bool


@dataclass(frozen=True, slots=True)
class OwnWord:
    """What the reporter said themselves about a closing."""

    at: datetime
    stars: int
    is_solved: bool
    remark: str


def matter_to_visit(actor: Actor, incident_id: UUID) -> MatterToVisit | None:
    """The matter, as far as the actor sees it; ``closed_at`` only while it is closed."""
    row = Incident.objects.visible_to(actor).filter(pk=incident_id).first()
    return _to_visit(row) if row is not None else None


def matters_to_visit(actor: Actor, incident_ids: Iterable[UUID]) -> dict[UUID, MatterToVisit]:
    """Several of them at once."""
    rows = Incident.objects.visible_to(actor).filter(pk__in=list(incident_ids))
    return {row.pk: _to_visit(row) for row in rows}


def own_word_on(incident_id: UUID, closed_at: datetime) -> OwnWord | None:
    """The reporter's rating of one closing, if they gave one; the caller has been shown the matter."""
    found = Rating.objects.filter(incident_id=incident_id, closed_at=closed_at).first()
    return OwnWord(found.at, found.stars, found.is_solved, found.remark) if found else None


def masked_phones(actor: Actor, incident_ids: Iterable[UUID]) -> dict[UUID, str]:
    """The covered numbers of those reporters whom the actor may contact; to see one whole is ``reveal_reporter``."""
    rows = Incident.objects.visible_to(actor).filter(
        pk__in=list(incident_ids), reporter_phone_sealed__isnull=False
    )
    shown = {}
    for row in rows:
        if row.identity != Identity.ANONYMOUS and may_contact_reporter(actor, standing_of(row)):
            shown[row.pk] = masked_value(REPORTER_PHONE, row.reporter_phone_sealed) or ""
    return shown


def closed_between(
    actor: Actor, *, area_code: str, since: datetime, until: datetime, item_prefix: str, most: int
) -> list[UUID]:
    """Ordinary matters of an area that were closed in a period and have a place one can go to; at most ``most`` + 1.

    Tips, what is about a unit and history are not among them, whoever asks.
    """
    rows = Incident.objects.listed_for(actor, within=area_code).filter(
        state=int(State.CLOSED),
        closed_at__gte=since,
        closed_at__lt=until,
        reported_at__lt=until,
        sight_floor=FULL_FLOOR,
        about_unit_id=None,
        receiving_post_id=None,
        is_history=False,
        head_id=None,
        position__isnull=False,
        item_code__startswith=item_prefix,
    )
    return list(rows.values_list("pk", flat=True)[: most + 1])


def _to_visit(row: Incident) -> MatterToVisit:
    item = item_of(row)
    is_ordinary = row.receiving_post_id is None and not row.is_history
    is_named = row.identity != Identity.ANONYMOUS
    has_phone = is_named and row.reporter_phone_sealed is not None
    return MatterToVisit(
        incident_id=row.pk,
        receipt_no=row.receipt_no,
        item_code=row.item_code,
        item_name=item.item_name if item else "",
        areas={name: getattr(row, name) for name in AREA_COLUMNS},
        centre_id=row.centre_id,
        centre_area=row.centre_area,
        handler_unit_id=row.handler_unit_id,
        about_unit_id=row.about_unit_id,
        sight_floor=row.sight_floor,
        reporter_id=row.reporter_id if is_named else None,
        sealed_phone=bytes(row.reporter_phone_sealed) if has_phone else None,
        closed_at=row.closed_at if row.state == int(State.CLOSED) else None,
        can_be_asked=is_ordinary and is_named and (has_phone or row.reporter_id is not None),
        can_be_drawn=is_ordinary and not is_child(row.pk),
    )
