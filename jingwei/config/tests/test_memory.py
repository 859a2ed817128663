"""Whatever is kept in memory gets a new mark from everything that changes it, in the same transaction."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from jingwei.config.standard import standard_items
from jingwei.domains.clocks.contracts import SpecialDay
from jingwei.domains.clocks.queries.policy import policy_at
from jingwei.domains.clocks.services.calendar import enter_year, set_working_hours
from jingwei.domains.clocks.services.policy import enter_policy
from jingwei.domains.routing.contracts import NewLine
from jingwei.domains.routing.services.duties import load_duties, open_duties, start_draft, withdraw_duties
from jingwei.domains.routing.services.lists import load_item_list, withdraw_item_list
from jingwei.foundation.access.contracts import NewUnit
from jingwei.foundation.access.services import open_units
from jingwei.foundation.access.services.standing import move_unit
from jingwei.foundation.access.services.units import remove_unit, rename_unit, set_public_phone, switch_unit
from jingwei.foundation.areas.services import publish_edition
from jingwei.foundation.forms.contracts import Code
from jingwei.foundation.forms.queries.registry import all_kinds
from jingwei.foundation.forms.services.drafting import publish_draft
from jingwei.foundation.forms.services.drafting import start_draft as start_form
from jingwei.foundation.forms.services.tables import save_code_table
from jingwei.foundation.memory.models import Mark
from jingwei.foundation.memory.services import _known
from jingwei.foundation.scoping import eyes
from jingwei.kernel.ids import uuid7
from tests.cast import CAST, COMMUNITY, MONDAY_10, centre

pytestmark = pytest.mark.django_db
TODAY = MONDAY_10.date()
LINE = NewLine(lead="water_company", item_prefix="0101")


def marks() -> dict[str, object]:
    return dict(Mark.objects.values_list("name", "mark"))


def touched(change: Callable[[], object]) -> set[str]:
    before = marks()
    change()
    after = marks()
    return {name for name in after if after[name] != before.get(name)}


def test_units_and_the_division() -> None:
    unit_id = uuid7()
    new = NewUnit(unit_id, "K-1", "新设单位", "water_company", COMMUNITY, centre(COMMUNITY), False)
    changes: list[Callable[[], object]] = [
        lambda: open_units([new]),
        lambda: rename_unit(unit_id, "改名单位"),
        lambda: set_public_phone(unit_id, "0737-4321000"),
        lambda: switch_unit(unit_id, on=False),
        lambda: move_unit(unit_id, COMMUNITY),
        lambda: remove_unit(unit_id),
    ]
    with eyes(CAST.machine):
        assert [touched(change) for change in changes] == [{"access.centres"}] * len(changes)
        assert touched(lambda: publish_edition(at=MONDAY_10)) == {"areas"}


def test_calendar_and_policy() -> None:
    calendar = {"clocks.calendar"}
    policy = replace(policy_at(MONDAY_10), from_on=TODAY)
    off = ((1, 1), (5, 1), (10, 1), (10, 2), (10, 3))
    days = [SpecialDay(date(2031, month, day), False, "节日") for month, day in off]
    assert touched(lambda: set_working_hours(CAST.ding, [(480, 720)])) == calendar
    assert touched(lambda: enter_policy(CAST.ding, policy, at=MONDAY_10)) == {"clocks.policy"}
    assert touched(lambda: enter_year(CAST.ding, 2031, days, at=MONDAY_10)) == calendar


def test_items_and_duties() -> None:
    later, items, duties = TODAY + timedelta(days=9), {"routing.items"}, {"routing.duties"}
    lists: list[int] = []
    drafts: list[int] = []
    assert (
        touched(
            lambda: lists.append(
                load_item_list(CAST.ding, "新清单", standard_items()[:3], later, at=MONDAY_10).pk
            )
        )
        == items
    )
    assert touched(lambda: withdraw_item_list(CAST.ding, lists[0], at=MONDAY_10)) == items
    assert touched(lambda: load_duties(CAST.ding, "权责", [LINE], TODAY, at=MONDAY_10)) == duties
    assert touched(lambda: drafts.append(start_draft(CAST.ding, "下一版", at=MONDAY_10).pk)) == set()
    assert (
        touched(lambda: open_duties(CAST.ding, drafts[0], valid_from_on=later, lines_seen=1, at=MONDAY_10))
        == duties
    )
    assert touched(lambda: withdraw_duties(CAST.ding, drafts[0], at=MONDAY_10)) == duties


def test_forms_and_code_tables() -> None:
    kind = all_kinds()[0].key
    draft = start_form(CAST.ding, kind, at=MONDAY_10)
    assert touched(
        lambda: publish_draft(CAST.ding, kind, valid_from=TODAY, edition=draft.edition, at=MONDAY_10)
    ) == {"forms"}
    codes = [Code("01", "一类", "First", True)]
    assert touched(
        lambda: save_code_table(
            CAST.ding, "city_things", title_zh="物品", title_en="Things", source="本市", codes=codes
        )
    ) == {"forms"}


def test_every_thing_that_is_kept_is_named_here() -> None:
    assert set(_known) - {"tests"} == {
        "access.centres",
        "areas",
        "clocks.calendar",
        "clocks.policy",
        "forms",
        "routing.duties",
        "routing.items",
    }
