"""Watches: what is owed beside the incidents, warned of by the minute."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from jingwei.domains.clocks.contracts import BadLimit, Colour, NewWatch, Owed, WorkingTime, parse_limit
from jingwei.domains.clocks.models import Watch
from jingwei.domains.clocks.queries.watches import watch_of, watches_of
from jingwei.domains.clocks.services.watches import (
    extend_watch,
    hand_watch,
    pause_watch,
    resume_watch,
    start_watch,
    stop_watch,
    sweep_watches,
)
from jingwei.foundation.notices.models import Notice
from jingwei.foundation.scoping import eyes
from tests.cast import CAST, COMMUNITY, GRID_1, MONDAY_10, URBAN, centre

pytestmark = pytest.mark.django_db
KIND = "clocks.test"
HOUR = timedelta(hours=1)


def begun(*, limit: str = "4H", at: datetime = MONDAY_10, **changes: Any) -> UUID:
    values = {
        "kind": KIND,
        "subject_id": uuid4(),
        "owed": Owed(unit_id=URBAN),
        "area_code": GRID_1,
        "limit": parse_limit(limit),
        "title_zh": "派遣异议待裁决",
        "title_en": "An objection to decide",
        "target": "incidents.incident:x",
    } | changes
    start_watch(NewWatch(**values), at=at)
    return UUID(str(values["subject_id"]))


def due_of(subject: UUID) -> datetime | None:
    found = watch_of(KIND, subject)
    assert found is not None
    return found.due_at


def to(post_id: UUID | None) -> list[str]:
    with eyes(CAST.machine):
        return list(
            Notice.objects.filter(kind=KIND, post_id=post_id)
            .order_by("at")
            .values_list("title_zh", flat=True)
        )


def test_it_warns_three_times_and_says_once_that_it_is_late() -> None:
    subject = begun()
    sweeps = {
        MONDAY_10 + HOUR: 0,
        MONDAY_10 + 2 * HOUR: 1,
        MONDAY_10 + 2.5 * HOUR: 0,
        MONDAY_10 + 3 * HOUR: 1,
        MONDAY_10 + 3.6 * HOUR: 1,
        MONDAY_10 + 4 * HOUR: 0,
        MONDAY_10 + 4 * HOUR + timedelta(seconds=1): 1,
        MONDAY_10 + 5 * HOUR: 0,
    }
    assert {at: sweep_watches(at=at) for at in sweeps} == sweeps
    assert [title[:4] for title in to(CAST.qian.post_id)] == ["蓝色预警"]
    assert [title[:4] for title in to(CAST.deng.post_id)] == ["黄色预警"]
    assert [title[:3] for title in to(CAST.luo.post_id)] == ["红色预", "已超时"]
    found = watch_of(KIND, subject)
    assert found is not None
    assert found.is_late
    assert found.colour(now=MONDAY_10 + 5 * HOUR) is Colour.OVERDUE


def test_many_at_once_make_one_notice() -> None:
    for _ in range(5):
        begun()
    assert sweep_watches(at=MONDAY_10 + 2 * HOUR) == 5
    assert to(CAST.qian.post_id) == ["蓝色预警：派遣异议待裁决等5件"]


def test_what_can_wait_is_told_in_the_morning() -> None:
    evening = MONDAY_10 + timedelta(hours=11)
    begun(at=evening)
    begun(at=evening, is_urgent=True, title_zh="紧急的")
    sweep_watches(at=evening + 2 * HOUR)
    assert to(CAST.qian.post_id) == ["蓝色预警：紧急的"]
    morning = MONDAY_10 + timedelta(hours=21)
    sweep_watches(at=morning - timedelta(minutes=1))
    assert to(CAST.luo.post_id) == ["已超时：紧急的"]
    sweep_watches(at=morning)
    assert "已超时：派遣异议待裁决" in to(CAST.luo.post_id)


def test_a_pause_keeps_what_is_left() -> None:
    subject = begun(limit="4h")
    pause_watch(KIND, subject, at=MONDAY_10 + HOUR, reason="等待材料")
    paused = watch_of(KIND, subject)
    assert paused is not None
    assert paused.due_at is None
    assert paused.paused_at == MONDAY_10 + HOUR
    assert sweep_watches(at=MONDAY_10 + timedelta(days=3)) == 0
    resume_watch(KIND, subject, at=MONDAY_10 + timedelta(days=2, hours=-1))
    assert due_of(subject) == MONDAY_10 + timedelta(days=2, hours=2)


def test_time_given_is_added_to_the_deadline_also_while_it_stands_still() -> None:
    running, paused = begun(limit="4H"), begun(limit="4H")
    extend_watch(KIND, running, parse_limit("2H"), at=MONDAY_10 + HOUR)
    pause_watch(KIND, paused, at=MONDAY_10 + HOUR, reason="等待材料")
    extend_watch(KIND, paused, parse_limit("2H"), at=MONDAY_10 + 2 * HOUR)
    resume_watch(KIND, paused, at=MONDAY_10 + 3 * HOUR)
    assert (due_of(running), due_of(paused)) == (MONDAY_10 + 6 * HOUR, MONDAY_10 + 8 * HOUR)


def test_time_given_late_begins_now_and_warns_again() -> None:
    subject = begun(limit="1H")
    sweep_watches(at=MONDAY_10 + 2 * HOUR)
    extend_watch(KIND, subject, parse_limit("4H"), at=MONDAY_10 + 3 * HOUR)
    assert due_of(subject) == MONDAY_10 + 7 * HOUR
    found = watch_of(KIND, subject)
    assert found is not None
    assert not found.is_late
    assert sweep_watches(at=MONDAY_10 + 8 * HOUR) == 1


def test_one_runs_at_a_time_and_ends_with_its_outcome() -> None:
    subject = begun()
    begun(subject_id=subject, at=MONDAY_10 + HOUR)
    with eyes(CAST.machine):
        found = Watch.objects.filter(subject_id=subject).order_by("started_at")
        assert [one.outcome for one in found] == ["replaced", ""]
    ended = stop_watch(KIND, subject, at=MONDAY_10 + 2 * HOUR, outcome="decided")
    assert ended is not None
    assert (ended.outcome, ended.is_late) == ("decided", False)
    assert stop_watch(KIND, subject, at=MONDAY_10 + 2 * HOUR) is None
    assert sweep_watches(at=MONDAY_10 + 9 * HOUR) == 0
    assert watches_of(KIND, [subject, uuid4()]).keys() == {subject}


def test_whoever_has_it_now_is_told() -> None:
    subject = begun()
    hand_watch(KIND, subject, Owed(unit_id=centre(COMMUNITY)), at=MONDAY_10 + HOUR)
    sweep_watches(at=MONDAY_10 + 2 * HOUR)
    assert (to(CAST.qian.post_id), len(to(CAST.wu.post_id))) == ([], 1)


def test_a_watch_is_owed_by_one_and_has_whole_hours() -> None:
    with pytest.raises(ValueError, match="unit or by a post"):
        Owed()
    ninety = NewWatch(KIND, uuid4(), Owed(unit_id=URBAN), GRID_1, WorkingTime(90), "待办", "To do", "x")
    with pytest.raises(BadLimit):
        start_watch(ninety, at=MONDAY_10)


def test_nobody_but_machines_sees_a_watch() -> None:
    begun()
    for actor in (CAST.qian, CAST.he, CAST.ding):
        with eyes(actor):
            assert not Watch.objects.exists()
