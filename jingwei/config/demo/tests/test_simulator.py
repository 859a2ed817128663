"""The demo's made-up month: walked through the services, spread over every stage, written once."""

import io
import re
from collections import Counter
from datetime import datetime, timedelta
from itertools import pairwise
from uuid import UUID

import pikepdf
import pytest
from PIL import Image

from jingwei.config.demo.divisions import SMALL_COUNTY_CODE
from jingwei.config.demo.organisation import TOWNSHIP, cast_members
from jingwei.config.demo.pace import DAYS_BACK, report_moments
from jingwei.config.demo.placeholders import PHOTO_SIZE, drawn_paper, drawn_photo
from jingwei.config.demo.simulator import SIMULATOR, simulate
from jingwei.config.demo.staff import Staff
from jingwei.config.demo.stories import COURSES, Story, moments_of, stories
from jingwei.config.demo.tests.conftest import BROKEN_OFF_AT, WEDNESDAY_15, Demo, counts
from jingwei.config.standard import standard_items
from jingwei.domains.clocks.contracts import Colour, colour
from jingwei.domains.incidents.contracts import Action, State
from jingwei.domains.incidents.models import Incident, Rating, Step
from jingwei.domains.incidents.queries import Bucket, inbox_counts
from jingwei.domains.incidents.rules.lifecycle import is_open
from jingwei.domains.incidents.rules.personal import REPORTER_PHONE
from jingwei.domains.returnvisits.models import Visit
from jingwei.domains.routing.queries import item_in_force
from jingwei.foundation.access.contracts import Actor, Role
from jingwei.foundation.files.models import File
from jingwei.foundation.privacy.services import masked_value
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import BEIJING, local

END_STATES = {
    "to_accept": State.REPORTED,
    "tip": State.REPORTED,
    "about_unit": State.REPORTED,
    "escalated": State.REPORTED,
    "taken_up": State.ACCEPTED,
    "to_dispatch": State.ACCEPTED,
    "returned": State.ACCEPTED,
    "reopened": State.ACCEPTED,
    "waiting": State.DISPATCHED,
    "in_hand": State.HANDLING,
    "assigned": State.HANDLING,
    "extension_asked": State.HANDLING,
    "extended": State.HANDLING,
    "not_extended": State.HANDLING,
    "asked": State.HANDLING,
    "answered": State.HANDLING,
    "urged": State.HANDLING,
    "instructed": State.HANDLING,
    "suspended": State.HANDLING,
    "resumed": State.HANDLING,
    "redo": State.HANDLING,
    "reopened_again": State.HANDLING,
    "to_verify": State.HANDLED,
    "to_close": State.VERIFIED,
    "closed": State.CLOSED,
    "rated": State.CLOSED,
    "redone": State.CLOSED,
    "void": State.VOIDED,
}


def by_story() -> dict[Story, Incident]:
    with eyes(SIMULATOR):
        rows = {row.pk: row for row in Incident.objects.visible_to(SIMULATOR)}
    return {story: rows[story.incident_id] for story in stories()}


def colour_of(row: Incident) -> Colour:
    return colour(
        now=WEDNESDAY_15,
        due_at=row.due_at,
        warn_at=row.warn_at,
        is_done=not is_open(State(row.state)),
        is_waiting=row.suspended_at is not None,
    )


def taken_up_after_a_visit() -> set[UUID]:
    """Matters of which somebody said on the phone that they are not solved."""
    with eyes(SIMULATOR):
        told = Visit.objects.visible_to(SIMULATOR).filter(reopened_at__isnull=False)
        return set(told.values_list("incident_id", flat=True))


@pytest.mark.slow
@pytest.mark.usefixtures("demo")
def test_every_story_stands_where_it_was_meant_to() -> None:
    rows = by_story()
    again = taken_up_after_a_visit()
    assert {story.number: State(row.state) for story, row in rows.items()} == {
        story.number: State.ACCEPTED if story.incident_id in again else END_STATES[story.course_name]
        for story in rows
    }
    assert len(again) == 1
    wanted = {story.number: story.clock for story in rows if story.clock}
    assert {story.number: colour_of(row) for story, row in rows.items() if story.clock} == wanted
    assert Counter(colour_of(row) for row in rows.values()).keys() == set(Colour)


@pytest.mark.slow
@pytest.mark.usefixtures("demo")
def test_people_took_every_step_in_order_and_in_the_past() -> None:
    with eyes(SIMULATOR):
        told = [story.incident_id for story in stories()]
        steps = list(Step.objects.filter(incident_id__in=told).order_by("incident_id", "version"))
        rated = Rating.objects.count()
    assert {step.role for step in steps} >= {
        Role.PUBLIC,
        Role.RESIDENT,
        Role.OFFICER,
        Role.DESK,
        Role.HANDLER,
    }
    by_system = {(step.incident_id, step.action) for step in steps if step.role == Role.SYSTEM}
    assert by_system == {(one, Action.REOPEN.value) for one in taken_up_after_a_visit()}
    assert rated == sum("rate" in story.course for story in stories())
    for before, after in pairwise(steps):
        assert before.incident_id != after.incident_id or before.at < after.at
    assert all(WEDNESDAY_15 - timedelta(days=DAYS_BACK) <= step.at < WEDNESDAY_15 for step in steps)


@pytest.mark.slow
def test_a_month_that_broke_off_in_the_middle_is_finished(demo: Demo) -> None:
    assert demo.after_incidents.counts["incidents_incident"] == BROKEN_OFF_AT
    assert f"新增事件 {len(stories()) - BROKEN_OFF_AT} 件" in demo.said


@pytest.mark.slow
def test_a_second_time_adds_nothing(demo: Demo) -> None:
    before = counts(demo.database)
    told: list[str] = []
    assert simulate(at=WEDNESDAY_15 + timedelta(days=3), say=told.append) == 0
    assert counts(demo.database) == before
    assert told == []


@pytest.mark.slow
@pytest.mark.usefixtures("demo")
def test_the_cast_finds_work_in_its_inboxes() -> None:
    def trays(actor: Actor) -> set[Bucket]:
        with eyes(actor):
            return {bucket for bucket, count in inbox_counts(actor, at=WEDNESDAY_15).items() if count}

    cast = posts_of_cast()
    assert trays(cast["lin"]) == trays(cast["chen"]) == {Bucket.TO_VERIFY}
    # Every post of the demo city is held: nothing lies with nobody.
    not_here = {
        Bucket.TO_TAKE,
        Bucket.IN_HAND,
        Bucket.TIPS,
        Bucket.NOBODYS,
        Bucket.TO_ASSIST,
        Bucket.DISPUTED,
    }
    every_tray_of_a_centre = set(Bucket) - not_here
    assert trays(cast["wu"]) == every_tray_of_a_centre
    assert trays(cast["zhao"]) >= {Bucket.TO_ACCEPT, Bucket.TO_DISPATCH, Bucket.WAITING_FOR_UNITS}
    assert trays(cast["sun"]) >= {Bucket.TO_ACCEPT, Bucket.TO_DISPATCH, Bucket.WAITING_FOR_UNITS}
    every_tray_of_a_unit = {Bucket.TO_TAKE, Bucket.IN_HAND, Bucket.OVERDUE, Bucket.NOBODYS}
    assert trays(cast["qian"]) == trays(cast["xu"]) == every_tray_of_a_unit


def posts_of_cast() -> dict[str, Actor]:
    with eyes(SIMULATOR):
        everybody = Staff(SMALL_COUNTY_CODE).everybody()
    usernames = {member.person_id: member.username for member in cast_members()}
    return {usernames[one.person_id]: one for one in everybody if one.person_id in usernames}


@pytest.mark.slow
@pytest.mark.usefixtures("demo")
def test_tips_and_reports_about_a_unit_are_kept_from_those_below() -> None:
    rows = {story.course_name: row for story, row in by_story().items()}
    assert rows["tip"].channel == "tip"
    assert rows["tip"].receiving_post_id is not None
    assert rows["about_unit"].centre_area == TOWNSHIP
    assert rows["about_unit"].about_unit_id is not None


@pytest.mark.slow
@pytest.mark.usefixtures("demo")
def test_nobody_can_be_rung() -> None:
    shown = {masked_value(REPORTER_PHONE, row.reporter_phone_sealed) for row in by_story().values()}
    numbers = shown - {None}
    assert numbers
    assert all(str(number).startswith("169") for number in numbers)


@pytest.mark.slow
@pytest.mark.usefixtures("demo")
def test_every_proof_is_a_drawing() -> None:
    with eyes(SIMULATOR):
        photos = File.objects.filter(kind="photo").values_list(
            "width", "height", "faces_masked", "claimed_at"
        )
        rows = list(photos)
    assert {(width, height) for width, height, _, _ in rows} == {PHOTO_SIZE}
    assert all(faces == 0 and claimed_at is not None for _, _, faces, claimed_at in rows)


@pytest.mark.slow
@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize(
    "at",
    [
        datetime(2026, 11, 22, 5, 30, tzinfo=BEIJING),  # before dawn on a Sunday
        datetime(2026, 10, 7, 23, 30, tzinfo=BEIJING),  # the last night of the longest feast but one
        datetime(2026, 2, 23, 12, 0, tzinfo=BEIJING),  # the last day of the longest
        datetime(2027, 3, 1, 9, 0, tzinfo=BEIJING),  # a year without an official calendar
    ],
    ids=["sunday", "october", "spring", "no-calendar"],
)
def test_whenever_it_is_seeded_everything_lies_in_the_past(at: datetime) -> None:
    starts = report_moments(at)
    for story in stories():
        moments = moments_of(story, item_in_force(story.item_code, on=local(at).date()), starts, at)
        assert at - timedelta(days=DAYS_BACK) <= moments[0]
        assert moments == sorted(set(moments))
        assert moments[-1] <= at


def test_the_facts_fit_the_list_of_items() -> None:
    evidence = {item.item_code: item.evidence for item in standard_items()}
    told = stories()
    assert 110 <= len(told) <= 150
    assert {story.course_name for story in told} == set(COURSES) == set(END_STATES)
    assert [story.number for story in told] == list(range(1, len(told) + 1))
    assert {story.item_code for story in told} <= set(evidence)
    assert len({story.words for story in told}) == len({story.title for story in told}) == len(told)
    assert not [story.number for story in told if re.search(r"\d{5}", story.words + story.address)]
    assert not [story.number for story in told if "handle" in story.course and not story.result]


def test_pictures_and_papers_can_be_opened() -> None:
    with Image.open(io.BytesIO(drawn_photo("a", is_before=True))) as photo:
        assert photo.size == PHOTO_SIZE
    assert drawn_photo("a", is_before=True) != drawn_photo("a", is_before=False)
    for kind in ("document", "call_record"):
        with pikepdf.open(io.BytesIO(drawn_paper(kind))) as paper:
            assert len(paper.pages) == 1
