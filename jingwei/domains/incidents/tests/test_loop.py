"""The whole loop through the services, on real PostgreSQL, with everything that can come between."""

from datetime import timedelta

import pytest

from jingwei.domains.clocks.contracts import Colour
from jingwei.domains.incidents import queries, services
from jingwei.domains.incidents.api.shaping import incident_out
from jingwei.domains.incidents.contracts import State
from jingwei.domains.incidents.services import Verdict
from jingwei.domains.incidents.tests.walking import Walk, can_see, photo, proofs, reported
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.scoping import eyes
from tests.cast import CAST, TOWNSHIP, URBAN, WATER

pytestmark = pytest.mark.django_db


def offered(actor: Actor, walk: Walk) -> set[str]:
    with eyes(actor):
        incident = queries.incident_for(actor, walk.case)
        return {action.action.value for action in incident_out(actor, incident, at=walk.at).actions}


def test_from_report_to_rating() -> None:
    walk = (
        reported(file_ids=(photo(CAST.li),))
        .accepted()
        .dispatched()
        .taken()
        .handled()
        .passed()
        .closed()
        .rated()
    )
    assert [(step.action, step.to_state) for step in walk.steps] == [
        ("report", State.REPORTED),
        ("accept", State.ACCEPTED),
        ("dispatch", State.DISPATCHED),
        ("take", State.HANDLING),
        ("handle", State.HANDLED),
        ("pass_check", State.VERIFIED),
        ("close", State.CLOSED),
        ("rate", State.CLOSED),
    ]


def test_the_long_way_round() -> None:
    """Escalated, returned, dispatched elsewhere, extended, suspended, failed, closed, reopened, and closed again."""
    walk = reported().accepted().escalated().dispatched(CAST.zhao)
    services.return_task(CAST.qian, walk.case, remark="属于供水职责", at=walk.later())
    walk.dispatched(CAST.zhao, WATER).taken(CAST.feng)
    services.ask_extension(CAST.feng, walk.case, remark="等配件", limit="2d", at=walk.later())
    services.grant_extension(CAST.zhao, walk.case, at=walk.later())
    walk.suspended(CAST.zhao)
    services.resume_incident(CAST.zhao, walk.case, at=walk.later(days=2))
    walk.handled(CAST.feng)
    services.fail_check(CAST.lin, walk.case, remark="仍在漏水", at=walk.later())
    walk.handled(CAST.feng).passed().closed(CAST.zhao)
    services.rate_incident(CAST.li, walk.case, Verdict(stars=2, is_solved=False), at=walk.later())
    services.reopen_incident(CAST.li, walk.case, remark="又漏了", at=walk.later())
    walk.dispatched(CAST.zhao, URBAN).taken().handled().passed(CAST.zhao).closed(CAST.zhao).rated()
    row = walk.row
    assert (row.state, row.centre_area, row.version) == (State.CLOSED, TOWNSHIP, 24)
    assert [(task.unit_id, task.outcome) for task in walk.tasks] == [
        (URBAN, "returned"),
        (WATER, "handled"),
        (WATER, "handled"),
        (URBAN, "handled"),
    ]
    for one in (CAST.li, CAST.lin, CAST.wu, CAST.zhao, CAST.qian, CAST.feng):
        assert can_see(one, walk.case)
    for stranger in (CAST.chen, CAST.mao, CAST.zhou, CAST.tang, CAST.shen, CAST.wang):
        assert not can_see(stranger, walk.case)


def test_everybody_is_offered_exactly_their_own_buttons() -> None:
    walk = reported()
    assert offered(CAST.wu, walk) == {"accept", "correct", "escalate", "void", "note", "ask_reporter"}
    assert offered(CAST.zhao, walk) == {"take_up", "note", "urge"}
    assert offered(CAST.luo, walk) == {"accept", "note", "ask_reporter", "urge", "instruct"}
    assert offered(CAST.lin, walk) == {"note"}
    assert offered(CAST.li, walk) == {"edit"}
    walk.accepted()
    assert offered(CAST.wu, walk) == {
        *("correct", "escalate", "void", "dispatch", "suspend", "note", "ask_reporter"),
        *("split", "ask_assist"),
    }
    assert offered(CAST.li, walk) == set()
    walk.dispatched()
    assert offered(CAST.qian, walk) == {"take", "return", "object", "note", "ask_reporter"}
    assert offered(CAST.xu, walk) == {
        *("take", "return", "object", "assign", "note", "ask_reporter", "urge"),
    }
    walk.taken()
    assert offered(CAST.qian, walk) == {
        *("return", "object", "handle", "ask_extension", "note", "hand_over", "ask_reporter"),
    }
    assert offered(CAST.guo, walk) == {"note", "urge", "instruct"}
    walk.handled()
    assert offered(CAST.lin, walk) == {"pass_check", "fail_check", "note"}
    assert offered(CAST.qian, walk) == {"note", "hand_over"}
    walk.passed().closed()
    assert offered(CAST.li, walk) == {"rate", "reopen"}
    assert offered(CAST.wu, walk) == {"reopen", "note"}


def test_colours_follow_the_clock() -> None:
    walk = reported().accepted().dispatched()

    def colour(**later: float) -> str:
        with eyes(CAST.wu):
            incident = queries.incident_for(CAST.wu, walk.case)
            return str(incident_out(CAST.wu, incident, at=walk.at + timedelta(**later)).colour)

    assert colour() == Colour.RUNNING
    assert colour(hours=23) == Colour.MAY_OVERRUN
    assert colour(hours=25) == Colour.OVERDUE
    walk.suspended()
    assert colour(days=5) == Colour.WAITING
    services.resume_incident(CAST.wu, walk.case, at=walk.later())
    walk.taken().handled().passed().closed()
    assert colour(days=50) == Colour.DONE


def test_a_late_step_is_marked_late_and_a_timely_one_is_not() -> None:
    walk = reported().accepted()
    walk.later(days=2)
    walk.dispatched().taken()
    services.handle_task(CAST.qian, walk.case, remark="已清运", proofs=proofs(CAST.qian), at=walk.later())
    with eyes(CAST.wu):
        shown = incident_out(CAST.wu, queries.incident_for(CAST.wu, walk.case), at=walk.at)
    assert [(step.action, step.is_late) for step in shown.steps] == [
        ("report", False),
        ("accept", False),
        ("dispatch", True),
        ("take", False),
        ("handle", False),
    ]


def test_the_reporter_reads_which_unit_acted_and_not_which_person() -> None:
    walk = reported().accepted().dispatched().taken()
    with eyes(CAST.li):
        shown = incident_out(CAST.li, queries.incident_for(CAST.li, walk.case), at=walk.at)
    assert {step.actor_name for step in shown.steps} == {""}
    assert shown.steps[-1].unit_name == "资阳区城市管理和综合执法局"
    assert all(task.assignee_post_id is None for task in shown.tasks)
    assert shown.reporter is not None
    assert shown.reporter.phone == "138****2345"
