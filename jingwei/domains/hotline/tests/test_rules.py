"""How calls move, when promises end, what a letter must say, how addresses and matters are compared."""

from datetime import date, timedelta
from itertools import permutations
from uuid import uuid4

import pytest

from jingwei.domains.hotline.contracts import CallState, Emergency, ExchangeEvent, Happening, Reached
from jingwei.domains.hotline.rules import addresses, callbacks
from jingwei.domains.hotline.rules.calls import after, first_known
from jingwei.domains.hotline.rules.likeness import Told, likeness
from jingwei.domains.hotline.rules.notes import note_text, require_note
from jingwei.domains.hotline.rules.reception import reported_at_of, require_channel, require_reception
from jingwei.domains.hotline.rules.refusals import (
    CallBackClaimed,
    CallBackDone,
    CallBackUnclaimed,
    ChannelNotOfDesk,
    DueInPast,
    LetterUndated,
    NoteEmpty,
    OutcomeMissing,
    PlaceOfReceptionMissing,
    WordsTooShort,
)
from jingwei.domains.incidents.contracts import Channel
from tests.cast import MONDAY_10

RANG = ExchangeEvent("e1", "c", Happening.RANG, MONDAY_10)
ANSWERED = ExchangeEvent("e2", "c", Happening.ANSWERED, MONDAY_10 + timedelta(seconds=8))
HUNG_UP = ExchangeEvent("e3", "c", Happening.HUNG_UP, MONDAY_10 + timedelta(minutes=4))
RECORDED = ExchangeEvent("e4", "c", Happening.RECORDED, MONDAY_10 + timedelta(minutes=5), recording="r/1")


@pytest.mark.parametrize("order", list(permutations([RANG, ANSWERED, HUNG_UP, RECORDED])))
def test_a_call_ends_up_the_same_in_whatever_order_it_is_told(order: tuple[ExchangeEvent, ...]) -> None:
    times = first_known(order[0])
    for event in (*order[1:], order[0]):
        times = after(times, event)
    assert times.state is CallState.ENDED
    assert (times.rang_at, times.answered_at, times.ended_at) == (RANG.at, ANSWERED.at, HUNG_UP.at)
    assert times.recording == "r/1"


def test_a_call_that_nobody_answered_was_missed() -> None:
    assert after(first_known(RANG), HUNG_UP).state is CallState.MISSED
    assert first_known(RANG).state is CallState.RINGING
    assert after(first_known(RANG), ANSWERED).state is CallState.ANSWERED


def test_an_event_does_not_show_its_number() -> None:
    assert "138" not in repr(ExchangeEvent("e", "c", Happening.RANG, MONDAY_10, number="13873712345"))


def test_an_unanswered_attempt_goes_on_until_the_third() -> None:
    assert [callbacks.ends_with(Reached.NO_ANSWER, n) for n in (1, 2, 3)] == [False, False, True]
    assert all(callbacks.ends_with(one, 1) for one in Reached if one is not Reached.NO_ANSWER)


def test_promises_are_for_the_near_future() -> None:
    callbacks.require_due(MONDAY_10 + timedelta(hours=1), MONDAY_10)
    for due in (MONDAY_10, MONDAY_10 - timedelta(hours=1), MONDAY_10 + timedelta(days=31)):
        with pytest.raises(DueInPast):
            callbacks.require_due(due, MONDAY_10)
    assert callbacks.due_again(None, MONDAY_10) == MONDAY_10 + timedelta(minutes=30)


def test_a_promise_has_one_pair_of_hands() -> None:
    mine, other = uuid4(), uuid4()
    callbacks.require_mine(mine, mine, "吴")
    with pytest.raises(CallBackClaimed):
        callbacks.require_mine(other, mine, "毛")
    with pytest.raises(CallBackUnclaimed):
        callbacks.require_mine(None, mine, "")
    with pytest.raises(CallBackDone):
        callbacks.require_open(MONDAY_10)


def test_a_conversation_is_worth_a_few_words() -> None:
    callbacks.require_outcome(Reached.NO_ANSWER, "")
    with pytest.raises(OutcomeMissing):
        callbacks.require_outcome(Reached.SPOKEN, " ")


def test_a_letter_speaks_on_its_own_date() -> None:
    written = date(2026, 11, 9)
    require_reception(Channel.LETTER, written_on=written, place="", at=MONDAY_10)
    said = reported_at_of(Channel.LETTER, written_on=written, at=MONDAY_10)
    assert said.date() == written
    assert reported_at_of(Channel.HOTLINE, written_on=None, at=MONDAY_10) == MONDAY_10
    assert reported_at_of(Channel.LETTER, written_on=MONDAY_10.date(), at=MONDAY_10) <= MONDAY_10


@pytest.mark.parametrize("written", [None, date(2026, 11, 17), date(2024, 1, 1)])
def test_a_letter_without_a_sensible_date_is_refused(written: date | None) -> None:
    with pytest.raises(LetterUndated):
        require_reception(Channel.LETTER, written_on=written, place="", at=MONDAY_10)


def test_a_visitor_was_received_somewhere() -> None:
    with pytest.raises(PlaceOfReceptionMissing):
        require_reception(Channel.WALK_IN, written_on=None, place=" ", at=MONDAY_10)


@pytest.mark.parametrize(
    "channel", [Channel.RESIDENT, Channel.OFFICER, Channel.TIP, Channel.API, Channel.IMPORT]
)
def test_other_ways_in_are_not_the_desks(channel: Channel) -> None:
    with pytest.raises(ChannelNotOfDesk):
        require_channel(channel)


def test_the_note_says_where_what_whom_and_who() -> None:
    text = note_text(
        Emergency.FIRE,
        centre="大码头街道综治中心",
        clerk="赵强",
        place="迎春路18号3楼",
        words="厨房着火，\n有浓烟",
        contact="13873712345",
        receipt_no="2026111600000001",
        at=MONDAY_10,
    )
    for part in (
        "119消防救援",
        "迎春路18号3楼",
        "厨房着火， 有浓烟",
        "13873712345",
        "赵强",
        "11月16日10时00分",
    ):
        assert part in text
    with pytest.raises(NoteEmpty):
        require_note("", "着火了")


def test_two_chinese_characters_are_enough_to_search() -> None:
    assert addresses.asked(" 幸福 ") == "幸福"
    for short in ("幸", " ", "，。"):
        with pytest.raises(WordsTooShort):
            addresses.asked(short)
    assert addresses.pairs_of("幸福路 12号") == ["幸福", "福路", "路1", "12", "2号"]


def test_names_of_areas_are_left_out_of_what_is_searched() -> None:
    areas = ["资阳区", "大码头街道", "迎春社区"]
    assert addresses.without_areas("资阳区大码头街道迎春路18号", areas) == "迎春路18号"
    assert addresses.without_areas("迎春社区", areas) == "迎春社区"


HERE = Told("路灯坏了不亮", "迎春路18号", 112.300, 28.500)


@pytest.mark.parametrize(
    ("other", "is_alike"),
    [
        (Told("门口的路灯不亮两天了", "", 112.3003, 28.5002), True),
        (Told("小区路灯坏了", "迎春路18号", None, None), True),
        (Told("路灯坏了不亮", "", 112.32, 28.52), True),  # word for word: perhaps a mistaken pin
        (Told("垃圾堆了三天", "", 112.3001, 28.5001), False),
        (Told("楼道有人吸烟", "", None, None), False),
    ],
)
def test_a_matter_is_alike_by_place_and_words(other: Told, is_alike: bool) -> None:
    assert (likeness(HERE, other) > 0) is is_alike


def test_the_nearer_and_the_more_alike_stand_first() -> None:
    near = Told("路灯不亮", "", 112.3001, 28.5001)
    far = Told("路灯不亮", "", 112.3010, 28.5005)
    assert likeness(HERE, near) > likeness(HERE, far) > 0
