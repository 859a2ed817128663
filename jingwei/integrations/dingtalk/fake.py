"""A DingTalk good enough for development and tests: one organisation with one app, speaking the real wire."""

import json
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from jingwei.integrations.dingtalk.mapping import page_signature
from jingwei.kernel.sockets import Answered, Asked, OutsideDown

PROMISED = "demo-"


@dataclass
class FakeDingtalk:
    """``grant`` gives the one-time code that the app would give its page; ``strangers`` are no members.

    ``takes_promises`` is for demonstrations: a code ``demo-NAME`` then names NAME without having been granted.
    """

    app_key: str = "ding-fake"
    secret: str = "fake-secret"  # noqa: S105  of the fake
    takes_promises: bool = False
    is_down: bool = False
    refused: set[str] = field(default_factory=set)
    strangers: set[str] = field(default_factory=set)
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
        if path == "/gettoken":
            if (query["appkey"], query["appsecret"]) != (self.app_key, self.secret):
                return {"errcode": 40089, "errmsg": "invalid appkey or appsecret"}
            return {"errcode": 0, "errmsg": "ok", "access_token": self._token, "expires_in": 7200}
        if query.get("access_token") != self._token:
            return {"errcode": 88, "sub_code": "40014", "sub_msg": "invalid access_token"}
        if path == "/get_jsapi_ticket":
            return {"errcode": 0, "errmsg": "ok", "ticket": self._ticket, "expires_in": 7200}
        if path == "/topapi/v2/user/getuserinfo":
            return self._identify(body["code"])
        if body["userid_list"] in self.refused:
            return {"errcode": 33012, "errmsg": "invalid USERID"}
        self.sent.append(body)
        return {"errcode": 0, "task_id": 100 + len(self.sent), "request_id": "r"}

    def _identify(self, code: str) -> dict[str, Any]:
        promised = self.takes_promises and code.startswith(PROMISED)
        if not promised and (code not in self._codes or code in self._used):
            return {"errcode": 40078, "errmsg": "temporary code does not exist"}
        self._used.add(code)
        subject = code.removeprefix(PROMISED) if promised else self._codes[code]
        if subject in self.strangers:
            return {"errcode": 33012, "errmsg": "invalid USERID"}
        return {"errcode": 0, "errmsg": "ok", "result": {"userid": subject, "sys": False}}

    @property
    def _token(self) -> str:
        return f"{self.app_key}-token-{self.generation}"

    @property
    def _ticket(self) -> str:
        return f"{self.app_key}-ticket-{self.generation}"
