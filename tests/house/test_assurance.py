"""The page of proofs says what the kept runs say, and tells nothing else apart from them."""

import json
from pathlib import Path

import pytest

from tools import assurance


def test_the_page_is_what_the_kept_runs_say() -> None:
    assert assurance.PAGE.read_text(encoding="utf-8") == assurance.page(), "Run ./jw assurance page."


def test_everyday_runs_leave_no_figures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assurance, "KEPT", tmp_path)
    monkeypatch.delenv(assurance.SWITCH, raising=False)
    assurance.keep("matrix", {"cells": 1}, seed=7, seconds=1, command="./jw assurance matrix")
    assert list(tmp_path.iterdir()) == []
    assert assurance.depth("quick", "deep") == "quick"


def test_runs_at_depth_are_kept_and_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assurance, "KEPT", tmp_path)
    monkeypatch.setattr(
        assurance, "HARNESSES", {"drawer": assurance.Harness("抽屉", "没有抽屉。", ("true",))}
    )
    monkeypatch.setenv(assurance.SWITCH, "1")
    assert "尚未" in assurance.page()
    assurance.keep("drawer", {"opened": 12345}, seed=7, seconds=1.23, command="./jw assurance drawer")
    kept = json.loads((tmp_path / "drawer.json").read_text(encoding="utf-8"))
    assert (kept["seed"], kept["seconds"], kept["figures"]) == (7, 1.2, {"opened": 12345})
    assert "| `opened` | 12,345 |" in assurance.page()
    assert assurance.depth("quick", "deep") == "deep"


def test_figures_of_an_unknown_harness_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assurance, "KEPT", tmp_path)
    (tmp_path / "ghost.json").write_text(
        json.dumps(
            {"name": "ghost", "at": "", "seed": 1, "seconds": 1, "command": "", "commit": "", "figures": {}}
        )
    )
    with pytest.raises(ValueError, match="ghost"):
        assurance.kept_runs()
