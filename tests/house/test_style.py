"""Everything is formatted and linted as `./jw check` does it: what is not, would only be found by the next one."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.walls import ROOT


@pytest.mark.parametrize("words", [("format", "--check"), ("check",)], ids=["format", "lint"])
def test_ruff_finds_nothing(words: tuple[str, ...]) -> None:
    command = [str(Path(sys.executable).parent / "ruff"), *words, "--quiet", "--no-cache", "."]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout[-3000:]
