"""An Alipay good enough for development and tests: it checks our signature and signs its answers."""

import json
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from jingwei.integrations.alipay.client import OAUTH, is_signed, sign
from jingwei.integrations.alipay.mapping import plain_to_sign
from jingwei.kernel.sockets import Answered, Asked, OutsideDown

PROMISED = "demo-"


def new_key_pair() -> tuple[bytes, bytes]:
    """A private and a public key in PEM."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    public = key.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    return private, public


@dataclass
class FakeAlipay:
    """``grant`` gives the one-time code that the app would give its page. ``takes_promises`` is for demonstrations:
    a code ``demo-NAME`` then names NAME without having been granted. ``forges`` signs answers with a wrong key.
    """

    app_id: str = "2021-fake"
    ours: tuple[bytes, bytes] = field(default_factory=new_key_pair)
    theirs: tuple[bytes, bytes] = field(default_factory=new_key_pair)
    takes_promises: bool = False
    is_down: bool = False
    forges: bool = False
    refused: set[str] = field(default_factory=set)
    sent: list[dict[str, Any]] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    _codes: dict[str, str] = field(default_factory=dict)
    _used: set[str] = field(default_factory=set)

    def grant(self, subject: str) -> str:
        code = f"code-{len(self._codes) + 1}"
        self._codes[code] = subject
        return code

    def expire_passes(self) -> None:
        """There are none: every request is signed by itself."""

    def is_signed(self, url: str, nonce: str, timestamp: int, signature: str) -> bool:
        return signature == ""

    def __call__(self, asked: Asked) -> Answered:
        given = dict(parse_qsl(asked.body.decode(), keep_blank_values=True))
        self.asked.append(given["method"])
        if self.is_down:
            raise OutsideDown(reason="timeout")
        node, fields = self._answer(given)
        written = json.dumps(fields, ensure_ascii=False)
        key = self.ours[0] if self.forges else self.theirs[0]
        return Answered(200, f'{{"{node}":{written},"sign":"{sign(key, written)}"}}'.encode())

    def _answer(self, given: dict[str, str]) -> tuple[str, dict[str, Any]]:
        is_ours = is_signed(self.ours[1], plain_to_sign(given), given["sign"])
        if given["app_id"] != self.app_id or not is_ours:
            return "error_response", {"code": "40002", "msg": "Invalid", "sub_code": "isv.invalid-signature"}
        node = f"{given['method'].replace('.', '_')}_response"
        if given["method"] == OAUTH:
            return self._identify(node, given["code"])
        body = json.loads(given["biz_content"])
        if (body.get("to_open_id") or body.get("to_user_id")) in self.refused:
            return node, {"code": "40004", "msg": "Business Failed", "sub_code": "USER_NOT_FOLLOW"}
        self.sent.append(body)
        return node, {"code": "10000", "msg": "Success"}

    def _identify(self, node: str, code: str) -> tuple[str, dict[str, Any]]:
        if self.takes_promises and code.startswith(PROMISED):
            return node, {"open_id": code.removeprefix(PROMISED), "access_token": "a", "expires_in": 300}
        if code not in self._codes or code in self._used:
            return "error_response", {"code": "40002", "msg": "Invalid", "sub_code": "isv.code-invalid"}
        self._used.add(code)
        return node, {"open_id": self._codes[code], "access_token": "a", "expires_in": 300}
