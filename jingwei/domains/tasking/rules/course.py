"""The course of one share of a task: one table, who may do what, and what it needs."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from jingwei.domains.tasking.contracts import Measure, ShareState, TaskAct
from jingwei.domains.tasking.rules.refusals import (
    DueAfterOwn,
    DueTooSoon,
    NotYourShare,
    RemarkNeeded,
    ShareStepRefused,
    TargetNeeded,
    TargetNotCounted,
)
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.kernel.clock import local

S, A, P = ShareState, TaskAct, Permission
MOST_TARGET = 100_000_000
MOST_LEVELS = 5
"""Five levels of territory, and within the last one a post."""
LONGEST = timedelta(days=366)

STATE_WORDS = {
    S.GIVEN: ("待签收", "To acknowledge"),
    S.DOING: ("办理中", "Under way"),
    S.REPORTED: ("待验收", "To be accepted"),
    S.DONE: ("已完成", "Done"),
    S.RETURNED: ("已退回", "Returned"),
    S.WITHDRAWN: ("已撤回", "Withdrawn"),
}
ACT_WORDS = {
    A.GIVE: ("下达", "Give"),
    A.ACKNOWLEDGE: ("签收", "Acknowledge"),
    A.RETURN: ("退回", "Return"),
    A.PROGRESS: ("报进度", "Report progress"),
    A.COMPLETE: ("报完成", "Report completion"),
    A.PASS_DOWN: ("分解下达", "Pass down"),
    A.ACCEPT: ("验收通过", "Accept"),
    A.SEND_BACK: ("打回重办", "Send back"),
    A.URGE: ("催办", "Urge"),
    A.EXTEND: ("改期限", "Change the deadline"),
    A.WITHDRAW: ("撤回", "Withdraw"),
}
OPEN = frozenset({S.GIVEN, S.DOING, S.REPORTED})
ENDED = frozenset({S.DONE, S.RETURNED, S.WITHDRAWN})
IN_HAND = frozenset({S.GIVEN, S.DOING})
"""It is the receiver's turn: the deadline runs."""


class Who(StrEnum):
    RECEIVER = "receiver"
    GIVER = "giver"
    ABOVE = "above"


WHO_WORDS = {
    Who.RECEIVER: ("接收方", "the receiver"),
    Who.GIVER: ("下达方", "the giver"),
    Who.ABOVE: ("下达方或更上级", "the giver or a level above"),
}


@dataclass(frozen=True, slots=True)
class Move:
    """One row of the table. ``target`` None: the state stays."""

    states: frozenset[ShareState]
    target: ShareState | None
    who: Who
    permission: Permission
    needs_remark: bool = False


MOVES: dict[TaskAct, Move] = {
    A.ACKNOWLEDGE: Move(frozenset({S.GIVEN}), S.DOING, Who.RECEIVER, P.ANSWER_TASK),
    A.RETURN: Move(IN_HAND, S.RETURNED, Who.RECEIVER, P.ANSWER_TASK, needs_remark=True),
    A.PROGRESS: Move(frozenset({S.DOING}), None, Who.RECEIVER, P.ANSWER_TASK),
    A.COMPLETE: Move(frozenset({S.DOING}), S.REPORTED, Who.RECEIVER, P.ANSWER_TASK),
    A.PASS_DOWN: Move(frozenset({S.DOING}), None, Who.RECEIVER, P.GIVE_TASK),
    A.ACCEPT: Move(frozenset({S.REPORTED}), S.DONE, Who.GIVER, P.GIVE_TASK),
    A.SEND_BACK: Move(frozenset({S.REPORTED}), S.DOING, Who.GIVER, P.GIVE_TASK, needs_remark=True),
    A.URGE: Move(IN_HAND, None, Who.ABOVE, P.GIVE_TASK),
    A.EXTEND: Move(IN_HAND, None, Who.GIVER, P.GIVE_TASK),
    A.WITHDRAW: Move(OPEN, S.WITHDRAWN, Who.GIVER, P.GIVE_TASK, needs_remark=True),
}
ANSWERS = frozenset(act for act, move in MOVES.items() if move.permission is P.ANSWER_TASK)
STEERS = frozenset(act for act, move in MOVES.items() if move.who is not Who.RECEIVER)


@dataclass(frozen=True, slots=True)
class Parties:
    """Who received a share, who gave it, and the units above."""

    receiver_unit_id: UUID | None
    receiver_post_id: UUID | None
    giver_unit_id: UUID | None
    giver_post_id: UUID | None
    above_units: tuple[UUID, ...]


def is_receiver(actor: Actor, parties: Parties) -> bool:
    """What was given to a post is that post's; what was given to a unit is everybody's who shares its work."""
    if parties.receiver_post_id is not None:
        return actor.post_id == parties.receiver_post_id
    return actor.sharing_unit_id is not None and actor.sharing_unit_id == parties.receiver_unit_id


def is_giver(actor: Actor, parties: Parties) -> bool:
    """The post that gave it, or its unit."""
    if actor.post_id is not None and actor.post_id == parties.giver_post_id:
        return True
    return actor.sharing_unit_id is not None and actor.sharing_unit_id == parties.giver_unit_id


def is_party(who: Who, actor: Actor, parties: Parties) -> bool:
    if who is Who.RECEIVER:
        return is_receiver(actor, parties)
    is_above = actor.sharing_unit_id is not None and actor.sharing_unit_id in parties.above_units
    return is_giver(actor, parties) or (who is Who.ABOVE and is_above)


def acts_open_to(
    actor: Actor, state: ShareState, parties: Parties, *, permitted: Collection[Permission]
) -> list[TaskAct]:
    """What somebody can do to a share now, in the order of the table."""
    return [
        act
        for act, move in MOVES.items()
        if state in move.states and move.permission in permitted and is_party(move.who, actor, parties)
    ]


def require_move(
    actor: Actor, act: TaskAct, state: ShareState, parties: Parties, *, remark: str = ""
) -> Move:
    """The row of the table. Raises: NotYourShare, ShareStepRefused, RemarkNeeded."""
    move, (word, word_en) = MOVES[act], ACT_WORDS[act]
    if not is_party(move.who, actor, parties):
        who, who_en = WHO_WORDS[move.who]
        raise NotYourShare(act=word, act_en=word_en, who=who, who_en=who_en)
    if state not in move.states:
        allowed = [ACT_WORDS[one] for one, row in MOVES.items() if state in row.states]
        raise ShareStepRefused(
            state=STATE_WORDS[state][0],
            state_en=STATE_WORDS[state][1],
            act=word,
            act_en=word_en,
            allowed="、".join(zh for zh, _ in allowed) or "没有",
            allowed_en=", ".join(en for _, en in allowed) or "nothing",
        )
    if move.needs_remark and len(remark.strip()) < 2:
        raise RemarkNeeded(act=word, act_en=word_en)
    return move


def require_due(due_at: datetime, *, at: datetime, own_due_at: datetime | None = None) -> None:
    """Raises: DueTooSoon; DueAfterOwn where somebody passes on what they owe earlier themselves."""
    if not at < due_at <= at + LONGEST:
        raise DueTooSoon
    if own_due_at is not None and due_at > own_due_at:
        raise DueAfterOwn(own=local(own_due_at).strftime("%Y-%m-%d %H:%M"))


def require_targets(measure: Measure, targets: Sequence[int | None]) -> None:
    """Raises: TargetNeeded, TargetNotCounted."""
    if measure is Measure.COUNT and not all(one is not None and 1 <= one <= MOST_TARGET for one in targets):
        raise TargetNeeded(most=MOST_TARGET)
    if measure is Measure.YES_NO and any(one is not None for one in targets):
        raise TargetNotCounted
