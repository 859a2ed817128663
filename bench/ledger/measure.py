"""The ledger of a city: bringing it in, finding in it, drawing its buildings, and what size costs.

A made-up city, the same each time (`bench/ledger/city.py`): 5,184 grids in 1,296 communities, 1,500,000 people in some
600,000 houses (5,000,000 in two million with --full), and beside it one of a tenth on the same ground. Most rows are laid
by a quick road: made by the same rules and keys as importing makes them, written with COPY, indexes built afterwards.
Some grids of the city are left empty and then imported on the real road, as the city's desk would: a file of buildings,
of houses and of people, read, staged, checked and written by the importer, two batches at a time in two processes. What
came of it is compared with what the quick road would have laid, cell by cell (sealed numbers opened), or the run fails.
A whole city is never imported here: `city_minutes` says how long it would take at the speed that was measured.

Searching: the page and the count that the list of residents asks for, and the look-up by number, through the services,
as the desks of city, county, township and community and a grid's officer, under row-level security, in a process of its
own for each city, in turn; by whole name, given name, surname alone, pinyin, initials, an estate, a building, a flat,
identity number and the last four digits of a telephone; one round unmeasured. Plans: buildings of 200 flats with houses
and people, through the services.

search_p95_ms   time below which 95 % of all measured searches in the large city stayed
house_plan_ms   the same percentile for plans of 200 flats
import_rows_s   rows ÷ seconds of reading, staging and checking them (buildings, houses and people together)
growth          p95 of searches in the large city ÷ p95 in the tenth, each search by the median of its rounds: a
                search that meets another program's burst counts in search_p95_ms, but says nothing of growth
load_rows_s     rows ÷ seconds of the whole real road: read, staged, checked, written
city_minutes    people and houses of 1,500,000 and 600,000 ÷ load_rows_s
raw_rows_s      the reference for writing: the same people with all their lines and keys, by COPY into tables with the
                same indexes and without checks, rules or audit
naive_ms        the reference for searching: median of name or address LIKE '%…%' with a count, sorted, straight in SQL
people, houses  what lay there
"""

import csv
import io
import multiprocessing as mp
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

from bench.ledger.city import GRID_COUNT, areas, code_of, ground_of, has_tower, is_village
from bench.servers import bench_database, connect, django_over

PEOPLE, ALL_PEOPLE, CITY_ROWS = 1_500_000, 5_000_000, 2_100_000
TENTH = 10
IMPORTED_PEOPLE = 16_000
"""How many come by the real road, on the grids that are numbered last."""
GRIDS_AT_A_TIME = 12
PROCESSES = 2
ROUNDS = 3
SCOPES = {"he": "4309", "sun": "430902", "zhao": "430902001", "wu": "430902001001", "lin": "430902001001001"}
"""Who asks, and the area they look after: city, county, township, community, grid."""
WORDS_A_KIND = 6
PLANS, NAIVE = 12, 6
COMPARED_GRIDS = 2
LABELS = {
    "lon": "经度",
    "lat": "纬度",
    "address": "详细地址",
    "area_code": "网格代码",
    "living": "居住情况",
} | {
    "from_on": "入住日期",
    "name": "姓名",
    "gender": "性别",
    "identity": "公民身份号码",
    "phone": "电话",
    "floors_above": "地上层数",
}
SHEETS = ("dwellings.buildings", "dwellings.houses", "residents.people")
Question = tuple[str, str, str]
"""Whose eyes, what kind of words, the words."""


def run(*, is_full: bool, people: int | None = None, imported: int = IMPORTED_PEOPLE) -> dict[str, float]:
    """The figures. ``--full`` takes five million people."""
    people = people or (ALL_PEOPLE if is_full else PEOPLE)
    left = max(PROCESSES * 2, round(imported / (people / GRID_COUNT)))
    with bench_database("ledger") as large, bench_database("ledger_tenth") as tenth:
        for database in (tenth, large):
            _open_ground(database)
        _lay(tenth, people // TENTH, GRID_COUNT - left)
        _lay(large, people, GRID_COUNT - left)
        figures = _import(large, people, range(GRID_COUNT - left, GRID_COUNT))
        for database in (tenth, large):
            _tidy(database)
        figures |= _search(large, tenth, people)
        figures |= _naive(large)
        with connect(large) as connection:
            for name, table in (("people", "residents_resident"), ("houses", "dwellings_house")):
                figures[name] = int(str(connection.execute(f"select count(*) from {table}").fetchone()[0]))  # type: ignore[index]
    return figures


def _open_ground(database: str) -> None:
    """Areas of the whole city; grids of the cast that lie elsewhere are moved to where the city has them."""
    with connect(database) as connection, connection.cursor() as cursor:
        for one in areas():
            square = list(one.square) if one.square else [None] * 4
            if one.square:
                cursor.execute(MOVE, [*square, one.code])
            values = [
                one.code,
                one.name,
                len(one.code),
                one.code[: {6: 4, 9: 6, 12: 9, 15: 12}[len(one.code)]],
            ]
            cursor.execute(OPEN, [*values, square[0], *square, one.code])
        cursor.execute("update areas_edition set number = number + 1")
        cursor.execute("analyze areas_area")


# --- the quick road ----------------------------------------------------------------------------------------


def _lay(database: str, people: int, grids: int) -> None:
    began = time.perf_counter()
    from bench.ledger.tables import without_indexes

    with without_indexes(database, processes=PROCESSES):
        _in_processes(_lay_part, [(database, people, grids, part) for part in range(PROCESSES)])
        laid = time.perf_counter()
    _say(f"{people:,} people laid in {laid - began:.0f} s, indexed in {time.perf_counter() - laid:.0f} s")


def _lay_part(database: str, people: int, grids: int, part: int) -> None:
    """Every other handful of grids."""
    django_over(database)
    from bench.ledger.laying import TABLES, Layer, lay
    from tests.cast import CAST, MONDAY_10

    layer = Layer(CAST.he, MONDAY_10)
    with connect(database) as connection:
        connection.execute("set synchronous_commit = off")
        for first in range(part * GRIDS_AT_A_TIME, grids, PROCESSES * GRIDS_AT_A_TIME):
            rows: dict[Any, list[Any]] = {table: [] for table in TABLES}
            for index in range(first, min(first + GRIDS_AT_A_TIME, grids)):
                for table, cells in layer.rows(ground_of(index, people)).items():
                    rows[table] += cells
            lay(connection, rows)
    _close()


# --- the real road -----------------------------------------------------------------------------------------


def _import(database: str, people: int, grids: range) -> dict[str, float]:
    """Buildings, then houses, then people: each checked and written by two processes at a time, half the grids each."""
    checking, whole, count = 0.0, 0.0, 0
    parts = [grids[part::PROCESSES] for part in range(PROCESSES)]
    for sheet in SHEETS:
        told = _in_processes(_import_part, [(database, sheet, people, list(part)) for part in parts])
        count += sum(rows for rows, _, _ in told)
        checking += max(checked - began for _, (began, checked, _), _ in told)
        whole += max(written - began for _, (began, _, written), _ in told)
        _say(f"{sheet}: {sum(rows for rows, _, _ in told):,} rows, {whole:.0f} s")
    villages = [index for index in grids if is_village(index)][:COMPARED_GRIDS]
    _in_processes(_compare, [(database, people, [*grids[:COMPARED_GRIDS], *villages])])
    raw = _in_processes(_raw, [(database, code_of(grids[0])[:9])])[0]
    load = count / whole
    return {
        "import_rows_s": round(count / checking),
        "load_rows_s": round(load),
        "city_minutes": round(CITY_ROWS / load / 60, 1),
        "raw_rows_s": round(raw),
    }


def _import_part(
    database: str, sheet: str, people: int, grids: list[int]
) -> tuple[int, tuple[float, float, float], int]:
    """One batch: how many rows, and when it began, was checked, was written."""
    django_over(database)
    with _files_aside():
        from jingwei.foundation.imports.queries import batch_of
        from jingwei.foundation.imports.services.runs import check_batch, run_to_end, start_batch
        from jingwei.foundation.imports.services.uploads import map_columns, upload_file
        from jingwei.foundation.imports.tests.steps import clock
        from jingwei.foundation.scoping import eyes
        from tests.cast import CAST, MONDAY_10

        rows = _rows_of_files(sheet, people, grids)
        content = _csv(rows)
        began = time.perf_counter()
        batch = upload_file(CAST.he, sheet, file_name="现场.csv", pieces=[content], at=MONDAY_10)
        options = {} if sheet == SHEETS[-1] else {"datum": "WGS-84"}
        map_columns(CAST.he, batch.id, mapping=batch.mapping, options=options)
        check_batch(CAST.he, batch.id, at=MONDAY_10)
        run_to_end(batch.id, now=clock)
        checked = time.perf_counter()
        start_batch(CAST.he, batch.id, at=MONDAY_10)
        run_to_end(batch.id, now=clock)
        written = time.perf_counter()
        with eyes(CAST.he):
            end = batch_of(CAST.he, batch.id)
        if end.written_rows != len(rows):
            raise RuntimeError(
                f"{sheet}: {end.written_rows} of {len(rows)} rows, {end.bad_rows} bad: {end.trouble}"
            )
    _close()
    return len(rows), (began, checked, written), end.bad_rows


def _rows_of_files(sheet: str, people: int, grids: list[int]) -> list[dict[str, str]]:
    grounds = [ground_of(index, people) for index in grids]
    if sheet == SHEETS[0]:
        return [one.cells for ground in grounds for one in ground.buildings] or [{}]
    if sheet == SHEETS[1]:
        return [one for ground in grounds for one in ground.houses]
    return [one for ground in grounds for one in ground.people]


def _csv(rows: list[dict[str, str]]) -> bytes:
    columns = list(dict.fromkeys(name for row in rows for name in row))
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([LABELS[name] for name in columns])
    writer.writerows([row.get(name, "") for name in columns] for row in rows)
    return text.getvalue().encode()


def _compare(database: str, people: int, grids: list[int]) -> None:
    """Whether the real road made of some grids what the quick one makes. Raises: RuntimeError."""
    django_over(database)
    from bench.ledger.comparing import differences
    from bench.ledger.laying import Layer
    from tests.cast import CAST, MONDAY_10

    for index in grids:
        found = differences(CAST.he, Layer(CAST.he, MONDAY_10).rows(ground_of(index, people)), code_of(index))
        if found:
            raise RuntimeError(f"the two roads differ on grid {index}: {found[:5]}")
    _close()


def _raw(database: str, township: str) -> float:
    """Rows a second of people with all that hangs on them, by COPY into tables with the same indexes."""
    with connect(database) as connection:
        connection.execute("set synchronous_commit = off")
        texts = {}
        for name, of in RAW.items():
            connection.execute(f"create table bench_{name} (like {name} including all)")
            query = f"copy (select t.* from {name} t where {of}) to stdout"
            with connection.cursor() as cursor, cursor.copy(query.replace("@", township)) as copy:
                texts[name] = b"".join(bytes(piece) for piece in copy)
        began = time.perf_counter()
        for name, text in texts.items():
            with connection.cursor() as cursor, cursor.copy(f"copy bench_{name} from stdin") as copy:
                copy.write(text)
        seconds = time.perf_counter() - began
        for name in RAW:
            connection.execute(f"drop table bench_{name}")
    return texts["residents_resident"].count(b"\n") / seconds


# --- searching ---------------------------------------------------------------------------------------------


@dataclass
class Asker:
    """A process that asks one city."""

    process: Any
    wire: "Connection"

    def ask(self, question: Question) -> float:
        self.wire.send(question)
        told = self.wire.recv()
        if isinstance(told, str):
            raise RuntimeError(told)
        return float(told)


def _search(large: str, tenth: str, people: int) -> dict[str, float]:
    questions = _questions(people)
    with _asker(large) as of_large, _asker(tenth) as of_tenth:
        rounds = []
        for number in range(ROUNDS + 1):
            taken = [(of_large.ask(one), of_tenth.ask(one)) for one in questions]
            if number:
                rounds.append(taken)
        codes = [code_of(index) for index in range(GRID_COUNT) if has_tower(index)][:PLANS]
        plans = [of_large.ask(("he", "plan", code)) for _ in range(ROUNDS + 1) for code in codes][PLANS:]
    many = [[one for one, _ in taken] for taken in rounds]
    few = [[one for _, one in taken] for taken in rounds]
    by_kind: dict[str, list[float]] = {}
    for taken in many:
        for (_, kind, _), ms in zip(questions, taken, strict=True):
            by_kind.setdefault(kind, []).append(ms)
    for kind, times in by_kind.items():
        _say(f"{kind}: median {statistics.median(times):.1f} ms, p95 {_p95(times):.1f} ms")
    middle = [[statistics.median(times) for times in zip(*of, strict=True)] for of in (many, few)]
    return {
        "search_p95_ms": round(_p95([one for taken in many for one in taken]), 1),
        "house_plan_ms": round(_p95(plans), 1),
        "growth": round(_p95(middle[0]) / _p95(middle[1]), 2),
    }


def _questions(people: int) -> list[Question]:
    """Words that lead to somebody in both cities: of people who live in the scope in the smaller one."""
    found: list[Question] = []
    for who, scope in SCOPES.items():
        inside = [index for index in range(GRID_COUNT // 2) if code_of(index).startswith(scope)]
        for at in range(WORDS_A_KIND):
            ground = ground_of(inside[at * 37 % len(inside)], people // TENTH)
            cells = ground.people[at * 5 % len(ground.people)]
            found += [(who, kind, words) for kind, words in _words(cells).items()]
    return found


def _words(cells: dict[str, str]) -> dict[str, str]:
    from jingwei.domains.dwellings.rules.addresses import parse
    from jingwei.domains.residents.rules.keys import initials_of, sound_of

    name, parts = cells["name"], parse(cells["address"])
    words = {
        "name": name,
        "surname": name[0],
        "pinyin": sound_of(name),
        "initials": initials_of(name),
        "street": parts.road,
        "identity": cells["identity"],
        "telephone": cells.get("phone", "13800006688")[-4:],
    }
    if len(name) > 2:  # one character by itself leads to nobody
        words["given name"] = name[1:]
    if parts.block:
        words |= {"estate": parts.estate, "building": f"{parts.estate}{parts.block}栋"}
        words["flat"] = f"{parts.estate}{parts.block}栋{parts.unit}单元{parts.room}"
    return words


@contextmanager
def _asker(database: str) -> Iterator[Asker]:
    ours, theirs = mp.Pipe()
    process = mp.get_context("spawn").Process(target=_answer, args=(database, theirs))
    process.start()
    try:
        yield Asker(process, ours)
    finally:
        ours.send(None)
        process.join(20)
        if process.is_alive():
            process.terminate()


def _answer(database: str, wire: "Connection") -> None:
    """Ask what comes and tell the milliseconds, or what went wrong."""
    django_over(database)
    from bench.ledger.asking import Asking

    asking = Asking()
    while (question := wire.recv()) is not None:
        try:
            began = time.perf_counter()
            asking.ask(*question)
            wire.send(1000 * (time.perf_counter() - began))
        except Exception as trouble:  # noqa: BLE001  # told to whoever asked
            wire.send(f"{question[:2]}: {trouble!r}")
    _close()


def _naive(database: str) -> dict[str, float]:
    times = []
    with connect(database) as connection:
        for index in range(NAIVE):
            words = ground_of(index * 211, PEOPLE).people[0]["name"][1:]
            began = time.perf_counter()
            connection.execute(NAIVE_COUNT, {"words": f"%{words}%"}).fetchone()
            connection.execute(NAIVE_PAGE, {"words": f"%{words}%"}).fetchall()
            times.append(1000 * (time.perf_counter() - began))
    return {"naive_ms": round(statistics.median(times), 1)}


# --- what all need -----------------------------------------------------------------------------------------


def _in_processes(work: Callable[..., Any], given: list[tuple[Any, ...]]) -> list[Any]:
    with mp.get_context("spawn").Pool(len(given)) as pool:
        return pool.starmap(_done, [(work, one) for one in given], chunksize=1)


def _done(work: Callable[..., Any], given: tuple[Any, ...]) -> Any:
    """What went wrong is told in words: a refusal does not come whole through a pipe."""
    try:
        return work(*given)
    except Exception as trouble:  # noqa: BLE001  # said again, in words
        raise RuntimeError(f"{work.__name__}: {trouble!r}") from None


@contextmanager
def _files_aside() -> Iterator[None]:
    """Uploaded files go to a folder of this run."""
    from django.test import override_settings

    with tempfile.TemporaryDirectory() as folder, override_settings(VAR_FOLDER=folder):
        yield


def _tidy(database: str) -> None:
    from bench.ledger.tables import NAMES

    with connect(database) as connection:
        for name in NAMES:
            connection.execute(f"vacuum analyze {name}")


def _close() -> None:
    from django.db import connection

    connection.close()


def _p95(times: list[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]


def _say(words: str) -> None:
    print(words, file=sys.stderr)


OPEN = """
insert into areas_area (code, name, level, parent_code, kind, outline, is_outline_generated, valid_from_on)
select %s, %s, %s, %s, 'urban',
       case when %s::float is not null then ST_Multi(ST_MakeEnvelope(%s, %s, %s, %s, 4326)) end, true, date '2024-01-01'
 where not exists (select 1 from areas_area where code = %s and valid_to_on is null)
"""
MOVE = """
update areas_area set outline = ST_Multi(ST_MakeEnvelope(%s, %s, %s, %s, 4326)) where code = %s and valid_to_on is null
"""
RAW = {
    "residents_resident": "t.township_code = '@'",
    "residents_residence": "t.township_code = '@'",
    "residents_residentchange": "exists (select 1 from residents_resident r where r.id = t.resident_id and r.township_code = '@')",
    "residents_key": "starts_with(t.scope_code, '@')",
}
NAIVE_COUNT = """
select count(*) from residents_resident
 where starts_with(scope_code, '4309') and ended_at is null and (name like %(words)s or address like %(words)s)
"""
NAIVE_PAGE = """
select * from residents_resident
 where starts_with(scope_code, '4309') and ended_at is null and (name like %(words)s or address like %(words)s)
 order by sound, id limit 51
"""
