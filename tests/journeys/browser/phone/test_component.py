"""A number in the street: the officer inspects the thing with a photo, a resident reports about it, its page shows both."""

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.cast import GRID_1, inside
from tests.journeys.browser.phone import doing
from tests.journeys.browser.phone.phone import IN_THE_GRID, Hand, Take
from tests.journeys.people import People

pytestmark = pytest.mark.slow
NAME = "春江路口雨水井盖"


def registered(people: People) -> dict[str, Any]:
    lon, lat = inside(GRID_1, east=0.45, north=0.35)
    body = {
        "kind": "0103",
        "name": NAME,
        "address": "春江路口东侧",
        "position": {"lon": lon, "lat": lat},
        "keeper_name": "排水管理所",
    }
    made: dict[str, Any] = people.wu.call("registerComponent", json=body)
    return made


def test_the_number_on_a_thing_leads_to_its_inspection_and_to_a_report_about_it(
    take: Take, people: People
) -> None:
    made = registered(people)
    officer = take("lin", Hand(position=IN_THE_GRID))
    officer.open(f"/components/{made['code']}")
    officer.button("记一次巡检").tap()
    asked = doing.sheet(officer, "记一次巡检")
    asked.get_by_text("损坏", exact=True).tap()
    doing.choose_photo(officer, asked.get_by_role("button", name="拍照"))
    expect(doing.sent_photos(officer)).to_have_count(1)
    doing.write(officer, "盖板开裂，过车有响声", within=asked)
    asked.get_by_role("button", name="记下来").tap()
    expect(asked.get_by_role("button", name="上报事件")).to_be_visible()

    resident = take(None, Hand(position=IN_THE_GRID))
    resident.open(f"/components/{made['code']}")
    expect(resident.page.get_by_role("heading", level=1, name=NAME)).to_be_visible()
    expect(resident.button("记一次巡检")).to_have_count(0)
    doing_report = resident.button("上报这里的问题")
    doing_report.tap()
    doing.stand_at(resident, "/report")
    doing.choose_photo(resident, resident.button("拍照", exact=True))
    resident.button("下一步").tap()
    doing.stand_at(resident, "/report/what")
    doing.write(resident, "井盖裂了，骑车过去会颠一下")
    code = doing.hand_in(resident)

    case = people.passer_by.call("trackIncident", code=code)
    assert case["component"]["code"] == made["code"]
    shown = people.wu.call("getComponent", component_id=made["component_id"])
    newest = shown["entries"][0]
    assert (newest["deed"], newest["condition"], len(newest["files"])) == ("inspected", 3, 1)
    about = people.wu.call("listIncidents", params={"component_id": made["component_id"]})["rows"]
    assert [one["id"] for one in about] == [case["id"]]
