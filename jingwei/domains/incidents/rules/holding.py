"""Marked sources 静默: whose next reports are held for a second look, how long, and who looks.

Nobody is scored, nobody is told apart by what they think, and nothing vanishes: a held report has its receipt, its code
and its clock; a second person looks at it within a day, or it goes to the desk by itself.
"""

from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from jingwei.kernel.errors import DomainError, Invalid


class SourceKind(StrEnum):
    """What a mark stands on."""

    DEVICE = "device"  # 设备
    ADDRESS = "address"  # 网络地址
    PHONE = "phone"  # 手机号


class Outcome(StrEnum):
    """How the holding of a report ended."""

    RELEASED = "released"  # 复核后转坐席
    DISMISSED = "dismissed"  # 复核后作废
    EXPIRED = "expired"  # 无人复核，自动转坐席
    PASSED = "passed"  # 含危险情形，直接转坐席


LONGEST: dict[SourceKind, timedelta] = {
    SourceKind.DEVICE: timedelta(days=30),
    SourceKind.ADDRESS: timedelta(hours=24),
    SourceKind.PHONE: timedelta(days=30),
}
"""An address is shared: a day at most."""
REVIEW_WITHIN = timedelta(hours=24)
"""Nobody looked for so long: the desk gets it as if it had never been held."""
SOURCES_KEPT = timedelta(days=7)
"""How long it can still be said which device or address a report came from."""
MARKS_KEPT = timedelta(days=365)
LEAST_REASON = 5


class NoSource(DomainError):
    code = "incident.no_source"
    message = (
        "这件上报没有可以标记的来源：来源只留{days}天，工作人员代登记的、保密线索不留来源，"
        "没有留电话的也不能按电话标记。"
    )
    message_en = (
        "There is no source to mark: it is kept for {days} days, never for what staff take down or for confidential "
        "tips, and a telephone can be marked only where one was left."
    )


class MarkTooLong(Invalid):
    code = "incident.mark_too_long"
    message = "标记最长{hours}小时。网络地址由多人共用，期限更短；请缩短期限。"
    message_en = (
        "This can be marked for {hours} hours at most; an address is shared by many. Choose a shorter time."
    )


class MarkReasonMissing(Invalid):
    code = "incident.mark_reason_missing"
    message = "请写明标记或解除的理由（至少{least}个字），审计人员会看到。"
    message_en = "Say why (at least {least} characters); inspectors will read it."


class MarkEnded(DomainError):
    code = "incident.mark_ended"
    message = "这条标记已经解除或到期。请刷新。"
    message_en = "This mark was lifted or has ended. Refresh."


class HeldForReview(DomainError):
    code = "incident.held_for_review"
    message = "这件上报来自被标记的来源，正在等第二个人复核。请先在“待复核”中转坐席或作废。"
    message_en = (
        "This report came from a marked source and waits for a second person. Release or dismiss it first."
    )


class SecondPersonNeeded(DomainError):
    code = "incident.second_person_needed"
    message = (
        "标记来源的人不能自己复核。请本中心或上级中心的另一位同事复核；{hours}小时内无人复核会自动转坐席。"
    )
    message_en = (
        "Whoever marked the source cannot decide alone. Ask a colleague here or in the centre above; "
        "after {hours} hours without anybody it goes to the desk by itself."
    )


class CannotDismiss(DomainError):
    code = "incident.cannot_dismiss"
    message = "作废由负责这件事的综治中心坐席决定。您可以转坐席，由他们处理。"
    message_en = "Only the desk of the centre in charge voids a report. Pass it to the desk instead."


class NotHeld(DomainError):
    code = "incident.not_held"
    message = "这件上报没有在等复核，可能已由他人处理或自动转坐席。请刷新。"
    message_en = "It does not wait for a review; somebody may have decided, or its day is over. Refresh."


def require_reason(reason: str) -> str:
    """Raises: MarkReasonMissing."""
    if len(reason.strip()) < LEAST_REASON:
        raise MarkReasonMissing(least=LEAST_REASON)
    return reason.strip()


def require_length(kind: SourceKind, lasts: timedelta) -> None:
    """Raises: MarkTooLong."""
    if lasts > LONGEST[kind]:
        raise MarkTooLong(hours=int(LONGEST[kind].total_seconds() // 3600))


def require_second(person_id: UUID | None, marked_by: UUID | None) -> None:
    """Raises: SecondPersonNeeded."""
    if marked_by is not None and person_id == marked_by:
        raise SecondPersonNeeded(hours=int(REVIEW_WITHIN.total_seconds() // 3600))


def held_until(at: datetime) -> datetime:
    return at + REVIEW_WITHIN
