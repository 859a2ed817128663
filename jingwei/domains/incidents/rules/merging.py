"""Which waiting matters may be merged 合并 into one, and why they are put forward. Folding does the rest."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from jingwei.domains.incidents.contracts import State
from jingwei.domains.incidents.rules.folding import LIKE_WORDS, pairs

MOST_MERGED = 50
"""Chosen at once: what can be looked at before it is decided."""
CLOSE_M = 60.0
SAME_TIME = timedelta(days=1)


class Reason(StrEnum):
    """Why two matters look like one."""

    SAME_ITEM = "same_item"
    SAME_PLACE = "same_place"
    LIKE_WORDS = "like_words"
    SAME_TIME = "same_time"
    SAME_COMPONENT = "same_component"


REASON_LABELS = {
    Reason.SAME_COMPONENT: ("同一个部件", "the same component"),
    Reason.SAME_ITEM: ("同一事项", "the same item"),
    Reason.SAME_PLACE: ("相距{n}米", "{n} m apart"),
    Reason.LIKE_WORDS: ("文字相似{n}%", "words {n} % alike"),
    Reason.SAME_TIME: ("相隔{n}小时", "{n} h apart"),
}
WEIGHTS = {
    Reason.SAME_COMPONENT: 4,
    Reason.SAME_ITEM: 3,
    Reason.LIKE_WORDS: 3,
    Reason.SAME_PLACE: 2,
    Reason.SAME_TIME: 1,
}


@dataclass(frozen=True, slots=True)
class Compared:
    """What is compared of a matter."""

    words: str
    item_code: str
    at: datetime
    component: str = ""


@dataclass(frozen=True, slots=True)
class Because:
    """One reason with its measure."""

    reason: Reason
    number: int = 0

    @property
    def said(self) -> tuple[str, str]:
        if self.reason is Reason.SAME_TIME and self.number == 0:
            return "一小时内", "within the hour"
        zh, en = REASON_LABELS[self.reason]
        return zh.format(n=self.number), en.format(n=self.number)


@dataclass(frozen=True, slots=True)
class Standing:
    """What decides whether a matter may be merged into another."""

    state: State
    centre: str
    is_member: bool
    is_head: bool
    is_apart: bool
    is_suspended: bool
    has_children: bool


def reasons_for(one: Compared, other: Compared, *, distance_m: float) -> list[Because]:
    """Why ``other`` may be the same matter, the weightiest first; empty where nothing speaks for it."""
    found: list[Because] = []
    if one.component and one.component == other.component:
        found.append(Because(Reason.SAME_COMPONENT))
    if one.item_code and one.item_code == other.item_code:
        found.append(Because(Reason.SAME_ITEM))
    mine, theirs = pairs(one.words), pairs(other.words)
    likeness = len(mine & theirs) / min(len(mine), len(theirs)) if mine and theirs else 0.0
    if likeness >= LIKE_WORDS:
        found.append(Because(Reason.LIKE_WORDS, round(100 * likeness)))
    if distance_m <= CLOSE_M:
        found.append(Because(Reason.SAME_PLACE, round(distance_m)))
    gap = abs(one.at - other.at)
    if gap <= SAME_TIME:
        found.append(Because(Reason.SAME_TIME, round(gap / timedelta(hours=1))))
    return sorted(found, key=lambda because: -WEIGHTS[because.reason])


def weight_of(reasons: list[Because]) -> int:
    """How much speaks for one matter; place and hour alone are not enough to put it forward."""
    speaks = {because.reason for because in reasons}
    if not speaks & {Reason.SAME_COMPONENT, Reason.SAME_ITEM, Reason.LIKE_WORDS}:
        return 0
    return sum(WEIGHTS[because.reason] for because in reasons)


def merge_hindrance(member: Standing, head: Standing) -> tuple[str, str] | None:
    """Why one may not be merged into the other; None where it may."""
    if head.is_member or head.state >= State.CLOSED:
        return (
            "主件已办结，或自己已并入别的事项。",
            "the other one is over, or was folded into another itself.",
        )
    if not (member.is_apart and head.is_apart):
        return (
            "保密线索、反映单位的和待复核的上报不合并。",
            "tips, reports about a unit and those held for review are not merged.",
        )
    if member.centre != head.centre:
        return "不由同一个中心负责。", "another centre is in charge of it."
    if member.is_member or member.is_head:
        return (
            "它已并入别的事项，或有别的上报并入了它。",
            "it was folded into another, or others were folded into it.",
        )
    if member.state not in {State.REPORTED, State.ACCEPTED}:
        return "它已派遣，请先撤回派遣再合并。", "it was dispatched; recall it before merging."
    if member.is_suspended:
        return "它已挂起，请先恢复。", "it is suspended; resume it first."
    if member.has_children:
        return "它还有子任务未办结。", "it has child tasks that are not done."
    if member.state > head.state:
        return (
            "它比主件走得更远，请到那一件中合并，或先受理主件。",
            "it is further on than this one; merge there, or accept this one first.",
        )
    return None
