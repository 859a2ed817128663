"""Seeding the demo city into a real, empty database."""

import io
from datetime import date

import pytest
from django.core.management import call_command
from django.db import connection

from jingwei.config.conftest import using
from jingwei.config.demo.loader import cast_password, city_size
from jingwei.config.demo.organisation import PARTS, member_units
from jingwei.config.demo.tests.conftest import Demo, counts
from jingwei.domains.clocks.queries import year_briefs
from jingwei.domains.dwellings.contracts import BUILDING, HOUSE
from jingwei.domains.routing.queries import item_in_force, unit_kinds
from jingwei.foundation.access.contracts import Role
from jingwei.foundation.access.queries import centre_for, units_serving
from jingwei.foundation.administration.services.door import sign_in
from jingwei.foundation.areas.queries import area_by_code, locate
from jingwei.foundation.forms.queries.standing import form_of
from jingwei.foundation.forms.queries.versions import draft_of, faults_of_draft
from jingwei.kernel.clock import now
from jingwei.kernel.codes import Level
from tests.databases import database_name, drop_database, owner_connection
from tools.assurance import is_deep

pytestmark = pytest.mark.slow


def test_a_seeding_that_breaks_off_leaves_nothing(demo: Demo) -> None:
    assert set(demo.after_units.counts.values()) == {0}
    assert demo.after_units.size is None


def test_the_small_city_stands(demo: Demo) -> None:
    found = counts(demo.database)
    assert found["areas_area"] == 657
    assert found["access_account"] == len(PARTS)
    assert found["access_post"] == found["access_holding"]
    assert city_size() == "small"


def test_seeding_again_changes_nothing(demo: Demo) -> None:
    before = counts(demo.database)
    out = io.StringIO()
    call_command("demo", stdout=out)
    assert counts(demo.database) == before
    assert "演示城市已在库中" in out.getvalue()


def test_everybody_of_the_cast_signs_in_to_their_post(demo: Demo) -> None:
    password = cast_password(demo.var)
    assert password
    assert (demo.var / "demo-password").stat().st_mode & 0o077 == 0
    roles = {}
    for part in PARTS:
        actor = sign_in(part.username, password, at=now()).actor
        assert actor is not None
        assert actor.name == part.name
        roles[part.username] = (actor.role, actor.area_code)
    assert roles["lin"] == (Role.OFFICER, "430902005001001")
    assert roles["chen"] == (Role.OFFICER, "430902005001002")
    assert roles["zhou"] == (Role.DESK, "430902006")
    assert roles["li"] == (Role.RESIDENT, "")


@pytest.mark.usefixtures("demo")
def test_a_position_finds_its_grid_and_the_grid_its_units() -> None:
    grid = area_by_code("430902005001001")
    assert grid.is_outline_generated
    place = locate(grid.label_point.x, grid.label_point.y)
    assert place.area_code == grid.code
    centre = centre_for(grid.code, level=Level.TOWNSHIP)
    assert centre is not None
    assert centre.name == "大码头街道社会治理指挥所"
    names = [unit.name for unit in units_serving(grid.code, kind="urban_management")]
    assert names == ["资阳区城市管理和综合执法局", "益阳市城市管理和综合执法局"]


@pytest.mark.usefixtures("demo")
def test_the_city_asks_more_of_buildings_than_the_program_brings_along() -> None:
    assert [one.key for one in form_of(BUILDING).fields if not one.is_built_in] == ["lifts", "gate"]
    draft = draft_of(HOUSE)
    assert draft is not None
    assert faults_of_draft(draft) == []


@pytest.mark.usefixtures("demo")
def test_items_units_and_calendars_go_together() -> None:
    known = {kind.key for kind in unit_kinds()}
    assert {kind for kind, *_ in member_units()} <= known
    assert item_in_force("010101", on=date(2026, 11, 20)).unit_kind in known
    assert {brief.year for brief in year_briefs(at=now()) if brief.is_entered} == {2024, 2025, 2026}


def test_the_cast_is_printed_with_its_password(demo: Demo) -> None:
    out = io.StringIO()
    call_command("cast", stdout=out)
    assert str(cast_password(demo.var)) in out.getvalue()
    assert all(part.name in out.getvalue() for part in PARTS)


if is_deep():  # a minute and a half: in runs for the record

    def test_the_small_city_grows_into_the_full_one(demo: Demo) -> None:
        name = database_name("grown")
        connection.close()
        with owner_connection() as owner:
            owner.execute(f"create database {name} template {demo.database}")
        with using(name):
            call_command("demo", "--city", "full", stdout=io.StringIO())
            found = counts(name)
            assert found["areas_area"] == 7369
            assert found["access_account"] == len(PARTS)
            assert city_size() == "full"
            call_command("demo", "--city", "small", stdout=io.StringIO())
            assert counts(name) == found
        drop_database(name)
