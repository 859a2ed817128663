"""Everything that an answer tells: status, headers and bytes, and the statements that were asked for it."""

import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from django.db import connection, transaction
from django.test import Client

from jingwei.config.reading.pages import forget_figures
from jingwei.foundation.basemap.queries.tiles import forget_tiles
from jingwei.kernel import clock
from tests.api.requests import Request
from tests.matrix.people import Seat

TELL_NOTHING = {"Date", "Set-Cookie", "X-Request-Id", "X-Request-ID"}
"""Headers that differ between any two answers."""
FEW_ROWS = 10
MADE_UP = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|s\d+_x\d+")
"""Ids in the text of a statement, and names of savepoints."""

LOADED_ONCE = re.compile(r"from \"?(areas|routing|clocks|forms)_\w+", re.IGNORECASE)
"""Public facts that a process loads when it first needs them and keeps for a while."""
DRAWN = re.compile(rb'"seed": "[^"]+"')
"""What is drawn by lot for each answer."""
MOMENT = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


@dataclass(frozen=True)
class Asked:
    """One question of one person."""

    seat: Seat
    request: Request
    headers: tuple[tuple[str, str], ...] = ()
    name: str = ""

    def __str__(self) -> str:
        return f"{self.name or self.request.method} {self.request.address} · {self.seat.name}"


@dataclass(frozen=True)
class Told:
    """What came back, and which statements it took."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    statements: tuple[str, ...] = ()
    work: tuple[str, ...] = ()

    def without(self, *values: str) -> "Told":
        """The same without what the asker said themselves."""
        body, heads = self.body, self.headers
        for value in filter(None, values):
            body = body.replace(value.encode(), b"~")
            heads = tuple((name, text.replace(value, "~")) for name, text in heads)
        return Told(self.status, heads, body, self.statements, self.work)


def difference(one: Told, other: Told) -> str:
    """In words, what tells the two apart; empty where nothing does."""
    if one.status != other.status:
        return f"status {one.status} and {other.status}: {_short(one.body)} | {_short(other.body)}"
    if one.headers != other.headers:
        return f"headers {sorted(set(one.headers) ^ set(other.headers))}"
    if one.body != other.body:
        return f"answers {_apart(one.body, other.body)}"
    if one.statements != other.statements:
        first = next(
            (pair for pair in zip(one.statements, other.statements, strict=False) if pair[0] != pair[1]),
            (
                (*one.statements[len(other.statements) :], "")[0],
                (*other.statements[len(one.statements) :], "")[0],
            ),
        )
        counts = f"{len(one.statements)} and {len(other.statements)} statements"
        return f"{counts}: {first[0][:200]} | {first[1][:200]}"
    if one.work != other.work:
        return f"plans {sorted(set(one.work) ^ set(other.work))[:2]}"
    return ""


def _short(body: bytes) -> str:
    return body[:160].decode("utf-8", "replace")


def _apart(one: bytes, other: bytes) -> str:
    at = next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    begin = max(0, at - 60)
    return f"…{_short(one[begin : at + 100])} | …{_short(other[begin : at + 100])}"


class Recorder:
    """Asks like the matrix does, each request rolled back, and writes down what could tell something."""

    def __init__(self, *, explains: bool = False) -> None:
        self.client = Client(raise_request_exception=False)
        self.explains = explains
        self.requests = self.statements = 0

    def ask(self, asked: Asked) -> Told:
        forget_figures()
        forget_tiles()
        heard: list[str] = []
        work: list[str] = []
        watch = self._watcher(heard, work)
        with transaction.atomic(), connection.execute_wrapper(watch):
            answer = self.client.generic(
                asked.request.method,
                asked.request.address,
                asked.request.content,
                content_type=asked.request.content_type,
                headers=dict(asked.headers),
                **asked.seat.headers,
            )
            body = b"".join(answer.streaming_content) if answer.streaming else answer.content
            transaction.set_rollback(True)
        self.client.cookies.clear()
        self.requests += 1
        self.statements += len(heard)
        varies = TELL_NOTHING | ({"Content-Length"} if body.startswith(b"PK") else set())
        heads = tuple(sorted((name, text) for name, text in answer.items() if name not in varies))
        return Told(answer.status_code, heads, _unpacked(body), tuple(heard), tuple(work))

    def _watcher(self, heard: list[str], work: list[str]) -> Callable[..., Any]:
        def watch(execute: Callable[..., Any], sql: Any, params: Any, many: bool, context: Any) -> Any:
            text = MADE_UP.sub("~", " ".join(str(sql).split()))
            if not LOADED_ONCE.search(text):
                heard.append(text)
            if self.explains and text[:6].lower() == "select" and "set_config" not in text and not many:
                work.append(_plan(context["cursor"], sql, params))
            return execute(sql, params, many, context)

        return watch


def _unpacked(body: bytes) -> bytes:
    """What stands in it: without what is drawn by lot, and in a workbook without the moment it was packed."""
    if not body.startswith(b"PK"):
        return DRAWN.sub(b"~", body)
    with zipfile.ZipFile(io.BytesIO(body)) as book:
        parts = [(name.encode(), book.read(name)) for name in sorted(book.namelist())]
    return MOMENT.sub(b"~", b"".join(b"\n%s\n%s" % part for part in parts))


def _plan(cursor: Any, sql: Any, params: Any) -> str:
    """Which nodes the database walked and how many rows came out of each: not how long it took.

    What is there and may not be seen is fetched and refused; those few rows are all the difference there may be.
    """
    cursor.cursor.execute(f"explain (analyze, format json, timing off, summary off, costs off) {sql}", params)
    (found,) = cursor.cursor.fetchone()
    told = json.loads(found) if isinstance(found, str) else found
    return ", ".join(_nodes(told[0]["Plan"]))


def _nodes(plan: Mapping[str, Any]) -> Iterator[str]:
    rows = "few" if plan["Actual Rows"] < FEW_ROWS else int(plan["Actual Rows"])
    yield f"{plan['Node Type']} {plan.get('Index Name') or plan.get('Relation Name', '')} {rows}"
    for below in plan.get("Plans", ()):
        if below.get("Parent Relationship") not in {"SubPlan", "InitPlan"}:
            yield from _nodes(below)


class _Clock(datetime):
    """Stands where it was put."""

    stands_at: ClassVar[datetime]

    @classmethod
    def now(cls, tz: Any = None) -> datetime:
        return cls.stands_at.astimezone(tz)


@contextmanager
def standing_clock(at: datetime) -> Iterator[None]:
    """The same moment for every request, or answers would differ by the seconds in between."""
    usual, _Clock.stands_at = clock.datetime, at
    clock.datetime = _Clock  # type: ignore[misc]
    try:
        yield
    finally:
        clock.datetime = usual  # type: ignore[misc]
