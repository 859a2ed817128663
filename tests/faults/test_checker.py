"""The check after every fault finds each inconsistency it claims to find."""

from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg
import pytest

from bench.faults.invariant import FAULTS, Finding, Kind, findings, lost_changes, lost_imports
from bench.faults.ledger import Change, Finished
from bench.faults.rounds import LAW
from jingwei.domains.incidents import services
from jingwei.domains.incidents.tests.walking import Walk, photo, reported
from jingwei.foundation.imports.models import Batch
from jingwei.foundation.imports.services.exports import NewExport, request_export
from jingwei.foundation.imports.services.runs import check_batch, run_to_end, start_batch
from jingwei.foundation.imports.services.uploads import upload_file
from jingwei.foundation.notices.tasks import announce
from jingwei.foundation.scoping import eyes
from jingwei.kernel.jobs import doing_job
from tests.cast import CAST, GRID_1, MONDAY_10, inside
from tests.databases import owner_connection

Connection = psycopg.Connection[Any]
MARK, ROWS = "a1b2c3d4e5", 3
STEP = "where incident_id = %(id)s and version = "


def again(table: str, changes: str, where: str) -> str:
    """One more row like one that is there, with some columns otherwise."""
    row = f"jsonb_populate_record(null::{table}, to_jsonb(x) || {changes})"
    return f"insert into {table} select ({row}).* from {table} x where {where}"


def unbound(table: str) -> str:
    """A table without its foreign keys: the database itself would not let such a row stand."""
    return (
        f"do $$ declare c text; begin for c in select conname from pg_constraint where contype = 'f'"
        f" and conrelid = '{table}'::regclass loop execute 'alter table {table} drop constraint ' || c;"
        f" end loop; end $$"
    )


def note(version: int) -> str:
    changes = f"jsonb_build_object('id', gen_random_uuid(), 'version', {version}, 'action', 'note')"
    return again("incidents_step", changes, "x.incident_id = %(id)s and x.version = 1")


TAMPER: dict[str, list[str]] = {
    "version is not the number of steps": [
        "update incidents_incident set version = version + 1 where id = %(id)s"
    ],
    "steps are not consecutive": [f"update incidents_step set version = 9 {STEP} 3"],
    "state is not where the last step led": ["update incidents_incident set state = 20 where id = %(id)s"],
    "a step does not begin where the one before ended": [
        f"update incidents_step set from_state = 50 {STEP} 3"
    ],
    "a step is not one of the life-cycle table": [f"update incidents_step set action = 'close' {STEP} 3"],
    "the same note stands twice": [note(21), note(22)],
    "nobody received it": [
        "delete from incidents_participant where incident_id = %(id)s and part = 'receiver'"
    ],
    "a unit has the task and no part": [
        "update incidents_assignment set unit_id = gen_random_uuid() where incident_id = %(id)s"
    ],
    "a part belongs to nothing": [
        unbound("incidents_participant"),
        again(
            "incidents_participant",
            "jsonb_build_object('id', gen_random_uuid(), 'incident_id', gen_random_uuid())",
            "x.incident_id = %(id)s and x.part = 'receiver'",
        ),
    ],
    "the first step was not audited once": [
        "delete from audit_entry where target = 'incidents.incident:' || %(id)s and permission = 'report_incident'"
    ],
    "a step was not audited once": [
        "update audit_entry set change = change || '{\"version\": 7}'"
        " where target = 'incidents.incident:' || %(id)s and change->>'action' = 'dispatch'"
    ],
    "more was audited than happened": [
        again(
            "audit_entry",
            "jsonb_build_object('id', 900001)",
            "x.target = 'incidents.incident:' || %(id)s and x.change->>'action' = 'dispatch'",
        )
    ],
    "a return at the same place was not audited once": [
        "insert into incidents_tie (id, incident_id, other_id, kind, tied_at)"
        " values (gen_random_uuid(), %(id)s, gen_random_uuid(), 'recurrence', now())"
    ],
    "a return at the same place was audited and is not there": [
        again(
            "audit_entry",
            "jsonb_build_object('id', 900003, 'change',"
            " jsonb_build_object('act', 'tie_recurrence', 'earlier', gen_random_uuid()))",
            "x.target = 'incidents.incident:' || %(id)s and x.change->>'action' = 'dispatch'",
        )
    ],
    "the audit tells of an incident that is not there": [
        "update audit_entry set target = 'incidents.incident:' || gen_random_uuid()"
        " where target = 'incidents.incident:' || %(id)s"
    ],
    "a job tells of an incident that is not there": [
        'update procrastinate_jobs set args = args || \'{"incident_id": "nobody"}\''
        " where args->>'incident_id' = %(id)s::text"
    ],
    "a job tells of a step that is not there": [
        "update procrastinate_jobs set args = args || '{\"version\": 77}'"
        " where args->>'incident_id' = %(id)s::text and args ? 'version'"
    ],
    "somebody was to be told, and the job failed for good": [
        "update procrastinate_jobs set status = 'failed' where args->>'incident_id' = %(id)s::text"
    ],
    "one occasion told the same inbox twice": [
        again("audit_entry", "jsonb_build_object('id', 900002)", "x.change ? 'heard'")
    ],
    "an inbox counts otherwise than it was told": ["update notices_notice set times = times + 1"],
    "a notice is about an incident that is not there": [
        "update notices_notice set target = 'incidents.incident:' || gen_random_uuid()"
    ],
    "an attachment has no file": [
        "update files_file set claimed_for = gen_random_uuid() where claimed_for = %(id)s"
    ],
    "a file is claimed and not attached": ["delete from incidents_attachment where incident_id = %(id)s"],
    "an attachment came with no step": [
        "update incidents_attachment set version = 70 where incident_id = %(id)s"
    ],
    "an upload became a file that is not there": [
        "insert into files_pieceupload (id, secret_digest, length_bytes, claims_picture, sender, created_at, file_id)"
        " values (gen_random_uuid(), '\\x01', 1, false, '\\x02', now(), gen_random_uuid())"
    ],
    "two uploads became one file": [
        "insert into files_pieceupload (id, secret_digest, length_bytes, claims_picture, sender, created_at, file_id)"
        " select gen_random_uuid(), digest, 1, false, '\\x02', now(), %(id)s"
        " from unnest(array['\\x03'::bytea, '\\x04'::bytea]) as d(digest)"
    ],
    "task and state differ": ["update incidents_assignment set ended_at = now() where incident_id = %(id)s"],
    "a step came with two times of the same task": [
        "drop index incidents_assignment_one_open",
        "insert into incidents_assignment (id, incident_id, unit_id, dispatched_at, outcome)"
        " select gen_random_uuid(), incident_id, unit_id, dispatched_at, outcome from incidents_assignment",
    ],
    "a batch counts otherwise than its rows": ["update imports_batch set written_rows = written_rows + 1"],
    "a written row has no incident": [
        "update imports_batchrow set target = 'incidents.incident:' || gen_random_uuid()"
    ],
    "an imported incident belongs to no row": ["delete from imports_batchrow where number = 2"],
    "an imported row was written twice": [
        "update incidents_incident set words = 'the same' where channel = 'import'"
    ],
    "a workbook counts otherwise than its downloads": ["update imports_export set downloads = downloads + 1"],
}


@pytest.fixture(scope="module")
def walk(own_city: str, tmp_path_factory: pytest.TempPathFactory) -> Walk:
    """A city in which a little of everything has happened."""
    from django.conf import settings

    kept, settings.VAR_FOLDER = settings.VAR_FOLDER, tmp_path_factory.mktemp("var")
    walked = reported(file_ids=(photo(CAST.li),)).accepted().dispatched().taken()
    with doing_job("41"):
        announce(str(CAST.wu.post_id), None, "imports.finished", "导入完成", "Import finished", "", "",
                 f"incidents.incident:{walked.case}", MONDAY_10.isoformat())  # fmt: skip
    bring_in(ROWS)
    request_export(CAST.wu, NewExport("incidents", {}, ("receipt_no",), False, "月度例会通报"), at=MONDAY_10)
    settings.VAR_FOLDER = kept
    return walked


def bring_in(rows: int) -> Batch:
    lon, lat = inside(GRID_1)
    lines = [f"{MARK}-{n},第{n}盏路灯坏了 {MARK},{lon},{lat}" for n in range(rows)]
    file = "\n".join(["工单号,诉求内容,经度,纬度", *lines]).encode()
    batch = upload_file(CAST.wu, "incidents.reports", file_name="a.csv", pieces=[file], at=MONDAY_10)
    for asked in (check_batch, start_batch):
        asked(CAST.wu, batch.id, at=MONDAY_10)
        run_to_end(batch.id, now=lambda: MONDAY_10)
    return batch


@pytest.fixture
def owner(own_city: str, walk: Walk) -> Connection:
    return owner_connection(own_city)


def acknowledged(walk: Walk) -> list[Change]:
    actions = ["report", "accept", "dispatch", "take"]
    return [Change(walk.case, number, action) for number, action in enumerate(actions, start=1)]


def test_what_the_services_write_is_whole(owner: Connection, walk: Walk) -> None:
    other = reported().accepted()
    services.void_incident(CAST.wu, other.case, remark="重复上报", at=other.later())
    with owner:
        assert findings(owner, LAW) == []
        assert lost_changes(owner, acknowledged(walk)) == []
        assert lost_imports(owner, [Finished(uuid4(), MARK, ROWS)]) == []
    with eyes(CAST.wu):
        assert Batch.objects.get().state == "finished"


def test_every_fault_is_tried() -> None:
    assert set(TAMPER) == set(FAULTS)


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_is_found(fault: str, owner: Connection, walk: Walk) -> None:
    with owner, owner.transaction(force_rollback=True):
        for statement in TAMPER[fault]:
            changed = owner.execute(statement, {"id": walk.case})  # type: ignore[arg-type]
            assert changed.rowcount != 0
        kinds = {one.kind for one in findings(owner, LAW) if one.fault == fault}
        assert kinds == {FAULTS[fault][0]}


@pytest.mark.parametrize("statement", ["delete from procrastinate_jobs where task_name = 'incidents.tell_followers'",
                                       "update procrastinate_jobs set task_name = 'somebody.else'"])  # fmt: skip
def test_a_lost_job_is_found(statement: str, owner: Connection, walk: Walk) -> None:
    with owner, owner.transaction(force_rollback=True):
        owner.execute(statement)  # type: ignore[arg-type]
        assert any(one.fault == "jobs are missing or too many" for one in findings(owner, LAW))


def test_a_lost_acknowledged_change_is_found(owner: Connection, walk: Walk) -> None:
    with owner:
        for lost in (
            Change(uuid4(), 1, "report"),
            Change(walk.case, 5, "handle"),
            Change(walk.case, 4, "return"),
        ):
            assert lost_changes(owner, [lost]) == [Finding(Kind.LOST, "acknowledged and lost", str(lost))]


def test_an_import_with_fewer_or_more_rows_than_told_is_found(owner: Connection, walk: Walk) -> None:
    with owner:
        kinds = [
            lost_imports(owner, [Finished(uuid4(), MARK, told)])[0].kind for told in (ROWS + 1, ROWS - 1)
        ]
        assert kinds == [Kind.LOST, Kind.DOUBLED]


def test_a_touched_audit_is_found(own_city: str, owner: Connection, walk: Walk, tmp_path: Path) -> None:
    from django.conf import settings

    from bench.faults.upkeep import seals

    kept, settings.VAR_FOLDER = settings.VAR_FOLDER, tmp_path
    try:
        sealed, touched = seals()
        assert (sealed > 5, touched) == (True, [])
        with owner:
            owner.execute(
                "update audit_entry set actor_name = '无名' where id = (select min(id) from audit_entry)"
            )
        assert len(seals()[1]) == 1
    finally:
        settings.VAR_FOLDER = kept
