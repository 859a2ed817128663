"""What telling people needs: a notice's words, and an outlet for what leaves the house (SMS and the like)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from jingwei.foundation.access.contracts import Role
from jingwei.foundation.privacy.contracts import Mask, PersonalField
from jingwei.kernel.errors import DomainError


@dataclass(frozen=True, slots=True)
class Words:
    """A notice as people read it, in both languages. No personal data: it may be shown on a locked screen."""

    title_zh: str
    title_en: str
    body_zh: str = ""
    body_en: str = ""


class Channel(StrEnum):
    """A way out of the house. Containers stand under the names that ``Container`` gives them."""

    SMS = "sms"
    WECHAT = "wechat"
    WECHAT_MINI = "wechatmini"
    WECOM = "wecom"
    DINGTALK = "dingtalk"
    ALIPAY = "alipay"


CONTAINER_SUBJECT = PersonalField(
    name="access.container.subject",
    label="应用身份标识",
    purpose="用微信、钉钉等应用登录和接收通知",
    legal_basis="个人信息保护法第十三条第一款第一项（本人绑定，可随时解除）",
    retention_days=3650,
    mask=Mask.WHOLE,
)


class Audience(StrEnum):
    """Who is written to: residents are left alone at night."""

    RESIDENT = "resident"
    STAFF = "staff"


@dataclass(frozen=True, slots=True)
class Message:
    """What an outlet sends. ``id`` is the same when a try is repeated, so that the receiver can drop doubles."""

    id: UUID
    channel: Channel
    address: str
    text: str

    def __repr__(self) -> str:
        """Without the address: messages end up in logs and tracebacks, telephone numbers must not."""
        return f"Message({self.id}, {self.channel.value})"


@dataclass(frozen=True, slots=True)
class Receipt:
    """An outlet's word that it took a message."""

    outlet: str
    reference: str
    at: datetime


class OutletDown(DomainError):
    """The outlet did not take the message this time; it is tried again. ``reason`` holds no address."""

    code = "notices.outlet_down"
    message = "发送通道暂时不可用：{reason}。系统会自动重试。"
    message_en = "The outlet is not available at present: {reason}. It is tried again by itself."
    status = 503


class AddressRefused(DomainError):
    """The outlet will never deliver to this address."""

    code = "notices.address_refused"
    message = "对方号码无法接收：{reason}。请核对号码，或用其他方式联系。"
    message_en = "The address cannot receive messages: {reason}. Check it or use another way."


class Outlet(Protocol):
    """A socket to the outside, plugged in by config. One call, one message.

    Raises: OutletDown (try again), AddressRefused (never).
    """

    name: str

    def send(self, message: Message) -> Receipt: ...


@dataclass(frozen=True, slots=True)
class Addressed:
    """Whom an announcement is for: every held post of these areas, of these roles, in these units.

    Empty means all; areas are the author's own where none is named.
    """

    area_codes: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    unit_ids: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class NewAnnouncement:
    """An announcement 通知公告 as somebody writes it."""

    title: str
    words: str
    addressed: Addressed
    from_at: datetime | None
    until_at: datetime | None
    must_confirm: bool


@dataclass(frozen=True, slots=True)
class UnitConfirmations:
    """How far one unit has come: its posts that received an announcement, and those that confirmed it."""

    unit_id: UUID | None
    unit_name: str
    posts: int
    confirmed: int
