"""Every page of the desk, in both languages and both themes: accessible, enlarged, its characters drawn."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser

from tests.journeys.browser.conftest import session_secret
from tests.journeys.browser.desk import Desk, Look, window
from tests.journeys.browser.looking import glyphs, grave_faults, overflow
from tests.journeys.browser.routes import Route
from tests.journeys.people import People
from tests.journeys.servers import House

pytestmark = pytest.mark.slow
Sit = Callable[..., Desk]
LOOKS = [Look(language=language, theme=theme) for language in ("zh-CN", "en") for theme in ("light", "dark")]
ENLARGED = Look(size=(720, 450))
"""What is left of 1440 × 900 at 200 %."""


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_no_page_has_a_serious_fault(
    look: Look, pages: list[Route], chromium: Browser, house: House, people: People
) -> None:
    wrong = []
    for visitor, places in by_visitor(pages).items():
        secret = session_secret(people, visitor) if visitor else None
        with window(chromium, house.address, secret=secret, look=look, with_axe=True) as desk:
            for route in places:
                desk.open(route.address)
                wrong += [f"{route.name}: {fault}" for fault in grave_faults(desk)]
                wrong += [f"{route.name}: {fault}" for fault in desk.faults]
                desk.faults.clear()
    assert not wrong, "\n".join(wrong)


def test_no_page_scrolls_sideways_at_200_percent(
    pages: list[Route], chromium: Browser, house: House, people: People
) -> None:
    wrong = []
    for visitor, places in by_visitor(pages).items():
        secret = session_secret(people, visitor) if visitor else None
        with window(chromium, house.address, secret=secret, look=ENLARGED) as desk:
            for route in places:
                wrong += [f"{route.name}: {fault}" for fault in overflow(desk.open(route.address))]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_every_character_is_really_drawn(
    language: str, pages: list[Route], chromium: Browser, house: House, people: People
) -> None:
    chinese = 0
    for visitor, places in by_visitor(pages).items():
        secret = session_secret(people, visitor) if visitor else None
        with window(chromium, house.address, secret=secret, look=Look(language=language)) as desk:
            for route in places:
                found = glyphs(desk.open(route.address))
                assert found["missing"] == [], f"{route.name}: {found}"
                assert found["characters"] > 10, route.name
                assert found["shapes"] > found["characters"] * 0.9, f"{route.name}: {found}"
                chinese += found["chinese"]
    assert chinese > 100


def test_a_character_without_a_glyph_is_noticed(sit: Sit) -> None:
    desk = sit(None).open("/sign-in")
    assert glyphs(desk, "\ue5e5\U000f1234")["missing"] == ["\ue5e5", "\U000f1234"]


def by_visitor(pages: list[Route]) -> dict[str | None, list[Route]]:
    found: dict[str | None, list[Route]] = {}
    for route in pages:
        found.setdefault(route.visitor, []).append(route)
    return found
