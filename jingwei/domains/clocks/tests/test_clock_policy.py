"""The clock policy: dated versions, refused where they contradict themselves."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jingwei.domains.clocks.contracts import Answerer, ClockPolicy, LimitLine, WarningColour, WarningLine
from jingwei.domains.clocks.queries.policy import limits_for, policy_at
from jingwei.domains.clocks.rules.warnings import DEFAULT_POLICY, PolicyRefused, refuse_faulty_policy, tell_at
from jingwei.domains.clocks.services.policy import enter_policy
from jingwei.domains.clocks.tests.calendars import beijing
from jingwei.kernel.errors import Forbidden, NotFound
from tests.cast import CAST, MONDAY_10

TODAY = MONDAY_10.date()
GOOD = replace(DEFAULT_POLICY, from_on=TODAY)
B, Y, R = WarningColour.BLUE, WarningColour.YELLOW, WarningColour.RED


def warned(*percents: int) -> tuple[WarningLine, ...]:
    return tuple(
        WarningLine(one, share, Answerer.OWER) for one, share in zip((B, Y, R), percents, strict=False)
    )


@pytest.mark.parametrize(
    "changes",
    [
        {"from_on": TODAY - timedelta(days=1)},
        {"limits": ()},
        {"limits": (LimitLine("0101", False, "4h", "5d", "15d"),)},
        {"limits": (*DEFAULT_POLICY.limits, DEFAULT_POLICY.limits[0])},
        {"limits": (LimitLine("", False, "4h", "5 days", "15d"),)},
        {"warnings": warned(50, 75)},
        {"warnings": warned(75, 50, 90)},
        {"warnings": warned(50, 75, 100)},
        {"warnings": tuple(reversed(warned(50, 75, 90)))},
        {"quiet_from_minute": 24 * 60},
        {"extension_times": 6},
    ],
)
def test_a_policy_that_contradicts_itself_is_refused(changes: dict[str, Any]) -> None:
    refuse_faulty_policy(GOOD, today=TODAY)
    with pytest.raises(PolicyRefused):
        refuse_faulty_policy(replace(GOOD, **changes), today=TODAY)


@given(
    minute=st.integers(0, 7 * 1440),
    starts=st.integers(0, 1439),
    ends=st.integers(0, 1439),
)
def test_quiet_hours_end_within_a_day_and_never_in_themselves(minute: int, starts: int, ends: int) -> None:
    policy = replace(GOOD, quiet_from_minute=starts, quiet_until_minute=ends)
    at = MONDAY_10 + timedelta(minutes=minute)
    told = tell_at(at, policy, is_urgent=False)
    assert at <= told < at + timedelta(days=1)
    assert tell_at(told, policy, is_urgent=False) == told
    assert tell_at(at, policy, is_urgent=True) == at


def test_at_night_staff_are_told_in_the_morning() -> None:
    assert tell_at(beijing("2026-11-16 23:10"), GOOD, is_urgent=False) == beijing("2026-11-17 07:00")
    assert tell_at(beijing("2026-11-17 03:00"), GOOD, is_urgent=False) == beijing("2026-11-17 07:00")
    assert tell_at(beijing("2026-11-17 07:00"), GOOD, is_urgent=False) == beijing("2026-11-17 07:00")


@pytest.mark.django_db
def test_a_version_holds_from_its_day_on() -> None:
    line = LimitLine("0101", False, "2h", "2d", "5d")
    coming = replace(GOOD, from_on=date(2026, 12, 1), limits=(*DEFAULT_POLICY.limits, line))
    enter_policy(CAST.ding, coming, at=MONDAY_10)
    assert policy_at(beijing("2026-11-30 23:59")) == DEFAULT_POLICY
    after = beijing("2026-12-01 00:00")
    assert policy_at(after).extension_limit == coming.extension_limit
    assert limits_for("010101", is_urgent=False, at=after) == line
    assert limits_for("010101", is_urgent=True, at=after) == line
    assert limits_for("020101", is_urgent=True, at=after).first_limit == "1H"
    enter_policy(CAST.ding, replace(coming, limits=DEFAULT_POLICY.limits), at=MONDAY_10)
    assert limits_for("010101", is_urgent=False, at=after).first_limit == "4h"


@pytest.mark.django_db
def test_only_the_citys_administrators_enter_one() -> None:
    policy: ClockPolicy = replace(GOOD, from_on=date(2026, 12, 1))
    with pytest.raises(Forbidden):
        enter_policy(CAST.he, policy, at=MONDAY_10)
    with pytest.raises(NotFound):
        enter_policy(replace(CAST.ding, scope="430902", area_code="430902"), policy, at=MONDAY_10)
