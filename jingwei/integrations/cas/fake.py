"""A CAS server good enough for development and tests. ``browse`` is what the browser meets, a call what our server does."""

import base64
import json
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit
from xml.sax.saxutils import escape

from jingwei.kernel.clock import now
from jingwei.kernel.crypto import Unreadable, decrypt, encrypt
from jingwei.kernel.sockets import Answered, Asked, OutsideDown

TICKET = "fake.ticket"
TICKET_LASTS = timedelta(seconds=30)
SUCCESS = """<cas:serviceResponse xmlns:cas="http://www.yale.edu/tp/cas"><cas:authenticationSuccess>\
<cas:user>{user}</cas:user><cas:attributes><cas:authenticationDate>{at}</cas:authenticationDate>\
<cas:isFromNewLogin>{is_new}</cas:isFromNewLogin>{strong}</cas:attributes>\
</cas:authenticationSuccess></cas:serviceResponse>"""
STRONG = "<cas:authnContextClass>mfa-totp</cas:authnContextClass>"
FAILURE = """<cas:serviceResponse xmlns:cas="http://www.yale.edu/tp/cas">\
<cas:authenticationFailure code="{code}">no</cas:authenticationFailure></cas:serviceResponse>"""


@dataclass
class FakeCas:
    """``at_keyboard`` is who sits before it. ``answer`` replaces what it says of a ticket, for tests."""

    base: str
    at_keyboard: str | None = None
    signed_in_at: datetime | None = None
    is_strong: bool = False
    is_down: bool = False
    answer: bytes | None = None
    ticket_key: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)
    clock: Callable[[], datetime] = now
    asked: list[str] = field(default_factory=list)
    signed_out: list[str] = field(default_factory=list)
    used: set[str] = field(default_factory=set)

    def browse(self, address: str, username: str | None = None) -> str:
        parts = urlsplit(address)
        asked = dict(parse_qsl(parts.query))
        if parts.path.endswith("/logout"):
            self.signed_out.append(asked["service"])
            return asked["service"]
        who = username or self.at_keyboard
        if who is None:
            raise ValueError("nobody signs in; a CAS server then keeps the browser")
        at = self.clock()
        is_new = "renew" in asked or self.signed_in_at is None
        signed_in_at = at if is_new or self.signed_in_at is None else self.signed_in_at
        said = {
            "user": who,
            "service": asked["service"],
            "at": signed_in_at.isoformat(),
            "is_new": is_new,
            "until": (at + TICKET_LASTS).timestamp(),
        }
        sealed = encrypt(self.ticket_key, json.dumps(said), field=TICKET)
        ticket = "ST-" + base64.urlsafe_b64encode(sealed).decode().rstrip("=")
        return f"{asked['service']}{'&' if '?' in asked['service'] else '?'}{urlencode({'ticket': ticket})}"

    def __call__(self, asked: Asked) -> Answered:
        if self.is_down:
            raise OutsideDown(reason="timeout")
        parts = urlsplit(asked.url)
        self.asked.append(parts.path)
        if not parts.path.endswith("/serviceValidate"):
            return Answered(404, b"")
        query = dict(parse_qsl(parts.query))
        body = self.answer if self.answer is not None else self._said_of(query).encode()
        return Answered(200, body, "application/xml")

    def _said_of(self, query: dict[str, str]) -> str:
        said = self._ticket(query["ticket"])
        if said is None or ("renew" in query and not said["is_new"]):
            return FAILURE.format(code="INVALID_TICKET")
        self.used.add(query["ticket"])  # also where the service is another one: source: CAS 3.0 §2.5.3
        if said["service"] != query["service"]:
            return FAILURE.format(code="INVALID_SERVICE")
        return SUCCESS.format(
            user=escape(said["user"]),
            at=said["at"],
            is_new=str(said["is_new"]).lower(),
            strong=STRONG if self.is_strong else "",
        )

    def _ticket(self, ticket: str) -> dict[str, Any] | None:
        padded = ticket.removeprefix("ST-")
        try:
            sealed = base64.urlsafe_b64decode(padded + "=" * (-len(padded) % 4))
            said = json.loads(decrypt(self.ticket_key, sealed, field=TICKET))
        except (ValueError, Unreadable):
            return None
        is_late = self.clock().timestamp() > said["until"]
        return None if ticket in self.used or is_late else dict(said)
