"""The comparisons with standards say something about everything, and what they point at exists."""

import re
from pathlib import Path

import pytest

from tests.house.walls import ROOT

PAGES = ("asvs.md", "classified-protection.md")
CONCLUSIONS = {"满足", "部分", "部署", "未做", "不适用"}
NEEDS_EVIDENCE, NEEDS_WORDS = {"满足", "部分"}, {"部分", "未做", "不适用"}
CHAPTERS = range(1, 17)


def rows(page: str) -> list[list[str]]:
    """Clause, conclusion, words and evidence of every line that begins with a number."""
    lines = (ROOT / "docs/assurance" / page).read_text(encoding="utf-8").splitlines()
    return [
        [cell.strip() for cell in line.strip("|").split("|")] for line in lines if re.match(r"\| \d", line)
    ]


@pytest.mark.parametrize("page", PAGES)
def test_every_line_concludes_and_what_it_points_at_exists(page: str) -> None:
    wrong = []
    for clause, conclusion, words, evidence in rows(page):
        path = Path(evidence.strip("`"))
        if conclusion not in CONCLUSIONS:
            wrong.append(f"{clause}: “{conclusion}” is no conclusion")
        if conclusion in NEEDS_EVIDENCE and not evidence:
            wrong.append(f"{clause}: points at nothing")
        if conclusion in NEEDS_WORDS and not words:
            wrong.append(f"{clause}: does not say why")
        if evidence and not (ROOT / path).exists():
            wrong.append(f"{clause}: there is no {path}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("page", PAGES)
def test_no_line_is_cut_or_said_twice(page: str) -> None:
    found = rows(page)
    assert {len(cells) for cells in found} == {4}
    assert len({cells[0] for cells in found}) == len(found)


def test_every_chapter_of_asvs_is_there() -> None:
    said = {int(clause.split(".")[0]) for clause, *_ in rows("asvs.md")}
    assert said == set(CHAPTERS)
    assert len(rows("asvs.md")) > 200
