"""Buildings and houses as sheets: read, compared with the file and the ledger, written, taken back while untouched."""

from uuid import uuid4

import pytest

from jingwei.domains.dwellings.models import Building, House
from jingwei.domains.dwellings.services import life
from jingwei.domains.dwellings.services.sheets import BUILDING_SHEET, HOUSE_SHEET
from jingwei.domains.dwellings.tests.things import building, planned
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.imports.contracts import Context, Row, Sheet
from jingwei.foundation.scoping import eyes
from jingwei.kernel.geo import Datum
from tests.cast import CAST, FAR_GRID, GRID_1, MONDAY_10, inside

pytestmark = pytest.mark.django_db
CONTEXT = Context(uuid4(), MONDAY_10, {"datum": Datum.WGS84})


def rows(sheet: Sheet, *given: dict[str, str]) -> list[Row]:
    """Cells as they stand in a file, parsed as the importer does."""
    assert sheet.columns_now
    columns = (*sheet.columns, *sheet.columns_now())
    return [
        Row(
            number,
            uuid4(),
            {one.name: one.parse(cells[one.name]) if cells.get(one.name) else None for one in columns},
        )
        for number, cells in enumerate(given, 2)
    ]


def cells(address: str, grid: str | None = GRID_1, **more: str) -> dict[str, str]:
    lon, lat = inside(grid) if grid else ("", "")
    return {"address": address, "lon": str(lon), "lat": str(lat)} | more


def checked(sheet: Sheet, given: list[Row], actor: Actor = CAST.lin) -> dict[int, list[str | None]]:
    assert sheet.check
    with eyes(actor):
        found = sheet.check(actor, given, CONTEXT)
    return {number: [fault.column for fault in faults] for number, faults in found.items()}


def test_buildings_come_in_with_the_forms_own_columns_and_in_any_spelling() -> None:
    given = rows(
        BUILDING_SHEET,
        cells(
            "益阳市资阳区大码头街道人民路12号金山花园三号楼", structure="混合结构", aliases="老棉纺厂宿舍3栋"
        ),
        cells("五一路8号", floors_above="12"),
    )
    assert checked(BUILDING_SHEET, given) == {}
    assert BUILDING_SHEET.write
    targets = BUILDING_SHEET.write(CAST.lin, given, CONTEXT)
    assert targets == [f"dwellings.building:{row.id}" for row in given]
    with eyes(CAST.lin):
        first = Building.objects.visible_to(CAST.lin).get(pk=given[0].id)
    assert (first.address, first.structure, first.source) == ("人民路12号金山花园3栋", "4", "import")


def test_faults_stand_at_their_cells() -> None:
    building()
    given = rows(
        BUILDING_SHEET,
        cells("人民路12号金山花园3幢"),
        cells("五一路8号"),
        cells("五一路八号"),
        cells("三栋"),
        cells("五一路9号", FAR_GRID),
    )
    assert checked(BUILDING_SHEET, given) == {2: ["address"], 4: ["address"], 5: ["address"], 6: ["lon"]}


def test_houses_find_their_building_and_others_need_a_position() -> None:
    planned(building())
    given = rows(
        HOUSE_SHEET,
        cells("人民路12号金山花园3-3-101", None, tenure="出租"),
        cells("花园洞村3组12号", area_m2="120"),
        cells("人民路12号金山花园3栋2单元501室", None),
        cells("人民路12号金山花园9栋101", None),
        cells("花园洞村3组13号", None),
    )
    assert checked(HOUSE_SHEET, given) == {4: ["address"], 5: ["address"], 6: ["address"]}
    assert HOUSE_SHEET.write
    assert HOUSE_SHEET.undo
    targets = HOUSE_SHEET.write(CAST.lin, given[:2], CONTEXT)
    with eyes(CAST.lin):
        made = {
            row.address: row for row in House.objects.visible_to(CAST.lin).filter(batch_id=CONTEXT.batch_id)
        }
    assert made["人民路12号金山花园3栋3单元101室"].tenure == "let"
    assert made["花园洞村3组12号"].building_id is None
    life.confirm(CAST.lin, house_ids=[made["花园洞村3组12号"].pk], source="phone", at=MONDAY_10)
    kept = HOUSE_SHEET.undo(CAST.lin, targets, at=MONDAY_10)
    assert list(kept) == [targets[1]]
