"""Buildings and houses over HTTP: from the address to the plan, the house, the map and the workbook."""

from typing import Any

import pytest

from jingwei.domains.dwellings.queries.map_layer import BUILDING_LAYER
from jingwei.domains.dwellings.services.sources import BUILDING_SOURCE, HOUSE_SOURCE
from jingwei.domains.dwellings.tests.things import ESTATE, TWO_UNITS, building, planned
from jingwei.domains.ledger.tests.things import photo
from jingwei.foundation.imports.contracts.exports import Language, Taking
from jingwei.foundation.maps.services.folding import differences
from jingwei.foundation.scoping import eyes
from jingwei.kernel.ids import uuid7
from tests.calling import Call, call
from tests.cast import CAST, GRID_1, MONDAY_10, inside

__all__ = ["call"]
pytestmark = pytest.mark.django_db


def place() -> dict[str, Any]:
    lon, lat = inside(GRID_1)
    return {"lon": lon, "lat": lat, "datum": "wgs84"}


def test_an_officer_registers_a_building_draws_its_plan_and_changes_a_house(call: Call) -> None:
    read = call(CAST.lin, "GET", "/dwellings/addresses?words=人民路十二号金山花园3幢").json()
    assert (read["address"], read["parts"]["block"], read["found"]) == (ESTATE, "3", [])
    with eyes(CAST.lin):
        file_id = str(photo(CAST.lin))
    body = {
        "address": {"parts": read["parts"]},
        "position": place(),
        "facts": {"structure": "3", "floors_above": 6},
        "file_ids": [file_id],
    }
    answer = call(CAST.lin, "POST", "/dwellings/buildings", body)
    assert answer.status_code == 201, answer.json()
    made = answer.json()
    assert (made["address"], made["area_code"], made["facts"]["floors_above"]) == (ESTATE, GRID_1, 6)
    assert set(made["can"]) == {"change", "confirm", "plan"}
    assert [one["file_id"] for one in made["files"]] == [file_id]
    path = f"/dwellings/buildings/{made['record_id']}"
    looked = call(CAST.lin, "PUT", f"{path}/plan", TWO_UNITS | {"version": 1}).json()
    assert (looked["is_preview"], looked["made"]) == (True, 24)
    kept = call(CAST.lin, "PUT", f"{path}/plan", TWO_UNITS | {"version": 1, "is_preview": False}).json()
    assert (kept["made"], kept["version"]) == (24, 2)
    drawn = call(CAST.lin, "GET", f"{path}/plan").json()
    assert len(drawn["cells"]) == 24
    assert all(one["house_id"] for one in drawn["cells"])
    house = f"/dwellings/houses/{drawn['cells'][0]['house_id']}"
    change = {"version": 1, "facts": {"tenure": "let"}, "via": "phone"}
    changed = call(CAST.lin, "PATCH", house, change)
    assert changed.status_code == 200, changed.json()
    assert changed.json()["changes"][0]["facts"] == {"tenure": [None, "let"]}
    conflict = call(CAST.wu, "PATCH", house, {"version": 1, "facts": {"tenure": "own"}})
    assert conflict.status_code == 409
    assert conflict.json()["data"]["fields"][0]["yours"] == "own"
    assert call(CAST.mao, "GET", house).status_code == call(CAST.mao, "GET", path).status_code == 404
    listed = call(CAST.lin, "GET", "/dwellings/houses?words=金山花园&tenure=let").json()
    assert (listed["total"], listed["rows"][0]["room"]) == (1, "601")


def test_the_map_counts_what_the_list_shows_and_the_workbook_holds_it(call: Call) -> None:
    planned(building(use="11"))
    assert differences(BUILDING_LAYER) == []
    for source, wish, rows in (
        (BUILDING_SOURCE, {"words": "金山"}, 1),
        (HOUSE_SOURCE, {"use": ["home"]}, 24),
    ):
        taking = Taking(
            export_id=uuid7(),
            wish=source.read(wish),
            columns=tuple(one.name for one in source.columns),
            language=Language.EN,
            is_clear=False,
            at=MONDAY_10,
        )
        with eyes(CAST.wu):
            assert source.count(CAST.wu, taking, most=100) == rows
            page = source.rows(CAST.wu, taking, cursor=None)
        assert len(page.rows) == rows
        assert len(page.rows[0]) == len(source.columns)
        assert "within" not in source.say(wish, Language.EN)
