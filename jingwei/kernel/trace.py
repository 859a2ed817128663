"""One number for everything a click sets off: request, statements, jobs, messages and their lines in the log.

The browser makes it, people read it out over the telephone (编号), and it says nothing about anybody.
"""

import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # no i, l, o, u: they are misread
LENGTH = 12
SHAPE = re.compile(rf"(?=.*[a-z])[{ALPHABET}]{{{LENGTH}}}", re.ASCII)
HEADER = "X-Request-Id"
JOB_KEY = "_trace"
"""Under which a job carries it among its arguments; the database writes it there, the worker takes it out."""

_trace: ContextVar[str] = ContextVar("jw_trace", default="")


def new_trace() -> str:
    """Sixty random bits, twelve characters."""
    while True:
        made = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
        if SHAPE.fullmatch(made):  # digits alone could be taken for somebody's number
            return made


def trace_of(given: str | None) -> str:
    """What somebody sent along, if it has the shape; else a new one. Whatever else was sent is not repeated."""
    return given if given and SHAPE.fullmatch(given) else new_trace()


def present_trace() -> str:
    """The number of what is being done; empty outside requests and jobs."""
    return _trace.get()


@contextmanager
def traced(number: str) -> Iterator[None]:
    """Do something under a number."""
    token = _trace.set(number)
    try:
        yield
    finally:
        _trace.reset(token)
