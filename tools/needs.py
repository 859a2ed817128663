"""What Jingwei needs of the machine: `install` gets what is missing, `doctor` lists it all with the fix."""

import ctypes.util
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tools import cluster, environment
from tools.environment import ROOT

NODE_MAJOR = 18
FREE_GB, MEMORY_GB = 5, 4
CREATE_CLUSTER = Path("/etc/postgresql-common/createcluster.conf")


@dataclass(frozen=True)
class Finding:
    name: str
    found: str  # what is there; empty when the need is not met
    fix: str = ""
    is_for_tests: bool = False

    @property
    def is_met(self) -> bool:
        return bool(self.found)


# --- Debian packages -------------------------------------------------------------------------------------


def output(*command: str) -> str:
    """What a program prints, or nothing if it is missing or fails."""
    try:
        result = subprocess.run(command, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return ""
    return result.stdout.strip() if result.returncode == 0 else ""


def node_version() -> str:
    version = output("node", "--version").lstrip("v")
    return version if version and int(version.split(".")[0]) >= NODE_MAJOR and shutil.which("npm") else ""


def has_venv() -> bool:
    return (ROOT / ".venv/bin/python").exists() or bool(
        output(sys.executable, "-c", "import ensurepip; print(1)")
    )


def postgis_package() -> str:
    """The newest PostgreSQL server with PostGIS that this distribution offers."""
    names = output("apt-cache", "search", "--names-only", "^postgresql-[0-9]+-postgis-3$")
    versions = [int(number) for number in re.findall(r"^postgresql-(\d+)-postgis-3", names, re.MULTILINE)]
    return f"postgresql-{max(versions)}-postgis-3" if versions else "postgresql-postgis"


QUICK_BROWSER = "chromium-headless-shell"
"""The same Chromium without windows and menus of its own: opening a page costs it a third."""
BROWSERS = (QUICK_BROWSER, "chromium", "chromium-browser", "google-chrome-stable", "google-chrome")


def browser() -> str:
    """The system's Chromium, for the journeys through the desk; nothing is ever downloaded in its place."""
    return next((path for name in BROWSERS if (path := shutil.which(name))), "")


def browser_package() -> str:
    """What this distribution offers, where no browser is there yet."""
    offered = output("apt-cache", "search", "--names-only", f"^{QUICK_BROWSER}$")
    return QUICK_BROWSER if offered.startswith(QUICK_BROWSER) else "chromium"


def chinese_fonts() -> str:
    """A family that can draw Chinese; without one a browser draws boxes, and the tests could not tell."""
    families = output("fc-list", ":lang=zh-cn", "family").splitlines()
    return families[0].split(",")[0] if families else ""


PRINTING = {
    "libpango-1.0-0": "libpango-1.0.so.0",
    "libpangoft2-1.0-0": "libpangoft2-1.0.so.0",
    "libharfbuzz-subset0": "libharfbuzz-subset.so.0",
}
"""Debian packages and the library of each by which PDFs are laid out (WeasyPrint)."""


def printing_packages() -> list[str]:
    """What is missing for laying out PDFs; the fonts are embedded in them, so they are needed wherever one is made."""
    missing = [package for package, library in PRINTING.items() if not _loads(library)]
    return missing if chinese_fonts() else [*missing, "fonts-noto-cjk"]


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def fake_clock() -> str:
    """The library by which the fault harness sets clocks wrong."""
    return next(map(str, Path("/usr/lib").glob("*/faketime/libfaketime.so.1")), "")


def gis_program() -> str:
    """GDAL's own reader, which reads our feature API in the tests as anybody's GIS would."""
    return shutil.which("ogrinfo") or ""


def packages_for_tests() -> list[str]:
    """What only tests and benchmarks need: a browser, clocks that can be set, a GIS."""
    wanted = {
        browser_package(): browser(),
        "libfaketime": fake_clock(),
        "gdal-bin": gis_program(),
    }
    return [name for name, found in wanted.items() if not found]


def missing_packages(*, for_tests: bool = False) -> list[str]:
    packages = packages_for_tests() if for_tests else []
    if not has_venv():
        packages.append("python3-venv")
    if not cluster.program_folders():
        packages.append(postgis_package())
    packages += printing_packages()
    if (ROOT / "web/package-lock.json").exists() and not node_version():
        packages += ["nodejs", "npm"]
    return packages


def install_command(packages: list[str]) -> list[str]:
    return ["apt-get", "install", "-y", "--no-install-recommends", *packages]


def install() -> int:
    """Install missing Debian packages, or say the exact command if we may not."""
    return install_missing(missing_packages)


def install_for_tests() -> int:
    """The same, with what only tests need."""
    return install_missing(lambda: missing_packages(for_tests=True))


def install_missing(missing: Callable[[], list[str]]) -> int:
    if not missing():
        return 0
    if not shutil.which("apt-get"):
        print_by_hand("This system has no apt-get. Install by its own means, then run ./jw setup again:")
        print("  Python's venv; PostgreSQL 15 or newer with PostGIS 3; Node.js 18 or newer with npm;")
        print(
            "  Pango, HarfBuzz with its subsetter, and a font for Chinese (Noto Sans CJK) for printed files;"
        )
        print("  for tests: Chromium, and GDAL's tools (ogrinfo)")
        return 1
    is_root = os.geteuid() == 0
    sudo = [] if is_root else ["sudo", "-n"]
    if not is_root and not output("sudo", "-n", "echo", "may"):
        print_by_hand("Debian packages are missing, and installing them needs root. Run, then try again:")
        print(f"  sudo apt-get update && sudo {' '.join(install_command(missing()))}")
        return 1
    quiet_settings = ["env", "DEBIAN_FRONTEND=noninteractive", "UCF_FORCE_CONFFOLD=1"]
    subprocess.run([*sudo, "apt-get", "update", "-qq"], check=False)
    packages = missing()  # only now does the list of packages tell which PostgreSQL there is
    print(f"  installing Debian packages: {' '.join(packages)}", flush=True)
    if any("postgis" in name for name in packages) and not CREATE_CLUSTER.exists():
        # Debian would make and start a cluster of its own beside ours.
        settings = "create_main_cluster = false\n"
        subprocess.run([*sudo, "mkdir", "-p", str(CREATE_CLUSTER.parent)], check=True)
        subprocess.run(
            [*sudo, "tee", str(CREATE_CLUSTER)],
            input=settings,
            text=True,
            check=True,
            stdout=subprocess.DEVNULL,
        )
    done = subprocess.run(
        [*sudo, *quiet_settings, *install_command(packages), "-qq", "-o", "Dpkg::Options::=--force-confold"],
        check=False,
        stdout=subprocess.DEVNULL,
    )
    still = missing()
    if done.returncode or still:
        print_by_hand("Installing failed. What apt-get says stands above; still missing:")
        print(f"  {' '.join(still)}")
        return 1
    return 0


def print_by_hand(text: str) -> None:
    print(f"\n{text}", flush=True)


# --- doctor ----------------------------------------------------------------------------------------------


def system_needs() -> Iterator[Finding]:
    yield Finding("Python", sys.version.split()[0], "apt-get install python3 python3-venv")
    yield Finding("venv", "yes" if has_venv() else "", "apt-get install python3-venv")
    folders = cluster.program_folders()
    fix = f"apt-get install {postgis_package()}"
    yield Finding("PostgreSQL with PostGIS", folders[0].parent.name if folders else "", fix)
    yield Finding("GDAL for geometry", ctypes.util.find_library("gdal") or "", "comes with PostGIS: " + fix)
    if (ROOT / "web").exists():
        yield Finding(f"Node.js {NODE_MAJOR} and npm", node_version(), "apt-get install nodejs npm")
    yield Finding("Chinese font", chinese_fonts(), "apt-get install fonts-noto-cjk")
    lacking = [one for one in printing_packages() if one in PRINTING]
    yield Finding("Pango for PDFs", "" if lacking else "yes", f"apt-get install {' '.join(PRINTING)}")
    yield Finding("Chromium", browser(), f"apt-get install {browser_package()}", is_for_tests=True)
    yield Finding("libfaketime", fake_clock(), "apt-get install libfaketime", is_for_tests=True)
    yield Finding("GDAL's tools", gis_program(), "apt-get install gdal-bin", is_for_tests=True)
    free = shutil.disk_usage(ROOT).free // 2**30
    yield Finding(
        "free disk", f"{free} GB" if free >= FREE_GB else "", f"{FREE_GB} GB are needed, {free} are left"
    )
    memory = round(cluster.memory_mb() / 1024, 1)
    yield Finding("memory", f"{memory} GB" if memory >= MEMORY_GB else "", f"{MEMORY_GB} GB are needed")


def checkout_needs() -> Iterator[Finding]:
    stamp = ROOT / ".venv/jingwei-lock"
    yield Finding("Python packages", "as locked" if stamp.exists() and imports_work() else "", "./jw setup")
    readable = os.access(environment.ENV_FILE, os.R_OK)
    fix = "./jw setup"
    if environment.ENV_FILE.exists() and not readable:
        fix = f"it belongs to {environment.ENV_FILE.owner()}: use ./jw as that user, or make your own clone"
    yield Finding("settings and secrets", "var/env" if readable else "", fix)
    if readable:
        closed = environment.ENV_FILE.stat().st_mode & 0o077 == 0
        yield Finding("secrets closed to others", "yes" if closed else "", "chmod 600 var/env")
        yield from database_needs()


def imports_work() -> bool:
    python = str(ROOT / ".venv/bin/python")
    return bool(
        output(
            python, "-c", "import cv2, django, granian, onnxruntime, psycopg, shapely, weasyprint; print(1)"
        )
    )


def database_needs() -> Iterator[Finding]:
    try:
        own = cluster.Cluster(cluster.data_folder())
        running = own.is_running()
    except cluster.ClusterTrouble as trouble:
        yield Finding("database", "", str(trouble))
        return
    port = environment.read().get("JINGWEI_DATABASE_PORT", "")
    yield Finding("database", f"running on port {port}, data in {own.data}" if running else "", "./jw setup")
    if not running:
        return
    facts = json.loads(own.psql(FACTS, "jingwei"))
    missing = [name for name in cluster.EXTENSIONS if name not in facts["extensions"]]
    yield Finding(
        "extensions", "" if missing else " ".join(cluster.EXTENSIONS), f"missing: {missing}; ./jw setup"
    )
    sound = facts["roles"] == EXPECTED_ROLES
    yield Finding("roles", "owner, app, reader" if sound else "", f"differ: {facts['roles']}; ./jw setup")

    yield Finding("tables", "made" if facts["tables"] else "none yet; ./jw run or ./jw new-city makes them")


FACTS = """
SELECT json_build_object(
  'extensions', (SELECT json_agg(extname) FROM pg_extension),
  'roles', (SELECT json_object_agg(rolname, json_build_array(rolcanlogin, rolsuper, rolbypassrls))
              FROM pg_roles WHERE rolname LIKE 'jingwei%'),
  'tables', (SELECT count(*) FROM pg_class WHERE relname = 'django_migrations'));
"""
EXPECTED_ROLES = {  # may sign in, is superuser, passes row-level security
    "jingwei_owner": [True, False, False],
    "jingwei_app": [True, False, False],
    "jingwei_reader": [False, False, True],
}


def doctor() -> int:
    findings = [*system_needs(), *checkout_needs()]
    for finding in findings:
        if finding.is_met:
            print(f"  OK       {finding.name}: {finding.found}")
        elif finding.is_for_tests:
            print(f"  missing  {finding.name}, needed by tests only (./jw test gets it). {finding.fix}")
        else:
            print(f"  MISSING  {finding.name}. {finding.fix}")
    missing = sum(not finding.is_met and not finding.is_for_tests for finding in findings)
    print(f"\n{missing} missing. `./jw setup` gets what it can." if missing else "\nAll needs are met.")
    return 1 if missing else 0


def main(words: list[str]) -> int:
    verbs: dict[str, Callable[[], int]] = {
        "install": install,
        "install-for-tests": install_for_tests,
        "doctor": doctor,
    }
    if len(words) != 1 or words[0] not in verbs:
        print("usage: python3 -m tools.needs install|install-for-tests|doctor", file=sys.stderr)
        return 2
    return verbs[words[0]]()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
