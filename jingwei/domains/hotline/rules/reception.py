"""What each way in must say: a letter its date, a visitor where they were received."""

from datetime import date, datetime, time, timedelta

from jingwei.domains.hotline.rules.refusals import ChannelNotOfDesk, LetterUndated, PlaceOfReceptionMissing
from jingwei.domains.incidents.contracts import Channel
from jingwei.kernel.clock import BEIJING, local

OF_DESK = frozenset({Channel.HOTLINE, Channel.WALK_IN, Channel.LETTER, Channel.DESK})
LETTER_YEARS = 2


def require_channel(channel: Channel) -> None:
    """Raises: ChannelNotOfDesk."""
    if channel not in OF_DESK:
        raise ChannelNotOfDesk


def require_reception(channel: Channel, *, written_on: date | None, place: str, at: datetime) -> None:
    """Raises: LetterUndated, PlaceOfReceptionMissing."""
    if channel is Channel.LETTER:
        today = local(at).date()
        if written_on is None or not today - timedelta(days=365 * LETTER_YEARS) <= written_on <= today:
            raise LetterUndated(years=LETTER_YEARS)
    if channel is Channel.WALK_IN and not place.strip():
        raise PlaceOfReceptionMissing


def reported_at_of(channel: Channel, *, written_on: date | None, at: datetime) -> datetime:
    """When the person said it. A letter spoke on its own date; clocks run from when it was received, as ever."""
    if channel is not Channel.LETTER or written_on is None:
        return at
    return min(at, datetime.combine(written_on, time(12), tzinfo=BEIJING))
