"""Some rows of a batch at a time: check them, write them, take them back. The caller holds transaction and mark."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from django.conf import settings
from django.db import DataError, IntegrityError, transaction

from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.imports.contracts import Answer, Context, Fault, Row, Sheet
from jingwei.foundation.imports.models import Batch, BatchRow
from jingwei.foundation.imports.queries import ANSWER_FIELD, FAULTS_FIELD, written_before
from jingwei.foundation.imports.rules.lifecycle import RowState
from jingwei.foundation.imports.rules.rows import (
    SourceRow,
    answer_to_text,
    fault_of,
    faults_to_text,
    parsed_row,
)
from jingwei.foundation.inserting import insert_rows
from jingwei.kernel.crypto import encrypt
from jingwei.kernel.errors import DomainError
from jingwei.kernel.ids import uuid7

T = TypeVar("T")

NOT_STORABLE = Fault(
    None,
    "这一行不符合数据库的要求，没有写入。请与同表的正常行对照检查，或联系系统管理员",
    "the database did not accept this row; compare it with a good one, or ask the administrator",
)
MOST_FAULTS_PER_ROW = 20


@dataclass(frozen=True, slots=True)
class Chunk:
    """Consecutive rows of the spool, and the mark after them."""

    rows: list[SourceRow]
    end_byte: int
    context: Context


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a good row: what it was written as, or what it was answered."""

    target: str = ""
    answer: Answer | None = None


NOTHING_DONE = Done()


class WrongAnswer(RuntimeError):
    """A sheet's function broke its contract. A programming error."""


def check_chunk(actor: Actor, sheet: Sheet, batch: Batch, chunk: Chunk) -> None:
    """Note the bad rows of a chunk and count them."""
    _, bad = _sifted(actor, sheet, batch, chunk)
    _note(batch, chunk, bad, {})


def write_chunk(actor: Actor, sheet: Sheet, batch: Batch, chunk: Chunk) -> None:
    """Write the good rows of a chunk, or answer them, and note what became of each."""
    good, bad = _sifted(actor, sheet, batch, chunk)
    done: dict[int, Done] = {}

    def write(rows: Sequence[Row]) -> None:
        told = _answered if sheet.answer is not None else _written
        for row, what in zip(rows, told(actor, sheet, rows, chunk.context), strict=True):
            if isinstance(what, Fault):
                bad[row.number] = [what]
            else:
                done[row.number] = what

    for row, fault in _together_or_alone(good, write):
        bad[row.number] = [fault]
    _note(batch, chunk, bad, done)


def _written(actor: Actor, sheet: Sheet, rows: Sequence[Row], context: Context) -> list[Done | Fault]:
    if sheet.write is None:
        raise WrongAnswer(f"{sheet.key} cannot write")
    targets = list(sheet.write(actor, rows, context))
    if len(targets) != len(rows):
        raise WrongAnswer(f"{sheet.key}.write: {len(rows)} rows, {len(targets)} targets")
    return [Done(target=target) for target in targets]


def _answered(actor: Actor, sheet: Sheet, rows: Sequence[Row], context: Context) -> list[Done | Fault]:
    if sheet.answer is None:
        raise WrongAnswer(f"{sheet.key} cannot answer")
    answers = list(sheet.answer(actor, rows, context))
    sound = [isinstance(one, Fault) or len(one) == len(sheet.answers) for one in answers]
    if len(answers) != len(rows) or not all(sound):
        raise WrongAnswer(f"{sheet.key}.answer: {len(rows)} rows, {len(answers)} answers, or cells amiss")
    return [one if isinstance(one, Fault) else Done(answer=one) for one in answers]


def undo_chunk(actor: Actor, sheet: Sheet, batch: Batch, *, most: int, at: datetime) -> int:
    """Take back the latest written rows that are left; return how many were looked at."""
    undo = sheet.undo
    if undo is None:
        raise WrongAnswer(f"{sheet.key} cannot undo")
    written = BatchRow.objects.filter(batch=batch, state=RowState.WRITTEN)
    rows = list(written.order_by("-round", "-number").only("id", "target")[:most])
    kept: dict[str, Fault] = {}

    def take_back(some: Sequence[BatchRow]) -> None:
        kept.update(undo(actor, [row.target for row in some], at=at))

    for row, fault in _together_or_alone(rows, take_back):
        kept[row.target] = fault
    undone = [row.id for row in rows if row.target not in kept]
    BatchRow.objects.filter(id__in=undone).update(state=RowState.UNDONE)
    for row in rows:
        if row.target in kept:
            row.state, row.faults_sealed = RowState.KEPT, _sealed([kept[row.target]])
            row.save(update_fields=["state", "faults_sealed"])
    kept_count = len(rows) - len(undone)
    batch.kept_rows += kept_count
    batch.undone_rows += len(rows) - kept_count
    batch.written_rows -= len(rows) - kept_count
    return len(rows)


def _sifted(
    actor: Actor, sheet: Sheet, batch: Batch, chunk: Chunk
) -> tuple[list[Row], dict[int, list[Fault]]]:
    """The rows that can be written, and the faults of the others; rows of earlier rounds are counted as skipped."""
    by_origin, by_key = written_before(
        batch,
        origins=[row.origin for row in chunk.rows if row.origin is not None],
        keys=[row.key for row in chunk.rows if row.origin is None],
    )
    readable: list[Row] = []
    bad: dict[int, list[Fault]] = {}
    for source in chunk.rows:
        if source.origin in by_origin or (source.origin is None and source.key in by_key):
            batch.skipped_rows += 1
            continue
        row, faults = parsed_row(sheet, batch.mapping, source, batch_id=batch.id, round_number=batch.round)
        if faults:
            bad[source.number] = list(faults)
        else:
            readable.append(row)
    if sheet.check and readable:
        for number, found in sheet.check(actor, readable, chunk.context).items():
            if found:
                bad.setdefault(number, []).extend(found)
    return [row for row in readable if row.number not in bad], bad


def _together_or_alone(things: Sequence[T], act: Callable[[Sequence[T]], None]) -> list[tuple[T, Fault]]:
    """Do all at once; if that is refused, each for itself. Returns the refused ones with the reason."""
    if not things:
        return []
    try:
        with transaction.atomic():
            act(things)
        return []
    except DomainError as refusal:
        fault = fault_of(refusal)
    except (IntegrityError, DataError):
        fault = NOT_STORABLE
    if len(things) == 1:
        return [(things[0], fault)]
    return [refused for thing in things for refused in _together_or_alone([thing], act)]


def _note(batch: Batch, chunk: Chunk, bad: dict[int, list[Fault]], done: dict[int, Done]) -> None:
    noted = []
    for source in chunk.rows:
        if source.number not in bad and source.number not in done:
            continue
        what = done.get(source.number, NOTHING_DONE)
        is_bad = source.number in bad
        noted.append(
            BatchRow(
                id=uuid7(),
                batch_id=batch.id,
                round=batch.round,
                number=source.number,
                origin=source.origin,
                key=source.key,
                state=RowState.BAD if is_bad else RowState.WRITTEN,
                target=what.target,
                answer_sealed=None if what.answer is None else sealed_answer(what.answer),
                faults_sealed=_sealed(bad[source.number]) if is_bad else None,
            )
        )
    insert_rows(noted)
    batch.bad_rows += len(bad)
    batch.written_rows += len(done)


def _sealed(faults: Sequence[Fault]) -> bytes:
    return encrypt(settings.FIELD_KEY, faults_to_text(faults[:MOST_FAULTS_PER_ROW]), field=FAULTS_FIELD)


def sealed_answer(answer: Answer) -> bytes:
    return encrypt(settings.FIELD_KEY, answer_to_text(answer), field=ANSWER_FIELD)
