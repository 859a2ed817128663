"""Which tests are tried a second time: journeys alone, and few of them."""

from pathlib import Path

import pytest

from tests.house.walls import ROOT
from tools import environment, testing

JOURNEY = "tests/journeys/browser/test_forms.py::test_a_field"
ONE_CHANCE = """
import pathlib
SEEN = pathlib.Path(__file__).with_name("seen")
def test_passes():
    pass
def test_journey():
    before = SEEN.exists()
    SEEN.write_text("")
    assert {passes}
"""


def test_only_few_journeys_are_tried_again() -> None:
    assert testing.deserving([JOURNEY]) == [JOURNEY]
    assert testing.deserving([]) == []
    assert testing.deserving([JOURNEY, "tests/api/test_document.py::test_it"]) == []
    assert testing.deserving([f"{JOURNEY}{n}" for n in range(testing.MOST_TRIED_AGAIN + 1)]) == []


def test_what_is_tried_again_runs_alone_and_with_the_same_words() -> None:
    said = [
        "-n",
        "3",
        "--dist",
        "loadfile",
        "-p",
        "no:cacheprovider",
        "--durations=15",
        "tests",
        "-k",
        "forms",
        "-x",
    ]
    assert testing.without_spreading(said) == ["-p", "no:cacheprovider", "--durations=15", "-x"]


@pytest.mark.parametrize(
    ("place", "passes", "code", "tries"),
    [
        ("tests/journeys", "before", 0, 2),
        ("tests/journeys", "not before and False", 1, 2),
        ("tests/journeys", "True", 0, 1),
        ("tests/other", "before", 1, 1),
    ],
)
def test_a_journey_that_fails_gets_one_more_try_and_is_named(
    place: str,
    passes: str,
    code: int,
    tries: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / place).mkdir(parents=True)
    (tmp_path / place / "test_one.py").write_text(ONE_CHANCE.format(passes=passes))
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.setattr(testing, "NOTED", tmp_path / "var/failed-tests")
    monkeypatch.setenv("JINGWEI_FAILED_TESTS", str(tmp_path / "var/failed-tests"))
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    for name in ("PYTEST_XDIST_WORKER", "PYTEST_CURRENT_TEST", "PYTEST_ADDOPTS"):
        monkeypatch.delenv(name, raising=False)
    assert testing.main(["-q", "-p", "no:cacheprovider"]) == code
    told = capfd.readouterr().out
    assert told.count("test session starts") + told.count(" in 0.") == tries
    assert ("passed alone, and has to be mended" in told) == (code == 0 and tries == 2)
    assert ("failed again" in told) == (code == 1 and tries == 2)
