"""Providers on their fakes and a browser that goes there and back, for everything about single sign-on."""

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from django.test import Client

from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.access.services import open_session
from jingwei.foundation.administration.services import providers
from jingwei.foundation.administration.services.providers import plug_providers
from jingwei.foundation.wire import way_to
from jingwei.integrations.cas.client import CasProvider
from jingwei.integrations.cas.fake import FakeCas
from jingwei.integrations.oidc.client import OAuthProvider, OidcProvider
from jingwei.integrations.oidc.fake import FakeOidc
from jingwei.kernel.clock import now
from jingwei.kernel.vouching import ProviderFacts, ProviderServes, SignInProvider
from tests.bridges.serving import Server, browsed

HOME = "http://testserver"
API = "/api/v1"


@dataclass
class Town:
    """Every provider this installation is connected with, behind a real server."""

    server: Server
    city: FakeOidc
    other: FakeOidc
    office: FakeCas
    province: FakeOidc

    @property
    def fakes(self) -> dict[str, Any]:
        return {"city": self.city, "other": self.other, "office": self.office, "province": self.province}


def connected(server: Server) -> Town:
    """``city`` names our staff, ``other`` and ``office`` must be linked first, ``province`` knows residents."""
    at = server.origin
    call = way_to(at)
    city, other, province = (FakeOidc(f"{at}/{key}") for key in ("city", "other", "province"))
    for fake, key in ((city, "city"), (other, "other"), (province, "province")):
        fake.return_to = f"{HOME}/sign-in/{key}"
    office = FakeCas(f"{at}/office")
    far = province.issuer
    plugged: list[tuple[ProviderFacts, SignInProvider]] = [
        (_facts("city", is_authoritative=True), OidcProvider(city.issuer, "jingwei", "fake-secret", call)),
        (_facts("other"), OidcProvider(other.issuer, "jingwei", "fake-secret", call)),
        (_facts("office"), CasProvider(office.base, call)),
        (
            _facts("province", ProviderServes.RESIDENTS),
            OAuthProvider(
                f"{far}/authorize",
                f"{far}/token",
                f"{far}/userinfo",
                "jingwei",
                "fake-secret",
                call,
                issuer=far,
            ),
        ),
    ]
    plug_providers(plugged, home=HOME)
    town = Town(server, city, other, office, province)
    server.houses = town.fakes
    return town


def _facts(
    key: str, serves: ProviderServes = ProviderServes.STAFF, *, is_authoritative: bool = False
) -> ProviderFacts:
    return ProviderFacts(key, f"{key}认证", f"{key} sign-on", serves, is_authoritative)


@dataclass
class Browser:
    """One browser with its cookies."""

    client: Client = field(default_factory=Client)

    def post(self, path: str, body: Any = None, **headers: str) -> Any:
        given = {"Sec-Fetch-Site": "same-origin"} | headers
        return self.client.post(f"{API}{path}", body or {}, content_type="application/json", headers=given)

    def begin(self, key: str, place: str = "/desk/inbox", *, to_link: bool = False, **more: Any) -> str:
        path = f"/session/providers/{key}{'/link' if to_link else ''}"
        answer = self.post(path, {"next_page": place, **more})
        assert answer.status_code == 200, answer.content
        return str(answer.json()["address"])

    def come_back(self, location: str) -> dict[str, str]:
        """What the page is given of what the provider's redirect brought."""
        parts = urlsplit(location)
        answer = self.client.get(f"{parts.path}?{parts.query}")
        assert answer.status_code == 302
        given = dict(parse_qsl(urlsplit(answer["Location"]).query))
        return {"provider_key": given.pop("provider")} | given

    def there_and_back(self, key: str, place: str = "/desk/inbox", **more: Any) -> dict[str, str]:
        return self.come_back(browsed(self.begin(key, place, **more)))

    def sign_in(self, key: str, place: str = "/desk/inbox", **more: Any) -> Any:
        return self.post("/session/provider", self.there_and_back(key, place, **more))

    def be(self, actor: Actor) -> "Browser":
        """Signed in already, by password or the like."""
        assert actor.person_id
        self.client.cookies["jw_session"] = open_session(actor.person_id, at=now())
        return self

    def link(self, key: str, place: str = "/desk/account") -> Any:
        return self.post("/me/providers", self.there_and_back(key, place, to_link=True))

    @property
    def me(self) -> Any:
        return self.client.get(f"{API}/me")


def kept_plugs() -> Any:
    return list(providers._plugged.values()), providers._home[0]


def put_back(kept: Any) -> None:
    plug_providers(kept[0], home=kept[1])


def refused(answer: Any, status: int, code: str, fault: str | None = None) -> None:
    assert (answer.status_code, answer.json()["code"]) == (status, code), answer.content
    if fault is not None:
        assert answer.json()["data"]["fault"] == fault
