"""The call: reached or not, what they said."""

from datetime import datetime
from uuid import UUID

from jingwei.domains.returnvisits.contracts import VisitState, VisitWay
from jingwei.domains.returnvisits.models import Visit
from jingwei.domains.returnvisits.queries.policy import policy_at
from jingwei.domains.returnvisits.queries.visits import visit_for
from jingwei.domains.returnvisits.rules.answering import VisitAnswer, require_answer
from jingwei.domains.returnvisits.rules.refusals import NotYourVisit
from jingwei.domains.returnvisits.services.keeping import KEEPER, end, take_answer, waiting
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.scoping import eyes
from jingwei.foundation.work import work


def record_visit(actor: Actor, visit_id: UUID, answer: VisitAnswer, *, at: datetime) -> Visit:
    """Write down a call. Not reached: it is tried again, as often as the policy says. “Not solved” reopens the matter.

    Raises: VisitUnknown, NotYourVisit, VisitOver, AnswerMissing, AnswerWithoutContact.
    """
    with work(actor, Permission.MAKE_VISITS) as job:
        seen = visit_for(actor, visit_id)
        if actor.unit_id is None or actor.unit_id != seen.unit_id:
            raise NotYourVisit(permission=Permission.MAKE_VISITS.value)
        require_answer(answer)
        with eyes(KEEPER):
            row = waiting(visit_id)
            if answer.is_contacted:
                take_answer(row, answer, VisitWay.PHONE, by_name=actor.name, by_post_id=actor.post_id, at=at)
            else:
                _tried(row, answer, actor, at=at)
        job.record(seen, act="record", is_contacted=answer.is_contacted, is_solved=answer.is_solved)
        return visit_for(actor, visit_id)


def _tried(row: Visit, answer: VisitAnswer, actor: Actor, *, at: datetime) -> None:
    row.tries, row.last_try_at = row.tries + 1, at
    row.remark, row.by_name, row.by_post_id = answer.remark.strip()[:500], actor.name, actor.post_id
    if row.tries >= policy_at(row.planned_at).tries:
        row.way = VisitWay.PHONE.value
        end(row, VisitState.UNREACHED, at=at)
    else:
        row.save(force_update=True)
