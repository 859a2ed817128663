"""What everybody may see of matters: item, community, day and a blurred place. Never words, photos or who reported."""

from dataclasses import dataclass
from datetime import date, timedelta

from jingwei.domains.incidents.contracts import State
from jingwei.domains.incidents.rules.nearby import CELL_STRIDE, CELLS_A_DEGREE

OPEN_STATES = (State.ACCEPTED, State.DISPATCHED, State.HANDLING, State.HANDLED, State.VERIFIED)
"""Before acceptance nobody has looked whether a report is one."""
LATELY = timedelta(days=90)
"""How far back the figures look."""
CLOSED_SHOWN = timedelta(days=30)
FEWEST_FOR_A_SHARE = 10
"""Below it a share would speak of single people."""
MOST_SHOWN = 100


@dataclass(frozen=True, slots=True)
class PublicMatter:
    """One matter as everybody sees it; the place is the middle of a square of about 250 m, or unknown."""

    item_code: str
    item_name: str
    class_name: str
    community_code: str
    state: State
    reported_on: date
    closed_on: date | None
    is_overdue: bool
    square: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class PublicFigures:
    """How an area does, over ``LATELY``; shares are None where too few matters stand behind them."""

    reported: int
    closed: int
    open_now: int
    overdue_now: int
    on_time_share: float | None
    rated: int
    satisfied_share: float | None


def middle_of_square(cell: int) -> tuple[float, float]:
    """The middle of a square as longitude and latitude (WGS-84); see ``nearby.cell_of``."""
    column, row = divmod(cell, CELL_STRIDE)
    return (column + 0.5) / CELLS_A_DEGREE, (row + 0.5) / CELLS_A_DEGREE


def share(part: int, whole: int) -> float | None:
    """A share from 0 to 1, or None where it would speak of too few."""
    return part / whole if whole >= FEWEST_FOR_A_SHARE else None
