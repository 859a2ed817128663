"""A database of its own, with tables and nobody in them, for whatever founds or seeds a city."""

from collections.abc import Iterator

import pytest

from tests.databases import clone_database, database_name, drop_database, owner_connection

EMPTIED = (
    "areas_area, areas_edition, access_unit, access_person, access_post, access_holding, access_account, "
    "clocks_calendarday, clocks_calendaryear, routing_itemlist, routing_unitkind"
)


@pytest.fixture(scope="module")
def empty_database(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[str]:
    from django.conf import settings
    from django.db import connections

    def use(name: str) -> None:
        connections["default"].close()
        settings.DATABASES["default"]["NAME"] = name
        connections["default"].settings_dict["NAME"] = name

    before = settings.DATABASES["default"]["NAME"]
    name = database_name("empty")
    clone_database(name)
    with owner_connection(name) as owner:
        owner.execute(f"truncate {EMPTIED} cascade")
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        use(name)
        yield name
        use(before)
    drop_database(name)
