"""The link in a message: one visit, once, for whoever holds it; no account and no script needed."""

from dataclasses import dataclass
from datetime import date, datetime

from jingwei.domains.incidents.services import Verdict, rate_incident
from jingwei.domains.returnvisits.contracts import VisitState, VisitWay
from jingwei.domains.returnvisits.models import Visit
from jingwei.domains.returnvisits.rules.answering import VisitAnswer
from jingwei.domains.returnvisits.rules.refusals import LinkOver, LinkUnknown
from jingwei.domains.returnvisits.services.inviting import index_of
from jingwei.domains.returnvisits.services.keeping import KEEPER, take_answer
from jingwei.foundation.access.contracts import PUBLIC_ACTOR, Actor, Permission
from jingwei.foundation.access.queries import unit_names
from jingwei.foundation.scoping import eyes
from jingwei.foundation.work import work


@dataclass(frozen=True, slots=True)
class LinkedVisit:
    """What the page behind a link says of the matter: nothing that whoever finds the telephone should not read."""

    receipt_no: str
    item_name: str
    unit_name: str
    closed_on: date | None


def linked_visit(token: str, *, at: datetime) -> LinkedVisit:
    """Raises: LinkUnknown, LinkOver."""
    with eyes(KEEPER):
        row = _of(token, at)
        names = unit_names({row.handler_unit_id} - {None})
        return LinkedVisit(row.receipt_no, row.item_name, names.get(row.handler_unit_id, ""), row.closed_on)


def answer_by_link(token: str, verdict: Verdict, *, at: datetime) -> None:
    """Rate the matter as its reporter, which the link proves; “not solved” reopens it.

    Raises: LinkUnknown, LinkOver, and what rating refuses.
    """
    with work(KEEPER, Permission.MAKE_VISITS) as job:
        row = _of(token, at, is_locked=True)
        reporter = Actor(role=PUBLIC_ACTOR.role, name="反映人", case_id=row.incident_id)
        with eyes(reporter):
            rate_incident(reporter, row.incident_id, verdict, at=at)
        answer = VisitAnswer(True, verdict.is_solved, verdict.stars, verdict.remark)
        take_answer(row, answer, VisitWay.LINK, at=at)
        job.record(row, act="answer_by_link", is_solved=verdict.is_solved, stars=verdict.stars)


def _of(token: str, at: datetime, *, is_locked: bool = False) -> Visit:
    rows = Visit.objects.visible_to(KEEPER).filter(link_index=index_of(token))
    row: Visit | None = (rows.select_for_update() if is_locked else rows).first()
    if row is None:
        raise LinkUnknown
    if row.state != VisitState.WAITING.value or row.link_until is None or at >= row.link_until:
        raise LinkOver
    return row
