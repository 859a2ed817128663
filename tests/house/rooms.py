"""What the house forbids in source files; each check returns its complaints, so that it can be shown to fail."""

import ast
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

LONGEST_FILE = 600
SOURCE_SUFFIXES = {".py", ".ts", ".tsx", ".vue", ".js", ".mjs", ".css", ".scss", ".sh", ".sql", ".html"}
NEVER_ENTERED = {"node_modules", "dist", "var", ".venv", ".git", "__pycache__"}
FOREIGN_FOLDERS = {"generated", *NEVER_ENTERED}

ROOMS = {"contracts", "rules", "models", "queries", "services", "tasks", "api"}
BESIDE_THE_ROOMS = {"__init__", "apps", "migrations", "management", "tests"}
INTEGRATION_ROOMS = {"__init__", "manifest", "client", "mapping", "tasks", "api", "fake", "tests"}
# Plain modules of the foundation that everybody builds upon; they are no apps and own no table.
LOAD_BEARING = {"scoping", "records", "inserting", "work", "edge", "wire"}
FORBIDDEN_NAMES = {
    "utils",
    "util",
    "helpers",
    "helper",
    "common",
    "managers",
    "signals",
    "mixins",
    "serializers",
}
FORBIDDEN_NAMES |= {"misc", "shared", "base_models"}
SIGNAL_MODULES = {"django.dispatch", "django.db.models.signals", "django.core.signals"}
ASKS_THE_CLOCK = {"now", "today", "utcnow", "localtime", "monotonic", "time_ns"}
DOES_INPUT_OUTPUT = {"open", "print", "input"}


@cache
def own_files(root: Path) -> tuple[Path, ...]:
    """Everything, in order. Foreign folders are not entered: they hold fifty times as many files as the house."""
    found = []
    for folder, inner, names in os.walk(root):
        inner[:] = [name for name in inner if name not in NEVER_ENTERED]
        found += [Path(folder, name) for name in names]
    return tuple(sorted(found))


def source_files(root: Path) -> Iterator[Path]:
    for path in own_files(root):
        inside = path.relative_to(root)
        is_source = path.suffix in SOURCE_SUFFIXES or inside.as_posix() in {"jw", ".ci/run"}
        if is_source and not FOREIGN_FOLDERS & set(inside.parts):
            yield path


def python_files(folder: Path) -> Iterator[Path]:
    return (path for path in source_files(folder) if path.suffix == ".py")


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def is_test(path: Path) -> bool:
    return "tests" in path.parts


def overlong_files(root: Path) -> list[str]:
    lengths = ((path, len(path.read_text(encoding="utf-8").splitlines())) for path in source_files(root))
    return [
        f"{path.relative_to(root)}: {n} lines, {LONGEST_FILE} at most"
        for path, n in lengths
        if n > LONGEST_FILE
    ]


def forbidden_names(root: Path) -> list[str]:
    complaints = []
    for path in source_files(root):
        inside = path.relative_to(root)
        if any(part.partition(".")[0] in FORBIDDEN_NAMES for part in inside.parts):
            complaints.append(
                f"{inside}: say what it holds; no utils, helpers, common, managers, signals, mixins"
            )
    return complaints


def entries(folder: Path) -> set[str]:
    return {entry.stem for entry in folder.iterdir() if entry.name != "__pycache__"}


def apps(root: Path) -> list[Path]:
    """Every app's folder. Plain modules of the foundation are not apps."""
    floors = [root / "jingwei/foundation", root / "jingwei/domains"]
    folders = [f for floor in floors if floor.exists() for f in sorted(floor.iterdir()) if f.is_dir()]
    return [f for f in folders if f.name not in {"tests", "__pycache__"}]


def strange_rooms(root: Path) -> list[str]:
    complaints = []
    for app in apps(root):
        for name in sorted(entries(app) - ROOMS - BESIDE_THE_ROOMS):
            complaints.append(f"{app.relative_to(root)}/{name}: there are seven rooms, never an eighth")
    for floor, allowed in (("foundation", LOAD_BEARING), ("domains", set())):
        plain = {path.stem for path in (root / "jingwei" / floor).glob("*.py")} - {"__init__"}
        complaints += [f"jingwei/{floor}/{name}.py: make it an app" for name in sorted(plain - allowed)]
    for socket in (root / "jingwei/integrations").glob("*/"):
        if socket.name != "__pycache__":
            strange = sorted(entries(socket) - INTEGRATION_ROOMS)
            complaints += [f"jingwei/integrations/{socket.name}/{name}: no such part" for name in strange]
    return complaints


def busy_packages(root: Path) -> list[str]:
    """An app's `__init__` that imports would hand its rooms to whoever names the app."""
    complaints = []
    for app in apps(root):
        start = app / "__init__.py"
        if start.exists() and any(
            isinstance(node, ast.Import | ast.ImportFrom) for node in ast.walk(parsed(start))
        ):
            complaints.append(f"{start.relative_to(root)}: an app's package imports nothing")
    return complaints


def save_overrides(root: Path) -> list[str]:
    complaints = []
    for path in python_files(root / "jingwei"):
        classes = (node for node in ast.walk(parsed(path)) if isinstance(node, ast.ClassDef))
        for cls in classes:
            bases = {ast.unparse(base).rpartition(".")[2] for base in cls.bases}
            is_model = (
                any(base.endswith("Model") for base in bases)
                or "models" in path.parts
                or path.stem == "models"
            )
            for node in cls.body:
                if (
                    is_model
                    and isinstance(node, ast.FunctionDef)
                    and node.name in {"save", "delete", "clean"}
                ):
                    complaints.append(
                        f"{path.relative_to(root)}:{node.lineno} {cls.name}.{node.name}: a service decides"
                    )
    return complaints


def reasonless_unscoped(root: Path) -> list[str]:
    """`.unscoped()` reads across jurisdictions: each call says why, in words that a reviewer can grep."""
    complaints = []
    for path in python_files(root / "jingwei"):
        for node in ast.walk(parsed(path)):
            if (
                isinstance(node, ast.Call)
                and getattr(node.func, "attr", "") == "unscoped"
                and not is_test(path)
            ):
                words = (
                    node.args[0].value
                    if len(node.args) == 1 and isinstance(node.args[0], ast.Constant)
                    else ""
                )
                if not isinstance(words, str) or len(words.split()) < 2:
                    complaints.append(
                        f"{path.relative_to(root)}:{node.lineno} unscoped: give a literal reason"
                    )
    return complaints


def signals(root: Path) -> list[str]:
    complaints = []
    for path in python_files(root / "jingwei"):
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.ImportFrom) and node.module in SIGNAL_MODULES:
                complaints.append(f"{path.relative_to(root)}:{node.lineno} signals: publish an event instead")
    return complaints


def pure_files(root: Path) -> Iterator[Path]:
    for app in apps(root):
        for room in ("rules", "contracts"):
            yield from (path for path in [app / f"{room}.py"] if path.exists())
            if (app / room).is_dir():
                yield from python_files(app / room)


def impure_rules(root: Path) -> list[str]:
    """Rules are told the time and given their data: they ask neither the clock nor a file."""
    complaints = []
    for path in pure_files(root):
        for node in ast.walk(parsed(path)):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "attr", "") or getattr(node.func, "id", "")
            is_clock = name in ASKS_THE_CLOCK
            if is_clock or (isinstance(node.func, ast.Name) and name in DOES_INPUT_OUTPUT):
                complaints.append(
                    f"{path.relative_to(root)}:{node.lineno} {name}(): pass it in as an argument"
                )
    return complaints
