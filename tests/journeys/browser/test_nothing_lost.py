"""Lost connection, restarts, an ended session, somebody else's step: nothing typed is lost, and the page says what is."""

from collections.abc import Callable, Iterator

import httpx
import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.cast import PASSWORD
from tests.journeys.browser.desk import Desk, window
from tests.journeys.browser.stage import Stage
from tests.journeys.people import People
from tests.journeys.servers import House

pytestmark = pytest.mark.slow
Sit = Callable[..., Desk]
TYPED = "已电话核实，位置在东门外第二根灯杆"


@pytest.fixture
def own(chromium: Browser, house: House) -> Iterator[tuple[Desk, str]]:
    """Wu in a window with a session of its own, which may be ended."""
    given = {"username": "wu", "password": PASSWORD}
    secret = httpx.post(f"{house.address}/api/v1/session", json=given, trust_env=False).json()["secret"]
    with window(chromium, house.address, secret=secret) as desk:
        yield desk, secret
        desk.require_calm()


def test_an_ended_session_asks_for_the_password_and_goes_on(
    own: tuple[Desk, str], house: House, stage: Stage, people: People
) -> None:
    desk, secret = own
    case = stage.report()
    write_note(desk, case)
    end_session(house, secret)
    desk.press("Control+Enter")
    asked = desk.page.get_by_role("dialog", name="请重新登录")
    expect(asked).to_be_visible()
    expect(note(desk)).to_have_value(TYPED)
    asked.get_by_label("用户名").fill("wu")
    asked.get_by_label("密码").fill("not-the-password")
    desk.press("Enter")
    expect(asked.get_by_role("alert")).to_be_visible()
    asked.get_by_label("密码").fill(PASSWORD)
    desk.press("Enter")
    expect(asked).to_be_hidden()
    expect(desk.page.get_by_text(TYPED).first).to_be_visible()
    assert notes(people, case) == [TYPED]


def test_somebody_else_finds_nothing_of_it(
    own: tuple[Desk, str], house: House, stage: Stage, people: People
) -> None:
    desk, secret = own
    case = stage.report()
    write_note(desk, case)
    end_session(house, secret)
    desk.press("Control+Enter")
    asked = desk.page.get_by_role("dialog", name="请重新登录")
    asked.get_by_label("用户名").fill("zhao")
    asked.get_by_label("密码").fill(PASSWORD)
    desk.press("Enter")
    expect(asked).to_be_hidden()
    expect(desk.page.get_by_role("button", name="赵强")).to_be_visible()
    desk.open(f"/incidents/{case}")
    desk.press("n")
    expect(note(desk)).to_have_value("")
    assert notes(people, case) == []


def test_without_a_network_what_was_typed_stays_and_can_be_sent_later(
    sit: Sit, stage: Stage, people: People
) -> None:
    case = stage.report()
    desk = sit("wu")
    write_note(desk, case)
    desk.page.context.set_offline(True)
    expect_connection(desk, "offline")
    desk.press("Control+Enter")
    expect(desk.page.get_by_role("alert").filter(has_text="可能没有送到")).to_be_visible()
    expect(note(desk)).to_have_value(TYPED)
    assert notes(people, case) == []
    desk.page.context.set_offline(False)
    expect_connection(desk, "live")
    note(desk).focus()
    desk.press("Control+Enter")
    expect(desk.page.get_by_text(TYPED).first).to_be_visible()
    assert notes(people, case) == [TYPED]


def test_a_reloaded_page_has_the_text_again(sit: Sit, stage: Stage) -> None:
    case = stage.report()
    desk = sit("wu")
    write_note(desk, case)
    desk.page.reload()
    desk.settle()
    desk.press("n")
    expect(note(desk)).to_have_value(TYPED)
    expect(desk.page.get_by_text("已恢复上次没有提交的内容").first).to_be_visible()


def test_a_restart_of_the_servers_is_told_and_mended(
    sit: Sit, house: House, stage: Stage, people: People
) -> None:
    case = stage.report()
    desk = sit("wu")
    write_note(desk, case)
    for name in ("live", "web"):
        house.stop(name)
    expect_connection(desk, "reconnecting")
    desk.press("Control+Enter")
    expect(desk.page.get_by_role("alert").filter(has_text="可能没有送到")).to_be_visible()
    for name in ("web", "live"):
        house.start(name)
    house.wait_until_healthy()
    people.zhao.call("noteIncident", incident_id=case, json={"remark": "街道已派人"})
    expect_connection(desk, "live")
    expect(desk.page.get_by_text("街道已派人").first).to_be_visible()
    expect(note(desk)).to_have_value(TYPED)
    note(desk).focus()
    desk.press("Control+Enter")
    expect(desk.page.get_by_text(TYPED).first).to_be_visible()
    assert notes(people, case) == ["街道已派人", TYPED]


def test_somebody_elses_step_is_shown_and_the_text_stays(sit: Sit, stage: Stage, people: People) -> None:
    case = stage.report()
    desk = sit("wu")
    desk.open(f"/incidents/{case}")
    expect_connection(desk, "live")
    desk.press("q")
    write(desk, TYPED)
    item = stage.item["item_code"]
    people.wu.call("acceptIncident", incident_id=case, json={"item_code": item})
    expect(desk.page.locator(".matter__facts").get_by_text("待派遣", exact=True)).to_be_visible()
    expect(note(desk)).to_have_value(TYPED)


def test_two_people_on_one_page_see_each_other(sit: Sit, stage: Stage) -> None:
    case = stage.report()
    community, township = sit("wu"), sit("zhao")
    for desk in (community, township):
        desk.open(f"/incidents/{case}")
    expect(community.page.get_by_text("赵强").first).to_be_visible()
    township.press("n")
    write(township, TYPED)
    expect(community.page.get_by_text("正在填写").first).to_be_visible()
    township.page.goto(f"{township.address}/desk/inbox")
    expect(community.page.get_by_text("正在填写")).to_have_count(0)


def test_a_new_report_arrives_by_itself(sit: Sit, stage: Stage) -> None:
    desk = sit("wu").open("/inbox?tray=to_accept")
    expect_connection(desk, "live")
    words = "刚刚上报：小区围墙开裂"
    stage.report(words=words)
    expect(desk.page.get_by_text(words).first).to_be_visible()


def write_note(desk: Desk, case: str) -> None:
    desk.open(f"/incidents/{case}")
    expect_connection(desk, "live")
    desk.press("n")
    write(desk, TYPED)


def write(desk: Desk, words: str) -> None:
    expect(note(desk)).to_be_visible()
    note(desk).focus()
    desk.type(words)
    expect(note(desk)).to_have_value(words)


def note(desk: Desk) -> Locator:
    return desk.page.get_by_role("form").locator("textarea").first


def notes(people: People, case: str) -> list[str]:
    steps = people.wu.call("getIncident", incident_id=case)["steps"]
    return [step["remark"] for step in steps if step["action"] == "note"]


def expect_connection(desk: Desk, state: str) -> None:
    expect(desk.page.locator(f".connection[data-state={state}]")).to_be_visible()


def end_session(house: House, secret: str) -> None:
    ended = httpx.delete(
        f"{house.address}/api/v1/session", headers={"Authorization": f"Bearer {secret}"}, trust_env=False
    )
    assert ended.status_code == 204
