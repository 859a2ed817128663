"""What happens on the way: a fixed mix, so that every run walks the same courses."""

from dataclasses import dataclass
from enum import StrEnum


class Turn(StrEnum):
    """Something beside the straight course. The value is what the table calls it."""

    LOCATED = "更正位置到网格 located"
    VISITED = "网格员先到现场 visited"
    KEPT = "社区直接派遣 kept by the community"
    TAKEN_UP = "区县提级办理 taken up"
    RETURNED = "退回改派 returned"
    RECALLED = "撤回改派 recalled"
    EXTENDED = "延期同意 extension granted"
    NOT_EXTENDED = "延期不同意 extension refused"
    SUSPENDED = "挂起恢复 suspended"
    ASKED = "征询反映人 reporter asked"
    URGED = "催办 urged"
    FAILED = "核查不通过 check failed once"
    REOPENED = "反映人重开 reopened"
    VOIDED = "作废 void"
    UNRATED = "未评价 not rated"


T = Turn

CYCLE: tuple[frozenset[Turn], ...] = tuple(
    frozenset(turns)
    for turns in (
        (),
        (T.LOCATED,),
        (T.RETURNED,),
        (T.VISITED, T.LOCATED),
        (T.EXTENDED,),
        (T.REOPENED, T.LOCATED),
        (),
        (T.NOT_EXTENDED, T.LOCATED),
        (T.SUSPENDED,),
        (T.FAILED, T.LOCATED),
        (T.VOIDED,),
        (T.LOCATED,),
        (T.KEPT, T.ASKED),
        (T.RECALLED, T.LOCATED),
        (T.VISITED, T.URGED),
        (T.RETURNED, T.EXTENDED, T.LOCATED),
        (T.TAKEN_UP,),
        (T.FAILED, T.REOPENED, T.LOCATED),
        (T.UNRATED,),
        (T.LOCATED,),
    )
)
"""Seven of twenty go the straight way; every turn comes up in twenty."""


@dataclass(frozen=True)
class Plan:
    """One journey: its number, and the turns on its way."""

    number: int
    turns: frozenset[Turn]

    @property
    def is_looked_at(self) -> bool:
        """Whether everybody opens the incident before acting: a quarter, of every twenty other ones."""
        return self.number // len(CYCLE) % 4 == self.number % 4

    def every(self, nth: int) -> bool:
        """For what is tried on a few journeys only."""
        return self.number % nth == 0


def plan(number: int) -> Plan:
    return Plan(number, CYCLE[number % len(CYCLE)])
