"""Taking a list away: asked at the desk, watched, downloaded, opened."""

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
