"""An eatery opens in a house: registered at the desk from the house's page, found by the officer, confirmed in one tap."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.journeys.browser.desk import Desk
from tests.journeys.browser.dwellings import dwellings
from tests.journeys.browser.phone.phone import Take
from tests.journeys.people import People

pytestmark = pytest.mark.slow
NAME = "湘味木桶饭"


def test_an_eatery_registered_at_its_house_is_confirmed_on_the_spot(
    sit: Callable[..., Desk], take: Take, people: People
) -> None:
    house = dwellings(people)[1]
    desk = sit("wu").open(f"/dwellings/houses/{house}")
    page = desk.page
    address = page.get_by_role("heading", level=1).inner_text()
    page.get_by_role("link", name="登记开在这里的店铺或单位").click()
    expect(page.get_by_role("heading", level=1, name="登记组织或场所")).to_be_visible()
    expect(page.get_by_text(address).first).to_be_visible()
    page.get_by_role("button", name="保存").click()
    expect(page.get_by_text("请填写。").first).to_be_visible()
    page.get_by_label("名称", exact=True).fill(NAME)
    page.get_by_role("combobox", name="场所类别").click()
    page.get_by_role("option", name="小餐饮").click()
    page.get_by_label("负责人", exact=True).fill("龙小妹")
    page.get_by_label("联系电话", exact=True).fill("10000123458")
    page.get_by_role("button", name="保存").click()
    expect(page.get_by_role("heading", level=1, name=NAME)).to_be_visible()
    expect(page.get_by_text("10000123458")).to_have_count(0)
    page.get_by_role("link", name=address, exact=True).click()
    expect(page.get_by_role("link", name=re.compile("组织.场所："))).to_be_visible()

    phone = take("lin")
    phone.open("/organisations")
    phone.page.get_by_text("全部", exact=True).tap()
    phone.page.get_by_role("link", name=NAME).tap()
    expect(phone.page.get_by_role("heading", level=1, name=NAME)).to_be_visible()
    phone.button("核实无变化").tap()
    expect(phone.page.get_by_text("已记下：今天核实，无变化")).to_be_visible()

    rows = people.wu.call("listOrganisations", params={"house_id": house, "words": NAME})["rows"]
    shown = people.wu.call("getOrganisation", organisation_id=rows[0]["organisation_id"])
    newest = shown["changes"][0]
    assert (newest["deed"], newest["source"]) == ("confirmed", "phone")
