"""Tests run on real PostgreSQL, as the application role; the owner only migrates."""

from collections.abc import Iterator

import pytest

from tests.databases import clone_database, database_name, drop_database


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
def _forget_division() -> Iterator[None]:
    """Grids loaded by one test must not answer in the next."""
    from jingwei.foundation.areas.queries import forget_division

    forget_division()
    yield
    forget_division()
