"""The life of a batch: one table of state and action."""

from dataclasses import dataclass
from enum import StrEnum

from jingwei.foundation.imports.rules.refusals import BatchStepRefused


class BatchState(StrEnum):
    """Where a batch stands."""

    UPLOADED = "uploaded"
    CHECKING = "checking"
    CHECKED = "checked"
    WRITING = "writing"
    STOPPED = "stopped"
    FINISHED = "finished"
    UNDOING = "undoing"
    UNDONE = "undone"


class RowState(StrEnum):
    """What became of a row."""

    BAD = "bad"
    WRITTEN = "written"
    UNDONE = "undone"
    KEPT = "kept"  # could not be undone: changed since


class MappingSource(StrEnum):
    """How the present mapping came about."""

    GUESSED = "guessed"
    REMEMBERED = "remembered"
    CHOSEN = "chosen"


class BatchAction(StrEnum):
    """What people ask of a batch."""

    MAP = "map"
    CHECK = "check"
    START = "start"
    STOP = "stop"
    CONTINUE = "continue"  # with a corrected file
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Words:
    zh: str
    en: str


STATE_WORDS = {
    BatchState.UPLOADED: Words("已上传", "uploaded"),
    BatchState.CHECKING: Words("检查中", "being checked"),
    BatchState.CHECKED: Words("已检查", "checked"),
    BatchState.WRITING: Words("写入中", "being written"),
    BatchState.STOPPED: Words("已停止", "stopped"),
    BatchState.FINISHED: Words("已完成", "finished"),
    BatchState.UNDOING: Words("撤销中", "being undone"),
    BatchState.UNDONE: Words("已撤销", "undone"),
}
ACTION_WORDS = {
    BatchAction.MAP: Words("对应列", "map columns"),
    BatchAction.CHECK: Words("检查", "check"),
    BatchAction.START: Words("开始写入", "start writing"),
    BatchAction.STOP: Words("停止", "stop"),
    BatchAction.CONTINUE: Words("上传改正后的文件", "upload a corrected file"),
    BatchAction.UNDO: Words("撤销", "undo"),
}

NEXT_STATE: dict[tuple[BatchState, BatchAction], BatchState] = {
    (BatchState.UPLOADED, BatchAction.MAP): BatchState.UPLOADED,
    (BatchState.UPLOADED, BatchAction.CHECK): BatchState.CHECKING,
    (BatchState.UPLOADED, BatchAction.CONTINUE): BatchState.UPLOADED,
    (BatchState.UPLOADED, BatchAction.UNDO): BatchState.UNDOING,
    (BatchState.CHECKING, BatchAction.STOP): BatchState.UPLOADED,
    (BatchState.CHECKED, BatchAction.MAP): BatchState.UPLOADED,
    (BatchState.CHECKED, BatchAction.CHECK): BatchState.CHECKING,
    (BatchState.CHECKED, BatchAction.START): BatchState.WRITING,
    (BatchState.CHECKED, BatchAction.CONTINUE): BatchState.UPLOADED,
    (BatchState.CHECKED, BatchAction.UNDO): BatchState.UNDOING,
    (BatchState.WRITING, BatchAction.STOP): BatchState.STOPPED,
    (BatchState.STOPPED, BatchAction.START): BatchState.WRITING,
    (BatchState.STOPPED, BatchAction.CONTINUE): BatchState.UPLOADED,
    (BatchState.STOPPED, BatchAction.UNDO): BatchState.UNDOING,
    (BatchState.FINISHED, BatchAction.CONTINUE): BatchState.UPLOADED,
    (BatchState.FINISHED, BatchAction.UNDO): BatchState.UNDOING,
    (BatchState.UNDONE, BatchAction.UNDO): BatchState.UNDOING,  # again, for what was kept
}

AFTER_RUN = {
    BatchState.CHECKING: BatchState.CHECKED,
    BatchState.WRITING: BatchState.FINISHED,
    BatchState.UNDOING: BatchState.UNDONE,
}
AFTER_TROUBLE = {
    BatchState.CHECKING: BatchState.UPLOADED,
    BatchState.WRITING: BatchState.STOPPED,
    BatchState.UNDOING: BatchState.UNDONE,
}
"""Where a run that cannot go on leaves the batch; what is written stays written."""
RUNNING = frozenset(AFTER_RUN)


def allowed_actions(state: BatchState) -> list[BatchAction]:
    """What can be asked of a batch now, in the order people do it."""
    return [action for action in BatchAction if (state, action) in NEXT_STATE]


def next_state(state: BatchState, action: BatchAction) -> BatchState:
    """Raises: BatchStepRefused."""
    following = NEXT_STATE.get((state, action))
    if following is None:
        allowed = allowed_actions(state)
        raise BatchStepRefused(
            state=STATE_WORDS[state].zh,
            state_en=STATE_WORDS[state].en,
            action=ACTION_WORDS[action].zh,
            action_en=ACTION_WORDS[action].en,
            allowed="、".join(ACTION_WORDS[a].zh for a in allowed) or "等待完成",
            allowed_en=", ".join(ACTION_WORDS[a].en for a in allowed) or "wait for the end",
        )
    return following
