"""Several units at one matter: asked to assist, called to the place, and brought together."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from jingwei.kernel.clock import now
from tests.cast import WATER
from tests.journeys.browser.desk import Desk
from tests.journeys.browser.joint import PLACE
from tests.journeys.browser.stage import Stage
from tests.journeys.people import People

pytestmark = pytest.mark.slow
Sit = Callable[..., Desk]


def test_a_street_asks_for_help_calls_units_and_holds_a_meeting(
    sit: Sit, stage: Stage, people: People
) -> None:
    case = stage.handling()
    desk = sit("zhao").open(f"/incidents/{case}")
    desk.page.get_by_role("toolbar").get_by_role("button", name="更多").click()
    desk.page.get_by_role("menuitem", name="请求协办").click()
    form = desk.page.get_by_role("form", name="请求协办")
    form.get_by_placeholder(re.compile("单位")).focus()
    desk.choose("自来水", form)
    form.get_by_role("spinbutton").fill("1")
    form.get_by_role("textbox", name="说明").fill("请到现场断水")
    desk.press("Control+Enter")
    assists = desk.page.get_by_role("region", name="协办", exact=True)
    expect(assists).to_contain_text(re.compile("自来水.*待接收.*请到现场断水", re.DOTALL))

    desk.page.get_by_role("region", name="联动").get_by_role("link", name="吹哨").click()
    call = desk.page.get_by_role("dialog", name="吹哨")
    expect(call.get_by_role("textbox", name="什么事")).not_to_have_value("")
    call.get_by_role("textbox", name="集合地点").fill(PLACE)
    units = call.get_by_role("combobox", name="召集单位")
    units.fill("自来水")
    desk.page.get_by_role("option", name=re.compile("自来水")).click()
    call.get_by_text("关联事件").click()  # puts the list of units away
    expect(desk.page.get_by_role("option", name=re.compile("自来水"))).to_be_hidden()
    call.get_by_role("button", name="发出").press("Enter")
    called = desk.page.get_by_role("region", name="召集单位")
    expect(called).to_contain_text(re.compile("自来水.*等待报到", re.DOTALL))
    called.get_by_role("button", name="确认已到").click()
    called.get_by_role("textbox", name=re.compile("为什么")).fill("手机没有定位，人已在现场")
    called.get_by_role("button", name="确认已到").click()
    expect(called).to_contain_text(re.compile("已报到.*现场确认", re.DOTALL))
    result = desk.page.get_by_role("region", name="处置结果")
    result.get_by_role("button", name="登记结果").click()
    result.get_by_role("textbox", name="处置结果").fill("已断水并围挡")
    result.get_by_role("button", name="保存").click()
    expect(result).to_contain_text("已断水并围挡")

    desk.open(f"/joint/meetings?incident={case}")
    invite = desk.page.get_by_role("dialog", name="召集会议")
    invite.get_by_role("textbox", name="议题").fill("修复和今后的会签")
    invite.get_by_role("textbox", name="地点").fill("街道二楼会议室")
    invite.get_by_role("combobox", name="参会单位").fill("自来水")
    desk.page.get_by_role("option", name=re.compile("自来水")).click()
    invite.get_by_text("关联事件").click()
    expect(desk.page.get_by_role("option", name=re.compile("自来水"))).to_be_hidden()
    invite.get_by_role("button", name="发出通知").press("Enter")
    expect(desk.page.get_by_role("region", name="参会单位")).to_contain_text("自来水")
    expect(desk.page.get_by_role("button", name="记录纪要")).to_be_visible()
    held = {
        "title": "修复和今后的会签",
        "agenda": "修复和今后的会签",
        "place": "街道二楼会议室",
        "starts_at": (now() - timedelta(hours=1)).isoformat(),
        "unit_ids": [str(WATER)],
    }
    desk.open(f"/joint/meetings/{people.zhao.call('callMeeting', json=held)['id']}")
    desk.page.get_by_role("button", name="记录纪要").press("Enter")
    minutes = desk.page.locator("form", has=desk.page.get_by_role("textbox", name="会议纪要"))
    minutes.get_by_role("textbox", name="会议纪要").fill("自来水公司当天修复，开挖前先会签。")
    minutes.get_by_role("button", name="加一项", exact=True).press("Enter")
    minutes.get_by_role("textbox", name="做什么 1").fill("公示开挖审批流程")
    minutes.get_by_role("button", name="保存").press("Enter")
    decided = desk.page.get_by_role("region", name="议定事项")
    expect(decided).to_contain_text(re.compile("办理中.*公示开挖审批流程.*自来水", re.DOTALL))


def test_a_street_mediates_a_dispute_to_an_agreement_that_is_kept(sit: Sit) -> None:
    desk = sit("zhao").open("/joint/mediations")
    page = desk.page
    page.get_by_role("button", name="登记纠纷").click()
    form = page.get_by_role("dialog", name="登记纠纷")
    form.get_by_role("textbox", name="纠纷名称").fill("楼上漏水纠纷")
    form.get_by_role("combobox", name="纠纷类型").press("Enter")
    page.get_by_role("option", name="邻里纠纷").click()
    form.get_by_role("textbox", name="纠纷情况").fill("楼上卫生间漏水，楼下要求赔偿。")
    form.get_by_role("textbox", name="姓名或名称 1").fill("陈大勇")
    form.get_by_role("textbox", name="姓名或名称 2").fill("刘小梅")
    form.get_by_role("textbox", name="调解员").fill("赵强")
    form.get_by_role("button", name="登记", exact=True).click()
    parties = page.get_by_role("region", name="当事人")
    expect(parties).to_contain_text("陈**")

    course = page.get_by_role("region", name="经过")
    page.get_by_role("button", name="记录调解").click()
    held = page.get_by_role("dialog", name="记录调解")
    held.get_by_role("textbox", name="地点").fill("街道调解室")
    held.get_by_role("textbox", name="调解笔录").fill("楼上同意维修并补偿。")
    held.get_by_role("button", name="保存").click()
    expect(course).to_contain_text("楼上同意维修并补偿")

    page.get_by_role("button", name="登记协议").click()
    agreed = page.get_by_role("dialog", name="登记协议")
    agreed.get_by_role("textbox", name="主要事实").fill("楼上防水层破损。")
    agreed.get_by_role("textbox", name="协议内容").fill("楼上十日内修好，补偿楼下八百元。")
    agreed.get_by_role("textbox", name="履行方式").fill("修好当日付清。")
    agreed.get_by_role("button", name="保存").click()
    expect(page.get_by_role("region", name="办理情况")).to_contain_text("共同申请司法确认")
    expect(page.get_by_role("button", name="生成协议书")).to_be_visible()

    page.get_by_role("button", name="登记回访").click()
    asked = page.get_by_role("dialog", name="登记回访")
    asked.get_by_role("textbox", name="回访情况").fill("已修好，已付清。")
    asked.get_by_role("button", name="保存").click()
    expect(page.get_by_role("region", name="办理情况")).to_contain_text("已履行")
    expect(page.get_by_role("button", name="登记回访")).to_have_count(0)
