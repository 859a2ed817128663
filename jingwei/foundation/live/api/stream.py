"""The stream of server-sent events: an ASGI application of its own, because each reader stays for hours."""

import asyncio
import contextlib
import json
from collections.abc import Awaitable, Callable
from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import parse_qs, urlsplit

from django.conf import settings
from django.db import DatabaseError, InterfaceError
from django.http.request import split_domain_port, validate_host

from jingwei.foundation.live.services.hub import Crowded, Hub, Stream, event
from jingwei.foundation.live.services.listening import Newsroom

Message = dict[str, Any]
Send = Callable[[Message], Awaitable[None]]
Receive = Callable[[], Awaitable[Message]]

RETRY_MS = 2_000
SLOWEST_WRITE_S = 30
STREAM_HEADERS = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"private, no-store"),
    (b"x-accel-buffering", b"no"),  # a proxy that collects would make live news old
]
GUARDED = [
    (b"x-content-type-options", b"nosniff"),
    (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'"),
    (b"cross-origin-resource-policy", b"same-site"),
    (b"referrer-policy", b"same-origin"),
    (b"x-frame-options", b"DENY"),
]
"""As on every answer of the web process (`jingwei/config/guard.py`)."""
STREAM_HEADERS += GUARDED
REFUSALS = {
    401: ("sign_in_needed", "请先登录。", "Please sign in first.", "sign_in"),
    403: ("cross_site", "请求来自其他网站，已拒绝。", "The request came from another site.", "sign_in"),
    404: ("not_found", "没有这个地址。", "No such address.", "check_number"),
    405: ("bad_method", "这里只能读取。", "Only reading is possible here.", "correct"),
    503: (
        "busy",
        "实时消息暂时不可用，请稍后重连。",
        "Live news is not available now; come back later.",
        "wait",
    ),
}


class LiveApplication:
    """``GET /live/events`` and ``GET /live/healthz``; nothing else."""

    def __init__(self) -> None:
        self.newsroom: Newsroom | None = None

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._live(receive, send)
        elif scope["type"] == "http":
            await self._answer(scope, receive, send)

    async def _live(self, receive: Receive, send: Send) -> None:
        while True:
            told = await receive()
            if told["type"] == "lifespan.startup":
                self.newsroom = Newsroom()
                self.newsroom.start()
                await send({"type": "lifespan.startup.complete"})
            else:
                if self.newsroom is not None:
                    await self.newsroom.stop()
                await send({"type": "lifespan.shutdown.complete"})
                return

    async def _answer(self, scope: Message, receive: Receive, send: Send) -> None:
        assert self.newsroom is not None
        headers = {
            name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]
        }
        allowed = cors_headers(headers)
        if scope["path"] == "/live/healthz":
            await _say_health(self.newsroom.hub, send)
        elif scope["path"] != "/live/events":
            await _refuse(send, 404)
        elif scope["method"] != "GET":
            await _refuse(send, 405)
        elif not is_own_page(headers):
            await _refuse(send, 403)
        else:
            await self._open(scope, headers, allowed, receive, send)

    async def _open(
        self,
        scope: Message,
        headers: dict[str, str],
        allowed: list[tuple[bytes, bytes]],
        receive: Receive,
        send: Send,
    ) -> None:
        assert self.newsroom is not None
        secret, hub = secret_of(headers), self.newsroom.hub
        try:
            actor = await self.newsroom.actor_of(secret) if secret else None
            if secret is None or actor is None:
                await _turn_away(headers, allowed, send)
                return
            stream = hub.open(actor, secret, last_id_of(scope, headers))
        except (DatabaseError, InterfaceError, Crowded):
            await _refuse(send, 503, allowed)
            return
        leaving = asyncio.ensure_future(_end_when_gone(stream, receive))
        try:
            await send({"type": "http.response.start", "status": 200, "headers": STREAM_HEADERS + allowed})
            await _pour(stream, send)
        finally:
            hub.close(stream)
            leaving.cancel()


async def _pour(stream: Stream, send: Send) -> None:
    """Send what comes until the stream ends; a reader that takes nothing for long is let go."""
    await send(_part(f"retry: {RETRY_MS}\n\n".encode()))
    with contextlib.suppress(TimeoutError):
        while True:
            await stream.wake.wait()
            is_ended, waiting = stream.is_ended, stream.take()
            if waiting:
                async with asyncio.timeout(SLOWEST_WRITE_S):
                    await send(_part(waiting))
            if is_ended:
                break
    await send(_part(b"", is_last=True))


async def _end_when_gone(stream: Stream, receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
    stream.end()


def secret_of(headers: dict[str, str]) -> str | None:
    """The session or token secret: from the Authorization header, else from the platform's own cookie."""
    scheme, _, secret = headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer" and secret.strip():
        return secret.strip()
    try:
        cookie = SimpleCookie(headers.get("cookie", "")).get(settings.SESSION_COOKIE)
    except CookieError:
        return None
    return cookie.value or None if cookie else None


def is_own_page(headers: dict[str, str]) -> bool:
    """Whether a page of ours asks, or a program. Cookies travel by themselves, so another site's page is refused."""
    origin = headers.get("origin")
    if origin is not None:
        return origin in settings.WEB_ORIGINS or _is_ours(urlsplit(origin).netloc, headers.get("host", ""))
    return headers.get("sec-fetch-site", "none") in {"same-origin", "none"}


def _is_ours(origin: str, host: str) -> bool:
    """The page's own address is the one that was asked, and one of those this installation answers to."""
    return origin == host and validate_host(split_domain_port(host)[0], settings.ALLOWED_HOSTS)


def cors_headers(headers: dict[str, str]) -> list[tuple[bytes, bytes]]:
    """Leave for exactly the platform's own pages to read the answer, where they stand at another port."""
    origin = headers.get("origin", "")
    if origin not in settings.WEB_ORIGINS:
        return [(b"vary", b"Origin")]
    return [
        (b"vary", b"Origin"),
        (b"access-control-allow-origin", origin.encode("latin-1")),
        (b"access-control-allow-credentials", b"true"),
    ]


def last_id_of(scope: Message, headers: dict[str, str]) -> str | None:
    """The last event the reader knows: the browser's own header, or the address of a page that reconnects itself."""
    asked = parse_qs(scope["query_string"].decode("latin-1")).get("last", [""])[0]
    return (headers.get("last-event-id") or asked)[:40] or None


async def _turn_away(headers: dict[str, str], allowed: list[tuple[bytes, bytes]], send: Send) -> None:
    """A page's EventSource cannot read a status; it gets its answer as an event."""
    if "text/event-stream" not in headers.get("accept", "") or "authorization" in headers:
        await _refuse(send, 401, allowed)
        return
    await send({"type": "http.response.start", "status": 200, "headers": STREAM_HEADERS + allowed})
    await send(_part(event("signed_out", {}), is_last=True))


async def _say_health(hub: Hub, send: Send) -> None:
    words = {"status": "ok" if hub.is_listening else "deaf", "streams": len(hub.streams)}
    await _say(send, 200 if hub.is_listening else 503, words, [])


async def _refuse(send: Send, status: int, allowed: list[tuple[bytes, bytes]] | None = None) -> None:
    code, zh, en, next_step = REFUSALS[status]
    body = {"code": code, "message": zh, "message_en": en, "data": {}, "next": next_step}
    await _say(send, status, body, allowed or [])


async def _say(send: Send, status: int, body: Message, more: list[tuple[bytes, bytes]]) -> None:
    text = json.dumps(body, ensure_ascii=False).encode()
    headers = [(b"content-type", b"application/json"), (b"cache-control", b"no-store"), *GUARDED, *more]
    headers.append((b"content-length", str(len(text)).encode()))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send(_part(text, is_last=True))


def _part(body: bytes, *, is_last: bool = False) -> Message:
    return {"type": "http.response.body", "body": body, "more_body": not is_last}
