"""What every verb on a share does: hold the row, check the table, write the line, keep the watch, tell."""

import math
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from jingwei.domains.clocks.contracts import CalendarTime, NewWatch, Owed
from jingwei.domains.clocks.services.watches import start_watch, stop_watch
from jingwei.domains.tasking.contracts import ShareState, TaskAct, TaskMoved
from jingwei.domains.tasking.models import Share, ShareEntry
from jingwei.domains.tasking.queries.tasks import parties_of
from jingwei.domains.tasking.rules.course import ENDED, IN_HAND, MOVES, require_move
from jingwei.domains.tasking.rules.forms import Value
from jingwei.domains.tasking.rules.refusals import TaskNotFound
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.files.services.claims import claim
from jingwei.foundation.work import Work, work
from jingwei.kernel.errors import StaleVersion

WATCH = "tasking.share"
AN_HOUR = timedelta(hours=1)


@dataclass
class Taking:
    """A share on which something is being done."""

    share: Share
    job: Work
    columns: set[str] = field(default_factory=set)

    def set(self, **values: Any) -> None:
        for name, value in values.items():
            setattr(self.share, name, value)
        self.columns |= set(values)


@contextmanager
def share_step(
    actor: Actor,
    share_id: UUID,
    act: TaskAct,
    *,
    version: int | None,
    remark: str,
    at: datetime,
    done: int | None = None,
    values: Mapping[str, Value] | None = None,
    due_at: datetime | None = None,
    file_ids: Sequence[UUID] = (),
) -> Iterator[Taking]:
    """One verb on one share. Raises: TaskNotFound, StaleVersion, and what ``require_move`` refuses."""
    with work(actor, MOVES[act].permission) as job:
        share = locked(actor, share_id)
        if version is not None and version != share.version:
            raise StaleVersion(name=share.task.title, seen=version, current=share.version)
        move = require_move(actor, act, ShareState(share.state), parties_of(share), remark=remark)
        taking = Taking(share, job)
        yield taking
        if move.target is not None:
            taking.set(state=int(move.target))
        claim(actor, file_ids, at=at, target=share.pk)
        save(taking, at=at)
        note(
            actor,
            share,
            act,
            remark=remark,
            done=done,
            values=values,
            due_at=due_at,
            file_ids=file_ids,
            at=at,
        )
        job.record(share, act=act.value, state=share.state)
        job.publish(TaskMoved(task_id=share.task_id, share_ids=(share.pk,), act=act, at=at))


def locked(actor: Actor, share_id: UUID) -> Share:
    """The share, held until the transaction ends. Raises: TaskNotFound."""
    rows = Share.objects.visible_to(actor).select_related("task").select_for_update(of=("self",))
    row: Share | None = rows.filter(pk=share_id).first()
    if row is None:
        raise TaskNotFound
    return row


def save(taking: Taking, *, at: datetime) -> None:
    """Write what changed; the deadline is watched while it is the receiver's turn."""
    share = taking.share
    state = ShareState(share.state)
    if state in ENDED and share.ended_at is None:
        taking.set(ended_at=at)
    taking.set(version=share.version + 1)
    share.save(update_fields=sorted(taking.columns))
    if state not in IN_HAND:
        stop_watch(WATCH, share.pk, at=at, outcome=state.name.lower())
    elif taking.columns & {"state", "due_at"}:
        watch_share(share, at=at)


def watch_share(share: Share, *, at: datetime) -> None:
    """Warn whoever owes it before its deadline.

    Watches run for whole hours: it begins up to an hour before now, so that it ends exactly at the deadline. One whose
    deadline is over already (sent back too late) is overdue with the next look.
    """
    post_id = share.receiver_post_id
    hours = max(1, math.ceil((share.due_at - at) / AN_HOUR))
    stop_watch(WATCH, share.pk, at=at, outcome="changed")
    start_watch(
        NewWatch(
            kind=WATCH,
            subject_id=share.pk,
            owed=Owed(post_id=post_id) if post_id else Owed(unit_id=share.receiver_unit_id),
            area_code=share.scope_code,
            limit=CalendarTime(hours * 60),
            title_zh=f"任务“{share.task.title}”"[:60],
            title_en=f"Task “{share.task.title}”"[:60],
            target=f"tasking.task:{share.task_id}",
            incident_id=None,
            is_urgent=False,
        ),
        at=share.due_at - hours * AN_HOUR,
    )


def note(
    actor: Actor,
    share: Share,
    act: TaskAct,
    *,
    at: datetime,
    remark: str = "",
    done: int | None = None,
    values: Mapping[str, Value] | None = None,
    due_at: datetime | None = None,
    file_ids: Sequence[UUID] = (),
) -> None:
    """One line of the share's course."""
    ShareEntry(
        share_id=share.pk,
        act=act.value,
        at=at,
        person_id=actor.person_id,
        post_id=actor.post_id,
        unit_id=actor.unit_id,
        actor_name=actor.name,
        remark=remark.strip(),
        done=done,
        values=dict(values or {}),
        due_at=due_at,
        file_ids=list(dict.fromkeys(file_ids)),
    ).save(force_insert=True)
