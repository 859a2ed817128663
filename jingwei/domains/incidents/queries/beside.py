"""What keeps a report from being worked on by itself: it is held for a second look, or was folded into another."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from jingwei.domains.incidents.models import Hold, Incident, Mark
from jingwei.domains.incidents.queries.lists import LIST_COLUMNS
from jingwei.domains.incidents.rules.sight import NOBODY_BY_AREA
from jingwei.foundation.access.contracts import Actor

MOST_HELD = 200
MOST_MARKS = 200
FOLDED_PAGE = 200
BRIEF_COLUMNS = (*LIST_COLUMNS, "words", "identity", "reporter_id")


@dataclass(frozen=True, slots=True)
class HeldReport:
    """A report that waits for a second person, with the mark that holds it."""

    incident: Incident
    hold: Hold
    mark: Mark | None


def is_held(incident: Incident) -> bool:
    """Whether a second person has to look first. Needs eyes of staff that see it."""
    if incident.sight_floor != NOBODY_BY_AREA or incident.receiving_post_id is not None:
        return False
    return Hold.objects.filter(incident_id=incident.pk, ended_at=None).exists()


def hold_of(actor: Actor, incident: Incident) -> Hold | None:
    """Why a report was held or passed on, for staff; the fence keeps it from who reported."""
    if actor.unit_id is None:
        return None
    return Hold.objects.filter(incident_id=incident.pk).first()


def head_of(actor: Actor, incident: Incident) -> Incident | None:
    """The matter a report was folded into, if the actor sees it."""
    if incident.head_id is None:
        return None
    return Incident.objects.visible_to(actor).filter(pk=incident.head_id).first()


def held_reports(actor: Actor) -> list[HeldReport]:
    """What waits for a second look in the actor's centre and in those below it; the longest waiting first."""
    waiting = {
        row.incident_id: row for row in Hold.objects.filter(ended_at=None).order_by("held_at")[:MOST_HELD]
    }
    rows = Incident.objects.visible_to(actor).filter(pk__in=waiting.keys()).only(*BRIEF_COLUMNS)
    marks = {row.pk: row for row in Mark.objects.filter(pk__in={one.mark_id for one in waiting.values()})}
    found = [HeldReport(row, waiting[row.pk], marks.get(waiting[row.pk].mark_id)) for row in rows]
    return sorted(found, key=lambda one: (one.hold.held_at, one.incident.pk))


def marks_for(actor: Actor, *, at: datetime) -> Sequence[Mark]:
    """The marks made within the actor's area, the latest first; running ones before those that have ended."""
    if not actor.scope:
        return []
    rows = Mark.objects.filter(area_code__startswith=actor.scope).order_by("-marked_at", "-id")[:MOST_MARKS]
    return sorted(rows, key=lambda one: one.lifted_at is not None or one.expires_at <= at)


def folded_into(actor: Actor, head_id: UUID) -> list[Incident]:
    """The reports that were folded into a matter, as far as the actor sees them; the earliest first."""
    rows = Incident.objects.visible_to(actor).filter(head_id=head_id)
    return list(rows.order_by("reported_at", "id").only(*BRIEF_COLUMNS)[:FOLDED_PAGE])
