"""The browser's side is checked with the rest: lint with its walls, types, its own tests, the size of the first load."""

import json
import random
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.house.walls import ROOT

pytestmark = pytest.mark.slow
WEB = ROOT / "web"
BUILD = WEB / "packages/tooling/build.sh"
FIRST_LOAD = WEB / "packages/tooling/size/first-load.js"


def said(*command: str | Path) -> tuple[int, str]:
    done = subprocess.run(command, cwd=WEB, capture_output=True, text=True, timeout=600)
    return done.returncode, done.stdout + done.stderr


def test_lint_types_and_tests_of_the_web_pass() -> None:
    """Costs nothing where `./jw check` looked at the same sources before."""
    code, words = said(BUILD, "check")
    assert code == 0, words[-6000:]


@pytest.mark.parametrize("face", ["desk", "pocket"])
def test_the_first_load_of_a_built_face_is_small(face: str) -> None:
    code, words = said("node", FIRST_LOAD, WEB / "apps" / face / "dist")
    assert code == 0, words


@pytest.mark.parametrize(("face", "limit_kb"), [("desk", 325), ("pocket", 200)])
def test_a_face_that_is_too_large_is_refused(tmp_path: Path, face: str, limit_kb: int) -> None:
    """The same face, with 400 KB that do not compress in its entry."""
    planted = tmp_path / "dist"
    shutil.copytree(WEB / "apps" / face / "dist", planted)
    entry = json.loads((planted / ".vite/manifest.json").read_text())["index.html"]["file"]
    with (planted / entry).open("ab") as script:
        script.write(random.Random(1).randbytes(400 * 1024))
    code, words = said("node", FIRST_LOAD, planted)
    assert code == 1
    assert f"above {limit_kb} KB" in words
