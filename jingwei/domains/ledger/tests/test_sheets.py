"""Components, resources and the code table as sheets: checked row by row, written, taken back while untouched."""

from datetime import date
from uuid import uuid4

import pytest

from jingwei.domains.ledger.contracts import Condition
from jingwei.domains.ledger.models import Component, Resource
from jingwei.domains.ledger.queries.kinds import component_kind, component_kinds
from jingwei.domains.ledger.services.components import inspect_component
from jingwei.domains.ledger.services.sheets import COMPONENT_KIND_SHEET, COMPONENT_SHEET, RESOURCE_SHEET
from jingwei.domains.ledger.tests.things import COVER, component, kinds
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.imports.contracts import BadCell, Context, Row, Sheet
from jingwei.foundation.scoping import eyes
from jingwei.kernel.geo import Datum, wgs84_to_gcj02
from tests.cast import CAST, COUNTY, FAR_GRID, GRID_1, GRID_2, MONDAY_10, WATER, inside

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _kinds(db: None) -> None:
    kinds()


def rows(sheet: Sheet, *given: dict[str, str]) -> list[Row]:
    """Cells as they stand in a file, parsed as the importer does."""
    parsed = []
    for number, cells in enumerate(given, 2):
        values = {
            one.name: one.parse(cells[one.name]) if cells.get(one.name) else None for one in sheet.columns
        }
        parsed.append(Row(number, uuid4(), values))
    return parsed


def context(datum: Datum = Datum.WGS84) -> Context:
    return Context(uuid4(), MONDAY_10, {"datum": datum})


def cells(grid: str = GRID_1, **more: str) -> dict[str, str]:
    lon, lat = inside(grid)
    return {"kind": "上水井盖", "lon": str(lon), "lat": str(lat)} | more


def checked(
    sheet: Sheet, given: list[Row], *, actor: Actor = CAST.wu, datum: Datum = Datum.WGS84
) -> dict[int, list[str | None]]:
    assert sheet.check
    with eyes(actor):
        found = sheet.check(actor, given, context(datum))
    return {number: [fault.column for fault in faults] for number, faults in found.items()}


def test_components_come_in_with_codes_of_their_own_or_given_ones() -> None:
    given = rows(
        COMPONENT_SHEET,
        cells(name="一号井盖", keeper="资阳区自来水公司", value_yuan="1,200.50", installed_on="2020年5月1日"),
        cells(GRID_2, code=f"{COUNTY}{COVER}000040", kind=COVER, owner="某开发公司", condition="损坏"),
    )
    assert checked(COMPONENT_SHEET, given) == {}
    targets = COMPONENT_SHEET.write(CAST.wu, given, context())
    assert targets == [f"ledger.component:{row.id}" for row in given]
    with eyes(CAST.wu):
        first, second = (Component.objects.visible_to(CAST.wu).get(pk=row.id) for row in given)
    assert (first.code, first.grid_code, first.keeper_unit_id) == (f"{COUNTY}{COVER}000041", GRID_1, WATER)
    assert (first.installed_on, str(first.value_yuan)) == (date(2020, 5, 1), "1200.50")
    assert (second.grid_code, second.owner_unit_id, second.owner_name) == (GRID_2, None, "某开发公司")
    assert second.condition == Condition.DAMAGED


def test_a_datum_holds_for_the_whole_file() -> None:
    lon, lat = wgs84_to_gcj02(*inside(GRID_1))
    given = rows(COMPONENT_SHEET, cells(lon=str(lon), lat=str(lat)))
    COMPONENT_SHEET.write(CAST.wu, given, context(Datum.GCJ02))
    with eyes(CAST.wu):
        row = Component.objects.visible_to(CAST.wu).get(pk=given[0].id)
    assert row.position.x == pytest.approx(inside(GRID_1)[0], abs=1e-6)
    assert (row.datum, row.given_lon) == ("gcj02", pytest.approx(lon))


def test_what_is_wrong_is_said_at_its_cell() -> None:
    taken = component().code
    given = rows(
        COMPONENT_SHEET,
        cells(FAR_GRID),
        cells(kind="飞碟"),
        cells(code=taken),
        cells(code=f"{COUNTY}0118000001"),
        cells(lon="10", lat="10"),
        cells(),
    )
    assert checked(COMPONENT_SHEET, given) == {2: ["lon"], 3: ["kind"], 4: ["code"], 5: ["code"], 6: ["lon"]}


def test_a_batch_is_taken_back_except_for_what_was_touched() -> None:
    given = rows(COMPONENT_SHEET, cells(), cells())
    targets = COMPONENT_SHEET.write(CAST.wu, given, context())
    inspect_component(CAST.lin, given[0].id, condition=Condition.GOOD, remark="", file_ids=(), at=MONDAY_10)
    assert COMPONENT_SHEET.undo
    kept = COMPONENT_SHEET.undo(CAST.wu, targets, at=MONDAY_10)
    assert list(kept) == [targets[0]]
    with eyes(CAST.wu):
        assert list(Component.objects.visible_to(CAST.wu).values_list("pk", flat=True)) == [given[0].id]


def test_resources_come_in_with_a_sealed_contact_and_hours_that_can_be_read() -> None:
    usual = {
        "kind": "网格驿站",
        "name": "迎春驿站",
        "hours": "全天",
        "contact_name": "罗敏",
        "contact_phone": "13873712345",
    }
    given = rows(RESOURCE_SHEET, cells() | usual, cells(FAR_GRID) | usual, cells() | usual | {"kind": "飞船"})
    assert checked(RESOURCE_SHEET, given) == {3: ["lon"], 4: ["kind"]}
    targets = RESOURCE_SHEET.write(CAST.wu, given[:1], context())
    with eyes(CAST.wu):
        row = Resource.objects.visible_to(CAST.wu).get(pk=given[0].id)
    assert row.contact_phone_sealed is not None
    assert row.hours == "全天"
    assert RESOURCE_SHEET.undo
    assert RESOURCE_SHEET.undo(CAST.wu, targets, at=MONDAY_10) == {}
    for bad in ({"hours": "有空"}, {"contact_phone": "不知道"}):
        with pytest.raises(BadCell):
            rows(RESOURCE_SHEET, cells() | usual | bad)


def test_the_code_table_is_changed_by_its_codes_and_loses_nothing() -> None:
    before = len(component_kinds())
    table = {
        "class_code": "1",
        "class_name": "公用设施",
        "type_code": "1",
        "type_name": "供水井盖",
        "inspect_days": "15",
    }
    new = {
        "class_code": "06",
        "class_name": "智慧设施",
        "type_code": "01",
        "type_name": "智能灯杆",
        "is_active": "是",
    }
    COMPONENT_KIND_SHEET.write(CAST.ding, rows(COMPONENT_KIND_SHEET, table, new), context())
    assert (component_kind("0101").type_name, component_kind("0101").inspect_days) == ("供水井盖", 15)
    assert len(component_kinds()) == before + 1
