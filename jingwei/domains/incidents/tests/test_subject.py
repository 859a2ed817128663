"""Which component of the city a matter is about: with the report, or said by staff afterwards."""

from typing import Any
from uuid import uuid4

import pytest

from jingwei.domains.ledger.tests.things import COVER, component, kinds
from tests.calling import Call, call
from tests.cast import CAST, COUNTY, GRID_1, inside

__all__ = ["call"]
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _kinds(db: None) -> None:
    kinds()


def registered() -> dict[str, str]:
    row = component()
    return {"code": row.code, "component_id": str(row.pk)}


def place() -> dict[str, Any]:
    lon, lat = inside(GRID_1)
    return {"lon": lon, "lat": lat}


def test_a_resident_reports_about_the_thing_whose_number_they_read(call: Call) -> None:
    made = registered()
    card = call(None, "GET", f"/ledger/component-cards/{made['code']}").json()
    assert card["type_name"] == "上水井盖"
    assert "keeper_name" not in card
    report = {
        "id": str(uuid4()),
        "words": "井盖松动，过车有响声",
        "position": {"lon": card["lon"], "lat": card["lat"]},
        "identity": "named",
        "reporter_phone": "13873712345",
        "component_code": made["code"],
    }
    for _ in range(2):
        answer = call(CAST.li, "POST", "/incidents", report)
        assert answer.status_code == 201, answer.json()
    incident_id = answer.json()["id"]
    about = call(CAST.wu, "GET", f"/incidents/{incident_id}").json()["component"]
    assert (about["code"], about["component_id"]) == (made["code"], made["component_id"])
    of_it = call(CAST.wu, "GET", f"/incidents?component_id={made['component_id']}").json()["rows"]
    assert [one["id"] for one in of_it] == [incident_id]
    assert call(CAST.mao, "GET", f"/incidents?component_id={made['component_id']}").json()["rows"] == []
    wrong = report | {"id": str(uuid4()), "component_code": f"{COUNTY}{COVER}999999"}
    assert call(CAST.li, "POST", "/incidents", wrong).json()["code"] == "incident.component_unknown"


def test_staff_say_afterwards_what_a_matter_is_about_or_take_it_off(call: Call) -> None:
    made, other = registered(), registered()
    report = {"id": str(uuid4()), "words": "井盖松动", "position": place(), "identity": "anonymous"}
    incident_id = call(CAST.lin, "POST", "/incidents", report).json()["id"]
    path = f"/incidents/{incident_id}/component"
    for code in (made["code"], other["code"]):
        answer = call(CAST.lin, "PUT", path, {"component_code": code})
        assert answer.json()["component"]["code"] == code
    assert call(CAST.lin, "PUT", path, {"component_code": None}).json()["component"] is None
    assert call(CAST.chen, "PUT", path, {"component_code": made["code"]}).status_code == 404
