"""The sign-in providers of this installation, from the file that JINGWEI_PROVIDERS names.

A file, not a page for administrators: whoever may say whose word counts may sign in as anybody.
"""

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured

from jingwei.config.demo.providers import demo_providers
from jingwei.foundation.access.contracts import Container
from jingwei.foundation.wire import over_http
from jingwei.integrations.cas.client import PATHS, CasProvider
from jingwei.integrations.oidc.client import OAuthProvider, OidcProvider
from jingwei.kernel.sockets import Call
from jingwei.kernel.vouching import KEY, ProviderFacts, ProviderServes, SignInProvider

NONE = "none"
TAKEN = frozenset({"password", "phone", "token", "one-time-password", *(one.value for one in Container)})
"""Ways of signing in that sessions name already."""
Plugged = tuple[ProviderFacts, SignInProvider]


def providers_of(settings: Any, *, call: Call = over_http) -> list[Plugged]:
    """As the settings say; a demonstration shows one provider of each kind. Raises: ImproperlyConfigured."""
    if settings.PROVIDERS == NONE:
        return demo_providers(settings) if settings.IS_DEMO else []
    if not settings.PUBLIC_URL.startswith("https://"):
        raise ImproperlyConfigured(
            "JINGWEI_PROVIDERS needs JINGWEI_PUBLIC_URL (https://…): they lead back to it"
        )
    return read_providers(Path(settings.PROVIDERS), call=call)


def home_of(settings: Any) -> str:
    """Our own origin as providers know it; in a demonstration the one that the browser uses."""
    return "" if settings.PUBLIC_URL == NONE else str(settings.PUBLIC_URL).rstrip("/")


def read_providers(file: Path, *, call: Call) -> list[Plugged]:
    """Raises: ImproperlyConfigured, naming the provider and what is wrong with it, never a secret."""
    try:
        is_open = file.stat().st_mode & 0o077
        written = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as fault:
        raise ImproperlyConfigured(f"JINGWEI_PROVIDERS: {file} cannot be read: {fault.strerror}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        raise ImproperlyConfigured(f"JINGWEI_PROVIDERS: {file} is no TOML") from None
    if is_open:
        raise ImproperlyConfigured(f"JINGWEI_PROVIDERS: {file} holds secrets; others may read it: chmod 600")
    listed = written.get("provider", [])
    if set(written) - {"provider"} or not isinstance(listed, list) or not listed:
        raise ImproperlyConfigured(
            f"JINGWEI_PROVIDERS: {file} must hold [[provider]] tables and nothing else"
        )
    found = [_plugged(one, call) for one in listed]
    if len({facts.key for facts, _ in found}) != len(found):
        raise ImproperlyConfigured("JINGWEI_PROVIDERS: two providers have the same key")
    return found


def _plugged(written: Mapping[str, Any], call: Call) -> Plugged:
    key = written.get("key")
    if not isinstance(key, str) or not KEY.fullmatch(key):
        raise ImproperlyConfigured("JINGWEI_PROVIDERS: a key is 1 to 20 small letters, digits or -")
    if key in TAKEN:
        raise ImproperlyConfigured(
            f"JINGWEI_PROVIDERS: “{key}” means another way to sign in; choose another key"
        )
    make = MAKERS.get(str(written.get("kind")))
    if make is None:
        raise ImproperlyConfigured(f"JINGWEI_PROVIDERS, {key}: kind is one of {', '.join(MAKERS)}")
    entry = Entry(key, written)
    facts = ProviderFacts(
        key=key,
        name_zh=entry.text("name_zh"),
        name_en=entry.text("name_en"),
        serves=entry.serves(),
        is_authoritative=entry.flag("is_authoritative"),
    )
    if facts.is_authoritative and facts.serves is ProviderServes.RESIDENTS:
        raise ImproperlyConfigured(f"JINGWEI_PROVIDERS, {key}: residents have no user names to go by")
    provider = make(entry, call)
    entry.finish()
    return facts, provider


class Entry:
    """One provider as it is written; what nobody asked for is a misspelling."""

    def __init__(self, key: str, written: Mapping[str, Any]) -> None:
        self.key = key
        self.written = written
        self.asked = {"key", "kind"}

    def text(self, name: str, default: str | None = None) -> str:
        found = self._given(name, default)
        if not isinstance(found, str) or not found.strip():
            raise self.fault(f"{name} is missing, or no text")
        return found

    def flag(self, name: str) -> bool:
        found = self._given(name, False)
        if not isinstance(found, bool):
            raise self.fault(f"{name} is true or false")
        return found

    def names(self, name: str) -> frozenset[str]:
        found = self._given(name, [])
        if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
            raise self.fault(f"{name} is a list of texts")
        return frozenset(found)

    def address(self, name: str, default: str | None = None) -> str:
        """Over TLS only: what comes back from there opens accounts."""
        found = self.text(name, default)
        if not found.startswith("https://") or "?" in found or "#" in found:
            raise self.fault(f"{name} must be https://… without ? or #")
        return found

    def secret(self) -> str:
        return self.text("client_secret")

    def number(self, name: str, default: int, known: Mapping[int, Any]) -> int:
        found = self._given(name, default)
        if found not in known or isinstance(found, bool):
            raise self.fault(f"{name} is one of {', '.join(str(one) for one in known)}")
        return int(found)

    def serves(self) -> ProviderServes:
        try:
            return ProviderServes(self.text("serves", ProviderServes.STAFF.value))
        except ValueError:
            known = ", ".join(one.value for one in ProviderServes)
            raise self.fault(f"serves is one of {known}") from None

    def finish(self) -> None:
        unknown = set(self.written) - self.asked
        if unknown:
            raise self.fault(f"unknown: {', '.join(sorted(unknown))}")

    def fault(self, what: str) -> ImproperlyConfigured:
        return ImproperlyConfigured(f"JINGWEI_PROVIDERS, {self.key}: {what}")

    def _given(self, name: str, default: Any) -> Any:
        self.asked.add(name)
        return self.written.get(name, default)


def _oidc(entry: Entry, call: Call) -> SignInProvider:
    return OidcProvider(
        issuer=entry.address("issuer"),
        client_id=entry.text("client_id"),
        secret=entry.secret(),
        call=call,
        scope=entry.text("scope", "openid profile"),
        username_claim=entry.text("username_claim", "preferred_username"),
        strong=entry.names("strong"),
    )


def _oauth2(entry: Entry, call: Call) -> SignInProvider:
    return OAuthProvider(
        authorization=entry.address("authorization"),
        token=entry.address("token"),
        userinfo=entry.address("userinfo"),
        client_id=entry.text("client_id"),
        secret=entry.secret(),
        call=call,
        scope=entry.text("scope", "profile"),
        subject_claim=entry.text("subject_claim", "sub"),
        username_claim=entry.text("username_claim", "preferred_username"),
        end_session=entry.address("end_session") if "end_session" in entry.written else None,
        takes_secret_in_body=entry.flag("takes_secret_in_body"),
    )


def _cas(entry: Entry, call: Call) -> SignInProvider:
    return CasProvider(
        base=entry.address("base").rstrip("/"),
        call=call,
        version=entry.number("version", 3, PATHS),
        strong=entry.names("strong"),
    )


MAKERS: dict[str, Callable[[Entry, Call], SignInProvider]] = {"oidc": _oidc, "oauth2": _oauth2, "cas": _cas}
