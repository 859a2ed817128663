"""Who may: one table of permissions, and how a post's role turns into sight."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from jingwei.foundation.access.contracts import (
    ANYWHERE,
    CENTRE,
    Actor,
    Permission,
    ProofNeeded,
    Role,
    SessionFacts,
    UnitBrief,
)
from jingwei.kernel.codes import lies_within
from jingwei.kernel.errors import DomainError, Forbidden, Invalid

P = Permission

_SIGNED_IN = {P.USE_ACCOUNT, P.READ_TERRITORY, P.READ_ITEMS, P.READ_NOTICES, P.UPLOAD_FILE, P.READ_FILE}
_PUBLIC = {
    P.READ_TERRITORY,
    P.READ_ITEMS,
    P.REPORT_INCIDENT,
    P.REPORT_TIP,
    P.TRACK_INCIDENT,
    P.UPLOAD_FILE,
    P.RATE_INCIDENT,
    P.REOPEN_INCIDENT,
    P.EDIT_REPORT,
    P.ANSWER_QUESTION,
}
_STAFF = _SIGNED_IN | {
    P.REPORT_INCIDENT,
    P.READ_INCIDENT,
    P.WATCH_INCIDENT,
    P.NOTE_INCIDENT,
    P.DELEGATE_POST,
    P.READ_LEDGER,
    P.EDIT_REPORT,
    P.ANSWER_QUESTION,
}

GRANTABLE = frozenset(
    {
        P.READ_TERRITORY,
        P.READ_ITEMS,
        P.READ_INCIDENT,
        P.REPORT_INCIDENT,
        P.UPLOAD_FILE,
        P.READ_FILE,
        P.READ_LEDGER,
    }
)
"""What a system key may be given: never anybody's personal data in the clear, posts, accounts, keys or the audit."""

PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.PUBLIC: frozenset(_PUBLIC),
    Role.RESIDENT: frozenset(_PUBLIC | _SIGNED_IN | {P.READ_INCIDENT, P.FOLLOW_INCIDENT}),
    Role.OFFICER: frozenset(_STAFF | {P.VERIFY_INCIDENT, P.HANDLE_TASK, P.INSPECT_COMPONENT}),
    Role.GRID_HEAD: frozenset(_STAFF | {P.VERIFY_INCIDENT, P.INSPECT_COMPONENT}),
    Role.CHIEF_GRID_HEAD: frozenset(
        _STAFF
        | {P.VERIFY_INCIDENT, P.ACCEPT_INCIDENT, P.ASK_REPORTER, P.URGE_INCIDENT, P.INSTRUCT_INCIDENT}
        | {P.MANAGE_LEDGER, P.INSPECT_COMPONENT}
    ),
    Role.DESK: frozenset(
        _STAFF
        | {
            P.REPORT_TIP,
            P.MANAGE_LEDGER,
            P.INSPECT_COMPONENT,
            P.TAKE_CALL,
            P.ACCEPT_INCIDENT,
            P.CORRECT_INCIDENT,
            P.ASK_REPORTER,
            P.URGE_INCIDENT,
            P.ESCALATE_INCIDENT,
            P.DISPATCH_INCIDENT,
            P.TAKE_TASK,
            P.RETURN_TASK,
            P.ASSIGN_TASK,
            P.HAND_OVER_WORK,
            P.HANDLE_TASK,
            P.ASK_EXTENSION,
            P.DECIDE_EXTENSION,
            P.SUSPEND_INCIDENT,
            P.VERIFY_INCIDENT,
            P.CLOSE_INCIDENT,
            P.REOPEN_INCIDENT,
            P.VOID_INCIDENT,
            P.REVEAL_PERSONAL,
            P.MARK_SOURCE,
            P.REVIEW_HELD,
            P.MASK_FILE,
            P.IMPORT_ROWS,
            P.EXPORT_ROWS,
            P.APPROVE_EXPORT,
            P.WRITE_ANNOUNCEMENTS,
        }
    ),
    Role.COMMANDER: frozenset(
        _STAFF
        | {
            P.DECIDE_EXTENSION,
            P.SUSPEND_INCIDENT,
            P.REOPEN_INCIDENT,
            P.EXPORT_ROWS,
            P.APPROVE_EXPORT,
            P.DISPATCH_INCIDENT,
            P.URGE_INCIDENT,
            P.INSTRUCT_INCIDENT,
        }
        | {P.READ_ADOPTION, P.REVIEW_HELD}
    ),
    Role.UNIT_HEAD: frozenset(
        _STAFF
        | {
            P.TAKE_TASK,
            P.RETURN_TASK,
            P.ASSIGN_TASK,
            P.HAND_OVER_WORK,
            P.HANDLE_TASK,
            P.ASK_EXTENSION,
            P.ASK_REPORTER,
            P.URGE_INCIDENT,
            P.INSPECT_COMPONENT,
            P.REVEAL_PERSONAL,
            P.EXPORT_ROWS,
            P.APPROVE_EXPORT,
        }
    ),
    Role.HANDLER: frozenset(
        _STAFF
        | {P.TAKE_TASK, P.RETURN_TASK, P.HANDLE_TASK, P.ASK_EXTENSION, P.REVEAL_PERSONAL, P.HAND_OVER_WORK}
        | {P.ASK_REPORTER, P.INSPECT_COMPONENT}
    ),
    Role.SUPERVISOR: frozenset(
        _SIGNED_IN
        | {P.READ_INCIDENT, P.READ_LEDGER, P.DELEGATE_POST, P.READ_ADOPTION}
        | {P.READ_RETENTION, P.PRESERVE_RECORDS}
    ),
    Role.INSPECTOR: frozenset(
        _SIGNED_IN | {P.EXPORT_ROWS, P.READ_AUDIT, P.MARK_SOURCE, P.READ_RETENTION, P.PRESERVE_RECORDS}
    ),
    Role.ADMINISTRATOR: frozenset(
        _SIGNED_IN
        | {
            P.MANAGE_ITEMS,
            P.READ_LEDGER,
            P.MANAGE_LEDGER,
            P.MANAGE_CALENDAR,
            P.HAND_OVER_WORK,
            P.MANAGE_POSTS,
            P.MANAGE_KEYS,
            P.MANAGE_TERRITORY,
            P.IMPORT_ROWS,
            P.EXPORT_ROWS,
            P.READ_ADOPTION,
            P.READ_RETENTION,
            P.WRITE_ANNOUNCEMENTS,
        }
        | {P.DELEGATE_POST}
    ),
    Role.MACHINE: GRANTABLE,
    Role.SYSTEM: frozenset(Permission),
}

SEES_BY_AREA = frozenset(
    {
        Role.OFFICER,
        Role.GRID_HEAD,
        Role.CHIEF_GRID_HEAD,
        Role.DESK,
        Role.COMMANDER,
        Role.SUPERVISOR,
        Role.INSPECTOR,
        Role.ADMINISTRATOR,
    }
)
"""Roles that see what lies in their post's area; the others see what they take part in."""


class OutsideJurisdiction(DomainError):
    code = "access.outside_jurisdiction"
    message = "没有找到，或不在您的辖区内。请核对编号，或与上级中心联系。"
    message_en = "Not found, or outside your jurisdiction. Check the number or ask the centre above yours."
    status = 404


class SignInRefused(DomainError):
    code = "access.sign_in_refused"
    message = "用户名或密码不正确。连续输错会延长等待时间；忘记密码请联系本单位管理员。"
    message_en = (
        "The user name or password is wrong. Repeated failures lengthen the wait; "
        "if you forgot the password, ask your administrator."
    )
    status = 401


class SignInDelayed(DomainError):
    code = "access.sign_in_delayed"
    message = "尝试次数过多，请在{seconds}秒后再试。"
    message_en = "Too many attempts; try again in {seconds} seconds."
    status = 429


class SecondFactorNeeded(DomainError):
    """The password was right; a code is asked for as well."""

    code = "access.second_factor_needed"
    message = "请再输入验证器应用上的6位数字。手机不在身边，可以输入一个恢复码。"
    message_en = (
        "Enter the six digits your authenticator app shows as well. Without the phone, use a recovery code."
    )
    status = 401
    next = "second_factor"


class SecondFactorRefused(DomainError):
    code = "access.second_factor_refused"
    message = (
        "验证码不正确，或刚刚已经用过。请等应用显示下一组数字再输入；也可以用恢复码，或请管理员解除两步验证。"
    )
    message_en = (
        "The code is wrong, or was used just now. Wait for the next one; "
        "or use a recovery code, or ask an administrator to take the second factor off."
    )
    status = 401
    next = "second_factor"


class SecondFactorRequired(DomainError):
    code = "access.second_factor_required"
    message = "这个岗位要求两步验证。请先在“登录安全”中设置，再切换到这个岗位。"
    message_en = "This post asks for a second factor. Set one up under “Sign-in security” first, then switch."
    status = 403
    next = "enrol"


class NoSecondFactor(DomainError):
    code = "access.no_second_factor"
    message = "没有可以确认或解除的两步验证：还没有开始设置，或设置时间已过。请重新开始。"
    message_en = (
        "There is no second factor to confirm or take off: none was begun, or it took too long. Begin again."
    )


class StepUpNeeded(DomainError):
    """A sensitive act asks for a fresh proof of who is there."""

    code = "access.step_up_needed"
    message = "这项操作比较敏感，请先再次确认是您本人，然后会自动继续。"
    message_en = "This is sensitive: confirm once more that it is you; then it goes on by itself."
    status = 403
    next = "step_up"


class ProofRefused(Invalid):
    code = "access.proof_refused"
    message = "密码或验证码不正确。请重新输入。"
    message_en = "The password or code is wrong. Enter it again."


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


class PasswordExpired(DomainError):
    code = "access.password_expired"
    message = "一次性密码已使用或已过期。请联系本单位管理员重新生成。"
    message_en = (
        "The one-time password was used already or has expired. Ask your administrator for a new one."
    )
    status = 401


class PasswordMustChange(DomainError):
    code = "access.password_must_change"
    message = "您使用的是一次性密码，请先设置自己的密码。"
    message_en = "You signed in with a one-time password. Set a password of your own first."
    status = 403


class WrongPassword(Invalid):
    code = "access.wrong_password"
    message = "原密码不正确。请重新输入。"
    message_en = "The present password is wrong. Enter it again."


class WeakPassword(Invalid):
    code = "access.weak_password"
    message = (
        "新密码不符合要求：至少{shortest}个字符，含字母、数字、符号中的两种，不含用户名，不是常见的密码，"
        "且不同于原密码。"
    )
    message_en = (
        "The new password is too weak: at least {shortest} characters, two kinds of letters, digits and signs, "
        "without the user name, not a common one, and different from the present one."
    )


class SessionNeeded(DomainError):
    code = "access.session_needed"
    message = "接口令牌不能管理账号，也不能做敏感操作。请用用户名和密码登录后再操作。"
    message_en = (
        "An API token cannot manage the account nor do what is sensitive. "
        "Sign in with user name and password first."
    )
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


class ContainerTaken(DomainError):
    code = "access.container_taken"
    message = "这个身份已经用于另一个账号。请先用它登录那个账号并解除绑定，再到这里绑定。"
    message_en = "This identity opens another account already. Sign in to that one with it, unlink it, then link it here."
    status = 409


class UsernameTaken(DomainError):
    code = "access.username_taken"
    message = "用户名“{username}”已被使用。请换一个。"
    message_en = "The user name “{username}” is taken. Choose another."


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


SHORTEST_PASSWORD = 10
LONGEST_PASSWORD = 128
FIRST_THOUGHTS = frozenset(
    {"admin", "administrator", "jingwei", "mima", "password", "wangge", "wanggeyuan", "zhengfu", "zongzhi"}
)
"""What people here think of first: with nothing but digits and signs around it, it is no password."""


def require_good_password(password: str, *, username: str, present: str, is_common: bool = False) -> None:
    """``is_common``: it stands in the list of common passwords. Raises: WeakPassword."""
    letters = "".join(letter for letter in password.lower() if letter.isalpha())
    kinds = {
        "letter" if letter.isalpha() else "digit" if letter.isdigit() else "sign"
        for letter in password
        if not letter.isspace()
    }
    is_good = (
        SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD
        and len(kinds) >= 2
        and username.lower() not in password.lower()
        and password != present
        and letters not in FIRST_THOUGHTS
        and not is_common
    )
    if not is_good:
        raise WeakPassword(shortest=SHORTEST_PASSWORD)


def may(actor: Actor, permission: Permission) -> bool:
    """Whether the actor's role carries the permission, and the key it speaks with was given it."""
    return permission in PERMISSIONS[actor.role] and (actor.grants is None or permission in actor.grants)


def require(actor: Actor, permission: Permission) -> None:
    """Raises: Forbidden."""
    if not may(actor, permission):
        raise Forbidden(permission=permission.value)


def scope_of(role: Role, area_code: str) -> str:
    """What a post sees by area. Units and residents see nothing by area."""
    if role is Role.SYSTEM:
        return ANYWHERE
    return area_code if role in SEES_BY_AREA else ""


@dataclass(frozen=True, slots=True)
class Door:
    """A place to fail at: so many failures at once, and one more after each so many seconds.

    A good try empties one's own door; to one that is shared with others it gives back what it took.
    """

    name: str
    burst: int
    seconds_each: float
    is_shared: bool = False

    @property
    def rate(self) -> float:
        return 1 / self.seconds_each


PLACE = Door("access.place", burst=5, seconds_each=60)
"""One account from one network address that the account does not know."""
DEVICE = Door("access.device", burst=5, seconds_each=60)
"""One account from one device or network it was signed in from before: strangers cannot use this one up."""
ACCOUNT = Door("access.account", burst=60, seconds_each=360, is_shared=True)
"""One account from everywhere it does not know, together: 300 guesses on the first day and 240 on each later one."""
ADDRESS = Door("access.address", burst=100, seconds_each=20, is_shared=True)
"""All accounts from one network address, known devices left out."""
FACTOR = Door("access.factor", burst=10, seconds_each=600)
"""Codes of a second factor, by who has the password already: one in 300,000 each."""
INSIDE = Door("access.inside", burst=5, seconds_each=60)
"""One's own password asked for once more in a session."""

ONE_TIME_FORM = re.compile(r"[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}")


def doors_for(username: str, password: str, *, address: str, known: str | None) -> list[tuple[Door, str]]:
    """At which doors a try counts. Names that do not exist have the same ones, so nobody finds out which do.

    A password of a one-time password's form (60 random bits, not to be guessed) does not stand at the account's door:
    an administrator can always let somebody in whose account strangers are trying.
    """
    if known is not None:
        return [(DEVICE, f"{username}\n{known}")]
    doors = [(ADDRESS, address), (PLACE, f"{username}\n{address}")]
    return doors if ONE_TIME_FORM.fullmatch(password) else [(ACCOUNT, username), *doors]


def is_proved(session: SessionFacts, need: ProofNeeded, *, within: timedelta, at: datetime) -> bool:
    """Whether a session's proof is fresh enough for an act."""
    if need is ProofNeeded.ONCE and session.has_proved_again:
        return True
    return at - session.proved_at <= within


STEP_SECONDS = 30
STEPS_ASIDE = 1
"""A telephone's clock may be half a minute off."""
RECOVERY_CODES = 10
RECOVERY_LETTERS = 10
ENROLMENT_LENGTH = timedelta(minutes=15)


def steps_to_try(at: datetime, last_step: int) -> list[int]:
    """The half minutes whose code is taken: never one that was taken, nor an earlier one. Source: RFC 6238 §5.2."""
    now_step = int(at.timestamp()) // STEP_SECONDS
    return [step for step in range(now_step - STEPS_ASIDE, now_step + STEPS_ASIDE + 1) if step > last_step]
