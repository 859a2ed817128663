"""Signing in at the desk."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.cast import PASSWORD
from tests.journeys.browser.desk import Desk

pytestmark = pytest.mark.slow
Sit = Callable[..., Desk]


def test_somebody_signs_in_by_keyboard_and_is_at_their_work(sit: Sit) -> None:
    desk = sit(None).open("/")
    expect(desk.page).to_have_title("登录 · 经纬")
    desk.tab_to(desk.page.get_by_label("用户名"))
    desk.type("zhao")
    desk.tab_to(desk.page.get_by_label("密码", exact=True))
    desk.type(PASSWORD)
    desk.press("Enter")
    expect(desk.page.get_by_role("button", name="我的账号：赵强")).to_be_visible()


def test_a_wrong_password_is_said_and_nothing_is_lost(sit: Sit) -> None:
    desk = sit(None).open("/sign-in")
    desk.page.get_by_label("用户名").fill("zhao")
    desk.page.get_by_label("密码", exact=True).fill("not-the-password")
    desk.press("Enter")
    expect(desk.page.get_by_text("用户名或密码不正确").first).to_be_visible()
    expect(desk.page.get_by_label("用户名")).to_have_value("zhao")
