"""Lists of incidents taken along: the same filters and sight as on the screen, personal fields with care."""

import io
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jingwei.domains.incidents import services
from jingwei.domains.incidents.contracts import Identity
from jingwei.domains.incidents.queries import Filter, list_incidents
from jingwei.domains.incidents.rules.taking_along import COLUMNS, TipsStay, without_numbers
from jingwei.domains.incidents.services.export_source import INCIDENT_SOURCE, MAKERS, PERSONAL, read_wish
from jingwei.domains.incidents.tests.walking import PHONE, Walk, reported, rows, spot, tipped
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.access.services import vacate_post
from jingwei.foundation.imports.contracts.exports import Language, Taking, WishRefused
from jingwei.foundation.imports.models import Export
from jingwei.foundation.imports.queries import export_of
from jingwei.foundation.imports.services.export_runs import make_to_end
from jingwei.foundation.imports.services.exports import NewExport, approve_export, hand_out, request_export
from jingwei.foundation.privacy.queries import looks_at
from jingwei.foundation.scoping import eyes
from jingwei.kernel.ids import uuid7
from tests.cast import CAST, FAR_GRID, GRID_2, GRID_3, MONDAY_10, URBAN, WATER

pytestmark = pytest.mark.django_db
LATER = MONDAY_10 + timedelta(hours=6)


@pytest.fixture(autouse=True)
def _own_folder(settings: Any, tmp_path: Path) -> None:
    settings.VAR_FOLDER = tmp_path


def exported(
    actor: Actor,
    wish: dict[str, Any] | None = None,
    *columns: str,
    by: Actor | None = None,
    is_clear: bool = False,
) -> list[dict[str, Any]]:
    """The rows of the finished workbook, by Chinese header."""
    asked = NewExport("incidents", wish or {}, columns or ("receipt_no",), is_clear, "月度例会通报")
    export = request_export(actor, asked, at=LATER)
    if by is not None:
        approve_export(by, export.id, remark="", at=LATER)
    make_to_end(export.id, now=lambda: LATER)
    with eyes(actor):
        made = export_of(actor, export.id)
    assert made.state == "ready", made.trouble
    content = b"".join(hand_out(actor, export.id, at=LATER).pieces())
    _, head, *lines = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0].iter_rows(values_only=True)
    return [dict(zip(head, line, strict=True)) for line in lines]


def receipts(found: list[dict[str, Any]]) -> set[str]:
    return {row["受理编号"] for row in found}


def no_of(walk: Walk) -> str:
    return walk.receipt.receipt_no


@pytest.mark.parametrize("name", ["wu", "zhao", "sun", "tang", "mao", "guo", "xu"])
def test_everybody_takes_what_they_see_in_their_list_and_nothing_else(name: str) -> None:
    actor: Actor = getattr(CAST, name)
    for grid in (GRID_2, GRID_3, FAR_GRID):
        reported(position=spot(grid))
    reported().accepted().dispatched()
    tipped(position=spot())
    with eyes(actor):
        seen = {
            row.receipt_no for row in list_incidents(actor, Filter(), at=LATER, cursor=None, size=200).rows
        }
    assert receipts(exported(actor)) == seen
    assert seen or name in {"tang"}


def test_filters_are_those_of_the_list() -> None:
    accepted, waiting = reported().accepted(), reported()
    assert receipts(exported(CAST.wu, {"state": ["20"]})) == {no_of(accepted)}
    assert receipts(exported(CAST.wu, {"state": "10"})) == {no_of(waiting)}
    assert receipts(exported(CAST.wu, {"bucket": "to_accept", "order": "due", "size": "50"})) == {
        no_of(waiting)
    }
    assert receipts(exported(CAST.wu, {"receipt_no": no_of(accepted)})) == {no_of(accepted)}


def test_every_filter_of_the_list_can_be_given() -> None:
    wish = {
        "area_code": "430902001001",
        "state": ["10", "20"],
        "item": "0101",
        "channel": "resident",
        "is_urgent": "false",
        "is_overdue": "true",
        "is_slipping": "true",
        "since": "2026-11-01T00:00:00+08:00",
        "until": "2026-12-01T00:00:00+08:00",
        "receipt_no": "X",
        "bucket": "to_accept",
        "is_open": "true",
        "unit_id": str(URBAN),
        "is_mine": "true",
        "words": "井盖",
        "component_id": str(WATER),
        "shape": "c112.35,28.57,500",
    }
    assert read_wish(wish) == wish
    assert set(Filter.__slots__) == {"states" if n == "state" else n for n in wish}
    said = INCIDENT_SOURCE.say(wish, Language.ZH)
    assert "待受理、待派遣" in said
    assert "资阳区城市管理和综合执法局" in said
    assert "area 迎春社区" in INCIDENT_SOURCE.say(wish, Language.EN)
    assert read_wish({"is_open": "false", "words": "", "state": [], "cursor": "x"}) == {}
    assert INCIDENT_SOURCE.say({}, Language.ZH) == "不限"


@pytest.mark.parametrize(
    "wish",
    [
        {"colour": "red"},
        {"states": "10"},
        {"state": ["11"]},
        {"area_code": "43"},
        {"area_code": "x"},
        {"item": "123"},
        {"since": "2026"},
        {"since": "2026-11-01"},
        {"unit_id": "nobody"},
        {"is_open": "perhaps"},
        {"bucket": ["to_accept"]},
    ],
)
def test_a_filter_that_the_list_does_not_know_is_refused(wish: dict[str, Any]) -> None:
    with pytest.raises(WishRefused):
        read_wish(wish)


def test_tips_are_not_taken_along() -> None:
    with pytest.raises(TipsStay):
        exported(CAST.sun, {"bucket": "tips"})
    tip = tipped(position=spot())
    assert no_of(tip) not in receipts(exported(CAST.sun)) | receipts(exported(CAST.wu))


def test_a_grown_sight_is_not_used_and_a_lost_one_counts_at_once() -> None:
    """The scope is that of the post as it is when the rows are read."""
    reported()
    export = request_export(CAST.wu, NewExport("incidents", {}, ("receipt_no",), False, "月度例会"), at=LATER)
    assert CAST.wu.post_id
    with eyes(CAST.machine):
        vacate_post(CAST.wu.post_id, by=None, at=LATER)
    make_to_end(export.id, now=lambda: LATER)
    with eyes(CAST.machine):
        failed = Export.objects.get(pk=export.id)
    assert (failed.state, failed.done_rows, failed.trouble["code"]) == ("failed", 0, "exports.asker_changed")


def test_every_column_is_written() -> None:
    reported(reporter_name="李梅").accepted().dispatched()
    assert set(MAKERS) | PERSONAL == {column.name for column in COLUMNS}
    (row,) = exported(CAST.wu, {}, *(column.name for column in COLUMNS))
    assert row["状态"] == "待接收"
    assert row["承办单位"] == "资阳区城市管理和综合执法局"
    assert row["上报时间"] == MONDAY_10.replace(tzinfo=None)
    assert (row["紧急"], row["区域"], row["来源"]) == ("否", "迎春社区第一网格", "居民随手拍")
    assert (row["反映人姓名"], row["反映人电话"]) == ("李*", "138****2345")


def test_formulas_in_reports_stay_text() -> None:
    reported(words='=HYPERLINK("http://x")的广告', address="@SUM(1+1)")
    (row,) = exported(CAST.wu, {}, "title", "address", "words")
    assert row["地址"] == "'@SUM(1+1)"
    assert row["反映内容"].startswith("'=HYPERLINK")
    assert row["标题"].startswith("'=")


def test_numbers_in_free_text_are_masked() -> None:
    reported(words="请打13987654321找张三，身份证430902199001011234，楼号18")
    (row,) = exported(CAST.wu, {}, "words")
    assert "13987654321" not in row["反映内容"]
    assert "430902199001011234" not in row["反映内容"]
    assert "楼号18" in row["反映内容"]
    assert without_numbers("2026年 3 栋 5 单元 110") == "2026年 3 栋 5 单元 110"


def looks(walk: Walk, viewer: Actor = CAST.li) -> list[tuple[str, str, str]]:
    with eyes(viewer):
        return sorted(
            (look.viewer_name, look.field, look.purpose)
            for look in looks_at(f"incidents.incident:{walk.case}")
        )


def test_with_consent_the_clear_text_is_taken_and_the_resident_sees_who_looked() -> None:
    walk = reported(reporter_name="李梅")
    columns = ("receipt_no", "reporter_name", "reporter_phone")
    assert looks(walk) == []
    (masked,) = exported(CAST.wu, {}, *columns)
    assert (masked["反映人电话"], looks(walk)) == ("138****2345", [])
    (clear,) = exported(CAST.wu, {}, *columns, by=CAST.zhao, is_clear=True)
    assert (clear["反映人姓名"], clear["反映人电话"]) == ("李梅", PHONE)
    assert looks(walk) == [
        ("吴芳", "incidents.reporter_name", "export"),
        ("吴芳", "incidents.reporter_phone", "export"),
    ]


def test_confidential_reporters_are_never_taken_in_the_clear() -> None:
    walk = reported(identity=Identity.CONFIDENTIAL, reporter_name="李梅")
    (row,) = exported(CAST.wu, {}, "reporter_name", "reporter_phone", by=CAST.zhao, is_clear=True)
    assert (row["反映人姓名"], row["反映人电话"]) == ("李*", "138****2345")
    assert looks(walk) == []


def test_only_those_who_may_contact_the_reporter_see_even_the_mask() -> None:
    reported()
    (row,) = exported(CAST.zhao, {}, "receipt_no", "reporter_phone", by=CAST.sun, is_clear=True)
    assert row["反映人电话"] is None  # the community's centre is in charge, not the township's


def test_work_done_again_records_no_second_look() -> None:
    walk = reported()
    taking = Taking(uuid7(), {}, ("reporter_phone",), Language.ZH, is_clear=True, at=LATER)
    for _ in range(2):
        with eyes(CAST.wu):
            page = INCIDENT_SOURCE.rows(CAST.wu, taking, cursor=None)
            assert page.rows == [[PHONE]]
    assert len(looks(walk)) == 1


def test_a_batch_costs_the_same_however_many_rows_it_has() -> None:
    def statements() -> int:
        taking = Taking(uuid7(), {}, tuple(c.name for c in COLUMNS), Language.ZH, is_clear=True, at=LATER)
        with eyes(CAST.wu), CaptureQueriesContext(connection) as captured:
            INCIDENT_SOURCE.rows(CAST.wu, taking, cursor=None)
        return len(captured)

    reported()
    statements()  # what a process keeps is read now
    few = statements()
    for _ in range(5):
        reported()
    assert statements() == few <= 8


def test_the_queue_holds_nothing_personal() -> None:
    reported(reporter_name="李梅梅")
    exported(CAST.wu, {}, "reporter_name", "reporter_phone", by=CAST.zhao, is_clear=True)
    for table in ("procrastinate_jobs", "audit_entry", "imports_export"):
        for secret in (PHONE, "李梅梅"):
            assert rows(f"select 1 from {table} t where position(%s in t::text) > 0", secret) == []


def test_another_unit_gets_what_it_takes_part_in() -> None:
    mine = reported().accepted().dispatched()
    reported()
    assert receipts(exported(CAST.xu)) == {no_of(mine)}
    assert isinstance(mine.case, UUID)
    services.take_task(CAST.qian, mine.case, at=mine.later())
    (row,) = exported(CAST.xu, {}, "state", "reporter_phone", by=CAST.guo, is_clear=True)
    assert (row["状态"], row["反映人电话"]) == ("处置中", PHONE)
