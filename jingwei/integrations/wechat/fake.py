"""A WeChat good enough for development and tests: one account or mini-program, speaking the real wire."""

import json
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from jingwei.integrations.wechat.mapping import page_signature
from jingwei.kernel.sockets import Answered, Asked, OutsideDown

PROMISED = "demo-"


@dataclass
class FakeWechat:
    """``grant`` gives the one-time code that the app would give its page. ``takes_promises`` is for demonstrations:
    a code ``demo-NAME`` then names NAME without having been granted.
    """

    app_id: str = "wx-fake"
    secret: str = "fake-secret"  # noqa: S105  of the fake
    takes_promises: bool = False
    is_down: bool = False
    refused: set[str] = field(default_factory=set)
    sent: list[dict[str, Any]] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    generation: int = 1
    _codes: dict[str, str] = field(default_factory=dict)
    _used: set[str] = field(default_factory=set)

    def grant(self, subject: str) -> str:
        code = f"code-{len(self._codes) + 1}"
        self._codes[code] = subject
        return code

    def expire_passes(self) -> None:
        """As when another program of the city asked for a token by force."""
        self.generation += 1

    def is_signed(self, url: str, nonce: str, timestamp: int, signature: str) -> bool:
        return signature == page_signature(self._ticket, nonce=nonce, timestamp=timestamp, url=url)

    def __call__(self, asked: Asked) -> Answered:
        parts = urlsplit(asked.url)
        self.asked.append(parts.path)
        if self.is_down:
            raise OutsideDown(reason="timeout")
        query, body = dict(parse_qsl(parts.query)), json.loads(asked.body or b"{}")
        answer = self._answer(parts.path, query, body)
        return Answered(200, json.dumps(answer).encode())

    def _answer(self, path: str, query: dict[str, str], body: dict[str, Any]) -> dict[str, Any]:
        if path in {"/sns/oauth2/access_token", "/sns/jscode2session"}:
            return self._identify(query)
        if path == "/cgi-bin/stable_token":
            if (body["appid"], body["secret"]) != (self.app_id, self.secret):
                return {"errcode": 40125, "errmsg": "invalid appsecret"}
            return {"access_token": self._token, "expires_in": 7200}
        if query.get("access_token") != self._token:
            return {"errcode": 40001, "errmsg": "invalid credential"}
        if path == "/cgi-bin/ticket/getticket":
            return {"errcode": 0, "errmsg": "ok", "ticket": self._ticket, "expires_in": 7200}
        if body["touser"] in self.refused:
            return {"errcode": 43004, "errmsg": "require subscribe"}
        self.sent.append(body)
        return {"errcode": 0, "errmsg": "ok", "msgid": len(self.sent)}

    def _identify(self, query: dict[str, str]) -> dict[str, Any]:
        if (query["appid"], query["secret"]) != (self.app_id, self.secret):
            return {"errcode": 40125, "errmsg": "invalid appsecret"}
        code = query.get("code") or query.get("js_code", "")
        if self.takes_promises and code.startswith(PROMISED):
            return {"openid": code.removeprefix(PROMISED)}
        if code in self._used:
            return {"errcode": 40163, "errmsg": "code been used"}
        if code not in self._codes:
            return {"errcode": 40029, "errmsg": "invalid code"}
        self._used.add(code)
        return {"access_token": "of-the-person", "expires_in": 7200, "openid": self._codes[code]}

    @property
    def _token(self) -> str:
        return f"{self.app_id}-token-{self.generation}"

    @property
    def _ticket(self) -> str:
        return f"{self.app_id}-ticket-{self.generation}"
