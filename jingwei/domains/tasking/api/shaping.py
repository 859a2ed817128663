"""From rows to what travels. Names, files and the course are looked up once a page."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from jingwei.domains.tasking.api import schemas as io
from jingwei.domains.tasking.contracts import ShareState, TaskAct
from jingwei.domains.tasking.models import Share, ShareEntry, Task
from jingwei.domains.tasking.queries.tasks import (
    entries_of,
    form_of,
    is_overdue,
    next_given_at,
    node_of,
    parties_of,
    progress_of_tasks,
    shares_of_task,
)
from jingwei.domains.tasking.rules.course import (
    ACT_WORDS,
    MOVES,
    STATE_WORDS,
    Parties,
    acts_open_to,
    is_giver,
    is_receiver,
)
from jingwei.domains.tasking.rules.progress import Progress, progress_of
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.access.queries import is_permitted, unit_names
from jingwei.foundation.areas.queries import names_of
from jingwei.foundation.files.queries import facts_of

ACTING = (Permission.ANSWER_TASK, Permission.GIVE_TASK)


def share_rows(actor: Actor, rows: Sequence[Share], *, at: datetime) -> list[io.TaskShareOut]:
    areas = names_of({row.scope_code for row in rows})
    givers = unit_names({row.giver_unit_id for row in rows if row.giver_unit_id})
    return [io.TaskShareOut(**_share_row(actor, row, areas, givers, at)) for row in rows]


def task_rows(actor: Actor, rows: Sequence[Task], *, at: datetime) -> list[io.GivenTaskOut]:
    found = progress_of_tasks(actor, rows, at=at)
    return [io.GivenTaskOut(**_task_row(actor, row, found[row.pk])) for row in rows]


def task_out(actor: Actor, task: Task, *, at: datetime) -> io.GivenTaskDetailOut:
    shares = shares_of_task(actor, task.pk)
    progress = progress_of(node_of(row, at=at) for row in shares)
    entries: dict[UUID, list[ShareEntry]] = defaultdict(list)
    for entry in entries_of(row.pk for row in shares):
        entries[entry.share_id].append(entry)
    lines = [entry for found in entries.values() for entry in found]
    files = _files(actor, [*task.file_ids, *(one for entry in lines for one in entry.file_ids)])
    units = unit_names({entry.unit_id for entry in lines if entry.unit_id})
    areas = names_of({row.scope_code for row in shares})
    givers = unit_names({row.giver_unit_id for row in shares if row.giver_unit_id})
    permitted = [one for one in ACTING if is_permitted(actor, one)]
    for row in shares:
        row.task = task
    details = [
        io.TaskShareDetailOut(
            **_share_row(actor, row, areas, givers, at),
            values=row.values,
            progress=_progress(progress[row.pk]),
            acts=[
                _act(one)
                for one in acts_open_to(actor, ShareState(row.state), parties_of(row), permitted=permitted)
            ],
            entries=[_entry(entry, units, files) for entry in entries[row.pk]],
        )
        for row in _as_tree(shares)
    ]
    found = progress_of_tasks(actor, [task], at=at)[task.pk]
    next_at = next_given_at(actor, task)
    return io.GivenTaskDetailOut(
        **_task_row(actor, task, found),
        words=task.words,
        form=[io.TaskFieldOut.model_validate(one, from_attributes=True) for one in form_of(task)],
        files=[files[one] for one in task.file_ids if one in files],
        can_give_further=_gave(actor, task) and Permission.GIVE_TASK in permitted,
        repeats_until=task.repeats_until,
        next_at=next_at,
        can_stop_repeating=next_at is not None and _gave(actor, task) and Permission.GIVE_TASK in permitted,
        shares=details,
    )


def _as_tree(shares: Sequence[Share]) -> list[Share]:
    """Each followed by what was split from it."""
    known = {row.pk for row in shares}
    below: dict[UUID | None, list[Share]] = defaultdict(list)
    for row in shares:
        below[row.parent_id if row.parent_id in known else None].append(row)

    def walk(rows: Iterable[Share]) -> Iterable[Share]:
        for row in rows:
            yield row
            yield from walk(below[row.pk])

    return list(walk(below[None]))


def _share_row(
    actor: Actor, row: Share, areas: dict[str, str], givers: dict[UUID, str], at: datetime
) -> dict[str, Any]:
    state = ShareState(row.state)
    return {
        "id": row.pk,
        "task_id": row.task_id,
        "title": row.task.title,
        "parent_id": row.parent_id,
        "receiver_name": row.receiver_name,
        "is_for_post": row.receiver_post_id is not None,
        "area_code": row.scope_code,
        "area_name": areas.get(row.scope_code, ""),
        "state": state.name.lower(),
        "state_label": STATE_WORDS[state][0],
        "state_label_en": STATE_WORDS[state][1],
        "measure": row.task.measure,
        "target_unit": row.task.target_unit,
        "target": row.target,
        "done": row.done,
        "due_at": row.due_at,
        "is_overdue": is_overdue(row, at=at),
        "given_at": row.given_at,
        "giver_name": givers.get(row.giver_unit_id, "") if row.giver_unit_id else "",
        "urged": row.urged,
        "version": row.version,
        "is_mine": is_receiver(actor, parties_of(row)),
    }


def _task_row(actor: Actor, task: Task, progress: Progress) -> dict[str, Any]:
    return {
        "id": task.pk,
        "title": task.title,
        "measure": task.measure,
        "target_unit": task.target_unit,
        "due_at": task.due_at,
        "given_at": task.given_at,
        "giver_name": task.giver_name,
        "giver_unit_name": task.giver_unit_name,
        "is_given_by_me": _gave(actor, task),
        "repeats": task.repeats or None,
        "progress": _progress(progress),
    }


def _gave(actor: Actor, task: Task) -> bool:
    return is_giver(actor, Parties(None, None, task.giver_unit_id, task.giver_post_id, ()))


def _progress(found: Progress) -> io.TaskProgressOut:
    return io.TaskProgressOut.model_validate(found, from_attributes=True)


def _act(act: TaskAct) -> io.TaskActOut:
    label, label_en = ACT_WORDS[act]
    return io.TaskActOut(act=act, label=label, label_en=label_en, needs_remark=MOVES[act].needs_remark)


def _files(actor: Actor, file_ids: Sequence[UUID]) -> dict[UUID, io.TaskFileOut]:
    found = facts_of(actor, list(dict.fromkeys(file_ids))) if file_ids else []
    return {one.file_id: io.TaskFileOut.model_validate(one, from_attributes=True) for one in found}


def _entry(row: ShareEntry, units: dict[UUID, str], files: dict[UUID, io.TaskFileOut]) -> io.TaskEntryOut:
    label, label_en = ACT_WORDS[TaskAct(row.act)]
    return io.TaskEntryOut(
        act=TaskAct(row.act),
        label=label,
        label_en=label_en,
        at=row.at,
        actor_name=row.actor_name,
        unit_name=units.get(row.unit_id, "") if row.unit_id else "",
        remark=row.remark,
        done=row.done,
        values=row.values,
        due_at=row.due_at,
        files=[files[one] for one in row.file_ids if one in files],
    )
