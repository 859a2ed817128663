"""What rules do by themselves when something happens to a matter: cards, notes and lapses. Costs what happened.

Nothing here looks through what is open: it is told of deadlines that passed and of steps that were taken.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from jingwei.domains.incidents.contracts import Action, State
from jingwei.domains.incidents.queries.overseeing import Overseen, overseen, rating_of, shortfalls
from jingwei.domains.supervision.contracts import (
    CardKind,
    Happening,
    LapseKind,
    Measures,
    Policy,
    Supervised,
)
from jingwei.domains.supervision.models import Card, LapseFound
from jingwei.domains.supervision.queries.cards import by_rule_on, missed_on, open_card
from jingwei.domains.supervision.queries.policy import policy_at
from jingwei.domains.supervision.rules.ladder import earned, is_graver
from jingwei.domains.supervision.services.cards import Raised, end_with_matter, miss_card, put_card
from jingwei.domains.supervision.services.notes import owe_answer
from jingwei.domains.supervision.services.watching import KEEPER
from jingwei.foundation.access.contracts import CENTRE, Permission, UnitBrief
from jingwei.foundation.access.queries import centre_for, unit_brief
from jingwei.foundation.work import Work, work
from jingwei.kernel.codes import level_of
from jingwei.kernel.ids import uuid7

REDONE = frozenset({Action.FAIL_CHECK, Action.REOPEN})
MEASURED = REDONE | {Action.RETURN}
ENDED = frozenset({State.CLOSED, State.VOIDED})


def hear_overdue(incident_ids: Sequence[UUID], *, at: datetime) -> int:
    """Deadlines of matters have passed: a lapse of whoever owes each, and a card where the rule says so."""
    with work(KEEPER, Permission.SUPERVISE_MATTER) as job:
        found = [one for one in overseen(KEEPER, incident_ids).values() if one.ower_id is not None]
        key = at.isoformat(timespec="minutes")
        _keep(
            LapseFound(
                id=uuid7(),
                incident_id=one.incident_id,
                lapse=LapseKind.SLOW.value,
                key=key,
                unit_id=one.ower_id,
                at=at,
            )
            for one in found
        )
        raised = _raise_earned(job, found, at=at)
        job.record_own("supervision.sweep:overdue", looked_at=len(found), raised=raised)
    return raised


def hear_step(
    incident_id: UUID, version: int, action: Action, to_state: State, unit_id: UUID | None, *, at: datetime
) -> None:
    """A step was taken: notes are owed an answer, lapses are kept, cards end with their matter or are earned."""
    if action is Action.INSTRUCT:
        owe_answer(incident_id, version, at=at)
        return
    if action not in MEASURED and action is not Action.RATE and to_state not in ENDED:
        return
    with work(KEEPER, Permission.SUPERVISE_MATTER) as job:
        matter = overseen(KEEPER, [incident_id]).get(incident_id)
        if matter is not None:
            _keep_lapse(matter, version, action, unit_id, at=at)
            if matter.state in ENDED:
                end_with_matter(incident_id, KEEPER.name, at=at)
            elif action in MEASURED and matter.ower_id is not None:
                _raise_earned(job, [matter], at=at)
        job.record_own(f"incidents.incident:{incident_id}", act="supervise", after=action.value)


def hear_missed_answer(card_id: UUID, *, due_at: datetime, at: datetime) -> bool:
    """The answer to a card did not come in time: it is counted, told, and may earn a graver card."""
    with work(KEEPER, Permission.SUPERVISE_MATTER) as job:
        card = Card.objects.filter(pk=card_id).select_for_update().first()
        if card is None or not miss_card(card, KEEPER.name, due_at=due_at, at=at):
            job.recorded_elsewhere()
            return False
        job.record_own(f"supervision.card:{card_id}", act="missed", times=card.missed)
        job.publish(Supervised(Happening.CARD_MISSED, card.pk, at))
        matter = overseen(KEEPER, [card.incident_id]).get(card.incident_id)
        if matter is not None and matter.ower_id is not None:
            _raise_earned(job, [matter], at=at)
    return True


def _keep_lapse(
    matter: Overseen, version: int, action: Action, unit_id: UUID | None, *, at: datetime
) -> None:
    blamed = unit_id or matter.handler_id or matter.centre_id
    if action is Action.REOPEN:
        LapseFound.objects.filter(
            incident_id=matter.incident_id, lapse=LapseKind.AGAINST_WORD.value, ended_at=None
        ).update(ended_at=at)
    lapse = {
        Action.RETURN: LapseKind.RETURNED,
        Action.FAIL_CHECK: LapseKind.REWORK,
        Action.REOPEN: LapseKind.REWORK,
    }.get(action)
    if action is Action.RATE and _is_bad(matter, policy_at(at)):
        lapse = LapseKind.AGAINST_WORD
    if lapse is not None:
        row = LapseFound(
            id=uuid7(),
            incident_id=matter.incident_id,
            lapse=lapse.value,
            key=f"step {version}",
            unit_id=blamed,
            at=at,
        )
        _keep([row])


def _is_bad(matter: Overseen, policy: Policy) -> bool:
    """Closed, and whoever reported it says that it is not solved, or gives few stars."""
    word = rating_of(matter.incident_id)
    if matter.state is not State.CLOSED or word is None:
        return False
    return not word.is_solved or word.stars <= policy.bad_stars


def _keep(rows: Iterable[LapseFound]) -> None:
    LapseFound.objects.bulk_create(list(rows), ignore_conflicts=True)


def _raise_earned(job: Work, found: Sequence[Overseen], *, at: datetime) -> int:
    """The cards that the matters have earned, each kind once by rule for each unit. A lighter one that runs gives way."""
    policy, raised = policy_at(at), 0
    ids = [one.incident_id for one in found]
    short, missed, before = shortfalls(found), missed_on(ids), by_rule_on(ids)
    for one in sorted(found, key=lambda matter: matter.incident_id):
        assert one.ower_id is not None
        pair = (one.incident_id, one.ower_id)
        fell = short[one.incident_id]
        measures = Measures(fell.overdue, fell.returned, missed.get(pair, 0))
        kind = earned(policy, measures)
        above = _centre_over(one)
        if kind is None or above is None or not _is_new(kind, before.get(pair, set()), one.incident_id):
            continue
        put_card(job, one.incident_id, _by_rule(one.ower_id, above, kind, measures), at=at)
        raised += 1
    return raised


def _is_new(kind: CardKind, before: set[CardKind], incident_id: UUID) -> bool:
    if any(not is_graver(kind, one) for one in before):
        return False
    running = open_card(incident_id)
    return running is None or is_graver(kind, CardKind(running.kind))


def _by_rule(unit_id: UUID, above: UnitBrief, kind: CardKind, measures: Measures) -> Raised:
    parts = [
        f"超时{measures.overdue}次" if measures.overdue else "",
        f"返工或退回{measures.returned}次" if measures.returned else "",
        f"督办逾期未答{measures.missed}次" if measures.missed else "",
    ]
    return Raised(
        kind=kind,
        unit_id=unit_id,
        by_unit_id=above.unit_id,
        by_area=above.area_code,
        by_name=KEEPER.name,
        reason="按督办规则：" + "，".join(one for one in parts if one) + "。",
        by_rule={"overdue": measures.overdue, "returned": measures.returned, "missed": measures.missed},
    )


def _centre_over(matter: Overseen) -> UnitBrief | None:
    """Who raises a card by rule: the centre in charge over a unit, the next centre above over a centre itself."""
    if matter.ower_id != matter.centre_id:
        return unit_brief(matter.centre_id)
    above = level_of(matter.centre_area).above
    found = centre_for(matter.centre_area, level=above) if above else None
    return found if found and found.kind == CENTRE and found.unit_id != matter.centre_id else None
