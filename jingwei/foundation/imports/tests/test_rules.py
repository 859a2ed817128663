"""Headers, cells and the lifecycle: no database."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jingwei.foundation.imports.contracts import (
    BadCell,
    Column,
    day,
    decimal,
    moment,
    one_of,
    text,
    whole_number,
    yes_no,
)
from jingwei.foundation.imports.rules.headers import (
    guess_mapping,
    header_row_index,
    signature,
)
from jingwei.foundation.imports.rules.lifecycle import (
    NEXT_STATE,
    BatchAction,
    BatchState,
    allowed_actions,
    next_state,
)
from jingwei.foundation.imports.rules.refusals import BatchStepRefused
from jingwei.foundation.imports.rules.rows import SourceRow
from jingwei.foundation.imports.rules.texts import escaped, text_of, unescaped, written_text
from jingwei.foundation.imports.services.registry import BadSheet, register_sheets
from jingwei.foundation.imports.tests.demonstration import COLUMNS, UNITS
from jingwei.kernel.clock import BEIJING


def test_a_sheet_may_not_declare_what_is_never_taken() -> None:
    from dataclasses import replace

    secret = replace(UNITS, columns=(*COLUMNS, Column("belief", "信仰", "Belief", text())))
    with pytest.raises(BadSheet, match="信仰"):
        register_sheets([secret])
    with pytest.raises(BadSheet, match="same key"):
        register_sheets([UNITS, UNITS])
    with pytest.raises(BadSheet, match="weight"):
        register_sheets([replace(UNITS, key_columns=("weight",))])


@pytest.mark.parametrize(
    ("headers", "mapping"),
    [
        (["编号", "名称", "类别"], ["code", "name", "kind"]),
        (["Name", " CODE ", "x"], ["name", "code", None]),
        (["单位名称", "名称"], ["name", None]),
        (["编号*", "名称（全称）", "错误", "原行号"], ["code", "name", None, None]),
        (["人数(人)", "单位编号：", "unit"], ["people", "code", "name"]),
        (["", "编号"], [None, "code"]),
    ],
)
def test_headers_are_guessed(headers: list[str], mapping: list[str | None]) -> None:
    assert guess_mapping(headers, COLUMNS) == mapping


@given(st.lists(st.text(max_size=8), max_size=12))
def test_a_guess_takes_each_column_once(headers: list[str]) -> None:
    guess = guess_mapping(headers, COLUMNS)
    taken = [name for name in guess if name]
    assert len(guess) == len(headers)
    assert len(set(taken)) == len(taken)


def test_a_layout_is_known_by_its_headers_in_their_order() -> None:
    assert signature(["编号", "名称 "]) == signature(["编号*", "名称"])
    assert signature(["编号", "名称"]) != signature(["名称", "编号"])


def test_the_header_is_the_row_with_most_known_words() -> None:
    rows = [["2026年名称汇总"], [], ["编号", "名称", "人数"], ["T1", "一队", "3"]]
    assert header_row_index(rows, COLUMNS) == 2
    assert header_row_index([[""], ["甲", "乙"]], COLUMNS) == 1
    assert header_row_index([], COLUMNS) == 0


@pytest.mark.parametrize(
    ("parse", "cell", "value"),
    [
        (text(), "abc", "abc"),
        (whole_number(), "1,234", 1234),
        (whole_number(-5), "-5", -5),
        (decimal(), "1,234.50", Decimal("1234.50")),
        (yes_no, "是", True),
        (yes_no, "NO", False),
        (day, "2026/1/5", date(2026, 1, 5)),
        (day, "2026.01.05", date(2026, 1, 5)),
        (day, "2026年1月5日", date(2026, 1, 5)),
        (day, "20260105", date(2026, 1, 5)),
        (day, "2026-01-05 08:00:00", date(2026, 1, 5)),
        (moment, "2026-01-05", datetime(2026, 1, 5, tzinfo=BEIJING)),
        (moment, "2026/1/5 8:05", datetime(2026, 1, 5, 8, 5, tzinfo=BEIJING)),
        (moment, "2026年1月5日 8时5分", datetime(2026, 1, 5, 8, 5, tzinfo=BEIJING)),
        (moment, "2026-01-05T08:05:09.123", datetime(2026, 1, 5, 8, 5, 9, tzinfo=BEIJING)),
        (one_of({"城管": 1, "Water": 2}), "water", 2),
    ],
)
def test_cells_are_read(parse: Callable[[str], object], cell: str, value: object) -> None:
    assert parse(cell) == value


@pytest.mark.parametrize(
    ("parse", "cell"),
    [
        (text(3), "abcd"),
        (text(), "4.30902199001011E+17"),
        (text(), "1.38E+16"),
        (whole_number(), "1.5"),
        (whole_number(0, 9), "10"),
        (whole_number(), "٣"),
        (decimal(), "NaN"),
        (decimal(Decimal(0)), "-0.1"),
        (yes_no, "也许"),
        (day, "昨天"),
        (day, "2026-02-30"),
        (day, "2026-01-05 abc"),
        (moment, "2026-01-05 25:00"),
        (one_of({"城管": 1}), "环卫"),
    ],
)
def test_bad_cells_are_refused_without_repeating_them(parse: Callable[[str], object], cell: str) -> None:
    with pytest.raises(BadCell) as refusal:
        parse(cell)
    assert refusal.value.text != refusal.value.text_en
    assert len(cell) < 3 or cell not in refusal.value.text


@given(st.text(min_size=1, max_size=30))
def test_any_text_is_read_or_refused(cell: str) -> None:
    for parse in (text(5), whole_number(), decimal(), yes_no, day, moment, one_of({"a": 1})):
        try:
            parse(cell)
        except BadCell:
            continue


@given(st.datetimes(min_value=datetime(1900, 1, 1), max_value=datetime(2200, 1, 1)))
def test_moments_survive_a_spreadsheet(when: datetime) -> None:
    whole = when.replace(microsecond=0)
    assert moment(text_of(whole)) == whole.replace(tzinfo=BEIJING)


@given(st.text(max_size=20))
def test_escaping_is_undone_exactly_and_leaves_no_formula(cell: str) -> None:
    assert unescaped(escaped(cell)) == cell
    assert escaped(cell)[:1] not in {"=", "+", "-", "@", "\t", "\r"} or not cell


@pytest.mark.parametrize("formula", ["=1+1", "+86", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_formulas_leave_as_text_but_numbers_stay_numbers(formula: str) -> None:
    assert str(written_text(formula)).startswith("'")
    assert written_text(-5) == -5
    assert written_text(datetime(2026, 1, 1, tzinfo=BEIJING)) == datetime(2026, 1, 1)
    assert written_text(430902199001011234) == "430902199001011234"


@given(st.integers(1, 10**6), st.none() | st.integers(1, 10**6), st.binary(max_size=16), st.lists(st.text()))
def test_spooled_rows_are_read_back(number: int, origin: int | None, key: bytes, cells: list[str]) -> None:
    row = SourceRow(number, origin, key, None, tuple(cells))
    line = row.line()
    assert "\n" not in line
    if not any("\ud800" <= letter <= "\udfff" for cell in cells for letter in cell):
        assert SourceRow.of_line(line.encode()) == row


@pytest.mark.parametrize("state", BatchState)
@pytest.mark.parametrize("action", BatchAction)
def test_every_step_is_allowed_or_refused(state: BatchState, action: BatchAction) -> None:
    if (state, action) in NEXT_STATE:
        assert action in allowed_actions(state)
        assert next_state(state, action) is NEXT_STATE[(state, action)]
    else:
        with pytest.raises(BatchStepRefused):
            next_state(state, action)
