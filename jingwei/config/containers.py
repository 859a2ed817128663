"""The containers this installation is connected with: their bridges, their outlets, and whose script a page may load."""

from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured

from jingwei.foundation.access.contracts import Container
from jingwei.foundation.administration.contracts import ContainerBridge
from jingwei.foundation.administration.services.containers import SharedPasses
from jingwei.foundation.notices.contracts import Channel, Outlet
from jingwei.foundation.notices.services.outlets import FakeOutlet
from jingwei.foundation.wire import over_http
from jingwei.integrations.alipay.client import AlipayApp, AlipayOutlet
from jingwei.integrations.alipay.fake import FakeAlipay
from jingwei.integrations.dingtalk.client import DingtalkApp, DingtalkOutlet
from jingwei.integrations.dingtalk.fake import FakeDingtalk
from jingwei.integrations.wechat.client import (
    MiniProgram,
    OfficialAccount,
    SubscriptionOutlet,
    TemplateOutlet,
    WechatApp,
)
from jingwei.integrations.wechat.fake import FakeWechat
from jingwei.integrations.wechat.mapping import template_of
from jingwei.integrations.wecom.client import WecomApp, WecomOutlet
from jingwei.integrations.wecom.fake import FakeWecom

NONE = "none"
NOTICES = "/m/notices"
SCRIPTS: tuple[tuple[str, tuple[Container, ...], str], ...] = (
    ("wxwork", (Container.WECOM,), "https://res.wx.qq.com"),
    ("micromessenger", (Container.WECHAT, Container.WECHAT_MINI), "https://res.wx.qq.com"),
    ("dingtalk", (Container.DINGTALK,), "https://g.alicdn.com"),
)
"""By a word of the browser's name: the containers it may be, and where their script lies. Alipay needs none."""


@dataclass
class Plugs:
    """What is plugged in."""

    bridges: dict[Container, ContainerBridge] = field(default_factory=dict)
    outlets: dict[Channel, Outlet] = field(default_factory=dict)

    def add(self, container: Container, bridge: ContainerBridge, outlet: Outlet | None) -> None:
        self.bridges[container] = bridge
        if outlet is not None:
            self.outlets[Channel(container.value)] = outlet


def plugs_of(settings: Any) -> Plugs:
    """As the settings say; a demonstration has fakes where nothing is set. Raises: ImproperlyConfigured."""
    plugs = Plugs()
    link = "" if settings.PUBLIC_URL == NONE else f"{settings.PUBLIC_URL.rstrip('/')}{NOTICES}"
    _wechat(plugs, settings, link)
    if settings.WECOM:
        corp, secret, agent = settings.WECOM
        wecom = WecomApp(corp, secret, _whole_number("JINGWEI_WECOM_AGENT", agent), over_http, _keep("wecom"))
        plugs.add(Container.WECOM, wecom, WecomOutlet(wecom, link))
    if settings.DINGTALK:
        corp, key, secret, agent = settings.DINGTALK
        agent = _whole_number("JINGWEI_DINGTALK_AGENT", agent)
        dingtalk = DingtalkApp(corp, key, secret, agent, over_http, _keep("dingtalk"))
        plugs.add(Container.DINGTALK, dingtalk, DingtalkOutlet(dingtalk, link))
    if settings.ALIPAY:
        app_id, key_file, public_file, template = settings.ALIPAY
        alipay = AlipayApp(app_id, _pem(key_file), _pem(public_file), over_http)
        plugs.add(
            Container.ALIPAY, alipay, None if template == NONE else AlipayOutlet(alipay, template, link)
        )
    if settings.IS_DEMO:
        _fakes(plugs)
    return plugs


def staff_containers(settings: Any) -> frozenset[Container]:
    """Those that staff may come in by. Raises: ImproperlyConfigured."""
    known = {one.value for one in Container}
    unknown = [name for name in settings.STAFF_CONTAINERS if name not in known | {NONE}]
    if unknown:
        raise ImproperlyConfigured(
            f"JINGWEI_STAFF_CONTAINERS: {', '.join(unknown)}; known are {', '.join(sorted(known))}, none"
        )
    return frozenset(Container(name) for name in settings.STAFF_CONTAINERS if name != NONE)


def script_origin(browser: str, served: Collection[Container]) -> str:
    """From where a page in this browser may load its container's script; empty outside the containers served."""
    name = browser.lower()
    for word, containers, origin in SCRIPTS:
        if word in name:  # the first that fits: WeCom says it is WeChat, too
            return origin if any(one in served for one in containers) else ""
    return ""


def _wechat(plugs: Plugs, settings: Any, link: str) -> None:
    account = None
    if settings.WECHAT:
        app_id, secret, written = settings.WECHAT
        app, template = (
            WechatApp(app_id, secret, over_http, _keep("wechat")),
            _template("JINGWEI_WECHAT_TEMPLATE", written),
        )
        account = OfficialAccount(app)
        plugs.add(Container.WECHAT, account, TemplateOutlet(app, template, link) if template else None)
    if settings.WECHAT_MINI:
        app_id, secret, written = settings.WECHAT_MINI
        app, template = (
            WechatApp(app_id, secret, over_http, _keep("wechatmini")),
            _template("JINGWEI_WECHAT_MINI_TEMPLATE", written),
        )
        outlet = SubscriptionOutlet(app, template, "pages/index/index") if template else None
        plugs.add(Container.WECHAT_MINI, MiniProgram(app, account), outlet)


def _fakes(plugs: Plugs) -> None:
    """A demonstration shows every container: what is sent lands in a table, nothing leaves the house."""
    account = FakeWechat(takes_promises=True)
    mini = FakeWechat(app_id="wx-fake-mini", takes_promises=True)
    wecom, dingtalk, alipay = (
        FakeWecom(takes_promises=True),
        FakeDingtalk(takes_promises=True),
        FakeAlipay(takes_promises=True),
    )
    official = OfficialAccount(WechatApp(account.app_id, account.secret, account, _keep("fake")))
    made: dict[Container, ContainerBridge] = {
        Container.WECHAT: official,
        Container.WECHAT_MINI: MiniProgram(
            WechatApp(mini.app_id, mini.secret, mini, _keep("fake")), official
        ),
        Container.WECOM: WecomApp(wecom.corp_id, wecom.secret, "1000002", wecom, _keep("fake")),
        Container.DINGTALK: DingtalkApp(
            "ding-corp-fake", dingtalk.app_key, dingtalk.secret, "100", dingtalk, _keep("fake")
        ),
        Container.ALIPAY: AlipayApp(alipay.app_id, alipay.ours[0], alipay.theirs[1], alipay),
    }
    for container, bridge in made.items():
        if container not in plugs.bridges:
            plugs.add(container, bridge, FakeOutlet())


def _keep(owner: str) -> SharedPasses:
    return SharedPasses(owner)


def _template(name: str, written: str) -> Any:
    try:
        return template_of(written)
    except ValueError:
        raise ImproperlyConfigured(f"{name} must be TEMPLATE_ID:words_field:time_field, or none") from None


def _whole_number(name: str, written: str) -> str:
    if not written.isdigit():
        raise ImproperlyConfigured(f"{name} must be a whole number")
    return written


def _pem(file: str) -> bytes:
    try:
        return Path(file).read_bytes()
    except OSError as fault:
        raise ImproperlyConfigured(f"the key file {file} cannot be read: {fault.strerror}") from None
