"""Every door that gives something a name refuses every red line in every wording, and says why."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.test import RequestFactory

from jingwei.config.wiring import RECORD_KINDS, SHEETS, SOURCES
from jingwei.domains.concerns.queries.topics import TopicRow
from jingwei.domains.concerns.services import save_topic
from jingwei.domains.ledger.queries.kinds import ResourceKindRow
from jingwei.domains.ledger.services.kinds import save_resource_kind
from jingwei.domains.routing.rules.items import NewItem, item_faults
from jingwei.domains.routing.services.duties import start_draft
from jingwei.domains.routing.services.duty_sheet import DUTY_SHEET
from jingwei.domains.routing.services.lists import load_item_list, save_unit_kind
from jingwei.domains.routing.services.sheets import ITEM_SHEET
from jingwei.domains.tasking.contracts import FieldKind
from jingwei.domains.tasking.rules.forms import FormField, require_form
from jingwei.domains.workforce.contracts import ForceKind, Ground, Tier
from jingwei.domains.workforce.rules.standard import DEFAULT_STANDARD
from jingwei.domains.workforce.services.standards import enter_standard
from jingwei.domains.workforce.services.teams import TeamFacts, save_team
from jingwei.foundation.access.contracts import Role
from jingwei.foundation.access.services import create_post
from jingwei.foundation.administration.services.sheets import POST_SHEET
from jingwei.foundation.edge import Input, require_known_parameters
from jingwei.foundation.forms.contracts import Code, Field
from jingwei.foundation.forms.contracts import FieldKind as FormFieldKind
from jingwei.foundation.forms.services.drafting import change_draft
from jingwei.foundation.forms.services.tables import save_code_table
from jingwei.foundation.imports.contracts import Column, text
from jingwei.foundation.imports.contracts.exports import TakenColumn
from jingwei.foundation.imports.services.registry import BadSheet, register_sheets
from jingwei.foundation.imports.services.sources import BadSource, register_sources
from jingwei.foundation.imports.services.uploads import refuse_forbidden
from jingwei.foundation.preferences.rules import named
from jingwei.kernel.errors import DomainError
from jingwei.kernel.redlines import refuse_red_lines
from jingwei.kernel.tests.test_redlines import ALLOWED, FORBIDDEN
from tests.cast import CAST, COMMUNITY, MONDAY_10, centre
from tests.redlines.figures import count

LABELS = [label for labels in FORBIDDEN.values() for label in labels]
GOOD = NewItem(
    item_code="010101",
    class_name="市容环境",
    subclass_name="环境卫生",
    item_name="暴露垃圾",
    definition="公共区域的垃圾未清走",
    unit_kind="sanitation",
    accept_limit="2h",
    handle_limit="1d",
    verify_limit="4h",
    evidence="none",
    handling_standard="清运",
    closing_standard="无残留",
    is_urgent=False,
    legal_basis="",
)


class _Form(Input):
    words: str = ""


def _field_of_form(**names: str) -> None:
    field = replace(Field("colour", "颜色", "Colour", FormFieldKind.TEXT), **names)
    change_draft(
        CAST.ding,
        RECORD_KINDS[0].key,
        title_zh="房屋",
        title_en="House",
        fields=[field],
        period_days=0,
        edition=1,
        at=MONDAY_10,
    )


class Refused(Exception):
    """A door that answers with faults, not with an exception."""


def _item(**names: str) -> None:
    faults = item_faults(1, replace(GOOD, **names), ["sanitation"])
    if faults:
        assert {fault.column for fault in faults} == set(names)
        raise Refused(faults[0].message_zh)


def _cell(sheet: Any, name: str, label: str) -> None:
    column = next(one for one in (*sheet.columns, *sheet.options) if one.name == name)
    column.parse(label)


def _filter(label: str) -> None:
    require_known_parameters(RequestFactory().get("/", {label: "1"}), frozenset({"words", label} - {label}))


def _sheet(label: str) -> None:
    column = Column("one", label, "One", text())
    register_sheets([replace(SHEETS[0], columns=(*SHEETS[0].columns, column))])


def _export(label: str) -> None:
    column = TakenColumn("one", label, "One")
    register_sources([replace(SOURCES[0], columns=(*SOURCES[0].columns, column))])


DOORS: dict[str, Callable[[str], object]] = {
    "header of an imported file": lambda label: refuse_forbidden([label]),
    "name of an imported file": lambda label: refuse_red_lines(
        [f"{label}.xlsx"], place_zh="文件名", place_en="a file"
    ),
    "item": lambda label: _item(item_name=label[:60]),
    "sub-class of items": lambda label: _item(subclass_name=label[:40]),
    "class of items": lambda label: _item(class_name=label[:40]),
    "name of an item list": lambda label: load_item_list(
        CAST.ding, label, [GOOD], MONDAY_10.date(), at=MONDAY_10
    ),
    "name of an imported item list": lambda label: _cell(ITEM_SHEET, "list_name", label),
    "name of a duty matrix": lambda label: start_draft(CAST.ding, label, at=MONDAY_10),
    "name of an imported duty matrix": lambda label: _cell(DUTY_SHEET, "list_name", label),
    "kind of unit": lambda label: save_unit_kind(CAST.ding, "some_kind", name_zh=label, name_en="Some kind"),
    "kind of resource": lambda label: save_resource_kind(
        CAST.ding, ResourceKindRow("some_kind", label[:40], "Some kind", "", "", True)
    ),
    "topic of people's concerns": lambda label: save_topic(
        CAST.ding, TopicRow("09", label[:40], "", is_active=True)
    ),
    "kind of force": lambda label: enter_standard(
        CAST.ding,
        [ForceKind("some_force", label[:40], "Some", Tier.OTHER, Ground.GRID, None, False)],
        replace(DEFAULT_STANDARD, from_on=date(2099, 1, 1)),
        at=MONDAY_10,
    ),
    "name of a team": lambda label: save_team(
        CAST.wu,
        uuid4(),
        TeamFacts(label[:60], "", COMMUNITY, [], None),
        version=0,
        is_dissolved=False,
        at=MONDAY_10,
    ),
    "title of a post": lambda label: create_post(
        title=label, role=Role.DESK, area_code=COMMUNITY, unit_id=centre(COMMUNITY)
    ),
    "title of an imported post": lambda label: _cell(POST_SHEET, "title", label),
    "field of a task's form": lambda label: require_form([FormField("f1", label, FieldKind.TEXT)]),
    "choice in a task's form": lambda label: require_form(
        [FormField("f1", "类别", FieldKind.CHOICE, options=("其他", label))]
    ),
    "field of a record's form": lambda label: _field_of_form(label_zh=label),
    "part of a record's form": lambda label: _field_of_form(section_zh=label),
    "code of a code table": lambda label: save_code_table(
        CAST.ding, "stall_kind", title_zh="摊位", title_en="Stall", source="", codes=[Code("a", label, "A")]
    ),
    "saved view": named,
    "field of a request": lambda label: _Form.model_validate({"words": "x", label: "1"}),
    "filter of a list": _filter,
    "column of a sheet to come": _sheet,
    "column of an export to come": _export,
}


@pytest.mark.parametrize("door", DOORS)
def test_a_door_refuses_every_wording_of_every_red_line(door: str) -> None:
    let_in = []
    for label in LABELS:
        try:
            DOORS[door](label)
        except (DomainError, Refused, BadSheet, BadSource) as refusal:
            _require_reason(refusal, label)
            count("refused")
        else:
            let_in.append(label)
        count("probes")
    assert let_in == []
    count("doors")


def _require_reason(refusal: Exception, label: str) -> None:
    """People are told why; programmers which word."""
    if isinstance(refusal, DomainError):
        assert any(word in refusal.text for word in ("本平台", "不", "秘密")), refusal.text
        assert refusal.text_en
    else:
        assert str(refusal)


@pytest.mark.parametrize("door", ["saved view", "field of a request", "item", "header of an imported file"])
def test_a_door_takes_what_only_looks_like_it(door: str) -> None:
    refused = []
    for label in ALLOWED:
        try:
            DOORS[door](label)
        except DomainError as refusal:
            refused.append((label, refusal.code))
        except Refused as refusal:
            refused.append((label, str(refusal)))
        except ValueError:  # an unknown field is a misspelling, and is told as one
            assert door == "field of a request"
    assert refused == []
