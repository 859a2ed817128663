"""The launcher keeps its secrets, survives a moved checkout, and tells what is missing."""

import os
import socket
import subprocess
from pathlib import Path

import pytest

from tests.house.walls import ROOT
from tools import cluster, environment, needs, serve, waiting


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
    monkeypatch.setattr(needs, "fake_clock", lambda: "")
    monkeypatch.setattr(needs, "gis_program", lambda: "")
    assert needs.missing_packages() == []
    for offered, package in ((f"{needs.QUICK_BROWSER} - web browser", needs.QUICK_BROWSER), ("", "chromium")):
        monkeypatch.setattr(needs, "output", lambda *command, said=offered: said)
        assert needs.packages_for_tests() == [package, "libfaketime", "gdal-bin"]


def test_printed_files_need_fonts_and_libraries_on_every_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(needs, "chinese_fonts", lambda: "")
    monkeypatch.setattr(needs, "PRINTING", {"libpango-1.0-0": "no-such-library.so.0"})
    assert needs.missing_packages() == ["libpango-1.0-0", "fonts-noto-cjk"]
    lacking = {finding.name for finding in needs.system_needs() if not finding.is_met}
    assert {"Chinese font", "Pango for PDFs"} <= lacking


def test_the_doctor_does_not_fail_for_want_of_a_browser(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lacking = needs.Finding("Chromium", "", "apt-get install chromium", is_for_tests=True)
    monkeypatch.setattr(needs, "system_needs", lambda: iter([lacking]))
    monkeypatch.setattr(needs, "checkout_needs", lambda: iter([]))
    assert needs.doctor() == 0
    assert "needed by tests only" in capsys.readouterr().out


def test_a_start_is_waited_for_as_long_as_it_works() -> None:
    wait = waiting.Waiting(since=100.0)
    for second in range(0, 600, 10):  # a busy machine gives it a tenth of a processor
        assert wait.look(100.0 + second, status=None, work={7: second * 0.1}) == ""
    assert wait.look(690.0, status=None, work={7: 59.2}) == ""
    assert "neither answered nor worked" in wait.look(760.0, status=None, work={7: 59.3})


def test_a_start_is_given_up_that_answers_badly_or_ends_again_and_again() -> None:
    wait = waiting.Waiting(since=0.0)
    assert wait.look(1.0, status=500, work={7: 1.0}) == ""
    assert wait.look(50.0, status=None, work={7: 2.0}) == ""
    assert wait.look(90.0, status=500, work={7: 3.0}) == ""
    assert "answered 500" in wait.look(151.0, status=500, work={7: 4.0})
    ending = waiting.Waiting(since=0.0)
    said = [ending.look(float(at), status=None, work={7: 1.0, 100 + at: 3.0}) for at in range(11)]
    assert said[:10] == [""] * 10
    assert "again and again" in said[10]


def test_whoever_waits_is_told_now_and_then_what_it_waits_for() -> None:
    wait = waiting.Waiting(since=0.0)
    wait.look(20.0, status=None, work={7: 4.0, 8: 1.0})
    assert wait.tell(10.0, load=1.0, processors=2) == ""
    assert wait.tell(20.0, load=1.0, processors=2) == "still starting after 20 s, 5 s of them worked"
    assert wait.tell(21.0, load=9.0, processors=2) == ""
    assert wait.tell(35.0, load=9.0, processors=2).endswith(
        "this machine is busy: 9 processes want 2 processors"
    )


def test_the_work_of_a_session_is_that_of_its_processes_alone() -> None:
    mine = waiting.work_of(os.getsid(0))
    assert mine[os.getpid()] > 0
    assert waiting.work_of(2**30) == {}
