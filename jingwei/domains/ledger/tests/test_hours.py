"""Opening hours as people write them. No database."""

from datetime import datetime

import pytest

from jingwei.domains.ledger.rules.hours import Span, is_open, spans_of
from jingwei.domains.ledger.rules.refusals import BadHours

MONDAY, SATURDAY, SUNDAY = 16, 21, 22


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute)


@pytest.mark.parametrize(
    ("hours", "spans"),
    [
        ("", []),
        ("全天", [Span(day, 0, 1440) for day in range(7)]),
        ("24小时", [Span(day, 0, 1440) for day in range(7)]),
        ("周一 08:30-17:30", [Span(0, 510, 1050)]),
        ("周一至周五 8:30—17:30", [Span(day, 510, 1050) for day in range(5)]),
        (
            "工作日 08:30-12:00、14:00-17:30",
            [s for d in range(5) for s in (Span(d, 510, 720), Span(d, 840, 1050))],
        ),
        ("周六、周日 09:00-12:00", [Span(5, 540, 720), Span(6, 540, 720)]),
        ("周六至周一 09：00至12：00", [Span(5, 540, 720), Span(6, 540, 720), Span(0, 540, 720)]),
        ("星期天 全天", [Span(6, 0, 1440)]),
        ("每天 20:00-02:00", [Span(day, 1200, 1560) for day in range(7)]),
        ("周一 08:00-09:00；周二 10:00-11:00；", [Span(0, 480, 540), Span(1, 600, 660)]),
    ],
)
def test_hours_are_read_as_people_write_them(hours: str, spans: list[Span]) -> None:
    assert spans_of(hours) == spans


@pytest.mark.parametrize(
    "hours",
    [
        "随时",
        "周八 08:00-09:00",
        "08:00",
        "周一 25:00-26:00",
        "周一 08:61-09:00",
        "周一 08:00-08:00",
        "周一、周一 全天",
    ],
)
def test_what_cannot_be_read_is_refused_by_its_part(hours: str) -> None:
    with pytest.raises(BadHours) as refused:
        spans_of(f"周三 09:00-10:00；{hours}")
    assert refused.value.data["part"] == hours


def test_open_now_goes_by_day_and_past_midnight() -> None:
    hours = "周一至周五 08:30-17:30；周六 20:00-02:00"
    assert is_open(hours, at(MONDAY, 8, 30))
    assert not is_open(hours, at(MONDAY, 17, 30))
    assert is_open(hours, at(SATURDAY, 23))
    assert is_open(hours, at(SUNDAY, 1, 59))
    assert not is_open(hours, at(SUNDAY, 2))
    assert is_open("", at(MONDAY, 9)) is None
