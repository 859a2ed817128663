"""Watches: started, paused, extended and ended inside the caller's work, swept by the minute."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from jingwei.domains.clocks.contracts import (
    WARNING_LABELS,
    BadLimit,
    CalendarTime,
    Limit,
    NewWatch,
    Owed,
    WarningColour,
    WatchOverdue,
    WatchState,
    WatchWarned,
    WorkingTime,
    parse_limit,
    write_limit,
)
from jingwei.domains.clocks.models import Watch
from jingwei.domains.clocks.queries.answerers import Matter, answering_posts
from jingwei.domains.clocks.queries.calendar import deadline_for, left_of
from jingwei.domains.clocks.queries.policy import policy_at
from jingwei.domains.clocks.queries.running import (
    answerer_of,
    colour_reached,
    may_tell_at,
    moments_of,
    next_look,
)
from jingwei.domains.clocks.queries.watches import WATCH_KEEPER, state_of
from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.notices.contracts import Words
from jingwei.foundation.notices.services.inbox import PostNotice, notify_posts
from jingwei.foundation.scoping import eyes
from jingwei.foundation.work import Work, work
from jingwei.kernel.ids import uuid7

AT_ONCE = 500
REPLACED = "replaced"


def start_watch(new: NewWatch, *, at: datetime) -> WatchState:
    """Start a watch; one that runs for the same subject ends. Raises: BadLimit for what is not whole hours or days."""
    written = write_limit(new.limit)
    if written[0] == "0" or parse_limit(written) != new.limit:
        raise BadLimit(value=written)
    with work(WATCH_KEEPER, Permission.SWEEP_CLOCKS) as job:
        running = _running(new.kind, new.subject_id)
        if running is not None:
            _end(running, REPLACED, at)
        row = Watch(
            id=uuid7(),
            kind=new.kind,
            subject_id=new.subject_id,
            incident_id=new.incident_id,
            unit_id=new.owed.unit_id,
            post_id=new.owed.post_id,
            area_code=new.area_code,
            title_zh=new.title_zh,
            title_en=new.title_en,
            target=new.target,
            is_urgent=new.is_urgent,
            started_at=at,
            limit=written,
        )
        _run(row, at, new.limit, at)
        row.save(force_insert=True)
        _record(job, row, "start")
    return state_of(row)


def stop_watch(kind: str, subject_id: UUID, *, at: datetime, outcome: str = "done") -> WatchState | None:
    """End a watch: what it watched was done, or is no longer asked. None where none runs."""
    with work(WATCH_KEEPER, Permission.SWEEP_CLOCKS) as job:
        row = _running(kind, subject_id)
        if row is not None:
            _end(row, outcome, at)
        return _told(job, row, kind, subject_id, "stop")


def pause_watch(kind: str, subject_id: UUID, *, at: datetime, reason: str) -> WatchState | None:
    """Let a watch stand still; what is left is kept. None where none runs."""
    with work(WATCH_KEEPER, Permission.SWEEP_CLOCKS) as job:
        row = _running(kind, subject_id)
        if row is not None and row.due_at is not None:
            left = left_of(at, row.due_at, parse_limit(row.limit))
            assert isinstance(left, CalendarTime | WorkingTime)
            row.left_minutes, row.is_left_working = left.minutes, isinstance(left, WorkingTime)
            row.paused_at, row.pause_reason = at, reason[:200]
            row.due_at, row.warn_at, row.next_at = None, None, None
            row.save(force_update=True)
        return _told(job, row, kind, subject_id, "pause")


def resume_watch(kind: str, subject_id: UUID, *, at: datetime) -> WatchState | None:
    """Let a paused watch go on with exactly what was left, and with what was given meanwhile."""
    with work(WATCH_KEEPER, Permission.SWEEP_CLOCKS) as job:
        row = _running(kind, subject_id)
        if row is not None and row.paused_at is not None:
            minutes = row.left_minutes or 0
            _run(row, at, WorkingTime(minutes) if row.is_left_working else CalendarTime(minutes), at)
            for written in filter(None, row.given.split(",")):
                _run(row, _due(row), parse_limit(written), at)
            row.paused_at, row.pause_reason, row.left_minutes, row.given = None, "", None, ""
            row.save(force_update=True)
        return _told(job, row, kind, subject_id, "resume")


def extend_watch(kind: str, subject_id: UUID, limit: Limit, *, at: datetime) -> WatchState | None:
    """Give time: from the deadline on, from now where that has passed, after the pause where it stands still."""
    with work(WATCH_KEEPER, Permission.SWEEP_CLOCKS) as job:
        row = _running(kind, subject_id)
        if row is not None and row.paused_at is not None:
            row.given = ",".join(filter(None, [row.given, write_limit(limit)]))
            row.save(force_update=True)
        elif row is not None:
            _run(row, max(_due(row), at), limit, at)
            row.save(force_update=True)
        return _told(job, row, kind, subject_id, "extend")


def hand_watch(kind: str, subject_id: UUID, owed: Owed, *, at: datetime) -> WatchState | None:
    """Somebody else owes it from now on; the time goes on."""
    with work(WATCH_KEEPER, Permission.SWEEP_CLOCKS) as job:
        row = _running(kind, subject_id)
        if row is not None:
            row.unit_id, row.post_id = owed.unit_id, owed.post_id
            row.save(force_update=True)
        return _told(job, row, kind, subject_id, "hand")


def sweep_watches(*, at: datetime) -> int:
    """Warn of everything that is due; returns how many watches were looked at. Costs what is due, not what runs."""
    looked_at = 0
    while True:
        with eyes(WATCH_KEEPER):
            if not _due_rows(at).exists():
                return looked_at
        with work(WATCH_KEEPER, Permission.SWEEP_CLOCKS) as job:
            rows = list(_due_rows(at).select_for_update(skip_locked=True).order_by("next_at")[:AT_ONCE])
            warned = [one for row in rows if (one := _look(job, row, at)) is not None]
            Watch.objects.bulk_update(rows, ["next_at", "is_overdue"])
            _notify(warned, at)
            job.record_own("clocks.watch:sweep", looked_at=len(rows), warned=len(warned), at=at.isoformat())
        looked_at += len(rows)
        if len(rows) < AT_ONCE:
            return looked_at


def _due_rows(at: datetime) -> QuerySet[Watch]:
    return Watch.objects.filter(next_at__lte=at)


def _look(job: Work, row: Watch, at: datetime) -> tuple[Watch, WarningColour] | None:
    """The colour a watch has reached, told to hearers; what can wait waits for the end of the quiet hours."""
    policy = policy_at(at)
    told_at = may_tell_at(at, policy, is_urgent=row.is_urgent)
    if told_at > at:
        row.next_at = told_at
        return None
    due_at = _due(row)
    moments = moments_of(due_at, parse_limit(row.limit), policy.warnings)
    colour = colour_reached(moments, at)
    row.next_at = next_look(moments, at)
    if colour is None:
        return None
    about = {
        "watch_id": row.pk,
        "kind": row.kind,
        "subject_id": row.subject_id,
        "incident_id": row.incident_id,
        "unit_id": row.unit_id,
        "post_id": row.post_id,
        "area_code": row.area_code,
        "due_at": due_at,
        "at": at,
    }
    if colour is WarningColour.OVERDUE:
        row.is_overdue = True
        job.publish(WatchOverdue(**about))
    else:
        job.publish(WatchWarned(colour=colour, **about))
    return row, colour


def _notify(warned: Sequence[tuple[Watch, WarningColour]], at: datetime) -> None:
    """One notice to each post for each kind and colour, however many watches it is about."""
    policy = policy_at(at)
    told: dict[tuple[UUID, str, WarningColour], list[Watch]] = defaultdict(list)
    for row, colour in warned:
        matter = Matter(unit_id=row.unit_id, post_id=row.post_id, area_code=row.area_code)
        for post_id in answering_posts(matter, answerer_of(policy, colour)):
            told[post_id, row.kind, colour].append(row)
    notices: dict[str, list[PostNotice]] = defaultdict(list)
    for (post_id, kind, colour), rows in told.items():
        zh, en = WARNING_LABELS[colour]
        first, more = rows[0], len(rows) - 1
        words = Words(
            title_zh=f"{zh}：{first.title_zh}" + (f"等{more + 1}件" if more else ""),
            title_en=f"{en}: {first.title_en}" + (f" and {more} more" if more else ""),
        )
        is_urgent = any(row.is_urgent for row in rows)
        notices[kind].append(PostNotice(post_id, words, first.target, f"{kind}:{colour.value}", is_urgent))
    for kind, of_kind in notices.items():
        notify_posts(WATCH_KEEPER, of_kind, kind=kind, at=at)


def _running(kind: str, subject_id: UUID) -> Watch | None:
    return Watch.objects.select_for_update().filter(kind=kind, subject_id=subject_id, ended_at=None).first()


def _run(row: Watch, start: datetime, limit: Limit, at: datetime) -> None:
    """Set the deadline from a start, with the warnings where the whole limit puts them."""
    due = deadline_for(start, limit, whole=parse_limit(row.limit))
    row.due_at, row.warn_at, row.is_provisional = due.due_at, due.warn_at, due.is_provisional
    row.is_overdue = False
    row.next_at = next_look(moments_of(due.due_at, parse_limit(row.limit), policy_at(at).warnings), at)


def _due(row: Watch) -> datetime:
    assert row.due_at is not None
    return row.due_at


def _end(row: Watch, outcome: str, at: datetime) -> None:
    row.ended_at, row.outcome, row.next_at = at, outcome[:20], None
    row.save(force_update=True)


def _told(job: Work, row: Watch | None, kind: str, subject_id: UUID, act: str) -> WatchState | None:
    if row is None:
        job.record_own(f"clocks.watch:{kind}:{subject_id}", act=f"nothing_to_{act}")
        return None
    _record(job, row, act)
    return state_of(row)


def _record(job: Work, row: Watch, act: str) -> None:
    job.record_own(
        f"clocks.watch:{row.kind}:{row.subject_id}",
        act=act,
        due_at=row.due_at.isoformat() if row.due_at else None,
        outcome=row.outcome,
    )
