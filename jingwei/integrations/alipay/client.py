"""The wire to Alipay: every request is signed with our key, every answer checked against Alipay's."""

import base64
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa

from jingwei.foundation.access.contracts import Container
from jingwei.foundation.administration.contracts import CodeRefused, PageConfig
from jingwei.foundation.notices.contracts import AddressRefused, Message, OutletDown, Receipt
from jingwei.integrations.alipay.mapping import (
    Reply,
    common_fields,
    message_body,
    person_of,
    plain_to_sign,
    read_reply,
)
from jingwei.kernel.clock import now
from jingwei.kernel.sockets import Asked, Call, OutsideDown

GATEWAY = "https://openapi.alipay.com/gateway.do"
OAUTH = "alipay.system.oauth.token"
SEND = "alipay.open.public.message.single.send"
FORM = "application/x-www-form-urlencoded;charset=utf-8"


@dataclass(frozen=True, slots=True)
class AlipayApp:
    """One app with our private key and Alipay's public one (PEM)."""

    app_id: str
    private_pem: bytes = field(repr=False)
    alipay_pem: bytes = field(repr=False)
    call: Call = field(repr=False)

    def identify(self, code: str, *, at: datetime) -> str:
        reply = self.ask(OAUTH, {"grant_type": "authorization_code", "code": code}, at)
        if reply.is_about_the_code:
            raise CodeRefused
        person = person_of(reply.fields)
        if reply.fault or person is None:
            raise OutsideDown(reason=reply.fault or "nobody named")
        return person

    def configure(self, url: str, *, nonce: str, at: datetime) -> PageConfig:
        """Alipay puts its bridge into pages by itself and wants no signature."""
        return PageConfig(Container.ALIPAY, self.app_id, "", int(at.timestamp()), nonce, "")

    def ask(self, method: str, fields: Mapping[str, str], at: datetime) -> Reply:
        """Raises: OutsideDown, also for an answer that Alipay has not signed."""
        given = common_fields(self.app_id, method, at=at) | dict(fields)
        given["sign"] = sign(self.private_pem, plain_to_sign(given))
        answer = self.call(Asked("POST", GATEWAY, urlencode(given).encode(), FORM))
        if answer.status != 200:
            raise OutsideDown(reason=f"status {answer.status}")
        try:
            reply = read_reply(method, answer.body.decode())
        except ValueError:
            raise OutsideDown(reason="no JSON") from None
        if not is_signed(self.alipay_pem, reply.signed, reply.signature):
            raise OutsideDown(reason="wrong signature")
        return reply


@dataclass(frozen=True, slots=True)
class AlipayOutlet:
    """Template messages of the service account 生活号; ``link`` is where a tap leads."""

    app: AlipayApp
    template_id: str
    link: str
    name: str = "alipay"
    clock: Callable[[], datetime] = now

    def send(self, message: Message) -> Receipt:
        at = self.clock()
        body: dict[str, Any] = message_body(
            message.address, message.text, template_id=self.template_id, link=self.link, at=at
        )
        try:
            reply = self.app.ask(SEND, {"biz_content": json.dumps(body, ensure_ascii=False)}, at)
        except OutsideDown as down:
            raise OutletDown(**down.data) from None
        if reply.is_about_the_person:
            raise AddressRefused(reason=reply.fault)
        if reply.fault:
            raise OutletDown(reason=reply.fault)
        return Receipt(self.name, str(message.id), at)


def sign(private_pem: bytes, plain: str) -> str:
    """RSA2: SHA-256 with RSA, PKCS #1 v1.5, in base64."""
    key = serialization.load_pem_private_key(private_pem, password=None)
    assert isinstance(key, rsa.RSAPrivateKey)
    return base64.b64encode(key.sign(plain.encode(), padding.PKCS1v15(), hashes.SHA256())).decode()


def is_signed(public_pem: bytes, plain: str, signature: str) -> bool:
    key = serialization.load_pem_public_key(public_pem)
    assert isinstance(key, rsa.RSAPublicKey)
    try:
        key.verify(base64.b64decode(signature), plain.encode(), padding.PKCS1v15(), hashes.SHA256())
    except (InvalidSignature, ValueError):
        return False
    return True
