"""Organisations over HTTP: from registering to closing, masked, in the list and counted."""

from typing import Any

import pytest

from jingwei.domains.organisations.tests.things import PHONE
from tests.calling import Call
from tests.calling import call as call
from tests.cast import CAST, GRID_1, inside

pytestmark = pytest.mark.django_db
RECORDS = "/organisations/records"


def body(**more: Any) -> dict[str, Any]:
    lon, lat = inside(GRID_1)
    return {
        "kind": "place",
        "facts": {"name": "金山便利店", "place_kind": "shop", "phone": PHONE, "floor_area_m2": 42.5},
        "place": {"address": "迎春路12号", "position": {"lon": lon, "lat": lat}},
        "aliases": ["老王烟酒"],
        **more,
    }


def test_an_officer_registers_a_shop_changes_confirms_and_closes_it(call: Call) -> None:
    answer = call(CAST.lin, "POST", RECORDS, body())
    assert answer.status_code == 201, answer.json()
    made = answer.json()
    assert (made["area_code"], made["status"], made["aliases"]) == (GRID_1, "open", ["老王烟酒"])
    assert made["facts"]["phone"].endswith("1234")
    assert PHONE not in answer.content.decode()
    assert set(made["can"]) == {"change", "confirm", "move", "status", "reveal"}
    path = f"{RECORDS}/{made['organisation_id']}"
    changed = call(CAST.lin, "PATCH", path, {"version": 1, "facts": {"exits": 2}}).json()
    assert changed["changes"][0]["facts"] == {"exits": [None, 2]}
    conflict = call(CAST.wu, "PATCH", path, {"version": 1, "facts": {"exits": 1}})
    assert conflict.status_code == 409
    assert conflict.json()["data"]["fields"][0]["yours"] == 1
    assert call(CAST.lin, "POST", f"{path}/confirmation", {"came_from": "visit"}).json()["version"] == 3
    found = call(CAST.lin, "POST", f"{RECORDS}/find", {"number": "1234"}).json()
    assert [one["name"] for one in found] == ["金山便利店"]
    listed = call(CAST.lin, "GET", f"{RECORDS}?words=烟酒&kind=place&place_kind=shop").json()
    assert (listed["total"], listed["rows"][0]["lon"] is not None) == (1, True)
    counted = call(CAST.wu, "GET", "/organisations/counts").json()
    assert counted["rows"][0]["kinds"] == {"place": 1}
    closing = {"status": "closed", "on": "2026-11-16", "reason": "歇业", "version": 3}
    closed = call(CAST.lin, "POST", f"{path}/status", closing).json()
    assert (closed["status"], closed["can"]) == ("closed", ["reveal", "status"])
    for stranger in (CAST.mao, CAST.chen):
        assert call(stranger, "GET", path).status_code == 404
    assert call(CAST.qian, "GET", RECORDS).status_code == 403


def test_a_place_without_anything_that_says_where_is_refused(call: Call) -> None:
    answer = call(CAST.lin, "POST", RECORDS, body(place={"address": "迎春路12号"}))
    assert (answer.status_code, answer.json()["code"]) == (422, "organisations.place_missing")
