"""What a run at depth has asked, added up over all tests of this folder and kept at its end."""

import time
from collections import Counter

from tools.assurance import keep

SEED = 20261122
"""Of everything that is drawn here."""

_began = time.perf_counter()
_figures: dict[str, Counter[str]] = {}


def add(name: str, **numbers: int) -> None:
    """Add to the figures of a harness."""
    _figures.setdefault(name, Counter()).update(numbers)


def keep_all() -> None:
    """Write the figures of every harness that asked something; nothing in everyday runs."""
    for name, figures in _figures.items():
        seconds = time.perf_counter() - _began
        keep(name, dict(figures), seed=SEED, seconds=seconds, command=f"./jw assurance {name}")
