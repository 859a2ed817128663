"""A city of its own for each module, without seals and with anchors apart."""

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from django.db import connection

from tests.databases import owner_connection


@pytest.fixture(autouse=True)
def _anchors_apart(own_city: str, settings: object, tmp_path: Path) -> Iterator[None]:
    """Every test starts without seals and with anchors of its own."""
    settings.VAR_FOLDER = tmp_path  # type: ignore[attr-defined]
    with owner_connection(own_city) as owner:
        owner.execute("truncate audit_entry, audit_seal, audit_check, audit_era, audit_walk")
    yield
    connection.close()


@pytest.fixture
def owner(own_city: str) -> Iterator[psycopg.Connection]:
    with owner_connection(own_city) as connected:
        yield connected
