"""A database of its own, with tables and nobody in them, for whatever founds or seeds a city."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.databases import clone_database, database_name, drop_meanwhile, owner_connection

EMPTIED = (
    "areas_area, areas_edition, access_unit, access_person, access_post, access_holding, access_account, "
    "clocks_calendarday, clocks_calendaryear, routing_itemlist, routing_unitkind"
)


def emptied_database(purpose: str) -> str:
    """Make one; gives its name."""
    name = database_name(purpose)
    clone_database(name)
    with owner_connection(name) as owner:
        owner.execute(f"truncate {EMPTIED} cascade")
    return name


@contextmanager
def using(name: str) -> Iterator[None]:
    """Everything asks this database meanwhile."""
    from django.conf import settings
    from django.db import connections

    def use(database: str) -> None:
        connections["default"].close()
        settings.DATABASES["default"]["NAME"] = database
        connections["default"].settings_dict["NAME"] = database

    before = settings.DATABASES["default"]["NAME"]
    use(name)
    yield
    use(before)


@pytest.fixture(scope="module")
def empty_database(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[str]:
    name = emptied_database("empty")
    with django_db_blocker.unblock(), using(name):  # type: ignore[attr-defined]
        yield name
    drop_meanwhile(name)
