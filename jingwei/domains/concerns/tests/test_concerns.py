"""Notes: taken, heard again, merged, taken up, withdrawn; counted by topic, area and week; seen by area and post."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from jingwei.domains.concerns import services
from jingwei.domains.concerns.contracts import ConcernNoted, ConcernOccasion, ConcernStage
from jingwei.domains.concerns.models import Concern, Hearing, WeekCount
from jingwei.domains.concerns.queries import concerns as queries
from jingwei.domains.concerns.queries.concerns import ConcernFilter
from jingwei.domains.concerns.queries.counts import count_by_topic
from jingwei.domains.concerns.queries.topics import TopicRow
from jingwei.domains.concerns.rules import refusals
from jingwei.domains.concerns.rules.concerns import WORDS_KEPT
from jingwei.domains.concerns.services.counting import count_anew
from jingwei.domains.concerns.services.keeping import forget_words
from jingwei.domains.concerns.tests.noting import NOISE, PARKING, RUBBISH, noted, topics
from jingwei.domains.incidents.contracts import Channel, State
from jingwei.domains.incidents.queries import incident_for
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.events import services as events
from jingwei.foundation.scoping import eyes
from jingwei.kernel.errors import Forbidden, NotFound
from jingwei.kernel.ids import uuid7
from tests.cast import CAST, CITY, COMMUNITY, FAR_GRID, GRID_1, GRID_2, MONDAY_10
from tests.matrix.world import ITEM

pytestmark = pytest.mark.django_db
MONDAY, WEEK = MONDAY_10.date(), timedelta(days=7)
HERE = ConcernFilter()


@pytest.fixture(autouse=True)
def _topics(db: None) -> None:
    topics()


def listed(actor: Actor, wanted: ConcernFilter = HERE) -> list[Concern]:
    with eyes(actor):
        return queries.list_concerns(actor, wanted, cursor=None, size=50).rows


def again(actor: Actor, row: Concern, **changes: Any) -> Concern:
    facts = {"hearing_id": uuid7(), "occasion": ConcernOccasion.VISIT, "at": MONDAY_10}
    return services.hear_again(actor, row.pk, **(facts | changes))


def counts() -> dict[tuple[date, str, str], tuple[int, int, int]]:
    with eyes(CAST.machine):
        return {
            (one.week, one.scope_code, one.topic_code): (one.notes, one.heard, one.taken_up)
            for one in WeekCount.objects.visible_to(CAST.machine)
            if (one.notes, one.heard, one.taken_up) != (0, 0, 0)
        }


def test_two_taps_are_enough_and_the_grid_follows_from_the_place() -> None:
    row = noted()
    assert (row.topic_id, row.scope_code, row.times_all, row.words) == (NOISE, GRID_1, 1, "")
    assert noted(grid=None).scope_code == GRID_1  # her own grid, where the phone knows no place
    assert noted(CAST.wu, grid=None, area_code=GRID_2).scope_code == GRID_2
    assert noted(concern_id=row.pk, words="再点一次").words == ""  # sent twice it is one
    assert not {field.name for field in Concern._meta.fields} & {"person_id", "name", "reporter", "phone"}


def test_it_is_seen_by_area_and_by_the_post_that_noted_it() -> None:
    noted()
    away = noted(grid=FAR_GRID)  # helped out elsewhere
    for actor in (CAST.deng, CAST.luo, CAST.wu):
        assert len(listed(actor)) == 1, actor.name
    for actor in (CAST.sun, CAST.gao):
        assert len(listed(actor)) == 2, actor.name
    assert len(listed(CAST.lin, ConcernFilter(is_mine=True))) == 2
    for actor in (CAST.chen, CAST.tang):
        assert listed(actor) == [], actor.name
    with eyes(CAST.chen), pytest.raises(refusals.ConcernNotFound):
        queries.concern_for(CAST.chen, away.pk)
    with pytest.raises(refusals.ConcernNotFound):
        again(CAST.chen, away)
    with eyes(CAST.chen):
        assert not Hearing.objects.filter(concern_id=away.pk).exists()


def test_heard_again_is_one_more_and_sent_twice_still_one_more() -> None:
    row, hearing_id = noted(), uuid7()
    for _ in range(2):
        assert again(CAST.deng, row, hearing_id=hearing_id).times_all == 2
    later = again(CAST.wu, row, at=MONDAY_10 + WEEK)
    assert (later.times_all, later.last_heard_at) == (3, MONDAY_10 + WEEK)
    assert counts() == {(MONDAY, GRID_1, NOISE): (1, 2, 0), (MONDAY + WEEK, GRID_1, NOISE): (0, 1, 0)}
    assert [one.pk for one in listed(CAST.wu, ConcernFilter(stage=(ConcernStage.OFTEN,)))] == [row.pk]
    assert listed(CAST.wu, ConcernFilter(stage=(ConcernStage.HEARD, ConcernStage.TAKEN_UP))) == []


def test_the_same_noted_twice_is_merged_and_can_be_separated() -> None:
    head, row = noted(), noted(CAST.wu, grid=GRID_2, topic_code=RUBBISH)
    again(CAST.wu, row)
    services.merge_concern(CAST.wu, row.pk, into_id=head.pk, at=MONDAY_10)
    services.merge_concern(CAST.wu, row.pk, into_id=head.pk, at=MONDAY_10)  # once
    (shown,) = listed(CAST.wu)
    assert (shown.pk, shown.times, shown.times_all) == (head.pk, 1, 3)
    assert counts()[MONDAY, GRID_2, RUBBISH] == (0, 2, 0)
    with eyes(CAST.wu):
        assert [one.pk for one in queries.merged_into(CAST.wu, head.pk)] == [row.pk]
    other = noted(topic_code=PARKING)
    for refusal, actor, one, into in (
        (refusals.ConcernsNotAlike, CAST.wu, head.pk, head.pk),
        (refusals.ConcernsNotAlike, CAST.wu, other.pk, head.pk),
        (refusals.ConcernHoldsOthers, CAST.wu, head.pk, noted().pk),
        (refusals.ConcernMerged, CAST.wu, noted().pk, row.pk),
        (refusals.ConcernNotFound, CAST.lin, row.pk, head.pk),  # of the neighbour's grid
        (refusals.ConcernTargetUnknown, CAST.lin, noted().pk, row.pk),
    ):
        with pytest.raises(refusal):
            services.merge_concern(actor, one, into_id=into, at=MONDAY_10)
    with pytest.raises(refusals.ConcernMerged):
        again(CAST.wu, row)
    services.separate_concern(CAST.wu, row.pk, at=MONDAY_10)
    with eyes(CAST.wu):
        assert queries.concern_for(CAST.wu, head.pk).times_all == 1
    assert counts()[MONDAY, GRID_2, RUBBISH] == (1, 2, 0)
    with pytest.raises(refusals.ConcernNotMerged):
        services.separate_concern(CAST.wu, row.pk, at=MONDAY_10)


def test_it_becomes_a_matter_under_its_own_id_once() -> None:
    row = noted(words="夜里施工", address="东门")
    again(CAST.deng, row)
    for _ in range(2):
        grown = services.grow_concern(CAST.wu, row.pk, words="请城管去看", is_urgent=False, at=MONDAY_10)
    with eyes(CAST.wu):
        matter = incident_for(CAST.wu, row.pk)
    assert (matter.channel, matter.state, matter.title) == (Channel.CONCERN, State.REPORTED, "噪声")
    assert matter.words == "夜里施工（同样的情况共听到2次）\n请城管去看"
    assert (grown.incident_id, grown.receipt_no) == (row.pk, matter.receipt_no)
    assert counts()[MONDAY, GRID_1, NOISE] == (1, 2, 1)
    for refused in (
        lambda: services.log_concern(CAST.wu, row.pk, item_code=ITEM, words="", at=MONDAY_10),
        lambda: services.withdraw_concern(CAST.lin, row.pk, reason="记错", at=MONDAY_10),
        lambda: services.merge_concern(CAST.wu, row.pk, into_id=noted().pk, at=MONDAY_10),
    ):
        with pytest.raises(refusals.ConcernTakenUp):
            refused()
    assert again(CAST.deng, row).times_all == 3  # it can still be heard


def test_a_mistake_is_withdrawn_by_its_post_while_nobody_else_heard_it() -> None:
    row, heard = noted(), noted()
    again(CAST.deng, heard)
    for actor, one, at in (
        (CAST.wu, row, MONDAY_10),
        (CAST.lin, row, MONDAY_10 + timedelta(days=8)),
        (CAST.lin, heard, MONDAY_10),
    ):
        with pytest.raises(refusals.NotYourConcern):
            services.withdraw_concern(actor, one.pk, reason="记错了", at=at)
    with pytest.raises(refusals.ConcernNamesSomebody):
        services.withdraw_concern(CAST.lin, row.pk, reason="是13800001111打来的", at=MONDAY_10)
    services.withdraw_concern(CAST.lin, row.pk, reason="记错了", at=MONDAY_10)
    assert [one.pk for one in listed(CAST.wu)] == [heard.pk]
    assert counts() == {(MONDAY, GRID_1, NOISE): (1, 2, 0)}
    with pytest.raises(refusals.ConcernWithdrawn):
        again(CAST.lin, row)


def test_numbers_come_from_the_counts_of_each_week_one_level_down() -> None:
    for grid, topic in ((GRID_1, NOISE), (GRID_1, PARKING), (GRID_2, NOISE), (FAR_GRID, RUBBISH)):
        noted(grid=grid, topic_code=topic)
    noted(CAST.wu, grid=None, area_code=COMMUNITY, heard_at=MONDAY_10 - timedelta(days=1))  # a Sunday
    with eyes(CAST.sun):
        found = count_by_topic(
            CAST.sun, area_code=COMMUNITY, topic=None, from_on=MONDAY - WEEK, until_on=MONDAY
        )
    assert found.weeks == [MONDAY - WEEK, MONDAY]
    assert (found.notes, found.heard, found.taken_up) == (4, 4, 0)
    areas = [one.area_code for one in found.areas]
    noise, parking = found.topics
    assert (noise.code, noise.by_week, parking.by_week) == ("01", [1, 2], [0, 1])
    assert {code: n for code, n in zip(areas, noise.by_area, strict=True) if n} == {
        GRID_1: 1,
        GRID_2: 1,
        COMMUNITY: 1,
    }
    with eyes(CAST.sun):
        deeper = count_by_topic(CAST.sun, area_code=GRID_1, topic="01", from_on=MONDAY, until_on=MONDAY)
    assert [(one.code, one.by_area) for one in deeper.topics] == [(NOISE, [1])]
    assert len(listed(CAST.sun, ConcernFilter(area_code=GRID_1, topic=("01",), since=MONDAY))) == 1
    with eyes(CAST.tang):
        assert not WeekCount.objects.unscoped("the test asks the database's own fence").exists()
    with eyes(CAST.sun), pytest.raises(refusals.ConcernSpanTooLong):
        count_by_topic(CAST.sun, area_code=CITY, topic=None, from_on=MONDAY, until_on=MONDAY - WEEK)


def test_counting_anew_says_what_was_kept_with_every_change() -> None:
    head, row, gone = noted(), noted(grid=GRID_2), noted()
    again(CAST.wu, row, at=MONDAY_10 + WEEK)
    services.merge_concern(CAST.wu, row.pk, into_id=head.pk, at=MONDAY_10)
    services.grow_concern(CAST.lin, head.pk, words="", is_urgent=False, at=MONDAY_10)
    services.withdraw_concern(CAST.lin, gone.pk, reason="记错了", at=MONDAY_10)
    kept = counts()
    count_anew(CITY)
    assert counts() == kept


def test_every_note_is_told_to_the_stream_without_words() -> None:
    events.wire(
        {ConcernNoted: ("test.hear",)} | {k: v for k, v in events.wiring().items() if k is not ConcernNoted}
    )
    try:
        row = noted(words="夜里施工")
    finally:
        events.wire({ConcernNoted: ()} | {k: v for k, v in events.wiring().items() if k is not ConcernNoted})
    (job,) = ProcrastinateJob.objects.filter(task_name="test.hear")
    assert job.args == {
        "concern_id": str(row.pk),
        "topic_code": NOISE,
        "area_code": GRID_1,
        "at": MONDAY_10.isoformat(),
    }


def test_words_go_two_years_after_it_was_last_heard_and_the_numbers_stay() -> None:
    old, fresh = noted(words="夜里施工", address="东门"), noted(words="白天施工")
    again(CAST.deng, fresh, at=MONDAY_10 + timedelta(days=9))
    assert forget_words(at=MONDAY_10 + WORDS_KEPT + timedelta(days=1)) == 1
    rows = {one.pk: (one.words, one.address, one.times_all) for one in listed(CAST.wu)}
    assert rows == {old.pk: ("", "", 1), fresh.pk: ("白天施工", "", 2)}


def test_what_is_offered_first_is_what_the_post_notes_then_what_its_area_does() -> None:
    noted(topic_code=PARKING)
    noted(CAST.deng, topic_code=RUBBISH)
    with eyes(CAST.lin):
        assert queries.usual_topics(CAST.lin, at=MONDAY_10) == [PARKING, RUBBISH]


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"heard_at": MONDAY_10 + timedelta(hours=1)}, refusals.ConcernTimeOdd),
        ({"heard_at": MONDAY_10 - timedelta(days=31)}, refusals.ConcernTimeOdd),
        ({"topic_code": "0199"}, refusals.TopicUnknown),
        ({"topic_code": "01"}, refusals.TopicUnknown),
        ({"words": "找王女士 13800001111"}, refusals.ConcernNamesSomebody),
        ({"address": "3栋502室"}, refusals.ConcernNamesSomebody),
        ({"actor": CAST.he, "grid": None}, refusals.ConcernAreaNeeded),
        ({"actor": CAST.qian}, Forbidden),
        ({"actor": CAST.li}, Forbidden),
    ],
)
def test_noting_is_refused(changes: dict[str, Any], refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        noted(**changes)


def test_an_id_of_another_post_is_refused_seen_or_not() -> None:
    taken: UUID = noted().pk
    for actor in (CAST.wu, CAST.tang):
        with pytest.raises(refusals.ConcernIdTaken):
            noted(actor, concern_id=taken)


def test_topics_are_kept_by_the_city_and_pass_the_red_lines() -> None:
    services.save_topic(CAST.ding, TopicRow("03", "住房物业", "物业服务", is_active=True))
    services.save_topic(CAST.ding, TopicRow("0301", "物业服务", "", is_active=False))
    with pytest.raises(refusals.TopicUnknown):
        noted(topic_code="0301")
    for topic, refusal in (
        (TopicRow("0401", "供水", "", is_active=True), refusals.TopicWithoutClass),
        (TopicRow("0302", "噪声", "", is_active=True), refusals.TopicNameTaken),
    ):
        with pytest.raises(refusal):
            services.save_topic(CAST.ding, topic)
    with pytest.raises((Forbidden, NotFound)):
        services.save_topic(CAST.wu, TopicRow("03", "改名", "", is_active=True))
