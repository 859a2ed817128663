"""Questions to whoever reported, and urging: how often, and whether anybody would hear."""

from datetime import datetime, timedelta

from jingwei.domains.incidents.contracts import Identity

QUESTION_WAITS = timedelta(days=3)
"""How long a question stands before another may take its place: one at a time, so that nobody is besieged."""
URGE_AGAIN_AFTER = timedelta(hours=4)
URGENT_AGAIN_AFTER = timedelta(hours=1)
"""How long the answer to an urging is waited for, whoever urges next; a matter of an hour's limit has an hour."""


def may_ask_anew(asked_at: datetime, *, at: datetime) -> bool:
    """Whether an unanswered question has waited long enough for another to take its place."""
    return at >= asked_at + QUESTION_WAITS


def urge_again_at(last_at: datetime, *, is_urgent: bool) -> datetime:
    """From when a matter may be urged once more."""
    return last_at + (URGENT_AGAIN_AFTER if is_urgent else URGE_AGAIN_AFTER)


def can_hear(*, identity: Identity, is_history: bool, has_account: bool, has_phone: bool) -> bool:
    """Whether a question reaches anybody: by account, by telephone, or by the tracking code on the receipt.

    What was brought in as history never gave anybody a receipt.
    """
    if has_account or not is_history:
        return True
    return has_phone and identity is not Identity.ANONYMOUS
