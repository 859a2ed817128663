"""A promise to call back: one pair of hands, three attempts, overdue ones visible."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest

from jingwei.domains.hotline.contracts import Reached
from jingwei.domains.hotline.models import CallBack
from jingwei.domains.hotline.queries.callbacks import (
    CallBackView,
    attempts_of,
    call_back_counts,
    list_call_backs,
)
from jingwei.domains.hotline.rules.refusals import (
    CallBackClaimed,
    CallBackDone,
    CallBackUnclaimed,
    DueInPast,
    NumberMissing,
)
from jingwei.domains.hotline.services.callbacks import (
    create_call_back,
    delay_call_back,
    note_attempt,
    release_call_back,
    reveal_call_back_number,
    take_call_back,
)
from jingwei.domains.hotline.tests.lines import NUMBER, line, seat
from jingwei.domains.incidents.tests.walking import rows
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.scoping import eyes
from jingwei.kernel.errors import Forbidden, NotFound
from jingwei.kernel.ids import uuid7
from tests.cast import CAST, MONDAY_10, in_post

pytestmark = pytest.mark.django_db
NOON = MONDAY_10 + timedelta(hours=2)
COLLEAGUE = in_post(CAST.zhao, person_id=uuid7(), post_id=uuid7(), name="同事")


def promise(due_at: datetime = NOON, actor: Actor = CAST.zhao) -> UUID:
    return create_call_back(actor, why="问清楼号", due_at=due_at, phone=NUMBER, at=MONDAY_10).pk


def shown(view: CallBackView, at: datetime = MONDAY_10, actor: Actor = CAST.zhao) -> list[UUID]:
    with eyes(actor):
        return [one.pk for one in list_call_backs(actor, view, at=at, cursor=None, size=10).rows]


def stored(pk: UUID) -> CallBack:
    with eyes(CAST.machine):
        found: CallBack = CallBack.objects.visible_to(CAST.machine).get(pk=pk)
        return found


def test_promises_stand_in_the_order_they_are_due_and_overdue_ones_are_visible() -> None:
    late, soon = promise(NOON + timedelta(hours=1)), promise(NOON)
    assert shown(CallBackView.OPEN) == [soon, late]
    assert shown(CallBackView.OVERDUE, at=NOON + timedelta(minutes=1)) == [soon]
    with eyes(CAST.zhao):
        assert call_back_counts(CAST.zhao, at=NOON + timedelta(minutes=1)) == (2, 1)


def test_who_takes_it_in_hand_gets_the_number_and_the_look_is_recorded() -> None:
    one = promise()
    with pytest.raises(CallBackUnclaimed):
        reveal_call_back_number(CAST.zhao, one, at=MONDAY_10)
    take_call_back(CAST.zhao, one, at=MONDAY_10)
    assert shown(CallBackView.MINE) == [one]
    assert reveal_call_back_number(CAST.zhao, one, at=MONDAY_10) == NUMBER
    assert rows("select viewer_name from privacy_reveal where target = %s", f"hotline.callback:{one}") == [
        ("赵强",)
    ]


def test_two_do_not_ring_at_once() -> None:
    one = promise()
    take_call_back(CAST.zhao, one, at=MONDAY_10)
    for attempt in (
        lambda: take_call_back(COLLEAGUE, one, at=MONDAY_10),
        lambda: note_attempt(COLLEAGUE, one, reached=Reached.SPOKEN, remark="已说清", at=MONDAY_10),
        lambda: delay_call_back(COLLEAGUE, one, later_at=NOON, at=MONDAY_10),
        lambda: release_call_back(COLLEAGUE, one),
        lambda: reveal_call_back_number(COLLEAGUE, one, at=MONDAY_10),
    ):
        with pytest.raises(CallBackClaimed):
            attempt()
    release_call_back(CAST.zhao, one)
    take_call_back(COLLEAGUE, one, at=MONDAY_10)


def test_a_conversation_ends_it() -> None:
    one = promise()
    take_call_back(CAST.zhao, one, at=MONDAY_10)
    note_attempt(CAST.zhao, one, reached=Reached.SPOKEN, remark="在3栋2单元", at=NOON)
    assert (shown(CallBackView.OPEN), shown(CallBackView.DONE)) == ([], [one])
    with pytest.raises(CallBackDone):
        take_call_back(CAST.zhao, one, at=NOON)


def test_without_an_answer_it_is_due_again_and_given_up_at_the_third() -> None:
    one = promise()
    for number, at in enumerate((MONDAY_10, NOON, NOON + timedelta(hours=1)), 1):
        take_call_back(CAST.zhao, one, at=at)
        row = note_attempt(CAST.zhao, one, reached=Reached.NO_ANSWER, remark="", at=at)
        assert row.attempts == number
        assert (row.done_at is not None) == (number == 3)
        if number < 3:
            assert (row.due_at, row.claimed_by_id) == (at + timedelta(minutes=30), None)
    with eyes(CAST.zhao):
        assert [one_.reached for one_ in attempts_of(one)] == ["no_answer"] * 3


def test_the_person_may_wish_another_time() -> None:
    one = promise()
    later = MONDAY_10 + timedelta(days=1)
    assert delay_call_back(CAST.zhao, one, later_at=later, at=MONDAY_10).due_at == later
    with pytest.raises(DueInPast):
        delay_call_back(CAST.zhao, one, later_at=MONDAY_10, at=NOON)
    assert stored(one).due_at == later


def test_a_promise_takes_the_number_of_its_call() -> None:
    seat()
    call = line().answered().call
    one = create_call_back(CAST.zhao, why="断线", due_at=NOON, call_id=call, at=MONDAY_10)
    take_call_back(CAST.zhao, one.pk, at=MONDAY_10)
    assert reveal_call_back_number(CAST.zhao, one.pk, at=MONDAY_10) == NUMBER
    silent = line(number="").answered().call
    with pytest.raises(NumberMissing):
        create_call_back(CAST.zhao, why="断线", due_at=NOON, call_id=silent, at=MONDAY_10)


@pytest.mark.parametrize("stranger", [CAST.wu, CAST.sun, CAST.he, CAST.zhou], ids=lambda a: a.name)
def test_other_centres_see_no_promises(stranger: Actor) -> None:
    one = promise()
    assert shown(CallBackView.OPEN, actor=stranger) == []
    with pytest.raises(NotFound):
        take_call_back(stranger, one, at=MONDAY_10)
    with eyes(stranger):
        assert not CallBack.objects.unscoped("the test compares the fences").exists()


def test_who_takes_no_calls_promises_none() -> None:
    with pytest.raises(Forbidden):
        promise(actor=CAST.guo)


def test_pages_follow_each_other() -> None:
    all_of_them = [promise(NOON + timedelta(minutes=n)) for n in range(5)]
    seen: list[UUID] = []
    cursor = None
    with eyes(CAST.zhao):
        while True:
            page = list_call_backs(CAST.zhao, CallBackView.OPEN, at=MONDAY_10, cursor=cursor, size=2)
            seen += [one.pk for one in page.rows]
            cursor = page.next_cursor
            if cursor is None:
                break
    assert seen == all_of_them
