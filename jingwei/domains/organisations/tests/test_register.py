"""Registered by the form of their kind, found within one's own area and nowhere else, one code once in the city."""

import pytest
from django.db import connection

from jingwei.domains.dwellings.tests.things import building, flat
from jingwei.domains.organisations.contracts import OrganisationKind
from jingwei.domains.organisations.models import Key
from jingwei.domains.organisations.queries.organisations import FIND, counts_by_area, used_by_organisations
from jingwei.domains.organisations.rules import refusals
from jingwei.domains.organisations.rules.keys import name_keys, sound_of
from jingwei.domains.organisations.services.codes import REGISTRAR
from jingwei.domains.organisations.services.placing import PlaceGiven
from jingwei.domains.organisations.tests.things import (
    COMPANY,
    PLACE,
    TODAY,
    at_door,
    code,
    listed,
    organisation,
)
from jingwei.foundation.forms.rules.refusals import BadFacts
from jingwei.foundation.records import found_between
from jingwei.foundation.scoping import eyes
from jingwei.kernel.texts import reach_of
from tests.cast import CAST, COMMUNITY, FAR_GRID, FOREIGN_GRID, GRID_1, GRID_2

pytestmark = pytest.mark.django_db
FETCHED = "select idx_tup_fetch from pg_stat_xact_user_tables where relname = 'organisations_key'"
MANY = 3000


def test_a_name_is_found_from_every_character_on() -> None:
    assert sound_of("金山便利店") == "jinshanbianlidian"
    assert {"金山便利店", "便利店", "bianlidian", "jsbld", "bld"} <= set(name_keys("金山便利店"))
    assert name_keys("店") == ["店", "dian"]


def test_each_kind_has_its_form_and_only_places_have_a_kind_of_place() -> None:
    row = organisation("益阳金山商贸有限公司", COMPANY, facts={"credit_code": code(1), "industry": "F"})
    assert (row.kind, row.credit_code, row.place_kind, row.grid_code) == ("legal_entity", code(1), "", GRID_1)
    with pytest.raises(BadFacts):
        organisation("金山商贸", COMPANY, facts={"place_kind": "shop"})
    with pytest.raises(BadFacts):
        organisation("金山便利店", facts={"place_kind": "palace"})
    with pytest.raises(BadFacts):
        organisation("金山商贸", COMPANY, facts={"credit_code": "91430902MA00000020"})


def test_part_of_a_name_a_sign_initials_a_code_and_an_address_lead_to_it() -> None:
    organisation("益阳市资阳区金山便利店", aliases=("老王烟酒",), place=at_door(address="迎春路12号1楼"))
    organisation(
        "益阳金山商贸有限公司",
        COMPANY,
        facts={"credit_code": code(1)},
        place=at_door(address="向阳街9号"),
    )
    for words in ("金山便利", "烟酒", "jinshanbianli", "lwyj", "迎春路12号", "12号1楼"):
        assert listed(CAST.lin, words=words) == ["益阳市资阳区金山便利店"], words
    assert listed(CAST.lin, words=code(1).lower()) == ["益阳金山商贸有限公司"]
    assert len(listed(CAST.wu, words="金山")) == 2
    for stranger in (CAST.chen, CAST.mao, CAST.qian):
        assert listed(stranger, words="金山") == []
        assert listed(stranger) == []


def test_what_is_in_a_house_stands_where_the_house_does_and_is_found_by_it() -> None:
    house = flat(building())
    first = organisation(place=PlaceGiven(house_id=house.pk))
    organisation("楼上培训", facts={"place_kind": "school"}, place=PlaceGiven(house_id=house.pk))
    assert (first.address, first.grid_code, first.position) == (house.address, GRID_1, house.position)
    assert listed(CAST.lin, house_id=house.pk) == ["金山便利店", "楼上培训"]
    assert listed(CAST.lin, words="金山花园3栋") == ["金山便利店", "楼上培训"]
    with eyes(CAST.wu):
        assert used_by_organisations(CAST.wu, "dwellings.house", house.pk)[0].count == 2
    with pytest.raises(refusals.PlaceMissing):
        organisation("别处", actor=CAST.chen, place=PlaceGiven(house_id=house.pk))


def test_a_place_needs_an_address_and_at_least_a_community_of_ones_own() -> None:
    row = organisation(place=PlaceGiven(address="迎春路3号", area_code=COMMUNITY), actor=CAST.wu)
    assert (row.position, row.community_code, row.grid_code) == (None, COMMUNITY, None)
    for wrong in (PlaceGiven(area_code=GRID_1), PlaceGiven(address="迎春路3号"), at_door(address="")):
        with pytest.raises(refusals.PlaceMissing):
            organisation(place=wrong)
    for far in (at_door(GRID_2), PlaceGiven(address="五一路8号", area_code=FAR_GRID)):
        with pytest.raises(refusals.OutsideOwnArea):
            organisation(place=far)


def test_one_code_is_one_record_and_elsewhere_is_all_that_is_told() -> None:
    organisation("甲公司", COMPANY, facts={"credit_code": code(1)})
    with pytest.raises(refusals.CodeHere):
        organisation("乙公司", COMPANY, facts={"credit_code": code(1)})
    with pytest.raises(refusals.CodeElsewhere) as told:
        organisation("乙公司", COMPANY, actor=CAST.chen, grid=GRID_2, facts={"credit_code": code(1)})
    assert "甲公司" not in told.value.text
    assert GRID_1 not in str(told.value.data)


def test_places_are_run_by_what_is_open_and_no_place_itself() -> None:
    company = organisation("甲公司", COMPANY)
    shop = organisation("甲便利店", operator_id=company.pk)
    assert listed(CAST.lin, operator_id=company.pk) == ["甲便利店"]
    for kind, operator in ((PLACE, shop), (COMPANY, company)):
        with pytest.raises(refusals.OperatorUnfit):
            organisation("乙", kind, operator_id=operator.pk)
    with pytest.raises(refusals.OperatorUnfit):
        organisation("乙", actor=CAST.chen, grid=GRID_2, operator_id=company.pk)


def test_lists_narrow_and_areas_are_counted_grid_by_grid() -> None:
    organisation("一店", facts={"uses_gas": True, "people_sleep": False})
    organisation("二店", actor=CAST.chen, grid=GRID_2, facts={"place_kind": "hotel"})
    organisation("三公司", COMPANY, facts={"industry": "F"})
    for wanted, names in (
        ({"kind": ("place",)}, ["二店", "一店"]),
        ({"place_kind": ("hotel",)}, ["二店"]),
        ({"industry": ("F",)}, ["三公司"]),
        ({"uses_gas": True}, ["一店"]),
        ({"people_sleep": True}, []),
        ({"status": ("closed",)}, []),
        ({"is_due": True}, []),
        ({"area_code": GRID_2}, ["二店"]),
        ({"area_code": FOREIGN_GRID}, []),
    ):
        assert listed(CAST.wu, **wanted) == names, wanted
    with eyes(CAST.wu):
        whole, counted = counts_by_area(CAST.wu, None, on=TODAY)
    assert whole == COMMUNITY
    assert [(one.area_code, one.kinds, one.due) for one in counted] == [
        (GRID_1, {"place": 1, "legal_entity": 1}, 0),
        (GRID_2, {"place": 1}, 0),
    ]
    with eyes(CAST.lin):
        assert [one.total for one in counts_by_area(CAST.lin, None, on=TODAY)[1]] == [2]
        assert counts_by_area(CAST.lin, GRID_2, on=TODAY)[1] == []
    assert OrganisationKind.PLACE.form_kind == "organisations.place"


def test_what_lies_elsewhere_is_not_walked_past() -> None:
    here = organisation("金山便利店")
    with eyes(REGISTRAR):
        Key.objects.bulk_create(
            Key(organisation_id=here.pk, text=f"金山{number:05d}", scope_code=FOREIGN_GRID)
            for number in range(MANY)
        )
    reach = reach_of("金山")
    assert reach
    with eyes(CAST.lin), connection.cursor() as cursor:
        cursor.execute(FETCHED)
        before = cursor.fetchone()[0]
        assert found_between(FIND, *reach, most=100) == [here.pk]
        cursor.execute(FETCHED)
        assert cursor.fetchone()[0] - before < 20
