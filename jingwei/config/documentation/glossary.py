"""The glossary, from which labels are taken: one word per thing, in both languages."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

GLOSSARY_FILE = Path(__file__).resolve().parents[3] / "docs" / "glossary.csv"


@dataclass(frozen=True, slots=True)
class Term:
    """One row. ``kind`` says what the identifier names (word, role, permission, state, action …)."""

    kind: str
    identifier: str
    chinese: str
    english: str
    meaning: str


def terms() -> list[Term]:
    """Every row, in the file's order."""
    with GLOSSARY_FILE.open(encoding="utf-8", newline="") as source:
        return [Term(**row) for row in csv.DictReader(source)]


def labels(kind: str) -> dict[str, Term]:
    """The rows of one kind by identifier."""
    return {term.identifier: term for term in terms() if term.kind == kind}


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return (
        "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)
        + "\n"
    )
