"""Bringing in a table of messages or history: read, checked, stored in chunks, everything odd reported by row.

A chunk is one transaction, and a row is known by its source and external id: whoever is killed half-way starts the
same command again and nothing comes in twice.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import islice
from pathlib import Path
from uuid import UUID

from jingwei.domains.incidents.contracts import IncidentsBroughtIn, State
from jingwei.domains.incidents.rules.transplant import (
    Oddity,
    Record,
    Remark,
    RowReader,
    content_id,
    text_mark,
)
from jingwei.domains.incidents.rules.transplant_map import (
    DEFAULT,
    Arrival,
    ColumnMap,
    fitting_map,
    places_of,
)
from jingwei.domains.incidents.rules.transplant_place import frame_around, outline_of
from jingwei.domains.incidents.services.bulk import (
    brought_in_before,
    hold_sources,
    next_receipts,
    store_many,
)
from jingwei.domains.incidents.services.transplant_rows import Made, RowMaker
from jingwei.foundation.access.contracts import Actor, Permission, system_actor
from jingwei.foundation.access.services import require_permission
from jingwei.foundation.areas.queries import area_by_code
from jingwei.foundation.imports.services.reading import FileFacts, examine, read_rows
from jingwei.foundation.imports.services.uploads import refuse_forbidden
from jingwei.foundation.live.contracts import Kind, ToUnit
from jingwei.foundation.live.services.telling import tell
from jingwei.foundation.scoping import eyes
from jingwei.foundation.work import Work, work
from jingwei.kernel.clock import local
from jingwei.kernel.codes import Level, level_of
from jingwei.kernel.errors import Invalid
from jingwei.kernel.ids import uuid7

BRINGER = system_actor("批量导入")
CHUNK = 1000


class AreaTooWide(Invalid):
    code = "incident.area_too_wide"
    message = "“{area}”太大：请用 --area 给出区县、乡镇街道、社区或网格的代码。"
    message_en = "“{area}” is too wide: give the code of a county, township, community or grid with --area."


class FileEmpty(Invalid):
    code = "incident.file_empty"
    message = "文件里没有数据行。"
    message_en = "The file has no rows of data."


@dataclass(frozen=True, slots=True)
class Survey:
    """A file looked through once, before anything is written: it can be read to its end, and how."""

    path: Path
    facts: FileFacts
    header: tuple[str, ...]
    chosen: ColumnMap
    rows: int


@dataclass(frozen=True, slots=True)
class Told:
    """A remark as it goes back to whoever brought the file."""

    number: int
    external_id: str
    fate: str
    remark: Remark


@dataclass(frozen=True, slots=True)
class Handed:
    """A report's receipt, for whoever answers its reporter in the source; the tracking code is made of it."""

    number: int
    external_id: str
    receipt_no: str
    fingerprint: bytes


IMPORTED, PRESENT, REFUSED = "imported", "present", "refused"


@dataclass
class Tally:
    """What became of the rows so far. read = imported + present + repeated + refused."""

    batch_id: UUID
    read: int = 0
    imported: int = 0
    present: int = 0
    repeated: int = 0
    refused: int = 0
    duplicates: int = 0
    oddities: Counter[Oddity] = field(default_factory=Counter)
    waiting: Counter[UUID] = field(default_factory=Counter)
    told: list[Told] = field(default_factory=list)
    handed: list[Handed] = field(default_factory=list)


Say = Callable[[Tally], object]


def survey(path: Path, *, chosen: ColumnMap | None, presets: Sequence[ColumnMap]) -> Survey:
    """Look a file through. Raises: FileRefused, FileEmpty, NoMapFits, MapRefused, ForbiddenColumn."""
    facts = examine(path)
    rows = read_rows(path, facts)
    _, header = next(rows, (0, []))
    if not header:
        raise FileEmpty
    chosen = chosen or fitting_map(presets, header)
    refuse_forbidden(chosen.used_columns())
    places = places_of(chosen, header)
    needs_frames = chosen.arrival is Arrival.HISTORY and "lon" in chosen.columns and not chosen.frames
    spots: list[tuple[float, float]] = []
    count = 0
    for _, cells in rows:
        count += 1
        if needs_frames:
            spots += _spot(chosen, places, cells)
    if not count:
        raise FileEmpty
    if spots:
        chosen = replace(chosen, frames={DEFAULT: frame_around(spots)})
    return Survey(path, facts, tuple(header), chosen, count)


def bring_in(
    file: Survey, area_code: str, *, at: datetime, limit: int | None, say: Say, actor: Actor = BRINGER
) -> Tally:
    """Store the rows of a surveyed file in an area. Raises: AreaUnknown, AreaTooWide, FileRefused."""
    return _run(file, area_code, _store_chunk, at=at, limit=limit, say=say, actor=actor)


def rehearse(
    file: Survey, area_code: str, *, at: datetime, limit: int | None, say: Say, actor: Actor = BRINGER
) -> Tally:
    """Do everything but write: the same remarks and counts. Raises: as ``bring_in``."""
    return _run(file, area_code, _pretend_chunk, at=at, limit=limit, say=say, actor=actor)


@dataclass
class _Run:
    """One passage through a file."""

    file: Survey
    actor: Actor
    area_code: str
    at: datetime
    maker: RowMaker
    tally: Tally
    ids: dict[tuple[str, str], bytes] = field(default_factory=dict)
    texts: dict[bytes, str] = field(default_factory=dict)


_Act = Callable[[_Run, list[Record], bool], None]


def _run(
    file: Survey, area_code: str, act: _Act, *, at: datetime, limit: int | None, say: Say, actor: Actor
) -> Tally:
    require_permission(actor, Permission.REPORT_INCIDENT)
    area = area_by_code(area_code)
    if level_of(area.code) < Level.COUNTY:
        raise AreaTooWide(area=area.name)
    chosen, batch_id = file.chosen, uuid7()
    is_transplant = chosen.arrival is Arrival.HISTORY and area.outline is not None
    maker = RowMaker(
        actor=actor,
        batch_id=batch_id,
        area_code=area.code,
        at=at,
        datum=chosen.datum,
        outline=outline_of(bytes(area.outline.wkb)) if is_transplant else None,
    )
    run = _Run(file, actor, area.code, at, maker, Tally(batch_id))
    reader = RowReader(chosen, places_of(chosen, file.header), len(file.header), at)
    most = min(file.rows, limit) if limit is not None else file.rows
    rows = islice(_data_rows(file), most)
    while chunk := list(islice(rows, CHUNK)):
        records = [reader.read(number, cells) for number, cells in chunk]
        run.tally.read += len(records)
        act(run, records, run.tally.read >= most)
        say(run.tally)
    return run.tally


def _data_rows(file: Survey) -> Iterator[tuple[int, list[str]]]:
    rows = read_rows(file.path, file.facts)
    next(rows, None)
    return rows


def _store_chunk(run: _Run, records: list[Record], is_last: bool) -> None:
    """One transaction: looked up, stored, audited; the news goes out with the last one."""
    fresh = _sifted(run, records)
    with eyes(run.actor):
        hold_sources(one.source for one in fresh)
        made = [_make(run, one) for one in _not_present(run, fresh)]
        if made:
            with work(run.actor, Permission.REPORT_INCIDENT) as job:
                store_made(made, at=run.at)
                for one in made:
                    _note_made(run, one)
                    _hand(run, one.record, one.incident.receipt_no, one.incident.fingerprint)
                _record_chunk(run, job, made)
        if is_last and run.tally.imported:
            with work(run.actor, Permission.REPORT_INCIDENT) as job:
                _finish(run, job)


def _pretend_chunk(run: _Run, records: list[Record], is_last: bool) -> None:
    fresh = _sifted(run, records)
    with eyes(run.actor):
        for one in _not_present(run, fresh):
            _note_made(run, _make(run, one))


def _sifted(run: _Run, records: list[Record]) -> list[Record]:
    """The records that can come in; the others are noted as refused or repeated."""
    fresh = []
    for record in records:
        if record.is_refused:
            run.tally.refused += 1
            _note(run, record, REFUSED, record.remarks)
            continue
        known = run.ids.get((record.source, record.external_id))
        if known is not None and known != text_mark(record.words) and _is_live(run):
            record = _named_anew(record)
            known = run.ids.get((record.source, record.external_id))
        if known is not None:
            run.tally.repeated += 1
            _note(run, record, REFUSED, (*record.remarks, Remark("external_id", Oddity.REPEATED)))
        else:
            run.ids[record.source, record.external_id] = text_mark(record.words)
            fresh.append(_compared(run, record))
    return fresh


def _named_anew(record: Record) -> Record:
    """A message under an id that another one bears: it is one of its own, and must not be lost."""
    return replace(
        record,
        external_id=content_id([record.external_id, record.words]),
        given=dict(record.given) | {"external_id": record.external_id},
        remarks=(*record.remarks, Remark("external_id", Oddity.ID_TAKEN)),
    )


def _compared(run: _Run, record: Record) -> Record:
    """A live message with the same text as an earlier one is marked, where its source has not done so.

    Copies that the source has marked are not remembered: their original may stand further down.
    """
    if not _is_live(run) or record.duplicate_of:
        return record
    first = run.texts.setdefault(text_mark(record.words), record.external_id)
    if first == record.external_id:
        return record
    remarks = (*record.remarks, Remark("words", Oddity.SAME_TEXT))
    return replace(record, duplicate_of=first, remarks=remarks)


def _not_present(run: _Run, fresh: list[Record]) -> Iterable[Record]:
    by_source: dict[str, list[Record]] = {}
    for record in fresh:
        by_source.setdefault(record.source, []).append(record)
    for source, records in by_source.items():
        present = brought_in_before(source, [one.external_id for one in records])
        for record in records:
            if record.external_id not in present:
                yield record
                continue
            known = present[record.external_id]
            run.tally.present += 1
            if known.state is State.REPORTED:
                run.tally.waiting[known.centre_id] += 1
            _hand(run, record, known.receipt_no, known.fingerprint)
            _note(run, record, PRESENT, record.remarks)


def _make(run: _Run, record: Record) -> Made:
    return run.maker.live(record) if _is_live(run) else run.maker.history(record)


def _is_live(run: _Run) -> bool:
    return run.file.chosen.arrival is Arrival.LIVE


def store_made(made: Sequence[Made], *, at: datetime) -> None:
    """Give out receipt numbers and store all rows, in the running transaction."""
    day = local(at).strftime("%Y%m%d")
    for one, number in zip(made, next_receipts(len(made)), strict=True):
        one.incident.receipt_no = f"{day}{number:09d}"  # one digit more than single reports: never the same
    store_many([one.incident for one in made])
    store_many([part for one in made for part in one.parts])
    store_many([step for one in made for step in one.steps])


def _note_made(run: _Run, one: Made) -> None:
    run.tally.imported += 1
    run.tally.waiting[one.incident.centre_id] += 1
    _note(run, one.record, IMPORTED, one.remarks)


def _hand(run: _Run, record: Record, receipt_no: str, fingerprint: bytes) -> None:
    if run.file.chosen.arrival is Arrival.LIVE:  # history is over: no code opens it
        run.tally.handed.append(Handed(record.number, record.external_id, receipt_no, fingerprint))


def _note(run: _Run, record: Record, fate: str, remarks: Iterable[Remark]) -> None:
    told = [Told(record.number, record.external_id, fate, remark) for remark in remarks]
    run.tally.told += told
    run.tally.oddities.update(one.remark.oddity for one in told)
    run.tally.duplicates += bool(fate != REFUSED and record.duplicate_of)


def _record_chunk(run: _Run, job: Work, made: list[Made]) -> None:
    """One audit entry a chunk. Each row's own trace is its steps, which name the batch and the row."""
    receipts = [one.incident.receipt_no for one in made]
    job.record_in_area(
        batch_target(run.tally.batch_id),
        run.area_code,
        source=run.file.chosen.name,
        kind=run.file.chosen.arrival.value,
        count=len(made),
        rows=[made[0].record.number, made[-1].record.number],
        receipts=[min(receipts), max(receipts)],
    )


def _finish(run: _Run, job: Work) -> None:
    """Say that the whole file was gone through, and tell each centre once what waits there."""
    tally = run.tally
    job.record_in_area(
        batch_target(run.tally.batch_id),
        run.area_code,
        source=run.file.chosen.name,
        finished=True,
        read=tally.read,
        imported=tally.imported,
        present=tally.present,
        repeated=tally.repeated,
        refused=tally.refused,
    )
    if not _is_live(run):
        return
    for centre_id, count in tally.waiting.items():
        tell(Kind.INBOX, ToUnit(centre_id))
        job.publish(
            IncidentsBroughtIn(
                batch_id=tally.batch_id,
                source=run.file.chosen.name,
                centre_id=centre_id,
                scope_code=run.area_code,
                count=count,
                at=run.at,
            )
        )


def batch_target(batch_id: UUID) -> str:
    """What the audit calls a batch."""
    return f"incidents.batch:{batch_id}"


def _spot(chosen: ColumnMap, places: dict[str, int], cells: list[str]) -> list[tuple[float, float]]:
    try:
        lon, lat = (float(cells[places[chosen.columns[name][0]]]) for name in ("lon", "lat"))
    except (ValueError, IndexError):
        return []
    return [(lon, lat)] if abs(lon) <= 180 and abs(lat) <= 90 else []
