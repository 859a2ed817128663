"""What must hold of everything after any fault at any moment: wholly there, once, and belonging to something."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import psycopg

from bench.faults.ledger import Change, Finished


class Kind(StrEnum):
    """What a finding counts as."""

    LOST = "lost"
    DOUBLED = "doubled"
    ORPHAN = "orphan"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it must be."""

    kind: Kind
    fault: str
    what: str

    def __str__(self) -> str:
        return f"{self.fault}: {self.what}"


LOST, TWICE, STRAY, WRONG = Kind.LOST, Kind.DOUBLED, Kind.ORPHAN, Kind.BROKEN

# Each statement names what is not whole. Run as somebody who sees everything. Rows of an imported file are recorded
# together, so what is said of single audit entries and jobs is not said of them.
FAULTS: dict[str, tuple[Kind, str]] = {
    "version is not the number of steps": (LOST, """
        select i.id from incidents_incident i
         where i.version <> (select count(*) from incidents_step s where s.incident_id = i.id)"""),
    "steps are not consecutive": (LOST, """
        select incident_id from incidents_step group by incident_id
        having min(version) <> 1 or max(version) <> count(*) or count(distinct version) <> count(*)"""),
    "state is not where the last step led": (WRONG, """
        select i.id from incidents_incident i join incidents_step s on s.incident_id = i.id and s.version = i.version
         where s.to_state <> i.state"""),
    "a step does not begin where the one before ended": (WRONG, """
        select s.incident_id from incidents_step s
          left join incidents_step before on before.incident_id = s.incident_id and before.version = s.version - 1
         where s.from_state is distinct from before.to_state"""),
    "a step is not one of the life-cycle table": (WRONG, """
        select incident_id from incidents_step
         where version > 1 and not from_state || ':' || action || ':' || to_state = any(%(legal)s::text[])"""),
    "the same note stands twice": (TWICE, """
        select incident_id from incidents_step where action = 'note'
         group by incident_id, person_id, remark having count(*) > 1"""),
    "nobody received it": (LOST, """
        select i.id from incidents_incident i where not exists (
          select 1 from incidents_participant p where p.incident_id = i.id and p.part = 'receiver')"""),
    "a unit has the task and no part": (LOST, """
        select t.incident_id from incidents_assignment t where not exists (
          select 1 from incidents_participant p where p.incident_id = t.incident_id and p.unit_id = t.unit_id)"""),
    "a part belongs to nothing": (STRAY, """
        select p.incident_id from incidents_participant p
         where not exists (select 1 from incidents_incident i where i.id = p.incident_id)"""),
    "the first step was not audited once": (LOST, """
        select i.id from incidents_incident i where i.channel <> 'import' and 1 <> (
          select count(*) from audit_entry a where a.target = 'incidents.incident:' || i.id
             and a.permission in ('report_incident', 'report_tip'))"""),
    "a step was not audited once": (LOST, """
        select s.incident_id from incidents_step s where s.version > 1 and 1 <> (
          select count(*) from audit_entry a where a.target = 'incidents.incident:' || s.incident_id
             and (a.change->>'version')::int = s.version and a.change->>'action' = s.action)"""),
    "more was audited than happened": (TWICE, """
        select i.id from incidents_incident i where i.channel <> 'import' and i.version <> (
          select count(*) from audit_entry a where a.target = 'incidents.incident:' || i.id
             and (a.change ? 'version' or a.permission in ('report_incident', 'report_tip')))"""),
    "a return at the same place was not audited once": (LOST, """
        select t.incident_id from incidents_tie t where t.kind = 'recurrence' and 1 <> (
          select count(*) from audit_entry a where a.target = 'incidents.incident:' || t.incident_id
             and a.change->>'act' = 'tie_recurrence' and a.change->>'earlier' = t.other_id::text)"""),
    "a return at the same place was audited and is not there": (LOST, """
        select a.target from audit_entry a where a.change->>'act' = 'tie_recurrence' and a.change->>'earlier' <> ''
           and not exists (select 1 from incidents_tie t where t.kind = 'recurrence'
                            and 'incidents.incident:' || t.incident_id = a.target and t.other_id::text = a.change->>'earlier')"""),
    "the audit tells of an incident that is not there": (STRAY, """
        select a.target from audit_entry a where a.target like 'incidents.incident:%%'
           and not exists (select 1 from incidents_incident i where 'incidents.incident:' || i.id = a.target)"""),
    "a job tells of an incident that is not there": (STRAY, """
        select j.args->>'incident_id' from procrastinate_jobs j where j.args ? 'incident_id'
           and not exists (select 1 from incidents_incident i where i.id::text = j.args->>'incident_id')"""),
    "a job tells of a step that is not there": (STRAY, """
        select j.args->>'incident_id' from procrastinate_jobs j where j.args ? 'incident_id' and j.args ? 'version'
           and not exists (select 1 from incidents_step s where s.incident_id::text = j.args->>'incident_id'
                             and s.version = (j.args->>'version')::int and s.action = j.args->>'action')"""),
    "somebody was to be told, and the job failed for good": (LOST, """
        select j.id || ' ' || j.task_name from procrastinate_jobs j
         where j.status = 'failed' and j.task_name = any(%(hearing)s::text[])"""),
    "one occasion told the same inbox twice": (TWICE, """
        select a.target || ' job ' || (a.change->>'heard') from audit_entry a where a.change ? 'heard'
         group by a.target, a.change->>'heard' having count(*) > 1"""),
    "an inbox counts otherwise than it was told": (WRONG, """
        select n.id from notices_notice n where n.times <> (
          select count(*) from audit_entry a
           where a.target = 'notices.notice:' || n.id and a.change->>'act' = 'notify')"""),
    "a notice is about an incident that is not there": (STRAY, """
        select n.id from notices_notice n where n.target like 'incidents.incident:%%'
           and not exists (select 1 from incidents_incident i where 'incidents.incident:' || i.id = n.target)"""),
    "an attachment has no file": (LOST, """
        select t.incident_id from incidents_attachment t
         where not exists (select 1 from files_file f where f.id = t.file_id and f.claimed_for = t.incident_id)"""),
    "a file is claimed and not attached": (STRAY, """
        select f.claimed_for from files_file f where f.claimed_for is not null
           and not exists (select 1 from incidents_attachment t
                            where t.file_id = f.id and t.incident_id = f.claimed_for)"""),
    "an attachment came with no step": (STRAY, """
        select t.incident_id from incidents_attachment t where not exists (
          select 1 from incidents_step s where s.incident_id = t.incident_id and s.version = t.version)"""),
    "an upload became a file that is not there": (LOST, """
        select u.id from files_pieceupload u where u.file_id is not null
           and not exists (select 1 from files_file f where f.id = u.file_id)"""),
    "two uploads became one file": (TWICE, """
        select file_id from files_pieceupload where file_id is not null group by file_id having count(*) > 1"""),
    "task and state differ": (WRONG, """
        select i.id from incidents_incident i
         where (i.state in (30, 40)) <> exists (
           select 1 from incidents_assignment t where t.incident_id = i.id and t.ended_at is null
              and t.unit_id = i.handler_unit_id)"""),
    "a step came with two times of the same task": (TWICE, """
        select incident_id from incidents_assignment where ended_at is null group by incident_id having count(*) > 1"""),
    "a batch counts otherwise than its rows": (WRONG, """
        select b.id from imports_batch b where b.state in ('finished', 'stopped') and b.written_rows <> (
          select count(*) from imports_batchrow r where r.batch_id = b.id and r.state = 'written')"""),
    "a written row has no incident": (LOST, """
        select r.batch_id || ' row ' || r.number from imports_batchrow r
         where r.state = 'written' and r.target like 'incidents.incident:%%'
           and not exists (select 1 from incidents_incident i where 'incidents.incident:' || i.id = r.target)"""),
    "an imported incident belongs to no row": (STRAY, """
        select i.id from incidents_incident i where i.channel = 'import' and not exists (
          select 1 from imports_batchrow r where r.target = 'incidents.incident:' || i.id)"""),
    "an imported row was written twice": (TWICE, """
        select words from incidents_incident where channel = 'import' group by words having count(*) > 1"""),
    "a workbook counts otherwise than its downloads": (WRONG, """
        select e.id from imports_export e where e.downloads <> (
          select count(*) from audit_entry a
           where a.target = 'imports.export:' || e.id and a.change->>'action' = 'download')"""),
}  # fmt: skip

# Every hearer of a step has its own job, whatever became of it since.
JOBS = """
select s.incident_id from incidents_step s
 where s.version > 1 and %(moved)s::text[] is distinct from (
   select coalesce(array_agg(j.task_name::text order by j.task_name), '{}') from procrastinate_jobs j
    where j.args->>'incident_id' = s.incident_id::text and (j.args->>'version')::int = s.version)
union all
select s.incident_id from incidents_step s join incidents_incident i on i.id = s.incident_id
 where s.version = 1 and i.channel <> 'import' and %(reported)s::text[] is distinct from (
   select coalesce(array_agg(j.task_name::text order by j.task_name), '{}') from procrastinate_jobs j
    where j.args->>'incident_id' = s.incident_id::text and not j.args ? 'version')
"""
PRESENT = "select count(*) from incidents_step where incident_id = %s and version = %s and action = %s"
IMPORTED = "select count(*) from incidents_incident where words like %s"


@dataclass(frozen=True, slots=True)
class Law:
    """What the house promises: who hears what, and which steps there are."""

    hearers: Mapping[
        str, Iterable[str]
    ]  # the tasks that must have been told: of ``reported`` and of ``moved``
    hearing: Sequence[str]  # every task that hears of anything
    legal: Sequence[str]  # from:action:to


def findings(connection: "psycopg.Connection[Any]", law: Law) -> list[Finding]:
    """Everything in the database that is not whole."""
    told: dict[str, Any] = {kind: sorted(tasks) for kind, tasks in law.hearers.items()}
    told |= {"legal": list(law.legal), "hearing": list(law.hearing)}
    found = []
    for fault, (kind, sql) in FAULTS.items():
        rows = connection.execute(sql, told).fetchall()  # type: ignore[arg-type]
        found += [Finding(kind, fault, str(row[0])) for row in rows]
    rows = connection.execute(JOBS, told).fetchall()
    return found + [Finding(LOST, "jobs are missing or too many", str(row[0])) for row in rows]


def lost_changes(connection: "psycopg.Connection[Any]", acknowledged: Iterable[Change]) -> list[Finding]:
    """Every acknowledged change that is not there, or there more than once."""
    found = []
    for change in acknowledged:
        values = [change.incident_id, change.version, change.action]
        row = connection.execute(PRESENT, values).fetchone()
        count = int(row[0]) if row else 0
        if count == 0:
            found.append(Finding(LOST, "acknowledged and lost", str(change)))
        elif count > 1:
            found.append(Finding(TWICE, "acknowledged once and done twice", str(change)))
    return found


def lost_imports(connection: "psycopg.Connection[Any]", finished: Iterable[Finished]) -> list[Finding]:
    """Files that were told to be written whole, and are not, or twice."""
    found = []
    for one in finished:
        row = connection.execute(IMPORTED, [f"%{one.mark}"]).fetchone()
        count = int(row[0]) if row else 0
        if count != one.rows:
            kind = LOST if count < one.rows else TWICE
            found.append(Finding(kind, "an imported file has other rows than told", f"{one}: {count}"))
    return found
