"""People and their accounts: when a forgotten password is told of, and to whose administrators."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import StrEnum

from jingwei.kernel.codes import Level
from jingwei.kernel.errors import DomainError, Invalid

TOLD_AGAIN_AFTER = timedelta(hours=1)
"""Asking again sooner only counts: nobody can flood the administrators with somebody else's name."""
UNKNOWN_KEPT = timedelta(days=1)
REQUEST_KEPT = timedelta(days=180)
LAPSES_AFTER = timedelta(days=7)
"""A request nobody answered is of no use to its asker any more."""


class RequestEnd(StrEnum):
    """How a request for a new password ended."""

    ISSUED = "issued"  # 已签发一次性密码
    DISMISSED = "dismissed"  # 不予办理
    LAPSED = "lapsed"  # 七天无人办理


class CommunityNeeded(Invalid):
    code = "administration.community_needed"
    message = "范围太大，看不出是哪位网格员。请选择到村（社区）或网格，或打开定位。"
    message_en = (
        "That area is too large to name an officer. Choose a community or a grid, or use your position."
    )


class NoRequest(DomainError):
    code = "administration.no_request"
    message = "这位人员没有待办的重设密码申请。可能已由别的管理员办理，请刷新。"
    message_en = (
        "This person has no open request for a new password; a colleague may have dealt with it. Refresh."
    )


class NotRetired(DomainError):
    code = "administration.not_retired"
    message = "“{name}”的账号没有停用，不用恢复。忘记密码请签发一次性密码。"
    message_en = "The account of “{name}” is not closed. For a forgotten password make a one-time one."


class AlreadyRetired(DomainError):
    code = "administration.already_retired"
    message = "“{name}”已经离岗，或没有账号。请刷新。"
    message_en = "“{name}” has left already, or has no account. Refresh."


class PostNotFound(Invalid):
    code = "administration.post_not_found"
    message = "“{unit}”在区划{area_code}没有名为“{title}”的在用岗位。请先导入或新建岗位。"
    message_en = "“{unit}” has no active post “{title}” for the area {area_code}. Open or import it first."


class NoFirstPasswords(DomainError):
    code = "administration.no_first_passwords"
    message = "这一批没有可签发一次性密码的账号：不是人员导入，或各账号都已登录过。个别人员请在“人员”中重置。"
    message_en = (
        "No account of this batch waits for a first password: it brought in no staff, or everybody has signed in. "
        "Reset single passwords under Staff."
    )


def is_throttled(asked_at: datetime, *, at: datetime) -> bool:
    """Whether a request is young enough for another of the same name to be only counted."""
    return at - asked_at < TOLD_AGAIN_AFTER


def common_area(area_codes: Sequence[str], *, city: str) -> str:
    """The smallest area that contains them all; the city where there are none.

    Whoever administers it may make the password: all of somebody's posts must lie in an administrator's area.
    """
    if not area_codes:
        return city
    first = area_codes[0]
    for level in reversed(Level):
        code = first[: int(level)]
        if len(code) == int(level) and all(one.startswith(code) for one in area_codes):
            return code
    return city
