"""Every page of the desk, in both languages and both themes: accessible, enlarged, its characters drawn."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Route, expect

from tests.journeys.browser.desk import Desk, Look
from tests.journeys.browser.looking import glyphs, grave_at_once, grave_faults, overflow
from tests.journeys.browser.routes import Route as Place
from tests.journeys.browser.visits import COLOURED_IN, Findings, looked_at, themes_in, turn, visit_all
from tests.journeys.people import People
from tests.journeys.servers import House

pytestmark = pytest.mark.slow
Sit = Callable[..., Desk]
Seen = Callable[[str], Findings]
LANGUAGES = ("zh-CN", "en")


@pytest.fixture(scope="module")
def seen(pages: list[Place], chromium: Browser, house: House, people: People) -> Seen:
    """What was found on every page in a language; the pages are visited when first asked for."""
    kept: dict[str, Findings] = {}

    def findings(language: str) -> Findings:
        if language not in kept:
            kept[language] = visit_all(chromium, house.address, people, looked_at(pages, language), language)
        return kept[language]

    return findings


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_visited(language: str, seen: Seen, pages: list[Place]) -> None:
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


def test_a_table_being_fetched_anew_stays_legible(sit: Sit) -> None:
    """The answer is held back: what stands there meanwhile is read, in either theme."""
    desk = sit("ding", Look(theme="system"), with_axe=True).open("/adoption")
    page, held = desk.page, list[Route]()
    rows = page.get_by_role("table").locator("tbody tr")
    before = rows.all_inner_texts()
    page.route(re.compile(r"/api/v1/adoption\?(.*&)?days=7\b"), lambda route: held.append(route))
    page.get_by_role("combobox", name="时段").focus()
    desk.press("Enter")
    page.get_by_role("option", name="最近 7 天").click()
    expect(page.locator(".jw-table[aria-busy=true]")).to_be_visible()
    assert held
    assert rows.all_inner_texts() == before != []
    for theme in themes_in(COLOURED_IN):
        turn(desk, theme)
        assert grave_at_once(desk) == [], theme
    assert page.locator(".jw-table[aria-busy=true]").count() == 1, "it came before it was looked at"
    held.pop().continue_()
    desk.settle()
