"""Single sign-on: what a provider is asked, what it says of somebody, and what of that may not hold. Pure."""

import re
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol
from urllib.parse import urlencode

from jingwei.kernel.errors import DomainError

KEY = re.compile(r"[a-z0-9][a-z0-9-]{0,19}")
"""What a provider is called in addresses and in the audit."""


class ProviderServes(StrEnum):
    """Whom a sign-in provider knows."""

    STAFF = "staff"  # 工作人员
    RESIDENTS = "residents"  # 居民
    EVERYBODY = "everybody"  # 都可以


@dataclass(frozen=True, slots=True)
class ProviderFacts:
    """A sign-in provider as its operator describes it, and as sign-in pages name it.

    ``is_authoritative`` says that its user names are ours: whoever it calls lin is our lin.
    """

    key: str
    name_zh: str
    name_en: str
    serves: ProviderServes
    is_authoritative: bool = False


@dataclass(frozen=True, slots=True)
class ProviderAttempt:
    """One try to sign in by a provider, bound to the browser that began it.

    ``return_to`` is our address that the provider sends the browser back to. ``is_fresh`` asks for the password there
    even where somebody is signed in already.
    """

    state: str
    nonce: str = field(repr=False)
    verifier: str = field(repr=False)
    return_to: str
    started_at: datetime
    is_fresh: bool = False


@dataclass(frozen=True, slots=True)
class ProviderReturn:
    """What the browser brought back: a one-time proof, or the provider's refusal. ``issuer`` says who sent it."""

    proof: str | None = field(repr=False)
    issuer: str | None = None
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Vouched:
    """Whom a provider named, when they had proved it there, and whether by two factors, as far as it says.

    ``farewell`` is what the provider wants to see when the same session signs out.
    """

    subject: str = field(repr=False)
    username: str | None
    proved_at: datetime | None
    is_strong: bool = False
    farewell: str = field(default="", repr=False)


class ProviderFault(StrEnum):
    """What about a provider's word did not hold."""

    DENIED = "denied"
    PROOF = "proof"
    ISSUER = "issuer"
    AUDIENCE = "audience"
    SIGNATURE = "signature"
    TIME = "time"
    NONCE = "nonce"
    STALE = "stale"
    SUBJECT = "subject"
    ANSWER = "answer"


PROVIDER_FAULTS = {
    ProviderFault.DENIED: ("对方没有同意，或您取消了", "it declined, or you cancelled"),
    ProviderFault.PROOF: (
        "登录凭证无效、已使用或已过期",
        "the proof it gave is wrong, was used before, or is too old",
    ),
    ProviderFault.ISSUER: ("应答来自另一个登录系统", "the answer came from another provider"),
    ProviderFault.AUDIENCE: ("凭证是发给别的系统的", "its word was meant for another system"),
    ProviderFault.SIGNATURE: ("签名核对不上", "its signature does not hold"),
    ProviderFault.TIME: ("凭证的时间不对，请核对两边的时钟", "the times do not fit; check both clocks"),
    ProviderFault.NONCE: ("应答不属于这次登录", "the answer belongs to another sign-in"),
    ProviderFault.STALE: ("对方没有重新核对您的身份", "it did not ask you again"),
    ProviderFault.SUBJECT: ("对方没有说您是谁", "it did not say who you are"),
    ProviderFault.ANSWER: ("对方的应答无法理解", "its answer cannot be understood"),
}


class ProviderRefused(DomainError):
    """The provider did not vouch for anybody, or what it said does not hold."""

    code = "access.provider_refused"
    message = "没有登录：{reason}。请回到登录页重新开始；仍不行请用用户名和密码登录，或联系管理员。"
    message_en = (
        "You are not signed in: {reason_en}. Begin again from the sign-in page; if that does not help, "
        "use your user name and password, or ask your administrator."
    )
    status = 401


def provider_refused(fault: ProviderFault) -> ProviderRefused:
    """The refusal that names a fault."""
    reason, reason_en = PROVIDER_FAULTS[fault]
    return ProviderRefused(fault=fault.value, reason=reason, reason_en=reason_en)


class SignInProvider(Protocol):
    """What every provider of single sign-on is asked. An integration gives it; config plugs it in.

    ``begin`` says where to send the browser; ``finish`` checks what it brought back (Raises: ProviderRefused,
    OutsideDown); ``leave`` says where the browser signs out over there, if that is possible.
    """

    def begin(self, attempt: ProviderAttempt, *, at: datetime) -> str: ...

    def finish(self, attempt: ProviderAttempt, given: ProviderReturn, *, at: datetime) -> Vouched: ...

    def leave(self, farewell: str, *, return_to: str, at: datetime) -> str | None: ...


def service_of(attempt: ProviderAttempt) -> str:
    """Our address with the state in it, for providers that know no state of their own."""
    return f"{attempt.return_to}?{urlencode({'state': attempt.state})}"
