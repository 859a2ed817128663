"""The wire to WeCom: which member holds the phone, what a page may ask the app for, messages."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from jingwei.foundation.access.contracts import Container
from jingwei.foundation.administration.contracts import CodeRefused, NotAMember, PageConfig
from jingwei.foundation.notices.contracts import AddressRefused, Message, OutletDown, Receipt
from jingwei.foundation.wire import ask_json, ask_with_pass, lent
from jingwei.integrations.wecom.mapping import (
    CODE_FAULTS,
    NEVER_DELIVERED,
    STALE_PASS,
    error_of,
    member_of,
    message_body,
    page_signature,
)
from jingwei.kernel.clock import now
from jingwei.kernel.sockets import Call, OutsideDown, PassKeep

HOME = "https://qyapi.weixin.qq.com/cgi-bin"


@dataclass(frozen=True, slots=True)
class WecomApp:
    """One self-built app of one organisation."""

    corp_id: str
    secret: str = field(repr=False)
    agent_id: str
    call: Call = field(repr=False)
    keep: PassKeep = field(repr=False)

    def identify(self, code: str, *, at: datetime) -> str:
        answer = self.ask("/auth/getuserinfo", {"code": code}, None, at)
        if error_of(answer) in CODE_FAULTS:
            raise CodeRefused
        if error_of(answer):
            raise OutsideDown(reason=f"errcode {error_of(answer)}")
        member = member_of(answer)
        if member is None:
            raise NotAMember
        return member

    def configure(self, url: str, *, nonce: str, at: datetime) -> PageConfig:
        timestamp = int(at.timestamp())
        signature = page_signature(self._ticket(at), nonce=nonce, timestamp=timestamp, url=url)
        return PageConfig(Container.WECOM, self.corp_id, self.agent_id, timestamp, nonce, signature)

    def ask(
        self, path: str, query: dict[str, str], body: dict[str, Any] | None, at: datetime
    ) -> dict[str, Any]:
        """Ask with the app's access token."""

        def with_token(token: str) -> dict[str, Any]:
            full = {"access_token": token, **query}
            return ask_json(self.call, "POST" if body else "GET", f"{HOME}{path}", query=full, body=body)

        return ask_with_pass(
            self.keep,
            f"{self.corp_id}:{self.agent_id}:token",
            self._fetch_token,
            with_token,
            is_stale=lambda answer: error_of(answer) in STALE_PASS,
            at=at,
        )

    def _fetch_token(self) -> tuple[str, int]:
        query = {"corpid": self.corp_id, "corpsecret": self.secret}
        answer = ask_json(self.call, "GET", f"{HOME}/gettoken", query=query)
        return _part(answer, "access_token"), int(answer.get("expires_in", 0))

    def _ticket(self, at: datetime) -> str:
        def fetch() -> tuple[str, int]:
            answer = self.ask("/get_jsapi_ticket", {}, None, at)
            return _part(answer, "ticket"), int(answer.get("expires_in", 0))

        return lent(self.keep, f"{self.corp_id}:{self.agent_id}:ticket", fetch, at=at)


@dataclass(frozen=True, slots=True)
class WecomOutlet:
    """Messages of the app; ``link`` is where a tap leads."""

    app: WecomApp
    link: str
    name: str = "wecom"
    clock: Callable[[], datetime] = now

    def send(self, message: Message) -> Receipt:
        at = self.clock()
        body = message_body(message.address, message.text, agent_id=self.app.agent_id, link=self.link)
        try:
            answer = self.app.ask("/message/send", {}, body, at)
        except OutsideDown as down:
            raise OutletDown(**down.data) from None
        code = error_of(answer)
        if code in NEVER_DELIVERED or answer.get("invaliduser"):
            raise AddressRefused(reason=f"errcode {code}")
        if code:
            raise OutletDown(reason=f"errcode {code}")
        return Receipt(self.name, str(answer.get("msgid", message.id)), at)


def _part(answer: dict[str, Any], name: str) -> str:
    """Raises: OutsideDown, with WeCom's number and none of its words: they quote what was sent."""
    found = answer.get(name)
    if error_of(answer) or not isinstance(found, str) or not found:
        raise OutsideDown(reason=f"errcode {error_of(answer)}")
    return found
