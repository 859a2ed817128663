"""What a run leaves behind: an audit that verifies, notices in inboxes, and no personal data in the logs."""

import re
from collections import Counter

import pytest

from tests.cast import GRID_1, GRID_2
from tests.journeys.journeys import Run
from tests.journeys.live import NAMES, PHONES
from tests.journeys.people import Person
from tests.journeys.plans import Turn
from tests.journeys.walk import CLOSED, Walk

pytestmark = pytest.mark.slow


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


def test_the_audit_is_sealed_and_verifies(run: Run) -> None:
    assert "已封存" in run.house.command("audit", "seal")
    verified = run.house.command("audit", "verify")
    assert "审计完整，未发现改动" in verified
    recent = run.people.cao.call("verifyAudit")["recent"]
    assert recent["is_intact"]
    assert recent["findings"] == []
    counted = re.search(r"已封存记录 (\d+) 条", verified)
    assert counted is not None
    assert int(counted[1]) >= sum(len(walk.journal) - 1 for walk in run.walks)
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
    """Phones, names, words, passwords, sessions, and the codes that open a course."""
    logs = {name: run.house.log(name) for name in ("web", "worker")}
    assert "incidents.tell_of_step" in logs["worker"], "the worker's log is the one that was written"
    assert "/api/v1/" in logs["web"], "the web server's log is the one that was written"
    codes = [walk.tracking_code for walk in run.walks]
    secrets = {*PHONES, *NAMES.values(), *codes, *run.people.secrets, "迎春路", "请保密", "城管人员收了"}
    for name, log in logs.items():
        found = sorted(secret for secret in secrets if secret in log)
        assert not found, f"{name}.log holds {found[:3]}"
