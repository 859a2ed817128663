"""What a row and a list may hold; no database."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jingwei.domains.routing.rules.items import (
    Evidence,
    NewItem,
    changes_between,
    code_cell,
    evidence_cell,
    evidence_of,
    evidence_words,
    limit_cell,
    limit_words,
    list_faults,
    refuse_faulty_list,
)
from jingwei.domains.routing.rules.refusals import ItemListRefused, StartRefused
from jingwei.domains.routing.rules.versions import refuse_bad_start
from jingwei.domains.routing.tests.samples import (
    KINDS,
    LEAK,
    ROAD,
    RUBBISH,
    SAMPLE,
    standard_items,
    standard_kinds,
)
from jingwei.foundation.imports.contracts import BadCell


@given(number=st.integers(1, 366), unit=st.sampled_from("hdHD"))
def test_limits_survive_words(number: int, unit: str) -> None:
    assert limit_cell(limit_words(f"{number}{unit}")) == limit_cell(f"{number}{unit}") == f"{number}{unit}"


@pytest.mark.parametrize(
    ("cell", "limit"),
    [
        ("5个工作日", "5d"),
        ("2 小时", "2H"),
        ("3天", "3D"),
        ("3日", "3D"),
        ("4个工作小时", "4h"),
        ("24H", "24H"),
    ],
)
def test_limits_are_read_as_people_write_them(cell: str, limit: str) -> None:
    assert limit_cell(cell) == limit


@pytest.mark.parametrize(
    "cell", ["", "5", "d5", "0d", "-1d", "1.5天", "五天", "367d", "9999h", "5 d 2", "5周", "５d\n"]
)
def test_other_limits_are_refused(cell: str) -> None:
    with pytest.raises(BadCell):
        limit_cell(cell)


@given(chosen=st.sets(st.sampled_from(Evidence)))
def test_evidence_survives_words(chosen: set[Evidence]) -> None:
    written = "+".join(key for key in Evidence if key in chosen) or "none"
    assert evidence_of(written) == chosen
    assert evidence_cell(evidence_words(written)) == evidence_cell(written) == written


def test_evidence_is_read_in_any_order_and_refused_when_unknown() -> None:
    assert evidence_cell("处置后照片、处置前照片") == "photo_before+photo_after"
    assert evidence_cell("无") == evidence_cell("NONE") == "none"
    for cell in ("录像", "photo_before+录像", "+", "none+photo_after"):
        with pytest.raises(BadCell):
            evidence_cell(cell)


def test_a_code_that_lost_its_first_zero_gets_it_back() -> None:
    assert code_cell("10101") == code_cell("010101") == "010101"
    for cell in ("1010", "0101011", "01010a", "０１０１０１", "1.0101E4"):
        with pytest.raises(BadCell):
            code_cell(cell)


def test_the_standard_list_has_no_faults() -> None:
    items = standard_items()
    assert len(items) == 332
    assert list_faults(items, standard_kinds()) == []


@pytest.mark.parametrize(
    ("change", "column", "said"),
    [
        ({"item_code": "01010"}, "item_code", "6位数字"),
        ({"item_code": "010102"}, "item_code", "与第1行的代码相同"),
        ({"item_name": "道路不洁"}, "item_name", "与第1行的事项同名"),
        ({"accept_limit": "soon"}, "accept_limit", "4工作小时"),
        ({"handle_limit": "5工作日"}, "handle_limit", "4h、5d、2H、3D"),
        ({"is_urgent": True}, "accept_limit", "紧急事项"),
        ({"unit_kind": "moon"}, "unit_kind", "没有“moon”"),
        ({"evidence": "photo_before+video"}, "evidence", "只能用"),
        ({"definition": "  "}, "definition", "不能为空"),
        ({"closing_standard": "长" * 301}, "closing_standard", "最多300字，现在301字"),
        ({"class_name": "市容"}, "class_name", "代码01的大类在前面叫“市容环境”"),
        ({"subclass_name": "保洁"}, "subclass_name", "代码0101的中类在前面叫“环境卫生”"),
        ({"item_code": "030101"}, "class_name", "大类“市容环境”在前面的代码是01"),
    ],
)
def test_each_fault_names_its_row_and_column(change: dict[str, object], column: str, said: str) -> None:
    changed = replace(RUBBISH, **change)  # type: ignore[arg-type]
    faults = list_faults([ROAD, changed, LEAK], KINDS)
    assert {fault.row for fault in faults} == {2}
    assert column in {fault.column for fault in faults}
    assert any(said in fault.message_zh for fault in faults), faults
    assert all(fault.message_en.isascii() or "“" in fault.message_en for fault in faults)


def test_legal_basis_may_be_empty_and_sub_class_names_may_return_in_other_classes() -> None:
    other = replace(LEAK, subclass_name="环境卫生")
    assert list_faults([RUBBISH, ROAD, other], KINDS) == []


def test_a_refused_list_tells_every_fault() -> None:
    with pytest.raises(ItemListRefused) as refusal:
        refuse_faulty_list([replace(RUBBISH, unit_kind="moon"), replace(ROAD, verify_limit="")], KINDS)
    assert [(f["row"], f["column"]) for f in refusal.value.data["faults"]] == [
        (1, "unit_kind"),
        (2, "verify_limit"),
    ]
    assert "有2处错误" in refusal.value.text
    with pytest.raises(ItemListRefused):
        refuse_faulty_list([], KINDS)


TODAY = date(2026, 11, 16)


def test_the_first_list_may_begin_in_the_past_and_later_ones_from_today() -> None:
    refuse_bad_start(date(2020, 1, 1), today=TODAY, open_from_on=None)
    refuse_bad_start(TODAY, today=TODAY, open_from_on=date(2024, 1, 1))
    refuse_bad_start(date(2027, 1, 1), today=TODAY, open_from_on=date(2024, 1, 1))
    with pytest.raises(StartRefused, match="日期已过"):
        refuse_bad_start(date(2026, 11, 15), today=TODAY, open_from_on=date(2024, 1, 1))
    for day in (date(2027, 1, 1), date(2026, 12, 1)):
        with pytest.raises(StartRefused, match="要在它之后"):
            refuse_bad_start(day, today=TODAY, open_from_on=date(2027, 1, 1))


def test_versions_are_compared_by_code() -> None:
    new = [
        replace(RUBBISH, handle_limit="4h", definition="另一种说法"),
        LEAK,
        replace(ROAD, item_code="010103"),
    ]
    changes = changes_between(SAMPLE, new)
    assert [(c.item_code, c.columns) for c in changes.changed] == [("010101", ("definition", "handle_limit"))]
    assert [c.item_code for c in changes.added] == ["010103"]
    assert [c.item_code for c in changes.removed] == ["010102"]
    same = changes_between(SAMPLE, list(reversed(SAMPLE)))
    assert (same.added, same.removed, same.changed) == ((), (), ())


def test_fields_of_a_row_are_the_columns_of_the_standard_list() -> None:
    assert all(isinstance(item, NewItem) for item in standard_items())
