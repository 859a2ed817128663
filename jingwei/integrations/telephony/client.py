"""The wire: what a signed call event looks like, and where a recording is opened.

Signature, in the header ``X-Jingwei-Signature``: ``t=UNIX_SECONDS,v1=HEX`` with
``HEX = HMAC-SHA256(key, t + "." + body)``. Five minutes either way; inside them the event's id counts once.
"""

import hmac
import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from urllib.parse import quote

from jingwei.domains.hotline.contracts import Exchange
from jingwei.kernel.errors import DomainError

HEADER = "X-Jingwei-Signature"
TOLERANCE = timedelta(minutes=5)
WRITTEN = re.compile(r"t=(\d{9,11}),v1=([0-9a-f]{64})")
NO_PLACE = "none"


class ExchangeUnsigned(DomainError):
    code = "telephony.unsigned"
    message = "电话事件的签名不正确或已过期，没有接受。请核对两边的密钥和时间。"
    message_en = (
        "The signature of this call event is wrong or too old; nothing was taken. "
        "Check the shared key and both clocks."
    )
    status = 401


def signature(key: bytes, body: bytes, *, at: datetime) -> str:
    """The header's value for a body sent at a moment."""
    seconds = str(int(at.timestamp()))
    return f"t={seconds},v1={_digest(key, seconds, body)}"


def require_signature(key: bytes, body: bytes, written: str, *, at: datetime) -> None:
    """Raises: ExchangeUnsigned, also where this installation has no key."""
    found = WRITTEN.fullmatch(written.replace(" ", ""))
    if not key or found is None:
        raise ExchangeUnsigned
    seconds, digest = found.groups()
    is_right = hmac.compare_digest(digest, _digest(key, seconds, body))
    if not is_right or abs(at.timestamp() - int(seconds)) > TOLERANCE.total_seconds():
        raise ExchangeUnsigned


@dataclass(frozen=True, slots=True)
class RecordingPlace(Exchange):
    """The exchange's page for recordings; ``{reference}`` stands in its address. Nothing is fetched from it."""

    pattern: str

    def recording_address(self, reference: str) -> str | None:
        if self.pattern == NO_PLACE:
            return None
        return self.pattern.replace("{reference}", quote(reference, safe=""))


def _digest(key: bytes, seconds: str, body: bytes) -> str:
    return hmac.new(key, seconds.encode() + b"." + body, sha256).hexdigest()
