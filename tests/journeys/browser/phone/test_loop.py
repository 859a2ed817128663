"""The whole loop between three phones and a desk: a grandmother's photo, the desk, the handler, the officer, and back to her."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.journeys.browser.desk import Desk
from tests.journeys.browser.phone import doing
from tests.journeys.browser.phone.phone import IN_THE_GRID, NARROW, Hand, Phone, Take
from tests.journeys.browser.test_loop import choose, expect_state, stand_on
from tests.journeys.people import People

pytestmark = pytest.mark.slow
Sit = Callable[..., Desk]
WORDS = "校门口井盖破了一半，放学时孩子们绕着走"
WALKED = ["report", "accept", "escalate", "dispatch", "take", "handle", "pass_check", "close", "rate"]


def test_three_phones_and_a_desk_bring_a_report_to_its_end(take: Take, sit: Sit, people: People) -> None:
    resident = take(None, Hand(position=IN_THE_GRID))
    code = report_at_the_school(resident)
    case = str(people.passer_by.call("trackIncident", code=code)["id"])

    dispatch_at_the_desk(sit, case)

    handler = take("qian", Hand(position=IN_THE_GRID, size=NARROW))
    handler.open(f"/task/{case}")
    doing.begin(handler, "接收")
    doing.expect_state(handler, "处置中")
    handle_with_photos(handler)
    doing.expect_state(handler, "待核查")

    officer = take("lin", Hand(position=IN_THE_GRID))
    doing.open_from_today(officer, WORDS[:10])
    expect(officer.page.get_by_text("处置后").first).to_be_visible()
    doing.begin(officer, "核查通过")
    doing.write(officer, "到场看过，井盖换好了", within=doing.sheet(officer, "核查通过"))
    doing.confirm(officer, "核查通过")
    doing.expect_state(officer, "待结案")

    township = sit("zhao").open(f"/incidents/{case}")
    township.press("c")
    township.fill_focused("井盖已更换，感谢您的反映")
    township.press("Control+Enter")
    expect_state(township, "已结案")

    rate(resident, code)
    told = people.wu.call("getIncident", incident_id=case)
    assert [step["action"] for step in told["steps"]] == WALKED
    kinds = [one["kind"] for one in told["attachments"]]
    assert kinds.count("report") == 1
    assert "photo_after" in kinds


def report_at_the_school(resident: Phone) -> str:
    """Three steps, no account: a photo, here, a few words. Gives the tracking code."""
    resident.open("/")
    doing.choose_photo(resident, resident.button("拍照反映"))
    doing.say_where_i_am(resident)
    doing.write(resident, WORDS)
    code = doing.hand_in(resident)
    expect(resident.page.get_by_text("这部手机上记着它").first).to_be_visible()
    return code


def dispatch_at_the_desk(sit: Sit, case: str) -> None:
    """By keyboard, as ever: the community accepts and passes it up, the township dispatches."""
    community = stand_on(sit("wu"), case)
    community.press("a")
    expect(community.page.get_by_role("form", name="受理")).to_be_visible()
    choose(community, "井盖")
    community.press("Control+Enter")
    expect_state(community, "待派遣")
    community.press("q")
    community.fill_focused("本社区无执法权，请街道协调")
    community.press("Control+Enter")
    expect(community.page.get_by_text("已上报上级").first).to_be_visible()
    township = stand_on(sit("zhao"), case)
    township.press("d")
    choose(township, "城市管理")
    township.press("Control+Enter")
    expect_state(township, "待接收")


def handle_with_photos(handler: Phone) -> None:
    """One question a sheet: proof of each kind that the item asks for, then words."""
    doing.begin(handler, "处置反馈")
    asked = doing.sheet(handler, "处置反馈")
    kinds = asked.locator(".proof__kind")
    expect(kinds.first).to_be_visible()
    for number in range(kinds.count()):
        opener = kinds.nth(number).get_by_role("button", name="拍照")
        if opener.count() == 0:
            opener = kinds.nth(number).locator("label")
        doing.choose_photo(handler, opener, 900 + number)
        expect(kinds.nth(number).locator(".upload[data-state=done]")).to_have_count(1)
    asked.get_by_role("button", name="下一问").tap()
    doing.write(handler, "已更换井盖，路面平整", within=asked)
    doing.confirm(handler, "处置反馈")


def rate(resident: Phone, code: str) -> None:
    """The same phone remembers what it reported; its owner reads the answer and says how it was."""
    resident.open("/")
    resident.page.locator(f"a[href$='/track/{code}']").first.tap()
    doing.stand_at(resident, f"/track/{code}")
    expect(resident.page.get_by_text("井盖已更换，感谢您的反映").first).to_be_visible()
    resident.button("评价办得怎么样").tap()
    asked = doing.sheet(resident, "办得怎么样")
    asked.get_by_text("解决了", exact=True).first.tap()
    asked.get_by_text("很满意", exact=True).first.tap()
    asked.get_by_role("button", name="提交评价").tap()
    expect(resident.page.get_by_text("谢谢您的评价").first).to_be_visible()
