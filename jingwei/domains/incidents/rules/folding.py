"""When a flood about one matter folds into it, and what follows from then on.

Rule: at least ``FLOOD_FROM`` reports from residents within an hour, within ``FLOOD_RADIUS_M`` of each other, about the
same item, or, where one has none yet, in like words; the earliest that waits is the head, the others fold into it.
Fewer stay apart and are shown as similar. Never folded: what staff or programs took down (no device and no address
is known of it), tips, reports about a unit, what is held,
what is urgent, and what speaks of danger unless the head does so too.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from jingwei.domains.incidents.contracts import Action
from jingwei.kernel.errors import DomainError
from jingwei.kernel.geo import distance_m

FLOOD_FROM = 8
FLOOD_WITHIN = timedelta(hours=1)
FLOOD_RADIUS_M = 60.0
LIKE_WORDS = 0.4
"""Pairs of characters in common, measured against the shorter text."""
MOST_FOLDED = 5000

FOLLOWED = frozenset(
    {
        Action.ACCEPT,
        Action.CORRECT,
        Action.ESCALATE,
        Action.TAKE_UP,
        Action.DISPATCH,
        Action.RECALL,
        Action.TAKE,
        Action.RETURN,
        Action.UPHOLD,
        Action.REROUTE,
        Action.ASSIGN,
        Action.HANDLE,
        Action.SUSPEND,
        Action.RESUME,
        Action.PASS_CHECK,
        Action.FAIL_CHECK,
        Action.CLOSE,
        Action.REOPEN,
        Action.VOID,
    }
)
"""Steps of the head that its folded reports take along: each is legal for them, because they stand where it stood."""


class NotInCharge(DomainError):
    code = "incident.not_in_charge"
    message = "只有负责这件事的综治中心可以合并或拆出。请联系负责的中心。"
    message_en = "Only the centre in charge can fold reports together or take them out. Contact that centre."


class CannotFold(DomainError):
    code = "incident.cannot_fold"
    message = "不能合并：{reason}"
    message_en = "They cannot be folded together: {reason_en}"


class NotFolded(DomainError):
    code = "incident.not_folded"
    message = "这件上报没有并入其他事项，可能已由他人拆出。请刷新。"
    message_en = "This report is not folded into another; somebody may have taken it out. Refresh."


class FoldedAway(DomainError):
    code = "incident.folded_away"
    message = "这件上报已并入另一件，随它一起办理。要单独办理，请先拆出。"
    message_en = "This report was folded into another and follows it. Take it out to handle it by itself."


@dataclass(frozen=True, slots=True)
class Told:
    """What is compared of a report."""

    incident_id: UUID
    words: str
    item_code: str
    lon: float
    lat: float
    at: datetime
    is_danger: bool


def pairs(text: str) -> frozenset[str]:
    clean = "".join(letter for letter in text if letter.isalnum())
    return frozenset(clean[at : at + 2] for at in range(len(clean) - 1))


def is_like(one: str, other: str) -> bool:
    """Whether two texts share enough pairs of characters."""
    mine, theirs = pairs(one), pairs(other)
    return bool(mine and theirs) and len(mine & theirs) / min(len(mine), len(theirs)) >= LIKE_WORDS


def is_same_matter(one: Told, other: Told) -> bool:
    """Place, hour and item; where one of them has no item yet, the words."""
    if abs(one.at - other.at) > FLOOD_WITHIN:
        return False
    if distance_m(one.lon, one.lat, other.lon, other.lat) > FLOOD_RADIUS_M:
        return False
    if one.item_code and other.item_code:
        return one.item_code == other.item_code
    return is_like(one.words, other.words)


def folded_by_flood(new: Told, others: list[Told], heads: frozenset[UUID]) -> tuple[UUID, list[UUID]] | None:
    """The head and what folds into it, now that ``new`` has come; None below the threshold.

    A matter that others were folded into already takes ``new`` without counting again.
    """
    same = sorted(
        (one for one in others if is_same_matter(new, one)), key=lambda one: (one.at, one.incident_id)
    )
    for head in same:
        if head.incident_id in heads and (head.is_danger or not new.is_danger):
            return head.incident_id, [new.incident_id]
    group = [one for one in same if one.incident_id not in heads] + [new]
    if len(group) < FLOOD_FROM:
        return None
    head = min(group, key=lambda one: (one.at, one.incident_id))
    others_ids = [
        one.incident_id
        for one in group
        if one.incident_id != head.incident_id and (head.is_danger or not one.is_danger)
    ]
    return (head.incident_id, others_ids) if others_ids else None
