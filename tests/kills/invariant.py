"""What must hold of every incident after anything was killed at any moment: wholly there, or not at all."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import psycopg

# Each statement names an incident (or what points at none) that is not whole. Run as somebody who sees everything.
FAULTS: dict[str, str] = {
    "version is not the number of steps": """
        select i.id from incidents_incident i
         where i.version <> (select count(*) from incidents_step s where s.incident_id = i.id)""",
    "steps are not consecutive": """
        select incident_id from incidents_step group by incident_id
        having min(version) <> 1 or max(version) <> count(*) or count(distinct version) <> count(*)""",
    "state is not where the last step led": """
        select i.id from incidents_incident i join incidents_step s on s.incident_id = i.id and s.version = i.version
         where s.to_state <> i.state""",
    "a step does not begin where the one before ended": """
        select s.incident_id from incidents_step s
          left join incidents_step before on before.incident_id = s.incident_id and before.version = s.version - 1
         where s.from_state is distinct from before.to_state""",
    "nobody received it": """
        select i.id from incidents_incident i where not exists (
          select 1 from incidents_participant p where p.incident_id = i.id and p.part = 'receiver')""",
    "the first step was not audited once": """
        select i.id from incidents_incident i where 1 <> (
          select count(*) from audit_entry a where a.target = 'incidents.incident:' || i.id
             and a.permission in ('report_incident', 'report_tip'))""",
    "a step was not audited once": """
        select s.incident_id from incidents_step s where s.version > 1 and 1 <> (
          select count(*) from audit_entry a where a.target = 'incidents.incident:' || s.incident_id
             and (a.change->>'version')::int = s.version and a.change->>'action' = s.action)""",
    "more was audited than happened": """
        select i.id from incidents_incident i where i.version <> (
          select count(*) from audit_entry a where a.target = 'incidents.incident:' || i.id
             and a.permission <> 'reveal_personal')""",
    "the audit tells of an incident that is not there": """
        select a.target from audit_entry a where a.target like 'incidents.incident:%'
           and not exists (select 1 from incidents_incident i where 'incidents.incident:' || i.id = a.target)""",
    "a job tells of an incident that is not there": """
        select j.args->>'incident_id' from procrastinate_jobs j where j.args ? 'incident_id'
           and not exists (select 1 from incidents_incident i where i.id::text = j.args->>'incident_id')""",
    "a job tells of a step that is not there": """
        select j.args->>'incident_id' from procrastinate_jobs j where j.args ? 'incident_id' and j.args ? 'version'
           and not exists (select 1 from incidents_step s where s.incident_id::text = j.args->>'incident_id'
                             and s.version = (j.args->>'version')::int and s.action = j.args->>'action')""",
    "an attachment has no file": """
        select t.incident_id from incidents_attachment t
         where not exists (select 1 from files_file f where f.id = t.file_id and f.claimed_for = t.incident_id)""",
    "a file is claimed and not attached": """
        select f.claimed_for from files_file f where f.claimed_for is not null
           and not exists (select 1 from incidents_attachment t
                            where t.file_id = f.id and t.incident_id = f.claimed_for)""",
    "an attachment came with no step": """
        select t.incident_id from incidents_attachment t where not exists (
          select 1 from incidents_step s where s.incident_id = t.incident_id and s.version = t.version)""",
    "task and state differ": """
        select i.id from incidents_incident i
         where (i.state in (30, 40)) <> exists (
           select 1 from incidents_assignment t where t.incident_id = i.id and t.ended_at is null
              and t.unit_id = i.handler_unit_id)""",
    "a step came with two times of the same task": """
        select incident_id from incidents_assignment where ended_at is null group by incident_id having count(*) > 1""",
}

# Every hearer of a step has its own job, whatever became of it since.
JOBS = """
select s.incident_id from incidents_step s
 where s.version > 1 and %(moved)s::text[] is distinct from (
   select coalesce(array_agg(j.task_name::text order by j.task_name), '{}') from procrastinate_jobs j
    where j.args->>'incident_id' = s.incident_id::text and (j.args->>'version')::int = s.version)
union all
select s.incident_id from incidents_step s
 where s.version = 1 and %(reported)s::text[] is distinct from (
   select coalesce(array_agg(j.task_name::text order by j.task_name), '{}') from procrastinate_jobs j
    where j.args->>'incident_id' = s.incident_id::text and not j.args ? 'version')
"""
PRESENT = "select 1 from incidents_step where incident_id = %s and version = %s and action = %s"


@dataclass(frozen=True, slots=True)
class Change:
    """A change that a client was told has happened."""

    incident_id: UUID
    version: int
    action: str


def faults(
    connection: "psycopg.Connection[Any]",
    acknowledged: Iterable[Change],
    hearers: Mapping[str, Iterable[str]],
) -> list[str]:
    """Everything that is not whole, and every acknowledged change that is not there.

    ``hearers`` are the tasks that must have been told: of ``reported`` and of ``moved``.
    """
    found = [
        f"{fault}: {row[0]}" for fault, sql in FAULTS.items() for row in connection.execute(sql).fetchall()
    ]
    told = {kind: sorted(tasks) for kind, tasks in hearers.items()}
    found += [f"jobs are missing or too many: {row[0]}" for row in connection.execute(JOBS, told).fetchall()]
    for change in acknowledged:
        values = [change.incident_id, change.version, change.action]
        if connection.execute(PRESENT, values).fetchone() is None:
            found.append(f"acknowledged and lost: {change}")
    return found
