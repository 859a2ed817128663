"""Two taps note what was settled, one more lets it grow; a task from above is acknowledged and reported."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.browser import concerns, tasking
from tests.journeys.browser.phone import doing
from tests.journeys.browser.phone.phone import IN_THE_GRID, Hand, Take
from tests.journeys.people import People

pytestmark = pytest.mark.slow


def heard(people: People) -> dict[str, int]:
    """How often each of Lin's own notes was heard."""
    rows = people.lin.call("listConcerns", params={"is_mine": "true"})["rows"]
    return {one["id"]: one["times"] for one in rows}


def test_an_officer_notes_in_two_taps_grows_it_and_reports_a_task(take: Take, people: People) -> None:
    task_id = tasking.given_task(people)
    known = people.lin.call("getWorkLogEntry", entry_id=tasking.log_entry(people))
    phone = take("lin", Hand(position=IN_THE_GRID)).open("/log")
    expect(phone.page.get_by_text("位置：这里")).to_be_visible()
    phone.page.get_by_role("radio", name=known["item_name"]).first.check()
    phone.main_action.tap()
    expect(phone.page.get_by_text(f"已记下：{known['item_name']}")).to_be_visible()
    phone.page.locator(".latest a").first.tap()
    phone.button("转工单", exact=True).tap()
    sheet = doing.sheet(phone, "转工单")
    sheet.get_by_label("为什么要转").fill("要环卫来清运")
    sheet.get_by_role("button", name="转工单").tap()
    expect(phone.page.get_by_role("link", name="看工单")).to_be_visible()
    entry_id = re.search(r"[0-9a-f-]{36}", phone.where())
    assert entry_id
    assert people.wu.call("getIncident", incident_id=entry_id[0])["channel"] == "work_log"

    known_id = concerns.concern(people)
    before = heard(people)
    phone.open("/concerns/note")
    phone.page.get_by_role("radio", name=concerns.TOPIC_NAME).first.check()
    near = phone.page.get_by_role("region", name="近两周这里也有人说")
    expect(near).to_be_visible()  # one more of the same, instead of a second note
    near.get_by_role("button", name="也听到").first.tap()
    expect(phone.page.get_by_text(re.compile("已加一，共 \\d+ 次"))).to_be_visible()
    phone.page.get_by_role("radio", name=concerns.TOPIC_NAME).first.check()
    phone.main_action.tap()
    expect(phone.page.get_by_text(f"已记下：{concerns.TOPIC_NAME}")).to_be_visible()
    after = heard(people)
    assert known_id in after
    assert sorted(after[one] - before.get(one, 0) for one in after)[-2:] == [1, 1]  # one more, and a new one
    assert (len(after), sum(after.values())) == (len(before) + 1, sum(before.values()) + 2)

    phone.open(f"/given/{task_id}")
    phone.button("签收", exact=True).tap()
    doing.sheet(phone, "签收").get_by_role("button", name="签收").tap()
    expect(phone.button("报完成")).to_be_visible()
    phone.button("报完成").tap()
    sheet = doing.sheet(phone, "报完成")
    sheet.get_by_label("到现在共完成").fill("5")
    sheet.get_by_role("radio", name="是", exact=True).check()
    sheet.get_by_role("button", name="报完成").tap()
    expect(phone.page.get_by_text("待验收").first).to_be_visible()
    shares = people.zhao.call("getTask", task_id=task_id)["shares"]
    assert [one["progress"]["done"] for one in shares if one["is_for_post"]] == [5]
