"""What a matter waits for beside its course: an objection to be decided, a first receiver's duty, its parts."""

from datetime import datetime

from jingwei.domains.clocks.services.watches import stop_watch
from jingwei.domains.incidents.models import Assignment, Incident, Objection
from jingwei.domains.incidents.queries.disputes import may_object_at_all, open_children, policy_on
from jingwei.domains.incidents.rules.objecting import (
    OBJECTION_WATCH,
    Outcome,
    ReturnRefused,
    return_hindrance,
)
from jingwei.domains.incidents.rules.ties import ChildrenOpen
from jingwei.foundation.access.contracts import system_actor
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import local

ONLOOKER = system_actor("子任务核对")


def end_objection(incident: Incident, outcome: Outcome, *, at: datetime) -> None:
    """What was asked needs no answer any more: the unit handled it, or the centre took it back."""
    if incident.referee_id is None:
        return
    incident.referee_id = None
    row = Objection.objects.filter(incident_id=incident.pk, decided_at=None).first()
    if row is not None:
        row.decided_at, row.outcome = at, outcome.value
        row.save(update_fields=["decided_at", "outcome"])
        stop_watch(OBJECTION_WATCH, row.pk, at=at, outcome=outcome.value)


def require_returnable(incident: Incident, *, at: datetime) -> None:
    """Raises: ReturnRefused where the first receiver has to object instead, or has lost an objection."""
    task = Assignment.objects.filter(incident_id=incident.pk, ended_at=None).first()
    if task is None:
        return
    hindrance = return_hindrance(
        policy_on(local(at).date()),
        is_taken=task.taken_at is not None,
        was_refused=Objection.objects.filter(assignment_id=task.pk, outcome=Outcome.REFUSED.value).exists(),
        may_object=may_object_at_all(incident),
    )
    if hindrance is not None:
        raise ReturnRefused(reason=hindrance[0], reason_en=hindrance[1])


def require_parts_done(incident: Incident) -> None:
    """Raises: ChildrenOpen, with the numbers of those still open."""
    with eyes(ONLOOKER):
        waiting = open_children(incident.pk)
    if waiting:
        raise ChildrenOpen(count=len(waiting), numbers="、".join(one.receipt_no for one in waiting))
