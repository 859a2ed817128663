"""In which order a screen reader reads a phone's page, by the browser's own accessibility tree."""

from typing import Any

import pytest

from tests.cast import GRID_1
from tests.journeys.browser.phone import doing
from tests.journeys.browser.phone.phone import IN_THE_GRID, Hand, Phone, Take
from tests.journeys.browser.stage import Stage
from tests.journeys.people import People

pytestmark = pytest.mark.slow
READ = {
    *(
        "heading",
        "button",
        "link",
        "textbox",
        "searchbox",
        "radio",
        "checkbox",
        "combobox",
        "slider",
        "img",
        "image",
    ),
    *("StaticText", "DisclosureTriangle", "progressbar", "meter"),
}
TAKEN = {"button", "link", "textbox", "searchbox", "radio", "checkbox", "combobox"}
"""What can be done something with: each must have a name."""


def heard(phone: Phone) -> list[tuple[str, str]]:
    """Role and name of everything read out, in the order of the accessibility tree."""
    nodes: list[dict[str, Any]] = phone.line.send("Accessibility.getFullAXTree")["nodes"]
    by_id = {node["nodeId"]: node for node in nodes}
    order: list[tuple[str, str]] = []

    def read(node: dict[str, Any]) -> None:
        role = str(node.get("role", {}).get("value", ""))
        name = " ".join(str(node.get("name", {}).get("value", "")).split())
        if not node.get("ignored") and role in READ and (name or role in TAKEN):
            order.append((role, name))
        for child in node.get("childIds", []):
            if child in by_id:
                read(by_id[child])

    read(nodes[0])
    return order


def places_of(order: list[tuple[str, str]], *wanted: tuple[str, str]) -> list[int]:
    """Where each stands: role, and words of its name. Raises where one is not read at all."""
    found = []
    for role, words in wanted:
        at = [n for n, (one, name) in enumerate(order) if one == role and words in name]
        assert at, f"{role} “{words}” is not read:\n" + "\n".join(f"{one} {name}" for one, name in order)
        found.append(at[0])
    return found


def require_order(phone: Phone, *wanted: tuple[str, str]) -> None:
    order = heard(phone)
    at = places_of(order, *wanted)
    assert at == sorted(at), f"read in another order: {[order[n] for n in sorted(at)]}"
    nameless = [one for one in order if one[0] in TAKEN and not one[1]]
    assert not nameless, f"{len(nameless)} things to tap or fill in have no name"


def test_the_three_steps_are_read_question_answer_and_way_on(take: Take) -> None:
    phone = take(None, Hand(position=IN_THE_GRID)).open("/")
    require_order(
        phone,
        ("heading", "先拍一张"),
        ("link", "110"),
        ("link", "查进度"),
        ("button", "拍照反映"),
    )
    phone.open("/report")
    require_order(
        phone, ("heading", "先拍一张"), ("button", "拍照"), ("button", "从相册选"), ("button", "不拍照")
    )
    phone.button("不拍照，直接说").tap()
    doing.stand_at(phone, "/report/where")
    require_order(
        phone,
        ("heading", "在哪里"),
        ("StaticText", "第 2 步，共 3 步"),
        ("searchbox", "说个地名"),
        ("button", "就在我现在的地方"),
    )
    doing.say_where_i_am(phone)
    require_order(
        phone,
        ("heading", "是什么事"),
        ("StaticText", "第 3 步，共 3 步"),
        ("textbox", "说两句"),
        ("button", "按一下，说给我们听"),
        ("button", "交上去"),
    )


def test_a_matter_is_read_from_its_name_to_what_can_be_done(take: Take, stage: Stage) -> None:
    case = stage.handling(photos=1, words="井盖松动，读屏也要听得明白")
    phone = take("qian").open(f"/task/{case}")
    require_order(
        phone,
        ("button", "返回"),
        ("heading", "读屏也要听得明白"),
        ("StaticText", "处置中"),
        ("heading", "照片和文件"),
        ("heading", "地点"),
        ("heading", "办理过程"),
        ("button", "处置反馈"),
    )


def test_today_is_read_list_before_tabs(take: Take, people: People) -> None:
    phone = take("lin").open("/today")
    require_order(phone, ("heading", "今天"), ("button", "列表"), ("link", "今天"))
    order = heard(phone)
    assert [role for role, _ in order].count("heading") >= 1
    assert order[-1][0] in {"link", "StaticText"}, "the tabs are read last"


def test_the_focus_goes_to_the_beginning_of_a_new_page_and_into_a_sheet(take: Take) -> None:
    phone = take(None, Hand(position=IN_THE_GRID)).open(f"/report?without=photo&area={GRID_1}&place=东门")
    doing.stand_at(phone, "/report/what")
    focused = phone.page.evaluate("() => document.activeElement.id || document.activeElement.tagName")
    assert focused in {"main", "BODY"}
    phone.button("改", exact=True).last.tap()
    doing.sheet(phone, "要不要留名？")
    assert phone.page.evaluate("() => document.activeElement.closest('dialog') !== null")
    order = heard(phone)
    assert not [name for role, name in order if role == "textbox" and "说两句" in name], (
        "what lies under a sheet is silent"
    )
