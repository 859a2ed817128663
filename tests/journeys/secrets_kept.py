"""What must not stand in a log."""

from collections.abc import Iterable

from tests.journeys.live import NAMES, PHONES
from tests.journeys.people import People
from tests.journeys.servers import House

WORDS = ("迎春路", "请保密", "城管人员收了")
"""Parts of addresses and of what people reported."""


def require_clean_logs(house: House, people: People, *, codes: Iterable[str]) -> None:
    """No phones, names, words, passwords, sessions, nor the codes that open a course; in logs that were written."""
    logs = {name: house.log(name) for name in ("web", "worker")}
    assert "incidents.tell_of" in logs["worker"], "the worker's log is the one that was written"
    assert '"route":"api/v1/' in logs["web"], "the web server's log is the one that was written"
    secrets = {*PHONES, *NAMES.values(), *WORDS, *codes, *people.secrets}
    for name, log in logs.items():
        found = sorted(secret for secret in secrets if secret in log)
        assert not found, f"{name}.log holds {found[:3]}"
