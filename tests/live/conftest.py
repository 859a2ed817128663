"""One live server for all tests of a file, over a database of their own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.db import connection

from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.access.services import open_session
from jingwei.kernel.clock import now
from tests.live.running import LiveServer


@pytest.fixture(scope="module")
def live(own_city: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveServer]:
    folder: Path = tmp_path_factory.mktemp("live")
    server = LiveServer({"JINGWEI_DATABASE_NAME": own_city}, folder / "live.log")
    server.start()
    yield server
    server.stop()


@pytest.fixture(autouse=True)
def _may_use_database(own_city: str, django_db_blocker: pytest.FixtureRequest) -> Iterator[None]:
    """Tests here commit, as the servers do."""
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        yield
        connection.close()


@pytest.fixture
def secret_of() -> Callable[[Actor], str]:
    """A session of somebody, in their first post."""
    return lambda actor: open_session(actor.person_id, at=now())  # type: ignore[arg-type]
