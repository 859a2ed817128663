"""The tests' own scoped table, in a database of the module's own."""

from collections.abc import Iterator

import psycopg
import pytest
from django.db import connection

from jingwei.foundation.tests.stones import TABLE, set_stones
from tests.databases import owner_connection


@pytest.fixture(scope="module")
def quarry(own_city: str) -> Iterator[psycopg.Connection]:
    """The owner's connection to a database that has the table."""
    with owner_connection(own_city) as owner:
        owner.execute(TABLE)
        yield owner


@pytest.fixture
def stones(quarry: psycopg.Connection) -> Iterator[psycopg.Connection]:
    """The stones stand as found; the connection was used before and looks with nobody's eyes."""
    set_stones(quarry)
    with connection.cursor() as cursor:
        cursor.execute("begin; select set_config('jw.scope', '4309', true); commit")
    yield quarry
    connection.close()
