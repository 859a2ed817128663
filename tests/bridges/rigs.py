"""Every container on its fake: for the contract, and for tests that only need all of them connected."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings

from jingwei.config.demo.providers import demo_providers
from jingwei.foundation.access.contracts import Container
from jingwei.foundation.administration.contracts import ContainerBridge
from jingwei.foundation.administration.services import containers, providers
from jingwei.foundation.administration.services.containers import plug_bridges
from jingwei.foundation.administration.services.providers import plug_providers
from jingwei.foundation.notices.contracts import Outlet
from jingwei.integrations.alipay.client import AlipayApp, AlipayOutlet
from jingwei.integrations.alipay.fake import FakeAlipay, new_key_pair
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
from jingwei.integrations.wechat.mapping import Template
from jingwei.integrations.wecom.client import WecomApp, WecomOutlet
from jingwei.integrations.wecom.fake import FakeWecom
from tests.cast import MONDAY_10

LINK = "https://city.example/m/"
SECRET = "a-very-secret-secret"


class Keep:
    """Passes in memory; the real ones stand in the database."""

    def __init__(self) -> None:
        self.kept: dict[str, tuple[str, datetime]] = {}

    def get(self, name: str, *, at: datetime) -> str | None:
        value, until = self.kept.get(name, ("", at))
        return value if until > at else None

    def put(self, name: str, value: str, *, until: datetime) -> None:
        self.kept[name] = (value, until)

    def drop(self, name: str) -> None:
        self.kept.pop(name, None)


@dataclass
class Rig:
    """One container with its fake, its bridge and its outlet; ``misplugged`` has the wrong secret."""

    container: Container
    fake: Any
    signer: Any
    bridge: ContainerBridge
    outlet: Outlet
    misplugged: ContainerBridge
    keep: Keep

    def set_down(self, is_down: bool) -> None:
        self.fake.is_down = self.signer.is_down = is_down


def _clock() -> datetime:
    return MONDAY_10


def _official(keep: Keep, fake: FakeWechat, secret: str = SECRET) -> OfficialAccount:
    return OfficialAccount(WechatApp(fake.app_id, secret, fake, keep))


def wechat() -> Rig:
    fake, keep = FakeWechat(secret=SECRET), Keep()
    account = _official(keep, fake)
    outlet = TemplateOutlet(account.app, Template("T1", "thing1", "time2"), LINK, clock=_clock)
    return Rig(Container.WECHAT, fake, fake, account, outlet, _official(Keep(), fake, "wrong"), keep)


def wechat_mini() -> Rig:
    fake, signer, keep = FakeWechat("wx-mini", SECRET), FakeWechat("wx-account", SECRET), Keep()
    account = _official(keep, signer)
    app = WechatApp(fake.app_id, SECRET, fake, keep)
    outlet = SubscriptionOutlet(app, Template("T2", "thing1", "time2"), "pages/index/index", clock=_clock)
    wrong = MiniProgram(WechatApp(fake.app_id, "wrong", fake, Keep()), _official(Keep(), signer, "wrong"))
    return Rig(Container.WECHAT_MINI, fake, signer, MiniProgram(app, account), outlet, wrong, keep)


def wecom() -> Rig:
    fake, keep = FakeWecom(secret=SECRET), Keep()
    app = WecomApp(fake.corp_id, SECRET, "1000002", fake, keep)
    wrong = WecomApp(fake.corp_id, "wrong", "1000002", fake, Keep())
    return Rig(Container.WECOM, fake, fake, app, WecomOutlet(app, LINK, clock=_clock), wrong, keep)


def dingtalk() -> Rig:
    fake, keep = FakeDingtalk(secret=SECRET), Keep()
    app = DingtalkApp("ding-corp", fake.app_key, SECRET, "100", fake, keep)
    wrong = DingtalkApp("ding-corp", fake.app_key, "wrong", "100", fake, Keep())
    return Rig(Container.DINGTALK, fake, fake, app, DingtalkOutlet(app, LINK, clock=_clock), wrong, keep)


OURS, THEIRS = new_key_pair(), new_key_pair()


def alipay() -> Rig:
    fake = FakeAlipay(ours=OURS, theirs=THEIRS)
    app = AlipayApp(fake.app_id, OURS[0], THEIRS[1], fake)
    wrong = AlipayApp(fake.app_id, THEIRS[0], THEIRS[1], fake)
    outlet = AlipayOutlet(app, "T5", LINK, clock=_clock)
    return Rig(Container.ALIPAY, fake, fake, app, outlet, wrong, Keep())


RIGS: tuple[Callable[[], Rig], ...] = (wechat, wechat_mini, wecom, dingtalk, alipay)


@contextmanager
def connected() -> Iterator[None]:
    """Every container and a sign-in provider of each kind is connected, with its fake behind it."""
    before = dict(containers._bridges), set(containers._for_staff)
    vouching = list(providers._plugged.values()), providers._home[0]
    made = [make() for make in RIGS]
    plug_bridges({one.container: one.bridge for one in made}, for_staff=frozenset(Container))
    plug_providers(demo_providers(settings), home="http://testserver")
    yield
    plug_bridges(before[0], for_staff=before[1])
    plug_providers(vouching[0], home=vouching[1])
