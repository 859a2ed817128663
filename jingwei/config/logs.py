"""Lines of the log: JSON, one a line, each with the number of the request, and nothing of anybody.

The formatter lets in, it does not strike out: what is not known to be harmless is not written. A message's own words
come from our source; values are written only where they cannot be about somebody (numbers that count, ids, names of
things in the source). What a database, a parser or a library says about a failure quotes values, so of an exception
stand its kind, its code and the places in the source, never its text. Source: ADR 38.
"""

import json
import logging
import re
import traceback
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from enum import Enum
from pathlib import Path
from types import TracebackType
from typing import Any
from uuid import UUID

from jingwei.kernel.errors import DomainError
from jingwei.kernel.trace import JOB_KEY, SHAPE, present_trace

ROOT = Path(__file__).resolve().parents[2]
OUR_LOGGERS = ("jingwei", "tools")
CODE_IN_ADDRESS = re.compile(r"(/(?:track|uploads)/)[^/\s?\"']+")
IDENTIFIER = re.compile(r"[A-Za-z_][A-Za-z0-9_.:<>{}/-]{0,119}", re.ASCII)
"""What names a thing in the source: a code, a route, a class. Not a word that somebody typed."""
LONG_NUMBER = re.compile(r"\d{5,}")
ID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}", re.ASCII)
STRANGE = re.compile(r"[^\x00-\x7f]+|\d{5,}|[A-Za-z0-9_\-]{24,}|\bhttps?://\S+")
"""In what others say: anything but plain letters, long numbers, secrets, addresses."""
QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"|\([^()]*=[^()]*\)|\{[^{}]*\}|\[[^\[\]]*\]")
HIDDEN = "…"
SAFE_TEXTS = (AttributeError, NameError, ImportError, RecursionError)
"""Whose text names only things of the source."""
MOST_FRAMES = 12
LONGEST_MESSAGE = 300


class JsonLines(logging.Formatter):
    """Writes a record as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        return json.dumps(dict(line_of(record)), ensure_ascii=False, separators=(",", ":"))


def line_of(record: logging.LogRecord) -> Iterator[tuple[str, object]]:
    """The parts of a record that may be written, in order."""
    job = getattr(record, "job", None)
    yield "at", datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
    yield "level", record.levelname.lower()
    yield "logger", record.name
    yield "event", _event(record)
    number = present_trace() or _trace_of_job(job)
    if number:
        yield "trace", number
    yield "process", record.process
    yield from _facts(record)
    if isinstance(job, Mapping):
        yield from _job_facts(record, job)
    error = record.exc_info[1] if record.exc_info else None
    if error is not None:
        yield "error", dict(error_of(error))


MOST_CAUSES = 5
"""A lost connection's exceptions may name each other as cause, round and round."""


def error_of(error: BaseException, *, causes: int = MOST_CAUSES) -> Iterator[tuple[str, object]]:
    """An exception without its text: which kind, which code, where; of the database, which rule and never which value."""
    kind = type(error)
    yield "kind", f"{kind.__module__}.{kind.__qualname__}".removeprefix("builtins.")
    if isinstance(error, DomainError):
        yield "code", error.code
    if isinstance(error, SAFE_TEXTS):
        yield "text", _scrubbed(str(error))
    diag = getattr(error, "diag", None) or getattr(error.__cause__, "diag", None)
    for name in ("sqlstate", "constraint_name", "table_name", "column_name"):
        value = getattr(diag, name, None)
        if value:
            yield name, value
    yield "where", _frames(error.__traceback__)
    below = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if below is not None and causes:
        yield "because", dict(error_of(below, causes=causes - 1))


def harmless(value: object) -> object:
    """A value as it may be written: counts, ids, moments, names of things in the source; anything else is hidden."""
    if value is None or isinstance(value, bool | float | date | datetime):
        return value.isoformat() if isinstance(value, date | datetime) else value
    if isinstance(value, int):
        return value if abs(value) < 10**10 else HIDDEN  # eleven digits are a telephone
    if isinstance(value, UUID):
        return str(value)
    text = str(value.value) if isinstance(value, Enum) else value
    if isinstance(text, str) and (ID.fullmatch(text) or SHAPE.fullmatch(text)):
        return text
    if isinstance(text, str) and IDENTIFIER.fullmatch(text) and not LONG_NUMBER.search(text):
        return text
    return HIDDEN


def _event(record: logging.LogRecord) -> str:
    """What happened. Of ours the sentence as it stands in the source, its places filled with what is harmless."""
    template = str(record.msg)
    if record.name.partition(".")[0] in OUR_LOGGERS:
        return _filled(template, record.args)
    if hasattr(record, "job") or hasattr(record, "action"):  # the queue's sentences quote a job's arguments
        return str(harmless(getattr(record, "action", None) or "job"))
    if record.name.startswith("django.request"):  # its sentence repeats the address
        return "request failed" if getattr(record, "status_code", 0) >= 500 else "request refused"
    if record.name.startswith("django.db"):  # statements carry their values
        return HIDDEN
    return _scrubbed(_filled(template, record.args))


def _filled(template: str, args: Any) -> str:
    if not args:
        return template[:LONGEST_MESSAGE]
    given = args if isinstance(args, tuple) else (args,)
    if len(given) == 1 and isinstance(given[0], Mapping):
        filled: Any = {key: harmless(value) for key, value in given[0].items()}
    else:
        filled = tuple(harmless(value) for value in given)
    try:
        return (re.sub(r"%[-#0 +.\d]*[diouxXeEfFgG]", "%s", template) % filled)[:LONGEST_MESSAGE]
    except (TypeError, ValueError, KeyError):
        return template[:LONGEST_MESSAGE]


def _scrubbed(text: str) -> str:
    """Somebody else's sentence without what it quotes."""
    without = CODE_IN_ADDRESS.sub(r"\1" + HIDDEN, text)
    return STRANGE.sub(HIDDEN, QUOTED.sub(HIDDEN, without))[:LONGEST_MESSAGE]


def _facts(record: logging.LogRecord) -> Iterator[tuple[str, object]]:
    """What was given along as ``extra={"facts": …}``, and where a refused request was going."""
    facts = getattr(record, "facts", None)
    if isinstance(facts, Mapping):
        for name, value in facts.items():
            yield str(harmless(name)), harmless(value)
        return
    request = getattr(record, "request", None)
    if request is not None and record.name.startswith("django"):
        yield "method", harmless(getattr(request, "method", None))
        yield "route", route_of(request)
    if isinstance(status := getattr(record, "status_code", None), int):
        yield "status", status


def route_of(request: Any) -> str:
    """The address as it stands in the table of addresses, never as it was typed."""
    match = getattr(request, "resolver_match", None)
    return str(match.route) if match is not None else "unknown"


def _job_facts(record: logging.LogRecord, job: Mapping[str, Any]) -> Iterator[tuple[str, object]]:
    for name, key in (("job", "id"), ("task", "task_name"), ("attempt", "attempts")):
        if job.get(key) is not None:
            yield name, harmless(job[key])
    duration = getattr(record, "duration", None)
    if isinstance(duration, int | float):
        yield "ms", round(duration * 1000)


def _trace_of_job(job: object) -> str:
    given = job.get("task_kwargs") if isinstance(job, Mapping) else None
    number = given.get(JOB_KEY) if isinstance(given, Mapping) else None
    return number if isinstance(number, str) and SHAPE.fullmatch(number) else ""


def _frames(trail: TracebackType | None) -> list[str]:
    """The last places on the way to the failure: file, line, function; no line of source, no values."""
    frames = traceback.extract_tb(trail, limit=-MOST_FRAMES)
    return [f"{_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]


def _short(filename: str) -> str:
    return filename.removeprefix(f"{ROOT}/").rpartition("site-packages/")[2]
