"""`./jw screenshots`: every page of the desk as pictures, in both sizes, themes and languages, in var/screens."""

import os
import shutil
import sys
import tempfile
from itertools import product
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jingwei.config.settings")
django.setup()

# The cast is written down with the models, so the apps must be loaded first.
from tests.databases import ROOT  # noqa: E402
from tests.journeys.browser.conftest import session_secret  # noqa: E402
from tests.journeys.browser.desk import LARGE, SMALL, Desk, Look, window  # noqa: E402
from tests.journeys.browser.house import open_browser, open_house, parts_of  # noqa: E402
from tests.journeys.browser.routes import Route, routes  # noqa: E402
from tests.journeys.browser.stage import Stage  # noqa: E402
from tests.journeys.people import People  # noqa: E402

SCREENS = ROOT / "var/screens"
LOOKS = [
    Look(language=language, theme=theme, size=size)
    for size, theme, language in product((SMALL, LARGE), ("light", "dark"), ("zh-CN", "en"))
]


def main(words: list[str]) -> int:
    """Take them all, or only the pages and looks named (``zh-light-1440x900``). Says what went wrong in a page."""
    looks = [look for look in LOOKS if str(look) in words] or LOOKS
    words = [word for word in words if word not in {str(look) for look in LOOKS}]
    if not words and looks == LOOKS and SCREENS.exists():
        shutil.rmtree(SCREENS)
    SCREENS.mkdir(parents=True, exist_ok=True)
    faults: list[str] = []
    with (
        tempfile.TemporaryDirectory() as folder,
        open_house(Path(folder)) as house,
        open_browser() as browser,
    ):
        people = People(house.address)
        pages = [one for one in routes(parts_of(people, Stage(people))) if not words or one.name in words]
        for look, visitor in product(looks, dict.fromkeys(one.visitor for one in pages)):
            secret = session_secret(people, visitor) if visitor else None
            with window(browser, house.address, secret=secret, look=look) as desk:
                for route in (one for one in pages if one.visitor == visitor):
                    _take(desk, route, look)
                    faults += [f"{route.name} {look}: {fault}" for fault in desk.faults]
                    desk.faults.clear()
        people.leave()
    print(f"{len(pages) * len(looks)} pictures of {len(pages)} pages in {SCREENS.relative_to(ROOT)}")
    print("\n".join(faults))
    return 1 if faults else 0


def _take(desk: Desk, route: Route, look: Look) -> None:
    desk.open(route.address)
    desk.page.screenshot(path=SCREENS / f"{route.name}-{look}.png")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
