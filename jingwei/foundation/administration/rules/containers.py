"""Signing in where a container knows who holds the phone: what is refused, and for how long proof is good."""

from collections.abc import Collection
from datetime import timedelta
from urllib.parse import urlsplit

from jingwei.foundation.access.contracts import Container
from jingwei.kernel.errors import DomainError, Forbidden, Invalid

TICKET_LENGTH = timedelta(minutes=15)
"""How long somebody whom a container named has to show who they are to us."""
MOST_AT_ONCE = 4
"""Questions to containers that one process asks at a time: slow answers must not hold every thread."""


class ContainerNotSetUp(DomainError):
    code = "access.container_not_set_up"
    message = "本平台没有接入这个应用。请改用手机号或用户名登录。"
    message_en = (
        "This platform is not connected with that app. Sign in by telephone number or user name instead."
    )
    status = 404


class ContainerBusy(DomainError):
    code = "access.container_busy"
    message = "正在登录的人较多，请在{seconds}秒后再试，或用手机号、用户名登录。"
    message_en = (
        "Many people are signing in; try again in {seconds} seconds, or by telephone number or user name."
    )
    status = 429


CONTAINER_WORDS = {
    Container.WECHAT: ("微信", "WeChat"),
    Container.WECHAT_MINI: ("微信小程序", "the WeChat mini-program"),
    Container.WECOM: ("企业微信", "WeCom"),
    Container.DINGTALK: ("钉钉", "DingTalk"),
    Container.ALIPAY: ("支付宝", "Alipay"),
}


class NotForStaff(Forbidden):
    code = "access.container_not_for_staff"
    message = "工作人员不能用这个应用登录工作账号。请使用{allowed}，或用用户名和密码登录。"
    message_en = "Staff accounts are not opened by this app. Use {allowed_en}, or user name and password."


class TicketRefused(Invalid):
    code = "access.container_ticket_refused"
    message = "绑定凭证无效或已过期。请从应用里重新打开本页，再绑定一次。"
    message_en = (
        "The proof for linking is wrong or too old. Open this page from the app again, then link once more."
    )


class ForeignPage(Invalid):
    code = "access.container_foreign_page"
    message = "只能为本平台的页面签名。请从本平台的网址打开页面。"
    message_en = "Only pages of this platform are signed. Open the page at this platform's own address."


class LinkBarred(Forbidden):
    code = "access.container_link_barred"
    message = "这个账号现在不能这样登录。请用用户名和密码登录，或联系本单位管理员。"
    message_en = (
        "This account cannot be opened this way now. Use user name and password, or ask your administrator."
    )


def require_for_staff(container: Container, allowed: Collection[Container]) -> None:
    """Whether a member of staff may come in by this container. Raises: NotForStaff."""
    if container in allowed:
        return
    words = [CONTAINER_WORDS[one] for one in Container if one in allowed]
    raise NotForStaff(
        allowed="、".join(zh for zh, _ in words) or "用户名和密码",
        allowed_en=" or ".join(en for _, en in words) or "a password",
    )


def page_to_sign(url: str, *, host: str) -> str:
    """The address that a container compares with the page's own: without what follows #. Raises: ForeignPage."""
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or parts.netloc != host:
        raise ForeignPage
    return url.partition("#")[0]
