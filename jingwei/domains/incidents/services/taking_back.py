"""Taking a batch back: what nobody has touched since it was brought in is voided, chunk by chunk.

Nothing is deleted, as the course of an incident is append-only; the external id is set free, so that the corrected
file can be brought in. What somebody has worked on stays, and is counted.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from jingwei.domains.incidents.contracts import Action, State
from jingwei.domains.incidents.models import Step
from jingwei.domains.incidents.services.bulk import store_many
from jingwei.domains.incidents.services.transplant import BRINGER, batch_target
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.audit.contracts import AuditEntry
from jingwei.foundation.audit.queries import entries_seen
from jingwei.foundation.scoping import eyes
from jingwei.foundation.work import work
from jingwei.kernel.errors import NotFound
from jingwei.kernel.ids import uuid7

PAGE = 200
REMARK = "撤回导入批次"

ROWS_OF_CHUNK = """
select i.id, i.state, i.version, i.centre_area, i.external_source, i.external_id,
       last.facts ->> 'batch' is not distinct from %(batch)s as is_untouched,
       last.facts ->> 'taken_back' is not distinct from %(batch)s as is_taken_back
  from incidents_incident i
  join incidents_step last on last.incident_id = i.id and last.version = i.version
 where i.receipt_no between %(first)s and %(last)s
   and exists (select 1 from incidents_step s where s.incident_id = i.id and s.facts ->> 'batch' = %(batch)s)
   for update of i
"""
VOID = """
update incidents_incident
   set state = %s, version = version + 1, closed_at = coalesce(closed_at, %s), stage_started_at = %s,
       stage_limit = '', due_at = null, warn_at = null, is_due_provisional = false, external_id = ''
 where id = any(%s)
"""


class BatchUnknown(NotFound):
    code = "incident.batch_unknown"
    message = "没有导入批次“{batch}”。批次编号在导入结束时给出，也记在审计中。"
    message_en = (
        "There is no batch “{batch}”. Its number is told at the end of an import and stands in the audit."
    )


@dataclass(frozen=True, slots=True)
class Untouched:
    """What taking back must know of an incident that nobody has worked on."""

    incident_id: UUID
    state: int
    version: int
    centre_area: str
    external_source: str
    external_id: str


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What became of a batch: taken back now, taken back before, kept because somebody worked on it."""

    taken: int
    before: int
    kept: int


def take_back_batch(
    batch_id: UUID, *, at: datetime, say: Callable[[TakenBack], object], actor: Actor = BRINGER
) -> TakenBack:
    """Void whatever of a batch is as it came. May be repeated. Raises: BatchUnknown, Forbidden."""
    sum_up = TakenBack(0, 0, 0)
    for chunk in _chunks(actor, batch_id):
        with work(actor, Permission.VOID_INCIDENT) as job:
            rows = _rows(batch_id, chunk)
            untouched = [Untouched(*row[:-2]) for row in rows if row[-2]]
            before = sum(row[-1] for row in rows)
            void_untouched(actor, untouched, at=at, batch_id=batch_id)
            done = TakenBack(len(untouched), before, kept=len(rows) - len(untouched) - before)
            job.record_in_area(batch_target(batch_id), chunk.area_code, taken_back=done.taken, kept=done.kept)
        sum_up = TakenBack(sum_up.taken + done.taken, sum_up.before + done.before, sum_up.kept + done.kept)
        say(sum_up)
    return sum_up


def _chunks(actor: Actor, batch_id: UUID) -> list[AuditEntry]:
    """The audit entries of the batch's chunks: they name the receipts that each chunk gave out."""
    chunks: list[AuditEntry] = []
    cursor: str | None = None
    with eyes(actor):
        while True:
            page = entries_seen(
                target=batch_target(batch_id),
                person_id=None,
                since=None,
                until=None,
                limit=PAGE,
                cursor=cursor,
            )
            chunks += [entry for entry in page.rows if "receipts" in entry.change]
            cursor = page.next_cursor
            if cursor is None:
                break
    if not chunks:
        raise BatchUnknown(batch=str(batch_id))
    return chunks[::-1]


def _rows(batch_id: UUID, chunk: AuditEntry) -> list[tuple[Any, ...]]:
    """The columns of ``Untouched``, then whether it is so, then whether it was taken back before."""
    first, last = chunk.change["receipts"]  # type: ignore[misc]
    with connection.cursor() as cursor:
        cursor.execute(ROWS_OF_CHUNK, {"batch": str(batch_id), "first": first, "last": last})
        return list(cursor.fetchall())


def void_untouched(
    actor: Actor, rows: Sequence[Untouched], *, at: datetime, batch_id: UUID | None = None
) -> None:
    """Void rows that nobody has worked on, each with its step, and set their external ids free."""
    with connection.cursor() as cursor:
        cursor.execute(VOID, [int(State.VOIDED), at, at, [row.incident_id for row in rows]])
    store_many([_step(actor, batch_id, row, at) for row in rows])


def _step(actor: Actor, batch_id: UUID | None, row: Untouched, at: datetime) -> Step:
    return Step(
        id=uuid7(),
        incident_id=row.incident_id,
        version=row.version + 1,
        action=Action.VOID.value,
        from_state=row.state,
        to_state=int(State.VOIDED),
        centre_area=row.centre_area,
        person_id=actor.person_id,
        post_id=actor.post_id,
        unit_id=actor.unit_id,
        actor_name=actor.name,
        role=actor.role.value,
        at=at,
        remark=REMARK,
        facts={
            "taken_back": str(batch_id) if batch_id else True,
            "source": row.external_source,
            "external_id": row.external_id,
        },
    )
