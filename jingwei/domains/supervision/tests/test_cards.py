"""Cards by hand: raised with a reason, answered within a clock, accepted, sent back or lifted."""

from datetime import timedelta
from typing import Any

import pytest

from jingwei.domains.clocks.queries.watches import watch_of
from jingwei.domains.clocks.services.watches import sweep_watches
from jingwei.domains.incidents.contracts import Action, State
from jingwei.domains.incidents.queries.overseeing import overseen
from jingwei.domains.incidents.tests.walking import Walk, reported
from jingwei.domains.supervision.api.shaping import cards_out, supervision_out
from jingwei.domains.supervision.contracts import CardKind, CardState, Happening, Verdict
from jingwei.domains.supervision.models import Card, CardEntry
from jingwei.domains.supervision.queries.cards import CardWish, list_cards
from jingwei.domains.supervision.queries.file_section import file_section
from jingwei.domains.supervision.rules.refusals import (
    CardNotWaiting,
    KindForLeaders,
    NothingOwed,
    NotTheReceiver,
    NotYoursToSupervise,
    SupervisedAlready,
)
from jingwei.domains.supervision.services.cards import answer_card, decide_card, raise_card
from jingwei.domains.supervision.services.hearing import hear_missed_answer, hear_step
from jingwei.domains.supervision.services.telling import tell_of
from jingwei.domains.supervision.services.watching import CARD
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.documents.contracts import Asked, Language, Table
from jingwei.foundation.notices.models import Notice
from jingwei.foundation.scoping import eyes
from jingwei.kernel.errors import Forbidden, NotFound
from tests.cast import CAST, COMMUNITY, MONDAY_10, URBAN, centre

pytestmark = pytest.mark.django_db
LATER = MONDAY_10 + timedelta(hours=2)


def in_hand(**changes: Any) -> Walk:
    return reported(**changes).accepted().dispatched().taken()


def raised(by: Actor = CAST.wu, walk: Walk | None = None, kind: CardKind = CardKind.ORDINARY) -> Card:
    walk = walk or in_hand()
    return raise_card(by, walk.case, kind=kind, reason="三天没有进展，请说明", at=LATER)


def stored(card: Card) -> Card:
    with eyes(CAST.machine):
        return Card.objects.get(pk=card.pk)


def sees(actor: Actor, card: Card) -> bool:
    with eyes(actor):
        return Card.objects.filter(pk=card.pk).exists()


def test_whoever_sees_the_matter_in_government_sees_it_and_the_reporter_never() -> None:
    card = raised()
    for who in (CAST.wu, CAST.zhao, CAST.qian, CAST.xu, CAST.guo, CAST.gao):
        assert sees(who, card), who.name
    for who in (CAST.li, CAST.wang, CAST.public, CAST.feng, CAST.mao, CAST.tang):
        assert not sees(who, card), who.name
    with eyes(CAST.li):
        assert not CardEntry.objects.exists()
    with eyes(CAST.qian):
        page = list_cards(CAST.qian, CardWish(awaits_me=True), cursor=None, size=10)
        assert [one.pk for one in page.rows] == [card.pk]
        (shown,) = cards_out(CAST.qian, page.rows, at=LATER)
    assert (shown.may_answer, shown.verdicts) == (True, [])
    assert shown.matter is not None
    assert shown.due_at is not None


def test_it_is_answered_accepted_and_over() -> None:
    card = raised()
    with pytest.raises(NotTheReceiver):
        answer_card(CAST.zhao, card.pk, words="我来说明", at=LATER)
    with pytest.raises(NotFound):
        answer_card(CAST.feng, card.pk, words="我来说明", at=LATER)
    answer_card(CAST.qian, card.pk, words="车辆故障，今天清运", at=LATER)
    with eyes(CAST.machine):
        assert watch_of(CARD, card.pk).outcome == "answered"
    with pytest.raises(CardNotWaiting):
        answer_card(CAST.qian, card.pk, words="再说一次", at=LATER)
    with pytest.raises(Forbidden):
        decide_card(CAST.qian, card.pk, verdict=Verdict.ACCEPT, words="自己认可", at=LATER)
    decide_card(CAST.wu, card.pk, verdict=Verdict.ACCEPT, words="同意", at=LATER)
    assert stored(card).state == CardState.ACCEPTED
    with eyes(CAST.machine):
        acts = list(CardEntry.objects.filter(card_id=card.pk).order_by("id").values_list("act", flat=True))
    assert acts == ["raised", "answered", "accepted"]
    with pytest.raises(CardNotWaiting):
        decide_card(CAST.zhao, card.pk, verdict=Verdict.LIFT, words="解除", at=LATER)


def test_an_answer_sent_back_is_owed_again_with_a_new_clock() -> None:
    card = raised()
    answer_card(CAST.qian, card.pk, words="已知悉", at=LATER)
    back_at = LATER + timedelta(hours=3)
    decide_card(CAST.zhao, card.pk, verdict=Verdict.SEND_BACK, words="没有说明原因", at=back_at)
    with eyes(CAST.machine):
        watch = watch_of(CARD, card.pk)
    assert (watch.started_at, watch.ended_at) == (back_at, None)
    answer_card(CAST.xu, card.pk, words="清运车抛锚，今晚完成", at=back_at)
    decide_card(CAST.wu, card.pk, verdict=Verdict.LIFT, words="已到位", at=back_at)
    assert stored(card).state == CardState.LIFTED


def test_who_may_raise_which_card_on_whom() -> None:
    walk = in_hand()
    with pytest.raises(KindForLeaders):
        raised(CAST.wu, walk, CardKind.YELLOW)
    with pytest.raises(Forbidden):
        raised(CAST.qian, walk)
    with pytest.raises(NotFound):
        raised(CAST.zhou, walk)
    card = raised(CAST.wu, walk)
    assert (card.unit_id, card.by_unit_id) == (URBAN, centre(COMMUNITY))
    with pytest.raises(SupervisedAlready):
        raised(CAST.zhao, walk)
    graver = raised(CAST.guo, walk, CardKind.RED)
    assert stored(card).state == CardState.REPLACED
    assert stored(graver).ended_at is None
    waiting = reported().accepted()
    with pytest.raises(NotYoursToSupervise):  # the centre itself owes it
        raised(CAST.wu, waiting)
    assert raised(CAST.zhao, waiting).unit_id == centre(COMMUNITY)


def test_what_is_over_cannot_be_supervised_and_what_waits_can() -> None:
    done = in_hand().handled().passed().closed()
    with pytest.raises(NothingOwed):
        raised(CAST.zhao, done)
    new = reported()
    with eyes(CAST.zhao):
        matter = overseen(CAST.zhao, [new.case])[new.case]
        shown = supervision_out(CAST.zhao, matter, at=LATER)
    assert shown.may_raise == [CardKind.ORDINARY]
    with eyes(CAST.qian):
        assert overseen(CAST.qian, [new.case]) == {}


def test_a_card_ends_with_its_matter() -> None:
    walk = in_hand()
    card = raised(walk=walk)
    walk.handled().passed().closed()
    closing = walk.steps[-1]
    hear_step(walk.case, closing.version, Action.CLOSE, State.CLOSED, URBAN, at=walk.at)
    hear_step(walk.case, closing.version, Action.CLOSE, State.CLOSED, URBAN, at=walk.at)
    assert stored(card).state == CardState.OVER
    with eyes(CAST.machine):
        assert watch_of(CARD, card.pk).ended_at is not None
        assert CardEntry.objects.filter(card_id=card.pk, act="over").count() == 1


def test_no_answer_in_time_is_counted_once_told_above_and_earns_a_graver_card() -> None:
    walk = in_hand()
    card = raised(walk=walk)
    late = LATER + timedelta(days=4)
    with eyes(CAST.machine):
        due_at = watch_of(CARD, card.pk).due_at
    assert due_at is not None
    assert due_at < late
    sweep_watches(at=late)
    assert hear_missed_answer(card.pk, due_at=due_at, at=late)
    assert not hear_missed_answer(card.pk, due_at=due_at, at=late)
    first = stored(card)
    assert (first.missed, first.state) == (1, CardState.REPLACED)
    with eyes(CAST.machine):
        second = Card.objects.get(incident_id=walk.case, ended_at=None)
    assert (second.kind, second.by_rule["missed"]) == (CardKind.YELLOW, 1)
    assert tell_of(Happening.CARD_MISSED, card.pk, at=late) > 0
    with eyes(CAST.machine):
        told = set(Notice.objects.filter(title_zh="普通督办逾期未答复").values_list("post_id", flat=True))
    assert {CAST.xu.post_id, CAST.wu.post_id} <= told
    assert CAST.li.post_id not in told


def test_those_concerned_are_told() -> None:
    card = raised()
    tell_of(Happening.CARD_RAISED, card.pk, at=LATER)
    with eyes(CAST.machine):
        told = set(Notice.objects.filter(title_zh="普通督办，请答复").values_list("post_id", flat=True))
    assert {CAST.qian.post_id, CAST.xu.post_id} <= told
    assert CAST.wu.post_id not in told


def test_the_file_of_the_matter_tells_its_course_inside_and_nothing_outside() -> None:
    card = raised()
    answer_card(CAST.qian, card.pk, words="今天清运", at=LATER)
    with eyes(CAST.wu):
        inside, outside = (
            file_section(CAST.wu, card.incident_id, Asked(Language.ZH, is_outside=one, at=LATER))
            for one in (False, True)
        )
    (table,) = inside
    assert isinstance(table, Table)
    assert [("发出" in row[2], "答复" in row[2]) for row in table.rows] == [(True, False), (False, True)]
    assert outside == ()
