"""WeChat's words and ours. Pure."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha1
from typing import Any

from jingwei.kernel.clock import local

CODE_FAULTS = frozenset({40029, 40163, 42003, 41008})
"""The sign-in code is wrong, was used, is too old, is missing."""
STALE_PASS = frozenset({40001, 40014, 42001})
NEVER_DELIVERED = frozenset({40003, 43004, 43101, 50005})
"""No such person here; they do not follow the account, did not subscribe, or left."""
LONGEST_THING = 20
"""Signs that a field of the kind ``thing`` takes."""


@dataclass(frozen=True, slots=True)
class Template:
    """A message template: its id, the field of the sentence and the field of the time."""

    template_id: str
    words_field: str
    time_field: str


def template_of(written: str) -> Template | None:
    """As settings write it, ``ID:thing1:time2``; None for ``none``. Raises: ValueError."""
    if written == "none":
        return None
    template_id, words_field, time_field = written.split(":")
    return Template(template_id, words_field, time_field)


def page_signature(ticket: str, *, nonce: str, timestamp: int, url: str) -> str:
    """What ``wx.config`` compares. SHA-1 is the container's choice; it proves the ticket, it protects nothing of ours."""
    plain = f"jsapi_ticket={ticket}&noncestr={nonce}&timestamp={timestamp}&url={url}"
    return sha1(plain.encode(), usedforsecurity=False).hexdigest()


def error_of(answer: dict[str, Any]) -> int:
    """0 where all is well: successful answers of sign-in carry no code at all."""
    return int(answer.get("errcode") or 0)


def template_data(template: Template, text: str, *, at: datetime) -> dict[str, dict[str, str]]:
    words = text if len(text) <= LONGEST_THING else f"{text[: LONGEST_THING - 1]}…"
    return {
        template.words_field: {"value": words},
        template.time_field: {"value": f"{local(at):%Y-%m-%d %H:%M}"},
    }
