"""Working an inbox off at the desk: one by one, and a batch, without leaving the page or touching a mouse.

Under `./jw journeys` twenty are cleared, among all the other tests as many as show that it goes on and on.
"""

import os
from collections.abc import Callable
from statistics import median

import pytest
from playwright.sync_api import expect

from jingwei.kernel.clock import now
from tests.journeys.browser.desk import Desk
from tests.journeys.browser.stage import Stage
from tests.journeys.people import People
from tests.journeys.servers import House

pytestmark = pytest.mark.slow
Sit = Callable[..., Desk]
MANY = 20 if os.environ.get("JINGWEI_JOURNEYS") else 7
GENEROUS_MS = 3000
"""A machine that does much else at once is slower; what is asked for stands in the printed figures."""


def test_many_are_cleared_by_keyboard_without_leaving_the_page(
    sit: Sit, stage: Stage, people: People
) -> None:
    for row in people.wu.all_rows("listIncidents", bucket="to_accept", size=100):
        given = {"item_code": stage.item["item_code"]}  # others left words for which no item is suggested
        people.wu.call("acceptIncident", incident_id=row["id"], json=given)
    for _ in range(MANY):
        stage.report()
    before = waiting(people, "to_accept")
    desk = sit("wu").open("/inbox?tray=to_accept")
    loads: list[str] = []
    desk.page.on("framenavigated", lambda frame: loads.append(frame.url))
    for _ in range(MANY):
        matter = standing_on(desk)
        desk.press("a")
        expect(desk.page.get_by_role("form", name="受理")).to_be_visible()
        expect(desk.page.locator("form input[type=radio]:checked")).to_have_count(1)
        desk.press("Control+Enter")
        expect(desk.page.locator(f"[data-incident='{matter}']")).to_have_count(0)
    assert all("/desk/inbox" in url for url in loads)
    assert waiting(people, "to_accept") == before - MANY
    tell(f"clearing {MANY}", desk)


def test_moving_through_a_list_is_immediate(sit: Sit, stage: Stage) -> None:
    for _ in range(6):
        stage.report()
    desk = sit("wu").open("/inbox?all=1")
    for _ in range(6):
        matter = standing_on(desk)
        desk.press("j")
        expect(desk.page.locator(f"[data-incident='{matter}']")).to_have_count(0)
    for _ in range(6):
        matter = standing_on(desk)
        desk.press("k")
        expect(desk.page.locator(f"[data-incident='{matter}']")).to_have_count(0)
    tell("moving with j and k", desk)


def test_a_batch_is_dispatched_by_keyboard_with_one_notice(
    sit: Sit, stage: Stage, people: People, house: House
) -> None:
    for _ in range(4):
        stage.with_township()
    house.wait_until_told()
    people.xu.call("markAllRead", json={"until": now().isoformat()})
    desk = sit("zhao").open("/inbox?tray=to_dispatch")
    standing_on(desk)
    marked = desk.page.locator("[role=row][aria-selected=true]")
    for number in range(4):
        desk.press("x")
        expect(marked).to_have_count(number + 1)
        desk.press("j")
    cases = [str(row.get_attribute("data-id")) for row in marked.all()]
    desk.press("d")
    dialog = desk.page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    desk.choose("城市管理", dialog)
    desk.press("Control+Enter")
    expect(desk.page.get_by_role("status").filter(has_text="已派遣 4 件")).to_be_visible()
    states = [people.zhao.call("getIncident", incident_id=case)["state_label"] for case in cases]
    assert states == ["待接收"] * 4
    house.wait_until_told()
    unread = [one for one in people.xu.call("listNotices")["rows"] if one["read_at"] is None]
    assert [(one["kind"], one["times"]) for one in unread] == [("incidents.unit", 4)], (
        "one notice for all four"
    )
    tell("dispatching four at once", desk)


def standing_on(desk: Desk) -> str:
    """The matter that is open beside the list."""
    pane = desk.page.locator("[data-incident]")
    expect(pane).to_be_visible()
    return str(pane.get_attribute("data-incident"))


def waiting(people: People, tray: str) -> int:
    """How many lie in a tray of Wu's."""
    buckets = people.wu.call("getInbox")["buckets"]
    return int(next(one["count"] for one in buckets if one["bucket"] == tray))


def tell(what: str, desk: Desk) -> None:
    """The figures, seen with -s; only what nobody would wait for fails."""
    for key, taken in sorted(desk.effects().items()):
        print(
            f"\n{what}: {key} × {len(taken)}, median {median(taken):.0f} ms, worst {max(taken):.0f} ms",
            end="",
        )
        assert median(taken) < GENEROUS_MS, f"{key} takes {median(taken):.0f} ms"
    print(f"\n{what}: the browser's own slowest interaction {desk.slowest_interaction_ms():.0f} ms")
