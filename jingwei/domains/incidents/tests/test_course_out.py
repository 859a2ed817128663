"""What the page draws the course from: lanes, directions, facts; the operation behind each button; files' facts."""

import pytest
from django.test import Client

from jingwei.domains.incidents import queries, services
from jingwei.domains.incidents.api.parts import operation_of
from jingwei.domains.incidents.api.schemas import IncidentOut
from jingwei.domains.incidents.api.shaping import incident_out
from jingwei.domains.incidents.contracts import Action
from jingwei.domains.incidents.rules.lanes import tone_of
from jingwei.domains.incidents.rules.lifecycle import MOVES
from jingwei.domains.incidents.tests.walking import Walk, photo, reported
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.scoping import eyes
from tests.cast import CAST, URBAN

pytestmark = pytest.mark.django_db


def shown(walk: Walk, by: Actor = CAST.zhao) -> IncidentOut:
    with eyes(by):
        return incident_out(by, queries.incident_for(by, walk.case), at=walk.at)


def test_each_step_stands_in_the_lane_of_who_did_it_and_says_where_it_moved() -> None:
    walk = reported().accepted().escalated()
    services.dispatch_incident(CAST.zhao, walk.case, unit_id=URBAN, remark="请尽快", at=walk.later())
    walk.taken().handled().passed().closed(by=CAST.zhao)
    steps = shown(walk).steps
    assert [(step.action.value, step.lane) for step in steps] == [
        ("report", "reporter"),
        ("accept", "community"),
        ("escalate", "township"),
        ("dispatch", "township"),
        ("take", "unit"),
        ("handle", "unit"),
        ("pass_check", "grid"),
        ("close", "township"),
    ]
    assert [step.direction for step in steps].count("up") == 1
    assert steps[2].direction == "up"
    assert steps[3].facts["unit_name"] == shown(walk).unit_name


def test_ids_and_the_reporters_former_words_stay_behind() -> None:
    walk = reported(by=CAST.li)
    services.edit_report(CAST.li, walk.case, words="改过的内容", address=None, file_ids=[], at=walk.later())
    walk.accepted().dispatched()
    facts = {key for step in shown(walk, CAST.wu).steps for key in step.facts}
    assert "unit_name" in facts
    assert not facts & {"unit_id", "words_before", "address_before", "post_id"}


def test_the_item_says_how_it_is_handled_and_which_proof_is_still_missing() -> None:
    walk = reported(file_ids=(photo(CAST.li),)).accepted().dispatched().taken()
    seen = shown(walk, CAST.qian)
    assert seen.item is not None
    assert seen.item.closing_standard
    assert {one.kind: one.is_shown for one in seen.item.evidence} == {
        "photo_before": True,
        "photo_after": False,
    }
    (handle,) = [one for one in seen.actions if one.action is Action.HANDLE]
    assert [one.kind for one in handle.evidence] == ["photo_after"]
    (file,) = seen.attachments
    assert (file.file_kind, file.is_held, file.kind) == ("photo", True, "report")


def test_who_has_the_task_is_named_to_staff_and_not_to_the_reporter() -> None:
    walk = reported(by=CAST.li).accepted().dispatched().taken()
    assert shown(walk, CAST.wu).tasks[0].assignee_name == "钱伟"
    assert shown(walk, CAST.li).tasks[0].assignee_name == ""


def test_every_button_names_an_operation_of_the_document() -> None:
    paths = Client().get("/api/v1/openapi.json").json()["paths"]
    known = {one["operationId"] for path in paths.values() for one in path.values()}
    assert {operation_of(move.action) for move in MOVES} <= known


def test_the_number_is_offered_only_to_those_who_may_see_it() -> None:
    walk = reported().accepted().dispatched()
    centre, above = shown(walk, CAST.wu).reporter, shown(walk, CAST.zhao).reporter
    assert centre is not None
    assert centre.may_reveal
    assert above is None
    without = shown(reported(reporter_phone=""), CAST.wu).reporter
    assert without is not None
    assert not without.may_reveal


def test_a_step_is_coloured_by_lateness_then_by_how_it_went() -> None:
    assert {one: tone_of(one, is_late=True) for one in (Action.HANDLE, Action.RETURN, Action.CLOSE)} == {
        Action.HANDLE: "late",
        Action.RETURN: "late",
        Action.CLOSE: "late",
    }
    told = (Action.RETURN, Action.VOID, Action.CLOSE, Action.SUSPEND, Action.HAND_OVER, Action.TAKE)
    assert [tone_of(one, is_late=False) for one in told] == ["back", "back", "end", "wait", "note", "plain"]
