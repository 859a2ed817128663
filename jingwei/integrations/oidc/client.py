"""The wire to providers that speak OpenID Connect, or plain OAuth 2.0 with an address that says who somebody is."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from jingwei.foundation.wire import json_of
from jingwei.integrations.oidc.mapping import (
    Discovered,
    PublicKey,
    algorithm_of,
    authorization_address,
    basic,
    claim,
    discovered,
    key_id_of,
    keys_named,
    public_keys,
    require_access_token,
    subject_of,
    username_of,
    verified_claims,
    with_query,
)
from jingwei.kernel.sockets import Answered, Asked, Call
from jingwei.kernel.vouching import (
    ProviderAttempt,
    ProviderFault,
    ProviderReturn,
    Vouched,
    provider_refused,
)

WELL_KNOWN = "/.well-known/openid-configuration"
FORM = "application/x-www-form-urlencoded"
KNOWN_FOR = timedelta(hours=1)
ASKED_AGAIN_AFTER = timedelta(seconds=30)
"""A token that names a key nobody knows makes us ask for the keys again, but not more often than this."""
LONGEST_PROOF = 4096


@dataclass
class Known:
    """What was read of a provider, per process, and when."""

    about: Discovered | None = None
    about_at: datetime | None = None
    keys: Sequence[PublicKey] = ()
    keys_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class OidcProvider:
    """One issuer with one client of ours. ``strong`` lists the ``acr`` that mean two factors there."""

    issuer: str
    client_id: str
    secret: str = field(repr=False)
    call: Call = field(repr=False)
    scope: str = "openid profile"
    username_claim: str = "preferred_username"
    strong: frozenset[str] = frozenset()
    known: Known = field(default_factory=Known, repr=False, compare=False)

    def begin(self, attempt: ProviderAttempt, *, at: datetime) -> str:
        there = self._about(at).authorization
        return authorization_address(
            there, attempt, client_id=self.client_id, scope=self.scope, with_nonce=True
        )

    def finish(self, attempt: ProviderAttempt, given: ProviderReturn, *, at: datetime) -> Vouched:
        about = self._about(at)
        if given.issuer != self.issuer and (given.issuer is not None or about.names_itself):
            raise provider_refused(ProviderFault.ISSUER)
        granted = exchange(
            self.call,
            about.token,
            attempt,
            given,
            client_id=self.client_id,
            secret=self.secret,
            takes_secret_in_body=about.takes_secret_in_body,
        )
        token = granted.get("id_token")
        if not isinstance(token, str):
            raise provider_refused(ProviderFault.ANSWER)
        said = verified_claims(
            token,
            self._keys_for(key_id_of(token), about, at),
            issuer=self.issuer,
            client_id=self.client_id,
            attempt=attempt,
            at=at,
            strong=self.strong,
        )
        access_token = granted.get("access_token")
        if isinstance(access_token, str):
            require_access_token(said.all, access_token, algorithm_of(token))
        username = username_of(said.all, self.username_claim)
        if username is None and about.userinfo and isinstance(access_token, str):
            more = ask_who(self.call, about.userinfo, access_token)
            if more.get("sub") != said.subject:  # Core 1.0 §5.3.2: it may speak of somebody else
                raise provider_refused(ProviderFault.SUBJECT)
            username = username_of(more, self.username_claim)
        return Vouched(said.subject, username, said.proved_at, said.is_strong, farewell=token)

    def leave(self, farewell: str, *, return_to: str, at: datetime) -> str | None:
        there = self._about(at).end_session
        if there is None:
            return None
        asked = {"client_id": self.client_id, "post_logout_redirect_uri": return_to}
        return with_query(there, ({"id_token_hint": farewell} if farewell else {}) | asked)

    def _about(self, at: datetime) -> Discovered:
        known = self.known
        if known.about is None or known.about_at is None or at - known.about_at > KNOWN_FOR:
            answer = json_of(self.call(Asked("GET", f"{self.issuer.rstrip('/')}{WELL_KNOWN}")))
            known.about, known.about_at = discovered(answer, issuer=self.issuer), at
        return known.about

    def _keys_for(self, key_id: str | None, about: Discovered, at: datetime) -> list[PublicKey]:
        """Keys rotate: one that is not known yet is asked for."""
        known = self.known
        found = keys_named(known.keys, key_id)
        age = None if known.keys_at is None else at - known.keys_at
        if age is None or age > KNOWN_FOR or (not found and age > ASKED_AGAIN_AFTER):
            known.keys, known.keys_at = public_keys(json_of(self.call(Asked("GET", about.keys)))), at
            found = keys_named(known.keys, key_id)
        if not found:
            raise provider_refused(ProviderFault.SIGNATURE)
        return found


@dataclass(frozen=True, slots=True)
class OAuthProvider:
    """A provider without OpenID Connect: its addresses are written down, and one of them says who somebody is.

    Nothing it says is signed. What counts is that the code was changed into a token by ourselves, over TLS, with our
    secret and the verifier of this very try (PKCE), and that this token, never one from the browser, was asked about.
    """

    authorization: str
    token: str
    userinfo: str
    client_id: str
    secret: str = field(repr=False)
    call: Call = field(repr=False)
    scope: str = ""
    subject_claim: str = "sub"
    username_claim: str = "preferred_username"
    issuer: str | None = None
    end_session: str | None = None
    takes_secret_in_body: bool = False

    def begin(self, attempt: ProviderAttempt, *, at: datetime) -> str:
        return authorization_address(
            self.authorization, attempt, client_id=self.client_id, scope=self.scope, with_nonce=False
        )

    def finish(self, attempt: ProviderAttempt, given: ProviderReturn, *, at: datetime) -> Vouched:
        if given.issuer is not None and given.issuer != self.issuer:
            raise provider_refused(ProviderFault.ISSUER)
        if attempt.is_fresh:  # nothing it says could show that it asked again
            raise provider_refused(ProviderFault.STALE)
        granted = exchange(
            self.call,
            self.token,
            attempt,
            given,
            client_id=self.client_id,
            secret=self.secret,
            takes_secret_in_body=self.takes_secret_in_body,
        )
        access_token = granted.get("access_token")
        if not isinstance(access_token, str) or not access_token:
            raise provider_refused(ProviderFault.ANSWER)
        said = ask_who(self.call, self.userinfo, access_token)
        return Vouched(
            subject_of(claim(said, self.subject_claim)), username_of(said, self.username_claim), None
        )

    def leave(self, farewell: str, *, return_to: str, at: datetime) -> str | None:
        return self.end_session


def exchange(
    call: Call,
    address: str,
    attempt: ProviderAttempt,
    given: ProviderReturn,
    *,
    client_id: str,
    secret: str,
    takes_secret_in_body: bool,
) -> dict[str, Any]:
    """Change the code into tokens. Raises: ProviderRefused; OutsideDown.

    Source: RFC 6749 §4.1.3, 5.2; RFC 7636 §4.5.
    """
    if given.error is not None:
        raise provider_refused(ProviderFault.DENIED)
    if not given.proof or len(given.proof) > LONGEST_PROOF:
        raise provider_refused(ProviderFault.PROOF)
    body = {
        "grant_type": "authorization_code",
        "code": given.proof,
        "redirect_uri": attempt.return_to,
        "code_verifier": attempt.verifier,
        "client_id": client_id,
    }
    headers: tuple[tuple[str, str], ...] = ()
    if takes_secret_in_body:
        body["client_secret"] = secret
    else:
        headers = (("Authorization", basic(client_id, secret)),)
    answer = call(Asked("POST", address, urlencode(body).encode(), FORM, headers=headers))
    if answer.status == 400 and _error_of(answer) in {"", "invalid_grant"}:
        raise provider_refused(ProviderFault.PROOF)
    return json_of(answer)


def ask_who(call: Call, address: str, access_token: str) -> Mapping[str, Any]:
    """Raises: OutsideDown."""
    return json_of(call(Asked("GET", address, headers=(("Authorization", f"Bearer {access_token}"),))))


def _error_of(answer: Answered) -> str:
    try:
        said = json.loads(answer.body or b"{}")
    except ValueError:
        return ""
    return str(said.get("error", "")) if isinstance(said, dict) else ""
