"""Giving a task, and passing one's share of it further down."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from jingwei.domains.tasking.contracts import Measure, Repeat, ShareState, TaskAct, TaskMoved
from jingwei.domains.tasking.models import Share, Task
from jingwei.domains.tasking.queries.tasks import given_by, parties_of
from jingwei.domains.tasking.rules.course import MOST_LEVELS, require_due, require_move, require_targets
from jingwei.domains.tasking.rules.forms import FormField, require_form
from jingwei.domains.tasking.rules.refusals import (
    LevelsUsedUp,
    NotYourShare,
    ReceiverIsGiver,
    ReceiverMissing,
    ReceiverNotBelow,
    TaskIdTaken,
    TaskNotFound,
)
from jingwei.domains.tasking.rules.repeating import next_of, require_repeat
from jingwei.domains.tasking.services.course import locked, note, watch_share
from jingwei.foundation.access.contracts import ANYWHERE, Actor, Permission
from jingwei.foundation.access.queries import post_facts, unit_brief, unit_names
from jingwei.foundation.areas.queries import city_codes
from jingwei.foundation.files.services.claims import claim
from jingwei.foundation.work import work
from jingwei.kernel.clock import local
from jingwei.kernel.codes import ancestor_codes, lies_within
from jingwei.kernel.ids import uuid7


@dataclass(frozen=True, slots=True)
class NewShare:
    """Who shall do it, and how much: a unit or a post, exactly one of both."""

    unit_id: UUID | None = None
    post_id: UUID | None = None
    target: int | None = None


@dataclass(frozen=True, slots=True)
class NewTask:
    """A task to be given. ``task_id`` is made by the client, so that sending it twice is one task."""

    task_id: UUID
    title: str
    due_at: datetime
    shares: tuple[NewShare, ...]
    words: str = ""
    measure: Measure = Measure.YES_NO
    target_unit: str = ""
    form: tuple[FormField, ...] = ()
    file_ids: tuple[UUID, ...] = ()
    repeats: Repeat | None = None
    repeats_until: date | None = None


def give_task(actor: Actor, new: NewTask, *, at: datetime) -> Task:
    """Give 下达 a task to units and posts of one's own area; each of them is told.

    Raises: ReceiverMissing, ReceiverNotBelow, ReceiverIsGiver, TargetNeeded, TargetNotCounted, DueTooSoon, BadForm,
    RepeatOdd, RedLineCrossed, NotAttachable; TaskIdTaken if the id belongs to somebody else's task.
    """
    with work(actor, Permission.GIVE_TASK) as job:
        if (known := Task.objects.visible_to(actor).filter(pk=new.task_id).first()) is not None:
            if not Task.objects.visible_to(actor).filter(given_by(actor), pk=new.task_id).exists():
                raise TaskIdTaken
            job.recorded_elsewhere()  # by the first of the two
            given: Task = known
            return given
        require_due(new.due_at, at=at)
        require_form(new.form)
        require_repeat(local(at), new.repeats, new.repeats_until)
        task = Task(
            id=new.task_id,
            title=new.title.strip(),
            words=new.words.strip(),
            measure=new.measure.value,
            target_unit=new.target_unit.strip() if new.measure is Measure.COUNT else "",
            form=[asdict(one) | {"kind": one.kind.value, "options": list(one.options)} for one in new.form],
            file_ids=list(dict.fromkeys(new.file_ids)),
            due_at=new.due_at,
            giver_unit_id=actor.unit_id,
            giver_post_id=actor.post_id,
            giver_name=actor.name,
            giver_unit_name=unit_names([actor.unit_id]).get(actor.unit_id, "") if actor.unit_id else "",
            given_at=at,
            **_series(new, at),
        )
        task.lie_in(ancestor_codes(actor.area_code or city_codes()[0]))
        try:
            with transaction.atomic():
                task.save(force_insert=True)
        except IntegrityError:  # of somebody who is out of sight
            raise TaskIdTaken from None
        claim(actor, new.file_ids, at=at, target=task.pk)
        _hand_out(actor, task, None, new.shares, due_at=new.due_at, at=at, publish=job.publish)
        job.record_new(task, act="give", shares=len(new.shares))
    return task


def _series(new: NewTask, at: datetime) -> dict[str, Any]:
    """A task that repeats begins a series of its own."""
    if new.repeats is None:
        return {}
    return {
        "repeats": new.repeats.value,
        "repeats_until": new.repeats_until,
        "series_id": new.task_id,
        "series_from": at,
        "next_at": next_of(local(at), new.repeats, 0, new.repeats_until),
    }


def pass_task_down(
    actor: Actor,
    task_id: UUID,
    *,
    from_share_id: UUID | None,
    shares: Sequence[NewShare],
    due_at: datetime | None,
    remark: str,
    at: datetime,
) -> list[Share]:
    """Split 分解下达 one's share among those below; the giver of the task gives it to further ones (no share named).

    Without a deadline the parts are due when the whole is. Raises: TaskNotFound, NotYourShare, ShareStepRefused,
    LevelsUsedUp, DueAfterOwn, and what ``give_task`` refuses of receivers and targets.
    """
    with work(actor, Permission.GIVE_TASK) as job:
        task: Task | None = Task.objects.visible_to(actor).filter(pk=task_id).first()
        if task is None:
            raise TaskNotFound
        parent = None
        if from_share_id is None:
            if not Task.objects.visible_to(actor).filter(given_by(actor), pk=task_id).exists():
                raise NotYourShare(act="下达", act_en="Give", who="下达方", who_en="the giver")
        else:
            parent = locked(actor, from_share_id)
            if parent.task_id != task.pk:
                raise TaskNotFound
            require_move(actor, TaskAct.PASS_DOWN, ShareState(parent.state), parties_of(parent))
            if parent.depth >= MOST_LEVELS:
                raise LevelsUsedUp(most=MOST_LEVELS)
        limit = parent.due_at if parent else None
        due = due_at or limit or task.due_at
        require_due(due, at=at, own_due_at=limit)
        made = _hand_out(actor, task, parent, shares, due_at=due, at=at, publish=job.publish)
        if parent is not None:
            parent.version += 1
            parent.save(update_fields=["version"])
            note(actor, parent, TaskAct.PASS_DOWN, remark=remark, due_at=due, at=at)
            job.record(parent, act="pass_down", shares=len(made))
        else:
            job.record(task, act="give_further", shares=len(made))
    return made


def _hand_out(
    actor: Actor,
    task: Task,
    parent: Share | None,
    wanted: Sequence[NewShare],
    *,
    due_at: datetime,
    at: datetime,
    publish: Callable[[TaskMoved], None],
) -> list[Share]:
    named = [(one.unit_id, one.post_id) for one in wanted]
    if (
        not wanted
        or len(set(named)) != len(named)
        or any((unit is None) == (post is None) for unit, post in named)
    ):
        raise ReceiverMissing
    require_targets(Measure(task.measure), [one.target for one in wanted])
    rows = [_share(actor, task, parent, one, due_at=due_at, at=at) for one in wanted]
    for row in rows:
        row.save(force_insert=True)
        note(actor, row, TaskAct.GIVE, due_at=due_at, at=at)
        watch_share(row, at=at)
    publish(TaskMoved(task.pk, tuple(row.pk for row in rows), TaskAct.GIVE, at))
    return rows


def _share(
    actor: Actor, task: Task, parent: Share | None, wanted: NewShare, *, due_at: datetime, at: datetime
) -> Share:
    """Raises: ReceiverNotBelow, ReceiverIsGiver; NotFound for units and posts that do not exist."""
    if wanted.post_id is not None:
        post = post_facts(wanted.post_id)
        unit_id, area_code, name = post.unit_id, post.area_code, f"{post.unit_name} {post.title}".strip()
        is_self = wanted.post_id == actor.post_id
    else:
        assert wanted.unit_id is not None
        unit = unit_brief(wanted.unit_id)
        unit_id, area_code, name = unit.unit_id, unit.area_code, unit.name
        is_self = unit.unit_id == actor.unit_id
    if is_self:
        raise ReceiverIsGiver(name=name)
    if actor.scope != ANYWHERE and not lies_within(area_code, actor.area_code):
        raise ReceiverNotBelow(name=name)
    above = [*parent.above_units, parent.receiver_unit_id] if parent else [task.giver_unit_id]
    row = Share(
        id=uuid7(),
        task=task,
        parent=parent,
        depth=parent.depth + 1 if parent else 1,
        receiver_unit_id=unit_id,
        receiver_post_id=wanted.post_id,
        receiver_name=name[:120],
        giver_unit_id=actor.unit_id,
        giver_post_id=actor.post_id,
        above_units=[one for one in dict.fromkeys(above) if one is not None],
        state=int(ShareState.GIVEN),
        target=wanted.target,
        due_at=due_at,
        given_at=at,
    )
    row.lie_in(ancestor_codes(area_code))
    return row
