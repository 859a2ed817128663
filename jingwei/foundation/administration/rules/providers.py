"""Signing in by a provider: which browser began it, where it may lead, whose account it opens, and what is refused."""

import re
from datetime import timedelta
from enum import StrEnum

from jingwei.foundation.privacy.contracts import Mask, PersonalField
from jingwei.kernel.errors import DomainError, Forbidden, Invalid
from jingwei.kernel.vouching import ProviderServes

PROVIDER_SUBJECT = PersonalField(
    name="access.provider.subject",
    label="统一身份认证的用户编号",
    purpose="用统一身份认证登录",
    legal_basis="个人信息保护法第十三条第一款第一项（居民：本人绑定，可随时解除）、第三项（工作人员）",
    retention_days=3650,
    mask=Mask.WHOLE,
)
ATTEMPT_LENGTH = timedelta(minutes=10)
"""How long the provider's own page may take, a forgotten password there included."""
RETURN_PATH = "/sign-in/"
FACES = {"d": "/desk/", "m": "/m/"}
"""By the first letter of a state: the face that the browser goes back to."""
STATE = re.compile(r"[dm][el]-[A-Za-z0-9_-]{43}")
OWN_PLACE = re.compile(r"/(?:desk|m)/[^\\\x00-\x20\x7f]{0,1900}")


class AttemptFor(StrEnum):
    """What the browser left for."""

    ENTER = "e"
    LINK = "l"


class ProviderUnknown(DomainError):
    code = "access.provider_unknown"
    message = "本平台没有接入这个登录方式。请从登录页列出的方式中选择。"
    message_en = "This platform is not connected with that provider. Choose one that the sign-in page lists."
    status = 404


class AttemptLost(DomainError):
    code = "access.provider_attempt_lost"
    message = "这次登录不是从这个浏览器开始的，或者已经用过、超过了{minutes}分钟。请回到登录页重新开始。"
    message_en = (
        "This sign-in did not begin in this browser, was used already, or took longer than {minutes} minutes. "
        "Begin again from the sign-in page."
    )
    status = 401


class ProviderUnlinked(DomainError):
    code = "access.provider_unlinked"
    message = "“{name}”认出了您，但还没有绑定本平台的账号。请先用用户名和密码（居民用手机号）登录，再到账号设置里绑定一次。"
    message_en = (
        "“{name_en}” knows you, but is not linked with an account here. Sign in with user name and password "
        "(residents: telephone number) first, then link it once under your account."
    )
    status = 401


class ProviderOtherIdentity(DomainError):
    code = "access.provider_other_identity"
    message = "这个账号在“{name}”绑定的是另一个身份。如果换了人或换了编号，请本人用密码登录后解除旧的绑定，或联系管理员。"
    message_en = (
        "This account is linked with another identity of “{name_en}”. If it was changed there, sign in with your "
        "password and unlink the old one, or ask your administrator."
    )
    status = 409


class ProviderNotForYou(Forbidden):
    code = "access.provider_not_for_you"
    message = "“{name}”不能用来登录这一类账号。请用登录页上的其他方式。"
    message_en = "“{name_en}” does not open accounts of this kind. Use another way on the sign-in page."


class ForeignPlace(Invalid):
    code = "access.provider_foreign_place"
    message = "登录以后只能回到本平台的页面。请从登录页重新开始。"
    message_en = "Signing in leads back to pages of this platform only. Begin again from the sign-in page."


def require_own_place(place: str) -> str:
    """A place of ours to go on at: nothing from an address may lead elsewhere. Raises: ForeignPlace."""
    if not OWN_PLACE.fullmatch(place) or "//" in place.partition("?")[0] or "/.." in place:
        raise ForeignPlace
    return place


def state_prefix(place: str, purpose: AttemptFor) -> str:
    """What a state begins with: it tells the page to go back to, and what for, without being believed."""
    face = next(letter for letter, path in FACES.items() if place.startswith(path))
    return f"{face}{purpose.value}-"


def face_of(state: str) -> str:
    """The face that began it; the desk where the state makes no sense, whose page then says so."""
    return FACES[state[0]] if STATE.fullmatch(state) else FACES["d"]


def serves_staff(serves: ProviderServes) -> bool:
    return serves is not ProviderServes.RESIDENTS


def serves_residents(serves: ProviderServes) -> bool:
    return serves is not ProviderServes.STAFF
