"""The life of an export: one table of state and action; who may decide; how much may be taken."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from jingwei.foundation.access.contracts import Actor, Role
from jingwei.foundation.imports.rules.export_refusals import ExportStepRefused
from jingwei.kernel.codes import lies_within

MOST_ROWS = 200_000
MOST_CLEAR_ROWS = 20_000
"""With personal fields in the clear: nobody needs more at a time, and every row is a recorded look."""
MOST_OPEN = 3
"""Exports of one person that wait or run at the same time."""
DECIDE_WITHIN = timedelta(days=7)
LEAST_PURPOSE = 4


class ExportState(StrEnum):
    """Where an export stands."""

    WAITING = "waiting"  # for somebody's consent
    ASKED = "asked"
    RUNNING = "running"
    READY = "ready"
    REFUSED = "refused"
    FAILED = "failed"
    STOPPED = "stopped"
    EXPIRED = "expired"


class ExportAction(StrEnum):
    """What can be done with an export; the queue's own last."""

    APPROVE = "approve"
    REFUSE = "refuse"
    STOP = "stop"
    DOWNLOAD = "download"
    BEGIN = "begin"
    FINISH = "finish"
    FAIL = "fail"
    EXPIRE = "expire"


@dataclass(frozen=True, slots=True)
class Words:
    zh: str
    en: str


STATE_WORDS = {
    ExportState.WAITING: Words("等待审批", "waiting for consent"),
    ExportState.ASKED: Words("排队中", "queued"),
    ExportState.RUNNING: Words("生成中", "being made"),
    ExportState.READY: Words("可下载", "ready"),
    ExportState.REFUSED: Words("未获同意", "refused"),
    ExportState.FAILED: Words("未完成", "failed"),
    ExportState.STOPPED: Words("已停止", "stopped"),
    ExportState.EXPIRED: Words("已过期", "expired"),
}
ACTION_WORDS = {
    ExportAction.APPROVE: Words("同意", "agree"),
    ExportAction.REFUSE: Words("不同意", "refuse"),
    ExportAction.STOP: Words("停止", "stop"),
    ExportAction.DOWNLOAD: Words("下载", "download"),
    ExportAction.BEGIN: Words("开始生成", "begin"),
    ExportAction.FINISH: Words("完成", "finish"),
    ExportAction.FAIL: Words("中止", "break off"),
    ExportAction.EXPIRE: Words("到期", "expire"),
}

S, A = ExportState, ExportAction
NEXT_STATE: dict[tuple[ExportState, ExportAction], ExportState] = {
    (S.WAITING, A.APPROVE): S.ASKED,
    (S.WAITING, A.REFUSE): S.REFUSED,
    (S.WAITING, A.STOP): S.STOPPED,
    (S.WAITING, A.EXPIRE): S.EXPIRED,
    (S.ASKED, A.BEGIN): S.RUNNING,
    (S.ASKED, A.STOP): S.STOPPED,
    (S.ASKED, A.FAIL): S.FAILED,
    (S.RUNNING, A.BEGIN): S.RUNNING,  # again, after the runner was killed
    (S.RUNNING, A.STOP): S.STOPPED,
    (S.RUNNING, A.FINISH): S.READY,
    (S.RUNNING, A.FAIL): S.FAILED,
    (S.READY, A.DOWNLOAD): S.READY,
    (S.READY, A.EXPIRE): S.EXPIRED,
}
OF_DECIDER = frozenset({A.APPROVE, A.REFUSE})
OF_ASKER = frozenset({A.STOP, A.DOWNLOAD})
HEADS = frozenset({Role.UNIT_HEAD, Role.COMMANDER})
"""Decide in their own unit."""
CENTRE_ABOVE = frozenset({Role.DESK, Role.COMMANDER})
"""Decide in a centre above."""
MEMBERS = frozenset({Role.UNIT_HEAD, Role.HANDLER})
"""Roles of member units, for which the centre of the same level counts as above."""
OPEN = frozenset({S.WAITING, S.ASKED, S.RUNNING})
IN_QUEUE = frozenset({S.ASKED, S.RUNNING})


def next_state(state: ExportState, action: ExportAction) -> ExportState:
    """Raises: ExportStepRefused."""
    following = NEXT_STATE.get((state, action))
    if following is None:
        allowed = [a for a in (*OF_DECIDER, *OF_ASKER) if (state, a) in NEXT_STATE]
        raise ExportStepRefused(
            state=STATE_WORDS[state].zh,
            state_en=STATE_WORDS[state].en,
            action=ACTION_WORDS[action].zh,
            action_en=ACTION_WORDS[action].en,
            allowed="、".join(ACTION_WORDS[a].zh for a in sorted(allowed)) or "重新申请",
            allowed_en=", ".join(ACTION_WORDS[a].en for a in sorted(allowed)) or "ask again",
        )
    return following


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asked, as far as the decision depends on it."""

    person_id: UUID | None
    post_id: UUID | None
    unit_id: UUID | None
    role: Role
    area_code: str


def is_own(actor: Actor, asker: Asker) -> bool:
    """What is asked belongs to the person and the post: neither a successor nor a colleague takes it over."""
    return actor.person_id == asker.person_id and actor.post_id == asker.post_id


def may_decide(actor: Actor, asker: Asker) -> bool:
    """The head of the same unit or its commander, or a centre above: never oneself, in whatever post.

    A member unit's own level of centre counts as above it.
    """
    if actor.person_id is None or actor.person_id == asker.person_id:
        return False
    if actor.role in HEADS and actor.unit_id == asker.unit_id is not None:
        return True
    if actor.role not in CENTRE_ABOVE or not lies_within(asker.area_code, actor.scope):
        return False
    return len(actor.scope) < len(asker.area_code) or asker.role in MEMBERS


def actions_for(actor: Actor, asker: Asker, state: ExportState, *, can_decide: bool) -> list[ExportAction]:
    """The buttons. ``can_decide`` says that the role carries the permission."""
    mine = OF_ASKER if is_own(actor, asker) else frozenset()
    if can_decide and may_decide(actor, asker):
        mine = mine | OF_DECIDER
    return [action for action in ExportAction if action in mine and (state, action) in NEXT_STATE]


def row_limit(*, is_clear: bool, most: int | None = None) -> int:
    """How many rows one export may hold; ``most`` is the source's own limit."""
    usual = MOST_CLEAR_ROWS if is_clear else MOST_ROWS
    return usual if most is None else min(usual, most)


def waits_until(at: datetime) -> datetime:
    return at + DECIDE_WITHIN
