"""The one map at the desk: a matter is found on it, its ground is chosen, and both lead on to the lists."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.journeys.browser.desk import Desk
from tests.journeys.browser.stage import Stage

pytestmark = pytest.mark.slow
Sit = Callable[..., Desk]


def test_a_matter_is_found_on_the_map_and_its_ground_is_worked_off_in_the_list(
    sit: Sit, stage: Stage
) -> None:
    words = "地图上要找到的井盖，车过有响声"
    case = stage.report(words=words)
    desk = sit("wu").open("/map")
    page = desk.page
    drawn = page.locator(".jw-one__box[data-state='ready']")
    expect(drawn).to_be_visible()
    expect(page.get_by_role("alert")).to_have_count(0)
    expect(page.get_by_role("checkbox", name="事件", exact=True)).to_be_checked()

    # The list is the same things as the map, for whoever works by keyboard.
    desk.press("m")
    row = page.locator(f"[data-row='{case}']")
    expect(row).to_contain_text(words)
    row.focus()
    desk.press("Enter")
    card = page.get_by_role("complementary", name="选中的")
    expect(card.get_by_role("heading", name=words)).to_be_visible()
    expect(page).to_have_url(re.compile(f"is=incidents~{case}"))
    page.reload()
    expect(card.get_by_role("heading", name=words)).to_be_visible()
    expect(page.locator(f"[data-row='{case}']")).to_have_attribute("aria-pressed", "true")
    expect(drawn).to_be_visible()

    # A circle around the middle, without a mouse; what lies in it is worked off in the list of matters.
    tools = page.get_by_role("toolbar", name="地图工具")
    tools.get_by_role("button", name="圈选", exact=True).press("Enter")
    radius = page.get_by_label("半径（米）")
    radius.fill("20000")
    page.get_by_role("button", name="选中这一片").press("Enter")
    expect(page).to_have_url(re.compile(r"shape=c[\d.]+,[\d.]+,20000"))
    expect(page.get_by_text("半径 20 公里 的圆")).to_be_visible()
    expect(page.locator(f"[data-row='{case}']")).to_be_visible()
    page.get_by_role("link", name="在列表页打开").press("Enter")
    expect(page.get_by_text("地图上的选区")).to_be_visible()
    expect(page.locator(f"[data-incident='{case}']")).to_be_visible()

    # Another piece of ground holds nothing of it.
    desk.open("/map?panel=list&shape=c112.9,28.9,300")
    expect(page.get_by_text("这个范围里没有")).to_be_visible()
    expect(page.locator(f"[data-row='{case}']")).to_have_count(0)
