"""The generated TypeScript client: fresh, typed and working."""

import filecmp
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from jingwei.config.api import document
from tests.api.requests import operations

pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parents[2]
WEB = ROOT / "web"
CLIENT = WEB / "packages" / "client"
GENERATED = CLIENT / "src" / "generated"
TSC = WEB / "node_modules" / ".bin" / "tsc"


@pytest.fixture(scope="module", autouse=True)
def _web_packages() -> None:
    """Never skipped: without Node the client could drift unseen."""
    assert TSC.exists(), (
        "The web packages are missing. Run ./jw setup (it needs Node.js 18.17 or newer and npm)."
    )


def run(*command: str | Path, folder: Path = CLIENT, **variables: str) -> None:
    done = subprocess.run(
        command, cwd=folder, env=os.environ | variables, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, f"{done.stdout[-3000:]}\n{done.stderr[-3000:]}"


def differing(here: Path, there: Path) -> list[str]:
    """Names of files that stand in one folder only, or differ."""
    names = sorted({path.name for folder in (here, there) for path in folder.iterdir()})
    _, changed, missing = filecmp.cmpfiles(here, there, names, shallow=False)
    return [*changed, *missing]


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The client as it is made now."""
    folder = tmp_path_factory.mktemp("generated")
    run("node", "tools/generate.mjs", "--out", folder)
    return folder


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The client and tests/types.ts, checked and made into JavaScript by one compiler."""
    folder = tmp_path_factory.mktemp("compiled")
    run(TSC, "--outDir", folder, "--rootDir", ".")
    return folder


def test_the_client_is_fresh(generated: Path) -> None:
    assert differing(GENERATED, generated) == [], "Run ./jw generate-docs and commit the result."


def test_drift_is_noticed(generated: Path, tmp_path: Path) -> None:
    drifted = tmp_path / "generated"
    shutil.copytree(generated, drifted)
    calls = drifted / "operations.ts"
    calls.write_text(calls.read_text().replace("closeIncident", "shutIncident"))
    assert differing(GENERATED, drifted) == ["operations.ts"]


def test_every_operation_is_a_function() -> None:
    calls = (GENERATED / "operations.ts").read_text()
    assert [one for one in operations(document()) if f"export const {one.operation_id} = " not in calls] == []


def test_types_hold(compiled: Path) -> None:
    """tests/types.ts says what must compile and, with @ts-expect-error, what must not."""
    assert (compiled / "tests" / "types.js").exists(), "the compiler saw tests/types.ts"


def test_calls_work(compiled: Path) -> None:
    (compiled / "package.json").write_text('{"type": "module"}')
    run("node", "--test", "tests/operation.test.mjs", JINGWEI_CLIENT=str(compiled / "src"))


def test_the_lock_file_names_no_registry() -> None:
    lock = (WEB / "package-lock.json").read_text()
    assert "://" not in "".join(line for line in lock.splitlines() if '"url"' not in line)
    assert not [
        line
        for line in lock.splitlines()
        if '"resolved"' in line and not re.search(r'"(packages|apps)/', line)
    ]
