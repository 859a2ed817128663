"""One action on many incidents: each in its own transaction with its own refusal, and safe to send again."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from jingwei.domains.incidents.contracts import Action
from jingwei.domains.incidents.models import Incident, Step
from jingwei.domains.incidents.queries import incident_for
from jingwei.domains.incidents.services import centre, checking, handling, leading
from jingwei.domains.incidents.services.together import BATCH_FACT, together
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.scoping import eyes
from jingwei.kernel.errors import DomainError


@dataclass(frozen=True, slots=True)
class Chosen:
    """One incident of a batch, at the version that was looked at."""

    incident_id: UUID
    version: int


@dataclass(frozen=True, slots=True)
class Given:
    """What the action needs beside the click: the same for all. An item is given only to those without one."""

    remark: str = ""
    item_code: str = ""
    unit_id: UUID | None = None
    post_id: UUID | None = None
    handle_limit: str = ""
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class RowResult:
    """What became of one incident: the version it has now, or why nothing was done to it."""

    incident_id: UUID
    version: int | None = None
    state: int | None = None
    refusal: DomainError | None = None


Verb = Callable[[Actor, Chosen, Given, datetime], Incident]


def act_together(
    actor: Actor, batch_id: UUID, action: Action, chosen: Sequence[Chosen], given: Given, *, at: datetime
) -> list[RowResult]:
    """Do one action to each, in the order given; a refusal of one leaves the others alone.

    ``batch_id`` is made by the client and stands in every step's facts: sent again, what is done stays done and is
    told as done, and the rest is tried.
    """
    verb = VERBS[action]
    results = {
        one.incident_id: one for one in _done(actor, batch_id, action, [c.incident_id for c in chosen])
    }
    for one in chosen:
        if one.incident_id not in results:
            results[one.incident_id] = _act(actor, batch_id, verb, one, given, at)
    refused = [one.incident_id for one in results.values() if one.refusal]
    if refused:  # the same batch may have been sent twice at once: what the other one did is done
        results |= {one.incident_id: one for one in _done(actor, batch_id, action, refused)}
    return [results[one.incident_id] for one in chosen]


def _act(actor: Actor, batch_id: UUID, verb: Verb, chosen: Chosen, given: Given, at: datetime) -> RowResult:
    try:
        with eyes(actor), together(batch_id):
            incident = verb(actor, chosen, given, at)
    except DomainError as refusal:
        return RowResult(chosen.incident_id, refusal=refusal)
    return RowResult(chosen.incident_id, version=incident.version, state=incident.state)


def _done(actor: Actor, batch_id: UUID, action: Action, ids: Iterable[UUID]) -> list[RowResult]:
    """What this very batch of this person has done before."""
    mark = {f"facts__{BATCH_FACT}": str(batch_id)}
    with eyes(actor):
        steps = Step.objects.filter(
            incident_id__in=list(ids), action=action.value, person_id=actor.person_id, **mark
        )
        return [RowResult(one.incident_id, version=one.version, state=one.to_state) for one in steps]


def _accept(actor: Actor, chosen: Chosen, given: Given, at: datetime) -> Incident:
    item_code = given.item_code
    if item_code and incident_for(actor, chosen.incident_id).item_code:
        item_code = ""
    return centre.accept_incident(
        actor, chosen.incident_id, item_code=item_code, remark=given.remark, version=chosen.version, at=at
    )


def _dispatch(actor: Actor, chosen: Chosen, given: Given, at: datetime) -> Incident:
    assert given.unit_id
    return centre.dispatch_incident(
        actor,
        chosen.incident_id,
        unit_id=given.unit_id,
        handle_limit=given.handle_limit,
        remark=given.remark,
        version=chosen.version,
        at=at,
    )


def _take(actor: Actor, chosen: Chosen, given: Given, at: datetime) -> Incident:
    return handling.take_task(actor, chosen.incident_id, version=chosen.version, at=at)


def _assign(actor: Actor, chosen: Chosen, given: Given, at: datetime) -> Incident:
    assert given.post_id
    return handling.assign_task(
        actor,
        chosen.incident_id,
        post_id=given.post_id,
        remark=given.remark,
        version=chosen.version,
        at=at,
    )


def _suspend(actor: Actor, chosen: Chosen, given: Given, at: datetime) -> Incident:
    assert given.until
    return centre.suspend_incident(
        actor, chosen.incident_id, remark=given.remark, until=given.until, version=chosen.version, at=at
    )


def _note(actor: Actor, chosen: Chosen, given: Given, at: datetime) -> Incident:
    return checking.note_incident(actor, chosen.incident_id, remark=given.remark, at=at)


def _remarked(service: Callable[..., Incident]) -> Verb:
    def verb(actor: Actor, chosen: Chosen, given: Given, at: datetime) -> Incident:
        return service(actor, chosen.incident_id, remark=given.remark, version=chosen.version, at=at)

    return verb


VERBS: dict[Action, Verb] = {
    Action.ACCEPT: _accept,
    Action.DISPATCH: _dispatch,
    Action.TAKE: _take,
    Action.ASSIGN: _assign,
    Action.SUSPEND: _suspend,
    Action.NOTE: _note,
    Action.RETURN: _remarked(handling.return_task),
    Action.RECALL: _remarked(centre.recall_incident),
    Action.ESCALATE: _remarked(centre.escalate_incident),
    Action.TAKE_UP: _remarked(centre.take_up_incident),
    Action.GRANT_EXTENSION: _remarked(centre.grant_extension),
    Action.REFUSE_EXTENSION: _remarked(centre.refuse_extension),
    Action.RESUME: _remarked(centre.resume_incident),
    Action.PASS_CHECK: _remarked(checking.pass_check),
    Action.FAIL_CHECK: _remarked(checking.fail_check),
    Action.CLOSE: _remarked(centre.close_incident),
    Action.VOID: _remarked(centre.void_incident),
    Action.URGE: _remarked(leading.urge_incident),
    Action.INSTRUCT: _remarked(leading.instruct_incident),
}
"""Every action of ``rules.batches``, and no other; a test holds the two together."""
