"""Every page of the phone in every shell it belongs to, read from the pages' own `routes.ts`."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.cast import GRID_1
from tests.databases import ROOT

POCKET = ROOT / "web/apps/pocket/src"
ROUTE = re.compile(r"""\bpath:\s*["'`]([^"'`]+)["'`](.*?)(?=\bpath:\s*["'`]|\Z)""", re.DOTALL)
NAME = re.compile(r"""\bname:\s*["']([\w-]+)["']""")
LISTED = re.compile(r"""\broles(?::\s*\[([^\]]*)\]|:\s*(\w+)|\s*[,}])""")
CONSTANT = r"""\bconst {name}\b[^=]*=\s*\[([^\]]*)\]"""
PARAMETER = re.compile(r"/:(\w+)(?:\([^)]*\))?([?*+]*)")
WORD = re.compile(r"""["'](\w+)["']""")
VISITORS: dict[str, str | None] = {
    "anybody": None,
    "resident": "li",
    "officer": "lin",
    "handler": "qian",
    "leader": "xu",
}
"""Who of the cast goes to look; what is anybody's is looked at by somebody who has not signed in."""
REDIRECTS = {"home", "not-found"}
REACHED = {
    "report-where": "/report?without=photo",
    "report-what": f"/report?without=photo&area={GRID_1}&areaName=迎春社区第一网格&place=文化广场东门",
}
"""Steps of a longer question are opened at its beginning; it leads on to them by itself."""
BY_JOURNEYS = {"report-done"}
"""Only reached by handing something in: looked at in ``test_report.py``."""


@dataclass(frozen=True, slots=True)
class Place:
    """One page in one shell: its address with the parts filled in."""

    name: str
    shell: str
    address: str
    path: str
    """Where one must then stand; an address may lead on."""

    @property
    def visitor(self) -> str | None:
        return VISITORS[self.shell]

    def __str__(self) -> str:
        return f"{self.name}@{self.shell}"


def places(parts: Mapping[str, str]) -> list[Place]:
    """All of them, in order. Raises: LookupError where a part of an address is not known."""
    files = [POCKET / "shell/router.ts", *sorted((POCKET / "pages").glob("*/*/routes.ts"))]
    found = [Place("no-such-page", "anybody", "/no-such-page", "/no-such-page")]
    for file in files:
        theirs = list(_places_in(file, parts))
        # What the shell itself offers is the same to all staff.
        found += [one for one in theirs if file.parent.name != "shell" or one.shell in {"anybody", "officer"}]
    return found


def _places_in(file: Path, parts: Mapping[str, str]) -> Iterator[Place]:
    text = file.read_text(encoding="utf-8")
    begun = False
    for path, rest in ROUTE.findall(text):
        begun = True
        if "component" not in rest:
            continue
        named = NAME.search(rest)
        name = named.group(1) if named else path
        if name in REDIRECTS | BY_JOURNEYS:
            continue
        for shell in _shells(name, rest, text):
            filled = _filled(path, name, shell, parts)
            yield Place(name, shell, REACHED.get(name, filled), filled)
    assert begun, f"{file} has no route that could be read"


def _shells(name: str, rest: str, file: str) -> list[str]:
    asked = LISTED.search(rest)
    if not asked:
        return ["resident" if "needsSignIn: true" in rest else "anybody"]
    listed = asked.group(1)
    if listed is None:
        said = re.search(CONSTANT.format(name=asked.group(2) or "roles"), file)
        assert said, f"The roles of “{name}” cannot be read from its routes.ts."
        listed = said.group(1)
    shells = WORD.findall(listed)
    assert set(shells) <= set(VISITORS), f"“{name}” has roles nobody knows: {shells}"
    if "resident" in shells and "needsSignIn: true" not in rest:
        shells.insert(0, "anybody")
    return shells


def _filled(path: str, name: str, shell: str, parts: Mapping[str, str]) -> str:
    def value(match: re.Match[str]) -> str:
        key, optional = match.groups()
        if optional:
            return ""
        for candidate in (f"{name}.{key}@{shell}", f"{name}.{key}", f"{key}@{shell}", key):
            if candidate in parts:
                return f"/{parts[candidate]}"
        raise LookupError(
            f"The phone's page “{name}” has “:{key}” in its address. Say which one to look at: phone_parts in "
            "tests/journeys/browser/phone/conftest.py."
        )

    return PARAMETER.sub(value, path)
