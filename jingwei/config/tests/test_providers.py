"""The file that names the sign-in providers: what it may say, and what is refused before anything starts."""

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.core.exceptions import ImproperlyConfigured

from jingwei.config.providers import home_of, providers_of, read_providers
from jingwei.foundation.wire import over_http
from jingwei.integrations.cas.client import CasProvider
from jingwei.integrations.oidc.client import OAuthProvider, OidcProvider
from jingwei.kernel.crypto import KeyRing
from jingwei.kernel.vouching import ProviderServes

GOOD = """
[[provider]]
key = "city"
kind = "oidc"
name_zh = "市统一身份认证"
name_en = "City ID"
is_authoritative = true
issuer = "https://id.city.example/realms/gov"
client_id = "jingwei"
client_secret = "very-secret"
strong = ["urn:city:two"]

[[provider]]
key = "province"
kind = "oauth2"
name_zh = "省政务服务"
name_en = "Province services"
serves = "residents"
authorization = "https://p.example/oauth/authorize"
token = "https://p.example/oauth/token"
userinfo = "https://p.example/oauth/me"
client_id = "jingwei"
client_secret = "very-secret"
subject_claim = "data.userId"

[[provider]]
key = "office"
kind = "cas"
name_zh = "单位门户"
name_en = "Office portal"
base = "https://cas.office.example/cas/"
version = 2
"""
Write = Callable[[str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def written(text: str) -> Path:
        file = tmp_path / "providers.toml"
        file.write_text(text, encoding="utf-8")
        file.chmod(0o600)
        return file

    return written


def test_several_providers_are_read_in_their_order(write: Write) -> None:
    (city, oidc), (province, oauth), (office, cas) = read_providers(write(GOOD), call=over_http)
    assert [city.key, province.key, office.key] == ["city", "province", "office"]
    assert isinstance(oidc, OidcProvider)
    assert (city.is_authoritative, city.serves, oidc.strong) == (
        True,
        ProviderServes.STAFF,
        frozenset({"urn:city:two"}),
    )
    assert isinstance(oauth, OAuthProvider)
    assert (province.serves, oauth.subject_claim) == (ProviderServes.RESIDENTS, "data.userId")
    assert isinstance(cas, CasProvider)
    assert (cas.base, cas.version) == ("https://cas.office.example/cas", 2)
    assert "very-secret" not in f"{oidc!r}{oauth!r}"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('kind = "oidc"', 'kind = "saml"', "kind is one of"),
        ('key = "city"', 'key = "City!"', "a key is"),
        ('key = "city"', 'key = "office"', "same key"),
        ('key = "city"', 'key = "wecom"', "another way to sign in"),
        ("https://id.city", "http://id.city", "issuer must be https"),
        ("https://p.example/oauth/token", "https://p.example/oauth/token?x=1", "token must be https"),
        ('client_secret = "very-secret"\nstrong', "strong", "client_secret is missing"),
        ("is_authoritative = true", 'is_authoritative = "true"', "is_authoritative is true or false"),
        ("is_authoritative = true", "is_authorative = true", "unknown: is_authorative"),
        ('serves = "residents"', 'serves = "cats"', "serves is one of"),
        ('serves = "residents"', 'serves = "residents"\nis_authoritative = true', "no user names"),
        ("version = 2", "version = 1", "version is one of"),
        ("version = 2", "version = true", "version is one of"),
        ("[[provider]]", "[[providers]]", "[[provider]] tables"),
        ("[[provider]]", "[provider", "is no TOML"),
    ],
)
def test_what_is_wrong_is_said_without_the_secret(write: Write, old: str, new: str, said: str) -> None:
    assert old in GOOD
    with pytest.raises(ImproperlyConfigured) as fault:
        read_providers(write(GOOD.replace(old, new)), call=over_http)
    assert said in str(fault.value)
    assert "very-secret" not in str(fault.value)


def test_a_file_that_others_may_read_is_refused(write: Write) -> None:
    file = write(GOOD)
    file.chmod(0o640)
    with pytest.raises(ImproperlyConfigured, match="chmod 600"):
        read_providers(file, call=over_http)
    with pytest.raises(ImproperlyConfigured, match="cannot be read"):
        read_providers(file.with_name("missing"), call=over_http)


def test_providers_need_our_own_address_over_tls(write: Write) -> None:
    given = SimpleNamespace(
        PROVIDERS=str(write(GOOD)), PUBLIC_URL="none", IS_DEMO=False, FIELD_KEY=KeyRing(b"k" * 32)
    )
    for address in ("none", "http://city.example"):
        given.PUBLIC_URL = address
        with pytest.raises(ImproperlyConfigured, match="JINGWEI_PUBLIC_URL"):
            providers_of(given)
    given.PUBLIC_URL = "https://city.example/"
    assert (len(providers_of(given)), home_of(given)) == (3, "https://city.example")


def test_without_a_file_only_a_demonstration_has_any() -> None:
    given = SimpleNamespace(PROVIDERS="none", PUBLIC_URL="none", IS_DEMO=False, FIELD_KEY=KeyRing(b"k" * 32))
    assert (providers_of(given), home_of(given)) == ([], "")
    given.IS_DEMO = True
    assert [facts.key for facts, _ in providers_of(given)] == ["city", "office", "province"]
