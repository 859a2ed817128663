"""Tests run on real PostgreSQL, as the application role; the owner only migrates."""

import os
from collections.abc import Iterator
from typing import Any

import pytest

from tests.databases import clone_database, database_name, drop_database, drop_meanwhile, wait_for_drops


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Side by side as ``tests/order.py`` says, instead of by the number of tests in a file."""
    from tests.order import LongestFirst

    if config.getoption("dist") != "loadfile":
        return None
    config.option.loadscopereorder = False
    return LongestFirst(config, log)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if "PYTEST_XDIST_WORKER" in os.environ:
        from tests.order import longest_first

        longest_first(items)


def pytest_collection_finish() -> None:
    from tests.sparing import spare

    spare()


def pytest_sessionfinish() -> None:
    wait_for_drops()


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker: pytest.FixtureRequest) -> Iterator[None]:
    """Replace the usual test database, which the tested role would own, by a clone of the planted template."""
    from django.conf import settings
    from django.db import connections

    name = database_name("run")
    clone_database(name)
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        connections["default"].close()
        settings.DATABASES["default"]["NAME"] = name
        connections["default"].settings_dict["NAME"] = name
    yield
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        connections["default"].close()
    drop_database(name)


@pytest.fixture(autouse=True)
def _forget_what_processes_keep() -> None:
    """What one test loaded into the process must not answer in the next."""
    from jingwei.foundation.memory.services import forget_everything

    forget_everything()


@pytest.fixture(scope="module")
def own_city(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[str]:
    """A database of the module's own, for tests that commit. Gives its name; they need no ``django_db`` mark."""
    from django.conf import settings
    from django.db import connections

    usual = settings.DATABASES["default"]["NAME"]
    name = database_name("own")
    clone_database(name)

    def move_to(database: str) -> None:
        connections["default"].close()
        settings.DATABASES["default"]["NAME"] = database
        connections["default"].settings_dict["NAME"] = database

    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        move_to(name)
        yield name
        move_to(usual)
    drop_meanwhile(name)
