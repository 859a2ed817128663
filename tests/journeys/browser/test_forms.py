"""A form drafted at the desk: a field added, moved by keyboard, its reasons asked for, published, and in force at once."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.journeys.browser.desk import Desk
from tests.journeys.people import People

pytestmark = pytest.mark.slow
KIND = "dwellings.building"


def test_a_field_is_added_moved_and_published_and_everybody_is_asked_it(
    sit: Callable[..., Desk], people: People
) -> None:
    desk = sit("ding").open(f"/forms/of/{KIND}")
    page = desk.page
    page.get_by_role("button", name="起草修改").click()
    expect(page.get_by_role("heading", name="“楼栋”的草稿")).to_be_visible()
    publish = page.get_by_role("button", name="发布……")
    page.get_by_role("button", name="添加字段").last.click()
    expect(publish).to_be_disabled()
    panel = page.get_by_role("region", name="字段", exact=True)
    panel.get_by_label("名称", exact=True).fill("外墙保温")
    panel.get_by_label("英文名称", exact=True).fill("Insulated")
    expect(publish).to_be_enabled()
    panel.get_by_text("是个人信息", exact=True).click()
    expect(panel.get_by_text("个人信息：还没有写依据。")).to_be_visible()
    expect(publish).to_be_disabled()
    panel.get_by_text("是个人信息", exact=True).click()
    handle = page.get_by_role("button", name="移动“外墙保温”")
    handle.focus()
    desk.press("ArrowUp")
    expect(page.get_by_role("status").filter(has_text="“外墙保温”移到")).to_be_attached()
    expect(handle).to_be_focused()
    expect(page.get_by_role("region", name="预览").get_by_label("外墙保温")).to_be_visible()
    publish.click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_text(re.compile("新增.*外墙保温"))).to_be_visible()
    dialog.get_by_role("button", name="发布", exact=True).click()
    expect(page.get_by_role("heading", name="楼栋", exact=True)).to_be_visible()
    expect(page.get_by_text("第 1 版").first).to_be_visible()
    asked = people.lin.call("getForm", record_kind=KIND)
    assert asked["version"] == 1
    assert [one["label_zh"] for one in asked["fields"]].index("外墙保温") == len(asked["fields"]) - 2
