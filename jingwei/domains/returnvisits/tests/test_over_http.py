"""Return visits over HTTP: the covered number and who gets it, a call, the rates, the policy, what is taken along."""

from datetime import timedelta

import pytest

from jingwei.domains.returnvisits.services.sources import VISIT_SOURCE
from jingwei.domains.returnvisits.tests.visiting import closed, everybody_is_visited, visit_of
from jingwei.foundation.imports.contracts.exports import Language, Taking, WishRefused
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import local, now
from jingwei.kernel.ids import uuid7
from tests.calling import Call, call
from tests.cast import CAST, COMMUNITY, MONDAY_10, URBAN

__all__ = ["call"]
pytestmark = pytest.mark.django_db
PATH = "/return-visits"


def test_the_number_is_covered_and_only_for_who_calls(call: Call) -> None:
    everybody_is_visited()
    walk = closed()
    (mine,) = call(CAST.wu, "GET", f"{PATH}?state=waiting&is_mine=true").json()["rows"]
    assert (mine["phone"], mine["may_record"], mine["title"]) == ("138****2345", True, walk.row.title)
    (above,) = call(CAST.zhao, "GET", f"{PATH}?incident_id={walk.case}").json()["rows"]
    assert (above["phone"], above["may_record"]) == ("", False)
    body = {"is_contacted": True, "is_solved": True, "stars": 4, "remark": "满意"}
    refused = call(CAST.wu, "POST", f"{PATH}/{mine['id']}/record", body | {"stars": None})
    assert (refused.status_code, refused.json()["code"]) == (422, "returnvisits.answer_missing")
    done = call(CAST.wu, "POST", f"{PATH}/{mine['id']}/record", body).json()
    assert (done["state"], done["way"], done["phone"], done["may_record"]) == ("reached", "phone", "", False)
    page = call(CAST.qian, "GET", f"{PATH}?is_satisfied=true&handler_unit_id={URBAN}").json()
    assert (page["total"], page["rows"][0]["handler_unit_name"]) == (1, "资阳区城市管理和综合执法局")
    day = local(MONDAY_10).date()
    rates = call(CAST.wu, "GET", f"{PATH}/rates?from_on={day}&until_on={day}").json()
    assert (rates["total"]["contact_share"], rates["total"]["satisfied_share"]) == (1.0, 1.0)
    assert call(CAST.wu, "GET", f"{PATH}/rates?from_on={day}&until_on=2099-01-01").status_code == 422


def test_who_asked_stands_with_the_matter_before_it_is_closed(call: Call) -> None:
    walk = closed()
    made = call(CAST.wu, "POST", f"{PATH}/matters/{walk.case}", {"reason": "反映人来电要求回访"})
    assert (made.status_code, made.json()["why"], made.json()["state"]) == (200, "asked", "waiting")
    assert call(CAST.mao, "POST", f"{PATH}/matters/{walk.case}", {"reason": "来电"}).status_code == 404


def test_the_policy_is_entered_for_the_whole_city(call: Call) -> None:
    (house,) = call(CAST.wu, "GET", f"{PATH}/policies").json()
    assert house["lines"] == []
    from_on = local(now()).date() + timedelta(days=1)
    body = {
        "from_on": from_on.isoformat(),
        "limit": "2d",
        "tries": 3,
        "sends_link": True,
        "link_days": 5,
        "lines": [{"item_prefix": "01", "area_code": COMMUNITY, "share": 100}, {"share": 20}],
    }
    for _ in range(2):
        found = call(CAST.ding, "PUT", f"{PATH}/policies", body).json()
        assert [one["from_on"] for one in found] == ["2000-01-01", from_on.isoformat()]
    assert found[1]["lines"][1] == {"item_prefix": "", "area_code": "", "share": 20}
    dead = body | {"lines": [{"share": 20}, {"item_prefix": "01", "share": 100}]}
    answer = call(CAST.ding, "PUT", f"{PATH}/policies", dead)
    assert (answer.status_code, answer.json()["code"]) == (422, "returnvisits.policy_refused")


def test_the_list_is_taken_along_as_it_was_narrowed(call: Call) -> None:
    everybody_is_visited()
    visit = visit_of(closed())
    wish = VISIT_SOURCE.read({"state": "waiting", "area_code": COMMUNITY, "is_late": "false", "cursor": "x"})
    said = VISIT_SOURCE.say(wish, Language.ZH)
    assert said == "状态 待回访；区划 迎春社区；是否超时 否"
    with pytest.raises(WishRefused):
        VISIT_SOURCE.read({"phone": "138"})
    columns = tuple(one.name for one in VISIT_SOURCE.columns)
    with eyes(CAST.wu):
        taking = Taking(uuid7(), wish, columns, Language.ZH, False, now())
        assert VISIT_SOURCE.count(CAST.wu, taking, most=10) == 1
        (row,) = VISIT_SOURCE.rows(CAST.wu, taking, cursor=None).rows
    assert row[0] == visit.receipt_no
