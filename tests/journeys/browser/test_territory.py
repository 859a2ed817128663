"""A grid is drawn at the desk, its faults are found and mended, it is published, looked back at, and taken back."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from jingwei.kernel.clock import local, now
from tests.journeys.browser.desk import Desk
from tests.journeys.people import Json, People

pytestmark = pytest.mark.slow
Sit = Callable[..., Desk]
TOWNSHIP, GRID = "430903001", "桃花仑社区第一网格"
"""A township where no other journey works, with one grid: a square that the map shows whole."""
NEW = "桃花仑社区第二网格"
NORTH_EAST = ((0.05, -0.05), (0.2, -0.05), (0.2, -0.2), (0.05, -0.2))
"""Corners of the new grid, from the middle of the map, in parts of its lesser side: all inside the square."""
LONG_AGO = "2025-01-01"


def test_a_grid_is_drawn_mended_published_and_looked_back_at(sit: Sit, people: People) -> None:
    title = "桃花仑街道网格调整"
    draft = people.ding.call("openDraft", json={"area_code": TOWNSHIP, "title": title})["draft_id"]
    desk = sit("ding").open(f"/territory/drafts/{draft}?layer=small")
    draw(desk, NEW)
    rename_meanwhile(people, draft, f"{GRID}（原）")
    press(desk, "保存")

    told = desk.page.get_by_role("alert", name="您动手以后，别人改过这份草稿")
    expect(told).to_contain_text("丁宁")
    expect(grid(desk, f"{GRID}（原）")).to_be_visible()
    told.get_by_role("button", name="在最新的上面保存我的").click()
    expect(told).to_have_count(0)
    expect(grid(desk, NEW)).to_be_visible()

    page = desk.page
    page.get_by_role("tab", name="问题").click()
    mend(desk, "overlap", f"划给“{NEW}”")
    page.get_by_role("tab", name="发布").click()
    press(desk, "核对")
    expect(page.get_by_text("核对过了，没有必须处理的问题。")).to_be_visible()
    page.get_by_role("textbox", name="为什么调整").fill("街道网格调整会议决定")
    press(desk, "发布")
    page.get_by_role("dialog").get_by_role("button", name="发布", exact=True).click()

    expect(page.get_by_role("heading", name="发布记录")).to_be_visible()
    published = page.get_by_role("listitem").filter(has=page.get_by_text(title, exact=True))
    expect(published.get_by_text("已生效", exact=True)).to_be_visible()

    desk.open(f"/territory?within={TOWNSHIP}&layer=small")
    expect(grid(desk, NEW)).to_be_visible()
    desk.open(f"/territory?within={TOWNSHIP}&layer=small&on={LONG_AGO}")
    expect(grid(desk, GRID)).to_be_visible()
    expect(grid(desk, NEW)).to_have_count(0)
    desk.open(f"/territory?within={TOWNSHIP}&layer=small&from={LONG_AGO}")
    expect(grid(desk, NEW)).to_contain_text("新设")
    expect(grid(desk, f"{GRID}（原）")).to_contain_text("调整")

    desk.open("/territory/publications")
    published.get_by_role("button", name="撤销发布").click()
    asked = page.get_by_role("dialog")
    asked.get_by_role("textbox", name="理由").fill("会议决定有误")
    asked.get_by_role("button", name="撤销发布").click()
    expect(published.get_by_text("已撤销", exact=True)).to_be_visible()
    on = local(now()).date().isoformat()
    found = people.ding.call("listAreasOn", params={"within": TOWNSHIP, "layer": "small", "on": on})
    assert [one["name"] for one in found["features"]] == [GRID]


def draw(desk: Desk, name: str) -> None:
    """A grid upon the one that is there, without taking its ground: the check must find that."""
    press(desk, "画新的")
    form = desk.page.get_by_role("form", name="还没有保存")
    expect(form).to_contain_text("已放 0 个点")
    form.get_by_role("textbox", name="名称").fill(name)
    form.get_by_text("和别的网格重叠的部分划归它").click()
    expect(form.get_by_role("checkbox")).not_to_be_checked()
    ground = desk.page.locator(".jw-map canvas").bounding_box()
    assert ground
    side = min(ground["width"], ground["height"])
    for number, (east, south) in enumerate(NORTH_EAST, start=1):
        x, y = ground["width"] / 2 + east * side, ground["height"] / 2 + south * side
        desk.page.mouse.click(ground["x"] + x, ground["y"] + y)
        expect(form).to_contain_text(f"已放 {number} 个点")
    press(desk, "画完了")
    expect(form).to_contain_text("公顷")


def rename_meanwhile(people: People, draft: str, name: str) -> None:
    """Somebody else changes the draft while it is being drawn on."""
    held = people.ding.call("listDraftFeatures", draft_id=draft, params={"layer": "small"})
    change = {"verb": "describe", "feature_id": held["features"][0]["feature_id"], "name": name}
    body: Json = {"version": held["version"], "change": change}
    people.ding.call("changeDraft", draft_id=draft, json=body)


def mend(desk: Desk, kind: str, way: str) -> None:
    """The fault is there, is mended with one click, and is there no more."""
    faults = desk.page.locator(f"[data-kind={kind}]")
    expect(faults).to_have_count(1)
    faults.get_by_role("button", name=way, exact=True).click()
    expect(faults).to_have_count(0)


def grid(desk: Desk, name: str) -> Locator:
    return desk.page.get_by_role("listitem").filter(has=desk.page.get_by_text(name, exact=True))


def press(desk: Desk, words: str) -> None:
    desk.page.get_by_role("button", name=words, exact=True).click()
