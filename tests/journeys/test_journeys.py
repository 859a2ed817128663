"""From report to rating over HTTP, with everything on the way; and what that leaves behind: courses, audit, news, logs."""

import re
import time
from collections import Counter

import pytest

from tests.cast import GRID_1, GRID_2
from tests.journeys.journeys import Run
from tests.journeys.people import Person
from tests.journeys.plans import Turn
from tests.journeys.secrets_kept import require_clean_logs
from tests.journeys.servers import database_role
from tests.journeys.walk import CLOSED, VOIDED, Walk

pytestmark = pytest.mark.slow

OWN_STEPS = "select action, version, to_state from incidents_step where incident_id = %s order by version"


def test_every_message_and_report_is_walked_to_its_end(run: Run) -> None:
    assert database_role(run.house) == "jingwei_app"
    assert len(run.imported) == len(run.brought_in.receipts) > 0
    assert f"已导入 {len(run.imported)}，" in run.brought_in.said
    for walk in run.walks:
        assert walk.ended_in == (VOIDED if Turn.VOIDED in walk.plan.turns else CLOSED), walk.journal


def test_it_stands_where_it_should_for_those_who_ask_over_http(run: Run) -> None:
    people = run.people
    listed = {row["id"]: row for row in people.zhao.all_rows("listIncidents", size=100)}
    for walk in run.walks:
        row = listed[walk.incident_id]
        assert (row["state"], row["version"]) == (walk.ended_in, len(walk.journal)), walk.journal
        assert row["closed_at"] is not None
    for desk in (people.wu, people.zhao, people.sun):
        waiting = {row["id"] for row in desk.all_rows("listIncidents", bucket="overdue", size=100)}
        assert not waiting & {walk.incident_id for walk in run.walks}


def test_the_course_in_the_database_is_the_one_that_was_walked(run: Run) -> None:
    for walk in run.walks:
        steps = run.house.rows(OWN_STEPS, walk.incident_id)
        assert [step[0] for step in steps] == walk.journal
        assert [step[1] for step in steps] == list(range(1, len(steps) + 1))
        stored = run.house.rows(
            "select state, version, is_history from incidents_incident where id = %s", walk.incident_id
        )
        assert stored == [(walk.ended_in, len(steps), False)]
        assert steps[-1][2] == walk.ended_in
        tasks = "select count(*) from incidents_assignment where incident_id = %s and ended_at is null"
        assert run.house.number(tasks, walk.incident_id) == 0
        ratings = "select count(*) from incidents_rating where incident_id = %s"
        assert run.house.number(ratings, walk.incident_id) == walk.ratings


def test_the_writers_of_imported_messages_rated_by_their_tracking_codes(run: Run) -> None:
    rated = [walk for walk in run.imported if walk.ratings]
    assert len(rated) > len(run.imported) // 2
    assert all(walk.account is None for walk in rated)
    assert [walk.ratings for walk in run.live if walk.account is not None] == [1, 2, 1, 1]


def test_every_turn_was_taken(run: Run) -> None:
    taken = {turn for walk in run.walks for turn in walk.plan.turns}
    assert taken == set(Turn)


def test_a_report_with_its_photos_is_seen_by_those_concerned_and_by_no_stranger(run: Run) -> None:
    people = run.people
    handled = [walk for walk in run.live if walk.ended_in == CLOSED]
    walk = next(one for one in handled if one.account is not None)
    seen = people.li.call("getIncident", incident_id=walk.incident_id)
    assert seen["attachments"]
    file_id = seen["attachments"][0]["file_id"]
    for sees in (people.li, people.wu, people.zhao, people.sun, people.qian):
        assert sees.call("downloadFile", file_id=file_id)[:3] == b"\xff\xd8\xff"
    for stranger in (people.mao, people.zhou, people.tang, people.wang, people.feng):
        for operation, part in (
            ("getIncident", {"incident_id": walk.incident_id}),
            ("downloadFile", {"file_id": file_id}),
        ):
            refusal = stranger.refused(operation, 404, "not_found", "没有找到，或不在您的辖区内", **part)
            assert refusal["data"] == {}, "a stranger must not learn that it exists"


def test_every_step_stands_in_the_audit_once(run: Run) -> None:
    """Of a message that was brought in, the file's own entry says so; every step after has one of its own."""
    audited = Counter(
        run.house.rows(
            "select target, change ->> 'action', (change ->> 'version')::int from audit_entry"
            " where target like 'incidents.incident:%%' and change ? 'version'"
        )
    )
    for walk in run.walks:
        target = f"incidents.incident:{walk.incident_id}"
        for version, action in enumerate(walk.journal[1:], 2):
            assert audited[(target, action, version)] == 1, (target, action, version)
    reported = "select count(*) from audit_entry where target = %s and permission = 'report_incident'"
    for walk in run.live:
        assert run.house.number(reported, f"incidents.incident:{walk.incident_id}") == 1
    chunks = "select coalesce(sum((change ->> 'count')::int), 0) from audit_entry"
    chunks += " where target like 'incidents.batch:%%' and change ? 'count'"
    assert run.house.number(chunks) == len(run.imported)


def sealed_to_the_end(run: Run, entries: int) -> str:
    """Seal until so many entries are covered, and verify. A seal waits for older transactions of the whole cluster,
    and other tests' may be long."""
    (newest,) = run.house.rows("select pg_current_xact_id()::text::bigint")[0]
    for _ in range(600):
        if run.house.number("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint") > int(
            str(newest)
        ):
            break
        time.sleep(0.2)
    for _ in range(60):
        assert "已封存" in run.house.command("audit", "seal")
        verified = run.house.command("audit", "verify")
        counted = re.search(r"已封存记录 (\d+) 条", verified)
        if counted is not None and int(counted[1]) >= entries:
            return verified
        time.sleep(2)
    pytest.fail(f"fewer than {entries} entries were sealed: {verified}")


def test_the_audit_is_sealed_and_verifies(run: Run) -> None:
    verified = sealed_to_the_end(run, sum(len(walk.journal) - 1 for walk in run.walks))
    assert "审计完整，未发现改动" in verified
    recent = run.people.cao.call("verifyAudit")["recent"]
    assert recent["is_intact"]
    assert recent["findings"] == []
    walk = run.walks[0]
    entries = run.people.cao.all_rows("listAuditEntries", target=f"incidents.incident:{walk.incident_id}")
    assert {"吴芳", "赵强"} <= {entry["actor_name"] for entry in entries}
    run.people.wu.refused("listAuditEntries", 403, "forbidden", "没有")


def times_told(person: Person, title: str) -> int:
    """How often an inbox says something, folded notices counted up."""
    return sum(one["times"] for one in person.all_rows("listNotices", limit=200) if one["title_zh"] == title)


def done(run: Run, action: str) -> int:
    return sum(walk.journal.count(action) for walk in run.walks)


def test_the_worker_told_those_concerned(run: Run) -> None:
    run.house.wait_until_told()
    people = run.people
    assert times_told(people.zhao, "下级中心上报了事件") == done(run, "escalate")
    assert times_told(people.qian, "有任务指派给您") == done(run, "assign")
    assert times_told(people.zhao, "任务被退回，需重新派遣") == done(run, "return")
    assert times_told(people.zhao, "有延期申请待审批") == done(run, "ask_extension")
    # The head and the handler of the wrong unit, or the one handler of the water company.
    assert times_told(people.feng, "派遣的任务已撤回") + times_told(people.qian, "派遣的任务已撤回") == done(
        run, "recall"
    )
    at_places = {GRID_1: people.lin, GRID_2: people.chen}
    for place, officer in at_places.items():
        handled = sum(walk.journal.count("handle") for walk in run.walks if place_of(run, walk) == place)
        assert times_told(officer, "处置已完成，请到现场核查") == handled
    assert times_told(people.wu, "有新的事件待受理") >= len(run.live)
    own = {f"incidents.incident:{walk.incident_id}" for walk in run.live if signed(walk)}
    told = {one["target"] for one in people.li.all_rows("listNotices") if "已办结" in one["title_zh"]}
    assert own <= told
    assert people.li.call("countUnread")["unread"] >= 2 * len(own)
    assert people.wang.call("countUnread")["unread"] == 0


def place_of(run: Run, walk: Walk) -> str | None:
    rows = run.house.rows("select grid_code from incidents_incident where id = %s", walk.incident_id)
    return None if rows[0][0] is None else str(rows[0][0])


def signed(walk: Walk) -> bool:
    """Whether Li reported it under her own name or in confidence; of an anonymous one nobody knows whom to tell."""
    return walk.account is not None and walk.ended_in == CLOSED and Turn.VOIDED not in walk.plan.turns


def test_every_job_was_done(run: Run) -> None:
    run.house.wait_until_told()
    states = run.house.rows("select status::text, count(*) from procrastinate_jobs group by 1")
    assert {state for state, _ in states} <= {"succeeded", "todo"}, states
    told = "select count(*) from procrastinate_jobs where task_name = 'incidents.tell_of_step'"
    assert run.house.number(told) >= sum(len(walk.journal) - 1 for walk in run.walks)


def test_no_personal_data_stands_in_the_logs(run: Run) -> None:
    run.house.wait_until_told()
    require_clean_logs(run.house, run.people, codes=[walk.tracking_code for walk in run.walks])
