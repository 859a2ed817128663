"""The life of an incident as a page: the state diagram, and every row of the table behind it."""

from collections import defaultdict

from jingwei.config.documentation.glossary import labels, table
from jingwei.domains.incidents.contracts import Action, State
from jingwei.domains.incidents.rules.lifecycle import (
    ACTION_LABELS,
    MOVES,
    STAGE_OF,
    STATE_LABELS,
    WHILE_SUSPENDED,
    Move,
    Shift,
)
from jingwei.domains.incidents.rules.sight import WHO_LABELS

SHIFT_LABELS = {Shift.STAYS: "", Shift.UP: "上一级", Shift.TO_ACTOR: "执行者所在级"}


def state_label(state: State) -> str:
    return STATE_LABELS[state][0]


def action_label(action: Action) -> str:
    return ACTION_LABELS[action][0]


def arrows() -> dict[tuple[State, State], list[Action]]:
    """The actions that lead from one state to another, in the table's order; those that stay are left out."""
    found: dict[tuple[State, State], list[Action]] = defaultdict(list)
    for move in MOVES:
        if move.state is not move.target:
            found[move.state, move.target].append(move.action)
    return dict(found)


def staying(state: State) -> list[Action]:
    """What can be done without leaving a state."""
    return [move.action for move in MOVES if move.state is state and move.target is state]


def page() -> str:
    return "\n".join(
        [
            "# 事件办理流程 · The life of an incident\n",
            "流程只有一张表：`jingwei/domains/incidents/rules/lifecycle.py`。下图、按钮、权限矩阵和检查都由它生成。",
            "The table is the one source; this page, the buttons, the permission matrix and the tests come from it.\n",
            "![事件办理流程](lifecycle.svg)\n",
            _mermaid(),
            "## 每个状态可做什么 · What can be done in each state\n",
            table(
                ["状态", "动作", "到达状态", "由谁执行", "权限", "需要", "层级变化"],
                (_row(move) for move in MOVES),
            ),
            "## 状态与计时 · States and their clocks\n",
            table(["状态", "标识", "值", "英文", "计时阶段"], (_state_row(state) for state in State)),
            "## 挂起 · Suspension\n",
            "挂起是状态之外的事实：时限停走，期间只能执行"
            + "、".join(sorted(action_label(action) for action in WHILE_SUSPENDED))
            + "；恢复后从剩余的时间继续。",
            "Suspension is a fact beside the state: the clock stops, and only the actions above remain possible.\n",
        ]
    )


def _mermaid() -> str:
    lines = ["```mermaid", "stateDiagram-v2", "    [*] --> REPORTED: 上报"]
    lines += [f"    {state.name}: {state_label(state)}" for state in State]
    for (source, target), actions in arrows().items():
        lines.append(
            f"    {source.name} --> {target.name}: {'、'.join(action_label(one) for one in actions)}"
        )
    lines += [f"    {state.name} --> [*]" for state in (State.CLOSED, State.VOIDED)]
    return "\n".join([*lines, "```\n"])


def _row(move: Move) -> list[str]:
    permissions, needs = labels("permission"), labels("need")
    return [
        state_label(move.state),
        f"{action_label(move.action)} `{move.action.value}`",
        state_label(move.target) if move.target is not move.state else "不变",
        WHO_LABELS[move.who][0],
        permissions[move.permission.value].chinese,
        "、".join(needs[need.value].chinese for need in sorted(move.needs)),
        SHIFT_LABELS[move.shift],
    ]


def _state_row(state: State) -> list[str]:
    stages = labels("stage")
    zh, en = STATE_LABELS[state]
    return [zh, f"`{state.name.lower()}`", str(state.value), en, stages[STAGE_OF[state].value].chinese]
