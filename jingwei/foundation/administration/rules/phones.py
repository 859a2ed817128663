"""Codes by SMS: which numbers get one, how often, for how long, and how many tries."""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta

from jingwei.kernel.errors import DomainError, Invalid

CODE_DIGITS = 6
CODE_LASTS = timedelta(minutes=5)
MOST_TRIES = 5
AGAIN_AFTER = timedelta(seconds=60)
RESIDENT_SESSION_LENGTH = timedelta(days=30)
"""A resident proves the number by SMS each time, so it need not be often; the session can be ended at any time."""

Limits = tuple[tuple[timedelta, int], ...]
PHONE_LIMITS: Limits = ((AGAIN_AFTER, 1), (timedelta(hours=1), 5), (timedelta(days=1), 10))
"""At most fifty guesses in a day at one number's code, one in a million each."""
ADDRESS_LIMITS: Limits = ((timedelta(hours=1), 100), (timedelta(days=1), 500))
"""Thousands of telephones may share one address of a mobile network: enough for them, too few for a flood of SMS."""
CODES_KEPT = timedelta(days=2)

MOBILE = re.compile(r"1[3-9]\d{9}", re.ASCII)


class MobileNeeded(Invalid):
    code = "administration.mobile_needed"
    message = "这不是手机号，收不到短信验证码。请填写11位手机号；没有手机可凭查询码查看进展。"
    message_en = (
        "This is not a mobile number, so no code can be sent to it. Give an 11-digit mobile number; "
        "without one, follow your report by its tracking code."
    )


class CodesTooOften(DomainError):
    code = "administration.codes_too_often"
    message = "获取验证码过于频繁，请在{seconds}秒后再试。已收到的验证码5分钟内有效。"
    message_en = (
        "Too many codes were asked for; try again in {seconds} seconds. "
        "A code you have received is valid for 5 minutes."
    )
    status = 429


class PhoneCodeRefused(Invalid):
    """One answer for a wrong, an old, a used and a never sent code: it says nothing about the number."""

    code = "administration.phone_code_refused"
    message = "验证码不正确或已失效。请核对短信中的6位数字，或重新获取验证码。"
    message_en = (
        "The code is wrong or no longer valid. Check the six digits in the SMS, or ask for a new code."
    )
    status = 401


def require_mobile(digits: str) -> None:
    """Raises: MobileNeeded."""
    if not MOBILE.fullmatch(digits):
        raise MobileNeeded


def seconds_to_wait(sent: Sequence[datetime], limits: Limits, *, at: datetime) -> int:
    """How long until one more may be sent, given when earlier ones were; nothing if it may be now."""
    waits = [0]
    for window, most in limits:
        recent = sorted((one for one in sent if one > at - window), reverse=True)
        if len(recent) >= most:
            free_at = recent[most - 1] + window
            waits.append(max(1, int((free_at - at).total_seconds())))
    return max(waits)


def code_text(code: str) -> str:
    """The SMS."""
    return f"验证码{code}，{CODE_LASTS.seconds // 60}分钟内有效，用于登录经纬。工作人员不会向您索要验证码。"
