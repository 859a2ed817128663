"""The check of the kill tests fails on every inconsistency it claims to find."""

from uuid import uuid4

import psycopg
import pytest

from jingwei.config.wiring import HEARERS
from jingwei.domains.incidents import services
from jingwei.domains.incidents.contracts import IncidentMoved, IncidentReported
from jingwei.domains.incidents.tests.walking import Walk, photo, reported
from tests.cast import CAST
from tests.databases import owner_connection
from tests.kills.invariant import FAULTS, Change, faults

TOLD = {"reported": HEARERS[IncidentReported], "moved": HEARERS[IncidentMoved]}

TAMPER: dict[str, list[str]] = {
    "version is not the number of steps": [
        "update incidents_incident set version = version + 1 where id = %(id)s"
    ],
    "steps are not consecutive": [
        "update incidents_step set version = 9 where incident_id = %(id)s and version = 3"
    ],
    "state is not where the last step led": ["update incidents_incident set state = 20 where id = %(id)s"],
    "a step does not begin where the one before ended": [
        "update incidents_step set from_state = 50 where incident_id = %(id)s and version = 3"
    ],
    "nobody received it": [
        "delete from incidents_participant where incident_id = %(id)s and part = 'receiver'"
    ],
    "the first step was not audited once": [
        "delete from audit_entry where target = 'incidents.incident:' || %(id)s and permission = 'report_incident'"
    ],
    "a step was not audited once": [
        "update audit_entry set change = change || '{\"version\": 7}'"
        " where target = 'incidents.incident:' || %(id)s and change->>'action' = 'dispatch'"
    ],
    "more was audited than happened": [
        "insert into audit_entry (at, xact, actor_name, role, permission, target, area_code, change)"
        " select at, xact, actor_name, role, permission, target, area_code, change from audit_entry"
        " where target = 'incidents.incident:' || %(id)s limit 1"
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
    "an attachment has no file": [
        "update files_file set claimed_for = gen_random_uuid() where claimed_for = %(id)s"
    ],
    "a file is claimed and not attached": ["delete from incidents_attachment where incident_id = %(id)s"],
    "an attachment came with no step": [
        "update incidents_attachment set version = 70 where incident_id = %(id)s"
    ],
    "task and state differ": ["update incidents_assignment set ended_at = now() where incident_id = %(id)s"],
    "a step came with two times of the same task": [
        "drop index incidents_assignment_one_open",
        "insert into incidents_assignment (id, incident_id, unit_id, dispatched_at, outcome)"
        " select gen_random_uuid(), incident_id, unit_id, dispatched_at, outcome from incidents_assignment",
    ],
}


@pytest.fixture(scope="module")
def walk(own_city: str) -> Walk:
    return reported(file_ids=(photo(CAST.li),)).accepted().dispatched().taken()


@pytest.fixture
def owner(own_city: str, walk: Walk) -> psycopg.Connection[object]:
    return owner_connection(own_city)  # type: ignore[return-value]


def acknowledged(walk: Walk) -> list[Change]:
    actions = ["report", "accept", "dispatch", "take"]
    return [Change(walk.case, number, action) for number, action in enumerate(actions, start=1)]


def test_what_the_services_write_is_whole(owner: psycopg.Connection[object], walk: Walk) -> None:
    other = reported().accepted()
    services.void_incident(CAST.wu, other.case, remark="重复上报", at=other.later())
    with owner:
        assert faults(owner, acknowledged(walk), TOLD) == []


def test_every_fault_is_tried() -> None:
    assert set(TAMPER) == set(FAULTS)


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_is_found(fault: str, owner: psycopg.Connection[object], walk: Walk) -> None:
    with owner, owner.transaction(force_rollback=True):
        for statement in TAMPER[fault]:
            changed = owner.execute(statement, {"id": walk.case})  # type: ignore[arg-type]
            assert changed.rowcount != 0
        assert any(one.startswith(f"{fault}: ") for one in faults(owner, [], TOLD))


@pytest.mark.parametrize("statement", ["delete from procrastinate_jobs where id = (select max(id) from procrastinate_jobs)",
                                       "update procrastinate_jobs set task_name = 'somebody.else'"])  # fmt: skip
def test_a_lost_job_is_found(statement: str, owner: psycopg.Connection[object], walk: Walk) -> None:
    with owner, owner.transaction(force_rollback=True):
        owner.execute(statement)  # type: ignore[arg-type]
        assert any(one.startswith("jobs are missing or too many") for one in faults(owner, [], TOLD))


def test_a_lost_acknowledged_change_is_found(owner: psycopg.Connection[object], walk: Walk) -> None:
    with owner:
        for lost in (
            Change(uuid4(), 1, "report"),
            Change(walk.case, 5, "handle"),
            Change(walk.case, 4, "return"),
        ):
            assert faults(owner, [lost], TOLD) == [f"acknowledged and lost: {lost}"]
