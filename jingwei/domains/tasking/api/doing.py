"""Giving, passing down, answering and steering tasks."""

from uuid import UUID

from django.http import HttpRequest

from jingwei.domains.tasking import services
from jingwei.domains.tasking.api import schemas as io
from jingwei.domains.tasking.api.routes import router
from jingwei.domains.tasking.api.shaping import task_out
from jingwei.domains.tasking.queries.tasks import task_for
from jingwei.domains.tasking.rules.forms import FormField
from jingwei.foundation import edge
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.kernel.clock import now

P = Permission


@edge.operation(router, "POST", "", "giveTask", P.GIVE_TASK, response={201: io.GivenTaskDetailOut})
def give_task(request: HttpRequest, body: io.GiveTaskIn) -> io.GivenTaskDetailOut:
    """Give a task to units and posts of one's area: each acknowledges, reports, and is seen in the tree."""
    actor = edge.actor(request)
    new = services.NewTask(
        task_id=body.id,
        title=body.title,
        words=body.words,
        measure=body.measure,
        target_unit=body.target_unit,
        form=tuple(
            FormField(one.key, one.label, one.kind, one.is_required, tuple(one.options)) for one in body.form
        ),
        due_at=body.due_at,
        shares=_shares(body.shares),
        file_ids=tuple(body.file_ids),
        repeats=body.repeats,
        repeats_until=body.repeats_until,
    )
    task = services.give_task(actor, new, at=now())
    return _out(actor, task.pk)


@edge.operation(
    router,
    "POST",
    "/{task_id}/shares",
    "passTaskDown",
    P.GIVE_TASK,
    response={201: io.GivenTaskDetailOut},
    sees="given_task",
)
def pass_task_down(request: HttpRequest, task_id: UUID, body: io.PassDownIn) -> io.GivenTaskDetailOut:
    """Split one's share among those below; the giver gives the task to further ones."""
    actor = edge.actor(request)
    services.pass_task_down(
        actor,
        task_id,
        from_share_id=body.from_share_id,
        shares=_shares(body.shares),
        due_at=body.due_at,
        remark=body.remark,
        at=now(),
    )
    return _out(actor, task_id)


@edge.operation(
    router,
    "POST",
    "/shares/{share_id}/answer",
    "answerTask",
    P.ANSWER_TASK,
    response=io.GivenTaskDetailOut,
    sees="task_share",
)
def answer_task(request: HttpRequest, share_id: UUID, body: io.AnswerTaskIn) -> io.GivenTaskDetailOut:
    """Acknowledge, return, report progress or completion of what was given to oneself."""
    actor = edge.actor(request)
    answer = services.Answer(
        act=body.act,
        version=body.version,
        remark=body.remark,
        done=body.done,
        values=body.values,
        file_ids=body.file_ids,
    )
    share = services.answer_task(actor, share_id, answer, at=now())
    return _out(actor, share.task_id)


@edge.operation(
    router,
    "POST",
    "/shares/{share_id}/steer",
    "steerTask",
    P.GIVE_TASK,
    response=io.GivenTaskDetailOut,
    sees="task_share",
)
def steer_task(request: HttpRequest, share_id: UUID, body: io.SteerTaskIn) -> io.GivenTaskDetailOut:
    """Accept, send back, urge, change the deadline of, or withdraw what one has given."""
    actor = edge.actor(request)
    share = services.steer_task(
        actor, share_id, body.act, version=body.version, remark=body.remark, due_at=body.due_at, at=now()
    )
    return _out(actor, share.task_id)


@edge.operation(
    router,
    "POST",
    "/{task_id}/stop-repeating",
    "stopTaskRepeating",
    P.GIVE_TASK,
    response=io.GivenTaskDetailOut,
    sees="given_task",
)
def stop_task_repeating(request: HttpRequest, task_id: UUID) -> io.GivenTaskDetailOut:
    """Stop 停止重复 a series: what was given stays, nothing is given again."""
    actor = edge.actor(request)
    return _out(actor, services.stop_repeating(actor, task_id, at=now()).pk)


def _shares(given: list[io.NewShareIn]) -> tuple[services.NewShare, ...]:
    return tuple(services.NewShare(one.unit_id, one.post_id, one.target) for one in given)


def _out(actor: Actor, task_id: UUID) -> io.GivenTaskDetailOut:
    return task_out(actor, task_for(actor, task_id), at=now())
