"""Collection tasks and freshness over HTTP."""

from datetime import timedelta
from typing import Any

import pytest

from jingwei.domains.dwellings.tests.things import building, farmhouse, flat
from jingwei.domains.freshness.tests.rounds import somebody
from jingwei.kernel.clock import now
from tests.calling import Call, call
from tests.cast import CAST, CITY, COMMUNITY, COUNTY, GRID_1, GRID_2

__all__ = ["call"]
pytestmark = pytest.mark.django_db


@pytest.fixture
def ground() -> None:
    long_ago = now() - timedelta(days=400)
    house = flat(building(at=long_ago), at=long_ago)
    somebody("王小明", 1, house_id=house.pk, at=long_ago)
    farmhouse(at=now())


def planned(call: Call) -> dict[str, Any]:
    answer = call(CAST.wu, "POST", "/freshness/plans", {"area_code": COMMUNITY})
    assert answer.status_code == 200, answer.json()
    made: dict[str, Any] = answer.json()
    return made


def test_planned_gone_round_and_told(call: Call, ground: None) -> None:
    assert planned(call) == {"grids": 1, "given": 3, "left": 0, "unheld": 0}
    (row,) = call(CAST.lin, "GET", "/freshness/collections").json()["rows"]
    assert (row["address"], row["open"], row["area_name"]) == (
        "人民路12号金山花园3栋",
        3,
        "迎春社区第一网格",
    )
    path = f"/freshness/collections/{row['id']}"
    whole, door = call(CAST.lin, "GET", path).json()["doors"]
    assert ([one["label"] for one in door["records"]], door["label"]) == (
        ["1单元501室", "王小明"],
        "1单元501室",
    )
    mark = {"deed": "confirm", "item_ids": [one["item_id"] for one in door["records"]]}
    after = call(CAST.lin, "POST", f"{path}/marks", mark).json()
    assert (after["open"], after["done"]) == (1, 2)
    mark = {"deed": "absent", "item_ids": [one["item_id"] for one in whole["records"]]}
    after = call(CAST.lin, "POST", f"{path}/marks", mark).json()
    assert (after["open"], after["done"], after["absent"]) == (0, 2, 1)
    assert after["doors"][0]["records"][0]["again_on"] == str((now() + timedelta(hours=8, days=3)).date())


def test_freshness_is_told_level_by_level(call: Call, ground: None) -> None:
    nothing = call(CAST.wu, "GET", "/freshness").json()
    assert (nothing["counted_on"], nothing["records"], len(nothing["areas"])) == (None, 0, 2)
    planned(call)
    (one,) = [
        area
        for area in call(CAST.he, "GET", f"/freshness?area_code={CITY}").json()["areas"]
        if area["area_code"] == COUNTY
    ]
    assert (one["records"], one["fresh"], one["has_below"]) == (4, 1, True)
    told = call(CAST.wu, "GET", "/freshness").json()
    assert told["area_code"] == COMMUNITY
    assert [(each["area_code"], each["records"], each["fresh"]) for each in told["areas"]] == [
        (GRID_1, 4, 1),
        (GRID_2, 0, 0),
    ]
    assert [(kind["title_zh"], kind["records"], kind["fresh"]) for kind in told["kinds"]] == [
        ("楼栋", 1, 0),
        ("房屋", 2, 1),
        ("实有人口", 1, 0),
        ("法人", 0, 0),
        ("个体工商户", 0, 0),
        ("社会组织", 0, 0),
        ("场所", 0, 0),
    ]
    assert call(CAST.chen, "GET", f"/freshness?area_code={GRID_1}").json()["records"] == 0


def test_who_may_not_see_residents_is_told_of_none(call: Call, ground: None) -> None:
    planned(call)
    (row,) = call(CAST.ding, "GET", f"/freshness/collections?area_code={COMMUNITY}").json()["rows"]
    assert row["open"] == 2
    text = call(CAST.ding, "GET", f"/freshness/collections/{row['id']}").content.decode()
    assert "王小明" not in text


def test_refusals(call: Call, ground: None) -> None:
    planned(call)
    (row,) = call(CAST.lin, "GET", "/freshness/collections").json()["rows"]
    path = f"/freshness/collections/{row['id']}"
    assert call(CAST.chen, "GET", path).status_code == 404
    assert call(CAST.qian, "GET", path).status_code == 403
    assert call(CAST.lin, "POST", "/freshness/plans", {"area_code": GRID_1}).status_code == 403
    refused = call(CAST.he, "POST", "/freshness/plans", {"area_code": CITY})
    assert (refused.status_code, refused.json()["code"]) == (422, "freshness.area_too_wide")


def test_the_table_is_taken_along_as_numbers(call: Call, ground: None) -> None:
    planned(call)
    answer = call(CAST.wu, "GET", "/freshness/export?file_format=csv")
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    assert "迎春社区第一网格,430902001001001,4,1,1,0,2,1,1,0" in text
    assert "王小明" not in text
