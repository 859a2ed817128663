"""Who may: one table of permissions, and how a post's role turns into sight."""

from jingwei.foundation.access.contracts import ANYWHERE, Actor, Permission, Role
from jingwei.kernel.errors import Forbidden

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
    P.ANSWER_WARNING,
    P.EDIT_REPORT,
    P.ANSWER_QUESTION,
    P.READ_TASKS,
    P.READ_SUPERVISION,
    P.READ_JOINT,
    P.READ_VISITS,
    P.ANSWER_REFERRAL,
}

_ANSWERS_TASKS = {P.ANSWER_TASK}
_GIVES_TASKS = {P.ANSWER_TASK, P.GIVE_TASK}
_CALLS_JOINT = {P.CALL_JOINT, P.JOIN_JOINT, P.PLAN_ENFORCEMENT, P.READ_MEDIATION}
_MEDIATES = {P.READ_MEDIATION, P.MEDIATE}
_SUPERVISES = {P.SUPERVISE_MATTER, P.SUPERVISE_AREA, P.ANSWER_SUPERVISION}
_KEEPS_RESIDENTS = {P.VIEW_RESIDENTS, P.MANAGE_RESIDENTS, P.REVEAL_RESIDENTS}
_KEEPS_ORGANISATIONS = {P.VIEW_ORGANISATIONS, P.KEEP_ORGANISATIONS, P.REVEAL_ORGANISATIONS}
_RECORDS_WORK = {P.READ_WORK_LOG, P.RECORD_WORK}
_NOTES_CONCERNS = {P.READ_CONCERNS, P.NOTE_CONCERN}
_REFERS = {P.READ_WORKFORCE, P.REFER_SPECIALIST}

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
    Role.OFFICER: frozenset(
        _STAFF
        | {P.VERIFY_INCIDENT, P.HANDLE_TASK, P.INSPECT_COMPONENT, P.KEEP_DWELLINGS}
        | _ANSWERS_TASKS
        | _RECORDS_WORK
        | _KEEPS_RESIDENTS
        | _KEEPS_ORGANISATIONS
        | _NOTES_CONCERNS
        | _REFERS
    ),
    Role.GRID_HEAD: frozenset(
        _STAFF
        | {P.VERIFY_INCIDENT, P.INSPECT_COMPONENT, P.KEEP_DWELLINGS}
        | _ANSWERS_TASKS
        | _RECORDS_WORK
        | _KEEPS_RESIDENTS
        | _KEEPS_ORGANISATIONS
        | _NOTES_CONCERNS
        | _REFERS
    ),
    Role.CHIEF_GRID_HEAD: frozenset(
        _STAFF
        | {P.VERIFY_INCIDENT, P.ACCEPT_INCIDENT, P.ASK_REPORTER, P.URGE_INCIDENT, P.INSTRUCT_INCIDENT}
        | {P.MANAGE_LEDGER, P.INSPECT_COMPONENT, P.KEEP_DWELLINGS, P.READ_MEDIATION}
        | _GIVES_TASKS
        | _RECORDS_WORK
        | _KEEPS_RESIDENTS
        | _KEEPS_ORGANISATIONS
        | _NOTES_CONCERNS
        | _REFERS
        | {P.MANAGE_WORKFORCE}
    ),
    Role.DESK: frozenset(
        _STAFF
        | {
            P.REPORT_TIP,
            *_SUPERVISES,
            *_CALLS_JOINT,
            P.MAKE_VISITS,
            P.MEDIATE,
            P.PROPOSE_DUTY,
            P.MANAGE_LEDGER,
            P.INSPECT_COMPONENT,
            P.KEEP_DWELLINGS,
            P.TAKE_CALL,
            P.ACCEPT_INCIDENT,
            P.CORRECT_INCIDENT,
            P.ASK_REPORTER,
            P.URGE_INCIDENT,
            P.ESCALATE_INCIDENT,
            P.DISPATCH_INCIDENT,
            P.TAKE_TASK,
            P.RETURN_TASK,
            P.OBJECT_TASK,
            P.DECIDE_OBJECTION,
            P.SPLIT_INCIDENT,
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
        | _GIVES_TASKS
        | _RECORDS_WORK
        | _KEEPS_RESIDENTS
        | _KEEPS_ORGANISATIONS
        | _NOTES_CONCERNS
        | _REFERS
        | {P.MANAGE_WORKFORCE}
    ),
    Role.COMMANDER: frozenset(
        _STAFF
        | {
            *_SUPERVISES,
            *_CALLS_JOINT,
            P.MAKE_VISITS,
            P.DECIDE_EXTENSION,
            P.SUSPEND_INCIDENT,
            P.REOPEN_INCIDENT,
            P.EXPORT_ROWS,
            P.APPROVE_EXPORT,
            P.DISPATCH_INCIDENT,
            P.URGE_INCIDENT,
            P.INSTRUCT_INCIDENT,
        }
        | {P.READ_ADOPTION, P.REVIEW_HELD, P.PROPOSE_DUTY, P.DECIDE_OBJECTION}
        | _GIVES_TASKS
        | {P.READ_WORK_LOG, P.READ_CONCERNS, P.VIEW_ORGANISATIONS}
        | {P.READ_WORKFORCE}
    ),
    Role.UNIT_HEAD: frozenset(
        _STAFF
        | {
            P.TAKE_TASK,
            P.ANSWER_SUPERVISION,
            P.JOIN_JOINT,
            P.PLAN_ENFORCEMENT,
            *_MEDIATES,
            P.RETURN_TASK,
            P.OBJECT_TASK,
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
        | _GIVES_TASKS
    ),
    Role.HANDLER: frozenset(
        _STAFF
        | {P.TAKE_TASK, P.RETURN_TASK, P.HANDLE_TASK, P.ASK_EXTENSION, P.REVEAL_PERSONAL, P.HAND_OVER_WORK}
        | {
            P.OBJECT_TASK,
            P.ASK_REPORTER,
            P.INSPECT_COMPONENT,
            P.JOIN_JOINT,
            P.ANSWER_SUPERVISION,
        }
        | _MEDIATES
        | _ANSWERS_TASKS
    ),
    Role.SUPERVISOR: frozenset(
        _SIGNED_IN
        | {
            P.READ_INCIDENT,
            P.READ_JOINT,
            P.READ_VISITS,
            P.READ_MEDIATION,
            P.READ_LEDGER,
            P.DELEGATE_POST,
            P.READ_ADOPTION,
        }
        | {P.READ_SUPERVISION, P.READ_DISCIPLINE, P.EXPORT_ROWS}
        | {P.READ_RETENTION, P.PRESERVE_RECORDS}
        | {P.READ_TASKS, P.READ_WORK_LOG, P.READ_WORKFORCE, P.VIEW_ORGANISATIONS}
    ),
    Role.INSPECTOR: frozenset(
        _SIGNED_IN | {P.EXPORT_ROWS, P.READ_AUDIT, P.MARK_SOURCE, P.READ_RETENTION, P.PRESERVE_RECORDS}
    ),
    Role.ADMINISTRATOR: frozenset(
        _SIGNED_IN
        | {
            P.MANAGE_ITEMS,
            P.PROPOSE_DUTY,
            P.READ_LEDGER,
            P.MANAGE_LEDGER,
            P.KEEP_DWELLINGS,
            P.VIEW_ORGANISATIONS,
            P.KEEP_ORGANISATIONS,
            P.MANAGE_CALENDAR,
            P.MANAGE_FORMS,
            P.HAND_OVER_WORK,
            P.MANAGE_POSTS,
            P.MANAGE_KEYS,
            P.MANAGE_TERRITORY,
            P.IMPORT_ROWS,
            P.EXPORT_ROWS,
            P.READ_ADOPTION,
            P.READ_RETENTION,
            P.WRITE_ANNOUNCEMENTS,
            P.READ_CONCERNS,
            P.READ_WORKFORCE,
            P.MANAGE_WORKFORCE,
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
