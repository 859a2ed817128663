"""Drafts are written, proposed to, imported, opened and taken back; those who may not are refused."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from jingwei.domains.routing.contracts import Case, NewLine
from jingwei.domains.routing.queries import duties as queries
from jingwei.domains.routing.rules.refusals import (
    CannotWithdraw,
    CountChanged,
    DutyLineRefused,
    DutyListUnknown,
    DutyOutsideArea,
    NotADraft,
    StartRefused,
)
from jingwei.domains.routing.services import duties, duty_sheet
from jingwei.domains.routing.services.duty_sheet import DUTY_SHEET
from jingwei.domains.routing.tests.test_item_lists import NEW_YEAR, OF_COUNTY, TODAY
from jingwei.foundation.imports.contracts import FileFormat
from jingwei.foundation.imports.queries import bad_rows, batch_of
from jingwei.foundation.imports.services.registry import all_sheets, register_sheets
from jingwei.foundation.imports.services.runs import check_batch, run_to_end, start_batch, undo_batch
from jingwei.foundation.imports.services.uploads import map_columns, upload_file
from jingwei.foundation.scoping import eyes
from jingwei.kernel.errors import Forbidden, NotFound
from tests.cast import CAST, COMMUNITY, COUNTY, MONDAY_10, OTHER_COUNTY, URBAN, WATER

pytestmark = pytest.mark.django_db

URBAN_LINE = NewLine(lead="urban_management@6", item_prefix="0101", assists=("sanitation",), basis="一号文件")
ALL = NewLine(lead="centre", note="其余")
CASE = Case("010101", COMMUNITY, level=12, is_working=True, minute=600)


def in_force(*lines: NewLine) -> int:
    return duties.load_duties(CAST.ding, "现行版", lines or (URBAN_LINE, ALL), TODAY, at=MONDAY_10).pk


def chosen(**changes: Any) -> str:
    choice = queries.who_handles(replace(CASE, **changes), item_kind="fire", on=TODAY)
    return choice.lead.name if choice.lead else ""


def test_without_a_matrix_the_items_own_kind_leads_and_with_one_its_line() -> None:
    before = queries.who_handles(CASE, item_kind="urban_management", on=TODAY)
    assert before.line is None
    assert before.lead is not None
    assert before.lead.unit_id == URBAN
    in_force()
    after = queries.who_handles(CASE, item_kind="water_company", on=TODAY)
    assert after.line is not None
    assert (after.line.no, after.list_name) == (1, "现行版")
    assert after.lead is not None
    assert after.lead.unit_id == URBAN
    yesterday = queries.who_handles(CASE, item_kind="water_company", on=TODAY - timedelta(days=1))
    assert yesterday.lead is not None
    assert yesterday.lead.unit_id == WATER


def test_a_draft_copies_what_is_in_force_and_is_edited_line_by_line() -> None:
    in_force()
    draft = duties.start_draft(CAST.ding, "明年", at=MONDAY_10)
    added = duties.save_line(CAST.ding, draft.pk, replace(URBAN_LINE, hours="off"), before_no=1)
    changed = duties.save_line(
        CAST.ding, draft.pk, replace(ALL, note="兜底"), line_id=queries.lines_of(draft.pk)[2].line_id
    )
    assert (added.no, changed.no, changed.note) == (1, 3, "兜底")
    assert [line.hours for line in queries.lines_of(draft.pk)] == ["off", "", ""]
    duties.drop_line(CAST.ding, draft.pk, added.line_id)
    assert [line.lead for line in queries.lines_of(draft.pk)] == ["urban_management@6", "centre"]
    faults = queries.faults_of(draft.pk, on=TODAY)
    assert faults.conflicts == faults.gaps == []
    assert [line.note for line in faults.added] == ["兜底"]
    assert [line.note for line in faults.removed] == ["其余"]


def test_a_centre_writes_lines_of_its_own_area_only() -> None:
    draft = duties.start_draft(CAST.ding, "明年", at=MONDAY_10)
    mine = duties.save_line(CAST.sun, draft.pk, replace(URBAN_LINE, area_code=COUNTY))
    for line in (URBAN_LINE, replace(URBAN_LINE, area_code=OTHER_COUNTY)):
        with pytest.raises(DutyOutsideArea):
            duties.save_line(CAST.sun, draft.pk, line)
    with pytest.raises(DutyOutsideArea):
        duties.drop_line(CAST.tang, draft.pk, mine.line_id)
    with pytest.raises(DutyOutsideArea):  # a foreign line is not made one's own by changing its area
        duties.save_line(
            CAST.tang, draft.pk, replace(URBAN_LINE, area_code=OTHER_COUNTY), line_id=mine.line_id
        )
    with pytest.raises(Forbidden):
        duties.save_line(CAST.qian, draft.pk, replace(URBAN_LINE, area_code=COUNTY))
    assert len(queries.lines_of(draft.pk)) == 1


def test_a_proposed_line_stands_before_the_one_that_decides_now_and_waits_for_opening() -> None:
    in_force()
    line = NewLine(lead="water_company", item_prefix="010101", area_code=COMMUNITY, basis="异议裁决")
    proposed = duties.propose_line(CAST.sun, line, at=MONDAY_10)
    again = duties.propose_line(CAST.wu, replace(line, item_prefix="020101"), at=MONDAY_10)
    assert proposed.list_id == again.list_id
    assert (proposed.no, again.no) == (1, 3)
    assert "城市管理" in chosen()
    duties.open_duties(CAST.ding, proposed.list_id, valid_from_on=NEW_YEAR, lines_seen=4, at=MONDAY_10)
    on_the_day = queries.who_handles(CASE, item_kind="", on=NEW_YEAR)
    assert on_the_day.lead is not None
    assert on_the_day.lead.unit_id == WATER
    elsewhere = queries.who_handles(replace(CASE, area_code=COUNTY), item_kind="", on=NEW_YEAR)
    assert elsewhere.lead is not None
    assert elsewhere.lead.unit_id == URBAN
    assert duties.propose_line(CAST.sun, line, at=MONDAY_10).list_id != proposed.list_id
    with pytest.raises(DutyOutsideArea):
        duties.propose_line(CAST.tang, line, at=MONDAY_10)
    with pytest.raises(Forbidden):
        duties.propose_line(CAST.qian, line, at=MONDAY_10)


def test_opening_ends_the_version_before_and_withdrawing_lets_it_go_on() -> None:
    first = in_force()
    draft = duties.start_draft(CAST.ding, "明年", at=MONDAY_10)
    with pytest.raises(CountChanged):
        duties.open_duties(CAST.ding, draft.pk, valid_from_on=NEW_YEAR, lines_seen=1, at=MONDAY_10)
    with pytest.raises(StartRefused):
        duties.open_duties(
            CAST.ding, draft.pk, valid_from_on=TODAY - timedelta(days=1), lines_seen=2, at=MONDAY_10
        )
    duties.open_duties(CAST.ding, draft.pk, valid_from_on=NEW_YEAR, lines_seen=2, at=MONDAY_10)
    briefs = {one.list_id: one for one in queries.duty_briefs(with_drafts=False)}
    assert briefs[first].valid_to_on == NEW_YEAR
    with pytest.raises(NotADraft):
        duties.save_line(CAST.ding, draft.pk, ALL)
    duties.withdraw_duties(CAST.ding, draft.pk, at=MONDAY_10)
    assert [one.valid_to_on for one in queries.duty_briefs(with_drafts=False)] == [None]
    with pytest.raises(CannotWithdraw):
        duties.withdraw_duties(CAST.ding, first, at=MONDAY_10)
    duties.delete_duties(CAST.ding, draft.pk)
    with pytest.raises(DutyListUnknown):
        queries.duty_list(draft.pk, with_drafts=True)
    with pytest.raises(NotADraft):
        duties.delete_duties(CAST.ding, first)


def test_only_those_who_manage_the_whole_city_begin_and_open_versions() -> None:
    with pytest.raises(Forbidden):
        duties.start_draft(CAST.sun, "县里", at=MONDAY_10)
    with pytest.raises(NotFound):
        duties.start_draft(OF_COUNTY, "县里", at=MONDAY_10)
    with pytest.raises(DutyLineRefused):
        duties.load_duties(CAST.ding, "坏的", [NewLine(lead="moon")], TODAY, at=MONDAY_10)
    assert queries.duty_briefs(with_drafts=True) == []


@pytest.fixture
def _sheets(settings: object, tmp_path: Path) -> None:
    settings.VAR_FOLDER = tmp_path  # type: ignore[attr-defined]
    if DUTY_SHEET not in all_sheets():
        register_sheets([DUTY_SHEET])


def brought_in(content: bytes) -> Any:
    batch = upload_file(CAST.ding, DUTY_SHEET.key, file_name="权责.csv", pieces=[content], at=MONDAY_10)
    map_columns(CAST.ding, batch.id, mapping=batch.mapping, options={"list_name": "导入版"})
    for go_on in (check_batch, start_batch):
        go_on(CAST.ding, batch.id, at=MONDAY_10)
        run_to_end(batch.id, now=lambda: MONDAY_10)
    with eyes(CAST.ding):
        return batch_of(CAST.ding, batch.id)


@pytest.mark.usefixtures("_sheets")
def test_a_matrix_goes_out_as_a_file_and_comes_in_as_the_same_lines() -> None:
    lines = (
        NewLine(
            "=" + queries.every_unit()[0].code,
            "010101",
            COUNTY,
            6,
            "22:00-06:00",
            ("public_security@6", "fire"),
            "4h",
            "1d",
        ),
        replace(URBAN_LINE, village="relieved"),
        ALL,
    )
    out = duty_sheet.export_duties(CAST.ding, in_force(*lines), file_format=FileFormat.CSV, at=MONDAY_10)
    batch = brought_in(b"".join(out.pieces()))
    assert (batch.state, batch.written_rows, batch.bad_rows) == ("finished", 3, 0)
    (draft, _) = queries.duty_briefs(with_drafts=True)
    found = [
        NewLine(**{name: getattr(line, name) for name in NewLine.__dataclass_fields__})
        for line in queries.lines_of(draft.list_id)
    ]
    assert found == list(lines)
    undo_batch(CAST.ding, batch.id, at=MONDAY_10)
    run_to_end(batch.id, now=lambda: MONDAY_10)
    assert [one.name for one in queries.duty_briefs(with_drafts=True)] == ["现行版"]


@pytest.mark.usefixtures("_sheets")
def test_faulty_rows_are_told_by_cell_and_the_rest_comes_in() -> None:
    content = (
        "序号,事项代码,事项名称,派遣层级,主办单位,村社区承担\n"
        "2,010101,暴露垃圾,,城市管理,\n"
        "1,010101,路灯不亮,区县,城市管理,\n"
        "3,999999,,,城市管理,\n"
        "4,,,,月球局,\n"
    )
    batch = brought_in(content.encode())
    assert (batch.written_rows, batch.bad_rows) == (1, 3)
    with eyes(CAST.ding):
        faults = [fault.column for _, found in bad_rows(batch) for fault in found]
    assert faults == ["item_name", "item_prefix", "lead"]
