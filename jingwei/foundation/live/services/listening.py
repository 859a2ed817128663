"""Listening to the database, and asking it: who a secret belongs to, and what somebody sees."""

import asyncio
import contextlib
import logging
import os
import random
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

import psycopg
from django.conf import settings
from django.db import DatabaseError, InterfaceError, close_old_connections, connection

from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.access.queries import actor_of_token
from jingwei.foundation.live.contracts import News
from jingwei.foundation.live.rules import BEAT_EVERY, CHANNEL, read
from jingwei.foundation.live.services.hub import Hub
from jingwei.foundation.live.services.sights import sees_when_asked
from jingwei.kernel.clock import now

log = logging.getLogger(__name__)
T = TypeVar("T")

LOOK_AGAIN_S = 15
"""How often every stream's session is looked up again: an ended one is out within that, and a minute is promised."""
LONGEST_PAUSE_S = 5.0
SILENCE_S = 20
"""After so long without news the connection is tried: a dead one gives no sign by itself."""


class Newsroom:
    """One connection that listens, one thread that asks, and the hub between them and the streams."""

    def __init__(self) -> None:
        self.hub = Hub(self._ask)
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="live-database")
        self._tasks: list[asyncio.Task[None]] = []

    def start(self) -> None:
        for work in (self._listen, self._look_again, self._beat):
            task = asyncio.get_running_loop().create_task(work())
            task.add_done_callback(_end_loudly)
            self._tasks.append(task)

    async def stop(self) -> None:
        self.hub.close_all()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._in_thread(lambda: connection.close())  # the thread's own connection, not ours
        self._thread.shutdown(wait=False)

    async def actor_of(self, secret: str) -> Actor | None:
        """Who a session or token belongs to. Raises: DatabaseError while the database is away."""
        return await self._in_thread(lambda: actor_of_token(secret, at=now()))

    # --- listening ----------------------------------------------------------------------------------------

    async def _listen(self) -> None:
        pause = 0.2
        while True:
            try:
                async with await _listener() as listening:
                    await listening.execute(f"listen {CHANNEL}")
                    self.hub.listening_again()
                    pause = 0.2
                    await self._hear(listening)
            except (psycopg.Error, OSError) as lost:
                self.hub.deaf()
                log.warning("The live process lost the database: %s", type(lost).__name__)
            await asyncio.sleep(pause * random.uniform(0.5, 1.0))
            pause = min(LONGEST_PAUSE_S, pause * 2)

    async def _hear(self, listening: "psycopg.AsyncConnection[Any]") -> None:
        while True:
            async for told in listening.notifies(timeout=SILENCE_S):
                try:
                    news = read(told.payload)
                except (ValueError, KeyError, TypeError):
                    log.error("A live payload could not be read; %d bytes", len(told.payload))
                    continue
                await self.hub.spread(news)
            await listening.execute("select 1")

    # --- keeping up ---------------------------------------------------------------------------------------

    async def _beat(self) -> None:
        while True:
            await asyncio.sleep(BEAT_EVERY.total_seconds())
            self.hub.beat()

    async def _look_again(self) -> None:
        while True:
            await asyncio.sleep(LOOK_AGAIN_S)
            with contextlib.suppress(DatabaseError, InterfaceError):  # away: nobody is signed out by that
                await self._look_at_all()

    async def _look_at_all(self) -> None:
        secrets = list({stream.secret for stream in self.hub.open_streams()})
        for start in range(
            0, len(secrets), 50
        ):  # in pieces: who connects meanwhile need not wait for all of them
            part = secrets[start : start + 50]
            known = await self._in_thread(lambda part=part: _actors(part))
            for stream in self.hub.open_streams():
                if stream.secret in known:
                    self.hub.settle(stream, known[stream.secret])

    # --- asking -------------------------------------------------------------------------------------------

    async def _ask(self, actors: Sequence[Actor], news: News) -> set[Actor]:
        """Those who see it, by the database; nobody while it cannot be asked."""
        try:
            return await self._in_thread(lambda: {one for one in actors if sees_when_asked(one, news)})
        except (DatabaseError, InterfaceError):
            return set()

    async def _in_thread(self, work: Callable[[], T]) -> T:
        def with_fresh_connection() -> T:
            close_old_connections()
            return work()

        return await asyncio.get_running_loop().run_in_executor(self._thread, with_fresh_connection)


def _end_loudly(task: "asyncio.Task[None]") -> None:
    """A process that beats but hears no more would be believed: it ends instead, and is started again."""
    if not task.cancelled() and task.exception() is not None:
        log.critical("The live process fails and ends", exc_info=task.exception())
        os._exit(os.EX_SOFTWARE)


def _actors(secrets: Sequence[str]) -> dict[str, Actor | None]:
    at = now()
    return {secret: actor_of_token(secret, at=at) for secret in secrets}


async def _listener() -> "psycopg.AsyncConnection[Any]":
    """A connection of its own, straight to the server: a pooler in transaction mode passes no notifications on."""
    database = settings.DATABASES["default"]
    return await psycopg.AsyncConnection.connect(
        host=database["HOST"],
        port=database["PORT"],
        dbname=database["NAME"],
        user=database["USER"],
        password=database["PASSWORD"],
        autocommit=True,
        connect_timeout=5,
        application_name="jingwei live",
        keepalives_idle=10,
        keepalives_interval=5,
        keepalives_count=3,
    )
