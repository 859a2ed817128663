"""One visit to every page in a language, in which everything is looked at: both themes, 200 %, every character."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from playwright.sync_api import Browser, expect

from tests.journeys.browser.conftest import session_secret
from tests.journeys.browser.desk import Desk, Look, window
from tests.journeys.browser.looking import Judged, glyphs, grave_faults, overflow
from tests.journeys.browser.routes import Route
from tests.journeys.people import People
from tools.assurance import depth, is_deep

T = TypeVar("T")
W = TypeVar("W")
THEMES = ("light", "dark")
COLOURED_IN = "zh-CN"
"""The language in which pages are looked at in both themes: colours do not depend on words."""
ENLARGED = (720, 450)
"""What is left of 1440 × 900 at 200 %."""


@dataclass
class Findings:
    """What was found on all pages in one language, by theme where the theme matters."""

    seen: list[str] = field(default_factory=list)
    grave: dict[str, list[str]] = field(default_factory=lambda: {theme: [] for theme in THEMES})
    wide: list[str] = field(default_factory=list)
    drawn: dict[str, dict[str, Any]] = field(default_factory=dict)


def themes_in(language: str) -> tuple[str, ...]:
    """The themes in which pages are looked at in a language."""
    return THEMES if language == COLOURED_IN else THEMES[:1]


def looked_at(pages: Sequence[T], language: str) -> list[T]:
    """Which pages are visited in a language: all at depth, every sixth in everyday runs but in the first language."""
    return list(pages if language == COLOURED_IN else pages[:: depth(6, 1)])


def judged(language: str, *, is_first: bool, is_enlarged: bool = False) -> Judged:
    """What is new to look at in a language and, unless it is the first, in a way of colouring or of enlarging it."""
    if is_enlarged:
        return Judged.SIZES
    if not is_first:
        return Judged.COLOURS
    return Judged.ALL if language == COLOURED_IN else Judged.ALL_BUT_COLOURS


def visit_all(
    chromium: Browser, address: str, people: People, pages: Iterable[Route], language: str
) -> Findings:
    """Each page is opened once: its colours follow the system's, its size the window's."""
    found = Findings()
    look = Look(language=language, theme="system")
    for visitor, places in by_visitor(pages).items():
        secret = session_secret(people, visitor) if visitor else None
        with window(chromium, address, secret=secret, look=look, with_axe=True) as desk:
            for route in places:
                themes = of_turn(len(found.seen), themes_in(look.language), among=3)
                go(desk, route.address, language, is_first=route is places[0])
                _visit(desk, route, look, themes, found)
    return found


def go(desk: Desk, place: str, language: str, *, is_first: bool) -> None:
    """To the next page: within the app in everyday runs, but by its address in the second language and at depth.

    Loading the app costs more than all that is looked at on a page.
    """
    if is_first or is_deep() or language != COLOURED_IN:
        desk.open(place)
    else:
        desk.lead(place)


def of_turn(number: int, ways: Sequence[W], *, among: int) -> list[W]:
    """The ways a page is looked at: all at depth; in everyday runs the first, and one further when its turn comes."""
    return list(ways if is_deep() else [*ways[:1], *ways[1 + number % among : 2 + number % among]])


def _visit(desk: Desk, route: Route, look: Look, themes: Sequence[str], found: Findings) -> None:
    found.drawn[route.name] = glyphs(desk)
    for theme in themes:
        turn(desk, theme)
        faults = grave_faults(desk, judged(look.language, is_first=theme == THEMES[0]))
        found.grave[theme] += [f"{route.name}: {fault}" for fault in [*faults, *desk.faults]]
        desk.faults.clear()
    turn(desk, THEMES[0])
    for size in (ENLARGED, look.size):
        desk.page.set_viewport_size({"width": size[0], "height": size[1]})
        if size == ENLARGED:
            desk.settle()
            found.wide += [f"{route.name}: {fault}" for fault in overflow(desk)]
    found.seen.append(route.name)


def turn(desk: Desk, theme: Any) -> None:
    """Let the system be light or dark; the desk must follow it (``Look(theme="system")``)."""
    desk.page.emulate_media(color_scheme=theme)
    expect(desk.page.locator("html")).to_have_attribute("data-theme", str(theme))


def by_visitor(pages: Iterable[Route]) -> dict[str | None, list[Route]]:
    found: dict[str | None, list[Route]] = {}
    for route in pages:
        found.setdefault(route.visitor, []).append(route)
    return found
