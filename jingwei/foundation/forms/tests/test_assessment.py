"""What is kept of people, from the definitions; and which fields nobody uses."""

import ast
import importlib
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from jingwei.foundation.forms.queries.assessment import kept_fields
from jingwei.foundation.forms.queries.unused import unused_fields
from jingwei.foundation.forms.services.using import note_used, write_counts
from jingwei.foundation.forms.tests.demonstration import KIOSK
from jingwei.foundation.privacy.contracts import Mask, PersonalField, Purpose
from jingwei.foundation.privacy.services import note_looks
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import local, now
from tests.calling import Call
from tests.cast import CAST

ROOT = Path(__file__).resolve().parents[4]


def test_every_personal_field_of_the_program_stands_in_the_assessment() -> None:
    kept = kept_fields()
    told = {id(one) for one in kept}
    missing = []
    for path in sorted((ROOT / "jingwei").rglob("*.py")):
        if "tests" in path.parts or "PersonalField(" not in (text := path.read_text(encoding="utf-8")):
            continue
        module = importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
        names = [
            node.targets[0].id
            for node in ast.parse(text).body
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
        ]
        found = [getattr(module, name) for name in names]
        missing += [one.name for one in found if isinstance(one, PersonalField) and id(one) not in told]
    assert missing == []
    assert len({one.name for one in kept}) == len(kept) >= 8


def test_the_assessment_says_what_the_forms_say_and_how_often_people_looked(call: Call) -> None:
    for viewer in (CAST.wu, CAST.zhao, CAST.wu):
        with eyes(viewer):
            field = PersonalField(f"{KIOSK}.keeper_id", "", "", "", 1, Mask.IDENTITY)
            note_looks(
                viewer, field, [(f"x:{uuid4()}", None, "")], purpose=Purpose.FOLLOW_UP, remark="", at=now()
            )
    told = call(CAST.ding, "GET", "/forms/assessment").json()
    kiosk = next(one for one in told["forms"] if one["kind"] == KIOSK)
    assert (kiosk["kind"], kiosk["other_fields"], len(kiosk["fields"])) == (KIOSK, 2, 1)
    field_told = kiosk["fields"][0]
    assert (field_told["looks"], field_told["lookers"]) == (3, 2)
    assert (field_told["purpose"], field_told["retention_days"], field_told["seen_by"]) == (
        "核对经营者",
        365,
        "need",
    )
    assert {one["name"] for one in told["other"]} == {one.name for one in kept_fields()}
    assert len(told["never"]) >= 10


@pytest.mark.slow
def test_the_assessment_is_printed(call: Call) -> None:
    answer = call(CAST.ding, "GET", "/forms/assessment.pdf?language=en")
    assert b"".join(answer.streaming_content).startswith(b"%PDF-")


def test_a_required_field_that_nobody_uses_is_reported(db: None) -> None:
    today = local(now()).date()
    long_ago = today - timedelta(days=91)
    given = Counter({(KIOSK, "name"): 3, (KIOSK, "opened_on"): 3, ("test.gone", "name"): 1})
    write_counts("given", given, on=today - timedelta(days=30))
    assert unused_fields(on=today) == []
    write_counts("given", given, on=long_ago)
    found = unused_fields(on=today)
    assert [(one.field.key, one.given, one.first_given_on) for one in found] == [("name", 6, long_ago)]
    write_counts("used", Counter({(KIOSK, "name"): 1}), on=long_ago)
    assert len(unused_fields(on=today)) == 1
    with eyes(CAST.wu):
        looked = PersonalField(f"{KIOSK}.name", "", "", "", 1, Mask.NAME)
        note_looks(CAST.wu, looked, [("x:1", None, "")], purpose=Purpose.FOLLOW_UP, remark="", at=now())
    assert unused_fields(on=today) == []


def test_a_filter_or_a_column_taken_along_is_a_use_and_told_once_a_day(
    django_capture_on_commit_callbacks: Callable[..., Any], db: None
) -> None:
    today = local(now()).date()
    write_counts("given", Counter({(KIOSK, "name"): 3}), on=today - timedelta(days=91))
    for _ in range(2):
        with django_capture_on_commit_callbacks(execute=True) as waiting:
            note_used(KIOSK, ("name", "area_code", "seen_at"), on=today)
    assert waiting == []
    assert unused_fields(on=today) == []
