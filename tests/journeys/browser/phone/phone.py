"""Somebody with a phone: a small window with a thumb, a camera or none, a position or none, a network good or bad."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, BrowserContext, CDPSession, Locator, expect

from jingwei.kernel.geo import wgs84_to_gcj02
from tests.cast import GRID_1, inside
from tests.journeys.browser.desk import AXE, PATIENCE_MS, WATCH, Desk

USUAL, NARROW = (390, 844), (360, 640)
AGENT = "Mozilla/5.0 (Linux; Android 13; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Mobile Safari/537.36"
SLOW_3G = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
"""400 kbit/s there and back, 400 ms for every round trip."""


@dataclass(frozen=True, slots=True)
class Hand:
    """How the phone is held and set."""

    language: str = "zh-CN"
    theme: str = "light"
    size: tuple[int, int] = USUAL
    is_large: bool = False
    is_sunlight: bool = False
    position: tuple[float, float] | None = None
    """WGS-84, as a phone gives it; None where the owner denies it."""
    accuracy_m: float = 15

    def __str__(self) -> str:
        modes = ["large"] * self.is_large + ["sunlight"] * self.is_sunlight
        return "-".join([self.language[:2], *(modes or [self.theme]), f"{self.size[0]}x{self.size[1]}"])

    @property
    def stored(self) -> str:
        return json.dumps(
            {
                "language": self.language,
                "theme": self.theme,
                "isLarge": self.is_large,
                "isSunlight": self.is_sunlight,
            }
        )


@dataclass
class Phone(Desk):
    """A person's phone. As at the desk, what goes wrong in it is collected and fails the test."""

    hand: Hand = field(default_factory=Hand)
    _line: CDPSession | None = None

    def open(self, place: str) -> "Phone":
        self.page.goto(f"{self.address}/m{place}")
        self.settle()
        return self

    def settle(self) -> None:
        """Until the app has taken over from the first question and nothing is being loaded any more."""
        self.wait_in_page("#main h1", "[aria-busy='true'], .is-loading")
        expect(self.page.locator("#main h1").first).to_be_visible()
        expect(self.page.locator("[aria-busy='true'], .is-loading")).to_have_count(0)

    def button(self, name: str, *, exact: bool = False) -> Locator:
        return self.page.get_by_role("button", name=name, exact=exact)

    @property
    def main_action(self) -> Locator:
        """What stands lowest, where the thumb is."""
        return self.page.locator(".screen__foot").get_by_role("button").last

    def where(self) -> str:
        """The place in the app, as the address says it."""
        return str(self.page.evaluate("location.pathname.replace(/^\\/m/, '') + location.search"))

    @property
    def line(self) -> CDPSession:
        """A line to the browser itself, for what pages cannot do."""
        if self._line is None:
            self._line = self.page.context.new_cdp_session(self.page)
        return self._line

    def slow_down(self, conditions: dict[str, Any] | None = None) -> None:
        """A bad network, from now on."""
        self.line.send("Network.enable")
        self.line.send("Network.emulateNetworkConditions", conditions or SLOW_3G)

    def wear(self, *, is_large: bool | None = None, is_sunlight: bool | None = None) -> None:
        """Switch the modes as the settings do, without going there."""
        for name, wish in (("data-large", is_large), ("data-sunlight", is_sunlight)):
            if wish is not None:
                self.page.evaluate(
                    "([name, wish]) => document.documentElement.toggleAttribute(name, wish)", [name, wish]
                )


Take = Callable[..., Phone]
IN_THE_GRID = inside(GRID_1, east=0.5, north=0.5)
"""A place of the cast's first grid, WGS-84."""


def on_the_map(place: tuple[float, float]) -> tuple[float, float]:
    """The same place as maps of this country have it."""
    return wgs84_to_gcj02(*place)


@contextmanager
def phone_window(
    browser: Browser,
    address: str,
    *,
    secret: str | None = None,
    hand: Hand | None = None,
    with_axe: bool = False,
    scale: float = 1,
    before: str = "",
) -> Iterator[Phone]:
    """A fresh phone: no cache, no memory, one cookie where a secret is given. ``before`` runs before every page."""
    hand = hand or Hand()
    width, height = hand.size
    place: dict[str, Any] = {}
    if hand.position:
        lon, lat = hand.position
        place = {"geolocation": {"longitude": lon, "latitude": lat, "accuracy": hand.accuracy_m}}
    context = browser.new_context(
        viewport={"width": width, "height": height},
        device_scale_factor=scale,
        is_mobile=True,
        has_touch=True,
        user_agent=AGENT,
        locale=hand.language,
        timezone_id="Asia/Shanghai",
        reduced_motion="reduce",
        color_scheme="dark" if hand.theme == "dark" else "light",
        permissions=["geolocation"] if hand.position else [],
        **place,
    )
    try:
        yield _furnish(context, address, secret, hand, with_axe=with_axe, before=before)
    finally:
        context.close()


def _furnish(
    context: BrowserContext, address: str, secret: str | None, hand: Hand, *, with_axe: bool, before: str
) -> Phone:
    context.set_default_timeout(PATIENCE_MS)
    keep = f"localStorage.getItem('jingwei.preferences') ?? localStorage.setItem('jingwei.preferences', {hand.stored!r})"
    context.add_init_script(keep)
    context.add_init_script(path=WATCH)
    if with_axe:
        context.add_init_script(path=AXE)
    if before:
        context.add_init_script(before)
    if secret:
        context.add_cookies([{"name": "jw_session", "value": secret, "url": address}])
    phone = Phone(context.new_page(), address, hand=hand)
    phone.listen()
    return phone
