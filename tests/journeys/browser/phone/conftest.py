"""Phones in the house that the desks' journeys have opened."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser

from tests.journeys.browser.conftest import session_secret
from tests.journeys.browser.phone.parts import phone_parts
from tests.journeys.browser.phone.phone import Hand, Phone, Take, phone_window
from tests.journeys.browser.phone.places import Place, places
from tests.journeys.browser.stage import Stage
from tests.journeys.people import People
from tests.journeys.servers import House


@pytest.fixture(scope="package")
def phone_places(people: People, stage: Stage, house: House) -> list[Place]:
    """Every page of the phone in each shell, with something on it."""
    return places(phone_parts(people, stage, house))


@pytest.fixture
def take(chromium: Browser, house: House, people: People) -> Iterator[Take]:
    """Gives a phone to somebody of the cast, by name; None for nobody. All are closed, and must have been calm."""
    with ExitStack() as open_windows:
        phones: list[Phone] = []

        def given(name: str | None, hand: Hand | None = None, **more: object) -> Phone:
            secret = session_secret(people, name) if name else None
            way = phone_window(chromium, house.address, secret=secret, hand=hand, **more)  # type: ignore[arg-type]
            phones.append(open_windows.enter_context(way))
            return phones[-1]

        yield given
        for phone in phones:
            phone.require_calm()
