"""What the red lines' tests counted, kept when they are run for the record."""

import time
from collections import Counter

from tools.assurance import keep

FIGURES: Counter[str] = Counter()
STARTED = time.monotonic()


def count(name: str, number: int = 1) -> None:
    FIGURES[name] += number


def keep_figures() -> None:
    keep(
        "redlines",
        dict(FIGURES),
        seed=0,
        seconds=time.monotonic() - STARTED,
        command="./jw assurance redlines",
    )
