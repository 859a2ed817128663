"""Recording, reading, counting, growing and striking out entries of the work log."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router

from jingwei.domains.incidents.queries.known import matters_by_id
from jingwei.domains.worklog import services
from jingwei.domains.worklog.api import schemas as io
from jingwei.domains.worklog.models import LogEntry
from jingwei.domains.worklog.queries import entries as queries
from jingwei.domains.worklog.queries.entries import COUNT_CAP, LogFilter
from jingwei.domains.worklog.rules.entries import may_strike
from jingwei.domains.worklog.rules.refusals import LogAreaNeeded
from jingwei.foundation import edge
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.access.queries import is_permitted
from jingwei.foundation.areas.queries import names_of
from jingwei.foundation.files.queries import facts_of
from jingwei.kernel.clock import now
from jingwei.kernel.geo import position

router = Router(tags=["worklog"])
P = Permission


@edge.operation(router, "POST", "", "recordWork", P.RECORD_WORK, response={201: io.LogEntryDetailOut})
def record_work(request: HttpRequest, body: io.RecordWorkIn) -> io.LogEntryDetailOut:
    """Record 记一笔 what was settled on the spot: an item and where; photos and words if wanted."""
    actor, at = edge.actor(request), now()
    given = body.position
    new = services.NewEntry(
        entry_id=body.id,
        item_code=body.item_code,
        happened_at=body.happened_at or at,
        position=position(given.lon, given.lat, datum=given.datum, accuracy_m=given.accuracy_m)
        if given
        else None,
        area_code=body.area_code or "",
        address=body.address,
        words=body.words,
        file_ids=tuple(body.file_ids),
    )
    return _detail(actor, services.record_entry(actor, new, at=at), at=at)


@edge.operation(router, "GET", "", "listWorkLog", P.READ_WORK_LOG, response=io.LogEntryPageOut)
def list_work_log(request: HttpRequest, wanted: Query[io.WorkLogIn]) -> io.LogEntryPageOut:
    """The work log within one's sight, latest first; by keyset, without what was struck out."""
    actor = edge.actor(request)
    fields = ("area_code", "item_code", "from_on", "until_on", "is_mine", "is_grown", "words")
    narrowed = LogFilter(**{name: getattr(wanted, name) for name in fields})
    page = queries.list_entries(actor, narrowed, cursor=wanted.cursor, size=wanted.size)
    total = None if wanted.cursor else queries.count_entries(actor, narrowed)
    return io.LogEntryPageOut(
        rows=_rows(actor, page.rows),
        next_cursor=page.next_cursor,
        total=total,
        is_capped=total is not None and total >= COUNT_CAP,
    )


@edge.operation(router, "GET", "/own", "getOwnWorkLog", P.RECORD_WORK, response=io.OwnLogOut)
def get_own_work_log(request: HttpRequest) -> io.OwnLogOut:
    """How much one has recorded today and this week, the items to tap, and the latest entries."""
    actor = edge.actor(request)
    found = queries.own_log(actor, at=now())
    return io.OwnLogOut(
        today=found.today,
        week=found.week,
        usual=[io.LogItemOut.model_validate(one, from_attributes=True) for one in found.usual],
        latest=_rows(actor, found.latest),
    )


@edge.operation(router, "GET", "/counts", "countWorkLog", P.READ_WORK_LOG, response=io.LogCountsOut)
def count_work_log(request: HttpRequest, wanted: Query[io.LogCountsIn]) -> io.LogCountsOut:
    """What was recorded in an area within some days: in all, by the areas one level down, by item."""
    actor = edge.actor(request)
    area_code = wanted.area_code or actor.area_code
    if not area_code:
        raise LogAreaNeeded
    found = queries.count_log(actor, area_code=area_code, from_on=wanted.from_on, until_on=wanted.until_on)
    return io.LogCountsOut(
        area_code=area_code,
        entries=found.entries,
        grown=found.grown,
        areas=[io.LogAreaOut.model_validate(one, from_attributes=True) for one in found.areas],
        items=[io.LogItemOut.model_validate(one, from_attributes=True) for one in found.items],
    )


@edge.operation(
    router,
    "GET",
    "/{entry_id}",
    "getWorkLogEntry",
    P.READ_WORK_LOG,
    response=io.LogEntryDetailOut,
    sees="log_entry",
)
def get_work_log_entry(request: HttpRequest, entry_id: UUID) -> io.LogEntryDetailOut:
    """One entry with its photos, and the work order it has grown to."""
    actor = edge.actor(request)
    return _detail(actor, queries.entry_for(actor, entry_id), at=now())


@edge.operation(
    router,
    "POST",
    "/{entry_id}/grow",
    "growWorkLogEntry",
    P.RECORD_WORK,
    response=io.LogEntryDetailOut,
    sees="log_entry",
)
def grow_work_log_entry(request: HttpRequest, entry_id: UUID, body: io.GrowIn) -> io.LogEntryDetailOut:
    """Let it become a work order 转工单, with its place, item and photos; both lead to each other."""
    actor, at = edge.actor(request), now()
    row = services.grow_entry(actor, entry_id, words=body.words, is_urgent=body.is_urgent, at=at)
    return _detail(actor, row, at=at)


@edge.operation(
    router,
    "POST",
    "/{entry_id}/strike",
    "strikeWorkLogEntry",
    P.RECORD_WORK,
    response=io.LogEntryDetailOut,
    sees="log_entry",
)
def strike_work_log_entry(request: HttpRequest, entry_id: UUID, body: io.StrikeIn) -> io.LogEntryDetailOut:
    """Strike out 划掉 what one recorded by mistake; it counts no more."""
    actor, at = edge.actor(request), now()
    return _detail(actor, services.strike_entry(actor, entry_id, reason=body.reason, at=at), at=at)


def _rows(actor: Actor, rows: Sequence[LogEntry]) -> list[io.LogEntryOut]:
    names = names_of({row.scope_code for row in rows})
    return [io.LogEntryOut(**_row(actor, row, names)) for row in rows]


def _detail(actor: Actor, row: LogEntry, *, at: datetime) -> io.LogEntryDetailOut:
    files = facts_of(actor, row.file_ids) if row.file_ids else []
    orders = matters_by_id(actor, [row.incident_id]) if row.incident_id else {}
    is_open = row.incident_id is None and row.struck_at is None
    may_record = is_permitted(actor, P.RECORD_WORK)
    is_mine = row.person_id is not None and row.person_id == actor.person_id
    return io.LogEntryDetailOut(
        **_row(actor, row, names_of({row.scope_code})),
        files=[io.LogFileOut.model_validate(one, from_attributes=True) for one in files],
        order_state_label=orders[row.incident_id].state_label if row.incident_id in orders else "",
        can_grow=is_open and may_record,
        can_strike=is_open
        and may_record
        and may_strike(is_recorder=is_mine, recorded_at=row.recorded_at, at=at),
    )


def _row(actor: Actor, row: LogEntry, names: dict[str, str]) -> dict[str, Any]:
    same = (
        *("id", "item_code", "item_name", "class_name", "words", "address", "happened_at", "recorded_at"),
        *("recorder_name", "incident_id", "receipt_no", "grown_at", "grown_by_name", "struck_at"),
        *("struck_reason", "origin"),
    )
    return {name: getattr(row, name) for name in same} | {
        "area_code": row.scope_code,
        "area_name": names.get(row.scope_code, ""),
        "lon": row.position.x if row.position else None,
        "lat": row.position.y if row.position else None,
        "is_mine": row.person_id is not None and row.person_id == actor.person_id,
        "photos": len(row.file_ids),
    }
