"""Merging 合并 by hand: staff choose what is one matter; folding (``services.folding``) does what follows from it.

Each report keeps its reporter, words, code and rating; as work they are one from here on.
"""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from jingwei.domains.incidents.contracts import Action, State
from jingwei.domains.incidents.models import Incident, Step
from jingwei.domains.incidents.queries.beside import is_held
from jingwei.domains.incidents.queries.disputes import open_children
from jingwei.domains.incidents.rules.folding import CannotFold, NotInCharge
from jingwei.domains.incidents.rules.merging import MOST_MERGED, Standing, merge_hindrance
from jingwei.domains.incidents.rules.sight import FULL_FLOOR
from jingwei.domains.incidents.services import folding
from jingwei.domains.incidents.services.course import locked
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.scoping import eyes
from jingwei.foundation.work import Work, work
from jingwei.kernel.errors import NotFound


def merge_incidents(actor: Actor, head_id: UUID, member_ids: Sequence[UUID], *, at: datetime) -> Incident:
    """Merge several matters into one, all or none of them. What is merged already stays so: sending again is safe.

    Raises: NotFound; NotInCharge; CannotFold naming the first that does not fit and why.
    """
    chosen = list(dict.fromkeys(member_ids))[:MOST_MERGED]
    with work(actor, Permission.CORRECT_INCIDENT) as job:
        head = locked(actor, head_id)
        if head.centre_id != actor.unit_id:
            raise NotInCharge
        merged = sum(_merge(job, actor, _chosen(actor, one), head, at) for one in sorted(chosen))
        if not merged:
            job.record(head, act="merged_already")
        folding.count_folded(job, head, merged)
        folding.show_row(head)
    return head


def standing_in(incident: Incident) -> Standing:
    """What decides whether it may be merged. Needs eyes of staff that see it."""
    with eyes(folding.FOLDER):
        has_children = bool(open_children(incident.pk))
    return Standing(
        state=State(incident.state),
        centre=str(incident.centre_id),
        is_member=incident.head_id is not None,
        is_head=incident.fold_count > 0,
        is_apart=incident.sight_floor == FULL_FLOOR
        and incident.receiving_post_id is None
        and incident.about_unit_id is None
        and not is_held(incident),
        is_suspended=incident.suspended_at is not None,
        has_children=has_children,
    )


def _chosen(actor: Actor, incident_id: UUID) -> Incident:
    try:
        return locked(actor, incident_id)
    except NotFound:
        raise CannotFold(
            reason="选中的事项中有一件没有找到，可能已移出辖区。请刷新后重新选择。",
            reason_en="one of those chosen was not found. Refresh and choose again.",
        ) from None


def _merge(job: Work, actor: Actor, member: Incident, head: Incident, at: datetime) -> int:
    if member.head_id == head.pk:
        return 0
    if member.pk == head.pk:
        raise CannotFold(reason="两件是同一件。", reason_en="it is the same one.")
    hindrance = merge_hindrance(standing_in(member), standing_in(head))
    if hindrance is not None:
        zh, en = hindrance
        raise CannotFold(reason=f"{member.receipt_no}：{zh}", reason_en=f"{member.receipt_no}: {en}")
    folding.fold_into(job, actor, member, head, at, followed=_stands_where(member, head))
    folding.tell_reporter(job, member, Action.FOLD, at)
    return 1


def _stands_where(member: Incident, head: Incident) -> int:
    """The version up to which the head has been where the member stands: only later steps are taken along."""
    if member.state == State.REPORTED:
        return 1
    there = Step.objects.filter(incident_id=head.pk, to_state=member.state).order_by("-version")
    found: int | None = there.values_list("version", flat=True).first()
    return found or 1
