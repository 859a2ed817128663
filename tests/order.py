"""Who does which tests when they run side by side: what shares servers or a city stays together, the longest first.

Whole files otherwise. A house with its browser costs half a minute to open and a planted world ten seconds, so each
is opened by one process; and whoever takes the longest last makes everybody wait for it.
"""

from typing import Any

from xdist.scheduler import LoadFileScheduling

TOGETHER = (
    "tests/journeys/browser/",
    "tests/house/test_web.py",
    "jingwei/config/demo/",
    "tests/matrix/",
    "tests/api/",
    "tests/journeys/",
    "tests/faults/",
    "tests/bridges/test_phone.py",
    "jingwei/domains/incidents/tests/test_import_real.py",
)
"""The longest, in the order in which they are begun. The first that a test's address begins with is its own."""


class LongestFirst(LoadFileScheduling):
    """Like ``--dist loadfile``, with ``TOGETHER`` as wholes and before everything else."""

    def _split_scope(self, nodeid: str) -> str:
        for beginning in TOGETHER:
            if nodeid.startswith(beginning):
                return beginning
        return str(super()._split_scope(nodeid))


def longest_first(items: list[Any]) -> None:
    """Sort in place; what is not named keeps its order behind."""

    def turn(item: Any) -> int:
        return next((n for n, one in enumerate(TOGETHER) if item.nodeid.startswith(one)), len(TOGETHER))

    items.sort(key=turn)
