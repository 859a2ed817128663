"""The launcher keeps its secrets, survives a moved checkout, and tells what is missing."""

import socket
import subprocess
from pathlib import Path

import pytest

from tests.house.walls import ROOT
from tools import cluster, environment, needs, serve


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.setattr(environment, "VAR", tmp_path / "var")
    monkeypatch.setattr(environment, "ENV_FILE", tmp_path / "var/env")
    return tmp_path


def test_secrets_are_made_once_and_closed_to_others(checkout: Path) -> None:
    first = environment.ensure()
    assert environment.ensure() == first
    assert environment.ENV_FILE.stat().st_mode & 0o777 == 0o600
    assert len({first[name] for name in environment.GENERATED}) == len(environment.GENERATED)


def test_a_value_with_spaces_and_quotes_survives_the_file_and_the_shell(checkout: Path) -> None:
    odd = "/home/o'brien/my city $HOME"
    environment.ensure(JINGWEI_CLUSTER=odd)
    assert environment.read()["JINGWEI_CLUSTER"] == odd
    script = f'. "{environment.ENV_FILE}"; printf %s "$JINGWEI_CLUSTER"'
    assert subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=True).stdout == odd


def test_a_moved_checkout_keeps_its_secrets_and_forgets_its_place(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = environment.ensure(JINGWEI_CLUSTER="/old/var/pg", JINGWEI_DATABASE_PORT="15444")
    monkeypatch.setattr(environment, "ROOT", checkout / "elsewhere")
    after = environment.read()
    assert after["JINGWEI_FIELD_KEY"] == before["JINGWEI_FIELD_KEY"]
    assert "JINGWEI_CLUSTER" not in after
    assert "JINGWEI_DATABASE_PORT" not in after


def test_a_taken_port_is_passed_over() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert not cluster.is_free(port)
        with pytest.raises(cluster.ClusterTrouble):
            cluster.free_port(port, port)
        with pytest.raises(SystemExit, match=f"Port {port} is taken"):
            serve.choose_port(port)


def test_a_deep_checkout_gets_a_short_socket_folder() -> None:
    assert cluster.socket_folder(Path("/srv/city/var/pg")) == Path("/srv/city/var/run")
    deep = Path(f"/srv/{'x' * 90}/var/pg")
    assert len(str(cluster.socket_folder(deep))) <= cluster.LONGEST_SOCKET_DIR


def test_the_servers_log_quotes_no_values() -> None:
    lines = {
        line.partition(" #")[0].strip() for line in cluster.configuration(15432, Path("/run/x")).splitlines()
    }
    assert {"log_min_error_statement = panic", "log_error_verbosity = terse"} <= lines
    assert not any(line.startswith(("fsync", "synchronous_commit", "full_page_writes")) for line in lines)


def test_the_doctor_names_a_fix_for_all_that_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "program_folders", list)
    monkeypatch.setattr(needs, "node_version", str)
    missing = [finding for finding in needs.system_needs() if not finding.is_met]
    assert "PostgreSQL with PostGIS" in {finding.name for finding in missing}
    assert all(finding.fix for finding in missing)


def test_help_tells_every_word_of_the_launcher() -> None:
    told = subprocess.run([ROOT / "jw", "help"], capture_output=True, text=True, check=True).stdout
    for word in ("run", "test", "setup", "doctor", "check", "journeys", "bench", "lock", "stop"):
        assert f"./jw {word}" in told


def test_a_browser_is_a_need_of_tests_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(needs, "browser", lambda: "")
    monkeypatch.setattr(needs, "chinese_fonts", lambda: "")
    monkeypatch.setattr(needs, "fake_clock", lambda: "")
    monkeypatch.setattr(needs, "gis_program", lambda: "")
    assert needs.missing_packages() == []
    assert needs.missing_packages(for_tests=True) == ["chromium", "fonts-noto-cjk", "libfaketime", "gdal-bin"]


def test_the_doctor_does_not_fail_for_want_of_a_browser(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lacking = needs.Finding("Chromium", "", "apt-get install chromium", is_for_tests=True)
    monkeypatch.setattr(needs, "system_needs", lambda: iter([lacking]))
    monkeypatch.setattr(needs, "checkout_needs", lambda: iter([]))
    assert needs.doctor() == 0
    assert "needed by tests only" in capsys.readouterr().out
