"""The page that shows the audit has a word for every fact that an entry may carry."""

import ast
import re
from collections.abc import Iterator

from tests.house.walls import ROOT

WORDS = ROOT / "web/apps/desk/src/pages/administration/inspection/entryWords.ts"
RECORDING = {"record", "record_new", "record_in_area", "record_own", "_record", "_record_line"}


def written() -> Iterator[tuple[str, str]]:
    """Every name under which an entry keeps a fact, and where."""
    for path in sorted((ROOT / "jingwei").rglob("*.py")):
        if "tests" in path.parts or "record" not in (source := path.read_text(encoding="utf-8")):
            continue
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Call) and _name(node.func) in RECORDING:
                place = f"{path.relative_to(ROOT)}:{node.lineno}"
                yield from ((one.arg, place) for one in node.keywords if one.arg)


def _name(func: ast.expr) -> str:
    return func.attr if isinstance(func, ast.Attribute) else func.id if isinstance(func, ast.Name) else ""


def test_every_fact_of_the_audit_has_a_word() -> None:
    facts = WORDS.read_text(encoding="utf-8").partition("FACTS")[2].partition("};")[0]
    known = set(re.findall(r"(\w+): \[\"", facts))
    missing = {name: place for name, place in written() if name not in known}
    assert len(known) > 150
    assert missing == {}, f"say in {WORDS.name} what these are called: {missing}"
