"""The other ways on a phone: a pin on the map, a tip, a voice, following, answering; and what officers and leaders do."""

import re
from contextlib import suppress

import pytest
from django.conf import settings
from playwright.sync_api import Locator, expect

from jingwei.foundation.notices.services.messages import TEXT_FIELD
from jingwei.kernel.crypto import decrypt
from tests.cast import GRID_1, inside
from tests.journeys.browser.phone import doing
from tests.journeys.browser.phone.phone import IN_THE_GRID, NARROW, Hand, Take
from tests.journeys.browser.phone.visits import Found, look_at
from tests.journeys.browser.stage import Stage
from tests.journeys.people import People
from tests.journeys.servers import House

pytestmark = pytest.mark.slow
LI_PHONE = "13973700990"
SPEAKING = """
// A microphone that hums: what a phone gives its recorder, without anybody speaking.
navigator.mediaDevices.getUserMedia = async () => {
  const studio = new AudioContext();
  const voice = studio.createOscillator();
  const out = studio.createMediaStreamDestination();
  voice.connect(out);
  voice.start();
  return out.stream;
};
"""


def test_a_pin_on_the_map_says_where(take: Take) -> None:
    phone = take(None, Hand(position=IN_THE_GRID)).open("/report?without=photo")
    doing.say_where_i_am(phone)
    phone.page.go_back()
    doing.stand_at(phone, "/report/where")
    phone.button("在地图上点").tap()
    sheet = doing.sheet(phone, "点一下出事的地方")
    canvas = sheet.locator("canvas")
    expect(canvas).to_be_visible()
    phone.settle()
    take_it = sheet.get_by_role("button", name="就是这里")
    pin(canvas, take_it)
    take_it.tap()
    expect(phone.page.get_by_text("地图上点的").first).to_be_visible()


def pin(canvas: Locator, take_it: Locator) -> None:
    """Tap the map until it has taken the pin: one that is still being drawn takes none."""
    for _ in range(20):
        canvas.tap(position={"x": 160, "y": 120})
        with suppress(AssertionError):
            expect(take_it).to_be_enabled(timeout=1_000)
            return
    raise AssertionError("the map takes no pin")


def test_a_tip_is_handed_in_without_a_name_and_seen_by_one_post(take: Take, people: People) -> None:
    phone = take(None).open(f"/report?as=tip&area={GRID_1}&place=后巷")
    phone.button("不拍照，直接说").tap()
    doing.stand_at(phone, "/report/what")
    expect(phone.page.get_by_text("线索：只有一个岗位看得到").first).to_be_visible()
    words = "后巷有人夜里倒卖假证"
    doing.write(phone, words)
    doing.hand_in(phone)
    assert words not in {row["title"] for row in people.wu.all_rows("listIncidents", size=100)}


def test_a_voice_goes_beside_the_words(take: Take, people: People) -> None:
    phone = take(None, before=SPEAKING).open(f"/report?without=photo&area={GRID_1}&place=东门")
    doing.stand_at(phone, "/report/what")
    phone.button("按一下，说给我们听").tap()
    timer = phone.page.get_by_role("timer")
    expect(timer).to_contain_text(re.compile("0:0[1-9]|[1-9] 秒|00:0[1-9]"))
    phone.button("说完了").tap()
    expect(phone.page.locator(".upload[data-state=done] audio")).to_have_count(1)
    code = doing.hand_in(phone)
    files = people.passer_by.call("trackIncident", code=code)["attachments"]
    assert len(files) == 1


def test_the_receipt_can_be_kept_and_is_readable_in_every_way(take: Take) -> None:
    phone = take(None, Hand(theme="system"), with_axe=True).open(
        f"/report?without=photo&area={GRID_1}&place=东门"
    )
    doing.stand_at(phone, "/report/what")
    doing.write(phone, "回执要看得清")
    code = doing.hand_in(phone)
    found = Found()
    look_at(phone, "report-done@anybody", found)
    assert found.faults() == []
    phone.button("存成图片").tap()
    picture = doing.sheet(phone, "回执图片")
    expect(picture.get_by_role("img")).to_be_visible()
    assert picture.get_by_role("img").evaluate("one => one.complete && one.naturalWidth") > 300
    picture.get_by_role("button", name="关闭").tap()
    phone.button("看进度").or_(phone.page.get_by_role("link", name="看进度")).tap()
    doing.stand_at(phone, f"/track/{code}")


def test_following_instead_of_reporting_again_needs_only_a_phone(
    take: Take, stage: Stage, people: People, house: House
) -> None:
    stage.accepted(words="南门井盖少了一块")
    lon, lat = inside(GRID_1, east=0.15, north=0.4)
    phone = take(None, Hand(position=(lon, lat))).open("/report?without=photo")
    doing.say_where_i_am(phone)
    phone.page.get_by_role("button", name=re.compile("附近有.*[0-9]+ 件")).tap()
    near = doing.sheet(phone, "是不是同一件？")
    near.get_by_role("button", name="是这件，跟着看进度").first.tap()
    doing.stand_at(phone, "/phone")
    phone.page.get_by_label("手机号").fill(LI_PHONE)
    phone.button("获取验证码").tap()
    expect(phone.page.get_by_role("heading", name="填写验证码")).to_be_visible()
    phone.page.get_by_label("6位验证码").fill(sent_code(house))
    phone.button("登录", exact=True).tap()
    near = doing.sheet(phone, "是不是同一件？")
    near.get_by_role("button", name="是这件，跟着看进度").first.tap()
    expect(phone.page).to_have_url(re.compile(r"/m/followed/"))
    expect(phone.page.get_by_text("您看得到办到哪一步").first).to_be_visible()
    phone.open("/me/kept")
    expect(phone.page.get_by_text("我关注的事项").first).to_be_visible()


def test_a_question_is_answered_and_what_was_looked_at_is_told(
    take: Take, stage: Stage, people: People
) -> None:
    case = stage.accepted(by=people.li, words="楼上漏水，墙都湿了")
    people.wu.call("askReporter", incident_id=case, json={"remark": "请问漏了几天？"})
    people.wu.call("revealReporter", incident_id=case, json={"purpose": "contact_reporter"})
    phone = take("li", Hand(size=NARROW)).open(f"/my-reports/{case}")
    expect(phone.page.get_by_text("请问漏了几天？").first).to_be_visible()
    phone.button("回答这个问题").tap()
    doing.write(phone, "三天了", within=doing.sheet(phone, "有事要问您"))
    doing.sheet(phone, "有事要问您").get_by_role("button", name="回答", exact=True).tap()
    expect(phone.page.get_by_text("三天了").first).to_be_visible()
    steps = people.wu.call("getIncident", incident_id=case)["steps"]
    assert steps[-1]["action"] == "answer"
    phone.open("/me/kept")
    expect(phone.page.get_by_text("联系反映人核实").first).to_be_visible()


def test_an_officer_reports_by_the_way_in_their_own_name(take: Take, people: People) -> None:
    phone = take("lin", Hand(position=IN_THE_GRID)).open("/today")
    phone.page.locator(".screen__foot").get_by_role("link", name="上报").tap()
    doing.stand_at(phone, "/report")
    doing.choose_photo(phone, phone.button("拍照", exact=True), 501)
    phone.button("下一步").tap()
    doing.say_where_i_am(phone)
    expect(phone.page.get_by_text("以林晓的名字上报").first).to_be_visible()
    doing.write(phone, "巡查发现：消防栓漏水")
    doing.hand_in(phone)
    rows = people.wu.all_rows("listIncidents", bucket="to_accept", size=100)
    assert next(row for row in rows if row["title"] == "巡查发现：消防栓漏水")["channel"] != "resident"


def test_a_check_that_fails_and_a_return_go_back_with_reasons(
    take: Take, stage: Stage, people: People
) -> None:
    case = stage.handled(words="核查发现还在漏")
    officer = take("lin", Hand(position=IN_THE_GRID)).open(f"/task/{case}")
    doing.begin(officer, "核查不通过")
    asked = doing.sheet(officer, "核查不通过")
    doing.write(officer, "井盖还是松的", within=asked)
    doing.confirm(officer, "核查不通过")
    doing.expect_state(officer, "处置中")
    other = stage.dispatched(words="不归我们管的井盖")
    handler = take("qian", Hand(size=NARROW)).open(f"/task/{other}")
    doing.begin(handler, "退回")
    doing.write(handler, "这是电力井，归供电公司", within=doing.sheet(handler, "退回"))
    doing.confirm(handler, "退回")
    assert people.zhao.call("getIncident", incident_id=other)["state_label"] == "待派遣"


def test_a_leader_urges_and_instructs_from_the_phone(take: Take, stage: Stage, people: People) -> None:
    case = stage.handling(words="指挥长要过问的一件")
    leader = take("guo").open(f"/task/{case}")
    for action, words in (("催办", "请今天办结"), ("领导批示", "请负责同志到现场解决")):
        doing.begin(leader, action)
        doing.write(leader, words, within=doing.sheet(leader, action))
        doing.confirm(leader, action)
    steps = people.zhao.call("getIncident", incident_id=case)["steps"]
    assert [step["action"] for step in steps][-2:] == ["urge", "instruct"]


def sent_code(house: House) -> str:
    """The code of the SMS that was sent last; what was sent is kept sealed."""
    sealed = house.rows("select text_sealed from notices_outgoing order by created_at desc, id desc limit 1")
    text = decrypt(settings.FIELD_KEY, bytes(sealed[0][0]), field=TEXT_FIELD)  # type: ignore[call-overload]
    found = re.search(r"\d{6}", text)
    assert found, text
    return found[0]
