"""From a warning's matter to supervision to its answer: a centre supervises, the unit answers, the centre accepts."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.journeys.browser.desk import Desk
from tests.journeys.browser.stage import Stage

pytestmark = pytest.mark.slow
Sit = Callable[..., Desk]
REASON = "三天没有进展，请说明"
ANSWER = "配件今日到货，明日完成"


def test_a_centre_supervises_a_unit_answers_and_the_centre_accepts(sit: Sit, stage: Stage) -> None:
    case = stage.handling()
    desk = sit("zhao").open(f"/incidents/{case}")
    above = desk.page.get_by_role("region", name="督办与批示")
    above.get_by_role("button", name="督办", exact=True).click()
    raising = desk.page.get_by_role("dialog", name="发出督办")
    raising.get_by_role("textbox", name="督办原因").fill(REASON)
    raising.get_by_role("button", name="发出").press("Enter")
    expect(above).to_contain_text(re.compile(f"普通督办.*待答复.*{REASON}", re.DOTALL))

    unit = sit("qian").open("/supervision/cards?view=mine")
    card = unit.page.locator("article", has_text=REASON)
    card.get_by_role("button", name="答复", exact=True).click()
    answering = unit.page.get_by_role("dialog", name=re.compile("答复"))
    answering.get_by_role("textbox", name="答复").fill(ANSWER)
    answering.get_by_role("button", name="提交").press("Enter")
    expect(answering).to_be_hidden()

    desk.open(f"/incidents/{case}")
    above = desk.page.get_by_role("region", name="督办与批示")
    expect(above).to_contain_text(re.compile(f"待认定.*{ANSWER}", re.DOTALL))
    above.get_by_role("button", name="认定").click()
    deciding = desk.page.get_by_role("dialog", name=re.compile("认定"))
    deciding.get_by_text("认可", exact=True).click()
    deciding.get_by_role("textbox", name="理由").fill("同意，请按期办结")
    deciding.get_by_role("button", name="提交").press("Enter")
    expect(above).to_contain_text("已认可")
