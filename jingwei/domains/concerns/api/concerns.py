"""Taking notes, reading and counting them, merging the same, taking them up, withdrawing mistakes."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router

from jingwei.domains.concerns import services
from jingwei.domains.concerns.api import schemas as io
from jingwei.domains.concerns.models import Concern
from jingwei.domains.concerns.queries import concerns as queries
from jingwei.domains.concerns.queries.concerns import COUNT_CAP
from jingwei.domains.concerns.queries.counts import count_by_topic
from jingwei.domains.concerns.queries.topics import names_of_topics
from jingwei.domains.concerns.rules.concerns import may_withdraw, stage_of
from jingwei.domains.concerns.rules.refusals import ConcernAreaNeeded
from jingwei.domains.incidents.queries.known import matters_by_id
from jingwei.foundation import edge
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.access.queries import is_permitted, post_titles
from jingwei.foundation.areas.queries import names_of
from jingwei.kernel.clock import now
from jingwei.kernel.geo import position

router = Router(tags=["concerns"])
P = Permission


def _of_one(method: str, path: str, name: str, permission: Permission) -> Callable[..., Any]:
    return edge.operation(
        router,
        method,
        "/{concern_id}" + path,
        name,
        permission,
        response=io.ConcernDetailOut,
        sees="concern",
    )


@edge.operation(router, "POST", "", "noteConcern", P.NOTE_CONCERN, response={201: io.ConcernDetailOut})
def note_concern(request: HttpRequest, body: io.NoteConcernIn) -> io.ConcernDetailOut:
    """Note 记民情 what is on people's minds: a topic and a place, never who. Numbers and names of people are refused."""
    actor, at = edge.actor(request), now()
    given = body.position
    new = services.NewConcern(
        concern_id=body.id,
        topic_code=body.topic_code,
        occasion=body.occasion,
        heard_at=body.heard_at or at,
        position=position(given.lon, given.lat, datum=given.datum, accuracy_m=given.accuracy_m)
        if given
        else None,
        area_code=body.area_code or "",
        address=body.address,
        words=body.words,
    )
    return _detail(actor, services.note_concern(actor, new, at=at), at=at)


@edge.operation(router, "GET", "", "listConcerns", P.READ_CONCERNS, response=io.ConcernPageOut)
def list_concerns(request: HttpRequest, wanted: Query[io.ConcernsIn]) -> io.ConcernPageOut:
    """The notes within one's sight, latest first, each by itself; by keyset."""
    actor = edge.actor(request)
    narrowed = wanted.narrowed()
    page = queries.list_concerns(actor, narrowed, cursor=wanted.cursor, size=wanted.size)
    total = None if wanted.cursor else queries.count_concerns(actor, narrowed)
    return io.ConcernPageOut(
        rows=_rows(actor, page.rows),
        next_cursor=page.next_cursor,
        total=total,
        is_capped=total is not None and total >= COUNT_CAP,
    )


@edge.operation(router, "GET", "/counts", "countConcerns", P.READ_CONCERNS, response=io.ConcernCountsOut)
def count_concerns(request: HttpRequest, wanted: Query[io.ConcernCountsIn]) -> io.ConcernCountsOut:
    """How often something was heard, by topic, by week and by the areas one level down."""
    actor = edge.actor(request)
    area_code = wanted.area_code or actor.area_code
    if not area_code:
        raise ConcernAreaNeeded
    found = count_by_topic(
        actor, area_code=area_code, topic=wanted.topic, from_on=wanted.from_on, until_on=wanted.until_on
    )
    return io.ConcernCountsOut(
        area_code=area_code,
        weeks=found.weeks,
        notes=found.notes,
        heard=found.heard,
        taken_up=found.taken_up,
        areas=[io.ConcernAreaOut.model_validate(one, from_attributes=True) for one in found.areas],
        topics=[io.ConcernTopicCountOut.model_validate(one, from_attributes=True) for one in found.topics],
    )


@_of_one("GET", "", "getConcern", P.READ_CONCERNS)
def get_concern(request: HttpRequest, concern_id: UUID) -> io.ConcernDetailOut:
    """One note with when it was heard, what was merged into it and what became of it."""
    actor = edge.actor(request)
    return _detail(actor, queries.concern_for(actor, concern_id), at=now())


@_of_one("POST", "/hearings", "hearConcernAgain", P.NOTE_CONCERN)
def hear_concern_again(request: HttpRequest, concern_id: UUID, body: io.HearAgainIn) -> io.ConcernDetailOut:
    """Say that the same was heard again 也听到: one more, without a second note."""
    actor, at = edge.actor(request), now()
    row = services.hear_again(actor, concern_id, hearing_id=body.id, occasion=body.occasion, at=at)
    return _detail(actor, row, at=at)


@_of_one("POST", "/merge", "mergeConcern", P.NOTE_CONCERN)
def merge_concern(request: HttpRequest, concern_id: UUID, body: io.MergeConcernIn) -> io.ConcernDetailOut:
    """Merge 合并 a note into another about the same; how often it was heard goes along."""
    actor, at = edge.actor(request), now()
    return _detail(actor, services.merge_concern(actor, concern_id, into_id=body.into_id, at=at), at=at)


@_of_one("POST", "/separate", "separateConcern", P.NOTE_CONCERN)
def separate_concern(request: HttpRequest, concern_id: UUID) -> io.ConcernDetailOut:
    """Separate 拆开 a note that was merged by mistake."""
    actor, at = edge.actor(request), now()
    return _detail(actor, services.separate_concern(actor, concern_id, at=at), at=at)


@_of_one("POST", "/grow", "growConcern", P.NOTE_CONCERN)
def grow_concern(request: HttpRequest, concern_id: UUID, body: io.GrowConcernIn) -> io.ConcernDetailOut:
    """Let it become a matter 转事件 for whoever has to act; both lead to each other."""
    actor, at = edge.actor(request), now()
    row = services.grow_concern(actor, concern_id, words=body.words, is_urgent=body.is_urgent, at=at)
    return _detail(actor, row, at=at)


@_of_one("POST", "/log", "logConcern", P.NOTE_CONCERN)
def log_concern(request: HttpRequest, concern_id: UUID, body: io.LogConcernIn) -> io.ConcernDetailOut:
    """Put it into the work log 记入日志 as settled on the spot; both lead to each other."""
    actor, at = edge.actor(request), now()
    row = services.log_concern(actor, concern_id, item_code=body.item_code, words=body.words, at=at)
    return _detail(actor, row, at=at)


@_of_one("POST", "/withdraw", "withdrawConcern", P.NOTE_CONCERN)
def withdraw_concern(
    request: HttpRequest, concern_id: UUID, body: io.WithdrawConcernIn
) -> io.ConcernDetailOut:
    """Withdraw 撤回 what one's own post noted by mistake; it counts no more."""
    actor, at = edge.actor(request), now()
    return _detail(actor, services.withdraw_concern(actor, concern_id, reason=body.reason, at=at), at=at)


def _rows(actor: Actor, rows: Sequence[Concern]) -> list[io.ConcernOut]:
    areas = names_of({row.scope_code for row in rows})
    topics = names_of_topics({row.topic_id for row in rows})
    return [io.ConcernOut(**_row(actor, row, areas, topics)) for row in rows]


def _detail(actor: Actor, row: Concern, *, at: datetime) -> io.ConcernDetailOut:
    merged = queries.merged_into(actor, row.pk)
    (told, *others) = _rows(actor, [row, *merged])
    orders = matters_by_id(actor, [row.incident_id]) if row.incident_id else {}
    stands = row.head_id is None and row.withdrawn_at is None and is_permitted(actor, P.NOTE_CONCERN)
    is_open = stands and not row.is_taken_up
    return io.ConcernDetailOut(
        **told.dict(),
        noted_by=post_titles([row.post_id]).get(row.post_id, "") if row.post_id else "",
        hearings=[
            io.HearingOut(heard_at=heard_at, occasion=occasion)
            for heard_at, occasion in queries.hearings_of(row.pk)
        ],
        merged=others,
        order_state_label=orders[row.incident_id].state_label if row.incident_id in orders else "",
        can_hear=stands,
        can_merge=is_open and row.times_all == row.times,
        can_separate=row.head_id is not None and is_permitted(actor, P.NOTE_CONCERN),
        can_grow=is_open and is_permitted(actor, P.REPORT_INCIDENT),
        can_log=is_open and is_permitted(actor, P.RECORD_WORK),
        can_withdraw=is_open
        and may_withdraw(is_own=_is_mine(actor, row), noted_at=row.noted_at, times=row.times_all, at=at),
    )


def _is_mine(actor: Actor, row: Concern) -> bool:
    return row.post_id is not None and row.post_id == actor.post_id


def _row(actor: Actor, row: Concern, areas: dict[str, str], topics: dict[str, str]) -> dict[str, Any]:
    same = (
        *("id", "words", "address", "occasion", "heard_at", "noted_at", "last_heard_at", "incident_id"),
        *("receipt_no", "logged_at", "head_id", "withdrawn_at", "withdrawn_reason"),
    )
    class_code = row.topic_id[:2]
    return {name: getattr(row, name) for name in same} | {
        "topic_code": row.topic_id,
        "topic_name": topics.get(row.topic_id, row.topic_id),
        "class_code": class_code,
        "class_name": topics.get(class_code, ""),
        "area_code": row.scope_code,
        "area_name": areas.get(row.scope_code, ""),
        "lon": row.position.x if row.position else None,
        "lat": row.position.y if row.position else None,
        "times": row.times_all,
        "stage": stage_of(is_taken_up=row.is_taken_up, times=row.times_all),
        "is_mine": _is_mine(actor, row),
    }
