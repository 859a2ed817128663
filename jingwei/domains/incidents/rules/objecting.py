"""Objections 异议 to a dispatch: the first receiver stays responsible 首接负责 until a referee above has decided.

What a city decides about it (whether a task may be returned without an objection, how long a referee has, when a
matter counts as recurred) is a dated policy, read here and kept as rows.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from jingwei.domains.incidents.contracts import Action
from jingwei.kernel.errors import DomainError, Invalid

OBJECTION_WATCH = "incidents.objection"
LONGEST_RULING = 500


class Returns(StrEnum):
    """When a unit may return 退回 a task without an objection."""

    ALWAYS = "always"  # 随时可以
    BEFORE_TAKING = "before_taking"  # 接收之前
    NEVER = "never"  # 一律走异议


RETURN_LABELS = {
    Returns.ALWAYS: ("随时可以退回", "at any time"),
    Returns.BEFORE_TAKING: ("接收之前可以退回", "before it is taken"),
    Returns.NEVER: ("不得直接退回，一律提出异议", "never: an objection is needed"),
}


@dataclass(frozen=True, slots=True)
class HandoffPolicy:
    """What holds from a day on. ``objection_limit`` is the referee's time, written as all limits are."""

    from_on: date
    returns: Returns = Returns.ALWAYS
    objection_limit: str = "1d"
    recurrence_radius_m: int = 50
    recurrence_days: int = 90


FIRST_POLICY = HandoffPolicy(from_on=date(2000, 1, 1))
"""What holds where a city has decided nothing yet."""


class Outcome(StrEnum):
    """How an objection ended."""

    UPHELD = "upheld"  # 成立，改由其他单位承办
    REFUSED = "refused"  # 不成立，仍由原单位承办
    WITHDRAWN = "withdrawn"  # 单位已办理，自动撤销
    RECALLED = "recalled"  # 中心撤回了派遣


OUTCOME_LABELS = {
    Outcome.UPHELD: ("异议成立", "upheld"),
    Outcome.REFUSED: ("异议不成立", "refused"),
    Outcome.WITHDRAWN: ("单位已办理，异议撤销", "withdrawn: the unit handled it"),
    Outcome.RECALLED: ("中心撤回了派遣", "the centre recalled the task"),
}

NOT_WHILE_DISPUTED = frozenset(
    {Action.RETURN, Action.OBJECT, Action.SUSPEND, Action.CORRECT, Action.REROUTE, Action.ASK_EXTENSION}
)
"""What would take the matter away from under the referee, or stop the first receiver's clock meanwhile."""
ONLY_WHILE_DISPUTED = frozenset({Action.UPHOLD, Action.REFUSE_OBJECTION})


class ObjectionRefused(DomainError):
    code = "incident.objection_refused"
    message = "不能提出异议：{reason}"
    message_en = "No objection can be made: {reason_en}"


class NoObjection(DomainError):
    code = "incident.no_objection"
    message = "没有待裁决的异议，可能已由他人裁决。请刷新。"
    message_en = "No objection waits; somebody may have decided it. Refresh."


class ReturnRefused(DomainError):
    code = "incident.return_refused"
    message = "不能直接退回：{reason}"
    message_en = "It cannot simply be returned: {reason_en}"


class WhileDisputed(DomainError):
    code = "incident.disputed"
    message = "这件事有异议待裁决，不能“{action}”。裁决之前仍由原承办单位负责；急需时请联系裁决的中心。"
    message_en = (
        "An objection waits to be decided, so “{action_en}” is not possible. Until then the first unit stays "
        "responsible; if it presses, contact the referee."
    )


class PolicyInPast(Invalid):
    code = "incident.policy_in_past"
    message = "新规则应从明天或以后生效，已经开始的日子按当时的规则。请选择以后的日期。"
    message_en = (
        "A new policy holds from tomorrow on at the earliest; past days keep theirs. Choose a later day."
    )


class NoPrecedent(DomainError):
    code = "incident.no_precedent"
    message = "这件事没有可以写入权责清单的裁决。请先由上一级中心裁决异议。"
    message_en = "No ruling about this matter can become a line. Have an objection decided first."


class LineDraftedAlready(DomainError):
    code = "incident.line_drafted_already"
    message = "这条裁决已写入权责清单的拟订稿。请在权责清单中查看。"
    message_en = "This ruling was put into the draft of the duty matrix already. See it there."


def objection_hindrance(
    *, is_tip: bool, is_about_referee: bool, times_before: int, names_itself: bool
) -> tuple[str, str] | None:
    """Why a unit may not object to the task it has; None where it may."""
    if is_tip:
        return (
            "保密线索不交给第三方裁决，请退回给受理岗位。",
            "a tip goes to no third party; return it to its post.",
        )
    if is_about_referee:
        return (
            "反映的正是应当裁决的中心，请直接退回。",
            "it is about the very centre that would decide; return it instead.",
        )
    if times_before:
        return (
            "这次派遣已裁决过一次。请继续办理，有困难可申请延期。",
            "this task was decided once. Go on, and ask for time if needed.",
        )
    if names_itself:
        return "请写明应当由哪个单位承办，不能是本单位。", "name the unit that should have it, not your own."
    return None


def return_hindrance(
    policy: HandoffPolicy, *, is_taken: bool, was_refused: bool, may_object: bool
) -> tuple[str, str] | None:
    """Why a task may not be returned without more; None where it may.

    What cannot be objected to (tips, what is about the referee) can always be returned: there must be a way out.
    """
    if not may_object:
        return None
    if was_refused:
        return (
            "异议已裁决不成立，由本单位承办。有困难可申请延期。",
            "the objection was refused: it is your unit's. Ask for time if needed.",
        )
    if policy.returns is Returns.NEVER or (policy.returns is Returns.BEFORE_TAKING and is_taken):
        return (
            "首接负责，本市规定不属职责的要提出异议，写明应由谁承办。",
            "the first receiver stays responsible; object instead and name whose it is.",
        )
    return None


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a precedent says: for which item and area, from whom to whom, and why."""

    precedent_id: UUID
    item_code: str
    place_code: str
    area_code: str
    from_unit_id: UUID
    named_unit_id: UUID
    to_unit_id: UUID
    is_upheld: bool
    ruled_on: date


def alike(ruling: Ruling, *, item_code: str, place_code: str) -> tuple[int, int] | None:
    """How close a ruling is to a case: the item first, then the place; None where it does not bear on it.

    A ruling binds the referee's own area. Of items the same one counts, and less its sub-class.
    """
    if not place_code.startswith(ruling.area_code) or not item_code:
        return None
    if ruling.item_code == item_code:
        item = 2
    elif ruling.item_code[:4] == item_code[:4]:
        item = 1
    else:
        return None
    shared = 0
    for length in (4, 6, 9, 12):
        if len(place_code) >= length and ruling.place_code[:length] == place_code[:length]:
            shared = length
    return item, shared
