"""A call at the desk: it rings, is written down while listening, judged for danger, and becomes a report."""

from collections.abc import Callable, Iterator

import pytest
from django.conf import settings
from playwright.sync_api import expect

from jingwei.integrations.telephony.fake import FakeCall, FakeExchange, over_http
from jingwei.kernel.clock import now
from tests.cast import id_of
from tests.journeys.browser.desk import Desk
from tests.journeys.people import People
from tests.journeys.servers import House

pytestmark = pytest.mark.slow
Sit = Callable[..., Desk]
CALLER = "16900000007"
"""A number that nobody can have."""


@pytest.fixture
def call(house: House, people: People) -> Iterator[FakeCall]:
    """A call to Zhao's extension, about to ring; Zhao has signed on."""
    post = str(id_of("post zhao"))
    people.ding.call("setSeat", post_id=post, json={"extension": "8001"})
    people.zhao.call("switchSeat", json={"is_signed_on": True})
    call = FakeExchange(settings.TELEPHONY_KEY, over_http(house.address)).call(CALLER, "8001")
    yield call
    call.hang_up(now())


def test_a_ringing_call_becomes_a_report_by_keyboard(sit: Sit, call: FakeCall, people: People) -> None:
    desk = sit("zhao").open("/intake")
    page = desk.page
    expect(page.get_by_text("已签入").first).to_be_visible()
    assert call.ring(now())[0] < 300
    strip = page.locator(".strip")
    expect(strip.get_by_text("来电").first).to_be_visible()
    assert CALLER not in strip.inner_text(), "the number is shown masked until its purpose is said"
    assert call.answer(now())[0] < 300
    expect(strip.get_by_text("通话中").first).to_be_visible()

    desk.press("Alt+w")
    desk.type("楼道里有人给电动车充电，刚才冒烟了，味道很大，住户都害怕")
    expect(page.get_by_text("可能危及安全").first).to_be_visible()
    desk.press("Alt+9")
    note = page.get_by_role("dialog")
    expect(note).to_be_visible()
    desk.press("Escape")
    expect(note).to_be_hidden()
    desk.press("Alt+a")
    desk.type("迎春")
    expect(page.get_by_role("option").first).to_be_visible()
    desk.press("ArrowDown", "Enter")
    expect(page.get_by_text("位于").first).to_be_visible()
    desk.press("Control+Enter")
    expect(page.get_by_role("heading", name="已登记")).to_be_visible()

    found = people.zhao.call("listIncidents", params={"channel": "hotline"})["rows"]
    assert any("楼道里有人给电动车充电" in one["title"] for one in found)


def test_a_call_rings_on_any_page(sit: Sit, call: FakeCall) -> None:
    desk = sit("zhao").open("/inbox?all=1")
    assert call.ring(now())[0] < 300
    expect(desk.page.get_by_text("来电").first).to_be_visible()
    desk.page.get_by_text("打开登记页").first.click()
    expect(desk.page.locator(".strip").get_by_text("来电").first).to_be_visible()
