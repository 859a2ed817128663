"""Every page of the desk, read from the pages' own `routes.ts`: a new page is looked at without being told."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from jingwei.foundation.access.contracts import Permission, Role
from jingwei.foundation.access.rules.permissions import PERMISSIONS
from tests.databases import ROOT

PAGES = ROOT / "web/apps/desk/src/pages"
ROUTE = re.compile(r"""\bpath:\s*["'`]([^"'`]+)["'`](.*?)(?=\bpath:\s*["'`]|\Z)""", re.DOTALL)
PERMISSION = re.compile(r"""\bpermission:\s*(?:["']([a-z_]+)["']|(\w+))""")
CONSTANT = r"""\bconst {name}\b[^=]*=\s*["']([a-z_]+)["']"""
NAME = re.compile(r"""\bname:\s*["']([\w-]+)["']""")
PARAMETER = re.compile(r"/:(\w+)(?:\([^)]*\))?([?*+]?)")
VISITORS = {
    "zhao": Role.DESK,
    "ding": Role.ADMINISTRATOR,
    "qian": Role.HANDLER,
    "xu": Role.UNIT_HEAD,
    "cao": Role.INSPECTOR,
    "guo": Role.COMMANDER,
    "gao": Role.SUPERVISOR,
}
"""Who of the cast goes to look, the first whose role carries what the page asks for."""
SHELL = ("/not-for-this-post?page=/audit", "/no-such-page")


@dataclass(frozen=True, slots=True)
class Route:
    """One page: its name, its address with the parts filled in, and who may open it (None: nobody signed in)."""

    name: str
    address: str
    visitor: str | None


def routes(parts: Mapping[str, str]) -> list[Route]:
    """Every page, in order. Raises: LookupError where a part of an address or a visitor is not known."""
    found = [
        Route("not-for-this-post", SHELL[0], "zhao"),
        Route("no-such-page", SHELL[1], "zhao"),
    ]
    for file in sorted([*PAGES.glob("*/routes.ts"), *PAGES.glob("*/*/routes.ts")]):
        found += _routes_in(file, parts)
    return found


def _routes_in(file: Path, parts: Mapping[str, str]) -> list[Route]:
    found = []
    text = file.read_text(encoding="utf-8")
    for path, rest in ROUTE.findall(text):
        if "redirect" in rest and "component" not in rest:
            continue
        named = NAME.search(rest)
        name = named.group(1) if named else path
        found.append(Route(name, _filled(path, name, parts), _visitor(name, rest, text)))
    assert found, f"{file} has no route that could be read"
    return found


def _filled(path: str, name: str, parts: Mapping[str, str]) -> str:
    def value(match: re.Match[str]) -> str:
        key, optional = match.groups()
        if optional in {"?", "*"}:
            return ""
        for candidate in (f"{name}.{key}", key):
            if candidate in parts:
                return f"/{parts[candidate]}"
        raise LookupError(
            f"The page “{name}” has “:{key}” in its address. Say which one to look at: PARTS of "
            "tests/journeys/browser/conftest.py."
        )

    return PARAMETER.sub(value, path)


def _visitor(name: str, rest: str, file: str) -> str | None:
    if re.search(r"\bisPublic:\s*true", rest):
        return None
    asked = PERMISSION.search(rest)
    if not asked:
        return "zhao"
    word, constant = asked.groups()
    if constant:
        said = re.search(CONSTANT.format(name=constant), file)
        assert said, f"The page “{name}” asks for {constant}, which its routes.ts does not say."
        word = said.group(1)
    for visitor, role in VISITORS.items():
        if Permission(word) in PERMISSIONS[role]:
            return visitor
    raise LookupError(f"Nobody among VISITORS may open the page “{name}”: {word}")
