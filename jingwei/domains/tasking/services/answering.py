"""What a receiver does: acknowledge, return, report progress and completion with the form and proof."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from jingwei.domains.tasking.contracts import Measure, TaskAct
from jingwei.domains.tasking.models import Share
from jingwei.domains.tasking.queries.tasks import form_of, node_of, shares_of_task
from jingwei.domains.tasking.rules.course import MOST_TARGET, OPEN
from jingwei.domains.tasking.rules.forms import Value, checked_values
from jingwei.domains.tasking.rules.progress import progress_of
from jingwei.domains.tasking.rules.refusals import CountRefused, PartsOpen, ShortOfTarget
from jingwei.domains.tasking.services.course import Taking, share_step
from jingwei.foundation.access.contracts import Actor


@dataclass(frozen=True, slots=True)
class Answer:
    """What a receiver says. ``done`` is the whole number reached by its own doing so far, not what was added."""

    act: TaskAct
    version: int
    remark: str = ""
    done: int | None = None
    values: Mapping[str, Value] = field(default_factory=dict)
    file_ids: Sequence[UUID] = ()


def answer_task(actor: Actor, share_id: UUID, answer: Answer, *, at: datetime) -> Share:
    """Acknowledge 签收, return 退回, report progress 报进度 or completion 报完成.

    Raises: TaskNotFound, NotYourShare, ShareStepRefused, StaleVersion, RemarkNeeded, BadValue, CountRefused,
    PartsOpen, ShortOfTarget, NotAttachable.
    """
    is_report = answer.act in {TaskAct.PROGRESS, TaskAct.COMPLETE}
    with share_step(
        actor,
        share_id,
        answer.act,
        version=answer.version,
        remark=answer.remark,
        done=answer.done if is_report else None,
        values=answer.values if is_report else None,
        file_ids=answer.file_ids,
        at=at,
    ) as taking:
        if answer.act is TaskAct.ACKNOWLEDGE:
            taking.set(acknowledged_at=at)
        if is_report:
            _report(actor, taking, answer, at=at)
    return taking.share


def _report(actor: Actor, taking: Taking, answer: Answer, *, at: datetime) -> None:
    share = taking.share
    is_final = answer.act is TaskAct.COMPLETE
    filled = dict(share.values) | dict(answer.values)
    taking.set(values=checked_values(form_of(share.task), filled, is_final=is_final))
    if Measure(share.task.measure) is Measure.YES_NO:
        if answer.done is not None:
            raise CountRefused
        taking.set(done=int(is_final))
    elif answer.done is not None:
        taking.set(done=min(answer.done, MOST_TARGET))
    if is_final:
        taking.set(reported_at=at)
        _require_whole(actor, share, answer.remark, at=at)


def _require_whole(actor: Actor, share: Share, remark: str, *, at: datetime) -> None:
    """Raises: PartsOpen while somebody below still works on it; ShortOfTarget without a word why."""
    rows = shares_of_task(actor, share.task_id)
    open_parts = sum(row.parent_id == share.pk and row.state in {int(one) for one in OPEN} for row in rows)
    if open_parts:
        raise PartsOpen(open=open_parts)
    nodes = [node_of(share if row.pk == share.pk else row, at=at) for row in rows]
    done = progress_of(nodes)[share.pk].done
    if share.target is not None and done < share.target and len(remark.strip()) < 2:
        raise ShortOfTarget(done=done, target=share.target)
