"""Operations on a matter, with and without an account: what there is to point at, and what must come of it."""

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from jingwei.domains.incidents.contracts import Action
from jingwei.domains.incidents.rules.lifecycle import TABLE, Who, move_for
from jingwei.domains.incidents.rules.sight import may_act, may_contact_reporter, sees
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.kernel.errors import DomainError
from tests.api.requests import Operation
from tests.matrix import of_handoffs
from tests.matrix.outcomes import Outcome
from tests.matrix.people import Seat
from tests.matrix.targets import Target
from tests.matrix.world import HEAD, Case, World


def action_of(operation: Operation) -> Action | None:
    """The verb of the life-cycle table an operation performs, by the last word of its path."""
    last = operation.path.rsplit("/", 1)[-1].replace("-", "_")
    return Action(last) if not operation.is_safe and last in {action.value for action in Action} else None


NO_ID = UUID(int=0)
ALWAYS = ("reported", "tip", "about a unit")
"""Cases every verb is tried on, also where the table has no such move: sight comes before state."""
BESIDE = {
    "takeAssist": "assisted",
    "reportAssist": "assisted",
    "excuseAssist": "assisted",
    "markSource": "held",
    "releaseHeld": "held",
    "dismissHeld": "held",
    "takeOutIncident": "folded",
    "listFolded": HEAD,
    **of_handoffs.BESIDE,
}
"""What is not of the table, and the case on which it can be done."""


def incident_targets(world: World, operation: Operation) -> Iterable[Target]:
    """For a verb the first case of each stage it starts from; for the cheapest reading, each different standing."""
    action = action_of(operation)
    reads_all = operation.operation_id in {"listLooks", "revealReporter"}
    tried: set[object] = set()
    for case in world.cases.values():
        move = TABLE.get((case.state, action)) if action else None
        has_turn = move is not None and move.who is not Who.WITHIN_SIGHT
        key = (case.state, case.is_suspended) if has_turn else replace(case.standing, incident_id=NO_ID)
        is_its = BESIDE.get(operation.operation_id) == case.name
        if case.name in ALWAYS or is_its or ((has_turn or reads_all) and key not in tried):
            yield Target(case.name, {"incident_id": str(case.incident_id)}, case)
        tried.add(key)


def incident_expected(seat: Seat, operation: Operation, target: Target) -> Outcome:
    case: Case = target.facts
    if not sees(seat.actor, case.standing):
        return Outcome.HIDDEN
    if operation.permission == Permission.REVEAL_PERSONAL:
        if not may_contact_reporter(seat.actor, case.standing):
            return Outcome.PROTECTED
        return Outcome.IN if case.has_phone else Outcome.HIDDEN
    return turn_of(seat.actor, operation, case)


def turn_of(actor: Actor, operation: Operation, case: Case) -> Outcome:
    """A verb that the table has no row for is refused by state, whoever asks; else it must be their turn."""
    action = action_of(operation)
    if action is None:
        return Outcome.IN
    try:
        move = move_for(case.state, action, is_suspended=case.is_suspended)
    except DomainError:
        return Outcome.IN
    return Outcome.IN if may_act(move.who, actor, case.standing) else Outcome.NOT_YOURS


def _tracked_targets(world: World, operation: Operation) -> Iterable[Target]:
    yield Target("a wrong code", {"code": "0000000000"})
    for target in incident_targets(world, operation):
        yield Target(target.name, {"code": target.facts.tracking_code}, target.facts)


def _tracked_expected(seat: Seat, operation: Operation, target: Target) -> Outcome:
    """Whoever knows the code is the reporter, of this one matter and without their post."""
    if target.facts is None:
        return Outcome.HIDDEN
    reporter = Actor(role=seat.actor.role, name="反映人", case_id=target.facts.incident_id)
    return turn_of(reporter, operation, target.facts)


def _tracked_files(world: World, operation: Operation) -> Iterable[Target]:
    for planted in world.files:
        for name in ("reported", "handling"):
            case, is_its = world.cases[name], planted.case == name
            samples = {"code": case.tracking_code, "file_id": str(planted.file_id), "side_px": 320}
            yield Target(f"code of “{name}”, photo of “{planted.case}”", samples, is_its)


def _tracked_file_expected(seat: Seat, operation: Operation, target: Target) -> Outcome:
    """The code opens the files of its one matter, whoever types it."""
    return Outcome.IN if target.facts is True else Outcome.HIDDEN
