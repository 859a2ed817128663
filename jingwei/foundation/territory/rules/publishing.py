"""How a publication stands, and how rows without a position follow their ground."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from jingwei.foundation.territory.rules import ground
from jingwei.foundation.territory.rules.features import Shape
from jingwei.kernel.codes import Level


class PublicationState(StrEnum):
    """How far a publication has come."""

    SCHEDULED = "scheduled"  # 待启用
    MOVING = "moving"  # 已启用，数据移动中
    IN_FORCE = "in_force"  # 已启用
    UNDOING = "undoing"  # 撤销中
    UNDONE = "undone"  # 已撤销
    RECALLED = "recalled"  # 已撤回（启用前）
    FAILED = "failed"  # 到期未能启用


STATE_NAMES = {
    PublicationState.SCHEDULED: ("待启用", "waiting for its day"),
    PublicationState.MOVING: ("数据移动中", "still moving rows"),
    PublicationState.IN_FORCE: ("已启用", "in force"),
    PublicationState.UNDOING: ("撤销中", "being undone"),
    PublicationState.UNDONE: ("已撤销", "undone"),
    PublicationState.RECALLED: ("已撤回", "called back"),
    PublicationState.FAILED: ("到期未能启用", "failed on its day"),
}


class Purpose(StrEnum):
    """Why rows move."""

    PUBLISH = "publish"
    UNDO = "undo"


class RunState(StrEnum):
    """How far the moving of rows has come."""

    PLANNING = "planning"  # 清点
    MOVING = "moving"  # 移动
    SWEEPING = "sweeping"  # 等最后几条按旧边界登记的行
    FINISHING = "finishing"  # 再看一遍
    DONE = "done"


OF_WHOM = 0.02
"""Below two per cent of a closed grid's ground nobody is its successor: borders of two surveys differ by that much."""


def successors_of(outline: Shape | None, standing: Mapping[str, Shape]) -> list[str]:
    """The codes of the grids that lie on a closed one's ground, the largest part first."""
    if outline is None or outline.is_empty:
        return []
    size = outline.area
    shares = {code: ground.common(outline, shape).area / size for code, shape in standing.items()}
    return sorted((code for code, share in shares.items() if share > OF_WHOM), key=lambda code: -shares[code])


def follows(code: str, successors: Sequence[str]) -> str:
    """Where a row goes that has no position and whose grid is closed.

    To the one successor; where there are several, to the deepest area that holds them all, whose desk decides: a
    guess would be wrong for some. Without any, up to its parent.
    """
    if len(successors) == 1:
        return successors[0]
    common = code[: _above(len(code))] if not successors else successors[0]
    for one in successors[1:]:
        while not one.startswith(common):
            common = common[: _above(len(common))]
    return common


def _above(length: int) -> int:
    """The length of the code one level up; the city stays."""
    return max((int(level) for level in Level if level < length), default=int(Level.CITY))
