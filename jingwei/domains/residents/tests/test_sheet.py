"""Residents as a sheet and as an export: checked, written, taken back; names and numbers masked."""

from uuid import uuid4

import pytest

from jingwei.domains.residents.models import Resident
from jingwei.domains.residents.services.changing import confirm_resident
from jingwei.domains.residents.services.sheet import RESIDENT_SHEET, columns_now
from jingwei.domains.residents.services.source import RESIDENT_SOURCE
from jingwei.domains.residents.tests.people import PHONE, listed, number, resident
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.imports.contracts import Context, Row
from jingwei.foundation.imports.contracts.exports import Language, Taking
from jingwei.foundation.privacy.models import Reveal
from jingwei.foundation.scoping import eyes
from tests.cast import CAST, FAR_GRID, GRID_1, GRID_2, MONDAY_10

pytestmark = pytest.mark.django_db


def rows(*given: dict[str, str]) -> list[Row]:
    columns = (*RESIDENT_SHEET.columns, *columns_now())
    usual = {"address": "迎春路5号", "area_code": GRID_1, "living": "户籍居住"}
    return [
        Row(
            at,
            uuid4(),
            {one.name: one.parse(cells[one.name]) if cells.get(one.name) else None for one in columns},
        )
        for at, cells in enumerate((usual | one for one in given), 2)
    ]


def context() -> Context:
    return Context(uuid4(), MONDAY_10, {})


def checked(given: list[Row], actor: Actor = CAST.wu) -> dict[int, list[str | None]]:
    assert RESIDENT_SHEET.check
    with eyes(actor):
        found = RESIDENT_SHEET.check(actor, given, context())
    return {at: [one.column for one in faults] for at, faults in found.items()}


def test_a_sheet_is_written_row_by_row_and_taken_back_while_nobody_touched_it() -> None:
    given = rows(
        {"name": "王小明", "identity": number(1), "phone": PHONE, "gender": "男"},
        {"name": "李四", "area_code": GRID_2, "living": "流入", "from_on": "2026-01-02"},
    )
    assert checked(given) == {}
    assert RESIDENT_SHEET.write
    assert RESIDENT_SHEET.undo
    targets = RESIDENT_SHEET.write(CAST.wu, given, context())
    assert targets == [f"residents.resident:{one.id}" for one in given]
    assert listed(CAST.lin) == ["王小明"]
    assert listed(CAST.chen) == ["李四"]
    confirm_resident(CAST.chen, given[1].id, source="visit", at=MONDAY_10)
    kept = RESIDENT_SHEET.undo(CAST.wu, targets, at=MONDAY_10)
    assert list(kept) == [targets[1]]
    assert listed(CAST.wu) == ["李四"]


def test_doubles_in_the_file_and_in_the_city_are_told_at_the_cell_and_nothing_more() -> None:
    resident("王小明", 1)
    resident("赵六", 2, actor=CAST.mao, grid="430902001002001")
    given = rows(
        {"name": "甲", "identity": number(1)},
        {"name": "乙", "identity": number(2)},
        {"name": "丙", "identity": number(3)},
        {"name": "丁", "identity": number(3)},
        {"name": "戊", "area_code": FAR_GRID},
    )
    assert checked(given) == {2: ["identity"], 3: ["identity"], 5: ["identity"], 6: ["area_code"]}
    assert RESIDENT_SHEET.check
    with eyes(CAST.wu):
        said = str(RESIDENT_SHEET.check(CAST.wu, given, context()))
    assert "赵六" not in said
    assert number(2) not in said


def test_an_export_masks_names_and_numbers_until_somebody_else_agreed_and_records_what_it_opens() -> None:
    row = resident("王小明", 1, facts={"phone": PHONE})
    resident("李四", None, actor=CAST.chen, grid=GRID_2)
    columns = ("name", "phone", "identity", "living", "band")

    def taken(*, is_clear: bool) -> list[list[object]]:
        taking = Taking(uuid4(), {}, columns, Language.ZH, is_clear, MONDAY_10, "核对")
        with eyes(CAST.lin):
            page = RESIDENT_SOURCE.rows(CAST.lin, taking, cursor=None)
            assert RESIDENT_SOURCE.count(CAST.lin, taking, most=10) == len(page.rows) == 1
        return [list(one) for one in page.rows]

    (masked,) = taken(is_clear=False)
    assert masked[0] == "王**"
    assert PHONE not in str(masked)
    assert number(1) not in str(masked)
    assert masked[3:] == ["户籍居住", "18-59"]
    assert taken(is_clear=True)[0][:3] == ["王小明", PHONE, number(1)]
    with eyes(CAST.machine):
        looks = Reveal.objects.filter(target=f"residents.resident:{row.pk}", manner="exported")
        assert {one.field for one in looks} == {"residents.person.phone", "residents.person.identity"}
        assert Resident.objects.unscoped("a test counts").count() == 2
