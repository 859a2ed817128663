"""The ledger over HTTP: registered, inspected with a photo, found by its number, reported about, taken along."""

from typing import Any
from uuid import UUID, uuid4

import pytest

from jingwei.domains.ledger.tests.things import COVER, STATION, kinds, photo, resource
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.files.queries import facts_of
from jingwei.foundation.scoping import eyes
from tests.calling import Call, call
from tests.cast import CAST, GRID_1, WATER, inside

__all__ = ["call"]
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _kinds(db: None) -> None:
    kinds()


def place(grid: str = GRID_1) -> dict[str, Any]:
    lon, lat = inside(grid)
    return {"lon": lon, "lat": lat, "datum": "wgs84"}


def registered(call: Call, actor: Actor = CAST.wu, **changes: Any) -> dict[str, Any]:
    body = {"kind": COVER, "name": "春江路口上水井盖", "position": place(), "keeper_unit_id": str(WATER)}
    answer = call(actor, "POST", "/ledger/components", body | changes)
    assert answer.status_code == 201, answer.json()
    made: dict[str, Any] = answer.json()
    return made


def test_a_component_goes_from_its_registration_to_an_inspection_with_a_photo(call: Call) -> None:
    made = registered(call, value_yuan="1200.50", warranty_until_on="2099-01-01")
    assert (made["value_yuan"], made["is_under_warranty"], made["area_code"]) == ("1200.50", True, GRID_1)
    assert set(made["can"]) == {"inspect", "maintain", "change", "suspended", "retired"}
    assert len(made["label_rows"]) == len(made["label_rows"][0]) > 20
    path = f"/ledger/components/{made['component_id']}"
    with eyes(CAST.lin):
        file_id = str(photo(CAST.lin))
    body = {"id": str(uuid4()), "condition": 3, "remark": "盖板开裂", "file_ids": [file_id]}
    for _ in range(2):
        answer = call(CAST.lin, "POST", f"{path}/inspections", body)
        assert answer.status_code == 200, answer.json()
    shown = call(CAST.feng, "GET", path).json()
    assert [(one["deed"], one["condition"]) for one in shown["entries"]] == [
        ("inspected", 3),
        ("registered", None),
    ]
    assert [one["file_id"] for one in shown["entries"][0]["files"]] == [file_id]
    assert shown["can"] == ["inspect", "maintain"]
    assert [one.file_id for one in facts_of(CAST.feng, [UUID(file_id)])] == [UUID(file_id)]
    assert facts_of(CAST.mao, [UUID(file_id)]) == []
    assert call(CAST.mao, "GET", path).status_code == 404


def test_amounts_are_text_and_states_change_by_version(call: Call) -> None:
    made = registered(call)
    assert (
        call(
            CAST.wu, "POST", "/ledger/components", {"kind": COVER, "position": place(), "value_yuan": 1.5}
        ).status_code
        == 422
    )
    path = f"/ledger/components/{made['component_id']}"
    retire = {"deed": "retired", "reason": "道路改造拆除", "version": made["version"]}
    assert call(CAST.wu, "POST", f"{path}/life", retire).json()["life"] == 90
    assert call(CAST.wu, "POST", f"{path}/life", retire).json()["code"] == "stale_version"


def test_a_list_counts_once_and_goes_on_by_cursor(call: Call) -> None:
    for _ in range(3):
        registered(call)
    first = call(CAST.wu, "GET", "/ledger/components?size=2&kind=01").json()
    assert (len(first["rows"]), first["total"], first["is_capped"]) == (2, 3, False)
    second = call(CAST.wu, "GET", f"/ledger/components?size=2&kind=01&cursor={first['next_cursor']}").json()
    assert (len(second["rows"]), second["total"], second["next_cursor"]) == (1, None, None)
    near = call(
        CAST.wu, "GET", f"/ledger/nearest?what=component&lon={place()['lon']}&lat={place()['lat']}"
    ).json()
    assert len(near) == 3
    assert near[0]["distance_m"] == 0


def test_a_resource_is_registered_shut_with_a_reason_and_opened_again(call: Call) -> None:
    body = {
        "kind": STATION,
        "name": "迎春社区网格驿站",
        "position": place(),
        "capacity": 30,
        "opening_hours": "全天",
        "contact": {"name": "罗敏", "phone": "13873712345"},
    }
    made = call(CAST.wu, "POST", "/ledger/resources", body).json()
    assert (made["is_open"], made["contact_phone"], made["contact_name"]) == (True, "138****2345", "罗*")
    path = f"/ledger/resources/{made['resource_id']}"
    shut = {"state": 30, "reason": "", "version": made["version"]}
    assert call(CAST.wu, "POST", f"{path}/state", shut).json()["code"] == "ledger.reason_needed"
    told = call(CAST.wu, "POST", f"{path}/state", shut | {"reason": "装修"}).json()
    assert (told["state"], told["is_open"], told["state_reason"]) == (30, None, "装修")
    look = call(CAST.wu, "POST", f"{path}/contact/look", {"purpose": "follow_up", "remark": "调用"})
    assert look.json() == {"name": "罗敏", "phone": "13873712345"}
    bad = call(CAST.wu, "POST", "/ledger/resources", body | {"opening_hours": "有空就开"})
    assert bad.json()["code"] == "ledger.bad_hours"


def test_kinds_are_listed_for_staff_and_kept_by_the_citys_administrators(call: Call) -> None:
    assert COVER in {one["code"] for one in call(CAST.lin, "GET", "/ledger/component-kinds").json()}
    boat = {"name_zh": "冲锋舟", "name_en": "Boat", "counts_zh": "艘"}
    assert call(CAST.ding, "PUT", "/ledger/resource-kinds/boat", boat).status_code == 204
    assert call(CAST.wu, "PUT", "/ledger/resource-kinds/boat", boat).status_code == 403
    assert "boat" in {one["key"] for one in call(CAST.lin, "GET", "/ledger/resource-kinds").json()}
    assert call(CAST.li, "GET", "/ledger/resource-kinds").status_code == 403


def test_resources_are_listed_by_kind_and_state(call: Call) -> None:
    resource()
    rows = call(CAST.lin, "GET", f"/ledger/resources?kind={STATION}&state=ready").json()["rows"]
    assert [one["name"] for one in rows] == ["迎春社区网格驿站"]
    assert call(CAST.lin, "GET", "/ledger/resources?kind=hydrant").json()["rows"] == []
