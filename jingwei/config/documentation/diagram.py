"""The state diagram as SVG, drawn from the life-cycle table without any other program."""

from dataclasses import dataclass
from html import escape

from jingwei.config.documentation.lifecycle import action_label, arrows, state_label, staying
from jingwei.domains.incidents.contracts import Action, State

BOX_WIDTH, BOX_HEIGHT, STEP = 150, 44, 118
MIDDLE, TOP = 590, 30
LANE, STAYS_WIDTH = 118, 300
WIDTH = 1190
STATES = list(State)
STYLE = """
  text { font-family: "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", sans-serif; font-size: 14px; fill: #1d2733; }
  .state rect { fill: #e8f0fb; stroke: #2f6fb5; stroke-width: 1.5; }
  .end rect { fill: #eef3ee; stroke: #4b8a4f; }
  .state .name { font-size: 16px; font-weight: 600; text-anchor: middle; }
  .stays { font-size: 12px; fill: #5a6675; }
  .arrow { fill: none; stroke: #44515f; stroke-width: 1.4; marker-end: url(#tip); }
  .back { stroke: #b3541e; }
  .label { paint-order: stroke; stroke: #ffffff; stroke-width: 5px; }
"""


@dataclass(frozen=True, slots=True)
class Arc:
    """An arrow that passes other states; ``lane`` 1 is nearest to the boxes."""

    source: State
    target: State
    actions: list[Action]
    lane: int

    @property
    def is_back(self) -> bool:
        return self.target < self.source


def drawing() -> str:
    height = TOP * 2 + STEP * (len(STATES) - 1) + BOX_HEIGHT
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" aria-label="事件办理流程">',
        f"<title>事件办理流程</title><style>{STYLE}</style>",
        '<defs><marker id="tip" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" '
        'orient="auto-start-reverse"><path d="M0,0 L10,5 L0,10 z" fill="#44515f"/></marker></defs>',
        f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>',
        *(
            _next_arrow(source, target, actions)
            for (source, target), actions in arrows().items()
            if _is_next(source, target)
        ),
        *(_arc(arc) for arc in arcs()),
        *(_box(state) for state in STATES),
    ]
    return "\n".join([*parts, "</svg>", ""])


def arcs() -> list[Arc]:
    """Arrows that do not simply lead to the next state: back ones on the left, jumps ahead on the right."""
    found: list[Arc] = []
    passing = [(pair, actions) for pair, actions in arrows().items() if not _is_next(*pair)]
    for (source, target), actions in sorted(
        passing, key=lambda one: abs(_index(one[0][0]) - _index(one[0][1]))
    ):
        taken = {
            arc.lane for arc in found if arc.is_back == (target < source) and _overlap(arc, source, target)
        }
        lane = next(lane for lane in range(1, len(passing) + 2) if lane not in taken)
        found.append(Arc(source, target, actions, lane))
    return found


def _overlap(arc: Arc, source: State, target: State) -> bool:
    low, high = sorted((_index(source), _index(target)))
    other_low, other_high = sorted((_index(arc.source), _index(arc.target)))
    return low <= other_high and other_low <= high


def _index(state: State) -> int:
    return STATES.index(state)


def _is_next(source: State, target: State) -> bool:
    """The main course goes on; being closed is no step on the way to being void."""
    return _index(target) == _index(source) + 1


def _y(state: State) -> int:
    return TOP + STEP * _index(state)


def _words(actions: list[Action]) -> str:
    return escape(" / ".join(action_label(one) for one in actions))


def _box(state: State) -> str:
    x, y = MIDDLE - BOX_WIDTH // 2, _y(state)
    kind = "state end" if state in (State.CLOSED, State.VOIDED) else "state"
    stays = [action_label(one) for one in staying(state)]
    lines = [
        f'<g class="{kind}"><rect x="{x}" y="{y}" width="{BOX_WIDTH}" height="{BOX_HEIGHT}" rx="8"/>',
        f'<text class="name" x="{MIDDLE}" y="{y + 28}">{escape(state_label(state))}</text>',
    ]
    for number, start in enumerate(range(0, len(stays), 4)):
        text = escape(("不变：" if start == 0 else "") + "、".join(stays[start : start + 4]))
        lines.append(
            f'<text class="stays label" x="{x + BOX_WIDTH + 12}" y="{y + 14 + 16 * number}">{text}</text>'
        )
    return "".join([*lines, "</g>"])


def _next_arrow(source: State, target: State, actions: list[Action]) -> str:
    start, end = _y(source) + BOX_HEIGHT, _y(target)
    label = f'<text class="label" x="{MIDDLE + 10}" y="{(start + end) // 2 + 5}">{_words(actions)}</text>'
    return f'<path class="arrow" d="M{MIDDLE},{start} L{MIDDLE},{end}"/>{label}'


def _arc(arc: Arc) -> str:
    side = -1 if arc.is_back else 1
    edge = MIDDLE + side * BOX_WIDTH // 2
    reach = edge + (-LANE * arc.lane if arc.is_back else STAYS_WIDTH + 60 * (arc.lane - 1))
    # Arrows back leave below where others arrive; those ahead run under the words beside the boxes.
    leaves, arrives = (0.75, 0.25) if arc.is_back else (0.92, 0.92)
    start, end = _y(arc.source) + int(BOX_HEIGHT * leaves), _y(arc.target) + int(BOX_HEIGHT * arrives)
    bend = 14 if end > start else -14
    curve = (
        f"M{edge},{start} L{reach - side * 14},{start} Q{reach},{start} {reach},{start + bend} "
        f"L{reach},{end - bend} Q{reach},{end} {reach - side * 14},{end} L{edge},{end}"
    )
    label = f'<text class="label" x="{reach + 8}" y="{(start + end) // 2 + 5}">{_words(arc.actions)}</text>'
    return f'<path class="arrow{" back" if arc.is_back else ""}" d="{curve}"/>{label}'
