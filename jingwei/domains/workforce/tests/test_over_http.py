"""Officers and teams over HTTP: people of a grid, referrals, teams, the standard, sheet and export."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from jingwei.domains.workforce.contracts import ReferralState
from jingwei.domains.workforce.services.sheet import MEMBER_SHEET
from jingwei.domains.workforce.services.sources import MEMBER_SOURCE
from jingwei.domains.workforce.services.telling import tell_of_referral
from jingwei.domains.workforce.tests.working import PHONE, member, referred, service_of, with_account
from jingwei.foundation.imports.contracts import Context, Row
from jingwei.foundation.imports.contracts.exports import Language, Taking, WishRefused
from jingwei.foundation.notices.queries import own_notices
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import local, now
from jingwei.kernel.ids import uuid7
from tests.calling import Call, call
from tests.cast import CAST, COMMUNITY, GRID_1, GRID_2, GRID_3

__all__ = ["call"]
pytestmark = pytest.mark.django_db


def test_a_desk_keeps_a_file_and_its_grid_sees_who_is_there(call: Call) -> None:
    body = {
        "id": str(uuid4()),
        "name": "周建国",
        "employer": "大码头派出所",
        "phone": PHONE,
        "service": {"kind": "police", "area_code": GRID_1, "from_on": "2026-03-02"},
    }
    made = call(CAST.wu, "POST", "/workforce/members", body)
    assert made.status_code == 201, made.json()
    assert call(CAST.wu, "POST", "/workforce/members", body).json()["member_id"] == body["id"]
    shown = made.json()
    assert (shown["phone"], shown["can_change"], shown["entries"][0]["deed"]) == (
        "138****2345",
        True,
        "registered",
    )
    path = f"/workforce/members/{body['id']}"
    changed = {"name": "周建国", "employer": "城区派出所", "version": 1}
    after = call(CAST.wu, "PUT", path, changed).json()
    assert (after["employer"], after["phone"], after["version"]) == ("城区派出所", "138****2345", 2)
    move = {
        "act": "move",
        "version": 2,
        "on": "2026-09-01",
        "service_id": after["services"][0]["service_id"],
        "area_code": GRID_2,
    }
    assert call(CAST.wu, "POST", f"{path}/services", move).json()["code"] == "workforce.place_incomplete"
    moved = call(CAST.wu, "POST", f"{path}/services", move | {"reason": "二网格缺人"}).json()
    assert [(one["area_code"], one["to_on"]) for one in moved["services"]] == [
        (GRID_2, None),
        (GRID_1, "2026-09-01"),
    ]
    look = call(CAST.chen, "POST", f"{path}/phone/look", {"purpose": "refer"})
    assert look.json() == {"phone": PHONE}
    people = call(CAST.chen, "GET", "/workforce/people").json()
    slots = {one["kind"]["key"]: one for one in people["slots"]}
    assert [one["name"] for one in slots["officer"]["people"]] == [CAST.chen.name]
    assert [(one["name"], one["is_of_community"]) for one in slots["grid_head"]["people"]] == [
        (CAST.deng.name, True)
    ]
    assert slots["police"]["people"][0]["name"] == "周建国"
    assert (slots["doctor"]["people"], slots["doctor"]["empty_since"]) == ([], None)
    left = call(CAST.lin, "GET", "/workforce/people").json()
    assert next(one for one in left["slots"] if one["kind"]["key"] == "police")["empty_since"] == "2026-09-01"
    assert (
        call(CAST.lin, "GET", f"/workforce/people?area_code={GRID_3}").json()["code"]
        == "workforce.outside_own_ground"
    )
    rows = call(CAST.wu, "GET", "/workforce/members?kind=police&words=城区").json()
    assert (rows["total"], rows["rows"][0]["area_code"]) == (1, GRID_2)


def test_a_specialist_with_an_account_is_told_and_answers(call: Call) -> None:
    row = with_account()
    body = {"id": str(uuid4()), "service_id": str(service_of(row)), "words": "门口占道，请一起看看"}
    assert (
        call(CAST.lin, "POST", "/workforce/referrals", body | {"words": "请打13873712345"}).json()["code"]
        == "workforce.personal_words"
    )
    asked = call(CAST.lin, "POST", "/workforce/referrals", body)
    assert (asked.status_code, asked.json()["state"]) == (201, "asked")
    assert tell_of_referral(asked.json()["referral_id"], ReferralState.ASKED, at=now()) == 1
    with eyes(CAST.qian):
        assert [one.kind for one in own_notices(CAST.qian)] == ["workforce.referral_asked"]
    (mine,) = call(CAST.qian, "GET", "/workforce/referrals?side=to_me").json()["rows"]
    assert (mine["words"], mine["can_answer"], mine["can_withdraw"]) == (body["words"], True, False)
    path = f"/workforce/referrals/{mine['referral_id']}/end"
    early = call(CAST.lin, "POST", path, {"act": "answer", "words": "我代答"})
    assert (early.status_code, early.json()["code"]) == (403, "workforce.not_yours_to_answer")
    assert call(CAST.mao, "POST", path, {"act": "answer", "words": "无关的人"}).status_code == 404
    done = call(CAST.qian, "POST", path, {"act": "answer", "words": "下午三点到场"}).json()
    assert (done["state"], done["answer"]) == ("answered", "下午三点到场")
    again = call(CAST.lin, "POST", path, {"act": "withdraw", "words": "不用了"})
    assert again.json()["code"] == "workforce.referral_over"


def test_without_an_account_whoever_asked_notes_the_answer(call: Call) -> None:
    row = referred(member())
    path = f"/workforce/referrals/{row.pk}/end"
    (mine,) = call(CAST.lin, "GET", "/workforce/referrals?side=mine&state=asked").json()["rows"]
    assert (mine["has_account"], mine["can_answer"]) == (False, True)
    assert (
        call(CAST.lin, "POST", path, {"act": "answer", "words": "电话里答应今晚来"}).json()["state"]
        == "answered"
    )
    assert call(CAST.wu, "GET", "/workforce/referrals?side=area").json()["total"] == 1
    volunteer = service_of(member(kind="volunteer", name="志愿者", phone=""))
    body = {"id": str(uuid4()), "service_id": str(volunteer), "words": "请来"}
    assert call(CAST.lin, "POST", "/workforce/referrals", body).json()["code"] == "workforce.not_a_specialist"


def test_teams_keep_who_was_in_them(call: Call) -> None:
    one, two = member(), member(name="李医生", kind="doctor", phone="")
    body: dict[str, Any] = {
        "id": str(uuid4()),
        "version": 0,
        "name": "迎春平安志愿队",
        "area_code": COMMUNITY,
        "member_ids": [str(one.pk), str(two.pk)],
        "leader_id": str(one.pk),
    }
    made = call(CAST.wu, "PUT", "/workforce/teams", body).json()
    assert [(mate["name"], mate["is_leader"]) for mate in made["members"]] == [
        ("周建国", True),
        ("李医生", False),
    ]
    fewer = call(
        CAST.wu, "PUT", "/workforce/teams", body | {"version": 1, "member_ids": [str(one.pk)]}
    ).json()
    assert len(fewer["members"]) == 1
    seen = call(CAST.lin, "GET", "/workforce/people").json()["teams"]
    assert [team["name"] for team in seen] == ["迎春平安志愿队"]
    odd = call(CAST.wu, "PUT", "/workforce/teams", body | {"version": 2, "member_ids": [str(uuid4())]})
    assert odd.json()["code"] == "workforce.team_members_odd"
    call(CAST.wu, "PUT", "/workforce/teams", body | {"version": 2, "is_dissolved": True})
    assert call(CAST.wu, "GET", "/workforce/teams").json()["rows"] == []


def test_the_city_decides_what_a_grid_should_have_and_whether_names_are_public(call: Call) -> None:
    public = call(None, "GET", f"/my-officer?area_code={GRID_1}").json()
    assert (public["names_are_public"], public["grids"][0]["officers"]) == (True, [CAST.lin.name])
    present = call(CAST.ding, "GET", "/workforce/standard").json()
    wanted = present["standards"][0]["wanted"]
    kinds = [{name: value for name, value in one.items() if name != "role"} | {"wanted": wanted.get(one["key"], 0)} for one in present["kinds"]]  # fmt: skip
    new = {
        "key": "rider",
        "name_zh": "骑手联络员",
        "name_en": "Riders' liaison",
        "tier": "other",
        "ground": "community",
        "wanted": 1,
    }
    body = {
        "from_on": local(now()).date().isoformat(),
        "households_per_officer": 300,
        "matters_per_officer": 10,
        "names_are_public": False,
        "forces": [*kinds, new],
    }
    assert (
        call(CAST.ding, "PUT", "/workforce/standard", body | {"forces": kinds[1:]}).json()["code"]
        == "workforce.standard_refused"
    )
    entered = call(CAST.ding, "PUT", "/workforce/standard", body).json()
    assert (entered["kinds"][-1]["key"], entered["standards"][0]["wanted"]["rider"]) == ("rider", 1)
    assert next(one for one in entered["kinds"] if one["key"] == "officer")["role"] == "officer"
    hidden = call(None, "GET", f"/my-officer?area_code={GRID_1}").json()
    assert (hidden["names_are_public"], hidden["grids"][0]["officers"]) == (False, [])
    strength = call(CAST.sun, "GET", "/workforce/strength").json()
    assert strength["standard"]["households_per_officer"] == 300
    assert {one["area_code"] for one in strength["areas"]} >= {COMMUNITY[:9]}
    rider = next(one for one in strength["total"]["kinds"] if one["key"] == "rider")
    assert rider["never"] == rider["lacking"] == rider["wanted"] > 0


def test_a_sheet_is_checked_written_and_taken_back_and_the_list_taken_along() -> None:
    context = Context(batch_id=uuid7(), at=now(), options={})
    blank = {"employer": None, "duties": None, "username": None, "phone": None}
    day = local(now()).date()
    good = {
        "name": "周建国",
        "kind": "网格警员",
        "area_code": GRID_1,
        "from_on": day,
        **blank,
        "phone": PHONE,
    }
    bound = good | {"name": CAST.qian.name, "kind": "collector", "username": "qian", "phone": None}
    bad = good | {
        "kind": "算命先生",
        "area_code": GRID_3,
        "from_on": day + timedelta(days=1),
        "username": "qian",
    }
    rows = [Row(number, uuid7(), values) for number, values in enumerate((good, bound, bad), start=2)]
    with eyes(CAST.wu):
        faults = MEMBER_SHEET.check(CAST.wu, rows, context)  # type: ignore[misc]
        assert {number: sorted(str(one.column) for one in found) for number, found in faults.items()} == {
            4: ["area_code", "from_on", "kind", "username"]
        }
        targets = MEMBER_SHEET.write(CAST.wu, rows[:2], context)  # type: ignore[misc]
        columns = tuple(one.name for one in MEMBER_SOURCE.columns)
        taking = Taking(uuid7(), MEMBER_SOURCE.read({"kind": ["police"]}), columns, Language.EN, False, now())
        (taken,) = MEMBER_SOURCE.rows(CAST.wu, taking, cursor=None).rows
        assert (taken[0], taken[1], PHONE in str(taken)) == ("周建国", "Grid police", False)
        with pytest.raises(WishRefused):
            MEMBER_SOURCE.read({"kind": ["Police!"]})
        assert MEMBER_SHEET.undo(CAST.wu, targets, at=now()) == {}  # type: ignore[misc]
        assert MEMBER_SOURCE.count(CAST.wu, taking, most=10) == 0
