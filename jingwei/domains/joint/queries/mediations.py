"""Disputes: one with its parties and its course, lists by the newest, and the kinds in force."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Min, Q

from jingwei.domains.joint.contracts import MediationState, MediationWay
from jingwei.domains.joint.models import DisputeKind, Mediation, MediationEntry, Party
from jingwei.foundation.access.contracts import Actor
from jingwei.kernel.errors import NotFound
from jingwei.kernel.paging import Page, key_of, page_of

LARGEST_PAGE = 100
WAITING = (MediationState.WAITING.value, MediationState.RUNNING.value)


@dataclass(frozen=True, slots=True)
class MediationFilter:
    """What a list is narrowed to."""

    state: tuple[MediationState, ...] = ()
    way: MediationWay | None = None
    kind: str | None = None
    level: int | None = None
    area_code: str | None = None
    incident_id: UUID | None = None
    is_mine: bool = False
    is_overdue: bool = False
    words: str = ""


def mediation_for(actor: Actor, mediation_id: UUID) -> Mediation:
    """Raises: NotFound."""
    found: Mediation | None = Mediation.objects.visible_to(actor).filter(pk=mediation_id).first()
    if found is None:
        raise NotFound
    return found


def takes_part(actor: Actor, row: Mediation) -> bool:
    """Whether the actor's unit registered or mediates it, did so before, or is the area's centre."""
    mine = actor.sharing_unit_id
    return mine is not None and (mine == row.unit_id or mine in row.unit_ids)


def overdue(at: datetime) -> Q:
    """Mediating takes too long, or nobody asked whether the agreement is kept."""
    return Q(state__in=WAITING, due_at__lt=at) | Q(state=MediationState.AGREED.value, follow_at__lt=at)


def list_mediations(
    actor: Actor, wanted: MediationFilter, *, cursor: str | None, size: int, at: datetime
) -> Page[Mediation]:
    """The newest first, by keyset. Raises: BadCursor."""
    rows = _wanted(actor, wanted, at)
    if cursor:
        called_at, last_id = key_of(cursor, datetime, UUID)
        rows = rows.filter(Q(called_at__lt=called_at) | Q(called_at=called_at, id__lt=last_id))
    found = list(rows.order_by("-called_at", "-id")[: size + 1])
    return page_of(found, size, lambda row: (row.called_at, row.pk))


def count_mediations(actor: Actor, wanted: MediationFilter, *, most: int, at: datetime) -> int:
    return int(_wanted(actor, wanted, at).order_by()[:most].count())


def _wanted(actor: Actor, wanted: MediationFilter, at: datetime) -> Any:
    rows = Mediation.objects.listed_for(actor, within=wanted.area_code)
    way = wanted.way.value if wanted.way else None
    exact = {"way": way, "kind_code": wanted.kind, "level": wanted.level}
    rows = rows.filter(**{name: value for name, value in exact.items() if value is not None})
    if wanted.state:
        rows = rows.filter(state__in=[one.value for one in wanted.state])
    if wanted.incident_id is not None:
        rows = rows.filter(incident_id=wanted.incident_id)
    if wanted.is_mine:
        rows = rows.filter(unit_id=actor.sharing_unit_id)
    if wanted.is_overdue:
        rows = rows.filter(overdue(at))
    if wanted.words:
        rows = rows.filter(title__icontains=wanted.words)
    return rows


def parties_of(mediation_id: UUID) -> list[Party]:
    """As far as the eyes that look may see them."""
    return list(Party.objects.filter(mediation_id=mediation_id).order_by("number"))


def entries_of(mediation_id: UUID) -> list[MediationEntry]:
    """The course, as far as the eyes that look may see it."""
    return list(MediationEntry.objects.filter(mediation_id=mediation_id).order_by("at", "id"))


def dispute_kinds(*, on: date) -> list[DisputeKind]:
    """The kinds in force on a day, in their order."""
    in_force = Q(until_on=None) | Q(until_on__gt=on)
    return list(DisputeKind.objects.filter(in_force, from_on__lte=on).order_by("position", "code"))


def numbers_kept(*, before: datetime) -> dict[str, Any]:
    """How many telephones of parties are past their period, and since when."""
    rows = Party.objects.filter(mediation__in=ended_before(before), phone_sealed__isnull=False)
    return dict(rows.aggregate(count=Count("pk"), since=Min("mediation__ended_at")))


def ended_before(before: datetime) -> Any:
    """Disputes that ended before a moment, whoever's they are."""
    rows = Mediation.objects.unscoped("telephones of parties go a year after the end")
    return rows.filter(ended_at__lt=before)
