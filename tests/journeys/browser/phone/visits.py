"""One visit to every page of the phone in a language, in which every way of reading it is tried."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, TimeoutError, expect

from tests.journeys.browser.conftest import session_secret
from tests.journeys.browser.desk import PATIENCE_MS
from tests.journeys.browser.looking import glyphs, grave_faults, overflow
from tests.journeys.browser.phone.looking import actions, small_targets, unreachable
from tests.journeys.browser.phone.phone import NARROW, USUAL, Hand, Phone, phone_window
from tests.journeys.browser.phone.places import Place
from tests.journeys.browser.visits import COLOURED_IN, go, judged, of_turn
from tests.journeys.people import People

WAYS = ("light", "dark", "large", "sunlight")
COLOURS = {"dark", "sunlight"}
"""Ways that change nothing but colours: these do not depend on the language, so they are tried in one."""
TWICE = (NARROW[0] // 2 + 15, NARROW[1] // 2)
"""What is left of 390 × 640 at 200 %."""


@dataclass
class Found:
    """What was found on all pages of the phone in one language."""

    seen: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)
    grave: dict[str, list[str]] = field(default_factory=lambda: {way: [] for way in WAYS})
    small: list[str] = field(default_factory=list)
    wide: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    drawn: dict[str, dict[str, Any]] = field(default_factory=dict)
    untitled: list[str] = field(default_factory=list)

    def faults(self) -> list[str]:
        """All of it together."""
        lists = [self.elsewhere, *self.grave.values(), self.small, self.wide, self.lost, self.untitled]
        return [fault for one in lists for fault in one]


def ways_in(language: str) -> tuple[str, ...]:
    """The ways of reading that are tried in a language."""
    return tuple(way for way in WAYS if language == COLOURED_IN or way not in COLOURS)


def visit_all(
    chromium: Browser, address: str, people: People, places: Iterable[Place], language: str
) -> Found:
    """Each page is opened once and then held and lit in every way."""
    found = Found()
    hand = Hand(language=language, theme="system")
    by_visitor: dict[str | None, list[Place]] = {}
    for place in places:
        by_visitor.setdefault(place.visitor, []).append(place)
    for visitor, theirs in by_visitor.items():
        secret = session_secret(people, visitor) if visitor else None
        with phone_window(chromium, address, secret=secret, hand=hand, with_axe=True) as phone:
            for place in theirs:
                begins = place is theirs[0] or place.address != place.path  # a question is asked anew
                go(phone, place.address, language, is_first=begins)
                if not _stands_at(phone, place.path):
                    found.elsewhere.append(f"{place} led to {phone.where()}")
                look_at(phone, str(place), found)
    return found


def _stands_at(phone: Phone, path: str) -> bool:
    """Whether the page is there, or arrives there, and has not led away."""
    try:
        phone.page.wait_for_url(lambda url: urlsplit(url).path == f"/m{path}", timeout=PATIENCE_MS)
    except TimeoutError:
        return False
    phone.settle()
    return True


def look_at(phone: Phone, name: str, found: Found) -> None:
    """The page that is open, in every way."""
    found.seen.append(name)
    found.drawn[name] = glyphs(phone)
    if phone.page.title() in {"", "经纬", "Jingwei"} or phone.page.locator("h1").count() != 1:
        found.untitled.append(f"{name}: “{phone.page.title()}”, {phone.page.locator('h1').count()} × h1")
    ways = ways_in(phone.hand.language)
    for way in of_turn(len(found.seen), ways, among=len(ways) - 1):
        _turn(phone, way)
        asked = judged(phone.hand.language, is_first=way not in COLOURS, is_enlarged=way == "large")
        faults = grave_faults(phone, asked)
        found.grave[way] += [f"{name}: {fault}" for fault in [*faults, *phone.faults]]
        phone.faults.clear()
        if way == "light":
            found.small += [f"{name}: {fault}" for fault in small_targets(phone)]
        if way == "large":
            _squeeze(phone, name, found)
    _turn(phone, "light")


def _squeeze(phone: Phone, name: str, found: Found) -> None:
    """With large type: on a narrow phone, and at 200 %. Everything there was must still be there and be tapped."""
    wide, lost = _squeezed(phone, name)
    if lost:  # what arrived meanwhile changes what there is: only what is lost again was lost by the size
        again = _squeezed(phone, name)[1]
        lost = [fault for fault in lost if fault in again]
    found.wide += wide
    found.lost += lost


def _squeezed(phone: Phone, name: str) -> tuple[list[str], list[str]]:
    wide: list[str] = []
    lost: list[str] = []
    before = Counter(actions(phone))
    for size in (NARROW, TWICE):
        _resize(phone, size)
        wide += [f"{name} at {size[0]} px: {fault}" for fault in overflow(phone)]
        lost += [f"{name} at {size[0]} px: {fault}" for fault in unreachable(phone)]
        gone = before - Counter(actions(phone))
        lost += [f"{name} at {size[0]} px: {one} is gone" for one in gone]
    _resize(phone, USUAL)
    return wide, lost


def _resize(phone: Phone, size: tuple[int, int]) -> None:
    phone.page.set_viewport_size({"width": size[0], "height": size[1]})
    phone.settle()


def _turn(phone: Phone, way: str) -> None:
    phone.page.emulate_media(color_scheme="dark" if way == "dark" else "light")
    phone.wear(is_large=way == "large", is_sunlight=way == "sunlight")
    expect(phone.page.locator("html")).to_have_attribute("data-theme", "dark" if way == "dark" else "light")
