"""Registering somebody, finding them again, and what is told of a number that stands elsewhere."""

import pytest

from jingwei.domains.residents.models import Residence, Resident
from jingwei.domains.residents.rules.refusals import (
    AlreadyHere,
    LookedUpTooOften,
    OutsideOwnArea,
    PlaceMissing,
    RegisteredElsewhere,
)
from jingwei.domains.residents.services import finding
from jingwei.domains.residents.services.finding import find_residents
from jingwei.domains.residents.tests.people import PHONE, home, listed, number, read, resident
from jingwei.foundation.privacy.models import Reveal
from jingwei.foundation.scoping import eyes
from jingwei.kernel.errors import DomainError
from tests.cast import CAST, COMMUNITY, FAR_GRID, GRID_1, GRID_2, MONDAY_10

pytestmark = pytest.mark.django_db


def test_somebody_is_registered_once_and_found_by_name_sound_initials_and_address() -> None:
    row = read(CAST.lin, resident("单小明", facts={"phone": PHONE, "gender": "男"}).pk)
    assert (row.birth_year, row.gender, row.scope_code, row.version) == (1988, "1", GRID_1, 1)
    assert row.due_on
    assert row.identity_index
    assert number(1) not in str(vars(row))
    for words in ("单小明", "小明", "shanx", "sxm", "迎春路", "12号"):
        assert listed(CAST.lin, words=words) == ["单小明"], words
        assert listed(CAST.chen, words=words) == [], words
    assert listed(CAST.wu, words="单", area_code=GRID_2) == []
    assert listed(CAST.wu, band="18-59", living=(1,)) == ["单小明"]
    assert listed(CAST.wu, band="80+") == [] == listed(CAST.wu, is_ended=True)
    with eyes(CAST.lin):
        home_now = Residence.objects.visible_to(CAST.lin).get(resident_id=row.pk)
    assert (home_now.to_on, home_now.address, home_now.scope_code) == (None, "迎春路12号", GRID_1)


def test_lists_go_by_the_sound_of_names_page_by_page() -> None:
    for order, name in enumerate(("张三", "安娜", "单英", "李四"), 1):
        resident(name, order)
    assert listed(CAST.lin) == ["安娜", "李四", "单英", "张三"]


def test_a_number_in_the_own_area_and_one_elsewhere_are_told_apart_and_nothing_more_is_told() -> None:
    first = resident("王小明", 1, grid=GRID_1)
    with pytest.raises(AlreadyHere):
        resident("王小明", 1)
    with pytest.raises(RegisteredElsewhere) as told:
        resident("王小明", 1, actor=CAST.chen, grid=GRID_2)
    said = f"{told.value.text} {told.value.text_en} {told.value.data}"
    assert not any(word in said for word in ("王", "迎春", GRID_1, str(first.pk)))
    with eyes(CAST.machine):
        looks = Reveal.objects.filter(target=f"residents.resident:{first.pk}", manner="searched")
        assert {one.viewer_name for one in looks} == {"林晓", "陈平"}
        assert Resident.objects.unscoped("a test counts").count() == 1


def test_people_are_found_by_a_whole_number_or_the_tail_of_a_telephone_within_the_own_area_only() -> None:
    row = resident("王小明", 1, facts={"other_phone": PHONE, "document": "护照 E12345678"})
    resident("李四", 2, actor=CAST.chen, grid=GRID_2, facts={"phone": PHONE})
    for asked in (number(1), number(1).lower(), PHONE, "138-7371-1234", "1234", "护照 E12345678"):
        found = find_residents(CAST.lin, asked, remark="核对", at=MONDAY_10)
        assert [one.pk for one in found] == [row.pk], asked
    assert find_residents(CAST.lin, number(2), remark="", at=MONDAY_10) == []
    assert find_residents(CAST.mao, PHONE, remark="", at=MONDAY_10) == []
    assert len(find_residents(CAST.wu, "1234", remark="", at=MONDAY_10)) == 2
    with pytest.raises(DomainError) as refused:
        find_residents(CAST.lin, "430902198806150013", remark="", at=MONDAY_10)
    assert refused.value.code == "forms.bad_facts"
    with eyes(CAST.machine):
        fields = set(
            Reveal.objects.filter(target=f"residents.resident:{row.pk}").values_list("field", flat=True)
        )
    assert {"residents.person.identity", "residents.person.phone", "residents.person.document"} <= fields


def test_looking_up_numbers_is_limited_for_each_post_also_when_nothing_is_found(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(finding, "LOOKS_AN_HOUR", 2)
    for _ in range(2):
        assert find_residents(CAST.lin, number(7), remark="", at=MONDAY_10) == []
    with pytest.raises(LookedUpTooOften):
        find_residents(CAST.lin, number(7), remark="", at=MONDAY_10)
    with pytest.raises(LookedUpTooOften):
        resident("赵六", 7)
    assert find_residents(CAST.wu, number(7), remark="", at=MONDAY_10) == []


def test_a_home_lies_in_the_own_area_and_names_its_community() -> None:
    for wrong, place in (
        (OutsideOwnArea, {"grid": FAR_GRID}),
        (PlaceMissing, {"address": " "}),
        (PlaceMissing, {"grid": COMMUNITY[:9]}),
    ):
        with pytest.raises(wrong):
            resident("王小明", 1, **place)  # type: ignore[arg-type]
    assert home().area_code == GRID_1


def test_what_is_wrong_is_told_at_the_fields() -> None:
    with pytest.raises(DomainError) as refused:
        resident("", None, facts={"identity": "430902198806150013", "phone": "12", "血型": "A"})
    assert refused.value.code in {"forms.bad_facts", "red_line"}
    with pytest.raises(DomainError) as crossed:
        resident("王小明", None, facts={"religion": "x"})
    assert "religion" not in crossed.value.text or crossed.value.code != "forms.bad_facts"
