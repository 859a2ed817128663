"""Changing a record field by field, saying that it holds, opening numbers."""

from dataclasses import replace
from datetime import timedelta

import pytest

from jingwei.domains.residents.contracts import RESIDENT
from jingwei.domains.residents.models import ResidentChange
from jingwei.domains.residents.rules.refusals import NumberMissing, RegisteredElsewhere, ResidentNotFound
from jingwei.domains.residents.services import changing
from jingwei.domains.residents.services.changing import change_resident, confirm_resident, reveal_resident
from jingwei.domains.residents.tests.people import PHONE, listed, number, read, resident
from jingwei.foundation.forms.contracts import SeenBy
from jingwei.foundation.forms.services.reading import form_of
from jingwei.foundation.privacy.contracts import Purpose
from jingwei.foundation.privacy.models import Reveal
from jingwei.foundation.scoping import eyes
from jingwei.kernel.errors import DomainError, Forbidden
from tests.cast import CAST, GRID_2, MONDAY_10

pytestmark = pytest.mark.django_db
LATER = MONDAY_10 + timedelta(days=30)


def test_two_people_change_different_fields_and_both_stand_the_same_field_is_asked_back() -> None:
    row = resident("王小明", 1)
    change_resident(CAST.lin, row.pk, {"phone": PHONE}, version=1, remark="", at=LATER)
    change_resident(CAST.wu, row.pk, {"name": "王晓明"}, version=1, remark="更名", at=LATER)
    now = read(CAST.lin, row.pk)
    assert (now.name, now.version, "phone" in now.sealed) == ("王晓明", 3, True)
    assert listed(CAST.lin, words="晓明") == ["王晓明"]
    assert listed(CAST.lin, words="王小") == []
    with pytest.raises(DomainError) as refused:
        change_resident(CAST.deng, row.pk, {"name": "王明"}, version=1, remark="", at=LATER)
    assert (refused.value.code, refused.value.data["fields"][0]["by"]) == ("forms.edit_conflict", "吴芳")
    with eyes(CAST.lin):
        lines = list(ResidentChange.objects.filter(resident_id=row.pk).order_by("record_version"))
    assert [one.deed for one in lines] == ["registered", "changed", "changed"]
    assert lines[2].facts == {"name": ["王小明", "王晓明"]}
    assert PHONE not in str([one.facts for one in lines])
    assert "phone" in lines[1].facts


def test_a_corrected_number_moves_the_index_and_may_not_be_somebody_elses() -> None:
    row = resident("王小明", 1)
    resident("李四", 2, actor=CAST.chen, grid=GRID_2)
    with pytest.raises(RegisteredElsewhere):
        change_resident(CAST.lin, row.pk, {"identity": number(2)}, version=1, remark="", at=LATER)
    change_resident(CAST.lin, row.pk, {"identity": number(3, "19500101")}, version=1, remark="", at=LATER)
    assert read(CAST.lin, row.pk).birth_year == 1950
    resident("王小明", 1, at=LATER)  # the old number is free again


def test_confirming_is_one_tap_and_moves_the_day_it_is_due() -> None:
    row = resident("王小明", 1)
    due = read(CAST.lin, row.pk).due_on
    confirm_resident(CAST.lin, row.pk, source="visit", at=LATER)
    seen = read(CAST.lin, row.pk)
    assert (seen.seen_at, seen.source, seen.version) == (LATER, "visit", 2)
    assert due
    assert seen.due_on
    assert seen.due_on - due == timedelta(days=30)
    with pytest.raises(ResidentNotFound):
        confirm_resident(CAST.chen, row.pk, source="visit", at=LATER)


def test_numbers_are_opened_for_a_purpose_and_the_look_is_recorded() -> None:
    row = resident("王小明", 1, facts={"phone": PHONE})
    opened = reveal_resident(
        CAST.lin, row.pk, [], purpose=Purpose.VISIT_RESIDENT, remark="上门", at=MONDAY_10
    )
    assert opened == {"identity": number(1), "phone": PHONE}
    with eyes(CAST.machine):
        looks = Reveal.objects.filter(target=f"residents.resident:{row.pk}", manner="opened")
        assert {(one.field, one.purpose) for one in looks} == {
            ("residents.person.identity", "visit_resident"),
            ("residents.person.phone", "visit_resident"),
        }
    with pytest.raises(NumberMissing):
        reveal_resident(CAST.lin, row.pk, ["document"], purpose=Purpose.KEEP_RECORD, remark="", at=MONDAY_10)
    with pytest.raises(ResidentNotFound):
        reveal_resident(CAST.mao, row.pk, [], purpose=Purpose.KEEP_RECORD, remark="", at=MONDAY_10)
    with pytest.raises(Forbidden):
        reveal_resident(CAST.qian, row.pk, [], purpose=Purpose.KEEP_RECORD, remark="", at=MONDAY_10)


def test_what_a_city_shows_masked_is_opened_the_same_way_though_it_is_not_sealed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    row = resident("王小明", 1, facts={"birth_year": 1980})
    form = form_of(RESIDENT)
    masked = [replace(one, seen_by=SeenBy.NEED) if one.key == "birth_year" else one for one in form.fields]
    monkeypatch.setattr(changing, "form_of", lambda kind: replace(form, fields=tuple(masked)))
    opened = reveal_resident(
        CAST.lin, row.pk, ["birth_year"], purpose=Purpose.VISIT_RESIDENT, remark="上门", at=MONDAY_10
    )
    assert opened == {"birth_year": str(read(CAST.lin, row.pk).birth_year)}
    with eyes(CAST.machine):
        looks = Reveal.objects.filter(target=f"residents.resident:{row.pk}", manner="opened")
        assert [one.field for one in looks] == ["residents.person.birth_year"]
