"""Facts read by their form, and what of a record is shown."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from jingwei.foundation.forms.contracts import Form
from jingwei.foundation.forms.rules.definitions import first_form
from jingwei.foundation.forms.rules.refusals import BadFacts
from jingwei.foundation.forms.services.reading import columns_of, form_of, form_seen, read_facts, shown_facts
from jingwei.foundation.forms.services.recording import apply
from jingwei.foundation.forms.tests.demonstration import EXTRA, KIND, KIOSK
from jingwei.foundation.forms.tests.kiosks import kiosk
from jingwei.foundation.imports.contracts import BadCell
from jingwei.kernel.errors import Invalid
from jingwei.kernel.redlines import RedLineCrossed
from tests.cast import MONDAY_10

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 16)
FORM: Form = replace(first_form(KIND), fields=(*KIND.built_in, *EXTRA), version=3)
GIVEN: dict[str, Any] = {
    "name": "东门一号",
    "opened_on": "2020-05-01",
    "keeper_id": "11010519491231002X",
    "area_m2": 12.5,
    "uses": ["30"],
    "phone": "138 0013 8000",
    "rent": 800,
    "owner": "李四",
}


def test_values_are_sorted_by_where_they_are_kept() -> None:
    reading = read_facts(FORM, GIVEN, is_partial=False, on=TODAY)
    assert reading.built_in == {"name": "东门一号", "opened_on": date(2020, 5, 1)}
    assert reading.plain == {"area_m2": 12.5, "uses": ["30"], "rent": 800, "owner": "李四"}
    assert set(reading.sealed) == {"keeper_id", "phone"}
    assert "110105" not in repr(reading)
    assert "13800138000" not in repr(reading)


def test_every_fault_is_told_at_once_and_nothing_given_is_repeated() -> None:
    bad = GIVEN | {"name": "", "keeper_id": "110105194912310021", "area_m2": "宽", "colour": "红"}
    with pytest.raises(BadFacts) as refusal:
        read_facts(FORM, bad, is_partial=False, on=TODAY)
    assert {one["field"] for one in refusal.value.data["faults"]} == {
        "name",
        "keeper_id",
        "area_m2",
        "colour",
    }
    assert all(one["message"].endswith("。") for one in refusal.value.data["faults"])
    assert "110105194912310021" not in refusal.value.text + str(refusal.value.data)


def test_a_part_may_be_given_but_what_is_required_is_not_cleared() -> None:
    assert read_facts(FORM, {"rent": None}, is_partial=True, on=TODAY).plain == {"rent": None}
    assert read_facts(FORM, {}, is_partial=True, on=TODAY).keys == frozenset()
    for given, is_partial in (({"name": " "}, True), ({}, False)):
        with pytest.raises(BadFacts) as refusal:
            read_facts(FORM, given, is_partial=is_partial, on=TODAY)
        assert [one["field"] for one in refusal.value.data["faults"]] == ["name"]


def test_what_is_never_taken_and_what_cannot_be_stored_is_refused() -> None:
    with pytest.raises(RedLineCrossed):
        read_facts(FORM, {"宗教信仰": "x"}, is_partial=True, on=TODAY)
    with pytest.raises(Invalid) as refusal:
        read_facts(FORM, {"uses": ["30\x00"]}, is_partial=True, on=TODAY)
    assert refusal.value.code == "bad_character"


def test_sealed_values_are_masked_and_what_keepers_see_is_left_out_for_others() -> None:
    record = kiosk()
    apply(record, FORM, read_facts(FORM, GIVEN, is_partial=False, on=TODAY), at=MONDAY_10, source="desk")
    assert shown_facts(FORM, record, may_manage=False) == {
        "name": "东门一号",
        "opened_on": "2020-05-01",
        "keeper_id": "110***********002X",
        "area_m2": 12.5,
        "uses": ["30"],
        "phone": "138****8000",
        "owner": "******",
    }
    assert shown_facts(FORM, record, may_manage=True)["rent"] == 800
    assert "rent" not in {one.key for one in form_seen(FORM, may_manage=False).fields}


def test_a_form_is_columns_of_a_sheet() -> None:
    columns = {one.name: one for one in columns_of(FORM, on=TODAY)}
    assert list(columns) == [one.key for one in FORM.fields]
    assert columns["name"].required
    assert "办公" in columns["uses"].note_zh
    parsed = {name: columns[name].parse(cell) for name, cell in {"area_m2": "3,5", "uses": "办公"}.items()}
    assert parsed == {"area_m2": 35, "uses": ["60"]}
    with pytest.raises(BadCell):
        columns["keeper_id"].parse("110105194912310021")
    reading = read_facts(FORM, {"name": "北门", **parsed}, is_partial=False, on=TODAY)
    assert reading.plain == parsed
    assert reading.built_in == {"name": "北门"}
    assert Decimal(str(reading.plain["area_m2"])) == 35


def test_without_a_published_version_the_kind_s_own_form_holds() -> None:
    form = form_of(KIOSK, on=TODAY)
    assert (form.version, form.fields, form.period_days) == (0, KIND.built_in, 180)
