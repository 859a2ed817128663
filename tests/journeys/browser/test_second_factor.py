"""A second factor at the desk: set up, used, and asked for once more before something sensitive."""

from collections.abc import Callable

import pyotp
import pytest
from playwright.sync_api import expect

from tests.cast import PASSWORD, id_of
from tests.databases import owner_connection
from tests.journeys.browser.desk import Desk
from tests.journeys.servers import House

pytestmark = pytest.mark.slow
Sit = Callable[..., Desk]
LONG_AGO = "update access_token set authenticated_at = now() - interval '2 days' where person_id = %s"


def sign_in(desk: Desk, code: str = "") -> None:
    page = desk.open("/sign-in").page
    page.get_by_label("用户名").fill("tang")
    page.get_by_label("密码", exact=True).fill(PASSWORD)
    desk.press("Enter")
    if code:
        page.get_by_label("验证码").fill(code)
        desk.press("Enter")
    expect(page.get_by_role("button", name="我的账号：唐静")).to_be_visible()


def test_somebody_sets_it_up_signs_in_with_it_and_proves_it_before_making_a_token(
    sit: Sit, house: House
) -> None:
    desk = sit(None)
    sign_in(desk)
    page = desk.open("/security").page
    page.get_by_role("button", name="开启两步验证").click()
    key = page.locator(".setup__key").inner_text().replace(" ", "")
    expect(page.get_by_role("img", name="给验证器应用扫的图")).to_be_visible()
    page.get_by_label("输入应用显示的6位数字").fill(pyotp.TOTP(key).now())
    desk.press("Enter")
    expect(page.locator(".codes__list li")).to_have_count(10)
    codes = page.locator(".codes__list code").all_inner_texts()

    again = sit(None)
    sign_in(again, codes[0])
    with owner_connection(house.database) as connection:
        connection.execute(LONG_AGO, [id_of("person tang")])
    page = again.open("/sessions").page
    page.get_by_label("名称", exact=True).fill("数据对接")
    again.press("Enter")
    asked = page.get_by_role("dialog", name="请确认是您本人")
    asked.get_by_label("验证器应用上的6位数字").fill("000000")
    again.press("Enter")
    expect(asked.get_by_text("密码或验证码不正确")).to_be_visible()
    asked.get_by_label("验证器应用上的6位数字").fill(codes[1])
    again.press("Enter")
    expect(page.locator(".issue__secret code")).to_be_visible()
    expect(asked).to_be_hidden()
