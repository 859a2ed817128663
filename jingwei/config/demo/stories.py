"""The demo's made-up reports, the courses they take, and how long each step of a course is waited for."""

import csv
import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib import resources
from uuid import UUID

from jingwei.config.demo.organisation import id_of
from jingwei.config.demo.pace import Clock, Pace, course_moments, share_of
from jingwei.domains.clocks.contracts import Colour, Limit, WorkingTime
from jingwei.domains.incidents.contracts import Action
from jingwei.domains.incidents.rules.intake import limit_for
from jingwei.domains.incidents.rules.lifecycle import Stage
from jingwei.domains.routing.contracts import ItemBrief

A = Action
TAKEN = (A.ACCEPT, A.DISPATCH, A.TAKE)
CLOSED = (*TAKEN, A.HANDLE, A.PASS_CHECK, A.CLOSE)
TIP, ABOUT_UNIT = "tip", "about_unit"

COURSES: dict[str, tuple[Action, ...]] = {
    "to_accept": (),
    TIP: (),
    ABOUT_UNIT: (),
    "escalated": (A.ESCALATE,),
    "taken_up": (A.TAKE_UP, A.ACCEPT),
    "to_dispatch": (A.ACCEPT,),
    "returned": (A.ACCEPT, A.DISPATCH, A.RETURN),
    "waiting": (A.ACCEPT, A.DISPATCH),
    "in_hand": TAKEN,
    "assigned": (A.ACCEPT, A.DISPATCH, A.ASSIGN),
    "extension_asked": (*TAKEN, A.ASK_EXTENSION),
    "extended": (*TAKEN, A.ASK_EXTENSION, A.GRANT_EXTENSION),
    "not_extended": (*TAKEN, A.ASK_EXTENSION, A.REFUSE_EXTENSION),
    "asked": (*TAKEN, A.ASK_REPORTER),
    "answered": (*TAKEN, A.ASK_REPORTER, A.ANSWER),
    "urged": (*TAKEN, A.URGE),
    "instructed": (*TAKEN, A.URGE, A.INSTRUCT),
    "suspended": (*TAKEN, A.SUSPEND),
    "resumed": (*TAKEN, A.SUSPEND, A.RESUME),
    "to_verify": (*TAKEN, A.HANDLE),
    "redo": (*TAKEN, A.HANDLE, A.FAIL_CHECK),
    "to_close": (*TAKEN, A.HANDLE, A.PASS_CHECK),
    "closed": CLOSED,
    "rated": (*CLOSED, A.RATE),
    "redone": (*TAKEN, A.HANDLE, A.FAIL_CHECK, A.HANDLE, A.PASS_CHECK, A.CLOSE, A.RATE),
    "reopened": (*CLOSED, A.RATE, A.REOPEN),
    "reopened_again": (*CLOSED, A.RATE, A.REOPEN, A.DISPATCH, A.TAKE),
    "void": (A.VOID,),
}
"""What happens after the report, by the name that the facts file gives a course."""

STAGE_BEGUN_BY = {
    A.ESCALATE: Stage.ACCEPT,
    A.TAKE_UP: Stage.ACCEPT,
    A.ACCEPT: Stage.DISPATCH,
    A.RETURN: Stage.DISPATCH,
    A.REOPEN: Stage.DISPATCH,
    A.DISPATCH: Stage.HANDLE,
    A.FAIL_CHECK: Stage.HANDLE,
    A.HANDLE: Stage.VERIFY,
    A.PASS_CHECK: Stage.CLOSE,
}

SHARES = {
    A.ESCALATE: (0.2, 0.7, 300),
    A.TAKE_UP: (0.2, 0.7, 300),
    A.ACCEPT: (0.1, 0.8, 300),
    A.DISPATCH: (0.1, 0.8, 300),
    A.TAKE: (0.03, 0.2, 240),
    A.ASSIGN: (0.03, 0.2, 240),
    A.RETURN: (0.1, 0.4, 400),
    A.HANDLE: (0.2, 0.7, 1800),
    A.ASK_EXTENSION: (0.2, 0.4, 1200),
    A.GRANT_EXTENSION: (0.02, 0.05, 300),
    A.REFUSE_EXTENSION: (0.02, 0.05, 300),
    A.ASK_REPORTER: (0.05, 0.2, 300),
    A.URGE: (1.0, 1.2, 3600),
    A.INSTRUCT: (0.05, 0.1, 240),
    A.SUSPEND: (0.1, 0.3, 600),
    A.RESUME: (0.2, 0.3, 1200),
    A.FAIL_CHECK: (0.1, 0.5, 400),
    A.PASS_CHECK: (0.1, 0.8, 400),
    A.CLOSE: (0.1, 0.8, 400),
    A.VOID: (0.2, 0.8, 300),
}
"""How much of the running limit passes before a step, from and to, and the working minutes it takes at most."""
LATE_ONE_IN = 9
LATE_SHARE = 1.25
LATE_MINUTES = 3600
REPORTER_MINUTES = (60, 700)
"""Working minutes until the reporter rates, answers a question, or asks to open again."""
CALLED_AT = ("zhao", "sun")
"""Desks of the cast that take calls for their centres, a township's and the county's."""
KNOWS_ITEMS = {"officer", "desk", *CALLED_AT}


@dataclass(frozen=True, slots=True)
class Story:
    """One row of the facts file. ``place`` is a kind of grid, ``reporter`` one of the cast or a kind of person."""

    number: int
    course_name: str
    clock: Colour | None
    place: str
    reporter: str
    has_photo: bool
    item_code: str
    title: str
    words: str
    address: str
    result: str

    @property
    def course(self) -> tuple[Action, ...]:
        return COURSES[self.course_name]

    @property
    def incident_id(self) -> UUID:
        return id_of("incident", str(self.number))

    @property
    def knows_item(self) -> bool:
        """Whether whoever reports names the item, as those do who know the list."""
        return self.reporter in KNOWS_ITEMS

    def dice(self, what_for: str) -> random.Random:
        """Falls the same way every time."""
        return random.Random(f"story {self.number} {what_for}")


def stories() -> list[Story]:
    """The facts file."""
    facts = resources.files(__package__) / "data" / "demo_reports.csv"
    with facts.open(encoding="utf-8", newline="") as lines:
        return [
            Story(
                number=int(row["number"]),
                course_name=row["course"],
                clock=Colour(row["clock"]) if row["clock"] else None,
                place=row["place"],
                reporter=row["reporter"],
                has_photo=row["photo"] == "1",
                item_code=row["item_code"],
                title=row["title"],
                words=row["words"],
                address=row["address"],
                result=row["result"],
            )
            for row in csv.DictReader(lines)
        ]


def moments_of(story: Story, item: ItemBrief, starts: Sequence[datetime], at: datetime) -> list[datetime]:
    """When it is reported and when each step of its course is taken, all before ``at``."""
    dice = story.dice("moments")
    reported_as = item if story.knows_item else None
    limit = _limit(Stage.ACCEPT, reported_as, is_urgent=story.knows_item and item.is_urgent)
    begun_by = 0
    waits: list[Pace] = []
    for number, action in enumerate(story.course, start=1):
        waits.append(_wait(action, limit, dice))
        stage = STAGE_BEGUN_BY.get(action)
        if stage is not None:
            is_known = stage is not Stage.ACCEPT or story.knows_item
            limit = _limit(stage, item if is_known else None, is_urgent=is_known and item.is_urgent)
            begun_by = number
    clock = Clock(begun_by, limit, story.clock) if story.clock else None
    return course_moments(starts, waits, clock, at=at, dice=dice)


def _limit(stage: Stage, item: ItemBrief | None, *, is_urgent: bool) -> Limit:
    found = limit_for(stage, item, is_urgent=is_urgent)
    assert found is not None
    return found


def _wait(action: Action, limit: Limit, dice: random.Random) -> Pace:
    if action in (A.RATE, A.REOPEN, A.ANSWER):
        return WorkingTime(dice.randint(*REPORTER_MINUTES))
    least, most, most_minutes = SHARES[action]
    if action is A.HANDLE and dice.randrange(LATE_ONE_IN) == 0:
        return share_of(limit, LATE_SHARE, most_minutes=LATE_MINUTES)
    return share_of(limit, dice.uniform(least, most), most_minutes=most_minutes)
