"""Warnings before the deadline of a matter: told once, to those whose turn it is, and answered."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jingwei.domains.incidents import services
from jingwei.domains.incidents.models import ClockWarning
from jingwei.domains.incidents.rules.refusals import NoWarningToAnswer
from jingwei.domains.incidents.services.clock_warning import answer_warnings, sweep_clocks
from jingwei.domains.incidents.tests.walking import Walk, reported, tipped
from jingwei.foundation.notices.models import Notice
from jingwei.foundation.scoping import eyes
from jingwei.kernel.errors import Forbidden, NotFound
from tests.cast import CAST, MONDAY_10

pytestmark = pytest.mark.django_db
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)


def given(walk: Walk) -> list[tuple[str, str]]:
    with eyes(CAST.machine):
        rows = ClockWarning.objects.filter(incident_id=walk.case).order_by("warned_at", "clock")
        return [(one.clock, one.colour) for one in rows]


def to(post_id: UUID | None) -> list[str]:
    with eyes(CAST.machine):
        rows = Notice.objects.filter(kind="incidents.warning", post_id=post_id).order_by("at")
        return list(rows.values_list("title_zh", flat=True))


def test_a_report_that_nobody_accepts_warns_three_times() -> None:
    """Four working hours to accept, from Monday ten to four."""
    walk = reported()
    assert walk.row.next_warn_at == MONDAY_10 + 4 * HOUR
    assert sweep_clocks(CAST.machine, at=MONDAY_10 + 3.9 * HOUR) == 0
    assert sweep_clocks(CAST.machine, at=MONDAY_10 + 4 * HOUR) == 1
    assert given(walk) == [("first", "blue"), ("stage", "blue")]
    assert to(CAST.wu.post_id) == ["蓝色预警：本环节时限"]
    for hours in (4.9, 5, 5.5, 5.7, 6.01, 6.5, 8):
        sweep_clocks(CAST.machine, at=MONDAY_10 + hours * HOUR)
    stage = [colour for clock, colour in given(walk) if clock == "stage"]
    assert stage == ["blue", "yellow", "red", "overdue"]
    assert len(to(CAST.deng.post_id)) == 1
    assert len(to(CAST.luo.post_id)) == 2


def test_looking_again_tells_nobody_again() -> None:
    walk = reported()
    at = MONDAY_10 + 4 * HOUR
    sweep_clocks(CAST.machine, at=at)
    with eyes(CAST.machine), connection.cursor() as cursor:
        cursor.execute("update incidents_incident set next_warn_at = %s where id = %s", [at, walk.case])
    assert sweep_clocks(CAST.machine, at=at + MINUTE) == 1
    assert len(given(walk)) == 2


def test_a_step_starts_the_stage_clock_anew_and_the_others_go_on() -> None:
    walk = reported().accepted().dispatched().taken()
    assert sweep_clocks(CAST.machine, at=MONDAY_10 + 3.9 * HOUR) >= 0
    sweep_clocks(CAST.machine, at=MONDAY_10 + 8 * HOUR)
    assert [clock for clock, _ in given(walk)] == ["stage"]
    assert to(CAST.qian.post_id) == ["蓝色预警：本环节时限"]
    assert to(CAST.wu.post_id) == []


def test_what_is_suspended_or_over_never_warns() -> None:
    paused, closed = reported().accepted().suspended(days=60), reported().accepted().dispatched().taken()
    closed.handled().passed().closed()
    assert (paused.row.next_warn_at, closed.row.next_warn_at) == (None, None)
    assert sweep_clocks(CAST.machine, at=MONDAY_10 + timedelta(days=50)) == 0
    services.resume_incident(CAST.wu, paused.case, at=MONDAY_10 + timedelta(days=50))
    assert sweep_clocks(CAST.machine, at=MONDAY_10 + timedelta(days=50, hours=1)) == 1


def test_many_at_once_make_one_notice_for_each_colour() -> None:
    for _ in range(4):
        reported(CAST.wu)
    assert sweep_clocks(CAST.machine, at=MONDAY_10 + 4 * HOUR) == 4
    assert to(CAST.wu.post_id) == ["蓝色预警：4件"]


def test_a_tip_warns_its_one_post_alone() -> None:
    walk = tipped()
    receiving = walk.row.receiving_post_id
    sweep_clocks(CAST.machine, at=MONDAY_10 + 9 * HOUR)
    with eyes(CAST.machine):
        told = set(Notice.objects.filter(kind="incidents.warning").values_list("post_id", flat=True))
    assert told == {receiving}


def test_at_night_what_can_wait_waits() -> None:
    walk = reported(at=MONDAY_10)
    midnight = MONDAY_10 + 14 * HOUR
    assert sweep_clocks(CAST.machine, at=midnight) == 1
    assert given(walk) == []
    assert walk.row.next_warn_at == MONDAY_10 + 21 * HOUR


def test_a_warning_is_answered_by_those_it_is_for() -> None:
    walk = reported()
    sweep_clocks(CAST.machine, at=MONDAY_10 + 4 * HOUR)
    at = MONDAY_10 + 4.5 * HOUR
    with pytest.raises(NoWarningToAnswer):
        answer_warnings(CAST.zhao, walk.case, words="马上办", at=at)
    with pytest.raises(NotFound):
        answer_warnings(CAST.zhou, walk.case, words="马上办", at=at)
    with pytest.raises(Forbidden):
        answer_warnings(CAST.li, walk.case, words="快一点", at=at)
    assert answer_warnings(CAST.wu, walk.case, words="今天内受理", at=at) == 2
    with pytest.raises(NoWarningToAnswer):
        answer_warnings(CAST.wu, walk.case, words="今天内受理", at=at)
    with eyes(CAST.wu):
        row = ClockWarning.objects.filter(incident_id=walk.case).first()
        assert row is not None
        assert (row.answer, row.answer_name) == ("今天内受理", CAST.wu.name)


def test_whoever_reported_does_not_read_the_warnings() -> None:
    walk = reported()
    sweep_clocks(CAST.machine, at=MONDAY_10 + 4 * HOUR)
    with eyes(CAST.li):
        assert not ClockWarning.objects.filter(incident_id=walk.case).exists()


def test_what_is_not_due_costs_nothing() -> None:
    for _ in range(3):
        reported(CAST.wu)
    with CaptureQueriesContext(connection) as none:
        assert sweep_clocks(CAST.machine, at=MONDAY_10) == 0
    assert len([one for one in none if "incidents_incident" in one["sql"]]) == 1
