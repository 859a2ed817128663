"""The one way out: whatever the house asks of other systems goes through here, and nowhere else.

Where to is decided by `jingwei/kernel/outward.py`: https, outside, or an origin the operator has listed
(`JINGWEI_INSIDE_ORIGINS`). The name is looked up once, every address it leads to is checked, and the connection goes
to exactly that address, so a name that changes its mind (rebinding) leads nowhere else. Redirects are not followed:
they would carry secrets to wherever they point. The time allowed is for all of it, the size for the whole answer.
"""

import io
import json
import socket
import ssl
import threading
import time
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from http.client import HTTPConnection, HTTPException, HTTPResponse
from typing import Any
from urllib.parse import urlencode, urlsplit

from django.conf import settings

from jingwei.kernel.outward import (
    Place,
    origins_of,
    place_of,
    require_address,
    require_askable,
    require_named,
)
from jingwei.kernel.sockets import Answered, Asked, Call, OutsideDown, PassKeep

PATIENCE_SECONDS = 5.0
LONGEST_ANSWER_BYTES = 256 * 1024
Resolve = Callable[[str, int], list[str]]


def addresses_of(host: str, port: int) -> list[str]:
    """What a name leads to, in the order the system prefers. Raises: OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(one[4][0]) for one in found))


@dataclass(frozen=True, slots=True)
class Way:
    """A way out with its limits. ``inside`` are the listed origins that may be reached in the own network."""

    inside: frozenset[str] = frozenset()
    seconds: float = PATIENCE_SECONDS
    most_bytes: int = LONGEST_ANSWER_BYTES
    proxy: str = ""
    resolve: Resolve = field(default=addresses_of, repr=False)

    def __call__(self, asked: Asked) -> Answered:
        """Carry a request over. Raises: OutsideDown, OutwardRefused."""
        ends = time.monotonic() + self.seconds
        place = place_of(asked.url)
        require_askable(place, self.inside)
        try:
            return self._exchanged(place, asked, ends)
        except OutsideDown:
            raise
        except TimeoutError:
            raise OutsideDown(reason="timeout") from None
        except ssl.SSLError as fault:
            reason = getattr(fault, "verify_message", "") or fault.reason or "unknown"
            raise OutsideDown(reason=f"TLS: {reason}") from None
        except (HTTPException, OSError, ValueError):
            raise OutsideDown(reason="no connection") from None

    def _exchanged(self, place: Place, asked: Asked, ends: float) -> Answered:
        line = self._connected(place, ends)
        connection = HTTPConnection(place.host, place.port)
        connection.sock = line
        try:
            headers = {
                "Host": place.host_header,
                "Accept": asked.accept,
                "Accept-Encoding": "identity",
                "User-Agent": "jingwei",
                "Connection": "close",
            }
            if asked.body:
                headers["Content-Type"] = asked.content_type
            headers |= dict(asked.headers)
            connection.request(asked.method, place.target, asked.body or None, headers)
            with connection.getresponse() as answer:
                return Answered(
                    int(answer.status), self._read(answer), answer.headers.get_content_type().lower()
                )
        finally:
            line.shut()

    def _read(self, answer: HTTPResponse) -> bytes:
        content = answer.read(self.most_bytes + 1)
        if len(content) > self.most_bytes:
            raise OutsideDown(reason="answer too long")
        if answer.length:
            raise OutsideDown(reason="broken off")
        return content

    def _connected(self, place: Place, ends: float) -> "_Line":
        if self.proxy and place.origin not in self.inside:
            plain = _through_proxy(self.proxy, place, ends)
        else:
            plain = _directly(place, self.inside, self.resolve, ends)
        if place.scheme == "http":
            return _Line(plain, ends)
        try:
            plain.settimeout(_left(ends))
            return _Line(_tls().wrap_socket(plain, server_hostname=place.host), ends)
        except BaseException:
            plain.close()
            raise


class _Line:
    """A socket whose every wait ends with the time allowed for the whole: who answers drop by drop is cut off."""

    def __init__(self, plain: socket.socket, ends: float) -> None:
        self.plain = plain
        self.ends = ends

    def sendall(self, content: Any) -> None:
        self.plain.settimeout(_left(self.ends))
        self.plain.sendall(content)

    def makefile(self, mode: str = "rb", *given: Any, **named: Any) -> io.BufferedReader:
        return io.BufferedReader(_Drops(self))

    def close(self) -> None:
        """Told as soon as the answer's head is read; what follows still has to be read from here."""

    def shut(self) -> None:
        self.plain.close()


class _Drops(io.RawIOBase):
    """What arrives on a line."""

    def __init__(self, line: _Line) -> None:
        self.line = line

    def readable(self) -> bool:
        return True

    def readinto(self, target: Any) -> int:
        self.line.plain.settimeout(_left(self.line.ends))
        return self.line.plain.recv_into(target)


def _left(ends: float) -> float:
    left = ends - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


def _directly(place: Place, inside: Collection[str], resolve: Resolve, ends: float) -> socket.socket:
    """A connection to an address that was checked. All the name's addresses must be fine: a mixture is a trick."""
    addresses = _looked_up(place, resolve, ends)
    for address in addresses:
        require_address(place, address, inside)
    fault: OSError = OSError("no address")
    for address in addresses:
        try:
            return socket.create_connection((address, place.port), timeout=_left(ends))
        except TimeoutError:
            raise
        except OSError as failed:
            fault = failed
    raise fault


def _looked_up(place: Place, resolve: Resolve, ends: float) -> list[str]:
    """The system's look-up knows no time limit of ours, so it is waited for only so long."""
    found: list[str] = []

    def look() -> None:
        try:
            found.extend(resolve(place.host, place.port))
        except OSError:
            return

    looking = threading.Thread(target=look, daemon=True)
    looking.start()
    looking.join(_left(ends))
    if looking.is_alive():
        raise TimeoutError
    if not found:
        raise OutsideDown(reason="no such name")
    return found


def _through_proxy(proxy: str, place: Place, ends: float) -> socket.socket:
    """A tunnel through the operator's forward proxy, which looks the name up itself."""
    require_named(place)
    there = urlsplit(proxy)
    plain = socket.create_connection((there.hostname or "", there.port or 3128), timeout=_left(ends))
    try:
        plain.sendall(
            f"CONNECT {place.host}:{place.port} HTTP/1.1\r\nHost: {place.host}:{place.port}\r\n\r\n".encode()
        )
        # Not a byte further than the head: what follows belongs to TLS.
        head = b""
        while not head.endswith(b"\r\n\r\n") and len(head) < 8192:
            plain.settimeout(_left(ends))
            drop = plain.recv(1)
            if not drop:
                break
            head += drop
        if head.split(b" ", 2)[1:2] != [b"200"]:
            raise OutsideDown(reason="proxy refused")
    except BaseException:
        plain.close()
        raise
    return plain


@cache
def _tls() -> ssl.SSLContext:
    """The system's certificates, or those that ``SSL_CERT_FILE`` names."""
    context = ssl.create_default_context()
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


def over_http(asked: Asked) -> Answered:
    """The usual way out, as this installation's settings allow it. Raises: OutsideDown, OutwardRefused."""
    return way_out()(asked)


def way_out(*, seconds: float | None = None, most_bytes: int = LONGEST_ANSWER_BYTES) -> Way:
    """A way with other limits than the usual; where it may lead is the settings' business all the same."""
    return Way(
        inside=origins_of(settings.INSIDE_ORIGINS),
        seconds=PATIENCE_SECONDS if seconds is None else seconds,
        most_bytes=most_bytes,
        proxy=settings.OUTWARD_PROXY,
    )


def way_to(origin: str, *, seconds: float = PATIENCE_SECONDS) -> Way:
    """A way to one place that a developer typed (demonstrations, fakes), on whatever network it stands."""
    return Way(inside=origins_of([origin]), seconds=seconds)


def ask_json(
    call: Call,
    method: str,
    url: str,
    *,
    query: Mapping[str, str] | None = None,
    body: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """Ask, and read the answer as a JSON object. Raises: OutsideDown, also for answers that are none."""
    address = f"{url}?{urlencode(query)}" if query else url
    sent = json.dumps(body, ensure_ascii=False).encode() if body is not None else b""
    answer = call(Asked(method, address, sent))
    return json_of(answer)


def json_of(answer: Answered) -> dict[str, Any]:
    """Raises: OutsideDown."""
    if answer.status != 200:
        raise OutsideDown(reason=f"status {answer.status}")
    try:
        found = json.loads(answer.body)
    except ValueError:
        raise OutsideDown(reason="no JSON") from None
    if not isinstance(found, dict):
        raise OutsideDown(reason="no JSON object")
    return found


RENEWED_BEFORE = timedelta(minutes=5)


def lent(keep: PassKeep, name: str, fetch: Callable[[], tuple[str, int]], *, at: datetime) -> str:
    """A pass that is good still, or a new one; ``fetch`` gives it with the seconds it lasts."""
    kept = keep.get(name, at=at)
    if kept is not None:
        return kept
    value, lasts_seconds = fetch()
    keep.put(
        name, value, until=at + max(timedelta(seconds=lasts_seconds) - RENEWED_BEFORE, timedelta(minutes=1))
    )
    return value


def ask_with_pass(
    keep: PassKeep,
    name: str,
    fetch: Callable[[], tuple[str, int]],
    ask: Callable[[str], dict[str, Any]],
    *,
    is_stale: Callable[[dict[str, Any]], bool],
    at: datetime,
) -> dict[str, Any]:
    """Ask with a pass. One that is not accepted any more (somebody else renewed it) is replaced, once."""
    answer = ask(lent(keep, name, fetch, at=at))
    if not is_stale(answer):
        return answer
    keep.drop(name)
    return ask(lent(keep, name, fetch, at=at))
