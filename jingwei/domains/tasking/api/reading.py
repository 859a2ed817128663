"""Reading tasks and their shares."""

from typing import Annotated
from uuid import UUID

from django.http import HttpRequest
from ninja import Field, Query

from jingwei.domains.tasking.api import schemas as io
from jingwei.domains.tasking.api.routes import router
from jingwei.domains.tasking.api.shaping import share_rows, task_out, task_rows
from jingwei.domains.tasking.contracts import ShareState, Side
from jingwei.domains.tasking.queries import tasks as queries
from jingwei.domains.tasking.queries.receivers import receivers_below
from jingwei.domains.tasking.queries.tasks import COUNT_CAP, ShareFilter
from jingwei.foundation import edge
from jingwei.foundation.access.contracts import Permission
from jingwei.kernel.clock import now

P = Permission


@edge.operation(router, "GET", "", "listTasks", P.READ_TASKS, response=io.GivenTaskPageOut)
def list_tasks(request: HttpRequest, wanted: Query[io.TasksIn]) -> io.GivenTaskPageOut:
    """Tasks given by oneself, or all within sight, with how far they have come; newest first."""
    actor = edge.actor(request)
    page = queries.list_tasks(
        actor, side=Side(wanted.side), words=wanted.words, cursor=wanted.cursor, size=wanted.size
    )
    return io.GivenTaskPageOut(rows=task_rows(actor, page.rows, at=now()), next_cursor=page.next_cursor)


@edge.operation(router, "GET", "/shares", "listTaskShares", P.READ_TASKS, response=io.TaskSharePageOut)
def list_task_shares(request: HttpRequest, wanted: Query[io.SharesIn]) -> io.TaskSharePageOut:
    """What was given to oneself, by oneself, or to anybody within sight; what is due first before the rest."""
    actor, at = edge.actor(request), now()
    narrowed = ShareFilter(
        side=wanted.side,
        state=tuple(ShareState[one.upper()] for one in wanted.state),
        task_id=wanted.task_id,
        area_code=wanted.area_code,
        is_overdue=wanted.is_overdue,
        words=wanted.words,
    )
    page = queries.list_shares(actor, narrowed, cursor=wanted.cursor, size=wanted.size, at=at)
    total = None if wanted.cursor else queries.count_shares(actor, narrowed, at=at)
    return io.TaskSharePageOut(
        rows=share_rows(actor, page.rows, at=at),
        next_cursor=page.next_cursor,
        total=total,
        is_capped=total is not None and total >= COUNT_CAP,
    )


@edge.operation(
    router, "GET", "/receivers", "listTaskReceivers", P.GIVE_TASK, response=list[io.TaskReceiverOut]
)
def list_task_receivers(
    request: HttpRequest, words: Annotated[str, Field(max_length=60)] = ""
) -> list[io.TaskReceiverOut]:
    """To whom one can give a task: centres one level down, units of one's area, posts of one's unit."""
    found = receivers_below(edge.actor(request), words=words.strip(), at=now())
    return [io.TaskReceiverOut.model_validate(one, from_attributes=True) for one in found]


@edge.operation(
    router, "GET", "/{task_id}", "getTask", P.READ_TASKS, response=io.GivenTaskDetailOut, sees="given_task"
)
def get_task(request: HttpRequest, task_id: UUID) -> io.GivenTaskDetailOut:
    """One task with every share of it within one's sight, their course, and what one can do."""
    actor = edge.actor(request)
    return task_out(actor, queries.task_for(actor, task_id), at=now())
