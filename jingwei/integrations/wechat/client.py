"""The wire to WeChat: who holds the phone, what a page may ask the app for, messages."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from jingwei.foundation.access.contracts import Container
from jingwei.foundation.administration.contracts import CodeRefused, PageConfig
from jingwei.foundation.notices.contracts import AddressRefused, Message, OutletDown, Receipt
from jingwei.foundation.wire import ask_json, ask_with_pass, lent
from jingwei.integrations.wechat.mapping import (
    CODE_FAULTS,
    NEVER_DELIVERED,
    STALE_PASS,
    Template,
    error_of,
    page_signature,
    template_data,
)
from jingwei.kernel.clock import now
from jingwei.kernel.sockets import Call, OutsideDown, PassKeep

HOME = "https://api.weixin.qq.com"


@dataclass(frozen=True, slots=True)
class WechatApp:
    """One app id with its secret: an official account or a mini-program."""

    app_id: str
    secret: str = field(repr=False)
    call: Call = field(repr=False)
    keep: PassKeep = field(repr=False)

    def openid(self, path: str, code_field: str, code: str) -> str:
        """Raises: CodeRefused; OutsideDown."""
        query = {
            "appid": self.app_id,
            "secret": self.secret,
            code_field: code,
            "grant_type": "authorization_code",
        }
        answer = ask_json(self.call, "GET", f"{HOME}{path}", query=query)
        if error_of(answer) in CODE_FAULTS:
            raise CodeRefused
        return _part(answer, "openid")

    def ticket(self, at: datetime) -> str:
        """The ticket that page signatures are made with."""

        def fetch() -> tuple[str, int]:
            answer = self.ask("/cgi-bin/ticket/getticket", {"type": "jsapi"}, None, at)
            return _part(answer, "ticket"), int(answer.get("expires_in", 0))

        return lent(self.keep, f"{self.app_id}:ticket", fetch, at=at)

    def ask(
        self, path: str, query: dict[str, str], body: dict[str, Any] | None, at: datetime
    ) -> dict[str, Any]:
        """Ask with the app's access token."""

        def with_token(token: str) -> dict[str, Any]:
            full = {"access_token": token, **query}
            return ask_json(self.call, "POST" if body else "GET", f"{HOME}{path}", query=full, body=body)

        return ask_with_pass(
            self.keep,
            f"{self.app_id}:token",
            self._fetch_token,
            with_token,
            is_stale=lambda answer: error_of(answer) in STALE_PASS,
            at=at,
        )

    def _fetch_token(self) -> tuple[str, int]:
        """The stable kind: asking again gives the same one, so that two processes do not end each other's."""
        wanted = {"grant_type": "client_credential", "appid": self.app_id, "secret": self.secret}
        answer = ask_json(self.call, "POST", f"{HOME}/cgi-bin/stable_token", body=wanted)
        return _part(answer, "access_token"), int(answer.get("expires_in", 0))


@dataclass(frozen=True, slots=True)
class OfficialAccount:
    """Pages opened from the official account's menu or messages."""

    app: WechatApp

    def identify(self, code: str, *, at: datetime) -> str:
        return self.app.openid("/sns/oauth2/access_token", "code", code)

    def configure(self, url: str, *, nonce: str, at: datetime) -> PageConfig:
        timestamp = int(at.timestamp())
        signature = page_signature(self.app.ticket(at), nonce=nonce, timestamp=timestamp, url=url)
        return PageConfig(Container.WECHAT, self.app.app_id, "", timestamp, nonce, signature)


@dataclass(frozen=True, slots=True)
class MiniProgram:
    """Pages in the web-view of a mini-program: its own sign-in, but the official account's script."""

    app: WechatApp
    account: OfficialAccount | None

    def identify(self, code: str, *, at: datetime) -> str:
        return self.app.openid("/sns/jscode2session", "js_code", code)

    def configure(self, url: str, *, nonce: str, at: datetime) -> PageConfig:
        if self.account is None:
            return PageConfig(Container.WECHAT_MINI, self.app.app_id, "", int(at.timestamp()), nonce, "")
        return replace(self.account.configure(url, nonce=nonce, at=at), container=Container.WECHAT_MINI)


@dataclass(frozen=True, slots=True)
class TemplateOutlet:
    """Template messages of the official account; ``link`` is where a tap leads."""

    app: WechatApp
    template: Template
    link: str
    name: str = "wechat"
    clock: Callable[[], datetime] = now

    def send(self, message: Message) -> Receipt:
        at = self.clock()
        body = {
            "touser": message.address,
            "template_id": self.template.template_id,
            "url": self.link,
            "client_msg_id": message.id.hex,
            "data": template_data(self.template, message.text, at=at),
        }
        return _sent(self.app, "/cgi-bin/message/template/send", body, self.name, message, at)


@dataclass(frozen=True, slots=True)
class SubscriptionOutlet:
    """Subscribed messages 订阅消息 of the mini-program: one for each time that somebody agreed to one."""

    app: WechatApp
    template: Template
    page: str
    name: str = "wechatmini"
    clock: Callable[[], datetime] = now

    def send(self, message: Message) -> Receipt:
        at = self.clock()
        body = {
            "touser": message.address,
            "template_id": self.template.template_id,
            "page": self.page,
            "lang": "zh_CN",
            "data": template_data(self.template, message.text, at=at),
        }
        return _sent(self.app, "/cgi-bin/message/subscribe/send", body, self.name, message, at)


def _sent(
    app: WechatApp, path: str, body: dict[str, Any], name: str, message: Message, at: datetime
) -> Receipt:
    """Raises: AddressRefused; OutletDown."""
    try:
        answer = app.ask(path, {}, body, at)
    except OutsideDown as down:
        raise OutletDown(**down.data) from None
    code = error_of(answer)
    if code in NEVER_DELIVERED:
        raise AddressRefused(reason=f"errcode {code}")
    if code:
        raise OutletDown(reason=f"errcode {code}")
    return Receipt(name, str(answer.get("msgid", message.id)), at)


def _part(answer: dict[str, Any], name: str) -> str:
    """Raises: OutsideDown, with WeChat's number and none of its words: they quote what was sent."""
    found = answer.get(name)
    if error_of(answer) or not isinstance(found, str) or not found:
        raise OutsideDown(reason=f"errcode {error_of(answer)}")
    return found
