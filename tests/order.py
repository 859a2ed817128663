"""Who does which tests when they run side by side: what shares servers or a city stays together, the longest first.

Whole files otherwise. A house with its browser costs half a minute to open and a planted world ten seconds, so each
is opened by one process, the desks' and the phones' by one each; and whoever takes the longest last makes everybody
wait for it.
"""

from typing import Any

from xdist.scheduler import LoadFileScheduling

TOGETHER = (
    "tests/journeys/browser/phone/",
    "tests/journeys/browser/",
    "tests/house/test_web.py",
    "jingwei/config/demo/",
    "tests/matrix/",
    "tests/api/",
    "tests/journeys/",
    "tests/faults/",
    "tests/live/",
    "jingwei/domains/incidents/tests/test_import_killed.py",
    "jingwei/foundation/imports/tests/test_export_killed.py",
    "jingwei/foundation/imports/tests/test_killed.py",
    "jingwei/foundation/files/tests/test_recordings.py",
    "jingwei/foundation/files/tests/test_masking.py",
    "jingwei/domains/incidents/tests/test_import_real.py",
    "jingwei/domains/incidents/tests/test_on_map.py",
    "tests/bridges/test_phone.py",
    "tests/hostile/test_files.py",
)
"""What takes a quarter of a minute or more. The first that a test's address begins with is its own."""

BEGUN = (1, 2, 3, 0, *range(4, len(TOGETHER)))
"""In which order: the desks' journeys, which take the longest, then what keeps a processor busy, then the phones'."""


class LongestFirst(LoadFileScheduling):
    """Like ``--dist loadfile``, with ``TOGETHER`` as wholes and before everything else."""

    def _split_scope(self, nodeid: str) -> str:
        for beginning in TOGETHER:
            if nodeid.startswith(beginning):
                return beginning
        return str(super()._split_scope(nodeid))


def longest_first(items: list[Any]) -> None:
    """Sort in place; what is not named keeps its order behind."""
    turns = {place: turn for turn, place in enumerate(BEGUN)}

    def turn(item: Any) -> int:
        found = next((n for n, one in enumerate(TOGETHER) if item.nodeid.startswith(one)), None)
        return len(TOGETHER) if found is None else turns[found]

    items.sort(key=turn)
