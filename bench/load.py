"""A light HTTP load: one keep-alive connection a client, requests made beforehand, bounded in count."""

import asyncio
import time
from dataclasses import dataclass


@dataclass(frozen=True)
class Outcome:
    """What a run of requests came to. Times in seconds."""

    seconds: float
    times: list[float]
    statuses: dict[int, int]

    @property
    def rate(self) -> float:
        """Requests a second."""
        return len(self.times) / self.seconds

    def percentile(self, share: float) -> float:
        """The time below which a share of the requests stayed."""
        ordered = sorted(self.times)
        return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def request_bytes(method: str, path: str, *, token: str | None = None, body: bytes = b"") -> bytes:
    """An HTTP/1.1 request ready to be sent."""
    head = [f"{method} {path} HTTP/1.1", "Host: localhost", f"Content-Length: {len(body)}"]
    if token:
        head.append(f"Authorization: Bearer {token}")
    if body:
        head.append("Content-Type: application/json")
    return "\r\n".join(head).encode() + b"\r\n\r\n" + body


def drive(port: int, requests: list[bytes], *, clients: int) -> Outcome:
    """Send every request once, ``clients`` at a time."""
    return asyncio.run(_drive(port, requests, clients))


async def _drive(port: int, requests: list[bytes], clients: int) -> Outcome:
    waiting = iter(requests)
    times: list[float] = []
    statuses: dict[int, int] = {}

    async def client() -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        for request in waiting:
            began = time.perf_counter()
            writer.write(request)
            head = await reader.readuntil(b"\r\n\r\n")
            status = int(head[9:12])
            length = int(head.lower().split(b"content-length:")[1].split(b"\r\n")[0])
            await reader.readexactly(length)
            times.append(time.perf_counter() - began)
            statuses[status] = statuses.get(status, 0) + 1
        writer.close()

    began = time.perf_counter()
    await asyncio.gather(*(client() for _ in range(clients)))
    return Outcome(time.perf_counter() - began, times, statuses)
