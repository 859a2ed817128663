"""The key of personal fields is changed in three steps; none can be skipped, and no key is ever lost."""

from pathlib import Path

import pytest

from tests.house.test_launcher import checkout as checkout
from tools import environment, keys


def former(checkout: Path) -> list[str]:
    return [line.split()[2] for line in (checkout / "var" / keys.FORMER_FILE).read_text().splitlines()]


def state(monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    monkeypatch.setattr(
        keys.subprocess, "run", lambda words, **_: keys.subprocess.CompletedProcess(words, code, "", "")
    )


def test_the_next_key_opens_first_then_seals_and_the_former_is_kept_apart(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = environment.ensure()[keys.CURRENT]
    assert keys.main(["next"]) == 0
    values = environment.read()
    following = values[keys.BESIDE]
    assert (values[keys.CURRENT], following != first) == (first, True)
    assert keys.main(["use"]) == 0
    values = environment.read()
    assert (values[keys.CURRENT], values[keys.BESIDE]) == (following, first)
    state(monkeypatch, 1)
    assert keys.main(["drop"]) == 1
    assert environment.read()[keys.BESIDE] == first
    state(monkeypatch, 0)
    assert keys.main(["drop"]) == 0
    assert keys.beside(environment.read()) == []
    assert former(checkout) == [first]
    assert (checkout / "var" / keys.FORMER_FILE).stat().st_mode & 0o777 == 0o600


def test_a_step_out_of_turn_changes_nothing(checkout: Path) -> None:
    environment.ensure()
    before = environment.read()
    assert keys.main(["use"]) == 1
    assert keys.main(["drop"]) == 1
    assert keys.main(["begin"]) == 2
    assert environment.read() == before
    assert keys.main(["next"]) == 0
    begun = environment.read()
    assert keys.main(["next"]) == 1
    assert environment.read() == begun


def test_a_moved_checkout_keeps_the_key_beside(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    environment.ensure()
    keys.main(["next"])
    beside = environment.read()[keys.BESIDE]
    monkeypatch.setattr(environment, "ROOT", checkout / "elsewhere")
    assert environment.read()[keys.BESIDE] == beside
