"""What of a closed matter goes, and when. Counted from its closing; a matter that is reopened starts anew."""

from datetime import datetime, timedelta

from jingwei.domains.incidents.rules.personal import REPORTER_PHONE
from jingwei.foundation.files.contracts import FileKind
from jingwei.kernel.errors import DomainError, Invalid

REPORTER_KEPT = timedelta(days=REPORTER_PHONE.retention_days)
VOICE_KEPT = timedelta(days=180)
"""A voice is recognised; after half a year what was said stands in the matter."""
PICTURES_KEPT = timedelta(days=3 * 365)
"""As long as a suit about the matter is possible. Source: Civil Code, article 188 (three years)."""
KEPT_BY_KIND = {
    FileKind.VOICE: VOICE_KEPT,
    FileKind.PHOTO: PICTURES_KEPT,
    FileKind.VIDEO: PICTURES_KEPT,
}
"""Documents stay with the matter, as its file."""
LONGEST_PRESERVATION = timedelta(days=3 * 365)


class AlreadyPreserved(DomainError):
    code = "incident.already_preserved"
    message = "这件事的资料已由{by_name}留存到{until}。需要延长请先解除，再重新留存。"
    message_en = (
        "The records of this matter are preserved by {by_name} until {until}. End that first to change it."
    )


class NotPreserved(DomainError):
    code = "incident.not_preserved"
    message = "这件事的资料没有留存，或留存已经结束。请刷新。"
    message_en = "The records of this matter are not preserved, or no longer. Refresh."


class PreservationTooLong(Invalid):
    code = "incident.preservation_too_long"
    message = "留存的截止时间应在此刻之后，最长{days}天。到期前可以重新留存。"
    message_en = "Preservation ends after this moment, {days} days at most; it can be renewed before."


def require_end(until: datetime, *, at: datetime) -> None:
    """Raises: PreservationTooLong."""
    if not at < until <= at + LONGEST_PRESERVATION:
        raise PreservationTooLong(days=LONGEST_PRESERVATION.days)
