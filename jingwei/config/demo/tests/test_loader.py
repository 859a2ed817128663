"""Seeding the demo city into a real, empty database."""

import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import override_settings

from jingwei.config.demo.loader import cast_password, city_size, seed_city
from jingwei.config.demo.organisation import PARTS, member_units
from jingwei.domains.clocks.queries import year_briefs
from jingwei.domains.routing.queries import item_in_force, unit_kinds
from jingwei.foundation.access.contracts import Role
from jingwei.foundation.access.queries import centre_for, units_serving
from jingwei.foundation.administration.services.door import sign_in
from jingwei.foundation.areas.queries import area_by_code, locate
from jingwei.kernel.clock import now
from jingwei.kernel.codes import Level
from tests.databases import owner_connection
from tools.assurance import is_deep

pytestmark = pytest.mark.slow

COUNTED = (
    *("areas_area", "access_unit", "access_person", "access_post", "access_holding", "access_account"),
    *("ledger_component", "ledger_resource"),
)


@pytest.fixture(scope="module")
def var_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("var")


@pytest.fixture(scope="module")
def demo(empty_database: str, var_folder: Path) -> Iterator[str]:
    with override_settings(VAR_FOLDER=var_folder):
        call_command("demo", stdout=io.StringIO())
        yield empty_database


def counts(database: str) -> dict[str, int]:
    with owner_connection(database) as owner:
        return {table: owner.execute(f"select count(*) from {table}").fetchall()[0][0] for table in COUNTED}


def test_a_seeding_that_breaks_off_leaves_nothing(empty_database: str) -> None:
    def break_off(line: str) -> None:
        if "机构、" in line:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        seed_city("small", at=now(), say=break_off)
    assert set(counts(empty_database).values()) == {0}
    assert city_size() is None


def test_the_small_city_stands(demo: str) -> None:
    found = counts(demo)
    assert found["areas_area"] == 657
    assert found["access_account"] == len(PARTS)
    assert found["access_post"] == found["access_holding"]
    assert city_size() == "small"


def test_seeding_again_changes_nothing(demo: str) -> None:
    before = counts(demo)
    out = io.StringIO()
    call_command("demo", stdout=out)
    assert counts(demo) == before
    assert "演示城市已在库中" in out.getvalue()


@pytest.mark.usefixtures("demo")
def test_everybody_of_the_cast_signs_in_to_their_post(var_folder: Path) -> None:
    password = cast_password(var_folder)
    assert password
    assert (var_folder / "demo-password").stat().st_mode & 0o077 == 0
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
def test_items_units_and_calendars_go_together() -> None:
    known = {kind.key for kind in unit_kinds()}
    assert {kind for kind, *_ in member_units()} <= known
    assert item_in_force("010101", on=date(2026, 11, 20)).unit_kind in known
    assert {brief.year for brief in year_briefs(at=now()) if brief.is_entered} == {2024, 2025, 2026}


@pytest.mark.usefixtures("demo")
def test_the_cast_is_printed_with_its_password(var_folder: Path) -> None:
    out = io.StringIO()
    call_command("cast", stdout=out)
    assert cast_password(var_folder) in out.getvalue()
    assert all(part.name in out.getvalue() for part in PARTS)


if is_deep():  # a minute and a half: in runs for the record

    def test_the_small_city_grows_into_the_full_one(demo: str) -> None:
        call_command("demo", "--city", "full", stdout=io.StringIO())
        found = counts(demo)
        assert found["areas_area"] == 7369
        assert found["access_account"] == len(PARTS)
        assert city_size() == "full"
        call_command("demo", "--city", "small", stdout=io.StringIO())
        assert counts(demo) == found
