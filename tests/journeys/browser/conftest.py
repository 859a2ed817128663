"""One house and one browser for the journeys through the desk."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser

from tests.journeys.browser.desk import Desk, Look, window
from tests.journeys.browser.house import open_browser, open_house, parts_of
from tests.journeys.browser.routes import Route, routes
from tests.journeys.browser.stage import Stage
from tests.journeys.people import People
from tests.journeys.servers import House


@pytest.fixture(scope="package")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    with open_house(tmp_path_factory.mktemp("desk")) as servers:
        yield servers


@pytest.fixture(scope="package")
def people(house: House) -> Iterator[People]:
    everybody = People(house.address)
    yield everybody
    everybody.leave()


@pytest.fixture(scope="package")
def stage(people: People) -> Stage:
    return Stage(people)


@pytest.fixture(scope="package")
def pages(people: People, stage: Stage) -> list[Route]:
    """Every page of the desk, in a city where no tray is empty."""
    return routes(parts_of(people, stage))


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    with open_browser() as browser:
        yield browser


@pytest.fixture
def sit(chromium: Browser, house: House, people: People) -> Iterator[Callable[..., Desk]]:
    """Opens a window for somebody of the cast, by name; None for nobody. All are closed, and must have been calm."""
    with ExitStack() as open_windows:
        desks: list[Desk] = []

        def opened(name: str | None, look: Look | None = None, *, with_axe: bool = False) -> Desk:
            secret = session_secret(people, name) if name else None
            way = window(chromium, house.address, secret=secret, look=look, with_axe=with_axe)
            desks.append(open_windows.enter_context(way))
            return desks[-1]

        yield opened
        for desk in desks:
            desk.require_calm()


def session_secret(people: People, name: str) -> str:
    """The secret of a session that a member of the cast has opened over HTTP."""
    secret: str = getattr(people, name).secrets[-1]
    return secret
