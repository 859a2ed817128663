"""A house, its people and a browser, for journeys and for pictures."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, expect, sync_playwright

from tests.databases import clone_database, database_name, drop_database
from tests.journeys.browser.desk import PATIENCE_MS
from tests.journeys.browser.stage import Stage
from tests.journeys.people import People
from tests.journeys.servers import House, running
from tools.needs import browser as browser_path


@contextmanager
def open_house(folder: Path) -> Iterator[House]:
    """All servers over a database of their own."""
    name = database_name("desk")
    clone_database(name)
    try:
        with running(name, folder) as house:
            yield house
    finally:
        drop_database(name)


@contextmanager
def open_browser() -> Iterator[Browser]:
    """The system's Chromium; Playwright only speaks to it."""
    path = browser_path()
    assert path, "Chromium is missing. On Debian: apt-get install chromium"
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path)
        yield browser
        browser.close()


def parts_of(people: People, stage: Stage) -> dict[str, str]:
    """What stands where a page's address names something: a key is the parameter, or page and parameter."""
    cases = stage.furnish()
    return {
        "id": cases["with_township"],
        "incident_id": cases["with_township"],
        "incidentId": cases["with_township"],
    }
