"""Sheets of each kind: checked, written, taken back; and what is taken along, with contacts masked."""

from collections.abc import Sequence
from uuid import uuid4

import pytest

from jingwei.domains.dwellings.tests.things import building, flat
from jingwei.domains.organisations.contracts import OrganisationKind
from jingwei.domains.organisations.queries.map_layer import ORGANISATION_LAYER
from jingwei.domains.organisations.services.changing import confirm_organisation
from jingwei.domains.organisations.services.sheets import ORGANISATION_SHEETS
from jingwei.domains.organisations.services.source import ORGANISATION_SOURCE
from jingwei.domains.organisations.tests.things import COMPANY, PHONE, PLACE, code, listed, organisation, read
from jingwei.foundation.imports.contracts import Context, Row, Sheet
from jingwei.foundation.imports.contracts.exports import Language, Taking
from jingwei.foundation.maps.services.folding import differences
from jingwei.foundation.privacy.models import Reveal
from jingwei.foundation.scoping import eyes
from jingwei.kernel.geo import Datum
from tests.cast import CAST, FAR_GRID, GRID_1, GRID_3, MONDAY_10, inside

pytestmark = pytest.mark.django_db
SHEETS = dict(zip(OrganisationKind, ORGANISATION_SHEETS, strict=True))
CONTEXT = Context(uuid4(), MONDAY_10, {"datum": Datum.WGS84})


def rows(sheet: Sheet, *given: dict[str, str]) -> list[Row]:
    columns = (*sheet.columns, *sheet.columns_now())  # type: ignore[misc]
    usual = {"address": "迎春路5号", "area_code": GRID_1}
    return [
        Row(
            at,
            uuid4(),
            {one.name: one.parse(cells[one.name]) if cells.get(one.name) else None for one in columns},
        )
        for at, cells in enumerate((usual | one for one in given), 2)
    ]


def checked(sheet: Sheet, given: Sequence[Row]) -> dict[int, list[str | None]]:
    assert sheet.check
    with eyes(CAST.wu):
        found = sheet.check(CAST.wu, given, CONTEXT)
    return {at: [one.column for one in faults] for at, faults in found.items()}


def test_places_find_their_house_their_operator_and_their_position() -> None:
    house = flat(building())
    company = organisation("甲公司", COMPANY, facts={"credit_code": code(1)})
    lon, lat = inside(GRID_1)
    sheet = SHEETS[PLACE]
    given = rows(
        sheet,
        {"name": "一店", "place_kind": "小商店", "address": "人民路12号金山花园三栋1单元501", "phone": PHONE},
        {
            "name": "二店",
            "place_kind": "小餐饮",
            "operator_code": code(1),
            "uses_gas": "是",
            "aliases": "老王、小李",
        },
        {"name": "三店", "place_kind": "其他场所", "area_code": "", "lon": str(lon), "lat": str(lat)},
    )
    assert checked(sheet, given) == {}
    assert sheet.write
    assert sheet.undo
    targets = sheet.write(CAST.wu, given, CONTEXT)
    first, second, third = (read(CAST.wu, one.id) for one in given)
    assert (first.house_id, first.address) == (house.pk, house.address)
    assert (second.operator_id, second.aliases, second.uses_gas) == (company.pk, ["老王", "小李"], True)
    assert (third.scope_code, third.position is not None) == (GRID_1, True)
    assert listed(CAST.lin, words="小李") == ["二店"]
    confirm_organisation(CAST.lin, second.pk, source="visit", at=MONDAY_10)
    assert list(sheet.undo(CAST.wu, targets, at=MONDAY_10)) == [targets[1]]
    assert listed(CAST.lin, kind=("place",)) == ["二店"]


def test_doubles_in_the_file_and_in_the_ledger_are_told_at_the_cell() -> None:
    organisation("甲公司", COMPANY, facts={"credit_code": code(1)})
    organisation("乙公司", COMPANY, facts={"credit_code": code(2)}, actor=CAST.mao, grid=GRID_3)
    sheet = SHEETS[COMPANY]
    given = rows(
        sheet,
        {"name": "丙公司", "credit_code": code(1)},
        {"name": "丁公司", "credit_code": code(2)},
        {"name": "戊公司", "credit_code": code(3)},
        {"name": "己公司", "credit_code": code(3)},
        {"name": "庚公司"},
        {"name": "庚公司"},
        {"name": "甲公司", "address": "迎春路12号"},
        {"name": "辛公司", "area_code": FAR_GRID},
        {"name": "壬公司", "area_code": ""},
    )
    assert checked(sheet, given) == {
        2: ["credit_code"],
        3: ["credit_code"],
        5: ["credit_code"],
        7: ["name"],
        8: ["name"],
        9: ["area_code"],
        10: ["area_code"],
    }
    assert sheet.check
    with eyes(CAST.wu):
        assert "乙公司" not in str(sheet.check(CAST.wu, given, CONTEXT))
    bad = rows(SHEETS[PLACE], {"name": "一店", "place_kind": "小商店", "operator_code": code(9)})
    assert checked(SHEETS[PLACE], bad) == {2: ["operator_code"]}


def test_an_export_masks_contacts_until_somebody_else_agreed_and_the_map_shows_what_the_list_does() -> None:
    row = organisation(facts={"principal": "王小明", "phone": PHONE})

    def taken(*, is_clear: bool) -> list[object]:
        columns = ("name", "place_kind", "status", "principal", "phone")
        wish = {"kind": ["place"], "words": "便利店"}
        taking = Taking(uuid4(), wish, columns, Language.ZH, is_clear, MONDAY_10, "核对")
        assert "场所" in ORGANISATION_SOURCE.say(wish, Language.ZH)
        with eyes(CAST.lin):
            assert ORGANISATION_SOURCE.count(CAST.lin, taking, most=10) == 1
            (cells,) = ORGANISATION_SOURCE.rows(CAST.lin, taking, cursor=None).rows
        return list(cells)

    masked = taken(is_clear=False)
    assert masked[:3] == ["金山便利店", "小商店", "在营"]
    assert PHONE not in str(masked)
    assert "王小明" not in str(masked)
    assert taken(is_clear=True)[3:] == ["王小明", PHONE]
    with eyes(CAST.machine):
        assert (
            Reveal.objects.filter(target=f"organisations.organisation:{row.pk}", manner="exported").count()
            == 2
        )
    assert differences(ORGANISATION_LAYER) == []
    with eyes(CAST.lin):
        assert ORGANISATION_LAYER.search
        assert [one.title for one in ORGANISATION_LAYER.search(CAST.lin, "便利", limit=5)] == ["金山便利店"]
        card = ORGANISATION_LAYER.card(CAST.lin, str(row.pk), at=MONDAY_10)
    assert (card.title, card.kind) == ("金山便利店", "place")
    assert PHONE not in str(card)
