"""The workbook that is handed out: rows in constant memory, and who took them, when and what for, on every page.

What the watermark can do: it reminds, and it says who answers for a copy that turns up. What it cannot: the
background is not printed, and whoever edits the file can take away background, header and line. The record of who
asked, agreed and downloaded stands in the audit, where nobody can.
"""

import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import xlsxwriter
from PIL import Image, ImageDraw, ImageFont

from jingwei.foundation.imports.contracts.exports import Cell, Language, TakenColumn
from jingwei.foundation.imports.rules.texts import written_text
from jingwei.kernel.clock import local

BEAT_ROWS = 10_000
HEADER_LETTERS = 200
"""A printed header takes 255 characters in all."""
FONTS = (
    "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc",
    "/usr/share/fonts/wqy-microhei/wqy-microhei.ttc",
)
OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


@dataclass(frozen=True, slots=True)
class Mark:
    """Who takes the rows along, as the workbook says it."""

    export_id: UUID
    title: str
    who: str
    at: datetime
    purpose: str
    wish: str
    consent: str
    is_clear: bool
    language: Language

    @property
    def line(self) -> str:
        if self.language is Language.ZH:
            kind = "含个人信息原文，" if self.is_clear else ""
            return f"{kind}内部使用，不得外传 · {self.who} · {self.moment} · 用途：{self.purpose} · 编号 {self.export_id}"
        kind = "Holds personal data in the clear; " if self.is_clear else ""
        return f"{kind}internal use only · {self.who} · {self.moment} · for: {self.purpose} · no. {self.export_id}"

    @property
    def moment(self) -> str:
        return f"{local(self.at):%Y-%m-%d %H:%M}"


def write_book(
    path: Path,
    columns: Sequence[TakenColumn],
    rows: Iterable[Sequence[Cell]],
    mark: Mark,
    *,
    beat: Callable[[], None],
) -> int:
    """Write the workbook to ``path``; text that looks like a formula is escaped. Returns the number of rows."""
    book = xlsxwriter.Workbook(str(path), OPTIONS | {"tmpdir": str(path.parent)})
    try:
        count = _write_rows(book, columns, rows, mark, beat)
        _write_about(book, mark, count)
        _say_in_properties(book, mark)
    except BaseException:
        _abandon(book)
        raise
    book.close()
    return count


def _write_rows(
    book: Any,
    columns: Sequence[TakenColumn],
    rows: Iterable[Sequence[Cell]],
    mark: Mark,
    beat: Callable[[], None],
) -> int:
    sheet = book.add_worksheet(_sheet_title(mark.title))
    _dress(sheet, mark)
    head = book.add_format(
        {"bold": True, "bg_color": "#DCE6F1", "bottom": 1, "text_wrap": True, "valign": "top"}
    )
    line = book.add_format({"font_color": "#B4232A" if mark.is_clear else "#5A6B7B"})
    formats = {
        "moment": book.add_format({"num_format": "yyyy-mm-dd hh:mm", "align": "left"}),
        "day": book.add_format({"num_format": "yyyy-mm-dd", "align": "left"}),
        "text": book.add_format({"valign": "top"}),
    }
    for index, column in enumerate(columns):
        sheet.set_column(index, index, column.width)
    sheet.write_string(0, 0, str(written_text(mark.line)), line)
    for index, column in enumerate(columns):
        sheet.write_string(1, index, str(written_text(column.label(mark.language))), head)
    sheet.freeze_panes(2, 0)
    sheet.repeat_rows(0, 1)
    count = 0
    for count, row in enumerate(rows, start=1):
        for index, cell in enumerate(row):
            _write_cell(sheet, count + 1, index, cell, formats, mark.language)
        if count % BEAT_ROWS == 0:
            beat()
    sheet.autofilter(1, 0, max(2, count + 1), len(columns) - 1)
    return count


def _write_cell(
    sheet: Any, row: int, column: int, cell: Cell, formats: dict[str, Any], language: Language
) -> None:
    if isinstance(cell, bool):
        words = ("是", "否") if language is Language.ZH else ("yes", "no")
        sheet.write_string(row, column, words[0] if cell else words[1])
        return
    value = written_text(cell)
    if isinstance(value, str):
        if value:
            sheet.write_string(row, column, value, formats["text"])
    elif isinstance(value, datetime):
        sheet.write_datetime(row, column, value, formats["moment"])
    elif isinstance(value, date):
        sheet.write_datetime(row, column, datetime(value.year, value.month, value.day), formats["day"])  # noqa: DTZ001
    elif isinstance(value, int | float):
        sheet.write_number(row, column, value)


def _dress(sheet: Any, mark: Mark) -> None:
    """Background on the screen, header and footer on paper."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_header(f"&L&8 {mark.line.replace('&', '+')[:HEADER_LETTERS]}")
    sheet.set_footer("&C&P / &N")
    sheet.set_background(io.BytesIO(_background(mark)))


def _write_about(book: Any, mark: Mark, count: int) -> None:
    is_zh = mark.language is Language.ZH
    sheet = book.add_worksheet("说明" if is_zh else "About")
    _dress(sheet, mark)
    bold, wrapped = book.add_format({"bold": True, "valign": "top"}), book.add_format({"text_wrap": True})
    sheet.set_column(0, 0, 18)
    sheet.set_column(1, 1, 90)
    clear_zh = "含原文（已审批）" if mark.is_clear else "已遮盖"
    clear_en = "in the clear, with consent" if mark.is_clear else "masked"
    lines = (
        [
            ("内容", mark.title),
            ("导出人", mark.who),
            ("时间", mark.moment),
            ("用途", mark.purpose),
            ("筛选", mark.wish),
            ("行数", str(count)),
            ("个人信息", clear_zh),
            ("审批", mark.consent or "不需要"),
            ("导出编号", str(mark.export_id)),
            (
                "水印",
                "背景、页眉和首行注明谁在何时为何导出。它只能提醒和追查，不能防止截图、删改或转发；背景不会打印。",
            ),
            ("记录", "申请、审批和每次下载都记入审计；看到的个人信息，本人可以查到。用完请删除本文件。"),
        ]
        if is_zh
        else [
            ("Content", mark.title),
            ("Taken by", mark.who),
            ("When", mark.moment),
            ("Purpose", mark.purpose),
            ("Filter", mark.wish),
            ("Rows", str(count)),
            ("Personal fields", clear_en),
            ("Consent", mark.consent or "not needed"),
            ("Export number", str(mark.export_id)),
            (
                "Watermark",
                "Background, page header and first line say who took this, when and what for. They remind and help "
                "to trace; they cannot prevent screenshots, removal or passing on. The background is not printed.",
            ),
            (
                "Record",
                "The request, the consent and every download stand in the audit; people can see who looked at their "
                "data. Delete this file when you are done.",
            ),
        ]
    )
    for row, (name, said) in enumerate(lines):
        sheet.write_string(row, 0, name, bold)
        sheet.write_string(row, 1, str(written_text(said)), wrapped)


def _say_in_properties(book: Any, mark: Mark) -> None:
    book.set_properties(
        {
            "title": mark.title,
            "subject": mark.purpose,
            "author": mark.who,
            "company": "Jingwei",
            "comments": mark.line,
            "created": local(mark.at).replace(tzinfo=None),
        }
    )
    book.set_custom_property("export_id", str(mark.export_id))


def _background(mark: Mark) -> bytes:
    """A pale tile with the words of the mark; without a Chinese font on the server, its number and time only."""
    font_file = next((path for path in FONTS if Path(path).exists()), None)
    words = [mark.who, mark.moment] if font_file else [str(mark.export_id)[-12:], mark.moment]
    font = ImageFont.truetype(font_file, 17) if font_file else ImageFont.load_default(17)
    tile = Image.new("RGBA", (420, 260), (255, 255, 255, 0))
    draw = ImageDraw.Draw(tile)
    for number, text in enumerate(words):
        draw.text((30, 90 + 30 * number), text[:28], font=font, fill=(90, 107, 123, 60))
    turned = tile.rotate(20, resample=Image.Resampling.BICUBIC)
    flat = Image.new("RGB", tile.size, "white")
    flat.paste(turned, mask=turned)
    content = io.BytesIO()
    flat.save(content, "PNG", optimize=True)
    return content.getvalue()


def _abandon(book: Any) -> None:
    """The library leaves its temp files until the end of the process; whoever breaks off takes them away."""
    for sheet in book.worksheets():
        handle = getattr(sheet, "row_data_fh", None)
        if handle is not None and not handle.closed:
            handle.close()
        left = getattr(sheet, "row_data_filename", None)
        if left:
            Path(left).unlink(missing_ok=True)
    book.fileclosed = 1


def _sheet_title(name: str) -> str:
    return "".join(" " if sign in "[]:*?/\\'" else sign for sign in name)[:31] or "1"
