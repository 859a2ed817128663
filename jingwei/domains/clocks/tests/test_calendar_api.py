"""The calendar over HTTP."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from jingwei.domains.clocks.tests.calendars import official_days
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.access.services import open_session
from jingwei.kernel.clock import now
from tests.cast import CAST

pytestmark = pytest.mark.django_db
Call = Callable[..., Any]


@pytest.fixture
def call() -> Call:
    def send(actor: Actor | None, method: str, path: str, body: Any = None) -> Any:
        headers = {}
        if actor is not None:
            assert actor.person_id is not None
            headers["Authorization"] = f"Bearer {open_session(actor.person_id, at=now())}"
        data = "" if body is None else json.dumps(body)
        return Client().generic(
            method, f"/api/v1/calendar{path}", data, content_type="application/json", headers=headers
        )

    return send


def days_2026() -> list[dict[str, object]]:
    return [
        {"day_on": one.day_on.isoformat(), "is_working": one.is_working, "name": one.name, "half": one.half}
        for one in official_days(2026)
    ]


def test_anybody_reads_the_days_of_a_year(call: Call) -> None:
    read = call(None, "GET", "/years/2026/days")
    assert read.status_code == 200
    body = read.json()
    assert body["days"] == days_2026()
    assert body["year"]["is_entered"]
    assert (body["year"]["days_off"], body["year"]["statutory_days"]) == (13, 13)
    assert {year["year"] for year in call(None, "GET", "/years").json()} >= {2024, 2025, 2026}
    assert isinstance(call(None, "GET", "/missing-years").json(), list)


@pytest.mark.parametrize("year", ["1999", "2101", "abc", "20260"])
def test_years_out_of_range_are_refused(call: Call, year: str) -> None:
    assert call(None, "GET", f"/years/{year}/days").status_code == 422


def test_an_administrator_enters_a_year(call: Call) -> None:
    entered = call(CAST.ding, "PUT", "/years/2026", {"days": days_2026()})
    assert entered.status_code == 200
    assert entered.json()["days"] == days_2026()


def test_a_faulty_year_is_refused_with_its_days(call: Call) -> None:
    days = [*days_2026(), {"day_on": "2026-11-17", "is_working": True, "name": "元旦"}]
    refused = call(CAST.ding, "PUT", "/years/2026", {"days": days})
    assert refused.status_code == 422
    body = refused.json()
    assert body["code"] == "clocks.year_refused"
    assert body["data"]["faults"] == [
        {
            "day_on": "2026-11-17",
            "message": "本来就是工作日，不需要调休；请核对日期",
            "message_en": "is a weekday: a make-up working day lies on a weekend",
        }
    ]


@pytest.mark.parametrize(("who", "status"), [("sun", 403), ("lin", 403), ("li", 403), (None, 401)])
def test_others_may_not_change_the_calendar(call: Call, who: str | None, status: int) -> None:
    actor = getattr(CAST, who) if who else None
    assert call(actor, "PUT", "/years/2026", {"days": days_2026()}).status_code == status
    hours = {"stretches": [{"starts_minute": 480, "ends_minute": 960}]}
    assert call(actor, "PUT", "/working-hours", hours).status_code == status


def test_working_hours_are_read_and_set(call: Call) -> None:
    assert call(None, "GET", "/working-hours").json() == [
        {"starts_minute": 510, "ends_minute": 720},
        {"starts_minute": 840, "ends_minute": 1050},
    ]
    hours = [{"starts_minute": 540, "ends_minute": 1020}]
    assert call(CAST.ding, "PUT", "/working-hours", {"stretches": hours}).json() == hours
    refused = call(
        CAST.ding, "PUT", "/working-hours", {"stretches": [{"starts_minute": 600, "ends_minute": 540}]}
    )
    assert (refused.status_code, refused.json()["code"]) == (422, "clocks.hours_refused")


def test_a_deadline_can_be_asked_for(call: Call) -> None:
    asked = call(None, "GET", "/deadline?start_at=2026-09-30T10:00:00%2B08:00&limit=3d")
    assert asked.json() == {
        "due_at": "2026-10-10T02:00:00Z",
        "warn_at": "2026-10-09T03:45:00Z",
        "is_provisional": False,
    }


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("start_at=2026-09-30T10:00:00Z&limit=soon", "clocks.bad_limit"),
        ("start_at=0001-01-01T00:00:00Z&limit=1d", "bad_fields"),
        ("start_at=9999-12-31T23:59:59Z&limit=1d", "bad_fields"),
        ("start_at=2026-09-30T10:00:00&limit=1d", "bad_fields"),
        ("start_at=2026-09-30T10:00:00Z", "bad_fields"),
    ],
)
def test_unusable_questions_are_refused(call: Call, query: str, code: str) -> None:
    refused = call(None, "GET", f"/deadline?{query}")
    assert (refused.status_code, refused.json()["code"]) == (422, code)
