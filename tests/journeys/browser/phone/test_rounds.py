"""The officer goes round a building: a whole flat at once, a tap taken back, nobody at home; the desk sees it fresher."""

from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.cast import COMMUNITY, GRID_1
from tests.journeys.browser import freshness
from tests.journeys.browser.phone.phone import IN_THE_GRID, Hand, Take
from tests.journeys.people import People
from tests.journeys.servers import House

pytestmark = pytest.mark.slow


def test_a_building_is_gone_round_door_by_door(take: Take, people: People, house: House) -> None:
    task = freshness.collection(people, house)
    phone = take("lin", Hand(position=IN_THE_GRID))
    phone.open("/today")
    phone.page.get_by_role("link", name="条台账待上门核实").tap()
    phone.page.get_by_role("link", name=freshness.ADDRESS).tap()
    expect(phone.page.get_by_text("还剩4条")).to_be_visible()

    def door(room: str) -> Locator:
        return phone.page.get_by_role("region", name=f"1单元{room}室")

    first, second, third = (door(room) for room in freshness.ROOMS)
    expect(first.get_by_text("秋江生")).to_be_visible()
    second.get_by_role("button", name="1单元102室：无变化").tap()
    expect(phone.page.get_by_text("还剩3条")).to_be_visible()
    second.get_by_role("button", name="1单元102室：撤回").tap()
    expect(phone.page.get_by_text("还剩4条")).to_be_visible()

    first.get_by_role("button", name="这一户都无变化").tap()
    third.get_by_role("button", name="家中无人").tap()
    expect(first.get_by_text("已核实")).to_have_count(2, timeout=20_000)
    expect(third.get_by_text("家中无人，")).to_be_visible(timeout=20_000)
    expect(phone.page.get_by_text("还剩1条")).to_be_visible()

    told: dict[str, Any] = people.lin.call("getCollection", collection_id=task)
    assert (told["open"], told["done"], told["absent"]) == (1, 2, 1)
    rows = people.lin.call("listHouses", params={"words": f"{freshness.ADDRESS}1单元101室"})["rows"]
    shown = people.wu.call("getHouse", house_id=rows[0]["record_id"])
    assert (shown["changes"][0]["deed"], shown["changes"][0]["source"]) == ("confirmed", "visit")
    people.wu.call("planCollection", json={"area_code": COMMUNITY})
    table = people.wu.call("getFreshness", params={"area_code": COMMUNITY})
    (grid,) = [one for one in table["areas"] if one["area_code"] == GRID_1]
    houses = next(one for one in grid["kinds"] if one["kind"] == "dwellings.house")
    assert houses["records"] - houses["fresh"] >= 2
