"""Sign-in providers behind a real server, for everything about single sign-on."""

from collections.abc import Iterator

import pytest

from tests.bridges.serving import Server, serving
from tests.bridges.vouched import Browser, Town, connected, kept_plugs, put_back


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


@pytest.fixture
def town(server: Server) -> Iterator[Town]:
    before = kept_plugs()
    yield connected(server)
    put_back(before)


@pytest.fixture
def browser() -> Browser:
    return Browser()
