"""The one way out: integrations ask other systems over HTTP here, so that time and size are limited in one place."""

import json
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from http.client import HTTPException, HTTPResponse, IncompleteRead
from typing import Any
from urllib.parse import urlencode

from jingwei.kernel.sockets import Answered, Asked, Call, OutsideDown, PassKeep

PATIENCE_SECONDS = 5
LONGEST_ANSWER_BYTES = 256 * 1024


class _StaysThere(urllib.request.HTTPRedirectHandler):
    """A redirect would carry secrets to wherever it points."""

    def redirect_request(self, *given: Any, **named: Any) -> None:
        return None


_opener = urllib.request.build_opener(_StaysThere)


def over_http(asked: Asked) -> Answered:
    """Carry a request over; the environment's proxy is used. Raises: OutsideDown."""
    headers = {"Accept": "application/json", "User-Agent": "jingwei"}
    if asked.body:
        headers["Content-Type"] = asked.content_type
    request = urllib.request.Request(  # noqa: S310  addresses come from integrations and settings, never from people
        asked.url, data=asked.body or None, headers=headers, method=asked.method
    )
    try:
        with _opener.open(request, timeout=PATIENCE_SECONDS) as answer:
            return Answered(int(answer.status), _read(answer))
    except urllib.error.HTTPError as refusal:
        return Answered(int(refusal.code), b"")
    except TimeoutError:
        raise OutsideDown(reason="timeout") from None
    except (urllib.error.URLError, HTTPException, OSError):
        raise OutsideDown(reason="no connection") from None


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


def _read(answer: HTTPResponse) -> bytes:
    try:
        content = answer.read(LONGEST_ANSWER_BYTES + 1)
    except IncompleteRead:
        raise OutsideDown(reason="broken off") from None
    if len(content) > LONGEST_ANSWER_BYTES:
        raise OutsideDown(reason="answer too long")
    return content
