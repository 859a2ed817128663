"""Recurrence 复发: what came back at the same place within the policy's days is tied to the time before.

Runs after a matter was accepted or corrected, in the queue and at least once: the tie is made anew from what stands.
"""

from datetime import datetime
from uuid import UUID

from jingwei.domains.incidents.contracts import Action, State
from jingwei.domains.incidents.models import Incident, Tie
from jingwei.domains.incidents.queries.disputes import policy_on
from jingwei.domains.incidents.rules.nearby import cells_around
from jingwei.domains.incidents.rules.sight import FULL_FLOOR
from jingwei.domains.incidents.rules.ties import Recurrence, Spot, TieKind, recurrence_of
from jingwei.foundation.access.contracts import Permission, system_actor
from jingwei.foundation.scoping import eyes
from jingwei.foundation.work import work
from jingwei.kernel.clock import local

RECALLER = system_actor("复发关联")
SETTLES = frozenset({Action.ACCEPT, Action.CORRECT, Action.REROUTE})
"""Steps after which item or place may be another."""
MOST_COMPARED = 500


def tie_recurrence(incident_id: UUID, action: Action, *, at: datetime) -> int:
    """Tie a matter to the latest one of the same item that was closed here; returns how often it came before."""
    if action not in SETTLES:
        return 0
    with eyes(RECALLER):
        incident = Incident.objects.visible_to(RECALLER).filter(pk=incident_id, head_id=None).first()
        if incident is None or not _is_plain(incident):
            return 0
        found = _recurrence(incident)
        before = Tie.objects.filter(incident_id=incident_id, kind=TieKind.RECURRENCE.value).first()
    if _says_the_same(before, found):
        return found.times if found else 0
    with work(RECALLER, Permission.CORRECT_INCIDENT) as job:
        Tie.objects.filter(incident_id=incident_id, kind=TieKind.RECURRENCE.value).delete()
        if found is not None:
            row = Tie(incident_id=incident_id, other_id=found.earlier_id, kind=TieKind.RECURRENCE.value)
            row.tied_at, row.distance_m, row.days, row.times = at, found.distance_m, found.days, found.times
            row.save(force_insert=True)
        job.record(incident, act="tie_recurrence", earlier=str(found.earlier_id) if found else "")
    return found.times if found else 0


def _recurrence(incident: Incident) -> Recurrence | None:
    policy = policy_on(local(incident.reported_at).date())
    here = Spot(incident.pk, incident.position.x, incident.position.y, incident.reported_at)
    rows = (
        Incident.objects.visible_to(RECALLER)
        .filter(
            place_cell__in=cells_around(here.lon, here.lat, policy.recurrence_radius_m),
            closed_at__lte=incident.reported_at,
            state=int(State.CLOSED),
            item_code=incident.item_code,
            head_id=None,
            sight_floor=FULL_FLOOR,
            about_unit_id=None,
        )
        .exclude(pk=incident.pk)
        .order_by("-closed_at")
    )
    closed = [
        Spot(key, place.x, place.y, closed_at)
        for key, place, closed_at in rows.values_list("pk", "position", "closed_at")[:MOST_COMPARED]
    ]
    return recurrence_of(here, closed, radius_m=policy.recurrence_radius_m, days=policy.recurrence_days)


def _is_plain(incident: Incident) -> bool:
    """With item and place, and seen by everybody of its area: a tie of others would tell that there is one."""
    has_place = incident.position is not None and not incident.position.empty
    return bool(
        has_place
        and incident.item_code
        and incident.sight_floor == FULL_FLOOR
        and incident.about_unit_id is None
        and not incident.is_history
    )


def _says_the_same(before: Tie | None, found: Recurrence | None) -> bool:
    if before is None or found is None:
        return before is None and found is None
    return (before.other_id, before.times) == (found.earlier_id, found.times)
