"""The small city, seeded once by the command itself for everybody's tests: broken off twice on the way, then finished."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import override_settings

from jingwei.config.conftest import emptied_database, using
from jingwei.config.demo.loader import city_size
from jingwei.config.demo.territory import CitySize
from jingwei.kernel.clock import BEIJING
from tests.databases import drop_database, owner_connection
from tests.matrix.hidden.recording import standing_clock

WEDNESDAY_15 = datetime(2026, 11, 18, 15, 40, tzinfo=BEIJING)
"""When the city is seeded."""
BROKEN_OFF_AT = 50
COUNTED = (
    *("areas_area", "access_unit", "access_person", "access_post", "access_holding", "access_account"),
    *("ledger_component", "ledger_resource"),
    *("incidents_incident", "incidents_step", "incidents_rating", "files_file", "procrastinate_jobs"),
)


@dataclass(frozen=True, slots=True)
class Left:
    """What a seeding that was broken off left behind."""

    counts: dict[str, int]
    size: CitySize | None


@dataclass(frozen=True, slots=True)
class Demo:
    """The seeded city: its database and folder, what the command said at last, and what it left when it was broken off."""

    database: str
    var: Path
    said: str
    after_units: Left
    after_incidents: Left


class Breaking(io.StringIO):
    """Ctrl-C as soon as a line says something."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = words

    def write(self, text: str, /) -> int:
        if self.words in text:
            raise KeyboardInterrupt
        return super().write(text)


def counts(database: str) -> dict[str, int]:
    with owner_connection(database) as owner:
        return {table: owner.execute(f"select count(*) from {table}").fetchall()[0][0] for table in COUNTED}


@pytest.fixture(scope="session")
def seeded(
    django_db_setup: None, django_db_blocker: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Demo]:
    var, name = tmp_path_factory.mktemp("demo"), emptied_database("demo")

    def broken_off(words: str) -> Left:
        with pytest.raises(KeyboardInterrupt):
            call_command("demo", stdout=Breaking(words))
        return Left(counts(name), city_size())

    with (
        django_db_blocker.unblock(),  # type: ignore[attr-defined]
        using(name),
        override_settings(VAR_FOLDER=var),
        standing_clock(WEDNESDAY_15),
    ):
        after_units, after_incidents = broken_off("个机构、"), broken_off(f"已生成 {BROKEN_OFF_AT} ")
        out = io.StringIO()
        call_command("demo", stdout=out)
    yield Demo(name, var, out.getvalue(), after_units, after_incidents)
    drop_database(name)


@pytest.fixture(scope="module")
def demo(seeded: Demo, django_db_blocker: pytest.FixtureRequest) -> Iterator[Demo]:
    with (
        django_db_blocker.unblock(),  # type: ignore[attr-defined]
        using(seeded.database),
        override_settings(VAR_FOLDER=seeded.var),
    ):
        yield seeded
