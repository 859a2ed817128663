"""The loop at the desk, by four roles, with nothing but a keyboard: from a resident's report to its end."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from playwright.sync_api import FileChooser, Locator, TimeoutError, expect

from tests.journeys.browser.desk import Desk
from tests.journeys.browser.stage import Stage
from tests.journeys.people import People
from tests.journeys.photos import photo

pytestmark = pytest.mark.slow
Sit = Callable[..., Desk]


def test_a_report_is_brought_to_its_end_by_keyboard(sit: Sit, stage: Stage, people: People) -> None:
    case = stage.report(by=people.li, photos=1, words="学校门口井盖破损，放学时很危险")

    community = stand_on(sit("wu"), case)
    community.press("a")
    expect(community.page.get_by_role("form", name="受理")).to_be_visible()
    choose(community, "井盖")
    community.press("Control+Enter")
    expect_state(community, "待派遣")
    community.press("q")
    community.fill_focused("本社区无执法权，请街道协调")
    community.press("Control+Enter")
    expect(community.page.get_by_text("已上报上级").first).to_be_visible()

    township = stand_on(sit("zhao"), case)
    township.press("d")
    choose(township, "城市管理")
    township.press("Control+Enter")
    expect_state(township, "待接收")

    unit = stand_on(sit("qian"), case)
    unit.press("a")
    expect_state(unit, "处置中")
    unit.press("h")
    give_evidence(unit)
    write_remark(unit, "已更换井盖，路面平整")
    unit.press("Control+Enter")
    expect_state(unit, "待核查")

    officer = stand_on(sit("lin"), case)
    officer.press("p")
    write_remark(officer, "到场看过，已平整")
    officer.press("Control+Enter")
    expect_state(officer, "待结案")

    township.open(f"/incidents/{case}")
    township.press("c")
    township.fill_focused("井盖已更换，感谢您的反映")
    township.press("Control+Enter")
    expect_state(township, "已结案")

    told = people.li.call("getIncident", incident_id=case)
    assert told["state_label"] == "已结案"
    assert [step["action"] for step in told["steps"]] == WALKED


WALKED: list[Any] = ["report", "accept", "escalate", "dispatch", "take", "handle", "pass_check", "close"]


def stand_on(desk: Desk, case: str) -> Desk:
    return desk.open(f"/incidents/{case}")


def expect_state(desk: Desk, word: str) -> None:
    expect(desk.page.locator(".matter__facts").get_by_text(word, exact=True)).to_be_visible()


def choose(desk: Desk, words: str) -> None:
    """An item or a unit, in the form that stands open."""
    desk.choose(words, desk.page.get_by_role("form"))


def give_evidence(desk: Desk) -> None:
    """A photo for every kind of proof that is asked for, through the file chooser that Space opens."""
    places = desk.page.locator("form input[type=file]")
    expect(places.first).to_be_attached()
    for number in range(places.count()):
        name, content, kind = photo(4711 + number)["file"]
        _opened_chooser(desk, places.nth(number)).set_files(
            {"name": name, "mimeType": kind, "buffer": content}
        )
        expect(desk.page.locator("form img")).to_have_count(number + 1)


def _opened_chooser(desk: Desk, place: Locator) -> FileChooser:
    """Space opens it where the field has the cursor; a form that is drawn anew in that moment loses the key."""
    for _ in range(5):
        desk.tab_to(place)
        with suppress(TimeoutError):
            with desk.page.expect_file_chooser(timeout=4_000) as chooser:
                desk.press("Space")
            return chooser.value
    raise AssertionError("Space does not open the file chooser")


def write_remark(desk: Desk, words: str) -> None:
    desk.tab_to(desk.page.get_by_role("form").locator("textarea"))
    desk.type(words)
