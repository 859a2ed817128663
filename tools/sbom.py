"""The list of what Jingwei is made of, in CycloneDX 1.5: ``./jw sbom`` writes docs/sbom from the lock files, offline.

Names, versions, hashes and who needs whom come from the locks; licences from what is installed says of itself.
Debian packages (PostgreSQL with PostGIS, Python, Node.js, browser and fonts for tests) are the distribution's: they
are not listed, not pinned and not hashed here. ``dpkg -l`` and the distribution's signed lists tell of them.
"""

import base64
import json
import re
import sys
import uuid
from collections.abc import Iterator, Mapping
from hashlib import sha256
from importlib.metadata import Distribution, distributions
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "sbom"
PYTHON_LOCKS = ("requirements.txt", "requirements-bootstrap.txt")
WEB_LOCK = ROOT / "web" / "package-lock.json"
CHECKS = "# checks"
NAMESPACE = uuid.UUID("6f1dcf1e-6d5c-5f3e-9a53-0d3b8e1f2a10")
UNSAID = "NOASSERTION"
Json = dict[str, Any]

_ENTRY = re.compile(r"^([A-Za-z0-9][\w.-]*)==([^\s;\\]+)", re.MULTILINE)
_SPDX = re.compile(r"[A-Za-z0-9.+-]+(?: (?:AND|OR|WITH) [A-Za-z0-9.+-]+| ?\([^)]*\))*")
_CLASSIFIED = {
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD-3-Clause",
    "GNU Lesser General Public License v3 (LGPLv3)": "LGPL-3.0-only",
    "GNU Library or Lesser General Public License (LGPL)": "LGPL-2.1-or-later",
    "GNU General Public License v3 (GPLv3)": "GPL-3.0-only",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "MIT No Attribution License (MIT-0)": "MIT-0",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
    "The Unlicense (Unlicense)": "Unlicense",
    "Historical Permission Notice and Disclaimer (HPND)": "HPND",
}


_CHOSEN_FROM = {"pyphen": "GPL-2.0-or-later OR LGPL-2.0-or-later OR MPL-1.1"}
"""Where whoever uses it may choose: the classifiers name several licences and not how they are joined."""


def normal(name: str) -> str:
    """One spelling for one package. Source: PEP 503."""
    return re.sub(r"[-_.]+", "-", name).lower()


def python_entries(text: str) -> dict[str, Json]:
    """Name → version, hashes and who needs it, of a compiled requirements file."""
    found: dict[str, Json] = {}
    for block in re.split(r"\n(?=[A-Za-z0-9])", text):
        entry = _ENTRY.match(block)
        if entry is None:
            continue
        via = re.search(r"# via(.*)\Z", block, re.DOTALL)
        lines = [line.strip("# \t") for line in via[1].splitlines()] if via else []
        needed_by = [line.split("[")[0] for line in lines if line and not line.startswith(("-r", "-c"))]
        found[normal(entry[1])] = {
            "version": entry[2],
            "hashes": re.findall(r"--hash=sha256:([0-9a-f]{64})", block),
            "needed_by": sorted({normal(one.partition(" ")[0]) for one in needed_by}),
            "is_never": "'never'" in block.splitlines()[0],
        }
    return found


def asked_for(text: str) -> tuple[set[str], set[str]]:
    """What requirements.in names for running, and for checking."""
    running, _, checking = text.partition(CHECKS)

    def names(part: str) -> set[str]:
        return {
            normal(match[1])
            for line in part.splitlines()
            if (match := re.match(r"([A-Za-z0-9][\w.-]*)", line)) and not line.startswith("#")
        }

    return names(running), names(checking)


def python_list() -> Json:
    """The Python side."""
    entries: dict[str, Json] = {}
    for name in PYTHON_LOCKS:
        entries |= python_entries((ROOT / name).read_text(encoding="utf-8"))
    entries = {name: entry for name, entry in entries.items() if not entry["is_never"]}
    needs: dict[str, set[str]] = {name: set() for name in entries}
    for name, entry in entries.items():
        for above in entry["needed_by"]:
            if above in needs:
                needs[above].add(name)
    running, checking = asked_for((ROOT / "requirements.in").read_text(encoding="utf-8"))
    runs = _reached(running, needs)
    licences = {normal(one.name): licence_of(one) for one in distributions() if one.name}
    components = []
    for name, entry in sorted(entries.items()):
        component = _component("pypi", name, entry["version"], "required" if name in runs else "excluded")
        component["licenses"] = _licences(licences.get(name, UNSAID))
        # One release is several files (wheels, source); the installer takes the one that fits, if its hash is here.
        component["properties"] = [
            {"name": "jingwei:sha256", "value": one} for one in sorted(entry["hashes"])
        ]
        components.append(component)
    root = {"jingwei": (running | checking) & set(entries)}
    return _bom("jingwei", components, _dependencies("pypi", root | needs, entries), *PYTHON_LOCKS)


def web_list() -> Json:
    """The browser side."""
    packages = json.loads(WEB_LOCK.read_text(encoding="utf-8"))["packages"]
    outside = {path: entry for path, entry in packages.items() if _is_package(path, entry)}
    components: dict[str, Json] = {}
    for path, entry in sorted(outside.items()):
        name = entry.get("name") or path.rpartition("node_modules/")[2]
        scope = "excluded" if entry.get("dev") else "optional" if entry.get("optional") else "required"
        component = _component("npm", name, entry["version"], scope)
        component["licenses"] = _licences(str(entry.get("license") or UNSAID))
        component["hashes"] = [_integrity(entry["integrity"])]
        known = components.get(component["bom-ref"])
        if known is None or known["scope"] == "excluded":
            components[component["bom-ref"]] = component
    edges: dict[str, set[str]] = {}
    for path, entry in packages.items():
        asked = {**entry.get("dependencies", {}), **entry.get("optionalDependencies", {})}
        if not _is_package(path, entry):
            asked |= entry.get("devDependencies", {})
        at = _ref_of(path, entry) if path in outside else "jingwei-web"
        found = {where for name in asked if (where := _found_from(path, name, packages)) in outside}
        edges.setdefault(at, set()).update(_ref_of(where, outside[where]) for where in found if where)
    dependencies = [{"ref": ref, "dependsOn": sorted(below)} for ref, below in sorted(edges.items())]
    return _bom(
        "jingwei-web", [components[ref] for ref in sorted(components)], dependencies, "web/package-lock.json"
    )


def licence_of(package: Distribution) -> str:
    """The licence an installed package names, as an SPDX expression where that can be told."""
    told: Any = package.metadata
    if chosen := _CHOSEN_FROM.get(normal(package.name)):
        return chosen
    if expression := told.get("License-Expression"):
        return str(expression)
    classifiers = [
        one.rpartition(" :: ")[2] for one in told.get_all("Classifier") or [] if one.startswith("License ::")
    ]
    known = sorted({_CLASSIFIED[one] for one in classifiers if one in _CLASSIFIED})
    if known:
        return " AND ".join(known)
    written = str(told.get("License") or "").strip()
    return written.splitlines()[0][:80] if written else UNSAID


def lists() -> dict[str, Json]:
    """Every list by its file name."""
    return {"python.cdx.json": python_list(), "web.cdx.json": web_list()}


def without_licences(bom: Json) -> Json:
    """What the locks alone determine: a licence is known only where the package is installed."""
    bare = [{key: value for key, value in one.items() if key != "licenses"} for one in bom["components"]]
    return {**bom, "components": bare}


def written(bom: Json) -> str:
    return json.dumps(bom, ensure_ascii=False, indent=1) + "\n"


def _reached(names: set[str], needs: Mapping[str, set[str]]) -> set[str]:
    found: set[str] = set()
    waiting = [name for name in names if name in needs]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += needs[name]
    return found


def _is_package(path: str, entry: Json) -> bool:
    return "node_modules/" in path and not entry.get("link")


def _found_from(path: str, name: str, packages: Mapping[str, Json]) -> str | None:
    """Where Node would find a package from a folder: in its own node_modules, then in each one above."""
    places = [f"{path}/node_modules/{name}" if path else f"node_modules/{name}"]
    while "/node_modules/" in path or path.startswith("node_modules/"):
        path = path.rpartition("node_modules/")[0].rstrip("/")
        places.append(f"{path}/node_modules/{name}" if path else f"node_modules/{name}")
    places.append(f"node_modules/{name}")
    return next((place for place in places if place in packages), None)


def _ref_of(path: str, entry: Json) -> str:
    return _purl("npm", entry.get("name") or path.rpartition("node_modules/")[2], entry["version"])


def _purl(kind: str, name: str, version: str) -> str:
    return f"pkg:{kind}/{name.replace('@', '%40')}@{version}"


def _component(kind: str, name: str, version: str, scope: str) -> Json:
    purl = _purl(kind, name, version)
    return {
        "type": "library",
        "bom-ref": purl,
        "name": name,
        "version": version,
        "scope": scope,
        "purl": purl,
    }


def _licences(expression: str) -> list[Json]:
    if expression == UNSAID:
        return []
    if _SPDX.fullmatch(expression.strip("()")) and " " not in expression.replace(" AND ", "").replace(
        " OR ", ""
    ).replace(" WITH ", ""):
        return [{"expression": expression}]
    return [{"license": {"name": expression}}]


def _integrity(text: str) -> Json:
    kind, _, content = text.partition("-")
    names = {"sha512": "SHA-512", "sha384": "SHA-384", "sha256": "SHA-256", "sha1": "SHA-1"}
    return {"alg": names[kind], "content": base64.b64decode(content).hex()}


def _dependencies(kind: str, needs: Mapping[str, set[str]], entries: Mapping[str, Json]) -> list[Json]:
    def ref(name: str) -> str:
        return _purl(kind, name, entries[name]["version"]) if name in entries else name

    return [{"ref": ref(name), "dependsOn": sorted(map(ref, below))} for name, below in sorted(needs.items())]


def _bom(name: str, components: list[Json], dependencies: list[Json], *locks: str) -> Json:
    made_from = sha256(b"".join((ROOT / lock).read_bytes() for lock in locks)).hexdigest()
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": f"urn:uuid:{uuid.uuid5(NAMESPACE, made_from)}",
        "version": 1,
        "metadata": {
            "component": {"type": "application", "bom-ref": name, "name": name},
            "properties": [{"name": "jingwei:locks", "value": " ".join(locks)}],
        },
        "components": components,
        "dependencies": dependencies,
    }


def _told(name: str, bom: Json) -> Iterator[str]:
    scopes = [one["scope"] for one in bom["components"]]
    unsaid = sum(not one["licenses"] for one in bom["components"])
    yield f"docs/sbom/{name}：{len(scopes)} 个组件，运行所需 {scopes.count('required')}，许可证不明 {unsaid}"


def main() -> int:
    """Write the lists."""
    FOLDER.mkdir(exist_ok=True)
    for name, bom in lists().items():
        (FOLDER / name).write_text(written(bom), encoding="utf-8")
        print(*_told(name, bom), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
