"""Lending one's post to a colleague for a while."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.access.services import vacate_post
from jingwei.foundation.administration.tests.conftest import Call
from jingwei.foundation.audit.models import Entry
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import now
from tests.cast import CAST

pytestmark = pytest.mark.django_db


def lend(
    call: Call, lender: Actor, receiver: Actor, *, days: float = 3, starts: datetime | None = None
) -> Any:
    starts = starts or now() - timedelta(minutes=1)
    body = {
        "to_person_id": str(receiver.person_id),
        "starts_at": starts.isoformat(),
        "ends_at": (starts + timedelta(days=days)).isoformat(),
        "reason": "外出培训",
    }
    return call(lender, "POST", "/delegations", body)


def test_a_lent_post_can_be_worked_in_and_acts_carry_both_names(call: Call) -> None:
    answer = lend(call, CAST.qian, CAST.xu)
    assert answer.status_code == 201

    me = call(CAST.xu, "POST", "/session/post", {"post_id": str(CAST.qian.post_id)}).json()

    assert (me["role"], me["acting_for_id"]) == ("handler", str(CAST.qian.person_id))
    assert [post["is_delegated"] for post in me["posts"]] == [False, True]
    call(CAST.xu, "DELETE", "/session")
    with eyes(CAST.machine):
        last = Entry.objects.order_by("-id").first()
    assert (last.person_id, last.acting_for_id) == (CAST.xu.person_id, CAST.qian.person_id)


def test_both_sides_see_the_delegation(call: Call) -> None:
    delegation_id = lend(call, CAST.qian, CAST.xu).json()["id"]
    for side in (CAST.qian, CAST.xu):
        (row,) = call(side, "GET", "/delegations").json()
        assert (row["delegation_id"], row["from_name"], row["to_name"]) == (delegation_id, "钱伟", "徐兰")
    assert call(CAST.wu, "GET", "/delegations").json() == []


@pytest.mark.parametrize(
    ("receiver", "days", "starts_in_days", "fault"),
    [
        ("qian", 3, 0, "to_oneself"),
        ("xu", 91, 0, "too_long"),
        ("xu", -1, 0, "wrong_order"),
        ("xu", 1, -3, "in_the_past"),
        ("feng", 3, 0, "not_a_colleague"),
        ("li", 3, 0, "not_a_colleague"),
    ],
)
def test_delegation_is_refused_with_the_reason(
    call: Call, receiver: str, days: int, starts_in_days: int, fault: str
) -> None:
    starts = now() + timedelta(days=starts_in_days)
    answer = lend(call, CAST.qian, CAST.everybody()[receiver], days=days, starts=starts)
    assert (answer.status_code, answer.json()["code"]) == (422, "access.bad_delegation")
    assert answer.json()["data"]["fault"] == fault
    assert call(CAST.qian, "GET", "/delegations?since=2020-01-01T00:00:00Z").json() == []


def test_the_centre_directly_above_may_stand_in(call: Call) -> None:
    assert lend(call, CAST.wu, CAST.zhao).status_code == 201
    assert lend(call, CAST.mao, CAST.sun).json()["data"]["fault"] == "not_a_colleague"


def test_the_same_time_cannot_be_lent_twice(call: Call) -> None:
    lend(call, CAST.qian, CAST.xu)
    answer = lend(call, CAST.qian, CAST.xu, starts=now() + timedelta(days=2))
    assert answer.json()["data"]["fault"] == "overlaps"
    assert lend(call, CAST.qian, CAST.xu, starts=now() + timedelta(days=4)).status_code == 201


def test_a_lent_post_cannot_be_lent_on(call: Call) -> None:
    lend(call, CAST.lin, CAST.chen)
    call(CAST.chen, "POST", "/session/post", {"post_id": str(CAST.lin.post_id)})
    assert lend(call, CAST.chen, CAST.wu).json()["data"]["fault"] == "not_held"


def test_revoking_ends_the_stand_ins_session_in_that_post(call: Call) -> None:
    delegation_id = lend(call, CAST.qian, CAST.xu).json()["id"]
    call(CAST.xu, "POST", "/session/post", {"post_id": str(CAST.qian.post_id)})
    assert call(CAST.xu, "DELETE", f"/delegations/{delegation_id}").status_code == 404
    assert call(CAST.qian, "DELETE", f"/delegations/{delegation_id}").status_code == 204
    assert call(CAST.xu, "GET", "/me").status_code == 401
    assert call(CAST.qian, "DELETE", f"/delegations/{delegation_id}").status_code == 404


def test_who_loses_the_post_lends_it_no_longer(call: Call) -> None:
    lend(call, CAST.qian, CAST.xu)
    call(CAST.xu, "POST", "/session/post", {"post_id": str(CAST.qian.post_id)})
    vacate_post(CAST.qian.post_id, by=None, at=now())
    assert call(CAST.xu, "GET", "/me").status_code == 401


def test_a_time_without_zone_is_refused(call: Call) -> None:
    body = {
        "to_person_id": str(CAST.xu.person_id),
        "starts_at": "2026-11-16T10:00:00",
        "ends_at": "2026-11-17T10:00:00+08:00",
        "reason": "外出培训",
    }
    answer = call(CAST.qian, "POST", "/delegations", body)
    assert [fault["field"] for fault in answer.json()["data"]["faults"]] == ["body.starts_at"]


def test_inspectors_and_residents_lend_nothing(call: Call) -> None:
    for one in (CAST.cao, CAST.li):
        answer = call(one, "GET", "/delegations")
        assert (answer.status_code, answer.json()["code"]) == (403, "forbidden")


def test_colleagues_are_those_to_whom_the_post_can_be_lent_and_nobody_else(call: Call) -> None:
    """Whoever is listed is accepted by the same rule that refuses the others."""
    rows = call(CAST.wu, "GET", "/colleagues").json()
    listed = {row["person_id"] for row in rows}
    assert str(CAST.wu.person_id) not in listed
    for other in (CAST.zhao, CAST.lin, CAST.qian, CAST.zhou, CAST.sun):
        answer = lend(call, CAST.wu, other)
        is_close = answer.status_code == 201
        assert (str(other.person_id) in listed) is is_close, other.name
        if is_close:
            call(CAST.wu, "DELETE", f"/delegations/{answer.json()['id']}")
    assert str(CAST.zhao.person_id) in listed


def test_colleagues_are_found_by_words_of_name_post_or_unit(call: Call) -> None:
    (found,) = {
        (row["person_name"], row["unit_name"]) for row in call(CAST.wu, "GET", "/colleagues?words=赵").json()
    }
    assert found[0].startswith("赵")
    assert call(CAST.wu, "GET", "/colleagues?words=没有这个人").json() == []
