"""The lists of what Jingwei is made of say what the locks say, each part with its licence where it is installed."""

import json
import re
from typing import Any

import pytest

from tests.house.walls import ROOT
from tools import sbom

NAMES = ("python.cdx.json", "web.cdx.json")


@pytest.fixture(scope="module")
def fresh() -> dict[str, Any]:
    return sbom.lists()


def kept(name: str) -> Any:
    return json.loads((sbom.FOLDER / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", NAMES)
def test_the_list_is_fresh(name: str, fresh: dict[str, Any]) -> None:
    assert sbom.without_licences(kept(name)) == sbom.without_licences(fresh[name]), (
        "Run ./jw sbom and commit the result."
    )


@pytest.mark.parametrize("name", NAMES)
def test_what_is_installed_has_the_licence_that_is_listed(name: str, fresh: dict[str, Any]) -> None:
    listed = {one["bom-ref"]: one["licenses"] for one in kept(name)["components"]}
    told = {one["bom-ref"]: one["licenses"] for one in fresh[name]["components"] if one["licenses"]}
    assert {ref: listed[ref] for ref in told} == told, "Run ./jw sbom and commit the result."
    unsaid = [ref for ref, licences in listed.items() if not licences]
    assert len(unsaid) <= 2, "Licences are read where packages are installed: run ./jw setup, then ./jw sbom."


@pytest.mark.parametrize("name", NAMES)
def test_a_reader_of_the_standard_finds_their_way(name: str) -> None:
    bom = kept(name)
    assert (bom["bomFormat"], bom["specVersion"]) == ("CycloneDX", "1.5")
    assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", bom["serialNumber"])
    refs = [one["bom-ref"] for one in bom["components"]]
    assert len(refs) == len(set(refs)) > 50
    named = {bom["metadata"]["component"]["bom-ref"], *refs}
    pointed = {ref for one in bom["dependencies"] for ref in (one["ref"], *one["dependsOn"])}
    assert pointed <= named
    assert "://" not in (sbom.FOLDER / name).read_text(encoding="utf-8"), "a list names no registry"


def test_every_locked_package_is_listed_with_its_hashes() -> None:
    listed = {one["name"]: one for one in kept("python.cdx.json")["components"]}
    text = "".join((ROOT / name).read_text(encoding="utf-8") for name in sbom.PYTHON_LOCKS)
    entries = re.findall(r"^([\w.-]+)==(.*)", text, re.MULTILINE)
    locked = {sbom.normal(name) for name, rest in entries if "'never'" not in rest}
    assert locked == set(listed)
    for one in listed.values():
        assert [p["value"] for p in one["properties"] if len(p["value"]) == 64], one["name"]
    web = json.loads(sbom.WEB_LOCK.read_text(encoding="utf-8"))["packages"]
    outside = {
        entry.get("name") or path.rpartition("node_modules/")[2]
        for path, entry in web.items()
        if "node_modules/" in path and not entry.get("link")
    }
    assert outside <= {one["name"] for one in kept("web.cdx.json")["components"]}
    assert all(one["hashes"][0]["alg"] == "SHA-512" for one in kept("web.cdx.json")["components"])


def test_checks_are_told_from_what_runs() -> None:
    scopes = {one["name"]: one["scope"] for one in kept("python.cdx.json")["components"]}
    assert scopes["django"] == scopes["cffi"] == "required"
    assert scopes["pytest"] == scopes["playwright"] == "excluded"


def test_a_package_that_is_not_listed_is_noticed(fresh: dict[str, Any]) -> None:
    text = (
        "odd==1.0 \\\n    --hash=sha256:"
        + "0" * 64
        + "\n    # via\n    #   django\n    #   -r requirements.in\n"
    )
    assert sbom.python_entries(text) == {
        "odd": {"version": "1.0", "hashes": ["0" * 64], "needed_by": ["django"], "is_never": False}
    }
    changed = fresh["python.cdx.json"] | {"components": fresh["python.cdx.json"]["components"][1:]}
    assert sbom.without_licences(changed) != sbom.without_licences(fresh["python.cdx.json"])
