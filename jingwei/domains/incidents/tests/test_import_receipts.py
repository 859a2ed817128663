"""Whoever brings messages in is given what their reporters need: the receipt number and the tracking code."""

import csv
from pathlib import Path

import pytest
from django.core.management import call_command

from jingwei.domains.incidents import queries, services
from jingwei.domains.incidents.tests.bringing import matter, matters, message, messages, stored
from jingwei.foundation.scoping import eyes
from tests.cast import CAST, COMMUNITY

pytestmark = pytest.mark.django_db


def handed_out(path: Path, receipts: Path, *words: str) -> list[dict[str, str]]:
    """The receipts file after the command, by its own headers."""
    command = ["import_messages", str(path), "--area", COMMUNITY, "--receipts", str(receipts), *words]
    call_command(*command, "--report", str(receipts.with_name("odd.csv")))
    if not receipts.exists():
        return []
    with receipts.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def test_the_code_opens_the_one_matter_it_was_given_for(tmp_path: Path) -> None:
    handed = handed_out(messages(tmp_path, message(1), message(2)), tmp_path / "receipts.csv")
    assert [(one["行号"], one["编号"]) for one in handed] == [("2", "1"), ("3", "2")]
    for one in handed:
        case = stored()[one["编号"]]
        assert one["受理编号"] == case.receipt_no
        reporter, incident_id = services.proved_reporter(CAST.public, one["查询码"])
        assert incident_id == case.pk
        with eyes(reporter):
            assert queries.incident_for(reporter, incident_id).words == case.words


def test_a_second_run_hands_out_the_same_receipts(tmp_path: Path) -> None:
    """Whoever was killed before the file was written starts the same command again."""
    path = messages(tmp_path, message(1), message(2))
    first = handed_out(path, tmp_path / "first.csv")
    assert handed_out(path, tmp_path / "second.csv") == first


def test_the_file_is_for_its_owner_only(tmp_path: Path) -> None:
    handed_out(messages(tmp_path, message(1)), tmp_path / "receipts.csv")
    assert (tmp_path / "receipts.csv").stat().st_mode & 0o777 == 0o600


def test_a_rehearsal_hands_out_nothing(tmp_path: Path) -> None:
    assert handed_out(messages(tmp_path, message(1)), tmp_path / "receipts.csv", "--dry-run") == []


def test_history_is_opened_by_no_code(tmp_path: Path) -> None:
    assert handed_out(matters(tmp_path, matter(1)), tmp_path / "receipts.csv") == []
