"""One's sessions: told apart, ended, ending by themselves, and never somebody else's choice."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from jingwei.foundation.access.models import Token
from jingwei.foundation.access.services import open_session
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import now
from jingwei.kernel.devices import coarse_network, device_of
from tests.cast import CAST, PASSWORD

pytestmark = pytest.mark.django_db
AT_HOME = {"Origin": "http://testserver", "Sec-Fetch-Site": "same-origin"}
CHROME = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36"


def sign_in(client: Client, **headers: str) -> Any:
    body = {"username": "wu", "password": PASSWORD}
    sent = {"User-Agent": CHROME, "X-Forwarded-For": "58.20.10.7", **AT_HOME, **headers}
    return client.post("/api/v1/session", body, content_type="application/json", headers=sent)


def me(secret: str, **headers: str) -> Any:
    return Client().get("/api/v1/me", headers={"Authorization": f"Bearer {secret}", **headers})


def tokens() -> list[Token]:
    with eyes(CAST.wu):
        return list(Token.objects.order_by("created_at"))


def test_a_session_says_how_by_what_and_from_about_where_it_came() -> None:
    client = Client()
    sign_in(client)
    listed = client.get("/api/v1/me/tokens", headers=AT_HOME).json()
    assert [(one["way"], one["device"], one["network"], one["strength"]) for one in listed] == [
        ("password", "chrome/windows", "58.20.*.*", 1)
    ]
    assert listed[0]["is_current"]


def test_signing_out_everywhere_ends_the_others_and_forgets_their_devices() -> None:
    elsewhere = sign_in(Client()).json()["secret"]
    client = Client()
    here = sign_in(client)
    answer = client.post("/api/v1/me/sessions/end", headers=AT_HOME)
    assert answer.json() == {"ended": 1}
    assert me(elsewhere).status_code == 401
    assert me(here.json()["secret"]).status_code == 200


def test_the_secret_is_new_each_time_and_the_one_brought_along_ends() -> None:
    """Somebody who planted a session in a browser gains nothing by its owner's signing in."""
    planted = open_session(CAST.wu.person_id, at=now())
    client = Client()
    client.cookies["jw_session"] = planted
    secret = sign_in(client).json()["secret"]
    assert secret != planted
    assert me(planted).status_code == 401
    client.cookies["jw_session"] = "chosen-by-somebody-else"
    assert sign_in(client).json()["secret"] != "chosen-by-somebody-else"


def test_a_session_ends_when_nobody_uses_it_and_lasts_while_somebody_does(settings: Any) -> None:
    settings.SESSION_IDLE_MINUTES = 30
    at = now()
    unused = open_session(CAST.wu.person_id, at=at - timedelta(minutes=31))
    used = open_session(CAST.wu.person_id, at=at - timedelta(minutes=29))
    assert (me(unused).status_code, me(used).status_code) == (401, 200)
    assert tokens()[-1].seen_at > at - timedelta(minutes=1)


def test_what_a_page_fetches_by_itself_is_no_use_of_a_session(settings: Any) -> None:
    settings.SESSION_IDLE_MINUTES = 30
    secret = open_session(CAST.wu.person_id, at=now() - timedelta(minutes=20))
    before = tokens()[-1].seen_at
    assert me(secret, **{"Jingwei-Unattended": "1"}).status_code == 200
    assert tokens()[-1].seen_at == before


def test_use_is_noted_every_few_minutes_only() -> None:
    secret = open_session(CAST.wu.person_id, at=now() - timedelta(minutes=4))
    before = tokens()[-1].seen_at
    assert me(secret).status_code == 200
    assert tokens()[-1].seen_at == before


def test_however_much_it_is_used_a_session_ends_after_twelve_hours() -> None:
    secret = open_session(CAST.wu.person_id, at=now() - timedelta(hours=12, seconds=1))
    with eyes(CAST.machine):
        Token.objects.update(seen_at=now())
    assert me(secret).status_code == 401


def test_residents_are_not_signed_out_for_want_of_use() -> None:
    open_session(CAST.li.person_id, at=now())
    with eyes(CAST.li):
        assert Token.objects.get().idle_minutes is None


@pytest.mark.parametrize("is_tls", [True, False])
def test_cookies_are_out_of_reach_of_scripts_and_other_sites(settings: Any, is_tls: bool) -> None:
    settings.IS_BEHIND_TLS = is_tls
    cookies = sign_in(Client()).cookies
    assert set(cookies) == {"jw_session", "jw_device"}
    for cookie in cookies.values():
        assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Strict", "/")
        assert bool(cookie["secure"]) is is_tls
        assert not cookie["domain"]


def test_behind_tls_no_neighbouring_host_can_set_them(settings: Any) -> None:
    prefix = "__Host-" if settings.IS_BEHIND_TLS else ""
    assert (f"{prefix}jw_session", f"{prefix}jw_device") == (settings.SESSION_COOKIE, settings.DEVICE_COOKIE)


@pytest.mark.parametrize(
    ("said", "device"),
    [
        (CHROME, "chrome/windows"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) MicroMessenger/8.0", "wechat/iphone"),
        (
            "Mozilla/5.0 (Linux; Android 14) AppleWebKit Chrome/120 wxwork/4.1 MicroMessenger/7",
            "wecom/android",
        ),
        ("Mozilla/5.0 (Phone; OpenHarmony 5.0) Chrome/114 HuaweiBrowser/5.0", "huawei/harmony"),
        ("curl/8.5", "other/other"),
        ("", "other/other"),
    ],
)
def test_a_device_is_named_by_what_its_owner_calls_it(said: str, device: str) -> None:
    assert device_of(said) == device


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("58.20.10.7", "58.20.*.*"),
        ("192.168.1.9", "inside"),
        ("2408:8400:1:2::/64", "2408:8400::*"),
        ("unknown", ""),
    ],
)
def test_of_an_address_only_the_first_half_is_kept(address: str, network: str) -> None:
    assert coarse_network(address) == network
