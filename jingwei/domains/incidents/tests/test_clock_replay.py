"""Real cases through the clocks: the same on-time figures as straight from the files. Skipped where they are absent."""

import csv
import gzip
import os
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from jingwei.domains.clocks.contracts import LimitLine
from jingwei.domains.clocks.queries.policy import policy_at
from jingwei.domains.clocks.queries.running import reading_of, run_clock
from jingwei.domains.incidents.contracts import State
from jingwei.domains.incidents.rules.clock_ledger import Duty, OwnerKind, ledger_of
from jingwei.domains.incidents.rules.clocks import ClockName, clock_facts
from jingwei.kernel.clock import BEIJING
from tests.cast import MONDAY_10
from tests.databases import ROOT
from tools.assurance import Figure, depth, keep

FOLDER = Path(os.environ.get("JINGWEI_SAMPLES", ROOT.parent / "shared" / "data")) / "incidents_geo"
ROWS = depth(1_000, deep=8_000)
HOUR, A_YEAR = timedelta(hours=1), timedelta(days=365)
FIGURES: dict[str, Figure] = {}
SPENT: list[float] = []
pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class Taken:
    """A step as clocks read it."""

    action: str
    to_state: int
    at: datetime
    centre_area: str = "4309"
    post_id: UUID | None = None
    facts: dict[str, Any] = field(default_factory=dict)


def rows_of(name: str, **wanted: str) -> list[dict[str, str]]:
    path = FOLDER / name
    if not path.is_file():
        pytest.skip(f"the real file {name} is not here; set JINGWEI_SAMPLES to its folder")
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        fitting = (row for row in csv.DictReader(file) if wanted.items() <= row.items())
        return list(islice(fitting, ROWS))


def test_overdue_cases_of_two_cities_are_overdue_here() -> None:
    """Each case's time is the limit of its solution clock; taken in, accepted and closed as the file says."""
    warnings = policy_at(MONDAY_10).warnings
    for name in ("baltimore311", "nyc311"):
        began = time.monotonic()
        here, there, asked, warned = Counter[str](), Counter[str](), 0, 0
        for row in rows_of("incidents.csv.gz", dataset=name):
            case = _timed(row)
            if case is None:
                continue
            created, due, closed = case
            limit = LimitLine("", False, "1H", "1H", f"{(due - created) // HOUR}H")
            course = [
                Taken("report", State.REPORTED, created),
                Taken("accept", State.ACCEPTED, created),
                Taken("close", State.CLOSED, closed),
            ]
            run = run_clock(
                clock_facts(course, limit, received_at=created)[ClockName.SOLUTION], warnings, now=closed
            )
            assert run.due_at == due
            assert sum((one.lasted for one in ledger_of(course, until=closed + HOUR)), timedelta(0)) == (
                closed - created
            )
            moments = [at for _, at in run.warnings]
            assert moments == sorted(moments), "blue before yellow before red before the deadline"
            assert moments[-1] == due
            asked += 1
            warned += closed > moments[0]
            here[row["agency"]] += run.is_late
            there[row["agency"]] += row["closed_at"] > row["due_at"]
        assert +here == +there, "agency by agency"
        late = there.total()
        assert 0 < late < warned < asked
        _note(name, {"cases": asked, "late": late, "warned": warned, "agencies": len(there)}, began)


def _timed(row: dict[str, str]) -> tuple[datetime, datetime, datetime] | None:
    """Opened, due and closed, of a case whose time a limit can say (whole hours, a year at most) and that was not closed
    before it was opened."""
    if not row["due_at"] or not row["closed_at"]:
        return None
    created, due, closed = (
        datetime.fromisoformat(row[name]).replace(tzinfo=BEIJING)
        for name in ("created_at", "due_at", "closed_at")
    )
    can_say = timedelta(0) < due - created <= A_YEAR and (due - created) % HOUR == timedelta(0)
    return (created, due, closed) if can_say and closed >= created else None


def test_fire_calls_give_the_same_shares_in_time_and_every_second_has_its_owner() -> None:
    """Eight stamps of a call: taken down, accepted, dispatched, under way, on the scene, and free again."""
    line = LimitLine("", True, first_limit="1H", progress_limit="1H", solution_limit="1H")
    began, compared, in_time, straight = time.monotonic(), 0, Counter[str](), Counter[str]()
    for row in rows_of("sffd_dispatch_timeline.csv.gz"):
        stamps = {key: stamp(row[f"{key}_timestamp"]) for key in STEPS_OF}
        at = [one for one in stamps.values() if one is not None]
        if at != sorted(at) or stamps["received"] is None or stamps["available"] is None:
            continue  # a stamp that was set before the one it follows
        course = [
            Taken(action, state, moment)
            for key, (action, state) in STEPS_OF.items()
            if (moment := stamps[key]) is not None
        ]
        compared += 1
        received, free = stamps["received"], stamps["available"]
        stretches = ledger_of(course, until=free + HOUR)
        assert sum((one.lasted for one in stretches), timedelta(0)) == free - received
        assert {one.owner.kind for one in stretches} <= {OwnerKind.CENTRE, OwnerKind.UNIT}
        accepting = sum((one.lasted for one in stretches if one.duty is Duty.ACCEPT), timedelta(0))
        assert accepting == (stamps["entry"] or received) - received
        clocks = clock_facts(course, line, received_at=received)
        for name, end in ((ClockName.FIRST, stamps["entry"]), (ClockName.SOLUTION, free)):
            facts = clocks[name]
            due_at = reading_of(facts).due_at
            assert facts.stopped_at == (end or free)
            assert due_at is not None
            in_time[name] += (end or free) <= due_at
            straight[name] += (end or free) - received <= HOUR
    assert in_time == straight
    assert 0 < straight[ClockName.SOLUTION] < straight[ClockName.FIRST] <= compared
    figures = {"calls": compared, "in an hour": straight[ClockName.SOLUTION]}
    _note("sffd", figures | {"first response in an hour": straight[ClockName.FIRST]}, began)


STEPS_OF = {
    "received": ("report", State.REPORTED),
    "entry": ("accept", State.ACCEPTED),
    "dispatch": ("dispatch", State.DISPATCHED),
    "response": ("take", State.HANDLING),
    "on_scene": ("note", State.HANDLING),
    "available": ("close", State.CLOSED),
}


def stamp(written: str) -> datetime | None:
    return datetime.fromisoformat(written).astimezone(UTC) if written else None


def _note(name: str, figures: Mapping[str, int], began: float) -> None:
    """Keep the figures of one file beside those of the others."""
    FIGURES.update({f"{name} {key}": number for key, number in figures.items()})
    SPENT.append(time.monotonic() - began)
    keep("clocks", dict(FIGURES), seed=0, seconds=sum(SPENT), command="./jw assurance clocks")
