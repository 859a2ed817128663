"""The hub of the live process: every open stream, and which news goes down which. One event loop, no locks."""

import asyncio
import json
import secrets
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from uuid import UUID

from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.live.contracts import News
from jingwei.foundation.live.services.sights import hearing, needs_asking

MOST_PENDING = 200
"""News that waits for a slow reader; beyond it the reader is told to read everything anew."""
MOST_REMEMBERED = 2_000
"""News kept for those who come back after a short break."""
MOST_STREAMS_OF_A_PERSON = 12
MOST_STREAMS = 4_000

LAST_WORDS = frozenset({"signed_out", "moved", "crowded", "closing"})
"""Events after which the stream ends. ``moved``: the session works in another post now, open a new stream."""


def event(name: str, data: object, event_id: str | None = None) -> bytes:
    """One server-sent event."""
    text = json.dumps(data, separators=(",", ":"))
    head = f"id: {event_id}\n" if event_id else ""
    return f"{head}event: {name}\ndata: {text}\n\n".encode()


@dataclass(eq=False)
class Stream:
    """One open connection. What waits for it is kept by key: of several pieces of one thing the last one goes."""

    actor: Actor
    secret: str
    pending: dict[str, bytes] = field(default_factory=dict)
    wake: asyncio.Event = field(default_factory=asyncio.Event)
    is_ended: bool = False

    def put(self, key: str, message: bytes) -> None:
        if self.is_ended:
            return
        if len(self.pending) >= MOST_PENDING:
            self.pending = {"resync": event("resync", {"because": "slow"})}
        else:
            self.pending.pop(key, None)
            self.pending[key] = message
        self.wake.set()

    def end(self, last_word: str | None = None) -> None:
        """End it after what waits, with a word why."""
        if last_word is not None:
            self.put("end", event(last_word, {}))
        self.is_ended = True
        self.wake.set()

    def take(self) -> bytes:
        """Everything that waits, in order."""
        self.wake.clear()
        waiting, self.pending = self.pending, {}
        return b"".join(waiting.values())


@dataclass(frozen=True, slots=True)
class Told:
    """News that went out, for those who come back."""

    number: int
    news: News
    message: bytes


class Crowded(Exception):
    """As many streams are open as this process carries."""


class Hub:
    """News is numbered in the order it came; a number means nothing to another process, hence the epoch before it."""

    def __init__(self, ask: Callable[[list[Actor], News], "asyncio.Future[set[Actor]]"]) -> None:
        self.epoch = secrets.token_hex(4)
        self.number = 0
        self.streams: set[Stream] = set()
        self.remembered: deque[Told] = deque(maxlen=MOST_REMEMBERED)
        self.is_listening = False
        self._ask = ask
        self._by_person: dict[UUID, list[Stream]] = {}

    # --- streams ------------------------------------------------------------------------------------------

    def open(self, actor: Actor, secret: str, last_id: str | None) -> Stream:
        """A new stream: first whether nothing was missed, then what was. Raises: Crowded.

        Somebody with too many windows loses the oldest: the newest is the one before their eyes.
        """
        if len(self.streams) >= MOST_STREAMS:
            raise Crowded
        stream = Stream(actor, secret)
        if actor.person_id is not None:
            mine = self._by_person.setdefault(actor.person_id, [])
            if len(mine) >= MOST_STREAMS_OF_A_PERSON:
                mine[0].end("crowded")
                mine.pop(0)
            mine.append(stream)
        self.streams.add(stream)
        missed = self._missed(last_id) if last_id else None
        here = f"{self.epoch}-{self.number}"
        is_resumed = missed is not None
        stream.put("ready", event("ready", {"is_resumed": is_resumed}, here))
        if last_id and not is_resumed:
            stream.put("resync", event("resync", {"because": "gap"}, here))
        for told in missed or ():
            if hearing(told.news)(actor):
                stream.put(_key(told.news), told.message)
        if not self.is_listening:
            stream.put("paused", event("paused", {}))
        return stream

    def close(self, stream: Stream) -> None:
        stream.is_ended = True
        self.streams.discard(stream)
        mine = self._by_person.get(stream.actor.person_id or UUID(int=0), [])
        if stream in mine:
            mine.remove(stream)
        if not mine and stream.actor.person_id is not None:
            self._by_person.pop(stream.actor.person_id, None)

    def _missed(self, last_id: str) -> list[Told] | None:
        """What came since; None where nobody can tell any more, or where the database would have to be asked."""
        epoch, _, number = last_id.partition("-")
        if epoch != self.epoch or not number.isdigit() or int(number) > self.number:
            return None
        since = int(number)
        oldest = self.remembered[0].number if self.remembered else self.number + 1
        if since + 1 < oldest:
            return None
        missed = [told for told in self.remembered if told.number > since]
        return None if any(needs_asking(told.news) for told in missed) else missed

    # --- news ---------------------------------------------------------------------------------------------

    async def spread(self, news: News) -> None:
        """Give news to every stream whose actor may hear it, and to nobody else."""
        self.number += 1
        message = event(news.kind.value, _told(news), f"{self.epoch}-{self.number}")
        self.remembered.append(Told(self.number, news, message))
        key, may_hear = _key(news), hearing(news)
        doubtful: list[Stream] = []
        for stream in self.streams:
            if may_hear(stream.actor):
                stream.put(key, message)
            elif needs_asking(news):
                doubtful.append(stream)
        if doubtful:
            seeing = await self._ask(list({stream.actor for stream in doubtful}), news)
            for stream in doubtful:
                if stream.actor in seeing:
                    stream.put(key, message)

    def listening_again(self) -> None:
        """Nobody listened for a while: what happened then is unknown."""
        self.is_listening = True
        self.number += 1
        self.remembered.clear()
        here = f"{self.epoch}-{self.number}"
        self._all("resync", event("resync", {"because": "gap"}, here))

    def deaf(self) -> None:
        """The database cannot be heard; people are told, or they would trust an old screen."""
        if self.is_listening:
            self.is_listening = False
            self._all("paused", event("paused", {}))

    def beat(self) -> None:
        """A sign of life, as an event of its own: comments do not reach a page's script."""
        self._all("beat", event("beat", {}))

    def close_all(self) -> None:
        for stream in list(self.streams):
            stream.end("closing")

    def settle(self, stream: Stream, actor: Actor | None) -> None:
        """What came of asking again who a stream's secret belongs to."""
        if actor is None:
            stream.end("signed_out")
        elif actor != stream.actor:
            stream.end("moved")

    def _all(self, key: str, message: bytes) -> None:
        for stream in self.streams:
            stream.put(key, message)

    def open_streams(self) -> Iterable[Stream]:
        return [stream for stream in self.streams if not stream.is_ended]


def _key(news: News) -> str:
    return f"{news.kind.value}:{news.subject_id or ''}"


def _told(news: News) -> dict[str, object]:
    """What a browser gets: never the audience."""
    told: dict[str, object] = {"kind": news.kind.value}
    if news.subject_id is not None:
        told["id"] = str(news.subject_id)
    if news.version is not None:
        told["version"] = news.version
    return told
