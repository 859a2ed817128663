"""The real files, whole: real citizens' messages, and four cities' incidents as history. Skipped where they are absent."""

import csv
import gzip
import io
import os
from collections import Counter
from pathlib import Path

import pytest

from jingwei.domains.incidents.rules.transplant import Oddity
from jingwei.domains.incidents.services.transplant import Tally
from jingwei.domains.incidents.tests.bringing import bring, rows_of
from jingwei.kernel.clock import local
from tests.cast import COMMUNITY, COUNTY, MONDAY_10
from tests.databases import ROOT
from tools.assurance import depth

FOLDER = Path(os.environ.get("JINGWEI_SAMPLES", ROOT.parent / "shared" / "data"))
MESSAGES = FOLDER / "tipdm2020_gov_messages" / "hot_messages.csv.gz"
REPLIED = FOLDER / "tipdm2020_gov_messages" / "replied_messages.csv.gz"
LABELLED = FOLDER / "tipdm2020_gov_messages" / "labelled_raw.csv.gz"
INCIDENTS = FOLDER / "incidents_geo" / "incidents.csv.gz"
pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def present(path: Path) -> Path:
    if not path.is_file():
        pytest.skip(f"the real file {path.name} is not here; set JINGWEI_SAMPLES to its folder")
    return path


def rows_in(path: Path) -> list[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def adds_up(tally: Tally) -> bool:
    return tally.read == tally.imported + tally.present + tally.repeated + tally.refused


def test_the_hot_messages_come_in_whole_and_once() -> None:
    path = present(MESSAGES)
    theirs = {row["message_id"]: row for row in rows_in(path)}
    tally = bring(path, COMMUNITY)
    assert (tally.read, tally.imported) == (len(theirs), len(theirs)) == (4326, 4326)
    assert adds_up(tally)
    marked = {key: row["dup_of"] for key, row in theirs.items() if row["dup_of"]}
    assert tally.oddities[Oddity.DUPLICATE_OF] == len(marked) == 58
    told = {one.external_id for one in tally.told if one.remark.oddity is Oddity.DUPLICATE_OF}
    assert told == set(marked)
    for key, words, title, duplicate_of, due_at in rows_of(
        "select external_id, words, title, duplicate_of_external, due_at from incidents_incident"
        " where external_source = 'tipdm2020'"
    ):
        row = theirs.pop(key)
        assert words == row["detail"].strip()
        assert title == " ".join(row["subject"].split())
        assert duplicate_of == row["dup_of"] or not row["dup_of"]
        assert due_at > MONDAY_10
    assert theirs == {}
    again = bring(path, COMMUNITY)
    assert (again.imported, again.present) == (0, 4326)
    assert adds_up(again)


def test_the_answered_messages_come_in_as_closed_history_with_their_answers() -> None:
    path = present(REPLIED)
    theirs = {row["message_id"]: row for row in rows_in(path)}
    tally = bring(path, COMMUNITY)
    assert (tally.read, tally.imported) == (2250, 2250)
    # Joined here: on tables nobody has analysed yet the planner may try every pair.
    closing = dict(rows_of("select incident_id, remark from incidents_step where action = 'close'"))
    closed = rows_of("select id, external_id from incidents_incident where is_history and state = 70")
    answers = {external_id: closing[case] for case, external_id in closed}
    assert answers == {key: row["reply"].strip() for key, row in theirs.items()}


def test_the_labelled_messages_all_come_in_though_three_share_an_id() -> None:
    theirs = rows_in(present(LABELLED))
    tally = bring(LABELLED, COMMUNITY)
    assert (tally.read, tally.imported) == (len(theirs), len(theirs)) == (1107, 1107)
    assert tally.oddities[Oddity.ID_TAKEN] == len(theirs) - len({row["message_id"] for row in theirs})
    labels = rows_of("select facts -> 'given' ->> 'label', count(*) from incidents_step group by 1")
    assert dict(labels) == Counter(row["label"] for row in theirs)
    again = bring(LABELLED, COMMUNITY)
    assert (again.imported, again.present) == (0, 1107)


def every(step: int, path: Path, folder: Path) -> Path:
    """A file of every so manieth row."""
    rows = rows_in(path)
    thinned = folder / "thinned.csv"
    with thinned.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows[::step])
    return thinned


def test_the_incidents_of_four_cities_come_in_as_history(tmp_path: Path) -> None:
    """All 37,314 in a run for the record, every sixth otherwise."""
    path = every(depth(6, 1), present(INCIDENTS), tmp_path)
    theirs = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))
    tally = bring(path, COUNTY)
    assert (tally.read, tally.imported, tally.refused, tally.repeated) == (len(theirs), len(theirs), 0, 0)
    stored = Counter(dict(rows_of("select external_source, count(*) from incidents_incident group by 1")))
    assert stored == Counter(row["dataset"] for row in theirs)

    whole = [row for row in theirs if row["lat"] and row["lon"]]
    ((placed, inside),) = rows_of(
        "select count(*), count(*) filter (where st_covers(a.outline, i.position))"
        " from incidents_incident i join areas_area a on a.code = %s and a.valid_to_on is null"
        " where i.position is not null",
        COUNTY,
    )
    assert placed == inside == len(whole) - tally.oddities[Oddity.POSITION_OUTSIDE]
    missing = tally.oddities[Oddity.POSITION_MISSING] + tally.oddities[Oddity.POSITION_HALF]
    assert missing == len(theirs) - len(whole)

    due = {
        (source, key): local(due_at).strftime("%Y-%m-%dT%H:%M:%S")
        for source, key, due_at in rows_of(
            "select external_source, external_id, external_due_at from incidents_incident"
            " where external_due_at is not null"
        )
    }
    assert due == {(row["dataset"], row["source_id"]): row["due_at"] for row in theirs if row["due_at"]}

    backwards = [row for row in theirs if row["closed_at"] and row["closed_at"] < row["created_at"]]
    said = tally.oddities[Oddity.CLOSES_BEFORE_IT_OPENS] + tally.oddities[Oddity.TIME_TOO_OLD]
    assert said == len(backwards) > 0
    ((closed, tasks, clocks),) = rows_of(
        "select count(*) filter (where state = 70), count(*) filter (where handler_unit_id is not null),"
        " count(due_at) from incidents_incident"
    )
    assert closed == sum(1 for row in theirs if row["closed_at"]) - tally.oddities[Oddity.TIME_TOO_OLD]
    assert (tasks, clocks) == (0, 0)
    again = bring(path, COUNTY)
    assert (again.imported, again.present) == (0, len(theirs))
