"""All journeys of one run: brought in or reported live, then walked by several desks at once."""

import os
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from tests.journeys.live import LIVE, report_live
from tests.journeys.messages import BroughtIn, bring_in
from tests.journeys.people import People
from tests.journeys.plans import plan
from tests.journeys.servers import House
from tests.journeys.walk import Walk

JOURNEYS = int(os.environ.get("JINGWEI_JOURNEYS") or 20)
"""How many messages are brought in: 200 under `./jw journeys`, fewer among all the other tests."""
DESKS = 4
GIVE_UP_S = 420
"""Far beyond what it takes on two slow processors: whatever hangs must not hang for ever."""


@dataclass
class Run:
    """One run: what was brought in, what was walked, and how long both took."""

    house: House
    people: People
    brought_in: BroughtIn
    imported: list[Walk] = field(default_factory=list)
    live: list[Walk] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)

    @property
    def walks(self) -> list[Walk]:
        return [*self.imported, *self.live]


def travel(house: House, people: People) -> Run:
    """Bring the messages in, report live, walk everything to its end, and let the worker finish."""
    began = time.monotonic()
    run = Run(house, people, bring_in(house, JOURNEYS))
    run.seconds["导入 import"] = time.monotonic() - began
    waiting = _waiting_for_wu(people)
    codes = {receipt.receipt_no: receipt.tracking_code for receipt in run.brought_in.receipts}
    lost = codes.keys() - waiting.keys()
    assert not lost, f"brought in, but not waiting at the community's desk: {sorted(lost)[:5]}"
    for number, receipt in enumerate(run.brought_in.receipts):
        walk = Walk(people, plan(number), waiting[receipt.receipt_no], receipt.tracking_code)
        run.imported.append(walk)
    run.live = [report_live(people, number) for number in range(len(LIVE))]
    began = time.monotonic()
    _walk_all(run.walks, give_up_at=began + GIVE_UP_S)
    run.seconds["办理 journeys"] = time.monotonic() - began
    began = time.monotonic()
    house.wait_until_told()
    run.seconds["通知 notices"] = time.monotonic() - began
    return run


def _waiting_for_wu(people: People) -> dict[str, str]:
    """Ids of what waits to be accepted, by receipt number, as the desk finds it."""
    rows = people.wu.all_rows("listIncidents", bucket="to_accept", size=100)
    return {row["receipt_no"]: row["id"] for row in rows}


def _walk_all(walks: Iterable[Walk], *, give_up_at: float) -> None:
    """Several at once, as desks work; the first that fails ends the run."""

    def go(walk: Walk) -> None:
        assert time.monotonic() < give_up_at, f"not done within {GIVE_UP_S} s"
        try:
            walk.go()
        except AssertionError as fault:
            raise AssertionError(f"journey {walk.plan.number} after {walk.journal}: {fault}") from fault

    with ThreadPoolExecutor(DESKS) as desks:
        under_way = [desks.submit(go, walk) for walk in walks]
        try:
            for one in under_way:
                one.result()
        except BaseException:
            desks.shutdown(wait=True, cancel_futures=True)
            raise
