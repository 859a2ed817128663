"""The life of an incident: one table from which the diagram, the buttons, the matrix and the checks are made."""

from dataclasses import dataclass
from enum import StrEnum

from jingwei.domains.incidents.contracts import Action, State
from jingwei.domains.incidents.rules.refusals import StepRefused, WhileSuspended
from jingwei.foundation.access.contracts import Permission


class Need(StrEnum):
    """What an action asks for beside the click."""

    REMARK = "remark"
    ITEM = "item"
    UNIT = "unit"
    ASSIGNEE = "assignee"
    EVIDENCE = "evidence"
    LIMIT = "limit"
    UNTIL = "until"
    RATING = "rating"
    WORDS = "words"


class Who(StrEnum):
    """Which of those who carry the permission and see the incident may act on it."""

    REPORTER = "reporter"  # 反映人
    CENTRE = "centre"  # 现在负责的中心
    CENTRE_ABOVE = "centre_above"  # 负责中心的上级中心
    UNIT = "unit"  # 承办单位
    CHECKER = "checker"  # 本网格的网格员、网格长，或负责的中心
    REPORTER_OR_CENTRE = "reporter_or_centre"
    HOLDER = "holder"  # 经办的岗位、承办单位负责人，或辖区管理员
    CENTRE_OR_UNIT = "centre_or_unit"  # 负责的中心或承办单位
    REFEREE = "referee"  # 裁决异议的中心
    LEADER = "leader"  # 负责中心的领导，或上级中心
    GIVER = "giver"  # 交办方：负责的中心及其上级，或承办单位负责人
    ASSIST = "assist"  # 协办单位
    WITHIN_SIGHT = "within_sight"  # 看得到的人


class Shift(StrEnum):
    """Whether the action moves the incident between levels."""

    STAYS = "stays"
    UP = "up"
    TO_ACTOR = "to_actor"


class Stage(StrEnum):
    """Which clock runs in a state."""

    ACCEPT = "accept"
    DISPATCH = "dispatch"
    HANDLE = "handle"
    VERIFY = "verify"
    CLOSE = "close"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Move:
    """One row of the table: in ``state``, ``action`` leads to ``target``."""

    state: State
    action: Action
    target: State
    permission: Permission
    who: Who
    needs: frozenset[Need] = frozenset()
    shift: Shift = Shift.STAYS


STAGE_OF = {
    State.REPORTED: Stage.ACCEPT,
    State.ACCEPTED: Stage.DISPATCH,
    State.DISPATCHED: Stage.HANDLE,
    State.HANDLING: Stage.HANDLE,
    State.HANDLED: Stage.VERIFY,
    State.VERIFIED: Stage.CLOSE,
    State.CLOSED: Stage.NONE,
    State.VOIDED: Stage.NONE,
}

STATE_LABELS = {
    State.REPORTED: ("待受理", "To accept"),
    State.ACCEPTED: ("待派遣", "To dispatch"),
    State.DISPATCHED: ("待接收", "To be taken"),
    State.HANDLING: ("处置中", "Being handled"),
    State.HANDLED: ("待核查", "To verify"),
    State.VERIFIED: ("待结案", "To close"),
    State.CLOSED: ("已结案", "Closed"),
    State.VOIDED: ("已作废", "Void"),
}

ACTION_LABELS = {
    Action.REPORT: ("上报", "Report"),
    Action.EDIT: ("修改上报", "Edit the report"),
    Action.ACCEPT: ("受理", "Accept"),
    Action.CORRECT: ("更正", "Correct"),
    Action.ESCALATE: ("上报上级", "Escalate"),
    Action.TAKE_UP: ("提级办理", "Take up"),
    Action.DISPATCH: ("派遣", "Dispatch"),
    Action.RECALL: ("撤回派遣", "Recall"),
    Action.TAKE: ("接收", "Take"),
    Action.RETURN: ("退回", "Return"),
    Action.ASSIGN: ("指派到人", "Assign"),
    Action.HANDLE: ("处置反馈", "Report handled"),
    Action.ASK_EXTENSION: ("申请延期", "Ask for time"),
    Action.GRANT_EXTENSION: ("同意延期", "Grant time"),
    Action.REFUSE_EXTENSION: ("不同意延期", "Refuse time"),
    Action.SUSPEND: ("挂起", "Suspend"),
    Action.RESUME: ("恢复", "Resume"),
    Action.PASS_CHECK: ("核查通过", "Passed"),
    Action.FAIL_CHECK: ("核查不通过", "Not passed"),
    Action.CLOSE: ("结案", "Close"),
    Action.RATE: ("评价", "Rate"),
    Action.REOPEN: ("重开", "Reopen"),
    Action.VOID: ("作废", "Void"),
    Action.NOTE: ("备注", "Note"),
    Action.ASK_REPORTER: ("征询反映人", "Ask the reporter"),
    Action.ANSWER: ("回答征询", "Answer"),
    Action.URGE: ("催办", "Urge"),
    Action.INSTRUCT: ("领导批示", "Instruct"),
    Action.HAND_OVER: ("移交", "Hand over"),
    Action.TRANSPLANT: ("历史移入", "Brought in as history"),
    Action.FOLD: ("并入", "Fold in"),
    Action.UNFOLD: ("拆出", "Take out"),
    Action.OBJECT: ("提出异议", "Object"),
    Action.UPHOLD: ("异议成立", "Uphold the objection"),
    Action.REFUSE_OBJECTION: ("异议不成立", "Refuse the objection"),
    Action.REROUTE: ("改派", "Reroute"),
    Action.SPLIT: ("拆分子任务", "Split off a task"),
    Action.ASK_ASSIST: ("请求协办", "Ask to assist"),
    Action.TAKE_ASSIST: ("接收协办", "Take the assist"),
    Action.REPORT_ASSIST: ("协办反馈", "Report the assist"),
    Action.EXCUSE_ASSIST: ("免除协办", "Excuse"),
}

S, A, P, N = State, Action, Permission, Need
REMARK = frozenset({N.REMARK})
NAMED = frozenset({N.REMARK, N.UNIT})
OPEN = (S.REPORTED, S.ACCEPTED, S.DISPATCHED, S.HANDLING, S.HANDLED, S.VERIFIED)
WITH_UNIT = (S.DISPATCHED, S.HANDLING)
"""Where a unit owes the next step."""


def _asker(state: State) -> Who:
    return Who.CENTRE_OR_UNIT if state in WITH_UNIT else Who.CENTRE


MOVES: tuple[Move, ...] = (
    Move(S.REPORTED, A.EDIT, S.REPORTED, P.EDIT_REPORT, Who.REPORTER),
    Move(S.REPORTED, A.ACCEPT, S.ACCEPTED, P.ACCEPT_INCIDENT, Who.CENTRE, frozenset({N.ITEM})),
    *(
        move
        for state in (S.REPORTED, S.ACCEPTED)
        for move in (
            Move(state, A.CORRECT, state, P.CORRECT_INCIDENT, Who.CENTRE, REMARK),
            Move(state, A.ESCALATE, state, P.ESCALATE_INCIDENT, Who.CENTRE, REMARK, Shift.UP),
            Move(state, A.TAKE_UP, state, P.ESCALATE_INCIDENT, Who.CENTRE_ABOVE, REMARK, Shift.TO_ACTOR),
            Move(state, A.VOID, S.VOIDED, P.VOID_INCIDENT, Who.CENTRE, REMARK),
        )
    ),
    Move(S.ACCEPTED, A.DISPATCH, S.DISPATCHED, P.DISPATCH_INCIDENT, Who.CENTRE, frozenset({N.UNIT})),
    Move(S.DISPATCHED, A.TAKE, S.HANDLING, P.TAKE_TASK, Who.UNIT),
    *(
        move
        for state in (S.DISPATCHED, S.HANDLING)
        for move in (
            Move(state, A.RETURN, S.ACCEPTED, P.RETURN_TASK, Who.UNIT, REMARK),
            Move(state, A.ASSIGN, S.HANDLING, P.ASSIGN_TASK, Who.UNIT, frozenset({N.ASSIGNEE})),
            Move(state, A.RECALL, S.ACCEPTED, P.DISPATCH_INCIDENT, Who.CENTRE, REMARK),
            Move(state, A.CORRECT, state, P.CORRECT_INCIDENT, Who.CENTRE, REMARK),
            Move(state, A.REROUTE, S.DISPATCHED, P.DISPATCH_INCIDENT, Who.CENTRE, NAMED),
            Move(state, A.OBJECT, state, P.OBJECT_TASK, Who.UNIT, NAMED),
            Move(state, A.UPHOLD, S.DISPATCHED, P.DECIDE_OBJECTION, Who.REFEREE, NAMED),
            Move(state, A.REFUSE_OBJECTION, state, P.DECIDE_OBJECTION, Who.REFEREE, REMARK),
        )
    ),
    Move(S.HANDLING, A.HANDLE, S.HANDLED, P.HANDLE_TASK, Who.UNIT, frozenset({N.REMARK, N.EVIDENCE})),
    Move(S.HANDLING, A.ASK_EXTENSION, S.HANDLING, P.ASK_EXTENSION, Who.UNIT, frozenset({N.REMARK, N.LIMIT})),
    Move(S.HANDLING, A.GRANT_EXTENSION, S.HANDLING, P.DECIDE_EXTENSION, Who.CENTRE),
    Move(S.HANDLING, A.REFUSE_EXTENSION, S.HANDLING, P.DECIDE_EXTENSION, Who.CENTRE, REMARK),
    *(
        move
        for state in (S.ACCEPTED, S.DISPATCHED, S.HANDLING)
        for move in (
            Move(state, A.SUSPEND, state, P.SUSPEND_INCIDENT, Who.CENTRE, frozenset({N.REMARK, N.UNTIL})),
            Move(state, A.RESUME, state, P.SUSPEND_INCIDENT, Who.CENTRE),
            Move(state, A.SPLIT, state, P.SPLIT_INCIDENT, Who.CENTRE, frozenset({N.WORDS, N.UNIT})),
        )
    ),
    Move(S.HANDLED, A.PASS_CHECK, S.VERIFIED, P.VERIFY_INCIDENT, Who.CHECKER, REMARK),
    Move(S.HANDLED, A.FAIL_CHECK, S.HANDLING, P.VERIFY_INCIDENT, Who.CHECKER, REMARK),
    Move(S.VERIFIED, A.FAIL_CHECK, S.HANDLING, P.VERIFY_INCIDENT, Who.CENTRE, REMARK),
    Move(S.VERIFIED, A.CLOSE, S.CLOSED, P.CLOSE_INCIDENT, Who.CENTRE, REMARK),
    Move(S.CLOSED, A.RATE, S.CLOSED, P.RATE_INCIDENT, Who.REPORTER, frozenset({N.RATING})),
    Move(S.CLOSED, A.REOPEN, S.ACCEPTED, P.REOPEN_INCIDENT, Who.REPORTER_OR_CENTRE, REMARK),
    *(
        move
        for state in (S.ACCEPTED, S.DISPATCHED, S.HANDLING)
        for move in (
            Move(state, A.TAKE_ASSIST, state, P.TAKE_TASK, Who.ASSIST),
            Move(state, A.REPORT_ASSIST, state, P.HANDLE_TASK, Who.ASSIST, REMARK),
            Move(
                state,
                A.ASK_ASSIST,
                state,
                P.DISPATCH_INCIDENT,
                Who.CENTRE,
                frozenset({N.UNIT, N.LIMIT, N.REMARK}),
            ),
            Move(state, A.EXCUSE_ASSIST, state, P.DISPATCH_INCIDENT, Who.CENTRE, REMARK),
        )
    ),
    *(Move(state, A.NOTE, state, P.NOTE_INCIDENT, Who.WITHIN_SIGHT, REMARK) for state in State),
    *(
        Move(state, A.HAND_OVER, state, P.HAND_OVER_WORK, Who.HOLDER, frozenset({N.REMARK, N.ASSIGNEE}))
        for state in OPEN
    ),
    *(
        move
        for state in OPEN
        for move in (
            Move(state, A.ASK_REPORTER, state, P.ASK_REPORTER, _asker(state), REMARK),
            Move(state, A.ANSWER, state, P.ANSWER_QUESTION, Who.REPORTER, frozenset({N.WORDS})),
            Move(state, A.URGE, state, P.URGE_INCIDENT, Who.GIVER if state in WITH_UNIT else Who.LEADER),
            Move(state, A.INSTRUCT, state, P.INSTRUCT_INCIDENT, Who.LEADER, REMARK),
        )
    ),
)

TABLE: dict[tuple[State, Action], Move] = {(m.state, m.action): m for m in MOVES}

ASSISTING = frozenset({Action.ASK_ASSIST, Action.TAKE_ASSIST, Action.REPORT_ASSIST, Action.EXCUSE_ASSIST})
"""What happens between the centre and those who assist; their time is their own."""

OWED_BY_NOBODY = ASSISTING | frozenset(
    {Action.NOTE, Action.ASK_REPORTER, Action.ANSWER, Action.URGE, Action.INSTRUCT, Action.HAND_OVER}
)
"""What happens beside the course: the clock is not about it, so it is never late."""

WHILE_SUSPENDED = frozenset(
    {Action.RESUME, Action.NOTE, Action.TAKE_UP, Action.HAND_OVER}
    | {Action.ASK_REPORTER, Action.ANSWER, Action.INSTRUCT}
)
"""A suspended incident waits: only these go on. Nobody owes anything, so nobody is urged."""


def move_for(state: State, action: Action, *, is_suspended: bool) -> Move:
    """The row for an action in a state. Raises: StepRefused naming what is allowed; WhileSuspended."""
    found = TABLE.get((state, action))
    if found is None or (action is Action.RESUME and not is_suspended):
        allowed = [ACTION_LABELS[m.action] for m in moves_from(state, is_suspended=is_suspended)]
        raise StepRefused(
            state=STATE_LABELS[state][0],
            action=ACTION_LABELS[action][0],
            allowed="、".join(label for label, _ in allowed),
            state_en=STATE_LABELS[state][1],
            action_en=ACTION_LABELS[action][1],
            allowed_en=", ".join(label for _, label in allowed),
        )
    if is_suspended and action not in WHILE_SUSPENDED:
        raise WhileSuspended(action=ACTION_LABELS[action][0], action_en=ACTION_LABELS[action][1])
    return found


def moves_from(state: State, *, is_suspended: bool) -> tuple[Move, ...]:
    """Every row that starts in a state, in the table's order."""
    rows = (m for m in MOVES if m.state is state)
    if is_suspended:
        return tuple(m for m in rows if m.action in WHILE_SUSPENDED)
    return tuple(m for m in rows if m.action is not Action.RESUME)


def is_open(state: State) -> bool:
    """Whether somebody still owes something."""
    return state < State.CLOSED
