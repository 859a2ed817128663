"""The first question works before the app has arrived, and a phone without network is told so honestly."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Route, expect

from tests.journeys.browser.phone import doing
from tests.journeys.browser.phone.phone import Hand, Phone, Take
from tests.journeys.photos import photo

pytestmark = pytest.mark.slow


def first_question(phone: Phone) -> Callable[[], None]:
    """The question is there, the app is not; it comes when the answer is called."""
    held: list[Route] = []
    phone.page.route("**/assets/main-*.js", lambda route: held.append(route))
    phone.page.goto(f"{phone.address}/m/", wait_until="commit")
    expect(phone.page.locator("#first h1:visible")).to_have_count(1)
    # Its small script has come: it asks for the app.
    phone.page.wait_for_function(
        "performance.getEntriesByType('resource').some((one) => one.name.includes('/index-'))"
    )

    def arrive() -> None:
        for route in held:
            route.continue_()

    return arrive


def test_a_photo_taken_before_the_app_is_there_is_in_the_report(take: Take) -> None:
    phone = take(None)
    let_the_app_come = first_question(phone)
    name, content, kind = photo(1)["file"]
    with phone.page.expect_file_chooser() as chooser:
        phone.page.locator("#first-photo").tap()
    chooser.value.set_files({"name": name, "mimeType": kind, "buffer": content})
    expect(phone.page.locator("#first-answer")).to_have_text(re.compile("照片收到了"))
    let_the_app_come()
    doing.stand_at(phone, "/report/where")
    phone.page.go_back()
    doing.stand_at(phone, "/report")
    expect(phone.page.locator("#main img")).to_have_count(1)


def test_a_tap_before_the_app_is_there_is_answered_and_remembered(take: Take) -> None:
    phone = take(None, Hand(language="en"))
    let_the_app_come = first_question(phone)
    phone.page.get_by_role("link", name="Follow a report").tap()
    expect(phone.page.locator("#first-answer")).to_have_text(re.compile("opening"))
    let_the_app_come()
    doing.stand_at(phone, "/track")
    phone.page.go_back()
    doing.stand_at(phone, "/start")


def test_without_network_the_phone_says_so_and_goes_on_afterwards(take: Take) -> None:
    phone = take(None).open("/")
    phone.page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    phone.page.wait_for_function(
        "caches.keys().then((names) => names.some((name) => name.startsWith('jingwei-shell-')))"
    )
    phone.page.context.set_offline(True)
    phone.page.goto(f"{phone.address}/m/track")
    expect(phone.page.get_by_role("heading", name="现在没有网络")).to_be_visible()
    phone.page.context.set_offline(False)
    phone.page.get_by_role("link", name="再试一次").tap()
    phone.settle()
    doing.stand_at(phone, "/start")
