"""Handing open work over between posts of one unit: on leave, on leaving, or because hands are full."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from jingwei.domains.incidents.contracts import Action, WorkHandedOver
from jingwei.domains.incidents.models import Assignment, Incident
from jingwei.domains.incidents.queries.hands import AT_ONCE, in_hands_of, looked_after
from jingwei.domains.incidents.rules.handing import RECEIVING_ROLES, may_move_unseen
from jingwei.domains.incidents.rules.refusals import (
    AssigneeUnfit,
    HandOverToItself,
    NotInHands,
    ReceiverVacant,
)
from jingwei.domains.incidents.services.course import require_reason, step
from jingwei.foundation.access.contracts import Actor, Permission, PostBrief, Role, system_actor
from jingwei.foundation.access.queries import holder_of, post_facts
from jingwei.foundation.scoping import eyes
from jingwei.foundation.work import work
from jingwei.kernel.clock import local
from jingwei.kernel.errors import NotFound

CARRIER = system_actor("工作移交")
"""Carries confidential tips from one desk to another for an administrator, who never sees them."""


@dataclass(frozen=True, slots=True)
class HandedOver:
    """How many went over, how many of them unseen, and how many are left for another call."""

    moved: int
    unseen: int
    left: int


def hand_over_work(
    actor: Actor,
    from_post_id: UUID,
    *,
    to_post_id: UUID,
    incident_ids: Sequence[UUID] | None,
    remark: str,
    at: datetime,
) -> HandedOver:
    """Hand over 移交 all open work of a post, or chosen matters, to another post of its unit: 200 at a time.

    Each matter gets a step with the reason; clocks go on; the receiver is told once. All of them or none.
    Raises: NotFound, AssigneeUnfit, ReceiverVacant, HandOverToItself, NotInHands, RemarkMissing.
    """
    with work(actor, Permission.HAND_OVER_WORK) as job:
        giver = looked_after(actor, from_post_id)
        taker = _taker(giver, to_post_id, at=at)
        require_reason(Action.HAND_OVER, remark)
        mine = Incident.objects.visible_to(actor).filter(in_hands_of(from_post_id))
        if incident_ids is not None:
            asked = list(dict.fromkeys(incident_ids))[:AT_ONCE]
        else:
            asked = list(mine.order_by("due_at", "id").values_list("pk", flat=True)[:AT_ONCE])
        for incident_id in asked:
            _hand_over(actor, incident_id, giver, taker, remark=remark, at=at)
        unseen = 0
        if incident_ids is None and may_move_unseen(actor, giver):
            unseen = _carry_unseen(actor, giver, taker, remark=remark, at=at)
        left = mine.count() if incident_ids is None else 0
        job.record_own(
            f"access.post:{from_post_id}",
            act="hand_over",
            to_post=to_post_id,
            moved=len(asked),
            unseen=unseen,
        )
        if asked or unseen:
            job.publish(
                WorkHandedOver(
                    from_post_id=from_post_id,
                    to_post_id=to_post_id,
                    by_post_id=actor.post_id,
                    count=len(asked) + unseen,
                    at=at,
                )
            )
    return HandedOver(moved=len(asked) + unseen, unseen=unseen, left=left)


def _taker(giver: PostBrief, to_post_id: UUID, *, at: datetime) -> PostBrief:
    try:
        taker = post_facts(to_post_id)
    except NotFound:
        raise AssigneeUnfit from None
    if taker.unit_id != giver.unit_id or taker.role not in RECEIVING_ROLES:
        raise AssigneeUnfit
    if taker.post_id == giver.post_id:
        raise HandOverToItself
    if holder_of(to_post_id, on=local(at).date()) is None:
        raise ReceiverVacant(title=taker.title)
    return taker


def _hand_over(
    actor: Actor, incident_id: UUID, giver: PostBrief, taker: PostBrief, *, remark: str, at: datetime
) -> None:
    with step(actor, incident_id, Action.HAND_OVER, at=at, remark=remark) as taking:
        incident = taking.incident
        if incident.assignee_post_id == giver.post_id:
            incident.assignee_post_id = taker.post_id
            Assignment.objects.filter(incident_id=incident_id, ended_at=None).update(
                assignee_post_id=taker.post_id
            )
            taking.give_part("assignee", post_id=taker.post_id)
        elif incident.receiving_post_id == giver.post_id:
            if taker.role is not Role.DESK:
                raise AssigneeUnfit
            incident.receiving_post_id = taker.post_id
            taking.give_part("receiver", post_id=taker.post_id)
        else:
            raise NotInHands(name=incident.title)
        taking.is_internal = True
        taking.facts.update(
            from_post=str(giver.post_id),
            from_title=giver.title,
            post_id=str(taker.post_id),
            post_title=taker.title,
        )


def _carry_unseen(actor: Actor, giver: PostBrief, taker: PostBrief, *, remark: str, at: datetime) -> int:
    """What is left in the giver's hands and out of the actor's sight; only to another desk."""
    if taker.role is not Role.DESK:
        return 0
    with eyes(CARRIER):
        rest = Incident.objects.visible_to(CARRIER).filter(in_hands_of(giver.post_id))
        rest = rest.filter(receiving_post_id=giver.post_id)
        unseen = list(rest.values_list("pk", flat=True)[:AT_ONCE])
        for incident_id in unseen:
            _hand_over(
                CARRIER, incident_id, giver, taker, remark=f"{remark.strip()}（{actor.name}办理）", at=at
            )
    return len(unseen)
