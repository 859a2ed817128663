"""Clocks that machines keep: pauses that end by themselves, and deadlines made again once the calendar is there."""

from datetime import datetime

from jingwei.domains.clocks.contracts import CalendarTime, Deadline, WorkingTime, parse_limit
from jingwei.domains.clocks.queries import deadline_for
from jingwei.domains.incidents.models import Assignment, Extension, Incident, Suspension
from jingwei.domains.incidents.services.centre import resume_incident
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.scoping import eyes
from jingwei.foundation.work import work

AT_ONCE = 500
SUSPENSION_OVER = "挂起期满，自动恢复"


def resume_due(actor: Actor, *, at: datetime) -> int:
    """Resume every incident whose suspension has reached its day; returns how many. Each in a transaction of its own."""
    with eyes(actor):
        over = Suspension.objects.filter(ended_at=None, until_at__lte=at).order_by("until_at")
        waiting = list(over.values_list("incident_id", flat=True)[:AT_ONCE])
    for incident_id in waiting:
        resume_incident(actor, incident_id, remark=SUSPENSION_OVER, at=at)
    return len(waiting)


def recompute_provisional(actor: Actor, *, at: datetime) -> int:
    """Recompute every provisional deadline; returns how many changed. Idempotent."""
    changed = 0
    last = None
    while True:
        with work(actor, Permission.SWEEP_CLOCKS) as job:
            rows = Incident.objects.visible_to(actor).filter(is_due_provisional=True, due_at__isnull=False)
            if last is not None:
                rows = rows.filter(pk__gt=last)
            batch = list(rows.order_by("pk").select_for_update(of=("self",))[:AT_ONCE])
            for incident in batch:
                changed += _recompute(incident, at)
            job.record_own("incidents.incident:provisional", looked_at=len(batch), at=at.isoformat())
        if len(batch) < AT_ONCE:
            return changed
        last = batch[-1].pk


def replayed(incident: Incident) -> Deadline | None:
    """The running clock's deadline from its facts: the limit, then extensions and pauses in the order they came."""
    if not incident.stage_limit:
        return None
    whole = parse_limit(incident.stage_limit)
    due = deadline_for(incident.stage_started_at, whole)
    since = incident.stage_started_at
    granted = Extension.objects.filter(incident_id=incident.pk, is_granted=True, decided_at__gte=since)
    ended = Suspension.objects.filter(
        incident_id=incident.pk, ended_at__gte=since, left_minutes__isnull=False
    )
    happenings: list[tuple[datetime, Extension | Suspension]] = [
        (e.decided_at, e) for e in granted if e.decided_at
    ]
    happenings += [(s.ended_at, s) for s in ended if s.ended_at]
    for moment, fact in sorted(happenings, key=lambda one: one[0]):
        if isinstance(fact, Extension):
            due = deadline_for(max(due.due_at, moment), parse_limit(fact.limit), whole=whole)
        else:
            minutes = fact.left_minutes or 0
            left = WorkingTime(minutes) if fact.is_left_working else CalendarTime(minutes)
            due = deadline_for(moment, left, whole=whole)
    return due


def _recompute(incident: Incident, at: datetime) -> bool:
    due = replayed(incident)
    if due is None:
        return False
    is_changed = incident.due_at != due.due_at
    incident.due_at, incident.warn_at, incident.is_due_provisional = (
        due.due_at,
        due.warn_at,
        due.is_provisional,
    )
    if incident.next_warn_at is not None and is_changed:
        incident.next_warn_at = at  # the sweep looks at once and finds out
    incident.save(update_fields=["due_at", "warn_at", "is_due_provisional", "next_warn_at"])
    Assignment.objects.filter(incident_id=incident.pk, ended_at=None).update(due_at=due.due_at)
    return is_changed
