"""At a door: what has not changed is one tap, what has is typed once, and one save feeds three ledgers."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.browser import concerns
from tests.journeys.browser.doorvisits import ADDRESS, PHONE, home
from tests.journeys.browser.phone.phone import IN_THE_GRID, Hand, Take
from tests.journeys.people import People

pytestmark = pytest.mark.slow


def test_one_visit_feeds_house_person_and_concerns(take: Take, people: People) -> None:
    concerns.concern(people)  # the city's topics stand
    house_id = home(people)
    phone = take("lin", Hand(position=IN_THE_GRID)).open(f"/homes/houses/{house_id}")
    phone.page.get_by_role("link", name="入户走访").tap()
    expect(phone.page.get_by_text(ADDRESS).first).to_be_visible()
    assert PHONE not in phone.page.content()

    use = phone.page.get_by_role("group", name="房屋现在怎么用")
    expect(use.get_by_text("自住")).to_be_visible()
    use.get_by_role("button", name="有变化", exact=True).tap()
    use.get_by_role("radio", name="出租").check()
    called = phone.page.get_by_role("group", name="联系电话")
    called.get_by_role("button", name="没有变化", exact=True).tap()
    phone.page.get_by_role("radio", name=concerns.TOPIC_NAME).first.check()

    record = people.wu.call("getHouse", house_id=house_id)
    other = {"version": record["version"], "facts": {"tenure": "vacant"}}
    people.wu.call("changeHouse", house_id=house_id, json=other)
    phone.main_action.tap()
    expect(use.get_by_text("您走访期间，有人改了这一项")).to_be_visible()
    use.get_by_role("radio", name=re.compile("我的")).check()
    phone.main_action.tap()
    expect(phone.page.get_by_text("已保存：变更1份，核实1份，民情1条")).to_be_visible()

    house = people.wu.call("getHouse", house_id=house_id)
    assert (house["facts"]["tenure"], house["changes"][0]["source"]) == ("let", "visit")
    (visit, *_) = people.lin.call("listDoorVisits", params={"house_id": house_id})["rows"]
    landed = people.wu.call("getDoorVisit", visit_id=visit["id"])["landed"]
    assert [one["deed"] for one in landed] == ["changed", "confirmed"]
    heard = people.wu.call("listConcerns", params={"occasion": "visit", "is_mine": "false"})["rows"]
    assert [one["address"] for one in heard if not one["words"]] == [""]
    expect(phone.page.get_by_role("link", name=re.compile(ADDRESS)).first).to_be_visible()
