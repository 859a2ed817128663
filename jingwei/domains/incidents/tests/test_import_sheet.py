"""A desk's own table goes through the importer of all tables and becomes reports; the batch can be undone."""

import csv
import io
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from jingwei.domains.incidents import queries, services
from jingwei.domains.incidents.contracts import State
from jingwei.domains.incidents.queries import Bucket
from jingwei.domains.incidents.services.report_sheet import REPORT_SHEET
from jingwei.domains.incidents.tests.bringing import rows_of, stored
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.imports.queries import bad_rows, batch_of
from jingwei.foundation.imports.services.registry import all_sheets
from jingwei.foundation.imports.services.runs import check_batch, run_to_end, start_batch, undo_batch
from jingwei.foundation.imports.services.uploads import upload_file
from jingwei.foundation.scoping import eyes
from tests.cast import CAST, COMMUNITY, GRID_1, MONDAY_10, OTHER_COMMUNITY, centre, inside

pytestmark = pytest.mark.django_db
HEADERS = [
    "工单号",
    "标题",
    "诉求内容",
    "时间",
    "事项代码",
    "区划代码",
    "经度",
    "纬度",
    "地址",
    "来电人",
    "电话",
]
LON, LAT = inside(GRID_1)


@pytest.fixture(autouse=True)
def _folder_of_its_own(settings: Any, tmp_path: Path) -> None:
    settings.VAR_FOLDER = tmp_path


def call(number: int, **changes: str) -> list[str]:
    row = dict.fromkeys(HEADERS, "") | {"工单号": f"R{number}", "诉求内容": f"第{number}盏路灯坏了"} | changes
    return [row[name] for name in HEADERS]


def clock() -> datetime:
    return MONDAY_10


def uploaded(rows: Sequence[Sequence[str]], actor: Actor = CAST.wu) -> UUID:
    text = io.StringIO(newline="")
    csv.writer(text).writerows([HEADERS, *rows])
    file = text.getvalue().encode()
    return upload_file(actor, "incidents.reports", file_name="来电.csv", pieces=[file], at=MONDAY_10).id


def imported(rows: Sequence[Sequence[str]], actor: Actor = CAST.wu) -> Any:
    batch_id = uploaded(rows, actor)
    for go in (check_batch, start_batch):
        go(actor, batch_id, at=MONDAY_10)
        run_to_end(batch_id, now=clock)
    with eyes(actor):
        return batch_of(actor, batch_id)


def test_the_sheet_is_offered() -> None:
    assert REPORT_SHEET in all_sheets()


def test_a_desks_table_becomes_reports_of_its_own_centre() -> None:
    batch = imported(
        [
            call(1, 标题="路灯", 时间="2026/11/13 9:05", 事项代码="020201", 经度=str(LON), 纬度=str(LAT)),
            call(2, 区划代码=COMMUNITY, 地址="迎春路18号", 来电人="某女士", 电话="13873712345"),
            call(3),
        ]
    )
    assert (batch.written_rows, batch.bad_rows) == (3, 0)
    here = stored()
    assert [here[key].scope_code for key in ("R1", "R2", "R3")] == [GRID_1, COMMUNITY, COMMUNITY]
    assert {case.centre_id for case in here.values()} == {centre(COMMUNITY)}
    assert (here["R1"].item_code, here["R1"].title, here["R1"].identity) == ("020201", "路灯", "anonymous")
    assert (here["R2"].identity, here["R2"].reporter_phone_sealed is not None) == ("named", True)
    assert all(case.reporter_id is None and case.received_at == MONDAY_10 for case in here.values())
    with eyes(CAST.wu):
        assert queries.inbox_counts(CAST.wu, at=MONDAY_10)[Bucket.TO_ACCEPT] == 3
    ((who, post),) = set(rows_of("select actor_name, post_id from incidents_step where action = 'report'"))
    assert (who, post) == (CAST.wu.name, CAST.wu.post_id)


@pytest.mark.parametrize(
    ("changes", "column"),
    [
        ({"诉求内容": "灯"}, "words"),
        ({"诉求内容": ""}, "words"),
        ({"时间": "2027-01-01"}, "reported_at"),
        ({"时间": "1999-01-01"}, "reported_at"),
        ({"时间": "昨天"}, "reported_at"),
        ({"事项代码": "999999"}, "item_code"),
        ({"事项代码": "路灯"}, "item_code"),
        ({"区划代码": OTHER_COMMUNITY}, "area_code"),
        ({"区划代码": "430902001001999"}, "area_code"),
        ({"区划代码": "益阳"}, "area_code"),
        ({"经度": "112.3"}, "lat"),
        ({"经度": "112.3", "纬度": "200"}, "lat"),
        ({"经度": "121.47", "纬度": "31.23"}, "lon"),
        ({"电话": "不告诉你"}, "reporter_phone"),
    ],
)
def test_a_faulty_cell_is_shown_and_the_good_rows_go_in(changes: dict[str, str], column: str) -> None:
    batch = imported([call(1), call(2, **changes)])
    assert (batch.written_rows, batch.bad_rows) == (1, 1)
    with eyes(CAST.wu):
        ((number, faults),) = bad_rows(batch, after=0, limit=9)
    assert (number, {fault.column for fault in faults}) == (3, {column})
    assert set(stored()) == {"R1"}


def test_what_is_here_already_is_shown_not_doubled() -> None:
    imported([call(1)])
    batch = imported([call(1), call(2)])
    assert (batch.written_rows, batch.bad_rows) == (1, 1)


def test_undo_voids_what_is_as_it_came_and_says_what_stays() -> None:
    batch = imported([call(1), call(2)])
    here = stored()
    services.accept_incident(CAST.wu, here["R1"].pk, item_code="020201", at=MONDAY_10)
    undo_batch(CAST.wu, batch.id, at=MONDAY_10)
    run_to_end(batch.id, now=clock)
    with eyes(CAST.wu):
        after = batch_of(CAST.wu, batch.id)
        states = [queries.incident_for(CAST.wu, here[key].pk).state for key in ("R1", "R2")]
    assert (after.undone_rows, after.kept_rows) == (1, 1)
    assert states == [State.ACCEPTED, State.VOIDED]
    assert set(stored()) == {"R1"}


def test_a_table_of_several_chunks_leaves_whole_incidents() -> None:
    batch = imported([call(number) for number in range(450)])
    assert batch.written_rows == 450
    assert rows_of("select count(*) from incidents_step where action = 'report'") == [(450,)]
    assert rows_of("select count(*) from incidents_participant where part = 'receiver'") == [(450,)]
