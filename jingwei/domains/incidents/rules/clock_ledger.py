"""The clock ledger 时间账: every moment of a matter's life belongs to whoever owed it then. Pure, from the steps alone."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from jingwei.domains.incidents.contracts import Action, State
from jingwei.domains.incidents.rules.asking import QUESTION_WAITS
from jingwei.domains.incidents.rules.clocks import StepTaken

WITH_UNIT = frozenset({State.DISPATCHED, State.HANDLING})
KEEPS_UNIT = WITH_UNIT | {State.HANDLED, State.VERIFIED}
"""A unit whose work is being checked has it again when the check fails."""


class OwnerKind(StrEnum):
    """Whose time it was."""

    CENTRE = "centre"  # 综治中心；key 是辖区代码
    UNIT = "unit"  # 承办单位
    POST = "post"  # 承办岗位
    REPORTER = "reporter"  # 等反映人回答
    HEAD = "head"  # 已并入另一件，时间记在那一件上；key 是受理编号
    NOBODY = "nobody"  # 挂起，或已办结等待重开


class Duty(StrEnum):
    """What was owed."""

    ACCEPT = "accept"
    DISPATCH = "dispatch"
    TAKE = "take"
    HANDLE = "handle"
    VERIFY = "verify"
    CLOSE = "close"
    ANSWER = "answer"
    FOLLOW = "follow"
    SUSPENDED = "suspended"
    OVER = "over"


DUTY_OF: dict[State, Duty] = {
    State.REPORTED: Duty.ACCEPT,
    State.ACCEPTED: Duty.DISPATCH,
    State.DISPATCHED: Duty.TAKE,
    State.HANDLING: Duty.HANDLE,
    State.HANDLED: Duty.VERIFY,
    State.VERIFIED: Duty.CLOSE,
    State.CLOSED: Duty.OVER,
    State.VOIDED: Duty.OVER,
}

DUTY_LABELS: dict[Duty, tuple[str, str]] = {
    Duty.ACCEPT: ("受理", "to accept"),
    Duty.DISPATCH: ("派遣", "to dispatch"),
    Duty.TAKE: ("接收", "to take"),
    Duty.HANDLE: ("处置", "to handle"),
    Duty.VERIFY: ("核查", "to verify"),
    Duty.CLOSE: ("结案", "to close"),
    Duty.ANSWER: ("回答征询", "to answer"),
    Duty.FOLLOW: ("随并入的事项办理", "follows the other matter"),
    Duty.SUSPENDED: ("挂起", "suspended"),
    Duty.OVER: ("已办结", "over"),
}


@dataclass(frozen=True, slots=True)
class Owner:
    """Who owed something: the key is an area code, a unit's or post's id, or a receipt number."""

    kind: OwnerKind
    key: str = ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the life in which one owner owed one thing."""

    owner: Owner
    duty: Duty
    from_at: datetime
    until_at: datetime

    @property
    def lasted(self) -> timedelta:
        """Time of day and night."""
        return self.until_at - self.from_at


@dataclass(frozen=True, slots=True)
class _Standing:
    """Who has the matter after a step."""

    state: State
    centre: str
    unit: str = ""
    post: str = ""
    is_suspended: bool = False
    asked_at: datetime | None = None
    head: str = ""


def ledger_of(steps: Sequence[StepTaken], *, until: datetime) -> tuple[Stretch, ...]:
    """The whole life, from the first step to ``until`` (or to its end, where it is over), without gap or overlap."""
    if not steps:
        return ()
    found: list[Stretch] = []
    standing = _Standing(State.REPORTED, steps[0].centre_area)
    end = _end(steps, until)
    since = steps[0].at
    for one in steps:
        at = max(since, min(one.at, end))  # clocks of machines may differ by a little; time never runs back
        found += _owed(standing, since, at)
        since, standing = at, _after(standing, one)
    found += _owed(standing, since, max(since, end))
    return _merged(found)


def _end(steps: Sequence[StepTaken], until: datetime) -> datetime:
    """The closing that stands; otherwise the moment of asking."""
    end = None
    for one in steps:
        if one.to_state < State.CLOSED:
            end = None
        elif end is None:
            end = one.at
    return end if end is not None else until


def _after(before: _Standing, step: StepTaken) -> _Standing:
    """What a step changes of who owes what."""
    state, action = State(step.to_state), step.action
    unit, post = before.unit, before.post
    handler = step.facts.get("handler")
    if handler is None and action == Action.DISPATCH:
        handler = step.facts.get("unit_id")
    if handler is not None and handler != unit:
        unit, post = str(handler), ""
    if state not in KEEPS_UNIT:
        unit, post = "", ""
    if action == Action.TAKE:
        post = str(step.post_id or "")
    elif action == Action.ASSIGN or (action == Action.HAND_OVER and post):
        post = str(step.facts.get("post_id") or post)
    return replace(
        before,
        state=state,
        centre=step.centre_area,
        unit=unit,
        post=post,
        is_suspended=_is_suspended(before, step, state),
        asked_at=_asked_at(before, step, state),
        head=_head(before, step),
    )


def _is_suspended(before: _Standing, step: StepTaken, state: State) -> bool:
    if state >= State.CLOSED or step.action == Action.RESUME:
        return False
    return before.is_suspended or step.action == Action.SUSPEND


def _asked_at(before: _Standing, step: StepTaken, state: State) -> datetime | None:
    """A question waits until it is answered, or the matter goes on without the answer."""
    if step.action == Action.ASK_REPORTER:
        return step.at
    return before.asked_at if state is before.state and step.action != Action.ANSWER else None


def _head(before: _Standing, step: StepTaken) -> str:
    """The matter this one is counted with. What the head did is done after it, its reopening too."""
    if "with" in step.facts:
        return str(step.facts["with"])
    if step.action == Action.FOLD:
        return str(step.facts.get("head", ""))
    if step.action in {Action.UNFOLD, Action.REOPEN}:
        return ""
    return before.head


def _owed(standing: _Standing, start: datetime, end: datetime) -> list[Stretch]:
    """A stretch, or two where a question was left unanswered for too long: from then on the asker owes again."""
    if end <= start:
        return []
    asked_at = standing.asked_at
    if asked_at is None or standing.is_suspended or standing.head or standing.state >= State.CLOSED:
        return [Stretch(*_owner(standing), start, end)]
    waits_until = min(max(asked_at + QUESTION_WAITS, start), end)
    asked = Stretch(Owner(OwnerKind.REPORTER), Duty.ANSWER, start, waits_until)
    after = Stretch(*_owner(standing), waits_until, end)
    return [one for one in (asked, after) if one.until_at > one.from_at]


def _owner(standing: _Standing) -> tuple[Owner, Duty]:
    duty = DUTY_OF[standing.state]
    if standing.state >= State.CLOSED:
        return Owner(OwnerKind.NOBODY), duty
    if standing.head:
        return Owner(OwnerKind.HEAD, standing.head), Duty.FOLLOW
    if standing.is_suspended:
        return Owner(OwnerKind.NOBODY), Duty.SUSPENDED
    if standing.state in WITH_UNIT and standing.post:
        return Owner(OwnerKind.POST, standing.post), duty
    if standing.state in WITH_UNIT and standing.unit:
        return Owner(OwnerKind.UNIT, standing.unit), duty
    return Owner(OwnerKind.CENTRE, standing.centre), duty


def _merged(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """Neighbours of one owner and one duty are one."""
    merged: list[Stretch] = []
    for one in stretches:
        last = merged[-1] if merged else None
        if last is not None and (last.owner, last.duty, last.until_at) == (one.owner, one.duty, one.from_at):
            merged[-1] = replace(last, until_at=one.until_at)
        else:
            merged.append(one)
    return tuple(merged)
