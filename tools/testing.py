"""Runs every test; a journey through real servers or a real browser that failed is tried once more, alone.

Three dozen journeys share two processors with everything else, and a page that is looked at in the wrong
blink of an eye is no fault of the page. What fails a second time, alone and in a fresh city, has failed; what
passes is named, for somebody to mend. Nothing else gets a second try. See docs/adr/0064-a-second-look.md.
"""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tools import environment

JOURNEYS = "tests/journeys/"
MOST_TRIED_AGAIN = 4
"""When more fail, it is not by chance."""
FAILED_ONLY = 1
"""What pytest ends with where tests failed and nothing else went wrong."""
NOTED = Path(os.environ.get("JINGWEI_FAILED_TESTS", environment.ROOT / "var" / "failed-tests"))


class Failures:
    """Writes down what failed. Loaded as a plugin, it speaks only where the whole run is overseen."""

    def __init__(self) -> None:
        self.failed: list[str] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed and report.nodeid not in self.failed:
            self.failed.append(report.nodeid)

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        if not hasattr(session.config, "workerinput"):
            NOTED.write_text("".join(f"{one}\n" for one in self.failed))


def pytest_configure(config: pytest.Config) -> None:
    """Called where this module is given to pytest as a plugin."""
    config.pluginmanager.register(Failures(), "jingwei-failures")


def deserving(failed: Sequence[str]) -> list[str]:
    """What is tried again: all that failed, where all are journeys and they are few; otherwise nothing."""
    few = 0 < len(failed) <= MOST_TRIED_AGAIN
    return list(failed) if few and all(one.startswith(JOURNEYS) for one in failed) else []


def without_spreading(arguments: Sequence[str]) -> list[str]:
    """The same arguments for one process; the places to look for tests are left out."""
    kept: list[str] = []
    rest = iter(arguments)
    for one in rest:
        if one in ("-n", "--numprocesses", "--dist", "-k", "-m"):
            next(rest, None)
        elif one == "-p":
            kept += [one, next(rest)]
        elif one.startswith("-") and not one.startswith(("-n", "--dist")):
            kept.append(one)
    return kept


def run(arguments: Sequence[str]) -> int:
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "tools.testing", *arguments], cwd=environment.ROOT, check=False
    ).returncode


def main(arguments: Sequence[str]) -> int:
    NOTED.parent.mkdir(exist_ok=True)
    NOTED.unlink(missing_ok=True)
    code = run(arguments)
    again = deserving(_failed(NOTED)) if code == FAILED_ONLY else []
    if not again:
        return code
    say(f"{len(again)} of the journeys failed; each is tried once more, alone")
    code = run([*without_spreading(arguments), *again])
    still = _failed(NOTED)
    for one in again:
        say(f"{'failed again' if one in still else 'passed alone, and has to be mended'}: {one}")
    return code


def say(words: str) -> None:
    print(f"== {words}", flush=True)


def _failed(noted: Path) -> list[str]:
    return noted.read_text().splitlines() if noted.exists() else []


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
