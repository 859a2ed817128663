"""Who has a matter and for how long: an objection, time asked for, and two reports merged and taken out again."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.journeys.browser.desk import Desk
from tests.journeys.browser.stage import Stage

pytestmark = pytest.mark.slow
Sit = Callable[..., Desk]


def test_an_objection_names_the_right_unit_and_the_centre_above_decides(sit: Sit, stage: Stage) -> None:
    case = stage.handling()
    unit = sit("qian").open(f"/incidents/{case}")
    unit.press("o")
    form = unit.page.get_by_role("form", name="提出异议")
    unit.choose("自来水", form)
    form.get_by_role("textbox", name="说明").fill("井盖下面是供水阀门")
    unit.press("Control+Enter")
    disputed = unit.page.get_by_role("region", name="派遣异议")
    expect(disputed).to_contain_text(re.compile("自来水.*等.*裁决", re.DOTALL))

    judge = sit("sun").open(f"/incidents/{case}")
    judge.press("y")
    ruling = judge.page.get_by_role("form", name="异议成立")
    expect(ruling).to_contain_text("井盖下面是供水阀门")
    expect(ruling.locator("input[type=radio]:checked")).to_have_count(1)
    ruling.get_by_role("textbox", name="说明").fill("供水井盖归供水单位")
    judge.press("Control+Enter")
    expect(judge.page.get_by_role("region", name="派遣异议")).to_contain_text("异议成立")

    like = stage.with_township()
    desk = sit("zhao").open(f"/incidents/{like}")
    desk.press("d")
    shown = desk.page.get_by_role("region", name="同类异议的裁决")
    expect(shown).to_contain_text("供水井盖归供水单位")


def test_a_unit_asks_for_time_and_the_centre_in_charge_grants_it(sit: Sit, stage: Stage) -> None:
    case = stage.handling()
    unit = sit("qian").open(f"/incidents/{case}")
    due_before = str(stage.people.qian.call("getIncident", incident_id=case)["due_at"])
    unit.press("l")
    form = unit.page.get_by_role("form", name="申请延期")
    form.get_by_role("spinbutton").fill("2")
    form.get_by_role("textbox", name="说明").fill("配件从外地发货")
    unit.press("Control+Enter")
    asked = unit.page.get_by_role("region", name="延期申请")
    expect(asked).to_contain_text(re.compile("2.*待审批.*配件从外地发货", re.DOTALL))
    assert stage.people.qian.call("getIncident", incident_id=case)["due_at"] == due_before

    desk = sit("zhao").open(f"/incidents/{case}")
    expect(desk.page.get_by_role("region", name="延期申请")).to_contain_text("配件从外地发货")
    desk.press("y")
    answer = desk.page.get_by_role("form", name="同意延期")
    answer.get_by_role("textbox", name="说明").fill("同意，抓紧")
    desk.press("Control+Enter")
    granted = desk.page.get_by_role("region", name="延期申请")
    expect(granted).to_contain_text(re.compile("已同意.*同意，抓紧", re.DOTALL))
    assert stage.people.qian.call("getIncident", incident_id=case)["due_at"] > due_before


def test_two_reports_become_one_and_two_again(sit: Sit, stage: Stage) -> None:
    words = "幼儿园围墙外面的枯树快倒了，压着电线"
    head, other = stage.report(words), stage.report(f"{words}，请快来")
    desk = sit("wu").open(f"/incidents/{head}")
    picker = desk.page.get_by_role("region", name="可能是同一件")
    picker.get_by_role("button", name="合并几件").click()
    picker.locator(f"[data-merge='{other}']").get_by_role("checkbox").check()
    picker.get_by_role("button", name="并入这一件").click()
    folded = desk.page.locator(f"[data-folded='{other}']")
    expect(folded).to_contain_text("请快来")
    folded.get_by_role("button", name="拆出").click()
    expect(folded).to_have_count(0)
    expect(desk.page.get_by_role("status").filter(has_text="已拆出")).to_be_visible()


def test_whoever_is_visited_and_says_it_is_not_solved_gets_it_taken_up_again(sit: Sit, stage: Stage) -> None:
    case = stage.closed()
    desk = sit("zhao").open(f"/incidents/{case}")
    card = desk.page.get_by_role("region", name="回访", exact=True)
    card.get_by_role("button", name="登记要求回访").click()
    card.get_by_role("textbox").fill("反映人来电要求回访")
    card.get_by_role("button", name="保存").click()
    expect(card).to_contain_text("待回访")
    card.get_by_role("link", name="到回访清单登记").click()
    desk.page.get_by_role("table").get_by_role("button", name="登记").click()
    call = desk.page.get_by_role("dialog", name="电话回访")
    call.get_by_role("button", name="看号码").click()
    expect(call.get_by_text(re.compile(r"^1397370\d{4}$"))).to_be_visible()
    for answer in ("联系上了", "没有解决", "很不满意"):
        call.get_by_text(answer, exact=True).click()
    expect(call).to_contain_text("重新办理")
    call.get_by_role("textbox").fill("第二天又松了")
    call.get_by_role("button", name="保存").click()
    expect(call).to_be_hidden()
    expect(desk.page.get_by_role("table")).to_contain_text(re.compile("没有解决.*已重新办理", re.DOTALL))

    desk.open(f"/incidents/{case}")
    expect(desk.page.get_by_role("region", name="回访", exact=True)).to_contain_text("第二天又松了")
    reopened = stage.people.zhao.call("getIncident", incident_id=case)
    assert reopened["state"] == 20
    desk.press("d")
    first = desk.page.get_by_role("radio").first
    expect(first).to_be_visible()
