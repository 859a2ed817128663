"""A provider good enough for development and tests: OpenID Connect and plain OAuth 2.0 on the real wire.

``browse`` is what the browser meets, a call of the object what our server meets. It checks what a provider checks:
the secret, the address it was registered with, PKCE, that a code is used once. Tests make it lie through ``twist``
(what it says), ``sign`` (how it signs) and ``answers_as`` (who it says it is).
"""

import base64
import json
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

from jingwei.integrations.oidc.mapping import challenge_of, with_query
from jingwei.kernel.clock import now
from jingwei.kernel.crypto import Unreadable, decrypt, encrypt
from jingwei.kernel.sockets import Answered, Asked, OutsideDown

CODE = "fake.code"
CODE_LASTS = timedelta(minutes=1)
TOKEN_LASTS = timedelta(minutes=5)
Said = dict[str, Any]


@cache
def spare_key(number: int) -> RSAKey:
    """Keys take a while to make: the fakes of one process share a few."""
    return RSAKey.generate_key(2048, {"kid": f"key-{number}", "use": "sig"})


@dataclass
class FakeOidc:
    """``at_keyboard`` is who sits before it; nobody means that the sign-in there is cancelled.

    ``code_key`` lets several processes of one demonstration read each other's codes.
    """

    issuer: str
    client_id: str = "jingwei"
    secret: str = "fake-secret"  # noqa: S105  of the fake
    front: str = ""
    return_to: str = ""
    subjects: dict[str, str] = field(default_factory=dict)
    at_keyboard: str | None = None
    methods: tuple[str, ...] = ("pwd",)
    signed_in_at: datetime | None = None
    is_down: bool = False
    names_itself: bool = True
    answers_as: str | None = None
    twist: Callable[[Said], Said] = field(default=lambda said: said)
    sign: Callable[[Said], str] | None = None
    key_number: int = 1
    code_key: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)
    clock: Callable[[], datetime] = now
    asked: list[str] = field(default_factory=list)
    signed_out: list[Said] = field(default_factory=list)
    used: set[str] = field(default_factory=set)

    @property
    def key(self) -> RSAKey:
        return spare_key(self.key_number)

    def subject_of(self, username: str) -> str:
        return self.subjects.setdefault(username, f"sub-of-{username}")

    # --- what the browser meets ---

    def browse(self, address: str, username: str | None = None) -> str:
        """Where the browser is sent from one of our pages: back to us with a code, or with a refusal."""
        parts = urlsplit(address)
        asked = dict(parse_qsl(parts.query))
        if parts.path.endswith("/logout"):
            self.signed_out.append(asked)
            return asked["post_logout_redirect_uri"]
        if asked["client_id"] != self.client_id or (
            self.return_to and asked["redirect_uri"] != self.return_to
        ):
            raise ValueError("unknown client or address")
        back = {"state": asked["state"]}
        if self.names_itself:
            back["iss"] = self.answers_as or self.issuer
        who = username or self.at_keyboard
        if who is None:
            return with_query(asked["redirect_uri"], back | {"error": "access_denied"})
        return with_query(asked["redirect_uri"], back | {"code": self.grant(who, asked)})

    def grant(self, username: str, asked: Said) -> str:
        at = self.clock()
        is_asked_again = asked.get("prompt") == "login"
        signed_in_at = at if is_asked_again or self.signed_in_at is None else self.signed_in_at
        grant = {
            "username": username,
            "redirect_uri": asked["redirect_uri"],
            "challenge": asked["code_challenge"],
            "nonce": asked.get("nonce"),
            "auth_time": int(signed_in_at.timestamp()),
            "until": (at + CODE_LASTS).timestamp(),
        }
        return base64.urlsafe_b64encode(encrypt(self.code_key, json.dumps(grant), field=CODE)).decode()

    # --- what our server meets ---

    def __call__(self, asked: Asked) -> Answered:
        if self.is_down:
            raise OutsideDown(reason="timeout")
        path = urlsplit(asked.url).path
        self.asked.append(path)
        headers = {name.lower(): value for name, value in asked.headers}
        if path.endswith("/.well-known/openid-configuration"):
            return _json(200, self._about())
        if path.endswith("/keys"):
            return _json(200, {"keys": [self.key.as_dict(private=False)]})
        if path.endswith("/token") and asked.method == "POST":
            return self._token(dict(parse_qsl(asked.body.decode())), headers)
        if path.endswith("/userinfo"):
            return self._userinfo(headers)
        return _json(404, {"error": "not_found"})

    def _about(self) -> Said:
        front = self.front or self.issuer
        return {
            "issuer": self.answers_as or self.issuer,
            "authorization_endpoint": f"{front}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/keys",
            "userinfo_endpoint": f"{self.issuer}/userinfo",
            "end_session_endpoint": f"{front}/logout",
            "response_types_supported": ["code"],
            "id_token_signing_alg_values_supported": ["RS256"],
            "code_challenge_methods_supported": ["S256"],
            "authorization_response_iss_parameter_supported": self.names_itself,
        }

    def _token(self, body: Said, headers: Said) -> Answered:
        given = headers.get("authorization", "")
        if given.startswith("Basic "):
            name, _, secret = base64.b64decode(given[6:]).decode().partition(":")
            known = unquote(name), unquote(secret)
        else:
            known = body.get("client_id", ""), body.get("client_secret", "")
        if known != (self.client_id, self.secret):
            return _json(401, {"error": "invalid_client"})
        grant = self._grant_of(body.get("code", ""))
        is_good = (
            grant is not None
            and grant["redirect_uri"] == body.get("redirect_uri")
            and grant["challenge"] == challenge_of(body.get("code_verifier", ""))
        )
        if grant is None or not is_good:
            return _json(400, {"error": "invalid_grant"})
        self.used.add(body["code"])
        access_token = base64.urlsafe_b64encode(
            encrypt(self.code_key, str(grant["username"]), field="fake.access")
        ).decode()
        answer = {"access_token": access_token, "token_type": "Bearer", "expires_in": 300}
        if grant["nonce"] is not None:
            said = self.twist(self.claims(grant))
            answer["id_token"] = self.sign(said) if self.sign else self.signed(said)
        return _json(200, answer)

    def claims(self, grant: Said) -> Said:
        at = self.clock()
        return {
            "iss": self.issuer,
            "aud": self.client_id,
            "sub": self.subject_of(grant["username"]),
            "preferred_username": grant["username"],
            "nonce": grant["nonce"],
            "iat": int(at.timestamp()),
            "exp": int((at + TOKEN_LASTS).timestamp()),
            "auth_time": grant["auth_time"],
            "amr": list(self.methods),
        }

    def signed(self, said: Said, *, key: RSAKey | None = None) -> str:
        used = key or self.key
        return jwt.encode({"alg": "RS256", "kid": self.key.kid}, said, used)

    def _grant_of(self, code: str) -> Said | None:
        try:
            grant = json.loads(decrypt(self.code_key, base64.urlsafe_b64decode(code), field=CODE))
        except (ValueError, Unreadable):
            return None
        is_late = self.clock().timestamp() > grant["until"]
        return None if code in self.used or is_late else dict(grant)

    def _userinfo(self, headers: Said) -> Answered:
        try:
            sealed = base64.urlsafe_b64decode(headers.get("authorization", "").removeprefix("Bearer "))
            username = decrypt(self.code_key, sealed, field="fake.access")
        except (ValueError, Unreadable):
            return _json(401, {"error": "invalid_token"})
        return _json(200, {"sub": self.subject_of(username), "preferred_username": username})


def _json(status: int, said: Said) -> Answered:
    return Answered(status, json.dumps(said).encode(), "application/json")
