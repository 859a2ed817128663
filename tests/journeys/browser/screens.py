"""`./jw screenshots`: every page of the desk and of the phone as pictures, in all sizes and looks, in var/screens."""

import os
import shutil
import sys
import tempfile
from contextlib import AbstractContextManager
from itertools import product
from pathlib import Path

import django
from playwright.sync_api import Browser

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jingwei.config.settings")
django.setup()

# The cast is written down with the models, so the apps must be loaded first.
from tests.databases import ROOT  # noqa: E402
from tests.journeys.browser.conftest import session_secret  # noqa: E402
from tests.journeys.browser.desk import LARGE, SMALL, Desk, Look, window  # noqa: E402
from tests.journeys.browser.house import open_browser, open_house, parts_of  # noqa: E402
from tests.journeys.browser.phone.parts import phone_parts  # noqa: E402
from tests.journeys.browser.phone.phone import NARROW, USUAL, Hand, phone_window  # noqa: E402
from tests.journeys.browser.phone.places import Place, places  # noqa: E402
from tests.journeys.browser.routes import Route, routes  # noqa: E402
from tests.journeys.browser.stage import Stage  # noqa: E402
from tests.journeys.people import People  # noqa: E402

SCREENS = ROOT / "var/screens"
LOOKS = [
    Look(language=language, theme=theme, size=size)
    for size, theme, language in product((SMALL, LARGE), ("light", "dark"), ("zh-CN", "en"))
]


HANDS = [
    Hand(size=size, **way)
    for size in (USUAL, NARROW)
    for way in (
        {},
        {"theme": "dark"},
        {"is_large": True},
        {"is_sunlight": True},
        {"language": "en"},
        {"language": "en", "is_large": True},
    )
]
"""Ways to hold the phone: ``zh-light-390x844``, ``zh-large-360x640``, ``en-light-390x844`` …"""


def main(words: list[str]) -> int:
    """Take them all, or only the pages and looks named (``inbox zh-light-1440x900``; ``today@officer zh-large-360x640``).

    ``desk`` and ``phone`` stand for all pages of a face. Says what went wrong in a page.
    """
    ways = {str(one) for one in (*LOOKS, *HANDS)}
    looks = [one for one in (*LOOKS, *HANDS) if str(one) in words] or [*LOOKS, *HANDS]
    names = {word for word in words if word not in ways}
    if not words and SCREENS.exists():
        shutil.rmtree(SCREENS)
    SCREENS.mkdir(parents=True, exist_ok=True)
    faults: list[str] = []
    taken = 0
    with (
        tempfile.TemporaryDirectory() as folder,
        open_house(Path(folder)) as house,
        open_browser() as browser,
    ):
        people = People(house.address)
        stage = Stage(people)
        desk = [one for one in routes(parts_of(people, stage)) if not names or {one.name, "desk"} & names]
        phone = [
            one
            for one in places(phone_parts(people, stage, house))
            if not names or {one.name, str(one), "phone"} & names
        ]
        for look in looks:
            pages: list[Route] | list[Place] = phone if isinstance(look, Hand) else desk
            for visitor in dict.fromkeys(one.visitor for one in pages):
                secret = session_secret(people, visitor) if visitor else None
                with _opened(browser, house.address, secret, look) as window_:
                    for page in (one for one in pages if one.visitor == visitor):
                        _take(window_, page, look)
                        taken += 1
                        faults += [f"{page} {look}: {fault}" for fault in window_.faults]
                        window_.faults.clear()
        people.leave()
    print(f"{taken} pictures of {len(desk)} pages of the desk and {len(phone)} of the phone in var/screens")
    print("\n".join(faults))
    return 1 if faults else 0


def _opened(
    browser: Browser, address: str, secret: str | None, look: Look | Hand
) -> AbstractContextManager[Desk]:
    if isinstance(look, Hand):
        return phone_window(browser, address, secret=secret, hand=look, scale=2)
    return window(browser, address, secret=secret, look=look)


def _take(desk: Desk, page: Route | Place, look: Look | Hand) -> None:
    desk.open(page.address)
    name = f"phone-{page}" if isinstance(page, Place) else page.name
    desk.page.screenshot(path=SCREENS / f"{name}-{look}.png")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
