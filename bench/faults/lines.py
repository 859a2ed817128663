"""Two lines that can be cut: between people and the web server, and between the servers and the database.

A process of its own, so that the load does not slow it. Told what to do over its standard input, one order a line:
``web cut`` (every connection ends, none begins), ``web swallow 3`` (the next three answers to a change are lost in
their middle: done, and nobody learns of it), ``database swallow 2`` (the same for the answer to COMMIT), ``web open``.
"""

import asyncio
import sys
from contextlib import suppress
from dataclasses import dataclass, field

COMMITTED = b"COMMIT\x00"
CHANGES = (b"POST ", b"PUT ", b"PATCH ", b"DELETE ")
KEPT_OF_AN_ANSWER = 24
PIECE = 65_536


@dataclass
class Line:
    """One line. ``swallows`` counts how many answers are still to be lost."""

    is_web: bool
    target_host: str
    target_port: int
    is_cut: bool = False
    swallows: int = 0
    swallowed: int = 0
    open_now: set[asyncio.StreamWriter] = field(default_factory=set)

    async def carry(self, near_in: asyncio.StreamReader, near_out: asyncio.StreamWriter) -> None:
        """One connection from its beginning to its end."""
        if self.is_cut:
            near_out.transport.abort()
            return
        try:
            far_in, far_out = await asyncio.open_connection(self.target_host, self.target_port)
        except OSError:
            near_out.transport.abort()
            return
        ends = {near_out, far_out}
        self.open_now |= ends
        asked: list[bytes] = [b""]
        both = [
            asyncio.create_task(self._there(near_in, far_out, asked)),
            asyncio.create_task(self._back(far_in, near_out, asked)),
        ]
        try:
            await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for one in both:
                one.cancel()
            self.open_now -= ends
            for end in ends:
                end.transport.abort()

    async def _there(
        self, source: asyncio.StreamReader, target: asyncio.StreamWriter, asked: list[bytes]
    ) -> None:
        with suppress(OSError):
            while data := await source.read(PIECE):
                if self.is_web and data.split(b" ", 1)[0].isupper():
                    asked[0] = data[:8]
                target.write(data)
                await target.drain()

    async def _back(
        self, source: asyncio.StreamReader, target: asyncio.StreamWriter, asked: list[bytes]
    ) -> None:
        with suppress(OSError):
            while data := await source.read(PIECE):
                if self.swallows and self._tells_of_a_change(data, asked[0]):
                    self.swallows -= 1
                    self.swallowed += 1
                    print(f"swallowed {'web' if self.is_web else 'database'}", flush=True)
                    if self.is_web:
                        target.write(data[:KEPT_OF_AN_ANSWER])
                        await target.drain()
                    return
                target.write(data)
                await target.drain()

    def _tells_of_a_change(self, data: bytes, asked: bytes) -> bool:
        if self.is_web:
            return asked.startswith(CHANGES) and data.startswith(b"HTTP/1.1 2")
        return COMMITTED in data

    def cut(self) -> None:
        """End every connection, and let none begin."""
        self.is_cut = True
        for end in list(self.open_now):
            end.transport.abort()

    def obey(self, order: str, count: str) -> None:
        """Do what one line of the standard input says."""
        if order == "cut":
            self.cut()
        elif order == "swallow":
            self.swallows = int(count)
        elif order == "open":
            self.is_cut, self.swallows = False, 0
        elif order != "hear":
            raise ValueError(f"no such order: {order}")


async def serve(web: tuple[int, int], database: tuple[int, int]) -> None:
    """Carry both lines, each from its own port to that of the server, until the standard input ends."""
    lines = {"web": Line(True, "127.0.0.1", web[1]), "database": Line(False, "127.0.0.1", database[1])}
    for name, (near, _) in {"web": web, "database": database}.items():
        await asyncio.start_server(lines[name].carry, "127.0.0.1", near)
    orders = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(
        lambda: asyncio.StreamReaderProtocol(orders), sys.stdin
    )
    print("ready", flush=True)
    while line := await orders.readline():
        name, order, *count = line.decode().split()
        lines[name].obey(order, *(count or ["0"]))
        print(f"obeyed {name} {order}", flush=True)


if __name__ == "__main__":
    ports = [int(word) for word in sys.argv[1:5]]
    asyncio.run(serve((ports[0], ports[1]), (ports[2], ports[3])))
