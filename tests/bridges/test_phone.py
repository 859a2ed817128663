"""A phone inside WeChat, in a real browser: its script is allowed, its sign-in linked, its place converted once."""

import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import HTTPServer
from socketserver import ThreadingMixIn
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pytest
from django.db import connections
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from jingwei.config.wsgi import application
from jingwei.foundation.access.contracts import Container
from jingwei.foundation.access.services import open_session
from jingwei.foundation.administration.services import containers
from jingwei.foundation.administration.services.containers import SharedPasses, plug_bridges
from jingwei.foundation.scoping import eyes
from jingwei.integrations.wechat.client import OfficialAccount, WechatApp
from jingwei.integrations.wechat.fake import FakeWechat
from jingwei.kernel.clock import now
from jingwei.kernel.geo import wgs84_to_gcj02
from tests.cast import CAST, GRID_1, inside
from tests.journeys.browser.desk import AXE, PATIENCE_MS, Desk
from tests.journeys.browser.house import open_browser
from tests.journeys.browser.looking import grave_faults

pytestmark = pytest.mark.slow
PLAIN = "Mozilla/5.0 (Linux; Android 13; K) AppleWebKit/537.36 Chrome/124.0.0.0 Mobile Safari/537.36"
WECHAT = f"{PLAIN} MicroMessenger/8.0.49"
SCRIPT = "https://res.wx.qq.com/open/js/jweixin-1.6.0.js"
CONSENT = "https://open.weixin.qq.com/connect/oauth2/authorize"
HERE = inside(GRID_1)
FAKE_WX = """
(() => {{
  let ready, failed;
  window.wx = {{
    ready: (heard) => (ready = heard),
    error: (heard) => (failed = heard),
    config: ({{ signature }}) => setTimeout(() => (/^[0-9a-f]{{40}}$/.test(signature) ? ready() : failed({{ errMsg: "no" }}))),
    getLocation: ({{ success }}) => success({{ longitude: {:f}, latitude: {:f}, accuracy: 20 }}),
  }};
}})();
""".format(*wgs84_to_gcj02(*HERE))


class Threads(ThreadingMixIn, WSGIServer):
    """Each request in a thread of its own, which leaves no connection behind."""

    daemon_threads = True

    def process_request_thread(self, *given: Any) -> None:
        super().process_request_thread(*given)
        connections.close_all()


class Quiet(WSGIRequestHandler):
    def log_message(self, *given: object) -> None:
        """Nothing."""


@pytest.fixture(scope="module")
def wechat(own_city: str) -> Iterator[FakeWechat]:
    """This installation is connected with a WeChat."""
    before = dict(containers._bridges), set(containers._for_staff)
    fake = FakeWechat()
    account = OfficialAccount(WechatApp(fake.app_id, fake.secret, fake, SharedPasses("test")))
    plug_bridges({Container.WECHAT: account}, for_staff=frozenset())
    yield fake
    plug_bridges(before[0], for_staff=before[1])


@pytest.fixture(scope="module")
def resident(own_city: str) -> str:
    """The secret of a session of Li's."""
    assert CAST.li.person_id
    with eyes(CAST.li):
        secret = open_session(CAST.li.person_id, at=now())
    connections["default"].close()
    return secret


@pytest.fixture(scope="module")
def address(wechat: FakeWechat) -> Iterator[str]:
    """The whole program, in this process, so that the fake stands behind it."""
    server: HTTPServer = make_server("127.0.0.1", 0, application, Threads, Quiet)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    yield f"http://localhost:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def chromium(resident: str, address: str) -> Iterator[Browser]:
    with open_browser() as browser:
        yield browser


@contextmanager
def phone(
    browser: Browser, agent: str, wechat: FakeWechat
) -> Iterator[tuple[BrowserContext, Page, list[str]]]:
    """A phone whose WeChat is the fake: its script, and the page where people are sent for a code."""
    context = browser.new_context(
        viewport={"width": 390, "height": 844},
        is_mobile=True,
        has_touch=True,
        user_agent=agent,
        locale="zh-CN",
        service_workers="block",
    )
    context.set_default_timeout(PATIENCE_MS)
    context.add_init_script(path=AXE)
    asked: list[str] = []

    def outside(route: Route) -> None:
        url = route.request.url
        asked.append(url)
        if url == SCRIPT:
            route.fulfill(body=FAKE_WX, content_type="text/javascript")
        elif url.startswith(CONSENT):
            wanted = parse_qs(urlsplit(url).query)
            back = f"{wanted['redirect_uri'][0]}&code={wechat.grant('li-in-wechat')}&state={quote(wanted['state'][0])}"
            route.fulfill(
                status=302, headers={"Location": back if "?" in back else back.replace("&", "?", 1)}
            )
        else:
            route.abort()

    context.route(re.compile(r"^https://"), outside)
    page = context.new_page()
    yield context, page, asked
    context.close()


def settle(page: Page) -> None:
    expect(page.locator("#main h1").first).to_be_visible()


def require_accessible(page: Page, address: str) -> None:
    assert grave_faults(Desk(page, address)) == []


def signed_in(context: BrowserContext) -> bool:
    return any(one["name"] == "jw_session" for one in context.cookies())


def test_a_resident_links_wechat_once_and_comes_in_by_it(
    chromium: Browser, address: str, wechat: FakeWechat, resident: str
) -> None:
    with phone(chromium, WECHAT, wechat) as (context, page, asked):
        page.goto(f"{address}/m/phone")
        page.get_by_role("button", name="用微信登录").tap()
        expect(page.get_by_text("认出了您的微信，但还没有绑定账号")).to_be_visible()
        require_accessible(page, address)
        assert not signed_in(context)
        assert "code=" not in page.url
        consent = next(url for url in asked if url.startswith(CONSENT))
        assert parse_qs(urlsplit(consent).query)["scope"] == ["snsapi_base"]
        context.add_cookies([{"name": "jw_session", "value": resident, "url": address}])
        page.goto(f"{address}/m/me")
        page.get_by_role("button", name="绑定微信").tap()
        expect(page.get_by_role("checkbox", name="提醒也发到这里")).to_be_checked()
        require_accessible(page, address)
        context.clear_cookies()
        page.goto(f"{address}/m/phone")
        page.get_by_role("button", name="用微信登录").tap()
        expect(page).not_to_have_url(re.compile("/m/phone"))
        assert signed_in(context)
        page.goto(f"{address}/m/me")
        page.get_by_role("button", name="解除绑定").tap()
        page.get_by_role("dialog").get_by_role("button", name="解除绑定").tap()
        expect(page.get_by_role("button", name="绑定微信")).to_be_visible()


def test_a_place_from_wechat_is_sent_as_it_was_found(
    chromium: Browser, address: str, wechat: FakeWechat
) -> None:
    """The page converts nothing: the server does, once."""
    with phone(chromium, WECHAT, wechat) as (_, page, asked):
        page.goto(f"{address}/m/report")
        page.get_by_role("button", name="不拍照，直接说").tap()
        with page.expect_request(lambda one: "datum=" in one.url) as located:
            page.get_by_role("button", name="就在我现在的地方").tap()
        sent = parse_qs(urlsplit(located.value.url).query)
        assert sent["datum"] == ["gcj02"]
        assert float(sent["lon"][0]) == pytest.approx(wgs84_to_gcj02(*HERE)[0], abs=1e-6)
        found: Any = json.loads(located.value.response().text())  # type: ignore[union-attr]
        assert GRID_1 in json.dumps(found)
        assert asked == [SCRIPT]


def test_nobody_else_loads_a_vendors_script(chromium: Browser, address: str, wechat: FakeWechat) -> None:
    """Not even when a page tries to: the policy of a plain browser knows our own scripts only."""
    load = """(script) => new Promise((told) => {
      const tag = document.createElement("script");
      tag.onload = () => told("loaded"); tag.onerror = () => told("blocked"); tag.src = script;
      document.head.append(tag);
    })"""
    for agent, outcome in ((PLAIN, "blocked"), (WECHAT, "loaded")):
        with phone(chromium, agent, wechat) as (_, page, asked):
            page.goto(f"{address}/m/look")
            settle(page)
            if agent is PLAIN:
                assert asked == []
                expect(page.get_by_role("button", name="用微信登录")).to_have_count(0)
            assert page.evaluate(load, SCRIPT) == outcome
            assert page.evaluate(load, "https://evil.example/x.js") == "blocked"
