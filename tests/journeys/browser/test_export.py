"""Taking a list away: asked at the desk, watched, downloaded, opened."""

import re
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import expect

from tests.journeys.browser.desk import Desk
from tests.journeys.browser.stage import Stage

pytestmark = pytest.mark.slow
Sit = Callable[..., Desk]
PURPOSE = "网格例会通报未办结事件"


def test_a_list_is_exported_watched_downloaded_and_opened(sit: Sit, stage: Stage, tmp_path: Path) -> None:
    words = [f"带走的第{number}件，路灯不亮" for number in range(3)]
    for one in words:
        stage.report(words=one)
    desk = sit("wu").open("/inbox?tray=to_accept")
    page = desk.page
    expect(page.locator("[data-incident]")).to_be_visible()
    desk.tab_to(page.get_by_role("button", name="导出", exact=True))
    desk.press("Enter")
    expect(page.get_by_role("heading", name="新的导出")).to_be_visible()
    desk.tab_to(page.get_by_role("textbox", name="用途"))
    desk.type(PURPOSE)
    desk.press("Enter")
    expect(page.get_by_role("heading", name="导出", exact=True)).to_be_visible()
    mine = page.get_by_role("article").first
    expect(mine.get_by_text(PURPOSE).first).to_be_visible()
    button = mine.get_by_role("button", name="下载").or_(mine.get_by_role("link", name="下载"))
    expect(button).to_be_visible()
    desk.tab_to(button)
    with page.expect_download() as downloading:
        desk.press("Enter")
    path = tmp_path / downloading.value.suggested_filename
    downloading.value.save_as(path)
    cells = cells_of(path)
    assert set(words) <= {text for text in cells if text in words}
    assert any(PURPOSE in text for text in cells), "the purpose stands in the file"
    assert any("吴芳" in text for text in cells), "whoever took it stands in the file"
    assert not any(text.startswith("1397370") for text in cells), "personal fields were not asked for"


def cells_of(path: Path) -> set[str]:
    """Every text of a workbook, whatever sheet it stands on."""
    assert path.suffix == ".xlsx"
    book = openpyxl.load_workbook(path)
    try:
        return {
            str(value)
            for sheet in book
            for row in sheet.iter_rows(values_only=True)
            for value in row
            if value is not None
        }
    finally:
        book.close()


def test_the_file_of_a_matter_is_read_and_printed_with_what_it_is_for(
    sit: Sit, stage: Stage, tmp_path: Path
) -> None:
    case = stage.handling()
    desk = sit("zhao").open(f"/incidents/{case}")
    page = desk.page
    page.get_by_role("link", name="一事一档").click()
    expect(page.get_by_role("heading", level=1, name="一事一档")).to_be_visible()
    expect(page.get_by_role("heading", name="时限与时间账")).to_be_visible()
    expect(page.get_by_role("img", name="办理过程图")).to_be_visible()
    page.get_by_role("button", name="打印成 PDF").click()
    form = page.get_by_role("dialog", name="打印一事一档")
    form.get_by_role("button", name="生成").click()
    expect(form.get_by_text("请至少写 4 个字")).to_be_visible()
    form.get_by_role("textbox", name="用途").fill(PURPOSE)
    with page.expect_download() as downloading:
        form.get_by_role("button", name="生成").click()
    path = tmp_path / downloading.value.suggested_filename
    downloading.value.save_as(path)
    assert path.name.startswith("一事一档-")
    assert path.read_bytes().startswith(b"%PDF-1.7")
    page.get_by_text("对外脱敏版", exact=True).click()
    expect(page.get_by_text("不含姓名、岗位和号码", exact=False).first).to_be_visible()
    expect(page).to_have_url(re.compile("form=outside"))
