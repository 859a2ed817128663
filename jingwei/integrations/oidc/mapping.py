"""OpenID Connect's words and ours: addresses, signed tokens, and how well somebody proved who they are. Pure."""

import base64
import hashlib
import hmac
import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import quote, urlencode

from joserfc import jws
from joserfc.errors import JoseError
from joserfc.jwk import ECKey, OKPKey, RSAKey

from jingwei.kernel.vouching import ProviderAttempt, ProviderFault, provider_refused

PublicKey = RSAKey | ECKey | OKPKey

ALGORITHMS = (
    "RS256",
    "RS384",
    "RS512",
    "PS256",
    "PS384",
    "PS512",
    "ES256",
    "ES384",
    "ES512",
    "Ed25519",
    "EdDSA",
)
"""Signatures that only the provider can make. Never ``none``, and never HS…, whose key would be one we know, too."""
KINDS_OF_KEY: dict[str, type[PublicKey]] = {"RSA": RSAKey, "EC": ECKey, "OKP": OKPKey}
SHORTEST_RSA_BITS = 2048
SKEW = timedelta(seconds=60)
"""How far apart the provider's clock and ours may be."""
OLDEST_TOKEN = timedelta(minutes=10)
LONGEST_SUBJECT = 255
LONGEST_TOKEN = 32 * 1024

FACTORS = {
    "knowledge": frozenset({"pwd", "pin", "kba"}),
    "possession": frozenset({"otp", "hwk", "swk", "sms", "tel", "sc", "pop", "mca"}),
    "inherence": frozenset({"face", "fpt", "iris", "retina", "vbm"}),
}
"""Source: RFC 8176, and which kind of factor each method is."""


@dataclass(frozen=True, slots=True)
class Discovered:
    """What a provider says of itself. Source: OpenID Connect Discovery 1.0 §3."""

    issuer: str
    authorization: str
    token: str
    keys: str
    userinfo: str | None
    end_session: str | None
    names_itself: bool
    takes_secret_in_body: bool


@dataclass(frozen=True, slots=True)
class Claims:
    """What a checked ID token says."""

    subject: str = field(repr=False)
    proved_at: datetime | None
    is_strong: bool
    all: Mapping[str, Any] = field(repr=False)


def discovered(answer: Mapping[str, Any], *, issuer: str) -> Discovered:
    """Raises: ProviderRefused where it speaks for another issuer, or names no usable addresses."""
    if answer.get("issuer") != issuer:
        raise provider_refused(ProviderFault.ISSUER)
    ways = answer.get("token_endpoint_auth_methods_supported", ["client_secret_basic"])
    return Discovered(
        issuer=issuer,
        authorization=_address(answer, "authorization_endpoint", issuer),
        token=_address(answer, "token_endpoint", issuer),
        keys=_address(answer, "jwks_uri", issuer),
        userinfo=_address(answer, "userinfo_endpoint", issuer) if answer.get("userinfo_endpoint") else None,
        end_session=(
            _address(answer, "end_session_endpoint", issuer) if answer.get("end_session_endpoint") else None
        ),
        names_itself=answer.get("authorization_response_iss_parameter_supported") is True,
        takes_secret_in_body=isinstance(ways, list) and "client_secret_basic" not in ways,
    )


def _address(answer: Mapping[str, Any], name: str, issuer: str) -> str:
    """An address as safe as the issuer's own: a provider over TLS must not send us anywhere without."""
    found = answer.get(name)
    if not isinstance(found, str) or not found.startswith(("https://", "http://")):
        raise provider_refused(ProviderFault.ANSWER)
    if issuer.startswith("https://") and not found.startswith("https://"):
        raise provider_refused(ProviderFault.ANSWER)
    return found


def authorization_address(
    endpoint: str, attempt: ProviderAttempt, *, client_id: str, scope: str, with_nonce: bool
) -> str:
    """Where the browser asks for a code, with PKCE (RFC 7636, S256)."""
    asked = {
        "response_type": "code",
        "client_id": client_id,
        "redirect_uri": attempt.return_to,
        "scope": scope,
        "state": attempt.state,
        "code_challenge": challenge_of(attempt.verifier),
        "code_challenge_method": "S256",
    }
    if with_nonce:
        asked["nonce"] = attempt.nonce
    if attempt.is_fresh:
        asked |= {"prompt": "login", "max_age": "0"}
    return with_query(endpoint, asked)


def with_query(address: str, asked: Mapping[str, str]) -> str:
    return f"{address}{'&' if '?' in address else '?'}{urlencode(asked)}"


def challenge_of(verifier: str) -> str:
    return _unpadded(hashlib.sha256(verifier.encode()).digest())


def basic(client_id: str, secret: str) -> str:
    """Source: RFC 6749 §2.3.1: both are form-encoded first."""
    plain = f"{quote(client_id, safe='')}:{quote(secret, safe='')}"
    return f"Basic {base64.b64encode(plain.encode()).decode()}"


def key_id_of(token: str) -> str | None:
    """The key that a token says it is signed with; nothing it says is believed yet. Raises: ProviderRefused."""
    if len(token) > LONGEST_TOKEN or token.count(".") != 2:
        raise provider_refused(ProviderFault.ANSWER)
    try:
        padded = token.partition(".")[0]
        header = json.loads(base64.urlsafe_b64decode(padded + "=" * (-len(padded) % 4)))
    except ValueError:
        raise provider_refused(ProviderFault.ANSWER) from None
    if not isinstance(header, dict):
        raise provider_refused(ProviderFault.ANSWER)
    found = header.get("kid")
    return found if isinstance(found, str) else None


def public_keys(answer: Mapping[str, Any]) -> list[PublicKey]:
    """The keys for signatures among a provider's; symmetric, short and unreadable ones are passed over."""
    listed = answer.get("keys")
    found: list[PublicKey] = []
    for one in listed if isinstance(listed, list) else []:
        if not isinstance(one, dict) or one.get("use", "sig") != "sig" or "d" in one:
            continue
        kind = KINDS_OF_KEY.get(str(one.get("kty")))
        if kind is None:
            continue
        try:
            key = kind.import_key(one)
            is_fit = key.public_key.key_size >= SHORTEST_RSA_BITS if isinstance(key, RSAKey) else True
        except (JoseError, ValueError, TypeError, KeyError):
            continue
        if is_fit:
            found.append(key)
    return found


def keys_named(keys: Sequence[PublicKey], key_id: str | None) -> list[PublicKey]:
    """The key of that name; without a name all of them."""
    return [one for one in keys if key_id is None or one.kid == key_id]


def verified_claims(
    token: str,
    keys: Sequence[PublicKey],
    *,
    issuer: str,
    client_id: str,
    attempt: ProviderAttempt,
    at: datetime,
    strong: Collection[str] = (),
) -> Claims:
    """What an ID token says, once everything about it holds. Raises: ProviderRefused, naming what does not.

    Source: OpenID Connect Core 1.0 §3.1.3.7.
    """
    said = _payload(token, keys)
    if said.get("iss") != issuer:
        raise provider_refused(ProviderFault.ISSUER)
    _require_audience(said, client_id)
    _require_times(said, at)
    nonce = said.get("nonce")
    if not isinstance(nonce, str) or not hmac.compare_digest(nonce.encode(), attempt.nonce.encode()):
        raise provider_refused(ProviderFault.NONCE)
    proved_at = _moment(said, "auth_time") if "auth_time" in said else None
    if proved_at is not None and proved_at > at + SKEW:
        raise provider_refused(ProviderFault.TIME)
    if attempt.is_fresh and (proved_at is None or proved_at < attempt.started_at - SKEW):
        raise provider_refused(ProviderFault.STALE)
    return Claims(subject_of(said.get("sub")), proved_at, is_strong(said, strong), said)


def _payload(token: str, keys: Sequence[PublicKey]) -> Mapping[str, Any]:
    registry = jws.JWSRegistry(algorithms=list(ALGORITHMS), strict_check_header=False)
    for key in keys:
        try:
            content = jws.deserialize_compact(token, key, registry=registry).payload
        except (JoseError, ValueError, TypeError):
            continue
        try:
            said = json.loads(content)
        except ValueError:
            raise provider_refused(ProviderFault.ANSWER) from None
        if not isinstance(said, dict):
            raise provider_refused(ProviderFault.ANSWER)
        return said
    raise provider_refused(ProviderFault.SIGNATURE)


def _require_audience(said: Mapping[str, Any], client_id: str) -> None:
    """Meant for us; and where it is meant for others as well, asked for by us."""
    audience = said.get("aud")
    meant = audience if isinstance(audience, list) else [audience]
    asked_by = said.get("azp")
    if client_id not in meant or (len(meant) > 1 and asked_by is None):
        raise provider_refused(ProviderFault.AUDIENCE)
    if asked_by is not None and asked_by != client_id:
        raise provider_refused(ProviderFault.AUDIENCE)


def _require_times(said: Mapping[str, Any], at: datetime) -> None:
    expires_at, issued_at = _moment(said, "exp"), _moment(said, "iat")
    is_good = at - SKEW < expires_at and at - OLDEST_TOKEN - SKEW <= issued_at <= at + SKEW
    if "nbf" in said:
        is_good = is_good and _moment(said, "nbf") <= at + SKEW
    if not is_good:
        raise provider_refused(ProviderFault.TIME)


def _moment(said: Mapping[str, Any], name: str) -> datetime:
    seconds = said.get(name)
    if isinstance(seconds, bool) or not isinstance(seconds, int | float):
        raise provider_refused(ProviderFault.TIME)
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError):
        raise provider_refused(ProviderFault.TIME) from None


def require_access_token(said: Mapping[str, Any], access_token: str, algorithm: str) -> None:
    """The access token beside an ID token must be the one it was signed for. Raises: ProviderRefused.

    Source: OpenID Connect Core 1.0 §3.1.3.8; where the provider gives no ``at_hash``, there is nothing to compare.
    """
    given = said.get("at_hash")
    if given is None:
        return
    digest = {"384": hashlib.sha384, "512": hashlib.sha512}.get(algorithm[-3:], hashlib.sha256)
    whole = digest(access_token.encode()).digest()
    if not isinstance(given, str) or not hmac.compare_digest(
        given.encode(), _unpadded(whole[: len(whole) // 2]).encode()
    ):
        raise provider_refused(ProviderFault.SIGNATURE)


def algorithm_of(token: str) -> str:
    """Of a token that was verified."""
    head = token.partition(".")[0]
    return str(json.loads(base64.urlsafe_b64decode(head + "=" * (-len(head) % 4))).get("alg"))


def subject_of(found: object) -> str:
    """A lasting name as text; numbers are common in plain OAuth. Raises: ProviderRefused."""
    if isinstance(found, int) and not isinstance(found, bool):
        found = str(found)
    if not isinstance(found, str) or found != found.strip() or not 0 < len(found) <= LONGEST_SUBJECT:
        raise provider_refused(ProviderFault.SUBJECT)
    return found


def claim(said: Mapping[str, Any], path: str) -> object:
    """A claim by its name, or by its path (``data.user.id``)."""
    found: object = said
    for part in path.split("."):
        found = found.get(part) if isinstance(found, Mapping) else None
    return found


def username_of(said: Mapping[str, Any], path: str) -> str | None:
    found = claim(said, path)
    return found.strip() if isinstance(found, str) and found.strip() else None


def is_strong(said: Mapping[str, Any], strong: Collection[str]) -> bool:
    """Whether two kinds of proof were asked for: the provider's word (``mfa``, an agreed ``acr``), or two methods."""
    if said.get("acr") in strong:
        return True
    listed = said.get("amr")
    methods = {one for one in listed if isinstance(one, str)} if isinstance(listed, list) else set()
    return "mfa" in methods or sum(bool(methods & kind) for kind in FACTORS.values()) >= 2


def _unpadded(digest: bytes) -> str:
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
