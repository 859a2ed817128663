"""Setting right what a matter is about or where it lies, at any time before it is handled, without losing time or sight.

What fits after the correction stays with whoever has it and keeps its clock, measured by the corrected item's limit.
What does not fit goes on to another unit in the same step 改派.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from jingwei.domains.incidents.contracts import Action, State
from jingwei.domains.incidents.models import Assignment, Incident
from jingwei.domains.incidents.queries.receivers import is_fit
from jingwei.domains.incidents.rules.lifecycle import WITH_UNIT
from jingwei.domains.incidents.rules.refusals import CorrectionMovesAway
from jingwei.domains.incidents.services.centre import move_place, set_item
from jingwei.domains.incidents.services.course import Taking, start_stage, step
from jingwei.domains.incidents.services.deadlines import replayed
from jingwei.domains.incidents.services.objecting import pass_to_unit
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.access.queries import unit_brief
from jingwei.kernel.geo import Position


@dataclass(frozen=True, slots=True)
class Correction:
    """What a centre sets right after a look: the item, the place, or both."""

    item_code: str | None = None
    position: Position | None = None
    address: str | None = None


def correct_incident(
    actor: Actor,
    incident_id: UUID,
    correction: Correction,
    *,
    remark: str,
    at: datetime,
    version: int | None = None,
) -> Incident:
    """Correct 更正 item or place. A place in another community moves it to that centre; no time is lost:
    the running clock goes on. Raises: OutsideCity, ItemUnknown; CorrectionMovesAway where the unit that has it does
    not serve the corrected place."""
    with step(actor, incident_id, Action.CORRECT, at=at, version=version, remark=remark) as taking:
        _set_right(taking, correction)
        if State(taking.incident.state) in WITH_UNIT:
            _stay_with_unit(taking, is_other_item=bool(correction.item_code))
    return taking.incident


def reroute_incident(
    actor: Actor,
    incident_id: UUID,
    *,
    unit_id: UUID,
    remark: str,
    at: datetime,
    version: int | None = None,
    correction: Correction | None = None,
) -> Incident:
    """Give it to another unit 改派, with what was wrong about item or place set right in the same step.

    The unit that had it keeps sight of it; the new one gets a task with a whole limit of its own.
    Raises: UnitUnfit, also for the unit that has it; OutsideCity, ItemUnknown.
    """
    with step(actor, incident_id, Action.REROUTE, at=at, version=version, remark=remark) as taking:
        if correction is not None:
            _set_right(taking, correction)
        pass_to_unit(taking, unit_id, outcome="rerouted")
    return taking.incident


def _set_right(taking: Taking, correction: Correction) -> None:
    if correction.item_code:
        set_item(taking, correction.item_code)
    if correction.position is not None:
        move_place(taking, correction.position)
    if correction.address is not None:
        taking.incident.address = correction.address.strip()


def _stay_with_unit(taking: Taking, *, is_other_item: bool) -> None:
    """The unit keeps it where it serves the corrected place; another item's limit counts from when it was given."""
    incident = taking.incident
    assert incident.handler_unit_id is not None
    unit = unit_brief(incident.handler_unit_id)
    if not is_fit(incident, unit):
        raise CorrectionMovesAway(unit=unit.name)
    if not is_other_item or incident.suspended_at is not None:
        return
    started = incident.stage_started_at
    start_stage(incident, at=started)
    due = replayed(incident)
    if due is not None:
        incident.due_at, incident.warn_at, incident.is_due_provisional = (
            due.due_at,
            due.warn_at,
            due.is_provisional,
        )
    Assignment.objects.filter(incident_id=incident.pk, ended_at=None).update(due_at=incident.due_at)
