"""The board and the calendar of deadlines: what they are cut by. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from jingwei.domains.clocks.contracts import Colour, colour
from jingwei.domains.incidents.contracts import State
from jingwei.domains.incidents.rules.lifecycle import STAGE_OF, Stage
from jingwei.kernel.clock import local
from jingwei.kernel.errors import Invalid

MOST_COUNTED = 2000
"""Open matters that one board looks at, those with the nearest deadline first."""
LONGEST_WINDOW_DAYS = 62
FIRST_YEAR, LAST_YEAR = 1900, 2999
"""Beyond them a zone's offset leads out of what can be told."""

STAGE_LABELS: Mapping[Stage, tuple[str, str]] = {
    Stage.ACCEPT: ("待受理", "To accept"),
    Stage.DISPATCH: ("待派遣", "To dispatch"),
    Stage.HANDLE: ("处置", "With a unit"),
    Stage.VERIFY: ("待核查", "To verify"),
    Stage.CLOSE: ("待结案", "To close"),
}
"""The columns of the board, in the order of the course."""


class BadWindow(Invalid):
    code = "incident.bad_window"
    message = "到期日期的范围不正确：后一天不能早于前一天，最多{most}天。请重新选择日期。"
    message_en = "The range of due days is not right: not backwards, and {most} days at most. Choose again."


@dataclass(frozen=True, slots=True)
class OpenMatter:
    """What the board reads of an open matter."""

    pk: object
    state: int
    due_at: datetime | None
    warn_at: datetime | None
    suspended_at: datetime | None

    def colour(self, at: datetime) -> Colour:
        is_waiting = self.suspended_at is not None
        return colour(now=at, due_at=self.due_at, warn_at=self.warn_at, is_done=False, is_waiting=is_waiting)

    @property
    def stage(self) -> Stage:
        return STAGE_OF[State(self.state)]

    @property
    def due_on(self) -> date | None:
        """The day in the city on which it is due; none while it waits."""
        return None if self.due_at is None or self.suspended_at else local(self.due_at).date()


def require_window(due_from: date | None, due_to: date | None) -> None:
    """Raises: BadWindow."""
    if any(one is not None and not FIRST_YEAR <= one.year <= LAST_YEAR for one in (due_from, due_to)):
        raise BadWindow(most=LONGEST_WINDOW_DAYS)
    if due_from is None or due_to is None:
        return
    if not 0 <= (due_to - due_from).days <= LONGEST_WINDOW_DAYS:
        raise BadWindow(most=LONGEST_WINDOW_DAYS)


def by_stage(rows: Iterable[OpenMatter], at: datetime) -> dict[tuple[Stage, Colour], int]:
    """How many stand in each stage with each colour."""
    found: dict[tuple[Stage, Colour], int] = {}
    for row in rows:
        key = (row.stage, row.colour(at))
        found[key] = found.get(key, 0) + 1
    return found


def by_day(rows: Iterable[OpenMatter], at: datetime) -> dict[tuple[date, Colour], int]:
    """How many are due on each day, by colour; what waits is due on none."""
    found: dict[tuple[date, Colour], int] = {}
    for row in rows:
        if row.due_on is not None:
            key = (row.due_on, row.colour(at))
            found[key] = found.get(key, 0) + 1
    return found
