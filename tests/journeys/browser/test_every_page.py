"""Every page of the desk, in both languages and both themes: accessible, enlarged, its characters drawn."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser

from tests.journeys.browser.desk import Desk
from tests.journeys.browser.looking import glyphs, grave_faults, overflow
from tests.journeys.browser.routes import Route
from tests.journeys.browser.visits import Findings, looked_at, themes_in, visit_all
from tests.journeys.people import People
from tests.journeys.servers import House

pytestmark = pytest.mark.slow
Sit = Callable[..., Desk]
Seen = Callable[[str], Findings]
LANGUAGES = ("zh-CN", "en")


@pytest.fixture(scope="module")
def seen(pages: list[Route], chromium: Browser, house: House, people: People) -> Seen:
    """What was found on every page in a language; the pages are visited when first asked for."""
    kept: dict[str, Findings] = {}

    def findings(language: str) -> Findings:
        if language not in kept:
            kept[language] = visit_all(chromium, house.address, people, looked_at(pages, language), language)
        return kept[language]

    return findings


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_visited(language: str, seen: Seen, pages: list[Route]) -> None:
    assert sorted(seen(language).seen) == sorted(page.name for page in looked_at(pages, language))
    assert len(pages) > 30


@pytest.mark.parametrize(
    ("language", "theme"), [(language, theme) for language in LANGUAGES for theme in themes_in(language)]
)
def test_no_page_has_a_serious_fault(language: str, theme: str, seen: Seen) -> None:
    wrong = seen(language).grave[theme]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_scrolls_sideways_at_200_percent(language: str, seen: Seen) -> None:
    wrong = seen(language).wide
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_character_is_really_drawn(language: str, seen: Seen) -> None:
    for name, found in seen(language).drawn.items():
        assert found["missing"] == [], f"{name}: {found}"
        assert found["characters"] > 10, name
        assert found["shapes"] > found["characters"] * 0.9, f"{name}: {found}"
    assert sum(found["chinese"] for found in seen(language).drawn.values()) > 100


def test_a_character_without_a_glyph_is_noticed(sit: Sit) -> None:
    desk = sit(None).open("/sign-in")
    assert glyphs(desk, "\ue5e5\U000f1234")["missing"] == ["\ue5e5", "\U000f1234"]


def test_a_serious_fault_and_a_page_that_is_too_wide_are_noticed(sit: Sit) -> None:
    desk = sit(None, with_axe=True).open("/sign-in")
    assert grave_faults(desk) == []
    assert overflow(desk) == []
    desk.page.evaluate(
        "() => document.body.append(Object.assign(document.createElement('button'), { style: 'width: 3000px' }))"
    )
    assert any("button-name" in fault for fault in grave_faults(desk))
    assert any("> 1440" in fault for fault in overflow(desk))
