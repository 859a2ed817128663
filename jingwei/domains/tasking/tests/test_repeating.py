"""Tasks that repeat: given again when their time has come, to whom it still concerns, until somebody stops them."""

from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jingwei.domains.clocks.queries.watches import watch_of
from jingwei.domains.tasking.contracts import Repeat, TaskAct
from jingwei.domains.tasking.models import Share, Task
from jingwei.domains.tasking.rules.refusals import NotYourShare, RepeatOdd, TaskNotFound, TaskNotRepeating
from jingwei.domains.tasking.rules.repeating import latest_due, next_of, occurrence
from jingwei.domains.tasking.services import NewShare, NewTask, give_due, give_task, stop_repeating
from jingwei.domains.tasking.services.course import WATCH
from jingwei.domains.tasking.services.steering import steer_task
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import BEIJING
from tests.cast import CAST, MONDAY_10, TOWNSHIP, URBAN, centre

DAY = timedelta(days=1)
in_database = pytest.mark.django_db


@given(
    st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31), timezones=st.just(BEIJING)),
    st.sampled_from(Repeat),
    st.integers(0, 40),
    st.integers(0, 100),
)
def test_repetitions_come_one_after_the_other_and_what_was_missed_is_one(
    first: datetime, repeat: Repeat, number: int, days: int
) -> None:
    here, then = occurrence(first, repeat, number), occurrence(first, repeat, number + 1)
    assert DAY <= then - here <= 31 * DAY
    assert repeat is not Repeat.WEEKLY or then.weekday() == first.weekday()
    at = here + days * DAY
    latest = latest_due(first, repeat, after=number, at=at)
    assert latest >= number
    assert occurrence(first, repeat, latest + 1) > at
    assert next_of(first, repeat, number, then.date()) == then
    assert next_of(first, repeat, number, then.date() - DAY) is None


def test_a_month_that_is_too_short_ends_with_its_last_day() -> None:
    first = datetime(2027, 1, 31, 9, tzinfo=BEIJING)
    found = [occurrence(first, Repeat.MONTHLY, one).date() for one in (1, 2, 12)]
    assert found == [date(2027, 2, 28), date(2027, 3, 31), date(2028, 1, 31)]


def weekly(until: date | None = None) -> Task:
    new = NewTask(
        task_id=uuid4(),
        title="每周消防通道巡查",
        due_at=MONDAY_10 + 3 * DAY,
        shares=(NewShare(unit_id=centre(TOWNSHIP)), NewShare(unit_id=URBAN)),
        repeats=Repeat.WEEKLY,
        repeats_until=until,
    )
    return give_task(CAST.sun, new, at=MONDAY_10)


def series(task: Task) -> list[Task]:
    with eyes(CAST.machine):
        return list(Task.objects.visible_to(CAST.machine).filter(series_id=task.pk).order_by("series_no"))


def shares_of(task: Task) -> list[Share]:
    with eyes(CAST.machine):
        rows = Share.objects.visible_to(CAST.machine).filter(task_id=task.pk)
        return list(rows.order_by("receiver_name"))


@in_database
def test_the_next_is_given_to_whom_it_still_concerns_and_watched() -> None:
    task = weekly()
    assert give_due(at=MONDAY_10 + 6 * DAY) == 0
    urban = next(one for one in shares_of(task) if one.receiver_unit_id == URBAN)
    steer_task(
        CAST.sun, urban.pk, TaskAct.WITHDRAW, version=1, remark="改由街道负责", due_at=None, at=MONDAY_10
    )
    assert give_due(at=MONDAY_10 + 7 * DAY) == 1
    assert give_due(at=MONDAY_10 + 7 * DAY) == 0, "once"
    first, second = series(task)
    assert (first.next_at, second.next_at) == (None, MONDAY_10 + 14 * DAY)
    assert (second.title, second.due_at, second.giver_name) == (task.title, MONDAY_10 + 10 * DAY, "孙丽")
    (share,) = shares_of(second)
    assert (share.receiver_unit_id, share.done, share.version) == (centre(TOWNSHIP), 0, 1)
    watch = watch_of(WATCH, share.pk)
    assert watch is not None
    assert watch.due_at == second.due_at
    with eyes(CAST.zhao):
        assert Task.objects.visible_to(CAST.zhao).filter(pk=second.pk).exists()


@in_database
def test_what_was_missed_is_given_once_and_the_series_ends_with_its_last_day() -> None:
    task = weekly(until=date(2026, 12, 8))
    late = MONDAY_10 + 16 * DAY
    assert give_due(at=late) == 1
    (_, second) = series(task)
    assert (second.series_no, second.due_at, second.next_at) == (
        2,
        MONDAY_10 + 17 * DAY,
        MONDAY_10 + 21 * DAY,
    )
    assert give_due(at=MONDAY_10 + 21 * DAY) == 1
    assert series(task)[-1].next_at is None
    assert give_due(at=MONDAY_10 + 60 * DAY) == 0


@in_database
def test_only_the_giver_stops_it_and_only_once() -> None:
    task = weekly()
    with pytest.raises(NotYourShare):
        stop_repeating(CAST.zhao, task.pk, at=MONDAY_10)
    with pytest.raises(TaskNotFound):
        stop_repeating(CAST.tang, task.pk, at=MONDAY_10)
    stop_repeating(CAST.sun, task.pk, at=MONDAY_10)
    with pytest.raises(TaskNotRepeating):
        stop_repeating(CAST.sun, task.pk, at=MONDAY_10)
    assert give_due(at=MONDAY_10 + 30 * DAY) == 0


@in_database
@pytest.mark.parametrize("until", [date(2026, 11, 22), date(2029, 1, 1)])
def test_a_last_day_before_the_first_repetition_or_years_ahead_is_refused(until: date) -> None:
    with pytest.raises(RepeatOdd):
        weekly(until=until)
