"""What people do with their thumbs, as often as journeys need it."""

import re

from playwright.sync_api import Locator, expect

from tests.journeys.browser.phone.phone import Phone
from tests.journeys.photos import photo


def choose_photo(phone: Phone, opener: Locator, number: int = 1) -> None:
    """Tap what opens the camera or the album, and give it a photo."""
    with phone.page.expect_file_chooser() as chooser:
        opener.tap()
    name, content, kind = photo(number)["file"]
    chooser.value.set_files({"name": name, "mimeType": kind, "buffer": content})


def sent_photos(phone: Phone) -> Locator:
    """Those that have arrived."""
    return phone.page.locator(".upload[data-state=done]")


def stand_at(phone: Phone, place: str) -> None:
    """Until the address says so."""
    expect(phone.page).to_have_url(re.compile(rf"/m{place}(\?.*)?$"))
    phone.settle()


def say_where_i_am(phone: Phone) -> None:
    """The second step, by the phone's own position."""
    stand_at(phone, "/report/where")
    phone.button("就在我现在的地方").tap()
    expect(phone.page.locator("#place-set")).to_be_visible()
    phone.button("下一步").tap()
    stand_at(phone, "/report/what")


def write(phone: Phone, words: str, *, within: Locator | None = None) -> None:
    """Into the only field of several lines that is there."""
    field = (within or phone.page).locator("textarea:visible")
    expect(field).to_have_count(1)
    field.fill(words)


def hand_in(phone: Phone) -> str:
    """Send the report; gives the tracking code of its receipt."""
    phone.button("交上去", exact=True).tap()
    return receipt(phone)


def receipt(phone: Phone) -> str:
    """The tracking code, once the report was handed in."""
    expect(phone.page.get_by_role("heading", name="交上去了")).to_be_visible()
    code = "".join(str(phone.page.locator(".code__letters").inner_text()).split())
    assert re.fullmatch(r"[0-9A-Z]{10}", code), code
    return code


def open_from_today(phone: Phone, title: str) -> None:
    """Find the matter in today's list and open it."""
    phone.open("/today")
    card = phone.page.locator("a.card").filter(has_text=title).first
    if not card.is_visible():
        phone.page.locator("summary").first.tap()
    card.tap()
    expect(phone.page.get_by_role("heading", level=1, name=title)).to_be_visible()
    phone.settle()


def begin(phone: Phone, action: str) -> None:
    """Tap an action of the matter: the one at the thumb, or one of the others."""
    foot = phone.page.locator(".screen__foot")
    expect(foot.get_by_role("button").first).to_be_visible()
    direct = foot.get_by_role("button", name=action, exact=True)
    if direct.count() == 0:
        foot.get_by_role("button", name="其他操作").tap()
        phone.page.get_by_role("dialog").get_by_role("button", name=action, exact=True).tap()
    else:
        direct.tap()


def sheet(phone: Phone, title: str) -> Locator:
    """The open sheet of an action."""
    found = phone.page.get_by_role("dialog", name=title)
    expect(found).to_be_visible()
    return found


def confirm(phone: Phone, title: str) -> None:
    """The main action of a sheet, and its word that it was done."""
    sheet(phone, title).get_by_role("button", name=title, exact=True).tap()
    expect(phone.page.get_by_role("dialog", name=title)).to_have_count(0)


def expect_state(phone: Phone, word: str) -> None:
    expect(phone.page.locator(".head__line").get_by_text(word, exact=True).first).to_be_visible()
