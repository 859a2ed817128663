"""Notes over HTTP: taken from a phone, listed, counted, shown on the map, taken along."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from jingwei.domains.concerns.queries.map_layer import CONCERN_LAYER
from jingwei.domains.concerns.services.sources import CONCERN_SOURCE
from jingwei.domains.concerns.tests.noting import NOISE, PARKING, topics
from jingwei.foundation.imports.contracts.exports import Language, Taking, WishRefused
from jingwei.foundation.maps.contracts import Asked
from jingwei.foundation.maps.queries import list_rows
from jingwei.foundation.maps.services import differences
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import local, now
from jingwei.kernel.ids import uuid7
from tests.calling import Call, call
from tests.cast import CAST, COMMUNITY, GRID_1, inside
from tests.matrix.world import ITEM, _plant_item

__all__ = ["call"]
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _topics(db: None) -> None:
    topics()


def noted(call: Call, **changes: Any) -> dict[str, Any]:
    lon, lat = inside(GRID_1)
    body = {"id": str(uuid4()), "topic_code": NOISE, "position": {"lon": lon, "lat": lat}}
    answer = call(CAST.lin, "POST", "/concerns", body | changes)
    assert answer.status_code == 201, answer.json()
    made: dict[str, Any] = answer.json()
    return made


def test_a_phone_notes_hears_again_and_the_desk_takes_it_up(call: Call) -> None:
    made = noted(call, words="夜里施工", occasion="visit")
    assert (made["topic_name"], made["class_name"], made["area_code"], made["stage"]) == (
        "噪声",
        "环境卫生",
        GRID_1,
        "heard",
    )
    assert [made[f"can_{act}"] for act in ("withdraw", "grow", "merge", "separate")] == [
        True,
        True,
        True,
        False,
    ]
    assert CAST.lin.name not in str(made)
    path = f"/concerns/{made['id']}"
    heard = call(CAST.deng, "POST", f"{path}/hearings", {"id": str(uuid4()), "occasion": "group"}).json()
    assert (heard["times"], [one["occasion"] for one in heard["hearings"]]) == (2, ["group", "visit"])
    refused = call(CAST.wu, "POST", f"{path}/grow", {"words": "找13800001111"})
    assert (refused.status_code, refused.json()["code"]) == (422, "concerns.names_somebody")
    assert "1380000" not in str(refused.json())
    grown = call(CAST.wu, "POST", f"{path}/grow", {"words": "请去看"}).json()
    assert (grown["incident_id"], grown["order_state_label"], grown["stage"]) == (
        made["id"],
        "待受理",
        "taken_up",
    )
    assert call(CAST.wu, "GET", f"/incidents/{made['id']}").json()["channel"] == "concern"
    assert call(CAST.tang, "GET", path).status_code == 404


def test_what_was_settled_goes_to_the_work_log_under_its_own_id_once(call: Call) -> None:
    _plant_item(now() - timedelta(days=30))
    made = noted(call, words="井盖响")
    path, body = f"/concerns/{made['id']}", {"item_code": ITEM, "words": "已垫好"}
    logged, again = (call(CAST.lin, "POST", f"{path}/log", body).json() for _ in range(2))
    assert (logged["stage"], logged["can_log"], again["logged_at"]) == (
        "taken_up",
        False,
        logged["logged_at"],
    )
    entry = call(CAST.wu, "GET", f"/work-log/{made['id']}").json()
    assert (entry["words"], entry["origin"], entry["area_code"]) == ("井盖响\n已垫好", "concern", GRID_1)
    refused = call(CAST.wu, "POST", f"{path}/grow", {})
    assert (refused.status_code, refused.json()["code"]) == (409, "concerns.taken_up")


def test_list_counts_map_and_export_say_the_same(call: Call) -> None:
    noted(call)
    noted(call, words="地下车库", topic_code=PARKING)
    gone = noted(call)
    call(CAST.lin, "POST", f"/concerns/{gone['id']}/withdraw", {"reason": "记错了"})
    today = local(now()).date()
    page = call(CAST.wu, "GET", f"/concerns?since={today}&until={today}&area_code={GRID_1}&topic=02").json()
    assert (page["total"], page["rows"][0]["topic_code"]) == (1, PARKING)
    counted = call(CAST.wu, "GET", f"/concerns/counts?from_on={today}&until_on={today}").json()
    assert (counted["area_code"], counted["notes"], counted["heard"]) == (COMMUNITY, 2, 2)
    assert {one["code"]: one["by_week"] for one in counted["topics"]} == {"01": [1], "02": [1]}
    with eyes(CAST.wu):
        found = list_rows(
            CAST.wu,
            CONCERN_LAYER,
            Asked(filters={"topic": ("02",)}),
            box=None,
            cursor=None,
            limit=10,
            at=now(),
        )
        assert [row.title for row in found.rows] == ["停车难"]
    assert differences(CONCERN_LAYER) == []
    wish = CONCERN_SOURCE.read({"topic": ["02"], "is_mine": "false", "size": "50"})
    columns = tuple(one.name for one in CONCERN_SOURCE.columns)
    with eyes(CAST.wu):
        taking = Taking(uuid7(), wish, columns, Language.EN, False, now())
        (row,) = CONCERN_SOURCE.rows(CAST.wu, taking, cursor=None).rows
        assert CONCERN_SOURCE.count(CAST.wu, taking, most=10) == 1
    cells = dict(zip(columns, row, strict=True))
    assert (cells["topic"], cells["words"], cells["occasion"], cells["times"]) == (
        "停车难",
        "地下车库",
        "Daily work",
        1,
    )
    for bad in ({"since": "yesterday"}, {"topic": ["x"]}, {"stray": "1"}):
        with pytest.raises(WishRefused):
            CONCERN_SOURCE.read(bad)


def test_the_tree_of_topics_is_changed_by_the_city_alone(call: Call) -> None:
    noted(call)
    tree = call(CAST.lin, "GET", "/concern-topics").json()
    assert (tree["usual"], len(tree["topics"])) == ([NOISE], 6)
    body = {"name": "噪声扰民", "hint": "施工、广场", "is_active": False}
    assert call(CAST.ding, "PUT", f"/concern-topics/{NOISE}", body).status_code == 204
    assert call(CAST.wu, "PUT", f"/concern-topics/{NOISE}", body).status_code == 403
    crossed = call(CAST.ding, "PUT", "/concern-topics/0301", {"name": "上访人员"})
    assert (crossed.status_code, crossed.json()["code"]) == (422, "red_line")
    after = call(CAST.lin, "GET", "/concern-topics").json()
    assert (after["usual"], after["topics"][2]["name"]) == ([], "噪声扰民")
