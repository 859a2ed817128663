"""One of each step of a course, as its people take it: for random courses."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from jingwei.domains.incidents import services
from jingwei.domains.incidents.contracts import Action
from jingwei.domains.incidents.models import Incident
from jingwei.domains.incidents.services import Correction, Verdict
from jingwei.domains.incidents.services.assisting import report_assist, take_assist
from jingwei.domains.incidents.services.correcting import reroute_incident
from jingwei.domains.incidents.services.objecting import object_dispatch, refuse_objection, uphold_objection
from jingwei.domains.incidents.tests.walking import RUBBISH, SIGNBOARD, proofs, spot
from jingwei.foundation.access.contracts import Actor
from tests.cast import CAST, URBAN, WATER

REMARKED = {
    Action.ESCALATE: "escalate_incident",
    Action.TAKE_UP: "take_up_incident",
    Action.VOID: "void_incident",
    Action.RETURN: "return_task",
    Action.RECALL: "recall_incident",
    Action.PASS_CHECK: "pass_check",
    Action.FAIL_CHECK: "fail_check",
    Action.CLOSE: "close_incident",
    Action.REOPEN: "reopen_incident",
    Action.REFUSE_EXTENSION: "refuse_extension",
}

FORWARD = (
    *(Action.RESUME, Action.REFUSE_OBJECTION, Action.ACCEPT, Action.DISPATCH, Action.TAKE),
    *(Action.REPORT_ASSIST, Action.HANDLE, Action.PASS_CHECK, Action.CLOSE, Action.RATE, Action.REOPEN),
)
"""What brings a matter on, in the order in which it is looked for; what was closed is rated, and begins again."""


def verbs(
    actor: Actor, row: Incident, unit_id: UUID, place: str, *, at: datetime
) -> dict[Action, Callable[[], Any]]:
    """Each step that needs more than a remark, ready to be taken."""
    case = row.pk
    other = WATER if row.handler_unit_id == URBAN else URBAN
    there = Correction(item_code=SIGNBOARD, position=spot(place))
    until = at + timedelta(days=3)
    verdict = Verdict(stars=3, is_solved=True)
    shown = proofs(actor) if actor.unit_id is not None else []
    return {
        Action.ACCEPT: lambda: services.accept_incident(actor, case, item_code=RUBBISH, at=at),
        Action.CORRECT: lambda: services.correct_incident(actor, case, there, remark="更正", at=at),
        Action.DISPATCH: lambda: services.dispatch_incident(actor, case, unit_id=unit_id, at=at),
        Action.TAKE: lambda: services.take_task(actor, case, at=at),
        Action.ASSIGN: lambda: services.assign_task(actor, case, post_id=_post(actor), at=at),
        Action.HANDLE: lambda: services.handle_task(actor, case, remark="已办好", proofs=shown, at=at),
        Action.RATE: lambda: services.rate_incident(actor, case, verdict, at=at),
        Action.OBJECT: lambda: object_dispatch(actor, case, unit_id=other, remark="不归我们", at=at),
        Action.UPHOLD: lambda: uphold_objection(actor, case, unit_id=other, remark="归对方", at=at),
        Action.REFUSE_OBJECTION: lambda: refuse_objection(actor, case, remark="归你们", at=at),
        Action.REROUTE: lambda: reroute_incident(actor, case, unit_id=other, remark="改派", at=at),
        Action.SUSPEND: lambda: services.suspend_incident(
            actor, case, remark="等管线改迁", until=until, at=at
        ),
        Action.RESUME: lambda: services.resume_incident(actor, case, at=at),
        Action.GRANT_EXTENSION: lambda: services.grant_extension(actor, case, at=at),
        Action.ASK_REPORTER: lambda: services.ask_reporter(actor, case, remark="具体在哪个楼道", at=at),
        Action.ANSWER: lambda: services.answer_question(actor, case, words="二单元门口", at=at),
        Action.TAKE_ASSIST: lambda: take_assist(actor, case, at=at),
        Action.REPORT_ASSIST: lambda: report_assist(actor, case, remark="已配合", at=at),
    }


def _post(actor: Actor) -> UUID:
    held = {URBAN: CAST.qian, WATER: CAST.feng}.get(actor.unit_id or URBAN, actor)
    assert held.post_id is not None
    return held.post_id
