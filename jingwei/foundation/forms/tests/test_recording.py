"""Writing into a record field by field, and two who edit it at a time."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from jingwei.foundation.forms.models import FieldUse
from jingwei.foundation.forms.rules.definitions import first_form
from jingwei.foundation.forms.rules.refusals import EditConflict
from jingwei.foundation.forms.services.reading import read_facts
from jingwei.foundation.forms.services.recording import (
    apply,
    change_facts,
    merged,
    next_due,
    see_again,
    shown_changes,
    snapshot,
)
from jingwei.foundation.forms.services.revealing import reveal_facts
from jingwei.foundation.forms.services.sealing import lookup_of_tail, lookup_of_whole
from jingwei.foundation.forms.tests.demonstration import EXTRA, KIND, KIOSK
from jingwei.foundation.forms.tests.kiosks import change, kiosk
from jingwei.foundation.privacy.contracts import Purpose
from jingwei.foundation.privacy.models import Reveal
from jingwei.foundation.scoping import eyes
from jingwei.kernel.errors import StaleVersion
from tests.cast import CAST, MONDAY_10

pytestmark = pytest.mark.django_db
FORM = replace(first_form(KIND), fields=(*KIND.built_in, *EXTRA), version=3)
GIVEN = {
    "name": "东门一号",
    "keeper_id": "11010519491231002X",
    "phone": "13800138000",
    "rent": 800,
    "owner": "李四",
}
OTHER_ID = "110105199001010010"


def reading(**given: Any) -> Any:
    return read_facts(FORM, given, is_partial=True, on=MONDAY_10.date())


def stored(**given: Any) -> Any:
    record = kiosk()
    apply(record, FORM, reading(**(given or GIVEN)), at=MONDAY_10, source="desk")
    record._state.adding = False
    return record


def test_a_new_record_gets_its_moments_and_what_it_is_found_by() -> None:
    record = stored()
    assert (record.version, record.form_version, record.source) == (1, 3, "desk")
    assert record.registered_at == record.seen_at == record.changed_at == MONDAY_10
    assert record.due_on == date(2027, 5, 15) == next_due(KIOSK, MONDAY_10)
    assert lookup_of_whole(FORM, "keeper_id", "11010519491231002X") in record.lookups
    assert lookup_of_tail(FORM, "phone", "8000") in record.lookups
    assert lookup_of_tail(FORM, "phone", "8001") not in record.lookups
    assert "13800138000" not in json.dumps([record.facts, record.sealed, record.lookups])


def test_a_change_replaces_only_what_was_given() -> None:
    record = stored()
    found_by = list(record.lookups)
    before = snapshot(FORM, record)
    apply(record, FORM, reading(phone="13900139000", rent=None, name="西门"), at=MONDAY_10, source="phone")
    assert (record.version, record.name, "rent" in record.facts) == (2, "西门", False)
    assert record.facts["owner"] == "李四"
    assert found_by[:2] == record.lookups[:2]
    assert lookup_of_tail(FORM, "phone", "8000") not in record.lookups
    facts = change_facts(before, snapshot(FORM, record))
    assert facts == {"name": ["东门一号", "西门"], "phone": ["•", "•"], "rent": ["•", None]}
    assert shown_changes(FORM, facts, may_manage=False) == {
        "name": ["东门一号", "西门"],
        "phone": ["•", "•"],
    }


def test_two_who_edit_other_fields_are_both_kept() -> None:
    record = stored()
    record.version = 2
    columns = merged(FORM, record, [change(2, {"name": ["a", "b"]})], reading(rent=900), base_version=1)
    assert columns["facts"] == record.facts | {"rent": 900}
    assert set(columns) == {"facts", "sealed", "lookups", "form_version"}
    assert merged(FORM, record, [change(2, {"rent": ["•", "•"]})], reading(rent=800), base_version=1) == {}


def test_two_who_edit_the_same_field_are_shown_both_sides() -> None:
    record = stored()
    record.version = 3
    since = [
        change(3, {"keeper_id": ["•", "•"], "name": ["甲", "东门一号"]}),
        change(2, {"name": ["乙", "甲"]}, by="陈"),
    ]
    with pytest.raises(EditConflict) as refusal:
        merged(FORM, record, since, reading(name="丙", keeper_id=OTHER_ID, rent=5), base_version=1)
    told = {one["field"]: one for one in refusal.value.data["fields"]}
    assert set(told) == {"name", "keeper_id"}
    assert (told["name"]["yours"], told["name"]["theirs"], told["name"]["by"]) == (
        "丙",
        "东门一号",
        CAST.lin.name,
    )
    assert told["keeper_id"]["theirs"] == "110***********002X"
    assert OTHER_ID not in str(refusal.value.data)
    assert refusal.value.data["version"] == 3
    same = reading(keeper_id="11010519491231002x", name="东门一号")
    assert merged(FORM, record, since, same, base_version=1) == {}
    assert merged(FORM, record, since, reading(name="丙"), base_version=3)["name"] == "丙"
    with pytest.raises(StaleVersion):
        merged(FORM, record, [], reading(name="丙"), base_version=9)


def test_confirming_moves_the_day_on_which_it_is_due() -> None:
    record = stored()
    see_again(record, KIOSK, at=MONDAY_10 + timedelta(days=10))
    assert (record.due_on, record.version) == (date(2027, 5, 25), 1)


def test_what_is_filled_in_is_counted_once_a_transaction(
    django_capture_on_commit_callbacks: Callable[..., Any],
) -> None:
    with django_capture_on_commit_callbacks(execute=True) as waiting:
        stored()
        stored(name="二号", rent=1)
    assert len(waiting) == 1
    assert dict(FieldUse.objects.values_list("key", "given")) == {
        "name": 2,
        "rent": 2,
        "keeper_id": 1,
        "phone": 1,
        "owner": 1,
    }


def test_a_look_at_hidden_values_is_recorded_each() -> None:
    record = stored()
    with eyes(CAST.wu):
        found = reveal_facts(
            CAST.wu,
            FORM,
            record,
            may_manage=False,
            target=f"forms.kiosk:{record.pk}",
            subject_id=None,
            purpose=Purpose.FOLLOW_UP,
            remark="",
            at=MONDAY_10,
        )
        assert found == {"keeper_id": "11010519491231002X", "phone": "13800138000", "owner": "李四"}
        seen = set(Reveal.objects.values_list("field", "area_code"))
    assert seen == {(f"{KIOSK}.{key}", "4309") for key in found}
