"""Who may: one table of permissions, and how a post's role turns into sight."""

from jingwei.foundation.access.contracts import ANYWHERE, Actor, Permission, Role
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
}
_STAFF = _SIGNED_IN | {P.REPORT_INCIDENT, P.READ_INCIDENT, P.NOTE_INCIDENT, P.DELEGATE_POST, P.EDIT_REPORT}

PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.PUBLIC: frozenset(_PUBLIC),
    Role.RESIDENT: frozenset(_PUBLIC | _SIGNED_IN | {P.READ_INCIDENT}),
    Role.OFFICER: frozenset(_STAFF | {P.VERIFY_INCIDENT, P.HANDLE_TASK}),
    Role.GRID_HEAD: frozenset(_STAFF | {P.VERIFY_INCIDENT}),
    Role.CHIEF_GRID_HEAD: frozenset(_STAFF | {P.VERIFY_INCIDENT, P.ACCEPT_INCIDENT}),
    Role.DESK: frozenset(
        _STAFF
        | {
            P.REPORT_TIP,
            P.ACCEPT_INCIDENT,
            P.CORRECT_INCIDENT,
            P.ESCALATE_INCIDENT,
            P.DISPATCH_INCIDENT,
            P.TAKE_TASK,
            P.RETURN_TASK,
            P.ASSIGN_TASK,
            P.HANDLE_TASK,
            P.ASK_EXTENSION,
            P.DECIDE_EXTENSION,
            P.SUSPEND_INCIDENT,
            P.VERIFY_INCIDENT,
            P.CLOSE_INCIDENT,
            P.REOPEN_INCIDENT,
            P.VOID_INCIDENT,
            P.REVEAL_PERSONAL,
            P.MASK_FILE,
            P.IMPORT_ROWS,
            P.EXPORT_ROWS,
        }
    ),
    Role.COMMANDER: frozenset(
        _STAFF
        | {P.DECIDE_EXTENSION, P.SUSPEND_INCIDENT, P.REOPEN_INCIDENT, P.EXPORT_ROWS, P.DISPATCH_INCIDENT}
    ),
    Role.UNIT_HEAD: frozenset(
        _STAFF
        | {
            P.TAKE_TASK,
            P.RETURN_TASK,
            P.ASSIGN_TASK,
            P.HANDLE_TASK,
            P.ASK_EXTENSION,
            P.REVEAL_PERSONAL,
            P.EXPORT_ROWS,
        }
    ),
    Role.HANDLER: frozenset(
        _STAFF | {P.TAKE_TASK, P.RETURN_TASK, P.HANDLE_TASK, P.ASK_EXTENSION, P.REVEAL_PERSONAL}
    ),
    Role.SUPERVISOR: frozenset(_SIGNED_IN | {P.READ_INCIDENT, P.DELEGATE_POST}),
    Role.INSPECTOR: frozenset(_SIGNED_IN | {P.READ_AUDIT}),
    Role.ADMINISTRATOR: frozenset(
        _SIGNED_IN
        | {
            P.MANAGE_ITEMS,
            P.MANAGE_CALENDAR,
            P.MANAGE_POSTS,
            P.MANAGE_TERRITORY,
            P.IMPORT_ROWS,
            P.EXPORT_ROWS,
        }
        | {P.DELEGATE_POST}
    ),
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


class BadDelegation(Invalid):
    code = "access.bad_delegation"
    message = "委托没有保存：{reason}"
    message_en = "The delegation was not saved: {reason}"


def may(actor: Actor, permission: Permission) -> bool:
    """Whether the actor's role carries the permission."""
    return permission in PERMISSIONS[actor.role]


def require(actor: Actor, permission: Permission) -> None:
    """Raises: Forbidden."""
    if not may(actor, permission):
        raise Forbidden(permission=permission.value)


def scope_of(role: Role, area_code: str) -> str:
    """What a post sees by area. Units and residents see nothing by area."""
    if role is Role.SYSTEM:
        return ANYWHERE
    return area_code if role in SEES_BY_AREA else ""


FREE_ATTEMPTS = 5
LONGEST_WAIT_SECONDS = 60


def wait_seconds(failures: int) -> int:
    """How long to wait after a number of failures in a row: nothing for five, then doubling to a minute.

    A delay instead of a lock: nobody can lock somebody else out.
    """
    return 0 if failures < FREE_ATTEMPTS else min(LONGEST_WAIT_SECONDS, 2 ** (failures - FREE_ATTEMPTS + 1))
