"""Forgotten passwords: asked in public, told to the administrators of that part of the city, answered once."""

import json
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client

from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.administration.models import PasswordRequest
from jingwei.foundation.administration.services.resets import (
    ask_password_reset,
    forget_requests,
    tell_of_request,
)
from jingwei.foundation.administration.tests.conftest import Call
from jingwei.foundation.administration.tests.test_posts import county_administrator  # noqa: F401
from jingwei.foundation.audit.models import Entry
from jingwei.foundation.notices.models import Notice
from jingwei.foundation.scoping import eyes
from tests.cast import CAST, COMMUNITY, MONDAY_10, PASSWORD

pytestmark = pytest.mark.django_db


def ask(username: str, contact: str = "办公室电话 8123") -> Any:
    body = {"username": username, "contact": contact}
    return Client().post("/api/v1/password-resets", body, content_type="application/json")


def jobs() -> list[UUID]:
    with connection.cursor() as cursor:
        cursor.execute(
            "select args ->> 'request_id' from procrastinate_jobs where task_name = %s order by id",
            ["administration.tell_of_password_request"],
        )
        return [UUID(row[0]) for row in cursor.fetchall()]


def tell() -> list[int]:
    return [tell_of_request(request_id, at=MONDAY_10) for request_id in jobs()]


def told(actor: Actor) -> list[Notice]:
    with eyes(CAST.machine):
        return list(Notice.objects.filter(post_id=actor.post_id, kind="password_request"))


def requests() -> list[PasswordRequest]:
    with eyes(CAST.machine):
        return list(PasswordRequest.objects.order_by("id"))


def test_known_and_unknown_names_are_answered_and_noted_alike() -> None:
    known, unknown = ask("wu"), ask("nobody-here")
    assert known.status_code == unknown.status_code == 202
    assert known.json() == unknown.json()
    assert len(jobs()) == 2
    assert [(row.person_id, row.area_code, row.times) for row in requests()] == [(None, "", 1)] * 2


def test_the_nearest_administrators_are_told_and_nobody_of_a_name_that_does_not_exist(
    call: Call,
    county_administrator: Actor,  # noqa: F811
) -> None:
    ask("wu")
    ask("nobody-here")
    assert tell() == [1, 0]
    assert [notice.target for notice in told(county_administrator)] == [f"access.person:{CAST.wu.person_id}"]
    assert told(CAST.ding) == []
    listed = call(county_administrator, "GET", "/password-requests").json()
    assert [(one["name"], one["username"], one["contact"]) for one in listed] == [
        ("吴芳", "wu", "办公室电话 8123")
    ]
    assert [row.area_code for row in requests() if row.person_id] == [COMMUNITY]


def test_asking_again_within_the_hour_only_counts_and_locks_nobody_out() -> None:
    for _ in range(5):
        assert ask("wu").status_code == 202
    assert len(jobs()) == 1
    assert [row.times for row in requests()] == [5]
    signed_in = Client().post(
        "/api/v1/session", {"username": "wu", "password": PASSWORD}, content_type="application/json"
    )
    assert signed_in.status_code == 200


def test_asking_again_after_an_hour_tells_again_with_the_new_way_to_be_reached(call: Call) -> None:
    ask_password_reset("wu", contact="旧电话", at=MONDAY_10)
    ask_password_reset("WU ", contact="新电话", at=MONDAY_10 + timedelta(minutes=61))
    assert len(jobs()) == 2
    tell()
    assert [one["contact"] for one in call(CAST.ding, "GET", "/password-requests").json()] == ["新电话"]


def test_a_one_time_password_ends_the_request_and_erases_what_was_typed(call: Call) -> None:
    ask("wu")
    tell()
    made = call(CAST.ding, "POST", f"/staff/{CAST.wu.person_id}/one-time-password")
    assert made.status_code == 201
    assert call(CAST.ding, "GET", "/password-requests").json() == []
    (row,) = requests()
    assert (row.outcome, row.ended_by_id, row.contact_sealed) == ("issued", CAST.ding.person_id, None)
    assert ask("wu").status_code == 202
    assert len(jobs()) == 2


def test_a_request_is_dismissed_with_a_remark_once(call: Call) -> None:
    ask("wu")
    tell()
    path = f"/staff/{CAST.wu.person_id}/password-request/dismiss"
    assert call(CAST.ding, "POST", path, {"remark": "电话核实，不是本人"}).status_code == 204
    again = call(CAST.ding, "POST", path, {"remark": "再来"})
    assert (again.status_code, again.json()["code"]) == (409, "administration.no_request")
    assert [row.remark for row in requests()] == ["电话核实，不是本人"]


def test_only_administrators_see_requests_and_neither_name_nor_contact_is_recorded(call: Call) -> None:
    ask("wu", "13800000000")
    tell()
    assert call(CAST.wu, "GET", "/password-requests").status_code == 403
    with eyes(CAST.machine):
        entries = [
            json.dumps(one.change, ensure_ascii=False) for one in Entry.objects.filter(actor_name="忘记密码")
        ]
    assert entries
    assert not any("13800000000" in one or '"wu"' in one for one in entries)


def test_rows_of_unknown_names_go_after_a_day_and_unanswered_requests_lapse() -> None:
    ask_password_reset("wu", contact="电话", at=MONDAY_10)
    ask_password_reset("nobody-here", contact="电话", at=MONDAY_10)
    tell()
    assert forget_requests(at=MONDAY_10 + timedelta(days=2)) == 1
    forget_requests(at=MONDAY_10 + timedelta(days=8))
    assert [(row.outcome, row.contact_sealed) for row in requests()] == [("lapsed", None)]
    assert forget_requests(at=MONDAY_10 + timedelta(days=200)) == 1
