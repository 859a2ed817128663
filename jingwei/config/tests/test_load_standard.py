"""The standard data: loaded once, complete, and left alone afterwards."""

import io
from datetime import date

import pytest
from django.core.management import call_command
from django.db import connection

from jingwei.config.standard import (
    StandardLoaded,
    load_standard,
    standard_days,
    standard_items,
    standard_years,
)
from jingwei.domains.clocks.contracts import parse_limit, write_limit
from jingwei.domains.clocks.models import CalendarDay, CalendarYear
from jingwei.domains.clocks.queries import special_days
from jingwei.domains.concerns.models import Topic
from jingwei.domains.ledger.models import ComponentKind, ResourceKind
from jingwei.domains.routing.models import Item, ItemList, UnitKind
from jingwei.domains.routing.queries import as_new, items_of, list_in_force
from jingwei.domains.routing.rules.items import LIMIT_UNITS, MOST_OF_UNIT, limit_cell
from jingwei.foundation.scoping import eyes
from tests.cast import CAST, MONDAY_10


def emptied() -> None:
    for model in (Item, ItemList, UnitKind, CalendarDay, CalendarYear, ComponentKind, ResourceKind, Topic):
        model.objects.all().delete()


@pytest.mark.django_db
def test_an_empty_city_gets_everything_and_a_second_time_nothing() -> None:
    emptied()
    assert load_standard(MONDAY_10) == StandardLoaded(
        unit_kinds=45,
        items=332,
        years=(2024, 2025, 2026),
        component_kinds=91,
        resource_kinds=12,
        concern_topics=47,
    )
    assert load_standard(MONDAY_10) == StandardLoaded(unit_kinds=0, items=0, years=())
    present = list_in_force(on=date(2024, 1, 1))
    assert present is not None
    assert as_new(items_of(present.id)) == standard_items()
    assert all(special_days(year) == standard_days(year) for year in standard_years())


@pytest.mark.django_db
def test_the_machine_that_loads_is_named_in_the_audit() -> None:
    emptied()
    load_standard(MONDAY_10)
    with eyes(CAST.machine), connection.cursor() as cursor:
        cursor.execute(
            "select distinct actor_name, role from audit_entry where permission in ('manage_items', 'manage_calendar')"
        )
        assert cursor.fetchall() == [("标准数据", "system")]


@pytest.mark.django_db
def test_what_a_city_changed_is_left_alone() -> None:
    UnitKind.objects.filter(key="fire").update(name_zh="消防")
    CalendarDay.objects.filter(day_on=date(2026, 10, 10)).delete()
    assert load_standard(MONDAY_10) == StandardLoaded(unit_kinds=0, items=0, years=())
    assert UnitKind.objects.get(key="fire").name_zh == "消防"


@pytest.mark.django_db
def test_the_command_says_what_it_did() -> None:
    emptied()
    said = io.StringIO()
    call_command("load_standard", stdout=said)
    assert "事项 332 项" in said.getvalue()
    call_command("load_standard", stdout=said)
    assert "没有改动" in said.getvalue()


def test_every_limit_an_item_may_carry_is_one_that_clocks_can_run() -> None:
    """The two domains do not know each other; here their shapes are held side by side."""
    for unit in set(LIMIT_UNITS.values()):
        for number in (1, MOST_OF_UNIT[unit]):
            written = limit_cell(f"{number}{unit}")
            again = write_limit(parse_limit(written))
            assert parse_limit(again) == parse_limit(written)
