"""The work log over HTTP: recorded from a phone, listed, counted, grown, struck out, taken along."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from jingwei.domains.ledger.tests.things import photo
from jingwei.domains.worklog.services.sources import LOG_SOURCE
from jingwei.foundation.imports.contracts.exports import Language, Taking, WishRefused
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import local, now
from jingwei.kernel.ids import uuid7
from tests.calling import Call, call
from tests.cast import CAST, COMMUNITY, GRID_1, inside
from tests.matrix.world import ITEM, _plant_item

__all__ = ["call"]
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _item(db: None) -> None:
    _plant_item(now() - timedelta(days=30))


def recorded(call: Call, **changes: Any) -> dict[str, Any]:
    lon, lat = inside(GRID_1)
    body = {"id": str(uuid4()), "item_code": ITEM, "position": {"lon": lon, "lat": lat}}
    answer = call(CAST.lin, "POST", "/work-log", body | changes)
    assert answer.status_code == 201, answer.json()
    made: dict[str, Any] = answer.json()
    return made


def test_a_phone_records_and_the_entry_grows_with_its_photo(call: Call) -> None:
    with eyes(CAST.lin):
        file_id = str(photo(CAST.lin))
    made = recorded(call, words="已扶正", file_ids=[file_id])
    assert (made["item_name"], made["area_code"], made["can_grow"], made["can_strike"]) == (
        "井盖松动",
        GRID_1,
        True,
        True,
    )
    own = call(CAST.lin, "GET", "/work-log/own").json()
    assert (own["today"], own["week"], own["usual"][0]["item_code"]) == (1, 1, ITEM)
    path = f"/work-log/{made['id']}"
    grown = call(CAST.lin, "POST", f"{path}/grow", {"words": "要换新的"}).json()
    assert (grown["incident_id"], grown["order_state_label"]) == (made["id"], "待受理")
    matter = call(CAST.wu, "GET", f"/incidents/{made['id']}").json()
    assert (matter["channel"], matter["receipt_no"]) == ("work_log", grown["receipt_no"])
    assert [one["file_id"] for one in matter["attachments"]] == [file_id]
    back = call(CAST.wu, "GET", path).json()
    assert [one["file_id"] for one in back["files"]] == [file_id]
    refused = call(CAST.lin, "POST", f"{path}/strike", {"reason": "重复"})
    assert (refused.status_code, refused.json()["code"]) == (409, "worklog.grown")


def test_lists_and_counts_say_the_same(call: Call) -> None:
    recorded(call)
    struck = recorded(call)
    call(CAST.lin, "POST", f"/work-log/{struck['id']}/strike", {"reason": "记错了"})
    today = local(now()).date().isoformat()
    days = f"from_on={today}&until_on={today}"
    page = call(CAST.wu, "GET", f"/work-log?{days}&area_code={GRID_1}").json()
    assert (page["total"], len(page["rows"])) == (1, 1)
    counts = call(CAST.wu, "GET", f"/work-log/counts?{days}").json()
    assert (counts["area_code"], counts["entries"]) == (COMMUNITY, 1)
    assert {one["area_code"]: one["entries"] for one in counts["areas"]}[GRID_1] == 1
    assert call(CAST.wu, "GET", f"/work-log/counts?from_on={today}&until_on=2020-01-01").status_code == 422


def test_the_log_is_taken_along_as_it_was_narrowed(call: Call) -> None:
    recorded(call, words="已扶正")
    wish = LOG_SOURCE.read({"words": "扶正", "is_grown": "false", "size": "50"})
    assert wish == {"words": "扶正", "is_grown": "false"}
    columns = tuple(one.name for one in LOG_SOURCE.columns)
    with eyes(CAST.wu):
        taking = Taking(uuid7(), wish, columns, Language.EN, False, now())
        (row,) = LOG_SOURCE.rows(CAST.wu, taking, cursor=None).rows
        assert LOG_SOURCE.count(CAST.wu, taking, most=10) == 1
    cells = dict(zip(columns, row, strict=True))
    assert (cells["item"], cells["recorder"], cells["photos"]) == ("井盖松动", CAST.lin.name, 0)
    for bad in ({"from_on": "yesterday"}, {"area_code": "43x"}, {"stray": "1"}):
        with pytest.raises(WishRefused):
            LOG_SOURCE.read(bad)
