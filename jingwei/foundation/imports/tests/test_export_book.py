"""The workbook: harmless, dated, and marked."""

import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import openpyxl
import pytest
from PIL import Image

from jingwei.foundation.imports.contracts.exports import Cell, Language, TakenColumn
from jingwei.foundation.imports.services import export_books
from jingwei.foundation.imports.services.export_books import Mark, write_book
from tests.cast import MONDAY_10

NUMBER = UUID("01936f00-0000-7000-8000-000000000001")
COLUMNS = tuple(TakenColumn(f"c{n}", f"列{n}", f"Column {n}") for n in range(4))


def mark(**changes: Any) -> Mark:
    values: dict[str, Any] = {
        "export_id": NUMBER,
        "title": "事件清单",
        "who": "吴芳 迎春社区综治中心",
        "at": MONDAY_10,
        "purpose": "月度例会 & 通报",
        "wish": "状态 待受理",
        "consent": "",
        "is_clear": False,
        "language": Language.ZH,
    }
    return Mark(**(values | changes))


def written(path: Path, rows: Iterable[Sequence[Cell]], **changes: Any) -> Any:
    write_book(path / "b.xlsx", COLUMNS, rows, mark(**changes), beat=lambda: None)
    return openpyxl.load_workbook(path / "b.xlsx")


DANGEROUS = ("=cmd|'/c calc'!A1", "+1+1", "-2+3", "@SUM(A1)", "\t=1+1", '=HYPERLINK("http://x","y")')


@pytest.mark.parametrize("text", DANGEROUS)
def test_text_that_looks_like_a_formula_stays_text(tmp_path: Path, text: str) -> None:
    sheet = written(tmp_path, [[text, None, None, None]]).worksheets[0]
    cell = sheet["A3"]
    assert cell.data_type in {"s", "inlineStr"}
    assert str(cell.value).startswith("'")
    with zipfile.ZipFile(tmp_path / "b.xlsx") as package:
        for name in package.namelist():
            assert b"<f>" not in package.read(name)
            assert b"<hyperlink" not in package.read(name)


def test_formulas_hide_neither_in_purpose_nor_in_the_filter(tmp_path: Path) -> None:
    book = written(tmp_path, [], purpose="=1+1", wish="=2+2", who="=3+3")
    values = [cell.value for row in book.worksheets[1].iter_rows() for cell in row]
    assert {"'=1+1", "'=2+2", "'=3+3"} <= set(values)


def test_dates_are_dates_and_numbers_are_numbers(tmp_path: Path) -> None:
    moment = datetime(2026, 11, 16, 2, 30, tzinfo=UTC)
    sheet = written(tmp_path, [[moment, date(2026, 1, 2), 7, True]]).worksheets[0]
    row = [cell.value for cell in sheet[3]]
    assert row == [datetime(2026, 11, 16, 10, 30), datetime(2026, 1, 2), 7, "是"]
    assert sheet["A3"].is_date
    long = written(tmp_path, [[10**15, "", None, False]]).worksheets[0]
    assert [cell.value for cell in long[3]] == [str(10**15), None, None, "否"]


def test_who_when_and_what_for_stand_on_every_page(tmp_path: Path) -> None:
    book = written(tmp_path, [["a", None, None, None]], is_clear=True, consent="赵强 2026-11-16")
    for sheet in book.worksheets:
        said = str(sheet.oddHeader.left.text)
        assert all(word in said for word in ("吴芳", "2026-11-16 10:00", "月度例会", "含个人信息原文"))
    line = str(book.worksheets[0]["A1"].value)
    assert str(NUMBER) in line
    assert [cell.value for cell in book.worksheets[0][2]] == ["列0", "列1", "列2", "列3"]
    assert (book.properties.creator, book.properties.subject) == ("吴芳 迎春社区综治中心", "月度例会 & 通报")
    assert "赵强 2026-11-16" in [row[1].value for row in book.worksheets[1].iter_rows()]


@pytest.mark.parametrize("fonts", [export_books.FONTS, ()])
def test_the_background_is_drawn_with_or_without_a_chinese_font(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fonts: tuple[str, ...]
) -> None:
    monkeypatch.setattr(export_books, "FONTS", fonts)
    written(tmp_path, [])
    with zipfile.ZipFile(tmp_path / "b.xlsx") as package:
        (picture,) = {package.read(n) for n in package.namelist() if n.startswith("xl/media/")}
        sheet = package.read("xl/worksheets/sheet1.xml")
    assert b"<picture " in sheet
    shades = Image.open(io.BytesIO(picture)).convert("L").getextrema()
    assert shades[0] < 245 < shades[1]


def test_an_english_workbook_is_english(tmp_path: Path) -> None:
    book = written(tmp_path, [[True, None, None, None]], language=Language.EN, title="Incidents")
    assert [sheet.title for sheet in book.worksheets] == ["Incidents", "About"]
    assert book.worksheets[0]["A3"].value == "yes"
    assert str(book.worksheets[0]["A1"].value).startswith("internal use only")


def test_breaking_off_leaves_no_temp_file(tmp_path: Path) -> None:
    def rows() -> Iterable[Sequence[Cell]]:
        yield ["a", None, None, None]
        raise KeyError

    with pytest.raises(KeyError):
        write_book(tmp_path / "b.xlsx", COLUMNS, rows(), mark(), beat=lambda: None)
    assert list(tmp_path.iterdir()) == []
