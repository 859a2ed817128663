"""The three rates 三率. Every visit counts for the day on which its matter was closed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rates:
    """Sums of visits; withdrawn ones are not in them. A share is None where nothing stands behind it."""

    planned: int = 0
    reached: int = 0
    unreached: int = 0
    solved: int = 0
    satisfied: int = 0
    late: int = 0
    reopened: int = 0

    @property
    def waiting(self) -> int:
        return self.planned - self.reached - self.unreached

    @property
    def contact_share(self) -> float | None:
        """联系率: reached ÷ tried to the end."""
        return _share(self.reached, self.reached + self.unreached)

    @property
    def solved_share(self) -> float | None:
        """解决率: said to be solved ÷ reached."""
        return _share(self.solved, self.reached)

    @property
    def satisfied_share(self) -> float | None:
        """满意率: four stars or more ÷ reached."""
        return _share(self.satisfied, self.reached)


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
