"""Rows follow their ground: planned in one go, moved in batches, going on after a kill where the last batch ended.

The rule: a row with a position goes where its position lies now. One without stays where it is as long as its area
stands; from a closed area it goes to the one that took its ground, and where several did, up to the area that holds
them all, whose desk decides. What was put elsewhere by somebody since it was planned stays there.
"""

import time
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from jingwei.foundation.access.contracts import Permission, system_actor
from jingwei.foundation.areas.contracts import GroundTable, Place
from jingwei.foundation.areas.queries import locate_many, open_areas_within
from jingwei.foundation.live.contracts import Kind, ToArea
from jingwei.foundation.live.services.telling import tell
from jingwei.foundation.scoping import eyes
from jingwei.foundation.territory.contracts import RowsMoved
from jingwei.foundation.territory.models import Move, Publication, Run
from jingwei.foundation.territory.rules.publishing import PublicationState, Purpose, RunState, follows
from jingwei.foundation.territory.services.ground import (
    PlannedMove,
    StandingRow,
    ground_tables,
    let_follow,
    plan_moves,
    rows_standing,
)
from jingwei.foundation.work import Work, work
from jingwei.kernel.ids import uuid7

MOVER = system_actor("区划数据移动")
BATCH_ROWS = 2_000
SLICE_SECONDS = 10.0
SILENCE = timedelta(minutes=2)
"""After so long without a batch a runner is believed dead."""
SWEEP_AFTER = timedelta(seconds=20)
"""Until then every process has noticed the new edition: nobody files by the old borders any more."""
ADVANCE = "territory.advance"
AFTER_PLAN = {RunState.PLANNING: RunState.MOVING, RunState.SWEEPING: RunState.FINISHING}


class Lost(Exception):
    """Somebody else runs this now."""


def begin_run(
    publication: Publication,
    purpose: Purpose,
    *,
    codes: set[str],
    closed: Mapping[str, list[str]],
    at: datetime,
) -> Run:
    """Have the rows of some areas follow, as jobs that begin when this transaction is committed."""
    run = Run(
        id=uuid7(),
        publication_id=publication.pk,
        purpose=purpose,
        state=RunState.PLANNING,
        codes=sorted(codes),
        closed=dict(closed),
        begun_at=at,
        beat_at=at,
    )
    run.save(force_insert=True)
    defer_advance(run.pk)
    return run


def defer_advance(run_id: UUID, *, after: timedelta = timedelta(0)) -> None:
    """Queue the next slice inside the running transaction; one waiting job per run is enough."""
    task = app.configure_task(
        ADVANCE,
        queueing_lock=f"territory:{run_id}",
        schedule_in={"seconds": int(after.total_seconds())} if after else None,
    )
    try:
        with transaction.atomic():
            task.defer(run_id=str(run_id))
    except AlreadyEnqueued:
        pass


def run_to_end(run_id: UUID, *, now: Callable[[], datetime]) -> None:
    """Do all slices here and now, for commands and benchmarks that wait."""
    while advance_run(run_id, now=now) is not None:
        pass


def advance_run(
    run_id: UUID, *, now: Callable[[], datetime], seconds: float = SLICE_SECONDS
) -> timedelta | None:
    """Do one slice. Returns after how long to go on; None at the end."""
    token = uuid7()
    with eyes(MOVER):
        taken = Run.objects.exclude(state=RunState.DONE).filter(pk=run_id).update(token=token, beat_at=now())
    if not taken:
        return None
    give_up_at = time.monotonic() + seconds
    try:
        while True:
            state = _step(run_id, token, at=now())
            if state is RunState.DONE:
                return None
            if state is RunState.SWEEPING:
                return SWEEP_AFTER
            if time.monotonic() > give_up_at:
                return timedelta(0)
    except Lost:
        return None


def revive_silent_runs(*, at: datetime) -> int:
    """Queue again what says nothing: its runner was killed, or its job was lost. Returns how many."""
    with eyes(MOVER):
        silent = Run.objects.exclude(state=RunState.DONE).exclude(beat_at__range=(at - SILENCE, at + SILENCE))
        ids = list(silent.values_list("id", flat=True))
        for run_id in ids:
            defer_advance(run_id)
    return len(ids)


def _step(run_id: UUID, token: UUID, *, at: datetime) -> RunState:
    """Plan, move one batch, or arrive: each is one transaction. Returns the state after it."""
    with work(MOVER, Permission.MANAGE_TERRITORY) as job:
        run = Run.objects.select_for_update(of=("self",)).filter(pk=run_id, token=token).first()
        if run is None:
            raise Lost
        run.beat_at = at
        publication = Publication.objects.visible_to(MOVER).get(pk=run.publication_id)
        if run.state in AFTER_PLAN:
            _plan(run, publication.scope_code)
            run.state = AFTER_PLAN[RunState(run.state)]
            job.record(publication, act="plan", run=run.pk, tables=run.tables)
        elif not _move_batch(job, run, publication, at):
            _arrive(job, run, publication, at)
        run.save()
        return RunState(run.state)


def _arrive(job: Work, run: Run, publication: Publication, at: datetime) -> None:
    """Everything planned has moved: say so. A last look for rows filed by the old borders follows a little later."""
    if run.state == RunState.FINISHING:
        run.state, run.ended_at = RunState.DONE, at
        job.record(publication, act="finish", run=run.pk)
        return
    run.state = RunState.SWEEPING
    is_undo = run.purpose == Purpose.UNDO
    publication.state = PublicationState.UNDONE if is_undo else PublicationState.IN_FORCE
    publication.save(update_fields=["state"])
    _drop_older_moves(run)
    job.record(publication, act="moved", run=run.pk, tables=run.tables)
    job.publish(RowsMoved(publication.pk, publication.scope_code, publication.on.isoformat()))
    tell(Kind.INBOX, ToArea(publication.scope_code))


def _drop_older_moves(run: Run) -> None:
    """Moves of earlier runs on the same ground: their publications cannot be undone any more."""
    if run.purpose == Purpose.PUBLISH:
        older = Run.objects.filter(state=RunState.DONE, begun_at__lt=run.begun_at)
        mine = set(run.codes)
        ids = [one.pk for one in older if mine & set(one.codes)]
        Move.objects.filter(run_id__in=ids).delete()


def _plan(run: Run, area_code: str) -> None:
    former = _former(run) if run.purpose == Purpose.UNDO else {}
    told = {one["table"]: one for one in run.tables}
    standing = open_areas_within(run.codes)
    tables = []
    for table in ground_tables():
        moves = _moves_of(table, run, area_code, former.get(table.table, {}), standing)
        for start in range(0, len(moves), BATCH_ROWS * 10):
            plan_moves(run.pk, table, moves[start : start + BATCH_ROWS * 10])
        before = told.get(table.table, {"done": 0})
        number = sum(1 for one in moves if one.is_told)
        tables.append(
            {
                "table": table.table,
                "label_zh": table.label_zh,
                "label_en": table.label_en,
                "total": before["done"] + number,
                "done": before["done"],
            }
        )
    run.tables = tables


def _moves_of(
    table: GroundTable, run: Run, area_code: str, former: Mapping[str, tuple[str, str]], standing: set[str]
) -> list[PlannedMove]:
    rows = rows_standing(table, run.codes)
    placed = [row for row in rows if row.position is not None]
    places = locate_many([row.position for row in placed if row.position], within=area_code)
    found = {row.key: place for row, place in zip(placed, places, strict=True)}
    moves = []
    for row in rows:
        place = found.get(row.key)
        to_code = _goes_to(row, place, run, former.get(row.key), standing)
        special = place.special_grid_code if place and table.special else row.special
        if to_code != row.scope_code or special != row.special:
            moves.append(PlannedMove(row.key, row.scope_code, to_code, special, row.is_told))
    return moves


def _goes_to(
    row: StandingRow,
    place: Place | None,
    run: Run,
    former: tuple[str, str] | None,
    standing: set[str],
) -> str:
    if former is not None and former[1] == row.scope_code:
        return former[0]
    if place is not None:
        return place.area_code
    if row.scope_code in standing or row.scope_code not in run.closed:
        return row.scope_code
    return follows(row.scope_code, run.closed[row.scope_code])


def _former(run: Run) -> dict[str, dict[str, tuple[str, str]]]:
    """Where the rows of the publication that is undone came from, and where they went, table by table."""
    earlier = Run.objects.filter(publication_id=run.publication_id, purpose=Purpose.PUBLISH)
    rows = Move.objects.filter(run_id__in=[one.pk for one in earlier], is_done=True)
    found: dict[str, dict[str, tuple[str, str]]] = {}
    for table, key, from_code, to_code in rows.values_list("table_name", "row_key", "from_code", "to_code"):
        found.setdefault(table, {})[key] = (from_code, to_code)
    return found


def _move_batch(job: Work, run: Run, publication: Publication, at: datetime) -> bool:
    """Move the next rows of the first table that has any left. Returns whether there were any."""
    tables = {table.table: table for table in ground_tables()}
    for told in run.tables:
        table = tables.get(told["table"])
        if table is None:
            continue
        followed = let_follow(run.pk, table, limit=BATCH_ROWS)
        if not followed.ticked:
            continue
        if table.moved is not None and followed.keys:
            table.moved(followed.keys, at)
        told["done"] += followed.told
        job.record(publication, act="move", run=run.pk, table=table.table, rows=len(followed.keys))
        return True
    return False
