"""What rules do by themselves: cards for what is late or comes back, notes that are owed an answer, lapses."""

import json
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from django.db import connection

from jingwei.domains.clocks.queries.watches import watch_of
from jingwei.domains.incidents import services as incidents
from jingwei.domains.incidents.contracts import Action, State
from jingwei.domains.incidents.queries.overseeing import overseen, shortfalls
from jingwei.domains.incidents.services.clock_warning import sweep_clocks
from jingwei.domains.incidents.services.reporter import Verdict as Word
from jingwei.domains.incidents.tests.walking import Walk, reported
from jingwei.domains.supervision.api.shaping import supervision_out
from jingwei.domains.supervision.contracts import CardKind, LapseKind, Measures
from jingwei.domains.supervision.models import Card, LapseFound, Note
from jingwei.domains.supervision.rules.ladder import DEFAULT_POLICY, earned
from jingwei.domains.supervision.rules.refusals import NoteNotWaiting, NotTheReceiver
from jingwei.domains.supervision.services.hearing import hear_overdue, hear_step
from jingwei.domains.supervision.services.notes import answer_note
from jingwei.domains.supervision.services.watching import NOTE
from jingwei.foundation.scoping import eyes
from tests.cast import CAST, COMMUNITY, URBAN, centre

pytestmark = pytest.mark.django_db


def in_hand() -> Walk:
    return reported().accepted().dispatched().taken()


def cards(case: UUID) -> list[Card]:
    with eyes(CAST.machine):
        return list(Card.objects.filter(incident_id=case).order_by("raised_at", "id"))


def lapses(case: UUID) -> list[tuple[str, UUID, bool]]:
    with eyes(CAST.machine):
        rows = LapseFound.objects.filter(incident_id=case).order_by("at", "id")
        return [(row.lapse, row.unit_id, row.ended_at is None) for row in rows]


def hear(walk: Walk, unit_id: UUID | None = URBAN) -> None:
    """As the queue hears the last step."""
    last = walk.steps[-1]
    hear_step(walk.case, last.version, Action(last.action), State(last.to_state), unit_id, at=walk.at)


def overdue(walk: Walk) -> datetime:
    due_at = walk.row.due_at
    assert due_at is not None
    at = due_at + timedelta(minutes=1)
    sweep_clocks(CAST.machine, at=at)
    return at


def test_a_sweep_tells_of_what_passed_its_deadline_and_of_nothing_else() -> None:
    late, young = in_hand(), reported(at=in_hand().at + timedelta(days=1))
    at = overdue(late)
    with connection.cursor() as cursor:
        cursor.execute(
            "select args from procrastinate_jobs where task_name = 'supervision.hear_overdue_matters'"
        )
        told = [json.loads(args) for (args,) in cursor.fetchall()]
    ids = {one for args in told for one in args["incident_ids"]}
    assert str(late.case) in ids
    assert str(young.case) not in ids
    assert {datetime.fromisoformat(args["at"]) for args in told} == {at}


def test_a_missed_deadline_is_a_lapse_and_earns_the_card_of_the_rule_once() -> None:
    walk = in_hand()
    at = overdue(walk)
    assert hear_overdue([walk.case], at=at) == 1
    assert hear_overdue([walk.case], at=at) == 0
    (card,) = cards(walk.case)
    assert card.by_rule is not None
    assert card.kind == earned(DEFAULT_POLICY, Measures(**card.by_rule))
    assert (card.unit_id, card.by_unit_id) == (URBAN, centre(COMMUNITY))
    assert "超时" in card.reason
    assert lapses(walk.case) == [(LapseKind.SLOW, URBAN, True)]


def test_a_deadline_that_the_unit_before_missed_is_not_held_against_the_next() -> None:
    walk = in_hand()
    at = overdue(walk)
    walk.at = at
    incidents.return_task(CAST.qian, walk.case, remark="不属于本单位", at=walk.later())
    hear(walk)
    assert lapses(walk.case) == [(LapseKind.RETURNED, URBAN, True)]
    with eyes(CAST.machine):
        found = overseen(CAST.machine, [walk.case])
        assert shortfalls(found.values())[walk.case].returned == 1
    walk.dispatched(unit_id=URBAN).taken()
    with eyes(CAST.machine):
        found = overseen(CAST.machine, [walk.case])
        again = shortfalls(found.values())[walk.case]
    assert again.returned == 0
    assert again.overdue >= 1  # the same unit had it before, without another in between


def test_a_centre_that_owes_it_is_supervised_by_the_one_above() -> None:
    walk = reported()
    at = overdue(walk)
    assert hear_overdue([walk.case], at=at) == 1
    (card,) = cards(walk.case)
    assert card.unit_id == centre(COMMUNITY)
    assert card.by_unit_id != card.unit_id


def test_work_sent_back_twice_earns_a_card() -> None:
    walk = in_hand()
    for _ in range(2):
        walk.handled()
        incidents.fail_check(CAST.lin, walk.case, remark="没有清干净", at=walk.later())
        hear(walk)
    assert [CardKind(one.kind) for one in cards(walk.case)] == [CardKind.ORDINARY]
    assert [one[0] for one in lapses(walk.case)] == [LapseKind.REWORK, LapseKind.REWORK]


def test_closed_against_the_residents_word_until_it_is_reopened() -> None:
    walk = in_hand().handled().passed().closed()
    incidents.rate_incident(
        CAST.li, walk.case, Word(stars=4, is_solved=False, remark="还在"), at=walk.later()
    )
    hear(walk, None)
    assert lapses(walk.case) == [(LapseKind.AGAINST_WORD, URBAN, True)] or lapses(walk.case) == [
        (LapseKind.AGAINST_WORD, centre(COMMUNITY), True)
    ]
    incidents.reopen_incident(CAST.li, walk.case, remark="没有解决", at=walk.later())
    hear(walk, None)
    assert [(lapse, is_open) for lapse, _, is_open in lapses(walk.case)] == [
        (LapseKind.AGAINST_WORD, False),
        (LapseKind.REWORK, True),
    ]
    happy = in_hand().handled().passed().closed().rated()
    hear(happy, None)
    assert lapses(happy.case) == []


def test_a_leaders_note_is_owed_an_answer_by_the_unit_that_has_it() -> None:
    walk = in_hand()
    incidents.instruct_incident(CAST.guo, walk.case, remark="三日内解决并反馈", at=walk.later())
    version = walk.steps[-1].version
    hear(walk)
    hear(walk)
    with eyes(CAST.machine):
        (note,) = Note.objects.filter(incident_id=walk.case)
        assert watch_of(NOTE, note.pk).ended_at is None
    with eyes(CAST.qian):
        shown = supervision_out(CAST.qian, overseen(CAST.qian, [walk.case])[walk.case], at=walk.at)
    (asked,) = shown.notes
    assert (asked.words, asked.may_answer, asked.read_at) == ("三日内解决并反馈", True, None)
    with pytest.raises(NotTheReceiver):
        answer_note(CAST.wu, walk.case, version, words="代答", at=walk.at)
    answer_note(CAST.qian, walk.case, version, words="今天下午清运完毕", at=walk.later())
    with pytest.raises(NoteNotWaiting):
        answer_note(CAST.qian, walk.case, version, words="再答一次", at=walk.at)
    with eyes(CAST.machine):
        assert watch_of(NOTE, note.pk).outcome == "answered"
    with eyes(CAST.li):
        assert not Note.objects.exists()


def test_urging_is_counted() -> None:
    walk = in_hand()
    incidents.urge_incident(CAST.wu, walk.case, at=walk.later())
    incidents.urge_incident(CAST.wu, walk.case, at=walk.later(hours=5))
    with eyes(CAST.xu):
        shown = supervision_out(CAST.xu, overseen(CAST.xu, [walk.case])[walk.case], at=walk.at)
    assert (shown.urged, shown.urged_at) == (2, walk.at)
