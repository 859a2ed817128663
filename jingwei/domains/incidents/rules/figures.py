"""One's own figures: what is counted, how, and for whom. Never of others, never in an order of persons."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from jingwei.domains.incidents.contracts import Action
from jingwei.foundation.access.contracts import Permission

LONGEST_DAYS = 366


class FigureKey(StrEnum):
    """What is counted of one's own work."""

    REPORTED = "reported"
    VERIFIED = "verified"
    HANDLED = "handled"
    ON_TIME = "on_time"
    CAME_BACK = "came_back"
    SENT_BACK = "sent_back"


@dataclass(frozen=True, slots=True)
class FigureRule:
    """One figure: the steps it counts, the permission without which it is not shown, and how it is computed."""

    key: FigureKey
    actions: frozenset[Action]
    permission: Permission
    label: str
    label_en: str
    how: str
    how_en: str


CHECKS = frozenset({Action.PASS_CHECK, Action.FAIL_CHECK})
TIMED = CHECKS | {Action.HANDLE}
"""Steps that finish a stage with a limit of its own."""

FIGURES: tuple[FigureRule, ...] = (
    FigureRule(
        FigureKey.REPORTED,
        frozenset({Action.REPORT}),
        Permission.REPORT_INCIDENT,
        "上报",
        "Reported",
        "您在这个岗位上报的事件数。",
        "Matters you reported in this post.",
    ),
    FigureRule(
        FigureKey.VERIFIED,
        CHECKS,
        Permission.VERIFY_INCIDENT,
        "核查",
        "Verified",
        "您做出的核查结论数，通过和不通过都算；同一事件核查两次算两次。",
        "Checks you decided, passed or not; a matter checked twice counts twice.",
    ),
    FigureRule(
        FigureKey.HANDLED,
        frozenset({Action.HANDLE}),
        Permission.HANDLE_TASK,
        "处置",
        "Handled",
        "您提交的处置反馈数；退回重办后再次反馈另算一次。",
        "Times you reported a task handled; done again after a failed check counts again.",
    ),
    FigureRule(
        FigureKey.ON_TIME,
        TIMED,
        Permission.VERIFY_INCIDENT,
        "按时",
        "On time",
        "您的处置反馈和核查中，在当时的时限之前完成的；没有时限的不计入。挂起和同意延期后的时限照新的算。",
        "Of your handling and checks, those done before the limit that ran then; without a limit they do not count. "
        "Time granted and suspensions count with the new limit.",
    ),
    FigureRule(
        FigureKey.CAME_BACK,
        frozenset({Action.HANDLE}),
        Permission.HANDLE_TASK,
        "退回重办",
        "Came back",
        "您的处置反馈中，随后核查不通过的。",
        "Of your handling, what then did not pass the check.",
    ),
    FigureRule(
        FigureKey.SENT_BACK,
        frozenset({Action.RETURN}),
        Permission.RETURN_TASK,
        "退给中心",
        "Returned to the centre",
        "您退回给综治中心的任务数。",
        "Tasks you returned to the centre.",
    ),
)


@dataclass(frozen=True, slots=True)
class OwnStep:
    """A step of one's own as the figures need it."""

    incident_id: UUID
    version: int
    action: Action
    at: datetime
    due_at: datetime | None


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with the incidents behind it, latest first. ``of`` is what it is a part of, where it is one."""

    rule: FigureRule
    count: int
    of: int | None
    incident_ids: tuple[UUID, ...]


def shown_to(permissions: frozenset[Permission]) -> tuple[FigureRule, ...]:
    """The figures of a post: only those of work it may do. What is timed is shown to whoever handles or checks."""
    timed = permissions & {Permission.HANDLE_TASK, Permission.VERIFY_INCIDENT}
    return tuple(
        rule
        for rule in FIGURES
        if (timed if rule.key is FigureKey.ON_TIME else rule.permission in permissions)
    )


def figure_of(
    rule: FigureRule, steps: Iterable[OwnStep], *, failed_after: frozenset[tuple[UUID, int]]
) -> Figure:
    """Count one figure. ``failed_after`` names the handlings (incident, version) that then did not pass."""
    counted = [step for step in steps if step.action in rule.actions]
    of: int | None = None
    if rule.key is FigureKey.ON_TIME:
        timed = [step for step in counted if step.due_at is not None]
        of = len(timed)
        counted = [step for step in timed if step.due_at is not None and step.at <= step.due_at]
    elif rule.key is FigureKey.CAME_BACK:
        of = len(counted)
        counted = [step for step in counted if (step.incident_id, step.version) in failed_after]
    latest = sorted(counted, key=lambda step: (step.at, step.version), reverse=True)
    return Figure(rule, len(counted), of, tuple(dict.fromkeys(step.incident_id for step in latest)))


def handlings_that_failed(course: Iterable[tuple[UUID, int, Action]]) -> frozenset[tuple[UUID, int]]:
    """The handlings that the next check did not pass. ``course``: handlings and checks by incident and version."""
    failed: set[tuple[UUID, int]] = set()
    open_handling: tuple[UUID, int] | None = None
    for incident_id, version, action in course:
        if action is Action.HANDLE:
            open_handling = (incident_id, version)
        elif action is Action.FAIL_CHECK and open_handling is not None and open_handling[0] == incident_id:
            failed.add(open_handling)
            open_handling = None
    return frozenset(failed)
