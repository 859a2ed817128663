"""Messages from a file become reports like any other: same intake, same clock, same sight; nothing twice, nothing lost."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from jingwei.domains.incidents import queries, services
from jingwei.domains.incidents.contracts import Channel, IncidentsBroughtIn, State
from jingwei.domains.incidents.management.commands.import_messages import preset_maps
from jingwei.domains.incidents.models import Incident, Step
from jingwei.domains.incidents.queries import Bucket
from jingwei.domains.incidents.rules.transplant import Oddity
from jingwei.domains.incidents.rules.transplant_map import MapRefused, NoMapFits, parse_map
from jingwei.domains.incidents.services import NewReport
from jingwei.domains.incidents.services.transplant import (
    BRINGER,
    CHUNK,
    AreaTooWide,
    FileEmpty,
    Tally,
    rehearse,
    survey,
)
from jingwei.domains.incidents.tasks import tell_of_batch
from jingwei.domains.incidents.tests.bringing import (
    MESSAGE_HEADER,
    bring,
    message,
    messages,
    rows_of,
    stored,
    table,
)
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.events import services as events
from jingwei.foundation.notices.queries import list_notices
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import BEIJING
from jingwei.kernel.errors import DomainError, Forbidden, NotFound
from tests.cast import (
    CAST,
    CITY,
    COMMUNITY,
    COUNTY,
    GRID_1,
    MONDAY_10,
    OTHER_COMMUNITY,
    TOWNSHIP,
    centre,
    id_of,
    inside,
)

pytestmark = pytest.mark.django_db


def counts(tally: Tally) -> tuple[int, ...]:
    return tally.read, tally.imported, tally.present, tally.repeated, tally.refused


def told(tally: Tally) -> set[tuple[int, str, str, Oddity]]:
    return {(one.number, one.fate, one.remark.field, one.remark.oddity) for one in tally.told}


def test_a_message_becomes_a_report_with_its_own_time_and_text(tmp_path: Path) -> None:
    long = "全文" * 3000
    bring(messages(tmp_path, message(1, detail=long)))
    case = stored()["1"]
    assert (case.state, case.channel, case.version) == (State.REPORTED, Channel.IMPORT, 1)
    assert (case.title, case.words, case.is_history) == ("路灯不亮", long, False)
    assert case.reported_at == datetime(2019, 2, 28, 11, 25, 5, tzinfo=BEIJING)
    assert (case.external_source, case.scope_code, case.position) == ("tipdm2020", COMMUNITY, None)
    assert (case.centre_id, case.received_at) == (centre(COMMUNITY), MONDAY_10)


def test_it_is_taken_in_by_the_very_rules_of_a_single_report(tmp_path: Path) -> None:
    """Column by column the same as a report typed in, but for what names the one or the other."""
    bring(messages(tmp_path, message(1)))
    typed = services.report_incident(
        BRINGER,
        NewReport(
            incident_id=id_of("typed"),
            words="第1盏路灯坏了",
            title="路灯不亮",
            reported_at=datetime(2019, 2, 28, 11, 25, 5, tzinfo=BEIJING),
            area_code=COMMUNITY,
            reporter_name="A0001",
            channel=Channel.IMPORT,
        ),
        at=MONDAY_10,
    )
    with eyes(BRINGER):
        one, other = (
            Incident.objects.visible_to(BRINGER).filter(pk=pk).values().get()
            for pk in (stored()["1"].pk, typed.incident_id)
        )
    own = {"id", "receipt_no", "tracking_index", "fingerprint", "reporter_name_sealed"}
    own |= {"external_source", "external_id"}
    assert {k: v for k, v in one.items() if k not in own} == {k: v for k, v in other.items() if k not in own}
    parts = "select part, unit_id, post_id, since_at, reported_at from incidents_participant where incident_id = %s"
    assert rows_of(parts, one["id"]) == rows_of(parts, other["id"])


def test_an_old_message_is_not_born_overdue(tmp_path: Path) -> None:
    bring(messages(tmp_path, message(1, created_at="2009-01-01 08:00:00")))
    case = stored()["1"]
    assert case.due_at is not None
    assert MONDAY_10 < case.due_at < MONDAY_10 + timedelta(days=2)


def test_the_second_run_brings_nothing(tmp_path: Path) -> None:
    path = messages(tmp_path, message(1), message(2), message(3, created_at="vorgestern"))
    assert counts(bring(path)) == (3, 3, 0, 0, 0)
    again = bring(path)
    assert counts(again) == (3, 0, 3, 0, 0)
    assert told(again) == {(4, "present", "reported_at", Oddity.TIME_UNREADABLE)}
    assert len(stored()) == 3


def test_a_longer_file_brings_what_is_new(tmp_path: Path) -> None:
    bring(messages(tmp_path, message(1)))
    assert counts(bring(messages(tmp_path, message(1), message(2)))) == (2, 1, 1, 0, 0)


def test_every_odd_row_is_told_and_read_adds_up(tmp_path: Path) -> None:
    tally = bring(
        messages(
            tmp_path,
            message(1),
            message(1),
            message(2, created_at="2099-01-01 00:00:00"),
            message(3, created_at="1998-01-01 00:00:00"),
            message(4, created_at="很久以前"),
            message(5, subject="", detail=""),
            message(6, dup_of="1"),
            message(7, detail="第 1 盏路灯坏了"),
            message(8, message_id=""),
            message(9, subject=""),
        )
    )
    assert counts(tally) == (10, 8, 0, 1, 1)
    assert tally.read == tally.imported + tally.present + tally.repeated + tally.refused
    assert tally.duplicates == 2
    assert told(tally) == {
        (3, "refused", "external_id", Oddity.REPEATED),
        (4, "imported", "reported_at", Oddity.TIME_IN_FUTURE),
        (5, "imported", "reported_at", Oddity.TIME_TOO_OLD),
        (6, "imported", "reported_at", Oddity.TIME_UNREADABLE),
        (7, "refused", "words", Oddity.WORDS_MISSING),
        (8, "imported", "duplicate_of", Oddity.DUPLICATE_OF),
        (9, "imported", "words", Oddity.SAME_TEXT),
        (10, "imported", "external_id", Oddity.ID_MISSING),
        (11, "imported", "title", Oddity.TITLE_MISSING),
    }
    here = stored()
    assert (here["6"].duplicate_of_external, here["7"].duplicate_of_external) == ("1", "1")
    assert here["2"].reported_at == here["3"].reported_at == here["4"].reported_at == MONDAY_10


def test_a_copy_that_comes_before_its_original_does_not_mark_it(tmp_path: Path) -> None:
    bring(messages(tmp_path, message(2, dup_of="1", detail="一样的话"), message(1, detail="一样的话")))
    assert stored()["1"].duplicate_of_external == ""


def test_another_message_under_a_known_id_is_not_lost(tmp_path: Path) -> None:
    path = messages(tmp_path, message(1), message(1, detail="同一个编号，另一件事"))
    tally = bring(path)
    assert counts(tally) == (2, 2, 0, 0, 0)
    assert told(tally) == {(3, "imported", "external_id", Oddity.ID_TAKEN)}
    (other,) = (case for key, case in stored().items() if key != "1")
    assert other.words == "同一个编号，另一件事"
    facts = rows_of("select facts from incidents_step where incident_id = %s", other.pk)[0][0]
    assert facts["given"]["external_id"] == "1"
    assert counts(bring(path)) == (2, 0, 2, 0, 0)


def test_the_first_step_keeps_what_was_read_differently(tmp_path: Path) -> None:
    bring(messages(tmp_path, message(1, created_at="大年初一", likes="2097")))
    case = stored()["1"]
    with eyes(BRINGER):
        (step,) = Step.objects.filter(incident_id=case.pk)
    assert (step.version, step.action, step.from_state, step.to_state) == (1, "report", None, 10)
    assert (step.actor_name, step.at) == ("批量导入", MONDAY_10)
    assert step.facts["given"] == {"likes": "2097", "dislikes": "0", "created_at": "大年初一"}
    assert (step.facts["row"], step.facts["odd"]) == (2, ["reported_at:time_unreadable"])


def test_the_pen_name_is_sealed_like_any_name(tmp_path: Path) -> None:
    bring(messages(tmp_path, message(1, user_id="A000102948"), message(2, user_id="")))
    named, anonymous = stored()["1"], stored()["2"]
    assert (named.identity, anonymous.identity) == ("named", "anonymous")
    assert b"A000102948" not in bytes(named.reporter_name_sealed)
    assert anonymous.reporter_name_sealed is None
    everywhere = "select to_jsonb(s) from incidents_step s union all select to_jsonb(a) from audit_entry a"
    assert not [row for row in rows_of(everywhere) if "A000102948" in str(row)]


def test_who_serves_the_area_sees_it_and_neighbours_do_not(tmp_path: Path) -> None:
    bring(messages(tmp_path, message(1)))
    case = stored()["1"].pk
    for actor in (CAST.wu, CAST.zhao, CAST.sun, CAST.he):
        with eyes(actor):
            assert queries.incident_for(actor, case).pk == case
    for actor in (CAST.mao, CAST.zhou, CAST.tang, CAST.lin, CAST.qian, CAST.li):
        with eyes(actor), pytest.raises(NotFound):
            queries.incident_for(actor, case)


@pytest.mark.parametrize(
    ("area", "desk"), [(COMMUNITY, CAST.wu), (TOWNSHIP, CAST.zhao), (COUNTY, CAST.sun), (GRID_1, CAST.wu)]
)
def test_the_nearest_centre_finds_it_in_its_inbox_and_can_accept_it(
    tmp_path: Path, area: str, desk: Actor
) -> None:
    bring(messages(tmp_path, message(1)), area)
    with eyes(desk):
        assert queries.inbox_counts(desk, at=MONDAY_10)[Bucket.TO_ACCEPT] == 1
    accepted = services.accept_incident(desk, stored()["1"].pk, item_code="010101", at=MONDAY_10)
    assert (accepted.state, accepted.version) == (State.ACCEPTED, 2)


def test_one_piece_of_news_for_each_centre_and_none_for_a_run_without_news(tmp_path: Path) -> None:
    usual = events.wiring()
    events.wire({IncidentsBroughtIn: ("test.hearer",)})
    try:
        path = messages(tmp_path, *(message(n) for n in range(30)))
        tally = bring(path)
        jobs = rows_of("select args from procrastinate_jobs where task_name = 'test.hearer'")
        assert [(job["count"], job["centre_id"]) for (job,) in jobs] == [(30, str(centre(COMMUNITY)))]
        assert jobs[0][0]["batch_id"] == str(tally.batch_id)
        bring(path)
        assert len(rows_of("select 1 from procrastinate_jobs where task_name = 'test.hearer'")) == 1
    finally:
        events.wire(usual)


def test_the_news_reaches_the_desk_as_one_notice(tmp_path: Path) -> None:
    bring(messages(tmp_path, *(message(n) for n in range(30))))
    ((payload,),) = rows_of(
        "select args from procrastinate_jobs where task_name = 'incidents.tell_of_arrival'"
    )
    for _ in range(2):  # delivered at least once
        tell_of_batch(**payload)
    with eyes(CAST.wu):
        (notice,) = list_notices(CAST.wu).rows
    assert notice.title_zh == "批量导入：30 件待受理"


def test_the_audit_has_one_entry_a_chunk_and_one_for_the_end(tmp_path: Path) -> None:
    tally = bring(messages(tmp_path, *(message(n) for n in range(CHUNK + 5))))
    found = "select actor_name, area_code, change from audit_entry where target = %s order by id"
    first, second, last = rows_of(found, f"incidents.batch:{tally.batch_id}")
    assert first[:2] == ("批量导入", COMMUNITY)
    assert (first[2]["count"], first[2]["rows"]) == (CHUNK, [2, CHUNK + 1])
    assert (second[2]["count"], second[2]["rows"]) == (5, [CHUNK + 2, CHUNK + 6])
    assert (last[2]["finished"], last[2]["imported"]) == (True, CHUNK + 5)


def test_a_rehearsal_says_the_same_and_writes_nothing(tmp_path: Path) -> None:
    path = messages(
        tmp_path, message(1), message(2, created_at="?"), message(2), message(3, subject="", detail="")
    )
    before = rows_of("select count(*) from audit_entry")
    file = survey(path, chosen=None, presets=list(preset_maps().values()))
    tried = rehearse(file, COMMUNITY, at=MONDAY_10, limit=None, say=lambda tally: None)
    assert stored() == {}
    assert rows_of("select count(*) from audit_entry") == before
    real = bring(path)
    assert (counts(tried), told(tried)) == (counts(real), told(real))


def test_a_limit_reads_the_first_rows_only(tmp_path: Path) -> None:
    tally = bring(messages(tmp_path, *(message(n) for n in range(9))), limit=4)
    assert counts(tally) == (4, 4, 0, 0, 0)


GENERIC: dict[str, Any] = {
    "kind": "live",
    "source": "热线平台",
    "columns": {
        "external_id": "工单号",
        "reported_at": "来电时间",
        "words": "诉求",
        "item": "类别",
        "area_code": "社区代码",
        "lon": "经度",
        "lat": "纬度",
        "address": "地址",
        "reporter_phone": "电话",
    },
    "items": {"环卫": "010101", "没有的": "999999"},
    "datum": "wgs84",
}
GENERIC_HEADER = ["工单号", "来电时间", "诉求", "类别", "社区代码", "经度", "纬度", "地址", "电话"]


def call(number: int, **changes: str) -> dict[str, str]:
    usual = {"工单号": str(number), "来电时间": "2026/11/13 9:05", "诉求": f"第{number}桶垃圾满了"}
    return usual | changes


def test_a_table_of_ones_own_comes_with_a_map(tmp_path: Path) -> None:
    lon, lat = inside(GRID_1)
    far = {"经度": "121.47", "纬度": "31.23"}
    rows = [
        call(1, 类别="环卫", 经度=str(lon), 纬度=str(lat), 地址="迎春路18号", 电话="13873712345"),
        call(2, 类别="没有的", 社区代码=OTHER_COMMUNITY, 电话="一二三"),
        call(3, 类别="别的", 社区代码="430902001999", **far),
    ]
    path = table(tmp_path / "calls.csv.gz", GENERIC_HEADER, rows)
    tally = bring(path, TOWNSHIP, chosen=parse_map(GENERIC))
    here = stored()
    assert (here["1"].scope_code, here["1"].item_code, here["1"].address) == (GRID_1, "010101", "迎春路18号")
    assert here["1"].position.coords == (lon, lat)
    assert (here["1"].identity, here["1"].reporter_phone_sealed is not None) == ("named", True)
    assert (here["2"].scope_code, here["2"].item_code, here["2"].identity) == (
        OTHER_COMMUNITY,
        "",
        "anonymous",
    )
    assert here["2"].reporter_phone_sealed is None
    assert (here["3"].scope_code, here["3"].position) == (TOWNSHIP, None)
    assert told(tally) == {
        (3, "imported", "lat", Oddity.POSITION_MISSING),
        (3, "imported", "item", Oddity.ITEM_UNKNOWN),
        (3, "imported", "reporter_phone", Oddity.PHONE_UNREADABLE),
        (4, "imported", "lon", Oddity.POSITION_OUTSIDE),
        (4, "imported", "area_code", Oddity.AREA_UNKNOWN),
    }
    step = rows_of("select facts from incidents_step where incident_id = %s", here["3"].pk)[0][0]
    assert step["given"] == {"lon": "121.47", "lat": "31.23", "area_code": "430902001999"}


def test_older_encodings_are_read(tmp_path: Path) -> None:
    path = tmp_path / "gbk.csv"
    path.write_bytes(messages(tmp_path, message(1)).read_text(encoding="utf-8").encode("gb18030"))
    bring(path)
    assert stored()["1"].title == "路灯不亮"


def test_what_may_never_be_collected_is_refused(tmp_path: Path) -> None:
    header = ["内容", "宗教信仰"]
    path = table(tmp_path / "faith.csv", header, [{"内容": "路灯坏了", "宗教信仰": "不详"}])
    chosen = {"kind": "live", "source": "某平台", "columns": {"words": "内容"}}
    with pytest.raises(DomainError, match="宗教信仰"):
        bring(path, chosen=parse_map(chosen | {"keep": ["宗教信仰"]}))
    assert bring(path, chosen=parse_map(chosen)).imported == 1
    assert "不详" not in str(rows_of("select to_jsonb(s) from incidents_step s"))


@pytest.mark.parametrize("area", [CITY, "43090", "430999", "益阳"])
def test_an_area_that_is_too_wide_or_unknown_is_refused(tmp_path: Path, area: str) -> None:
    with pytest.raises(DomainError) as refusal:
        bring(messages(tmp_path, message(1)), area)
    assert isinstance(refusal.value, AreaTooWide) == (area == CITY)
    assert stored() == {}


def test_nobody_without_leave_brings_anything(tmp_path: Path) -> None:
    with pytest.raises(Forbidden):
        bring(messages(tmp_path, message(1)), actor=CAST.cao)


def test_a_torn_or_foreign_file_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    whole = table(tmp_path / "whole.csv.gz", MESSAGE_HEADER, (message(n) for n in range(3000)))
    torn = tmp_path / "torn.csv.gz"
    torn.write_bytes(whole.read_bytes()[:-200])
    with pytest.raises(DomainError, match="损坏"):
        bring(torn)
    with pytest.raises(NoMapFits, match="甲、乙"):
        bring(table(tmp_path / "other.csv", ["甲", "乙"], [{"甲": "1", "乙": "2"}]))
    with pytest.raises(MapRefused, match="工单号"):
        bring(messages(tmp_path, message(1)), chosen=parse_map(GENERIC))
    with pytest.raises(FileEmpty):
        bring(messages(tmp_path))
    assert stored() == {}


def test_the_command_tells_counts_and_returns_the_odd_rows(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = messages(tmp_path, message(1), message(2, created_at="=cmd|1"), message(3, subject="", detail=""))
    report = tmp_path / "out" / "odd.csv"
    call_command("import_messages", str(path), area=COMMUNITY, report=report)
    out = capsys.readouterr().out
    assert "读取 3 行：已导入 2，此前已在库中 0，本文件内重复 0，未接收 1" in out
    lines = report.read_text(encoding="utf-8-sig").splitlines()
    assert lines[0] == "行号,编号,处理,字段,说明,Explanation"
    assert [line.split(",")[:4] for line in lines[1:]] == [
        ["3", "2", "已导入", "reported_at"],
        ["4", "3", "未导入", "words"],
    ]
    assert report.stat().st_mode & 0o077 == 0


def test_the_command_asks_for_an_area_where_there_are_several(tmp_path: Path) -> None:
    path = messages(tmp_path, message(1))
    with pytest.raises(CommandError, match="430902 资阳区、430903 赫山区"):
        call_command("import_messages", str(path))
    with pytest.raises(CommandError, match="没有代码为“430999”的区划"):
        call_command("import_messages", str(path), area="430999")
    with pytest.raises(CommandError, match="找不到文件"):
        call_command("import_messages", str(tmp_path / "none.csv"))
    with pytest.raises(CommandError, match="没有名为“mars”的预设"):
        call_command("import_messages", str(path), map="mars")


def test_looking_up_what_is_here_uses_the_index(tmp_path: Path) -> None:
    bring(messages(tmp_path, *(message(n) for n in range(300))))
    with eyes(BRINGER), connection.cursor() as cursor:
        cursor.execute("set local enable_seqscan = off")
        cursor.execute(
            "explain select 1 from incidents_incident where external_source = %s"
            " and external_id = any(%s) and external_id <> ''",
            ["tipdm2020", ["1", "2"]],
        )
        assert "incidents_external_once" in " ".join(line for (line,) in cursor.fetchall())
