"""The rows of visits themselves: locked, answered, ended. Called with the keeper's eyes, within somebody's work."""

from datetime import datetime
from uuid import UUID

from jingwei.domains.clocks.services.watches import stop_watch
from jingwei.domains.incidents.services import reopen_incident
from jingwei.domains.returnvisits.contracts import VisitState, VisitWay
from jingwei.domains.returnvisits.models import Visit
from jingwei.domains.returnvisits.rules.answering import VisitAnswer, words_of_reopening
from jingwei.domains.returnvisits.rules.refusals import VisitOver
from jingwei.foundation.access.contracts import system_actor
from jingwei.foundation.scoping import eyes
from jingwei.kernel.errors import DomainError

KEEPER = system_actor("回访程序")
VISIT = "returnvisits.visit"


def waiting(visit_id: UUID) -> Visit:
    """The visit, locked, while it waits. Raises: VisitOver."""
    row: Visit | None = Visit.objects.visible_to(KEEPER).filter(pk=visit_id).select_for_update().first()
    if row is None or row.state != VisitState.WAITING.value:
        raise VisitOver
    return row


def take_answer(
    row: Visit,
    answer: VisitAnswer,
    way: VisitWay,
    *,
    by_name: str = "",
    by_post_id: UUID | None = None,
    at: datetime,
) -> None:
    """Write down what was said; “not solved” reopens the matter, with its course kept and its clock anew.

    Where the matter cannot be reopened any more (too late, or it is open again), the answer stands by itself.
    """
    row.is_solved, row.stars, row.remark = answer.is_solved, answer.stars, answer.remark.strip()[:500]
    row.way, row.by_name, row.by_post_id = way.value, by_name, by_post_id
    if way is VisitWay.PHONE:
        row.tries, row.last_try_at = row.tries + 1, at
    if answer.is_solved is False and _reopen(row, at):
        row.reopened_at = at
    end(row, VisitState.REACHED, at=at)


def end(row: Visit, state: VisitState, *, at: datetime) -> None:
    """The visit is over; so is its watch."""
    row.state, row.ended_at = state.value, at
    row.save(force_update=True)
    stop_watch(VISIT, row.pk, at=at, outcome=state.value)


def _reopen(row: Visit, at: datetime) -> bool:
    """Within a savepoint: a refusal takes nothing else with it."""
    try:
        with eyes(KEEPER):
            reopen_incident(KEEPER, row.incident_id, remark=words_of_reopening(row.remark), at=at)
    except DomainError:
        return False
    return True
