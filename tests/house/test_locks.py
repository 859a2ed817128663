"""Lock files pin everything by hash and name no registry, so that any mirror serves a build."""

import json
import re
from pathlib import Path

import pytest

from tests.house.rooms import own_files
from tests.house.walls import ROOT

REQUIREMENTS = ["requirements.txt", "requirements-bootstrap.txt"]


def addresses(text: str) -> list[str]:
    return re.findall(r"\w+://\S+|--(?:index|extra-index|find-links)\S*", text)


def unpinned(text: str) -> list[str]:
    """Entries without an exact version or without a hash."""
    entries = [
        e for e in re.split(r"\n(?=\S)", re.sub(r"^\s*#.*\n", "", text, flags=re.MULTILINE)) if e.strip()
    ]
    return [e.splitlines()[0] for e in entries if not re.match(r"[\w.-]+==", e) or "--hash=sha256:" not in e]


def web_locks() -> list[Path]:
    folders = (ROOT / "web", ROOT / "bench")
    return [one for folder in folders for one in own_files(folder) if one.name == "package-lock.json"]


@pytest.mark.parametrize("name", REQUIREMENTS)
def test_python_locks_are_hashed_and_name_no_registry(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert "==" in text
    assert addresses(text) == []
    assert unpinned(text) == []


def test_the_web_lock_names_no_registry() -> None:
    for lock in web_locks():
        packages = json.loads(lock.read_text(encoding="utf-8"))["packages"]
        assert [name for name, entry in packages.items() if "://" in entry.get("resolved", "")] == []


def without_integrity(lock: str) -> list[str]:
    """Packages from outside that npm would install whatever they hold."""
    return [
        path
        for path, entry in json.loads(lock)["packages"].items()
        if "node_modules/" in path
        and not entry.get("link")
        and not re.fullmatch(r"sha512-[A-Za-z0-9+/]{86}==", entry.get("integrity", ""))
    ]


def test_every_web_package_is_pinned_by_its_hash() -> None:
    for lock in web_locks():
        assert without_integrity(lock.read_text(encoding="utf-8")) == []


def test_the_installer_insists_on_the_hashes() -> None:
    launcher = (ROOT / "jw").read_text(encoding="utf-8")
    installs = [line for line in launcher.splitlines() if re.search(r"pip(?:\[@\]}\")? install", line)]
    assert len(installs) == 3
    insisted = re.findall(r"pip(?:\[@\]}\")? install[^\n]*(?:\\\n[^\n]*)?", launcher)
    assert all("--require-hashes" in one for one in insisted)
    assert "npm ci " in launcher
    assert not re.search(r"npm (?:install|i) ", launcher)


def test_the_checks_can_fail() -> None:
    planted_lock = {"packages": {"": {}, "apps/desk": {}, "node_modules/odd": {"version": "1.0.0"}}}
    assert without_integrity(json.dumps(planted_lock)) == ["node_modules/odd"]
    planted_lock["packages"]["node_modules/odd"]["integrity"] = "sha1-" + "A" * 27 + "="
    assert without_integrity(json.dumps(planted_lock)) == ["node_modules/odd"]
    planted = "https://packages.example/simple"
    assert addresses(f"--index-url {planted}\n") == ["--index-url", planted]
    assert unpinned("django>=5 \\\n    --hash=sha256:00\n") == ["django>=5 \\"]
    assert unpinned("django==5.2\n") == ["django==5.2"]


def test_only_the_opencv_without_windows_is_installed() -> None:
    """Two OpenCV packages overwrite each other's files, and the one with windows needs libGL."""
    lock = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    wheels = re.findall(r"^(opencv[\w-]*)==\S+(.*)", lock, re.MULTILINE)
    assert [name for name, marker in wheels if "'never'" not in marker] == ["opencv-python-headless"]
