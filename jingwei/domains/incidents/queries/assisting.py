"""Assists of matters: who helps, who still owes something."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from jingwei.domains.incidents.contracts import State
from jingwei.domains.incidents.models import Assist, Incident
from jingwei.domains.incidents.rules.assisting import ASSISTED
from jingwei.domains.incidents.rules.sight import Standing
from jingwei.foundation.access.contracts import Actor


def assists_of(incident: Incident) -> list[Assist]:
    """Every assist of a matter already seen, in the order in which they were asked for."""
    return list(Assist.objects.filter(incident_id=incident.pk).order_by("asked_at", "id"))


def open_assists(incident_id: UUID) -> list[Assist]:
    """Those that have not ended."""
    return list(Assist.objects.filter(incident_id=incident_id, ended_at=None).order_by("asked_at", "id"))


def open_assist_of(incident_id: UUID, unit_id: UUID) -> Assist | None:
    """The running assist of one unit."""
    return Assist.objects.filter(incident_id=incident_id, unit_id=unit_id, ended_at=None).first()


def ended_assists(assist_ids: Iterable[UUID]) -> dict[UUID, datetime]:
    """When these assists ended, of those that have; as far as the reader sees the matters."""
    rows = Assist.objects.filter(pk__in=list(assist_ids), ended_at__isnull=False)
    return {key: ended_at for key, ended_at in rows.values_list("id", "ended_at") if ended_at is not None}


def assisting_units(actor: Actor, incident: Incident) -> frozenset[UUID]:
    """The units with a running assist, looked up only where the actor's own might be one of them."""
    is_elsewhere = actor.unit_id not in {None, incident.centre_id, incident.handler_unit_id}
    if not is_elsewhere or State(incident.state) not in ASSISTED:
        return frozenset()
    rows = Assist.objects.filter(incident_id=incident.pk, ended_at=None)
    return frozenset(rows.values_list("unit_id", flat=True))


def assisted_by(unit_id: UUID | None) -> Q:
    """The condition of a list: matters in which a unit has a running assist."""
    return Q(Exists(Assist.objects.filter(incident_id=OuterRef("pk"), unit_id=unit_id, ended_at=None)))


def with_assists(actor: Actor, incident: Incident, standing: Standing) -> Standing:
    """The standing with the units that assist, where that may decide what the actor can do."""
    units = assisting_units(actor, incident)
    return replace(standing, assisting=units) if units else standing
