"""One request or job: what it has learnt of the marks counts until its end."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Look:
    """The marks as they stood at a moment of the process's own clock."""

    at: float
    marks: Mapping[str, UUID]


@dataclass(slots=True)
class Errand:
    """What one request or job has seen of the marks; nothing yet at its beginning."""

    look: Look | None = None


_errand: ContextVar[Errand | None] = ContextVar("jw_errand", default=None)


def present_errand() -> Errand | None:
    """The request or job that runs here; none in commands and in threads of the program's own."""
    return _errand.get()


@contextmanager
def errand() -> Iterator[Errand]:
    """Do something as one request or job: it looks at the marks anew, once."""
    begun = Errand()
    token = _errand.set(begun)
    try:
        yield begun
    finally:
        _errand.reset(token)
