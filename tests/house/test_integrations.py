"""Every integration says what it is, and what it says is true: rooms, secrets, words for operators, tier."""

from importlib import import_module
from pathlib import Path

import pytest

from jingwei.kernel.sockets import Flow, Manifest, Tier
from tests.house.test_docs import OPERATOR, ROOT, settings_read

FOLDER = ROOT / "jingwei" / "integrations"
NEEDED = ("manifest", "client", "mapping", "fake", "tests")
SOCKETS = sorted(path.name for path in FOLDER.glob("*/") if path.name != "__pycache__")
INTEGRATOR = ROOT / "docs/guides/integrator.md"
ROBUST = (Tier.SILVER, Tier.GOLD)


def faults(
    name: str, manifest: Manifest, *, folder: Path, settings: set[str], runbook: str, guide: str
) -> list[str]:
    """What a manifest promises and the rest of the house does not keep."""
    found = [f"{name}: {room} is missing" for room in NEEDED if not _stands(folder / name, room)]
    found += [f"{name}: no test in tests/"] * (not list((folder / name / "tests").glob("test_*.py")))
    said = (manifest.name_zh, manifest.name_en, manifest.standard, manifest.owner, *manifest.data)
    found += [f"{name}: an empty word in the manifest"] * (not all(said) or not manifest.data)
    found += [f"{name}: {secret} is no setting" for secret in manifest.secrets if secret not in settings]
    found += [
        f"{name}: {secret} is not told to operators" for secret in manifest.secrets if secret not in runbook
    ]
    found += [f"{name}: “{manifest.name_zh}” is not in the integrator's guide"] * (
        manifest.name_zh not in guide
    )
    if manifest.tier in ROBUST and f"### {manifest.name_zh}" not in runbook:
        found.append(f"{name}: {manifest.tier.value} without a runbook")
    return found


def _stands(folder: Path, room: str) -> bool:
    return (folder / f"{room}.py").exists() or (folder / room).is_dir()


@pytest.mark.parametrize("name", SOCKETS)
def test_an_integration_is_what_its_manifest_says(name: str) -> None:
    manifest = import_module(f"jingwei.integrations.{name}.manifest").MANIFEST
    told = OPERATOR.read_text(encoding="utf-8")
    settings = settings_read((ROOT / "jingwei/config/settings.py").read_text(encoding="utf-8"))
    guide = INTEGRATOR.read_text(encoding="utf-8")
    assert faults(name, manifest, folder=FOLDER, settings=settings, runbook=told, guide=guide) == []


def test_planted_faults_are_found(tmp_path: Path) -> None:
    (tmp_path / "moon" / "tests").mkdir(parents=True)
    (tmp_path / "moon" / "manifest.py").touch()
    manifest = Manifest("月亮", "moon", Flow.IN, "", ("light",), "us", ("JINGWEI_MOON",), Tier.SILVER)
    found = faults("moon", manifest, folder=tmp_path, settings=set(), runbook="", guide="")
    assert found == [
        "moon: client is missing",
        "moon: mapping is missing",
        "moon: fake is missing",
        "moon: no test in tests/",
        "moon: an empty word in the manifest",
        "moon: JINGWEI_MOON is no setting",
        "moon: JINGWEI_MOON is not told to operators",
        "moon: “月亮” is not in the integrator's guide",
        "moon: silver without a runbook",
    ]
