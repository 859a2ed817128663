"""The wire to DingTalk: which member holds the phone, what a page may ask the app for, work notices."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from jingwei.foundation.access.contracts import Container
from jingwei.foundation.administration.contracts import CodeRefused, NotAMember, PageConfig
from jingwei.foundation.notices.contracts import AddressRefused, Message, OutletDown, Receipt
from jingwei.foundation.wire import ask_json, ask_with_pass, lent
from jingwei.integrations.dingtalk.mapping import (
    CODE_FAULTS,
    NEVER_DELIVERED,
    STALE_PASS,
    error_of,
    message_body,
    page_signature,
)
from jingwei.kernel.clock import now
from jingwei.kernel.sockets import Call, OutsideDown, PassKeep

HOME = "https://oapi.dingtalk.com"


@dataclass(frozen=True, slots=True)
class DingtalkApp:
    """One internal app of one organisation."""

    corp_id: str
    app_key: str
    secret: str = field(repr=False)
    agent_id: str
    call: Call = field(repr=False)
    keep: PassKeep = field(repr=False)

    def identify(self, code: str, *, at: datetime) -> str:
        answer = self.ask("/topapi/v2/user/getuserinfo", {"code": code}, at)
        number = error_of(answer)
        if number in CODE_FAULTS:
            raise CodeRefused
        if number in NEVER_DELIVERED:
            raise NotAMember
        result = answer.get("result")
        if number or not isinstance(result, dict) or not result.get("userid"):
            raise OutsideDown(reason=f"errcode {number}")
        return str(result["userid"])

    def configure(self, url: str, *, nonce: str, at: datetime) -> PageConfig:
        timestamp = int(at.timestamp())
        signature = page_signature(self._ticket(at), nonce=nonce, timestamp=timestamp, url=url)
        return PageConfig(Container.DINGTALK, self.corp_id, self.agent_id, timestamp, nonce, signature)

    def ask(self, path: str, body: dict[str, Any] | None, at: datetime) -> dict[str, Any]:
        """Ask with the app's access token."""

        def with_token(token: str) -> dict[str, Any]:
            query = {"access_token": token}
            return ask_json(self.call, "POST" if body else "GET", f"{HOME}{path}", query=query, body=body)

        return ask_with_pass(
            self.keep,
            f"{self.app_key}:token",
            self._fetch_token,
            with_token,
            is_stale=lambda answer: error_of(answer) in STALE_PASS,
            at=at,
        )

    def _fetch_token(self) -> tuple[str, int]:
        query = {"appkey": self.app_key, "appsecret": self.secret}
        answer = ask_json(self.call, "GET", f"{HOME}/gettoken", query=query)
        return _part(answer, "access_token"), int(answer.get("expires_in", 7200))

    def _ticket(self, at: datetime) -> str:
        def fetch() -> tuple[str, int]:
            answer = self.ask("/get_jsapi_ticket", None, at)
            return _part(answer, "ticket"), int(answer.get("expires_in", 7200))

        return lent(self.keep, f"{self.app_key}:ticket", fetch, at=at)


@dataclass(frozen=True, slots=True)
class DingtalkOutlet:
    """Work notices; ``link`` is where a tap leads. DingTalk gives one person the same words once a day only."""

    app: DingtalkApp
    link: str
    name: str = "dingtalk"
    clock: Callable[[], datetime] = now

    def send(self, message: Message) -> Receipt:
        at = self.clock()
        body = message_body(message.address, message.text, agent_id=self.app.agent_id, link=self.link)
        try:
            answer = self.app.ask("/topapi/message/corpconversation/asyncsend_v2", body, at)
        except OutsideDown as down:
            raise OutletDown(**down.data) from None
        number = error_of(answer)
        if number in NEVER_DELIVERED:
            raise AddressRefused(reason=f"errcode {number}")
        if number:
            raise OutletDown(reason=f"errcode {number}")
        return Receipt(self.name, str(answer.get("task_id", message.id)), at)


def _part(answer: dict[str, Any], name: str) -> str:
    """Raises: OutsideDown, with DingTalk's number and none of its words: they quote what was sent."""
    found = answer.get(name)
    if error_of(answer) or not isinstance(found, str) or not found:
        raise OutsideDown(reason=f"errcode {error_of(answer)}")
    return found
