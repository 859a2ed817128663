"""Sign-in providers of a demonstration: real clients, fakes behind them, and a page on which one chooses whom to be.

They vouch for the demo's cast and nobody else, and only where the database holds the demo city.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBadRequest, HttpResponseRedirect
from django.shortcuts import render

from jingwei.config.demo.loader import OtherCityHere, city_size
from jingwei.config.demo.organisation import cast_members
from jingwei.config.reading.words import language_of
from jingwei.integrations.cas.client import CasProvider
from jingwei.integrations.cas.fake import FakeCas
from jingwei.integrations.oidc.client import OAuthProvider, OidcProvider
from jingwei.integrations.oidc.fake import FakeOidc
from jingwei.kernel.crypto import seal
from jingwei.kernel.vouching import (
    ProviderAttempt,
    ProviderFacts,
    ProviderReturn,
    ProviderServes,
    SignInProvider,
    Vouched,
)

HOME = "/demo/provider/"
PLACES = {"city": ("authorize", "logout"), "office": ("login", "logout"), "province": ("authorize",)}
Fake = FakeOidc | FakeCas


@dataclass(frozen=True, slots=True)
class DemoProvider:
    """A real client whose provider's pages stand on this very server, wherever the browser reaches it."""

    inner: SignInProvider
    far: str
    key: str

    def begin(self, attempt: ProviderAttempt, *, at: datetime) -> str:
        return self._near(self.inner.begin(attempt, at=at))

    def finish(self, attempt: ProviderAttempt, given: ProviderReturn, *, at: datetime) -> Vouched:
        return self.inner.finish(attempt, given, at=at)

    def leave(self, farewell: str, *, return_to: str, at: datetime) -> str | None:
        there = self.inner.leave(farewell, return_to=return_to, at=at)
        return None if there is None else self._near(there)

    def _near(self, address: str) -> str:
        return f"{HOME}{self.key}{address.removeprefix(self.far)}"


def _far(key: str) -> str:
    return f"https://{key}.sign-on.example"


def _key_of(fake: str, field_key: bytes) -> bytes:
    """The same in every process of the installation, and nobody else's."""
    return seal(field_key, b"demo provider", fake.encode())


def demo_providers(given: Any) -> list[tuple[ProviderFacts, SignInProvider]]:
    """One of each kind: the city's own counts by user name, the office's and the province's must be linked first."""
    city = OidcProvider(_far("city"), "jingwei", "fake-secret", _fake("city", given.FIELD_KEY.current))
    office = CasProvider(_far("office"), _fake("office", given.FIELD_KEY.current))
    far = _far("province")
    province = OAuthProvider(
        f"{far}/authorize",
        f"{far}/token",
        f"{far}/userinfo",
        "jingwei",
        "fake-secret",
        _fake("province", given.FIELD_KEY.current),
        issuer=far,
    )
    facts = (
        ProviderFacts("city", "市统一身份认证（演示）", "City ID (demo)", ProviderServes.STAFF, True),
        ProviderFacts("office", "单位门户（演示）", "Office portal (demo)", ProviderServes.STAFF),
        ProviderFacts("province", "省政务服务（演示）", "Province services (demo)", ProviderServes.RESIDENTS),
    )
    inner: tuple[SignInProvider, ...] = (city, office, province)
    return [(one, DemoProvider(of, _far(one.key), one.key)) for one, of in zip(facts, inner, strict=True)]


def _fake(key: str, field_key: bytes) -> Any:
    made: dict[str, Callable[[bytes], Fake]] = {
        "city": lambda of: FakeOidc(_far("city"), code_key=of),
        "office": lambda of: FakeCas(_far("office"), ticket_key=of),
        "province": lambda of: FakeOidc(_far("province"), code_key=of),
    }
    return made[key](_key_of(key, field_key))


def demo_page(request: HttpRequest, key: str, place: str) -> HttpResponse:
    """What stands for the provider's own page: choose whom to be; no password, these people do not exist."""
    if not settings.IS_DEMO or place not in PLACES.get(key, ()) or not _is_demo_city():
        raise Http404
    fake, asked = _fake(key, settings.FIELD_KEY.current), request.GET.copy()
    chosen = next(iter(asked.pop("as", [])), None)
    members = cast_members()
    if chosen is not None and chosen not in {one.username for one in members}:
        return HttpResponseBadRequest()
    if place != "logout" and chosen is None:
        facts = {
            "members": members,
            "address": request.get_full_path(),
            "key": key,
            "is_english": language_of(request) == "en",
        }
        return render(request, "demo-provider.html", facts)
    try:
        target = fake.browse(f"{_far(key)}/{place}?{asked.urlencode()}", chosen)
    except (KeyError, ValueError):
        return HttpResponseBadRequest()
    home = settings.PUBLIC_URL.rstrip("/") if settings.PUBLIC_URL != "none" else ""
    if not target.startswith(f"{home or f'{request.scheme}://{request.get_host()}'}/"):
        return HttpResponseBadRequest()
    return HttpResponseRedirect(target)


def _is_demo_city() -> bool:
    try:
        return city_size() is not None
    except OtherCityHere:
        return False
