"""Which posts a unit can have, who fills them, and for how long one is lent."""

from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from jingwei.foundation.access.contracts import CENTRE, Role, UnitBrief
from jingwei.kernel.codes import lies_within
from jingwei.kernel.errors import DomainError, Invalid


class NoPost(DomainError):
    code = "access.no_post"
    message = "您的账号当前没有任职岗位。请联系本单位管理员安排岗位。"
    message_en = "Your account holds no post at present. Ask your administrator for one."
    status = 403


class NotYourPost(DomainError):
    code = "access.not_your_post"
    message = "这个岗位不由您担任，也没有委托给您。请从岗位列表中选择。"
    message_en = "You neither hold this post nor has it been delegated to you. Choose one from your list."
    status = 403


class NotToYourself(DomainError):
    code = "access.not_to_yourself"
    message = "管理员不能为自己任免岗位或重置密码。请由上级或另一位管理员办理。"
    message_en = (
        "Administrators cannot appoint themselves, vacate their own post or reset their own password. "
    )
    message_en += "Ask the administrator above you or a colleague."
    status = 403


class RoleNotGiven(Invalid):
    code = "access.role_not_given"
    message = "“{role}”不能作为岗位角色。请从角色列表中选择。"
    message_en = "“{role}” is not a role for posts. Choose one from the list."


class UnitDoesNotFit(Invalid):
    code = "access.unit_does_not_fit"
    message = "“{unit}”不能设置这个岗位：{reason}"
    message_en = "“{unit}” cannot have this post: {reason_en}"


def require_somebody_else(by: UUID | None, person_id: UUID) -> None:
    """Raises: NotToYourself."""
    if by is not None and by == person_id:
        raise NotToYourself


NOT_FOR_POSTS = frozenset({Role.PUBLIC, Role.RESIDENT, Role.MACHINE, Role.SYSTEM})
IN_CENTRES = frozenset({Role.OFFICER, Role.GRID_HEAD, Role.CHIEF_GRID_HEAD, Role.DESK, Role.COMMANDER})
IN_MEMBER_UNITS = frozenset({Role.UNIT_HEAD, Role.HANDLER})


def require_fitting(role: Role, area_code: str, unit: UnitBrief) -> None:
    """Whether a unit can have a post of this role for this area. Raises: RoleNotGiven; UnitDoesNotFit."""
    if role in NOT_FOR_POSTS:
        raise RoleNotGiven(role=role.value)
    if not lies_within(area_code, unit.area_code):
        raise UnitDoesNotFit(
            unit=unit.name,
            reason="岗位的区划不在该单位辖区内。",
            reason_en="the area lies outside its territory.",
        )
    if role in IN_CENTRES and unit.kind != CENTRE:
        raise UnitDoesNotFit(
            unit=unit.name, reason="这一角色属于综治中心。", reason_en="this role belongs to a centre."
        )
    if role in IN_MEMBER_UNITS and unit.kind == CENTRE:
        raise UnitDoesNotFit(
            unit=unit.name, reason="这一角色属于职能部门。", reason_en="this role belongs to a member unit."
        )


class PostTaken(DomainError):
    code = "access.post_taken"
    message = "岗位“{title}”现由他人担任。请先办理卸任，再安排新的人员。"
    message_en = "The post “{title}” is held by somebody at present. Vacate it first."


class PostVacant(DomainError):
    code = "access.post_vacant"
    message = "岗位“{title}”目前空缺，无需卸任。"
    message_en = "The post “{title}” is vacant already."


class DelegationFault(StrEnum):
    """Why a delegation is not possible."""

    TO_ONESELF = "to_oneself"
    NOT_HELD = "not_held"
    IN_THE_PAST = "in_the_past"
    WRONG_ORDER = "wrong_order"
    TOO_LONG = "too_long"
    NOT_A_COLLEAGUE = "not_a_colleague"
    OVERLAPS = "overlaps"


LONGEST_DELEGATION_DAYS = 90

DELEGATION_FAULTS = {
    DelegationFault.TO_ONESELF: (
        "不能委托给自己。请选择同事。",
        "it cannot go to yourself; choose a colleague.",
    ),
    DelegationFault.NOT_HELD: (
        "只能委托本人担任的岗位，受托的岗位不能转委托。",
        "only a post you hold yourself can be lent, not one lent to you.",
    ),
    DelegationFault.IN_THE_PAST: ("结束时间已过。请重新选择。", "it ends in the past; choose another time."),
    DelegationFault.WRONG_ORDER: ("结束时间应晚于开始时间。", "it must end after it starts."),
    DelegationFault.TOO_LONG: (
        f"最长{LONGEST_DELEGATION_DAYS}天。更长时间请由管理员调整岗位。",
        f"{LONGEST_DELEGATION_DAYS} days at most; for longer, ask an administrator to fill the post.",
    ),
    DelegationFault.NOT_A_COLLEAGUE: (
        "只能委托给本单位或直接上下级单位的在岗人员。",
        "the receiver must hold a post in your unit or in the one directly above or below it.",
    ),
    DelegationFault.OVERLAPS: (
        "这一时段已委托给他人。请先撤销原委托，或改选时段。",
        "the post is already lent for part of this time; revoke that first or choose another time.",
    ),
}


class BadDelegation(Invalid):
    code = "access.bad_delegation"
    message = "委托没有保存：{reason}"
    message_en = "The delegation was not saved: {reason_en}"


def bad_delegation(fault: DelegationFault) -> BadDelegation:
    """The refusal that names a fault."""
    reason, reason_en = DELEGATION_FAULTS[fault]
    return BadDelegation(fault=fault.value, reason=reason, reason_en=reason_en)


def require_delegable(
    from_person: UUID, to_person: UUID, *, starts_at: datetime, ends_at: datetime, at: datetime
) -> None:
    """What can be said without looking anything up. Raises: BadDelegation."""
    if from_person == to_person:
        raise bad_delegation(DelegationFault.TO_ONESELF)
    if ends_at <= starts_at:
        raise bad_delegation(DelegationFault.WRONG_ORDER)
    if ends_at <= at:
        raise bad_delegation(DelegationFault.IN_THE_PAST)
    if ends_at - starts_at > timedelta(days=LONGEST_DELEGATION_DAYS):
        raise bad_delegation(DelegationFault.TOO_LONG)
