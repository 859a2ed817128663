"""A migration that is killed while it is being noted leaves nothing behind, and is simply done the next time."""

import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core.management import get_commands, load_command_class
from django.core.management.commands import migrate as shipped
from django.db import connections, migrations, models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.state import ProjectState

from jingwei.config.migrating import WholeExecutor


class Probe(migrations.Migration):
    """Two tables, one with a foreign key: the key is put off to the end of the transaction."""

    operations = [
        migrations.CreateModel("ProbeA", [("id", models.BigAutoField(primary_key=True))]),
        migrations.CreateModel(
            "ProbeB",
            [
                ("id", models.BigAutoField(primary_key=True)),
                ("a", models.ForeignKey("areas.ProbeA", on_delete=models.CASCADE)),
            ],
        ),
    ]


PROBE = Probe("9999_probe", "areas")


class Killed(Exception):
    """Somebody's end, at a moment of our choosing."""


@pytest.fixture
def owner(own_city: str) -> Iterator[BaseDatabaseWrapper]:
    settings = {**connections["default"].settings_dict, "NAME": own_city}
    settings |= {"USER": "jingwei_owner", "PASSWORD": os.environ["JINGWEI_OWNER_PASSWORD"]}
    usual = connections["default"]
    connections["default"] = wrapper = type(usual)(settings, alias="default")
    yield wrapper
    with wrapper.cursor() as cursor:
        cursor.execute("drop table if exists areas_probeb, areas_probea")
        cursor.execute("delete from django_migrations where name = %s", [PROBE.name])
    wrapper.close()
    connections["default"] = usual


def killed_at(words: str) -> Callable[..., Any]:
    def look(execute: Any, statement: Any, *rest: Any) -> Any:
        if words in str(statement).lower():
            raise Killed
        return execute(statement, *rest)

    return look


def carried_out(executor: MigrationExecutor) -> None:
    executor.apply_migration(ProjectState(), PROBE)


def stands(owner: BaseDatabaseWrapper) -> tuple[bool, bool]:
    """Whether the tables are there, and whether it is noted that they are."""
    with owner.cursor() as cursor:
        cursor.execute("select to_regclass('areas_probeb') is not null")
        is_there = cursor.fetchone()[0]
        cursor.execute("select exists (select 1 from django_migrations where name = %s)", [PROBE.name])
        return is_there, cursor.fetchone()[0]


def test_whoever_is_killed_while_noting_has_done_nothing(owner: BaseDatabaseWrapper) -> None:
    with pytest.raises(Killed), owner.execute_wrapper(killed_at('insert into "django_migrations"')):
        carried_out(WholeExecutor(owner))
    assert stands(owner) == (False, False)
    carried_out(WholeExecutor(owner))
    assert stands(owner) == (True, True)


def test_whoever_is_killed_while_taking_back_has_taken_nothing_back(owner: BaseDatabaseWrapper) -> None:
    executor = WholeExecutor(owner)
    carried_out(executor)
    with pytest.raises(Killed), owner.execute_wrapper(killed_at('delete from "django_migrations"')):
        executor.unapply_migration(ProjectState(), PROBE)
    assert stands(owner) == (True, True)
    executor.unapply_migration(ProjectState(), PROBE)
    assert stands(owner) == (False, False)


def test_without_it_the_two_come_apart(owner: BaseDatabaseWrapper) -> None:
    with pytest.raises(Killed), owner.execute_wrapper(killed_at('insert into "django_migrations"')):
        carried_out(MigrationExecutor(owner))
    assert stands(owner) == (True, False)


def test_migrate_is_carried_out_by_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shipped, "MigrationExecutor", MigrationExecutor)
    monkeypatch.setattr(shipped.Command, "handle", lambda *_args, **_options: None)
    load_command_class(get_commands()["migrate"], "migrate").handle()
    assert shipped.MigrationExecutor is WholeExecutor
