"""What the unit does with its task: take, return, assign, handle, ask for time."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from jingwei.domains.clocks.contracts import Limit, in_words, parse_limit
from jingwei.domains.clocks.queries.policy import policy_at
from jingwei.domains.clocks.queries.running import is_longer
from jingwei.domains.incidents.contracts import Action
from jingwei.domains.incidents.models import Assignment, Attachment, Extension, Incident
from jingwei.domains.incidents.queries import item_of
from jingwei.domains.incidents.rules.evidence import EVIDENCE_LABELS, missing_evidence
from jingwei.domains.incidents.rules.objecting import Outcome
from jingwei.domains.incidents.rules.refusals import AssigneeUnfit, EvidenceMissing, ExtensionRefused
from jingwei.domains.incidents.services.assist_ends import require_assists_done
from jingwei.domains.incidents.services.centre import end_assignment
from jingwei.domains.incidents.services.course import Proof, Taking, step
from jingwei.domains.incidents.services.waiting import end_objection, require_returnable
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.access.queries import unit_of_post
from jingwei.kernel.ids import uuid7


def take_task(actor: Actor, incident_id: UUID, *, at: datetime, version: int | None = None) -> Incident:
    """Take the task 接收; whoever takes it has it until it is assigned to somebody else."""
    with step(actor, incident_id, Action.TAKE, at=at, version=version) as taking:
        _put_in_hands(taking, actor.post_id)
    return taking.incident


def return_task(
    actor: Actor, incident_id: UUID, *, remark: str, at: datetime, version: int | None = None
) -> Incident:
    """Return 退回 to the centre with the reason; the unit keeps sight of it. Raises: ReturnRefused."""
    with step(actor, incident_id, Action.RETURN, at=at, version=version, remark=remark) as taking:
        require_returnable(taking.incident, at=at)
        taking.facts.update(unit_id=str(taking.incident.handler_unit_id))
        end_assignment(taking, "returned")
    return taking.incident


def assign_task(
    actor: Actor,
    incident_id: UUID,
    *,
    post_id: UUID,
    at: datetime,
    version: int | None = None,
    remark: str = "",
) -> Incident:
    """Assign 指派 inside the unit to a post of it. Raises: AssigneeUnfit."""
    with step(actor, incident_id, Action.ASSIGN, at=at, version=version, remark=remark) as taking:
        if unit_of_post(post_id) != taking.incident.handler_unit_id:
            raise AssigneeUnfit
        _put_in_hands(taking, post_id)
        taking.give_part("assignee", post_id=post_id)
        taking.facts.update(post_id=str(post_id))
    return taking.incident


def handle_task(
    actor: Actor,
    incident_id: UUID,
    *,
    remark: str,
    at: datetime,
    version: int | None = None,
    proofs: Sequence[Proof] = (),
) -> Incident:
    """Report the task handled 处置反馈, with the proof the item asks for. Raises: EvidenceMissing."""
    with step(
        actor, incident_id, Action.HANDLE, at=at, version=version, remark=remark, proofs=proofs
    ) as taking:
        _require_evidence(taking, proofs)
        end_objection(taking.incident, Outcome.WITHDRAWN, at=at)
        require_assists_done(taking.incident)
        Assignment.objects.filter(incident_id=incident_id, ended_at=None).update(
            ended_at=at, outcome="handled"
        )
        Extension.objects.filter(incident_id=incident_id, decided_at=None).update(
            decided_at=at, is_granted=False, remark="handled"
        )
    return taking.incident


def ask_extension(
    actor: Actor, incident_id: UUID, *, remark: str, limit: str, at: datetime, version: int | None = None
) -> Incident:
    """Ask for time 申请延期 before the deadline, once a task. Raises: ExtensionRefused, BadLimit."""
    wanted = parse_limit(limit)
    with step(actor, incident_id, Action.ASK_EXTENSION, at=at, version=version, remark=remark) as taking:
        task = Assignment.objects.get(incident_id=incident_id, ended_at=None)
        asked_before = Extension.objects.filter(assignment_id=task.pk)
        if asked_before.filter(decided_at=None).exists():
            raise ExtensionRefused(
                reason="上一次申请还在审批。", reason_en="the last request is being decided."
            )
        _require_within_policy(asked_before.filter(is_granted=True).count(), wanted, at)
        if taking.incident.due_at is not None and at > taking.incident.due_at:
            raise ExtensionRefused(
                reason="已经超时，请尽快办理并说明原因。",
                reason_en="it is overdue already; handle it soon and explain why.",
            )
        Extension(
            id=uuid7(),
            incident_id=incident_id,
            assignment_id=task.pk,
            asked_at=at,
            asked_by_post_id=actor.post_id,
            limit=limit.strip(),
            reason=remark.strip(),
        ).save(force_insert=True)
        taking.facts.update(limit=limit.strip(), working=type(wanted).__name__)
    return taking.incident


def _require_within_policy(granted: int, wanted: Limit, at: datetime) -> None:
    policy = policy_at(at)
    if granted >= policy.extension_times:
        raise ExtensionRefused(
            reason=f"同一任务最多延期{policy.extension_times}次。",
            reason_en=f"a task is extended {policy.extension_times} times at most.",
        )
    if is_longer(wanted, parse_limit(policy.extension_limit), since=at):
        raise ExtensionRefused(
            reason=f"一次最长延期{in_words(policy.extension_limit)}。请缩短。",
            reason_en=f"the longest is {policy.extension_limit}. Ask for less.",
        )


def _put_in_hands(taking: Taking, post_id: UUID | None) -> None:
    taking.incident.assignee_post_id = post_id
    tasks = Assignment.objects.filter(incident_id=taking.incident.pk, ended_at=None)
    tasks.update(assignee_post_id=post_id)
    tasks.filter(taken_at=None).update(taken_at=taking.at)


def _require_evidence(taking: Taking, proofs: Sequence[Proof]) -> None:
    item = item_of(taking.incident)
    if item is None:
        return
    before = Attachment.objects.filter(incident_id=taking.incident.pk).values_list("kind", flat=True)
    missing = missing_evidence(item.evidence, shown={proof.kind for proof in proofs}, already=set(before))
    if missing:
        raise EvidenceMissing(
            item=item.item_name,
            missing="、".join(EVIDENCE_LABELS[kind][0] for kind in missing),
            missing_en=", ".join(EVIDENCE_LABELS[kind][1] for kind in missing),
            kinds=missing,
        )
