"""Tasks that repeat: the sweep gives the next one when its time has come; whoever gave the first can stop them."""

from datetime import datetime
from uuid import UUID, uuid5

from jingwei.domains.tasking.contracts import Repeat, ShareState, TaskAct, TaskMoved
from jingwei.domains.tasking.models import Share, Task
from jingwei.domains.tasking.queries.tasks import given_by
from jingwei.domains.tasking.rules.progress import LEFT_OUT
from jingwei.domains.tasking.rules.refusals import NotYourShare, TaskNotFound, TaskNotRepeating
from jingwei.domains.tasking.rules.repeating import latest_due, next_of, occurrence
from jingwei.domains.tasking.services.course import note, watch_share
from jingwei.foundation.access.contracts import Actor, Permission, system_actor
from jingwei.foundation.access.queries import posts_of_units, units_known
from jingwei.foundation.scoping import eyes
from jingwei.foundation.work import work
from jingwei.kernel.clock import local
from jingwei.kernel.ids import uuid7

MAKER = system_actor("周期任务")
AT_ONCE = 500
AS_IT_WAS = (
    *("title", "words", "measure", "target_unit", "form", "file_ids", "giver_unit_id", "giver_post_id"),
    *("giver_name", "giver_unit_name", "repeats", "repeats_until", "series_id", "series_from"),
    *("city_code", "county_code", "township_code", "community_code", "grid_code", "scope_code"),
)
TO_WHOM = (
    *("receiver_unit_id", "receiver_post_id", "receiver_name", "giver_unit_id", "giver_post_id"),
    *("above_units", "target"),
    *("city_code", "county_code", "township_code", "community_code", "grid_code", "scope_code"),
)


def give_due(*, at: datetime) -> int:
    """Give 下达 again what repeats and is due; returns how many. Costs what is due, by an index of its own."""
    with eyes(MAKER):
        due = Task.objects.visible_to(MAKER).filter(next_at__lte=at).order_by("next_at", "id")
        found = list(due.values_list("pk", flat=True)[:AT_ONCE])
    return sum(_give_again(task_id, at) for task_id in found)


def stop_repeating(actor: Actor, task_id: UUID, *, at: datetime) -> Task:
    """Stop 停止重复: what was given stays, nothing is given again.

    Raises: TaskNotFound; NotYourShare for anybody but the giver; TaskNotRepeating.
    """
    with work(actor, Permission.GIVE_TASK) as job:
        task: Task | None = Task.objects.visible_to(actor).filter(pk=task_id).first()
        if task is None:
            raise TaskNotFound
        if not Task.objects.visible_to(actor).filter(given_by(actor), pk=task_id).exists():
            raise NotYourShare(act="停止重复", act_en="Stop repeating", who="下达方", who_en="the giver")
        with eyes(MAKER):
            series = Task.objects.visible_to(MAKER).filter(series_id=task.series_id, next_at__isnull=False)
            stopped = series.update(next_at=None) if task.series_id else 0
        if not stopped:
            raise TaskNotRepeating
        job.record(task, act="stop_repeating", series=str(task.series_id))
    return task


def _give_again(task_id: UUID, at: datetime) -> int:
    with work(MAKER, Permission.GIVE_TASK) as job:
        rows = Task.objects.visible_to(MAKER).select_for_update(of=("self",))
        last: Task | None = rows.filter(pk=task_id, next_at__lte=at).first()
        if last is None or last.series_from is None:  # another sweep was faster, or it was stopped
            job.recorded_elsewhere()
            return 0
        first, repeat = local(last.series_from), Repeat(last.repeats)
        number = latest_due(first, repeat, after=last.series_no, at=at)
        receivers = _receivers(last, at)
        last.next_at = None
        last.save(update_fields=["next_at"])
        if not receivers:
            job.record(last, act="series_over")
            return 0
        lasts = last.due_at - last.given_at
        due_at = occurrence(first, repeat, number) + lasts
        task = Task(id=uuid5(last.series_id or task_id, str(number)), given_at=at, series_no=number)
        for name in AS_IT_WAS:
            setattr(task, name, getattr(last, name))
        task.due_at = due_at if due_at > at else at + lasts
        task.next_at = next_of(first, repeat, number, last.repeats_until)
        task.save(force_insert=True)
        shares = [_share(task, one, at) for one in receivers]
        job.record_new(task, act="give_again", number=number, shares=len(shares))
        job.publish(TaskMoved(task.pk, tuple(one.pk for one in shares), TaskAct.GIVE, at))
    return 1


def _receivers(last: Task, at: datetime) -> list[Share]:
    """Those to whom it was given last time, without who gave it back, had it taken back, or is there no more."""
    rows = Share.objects.visible_to(MAKER).filter(task_id=last.pk, parent=None)
    left = [one for one in rows.order_by("given_at", "id") if ShareState(one.state) not in LEFT_OUT]
    units = units_known(ids=[one.receiver_unit_id for one in left if one.receiver_unit_id])
    known = {one.unit_id for one in units if one.is_active}
    posts = {one.post_id for one in posts_of_units(known, on=local(at).date())}
    return [
        one
        for one in left
        if (one.receiver_post_id is None or one.receiver_post_id in posts)
        and (one.receiver_unit_id is None or one.receiver_unit_id in known)
    ]


def _share(task: Task, before: Share, at: datetime) -> Share:
    row = Share(id=uuid7(), task=task, depth=1, state=int(ShareState.GIVEN), given_at=at, due_at=task.due_at)
    for name in TO_WHOM:
        setattr(row, name, getattr(before, name))
    row.save(force_insert=True)
    note(MAKER, row, TaskAct.GIVE, due_at=task.due_at, at=at)
    watch_share(row, at=at)
    return row
