"""What follows from rulings: the dated policy about changing hands, and a line for the duty matrix."""

from datetime import datetime
from uuid import UUID

from jingwei.domains.clocks.contracts import parse_limit
from jingwei.domains.incidents.models import HandoffRule, Precedent
from jingwei.domains.incidents.queries.disputes import precedent_about
from jingwei.domains.incidents.rules.objecting import HandoffPolicy, LineDraftedAlready, PolicyInPast
from jingwei.domains.incidents.services.course import locked
from jingwei.domains.routing.contracts import DutyLine, NewLine
from jingwei.domains.routing.services.duties import propose_line
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.access.queries import unit_brief
from jingwei.foundation.work import work
from jingwei.kernel.clock import local


def set_policy(actor: Actor, policy: HandoffPolicy, *, at: datetime) -> None:
    """Decide what holds from a day to come; setting the same day again replaces what was meant for it.

    Raises: PolicyInPast, BadLimit.
    """
    parse_limit(policy.objection_limit)
    if policy.from_on <= local(at).date():
        raise PolicyInPast
    with work(actor, Permission.MANAGE_ITEMS) as job:
        values = {
            "returns": policy.returns.value,
            "objection_limit": policy.objection_limit,
            "recurrence_radius_m": policy.recurrence_radius_m,
            "recurrence_days": policy.recurrence_days,
            "set_at": at,
            "set_by": actor.name,
        }
        if not HandoffRule.objects.filter(from_on=policy.from_on).update(**values):
            HandoffRule(from_on=policy.from_on, **values).save(force_insert=True)
        job.record_own(
            "incidents.handoff_policy:city", from_on=policy.from_on.isoformat(), returns=policy.returns.value
        )


def draft_line(actor: Actor, incident_id: UUID, *, at: datetime) -> DutyLine:
    """Put the latest ruling about a matter into the draft of the duty matrix, so that such cases go right at once.

    Raises: NotFound, NoPrecedent, LineDraftedAlready; what the matrix refuses.
    """
    with work(actor, Permission.PROPOSE_DUTY) as job:
        incident = locked(actor, incident_id)
        precedent = precedent_about(incident)
        if precedent.drafted_at is not None:
            raise LineDraftedAlready
        job.record(incident, act="draft_line", precedent=str(precedent.pk))
        line = propose_line(actor, _line_of(precedent), at=at)
        Precedent.objects.filter(pk=precedent.pk).update(drafted_at=at)
    return line


def _line_of(precedent: Precedent) -> NewLine:
    unit = unit_brief(precedent.to_unit_id)
    day = local(precedent.ruled_at).date().isoformat()
    return NewLine(
        lead=f"={unit.code}" if unit.code else unit.kind,
        item_prefix=precedent.item_code,
        area_code=precedent.area_code,
        basis=f"异议裁决（{day}）：{precedent.ruling}"[:300],
    )
