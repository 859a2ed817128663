"""The duty matrix on the dispatch screen, in the step, in the limit; villages spared; and tried on the past."""

import json
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from jingwei.domains.clocks.contracts import parse_limit
from jingwei.domains.clocks.queries import deadline_for
from jingwei.domains.incidents import queries, services
from jingwei.domains.incidents.rules.duties import VillageRelieved
from jingwei.domains.incidents.services.simulating import run_simulation, simulate_duties
from jingwei.domains.incidents.tests.walking import Walk, reported, tipped
from jingwei.domains.routing.contracts import NewLine, SimulationBrief, Village
from jingwei.domains.routing.queries.duties import duty_briefs
from jingwei.domains.routing.queries.simulations import simulations_of
from jingwei.domains.routing.rules.refusals import PeriodRefused, SimulationRunning
from jingwei.domains.routing.services import duties
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.access.services import open_session
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import now
from tests.cast import CAST, COMMUNITY, MONDAY_10, TOWNSHIP, URBAN, WATER, centre

pytestmark = pytest.mark.django_db
DAY = MONDAY_10.date()


def in_force(*lines: NewLine) -> int:
    return duties.load_duties(CAST.ding, "权责清单", lines, DAY, at=MONDAY_10).pk


def draft_of(*lines: NewLine) -> int:
    draft = duties.start_draft(CAST.ding, "草稿", at=MONDAY_10)
    for no, line in enumerate(lines, 1):
        duties.save_line(CAST.ding, draft.pk, line, before_no=no)
    return int(draft.pk)


def call(actor: Actor, path: str, body: Any = None, method: str = "GET") -> Any:
    assert actor.person_id is not None
    return Client().generic(
        method,
        f"/api/v1{path}",
        "" if body is None else json.dumps(body),
        content_type="application/json",
        headers={"Authorization": f"Bearer {open_session(actor.person_id, at=now())}"},
    )


def test_the_dispatch_screen_shows_the_line_and_puts_its_lead_first() -> None:
    in_force(
        NewLine(
            lead="water_company",
            assists=("urban_management",),
            item_prefix="0101",
            handle_limit="4h",
            basis="一号文件",
        )
    )
    walk = reported().accepted()
    answer = call(CAST.wu, f"/incidents/{walk.case}/receivers").json()
    assert answer["rows"][0]["unit_id"] == str(WATER)
    assert answer["rows"][0]["reason"].startswith("《权责清单》第1条指定主办")
    assert [row["is_responsible"] for row in answer["rows"]].count(True) == 1
    assert (answer["duty"]["no"], answer["duty"]["lead_name"], answer["duty"]["basis"]) == (
        1,
        answer["rows"][0]["name"],
        "一号文件",
    )
    assert [one["unit_id"] for one in answer["duty"]["assists"]] == [str(URBAN)]
    assert answer["handle_limit"] == "4h"


@pytest.mark.parametrize(("unit_id", "is_followed"), [(WATER, True), (URBAN, False)])
def test_the_step_remembers_the_line_and_the_task_has_its_limit(unit_id: UUID, is_followed: bool) -> None:
    in_force(NewLine(lead="water_company", item_prefix="01", handle_limit="3d"))
    walk = reported().accepted().dispatched(unit_id=unit_id)
    facts = walk.steps[-1].facts
    assert facts["duty_line"] == "《权责清单》第1条"
    assert (facts["duty"]["lead_id"], facts["duty"]["is_followed"]) == (str(WATER), is_followed)
    assert walk.row.due_at == walk.at + timedelta(days=3)


def test_a_limit_given_by_hand_goes_before_the_lines() -> None:
    in_force(NewLine(lead="urban_management", handle_limit="3d"))
    walk = reported().accepted()
    given = {"unit_id": URBAN, "handle_limit": "1d", "remark": "今天必须办完"}
    row = services.dispatch_incident(CAST.wu, walk.case, at=walk.later(), **given)  # type: ignore[arg-type]
    assert row.due_at == walk.at + timedelta(days=1)


@pytest.mark.parametrize("village", [Village.ASSIST, Village.RELIEVED])
def test_work_a_village_does_not_owe_is_refused_with_the_right_receiver(village: Village) -> None:
    in_force(NewLine(lead="urban_management", item_prefix="0101", village=village))
    walk = reported().accepted()
    with pytest.raises(VillageRelieved, match="资阳区城市管理和综合执法局"):
        walk.dispatched(unit_id=centre(COMMUNITY))
    below = reported().escalated().accepted(CAST.zhao)
    with pytest.raises(VillageRelieved):
        below.dispatched(CAST.zhao, centre(COMMUNITY))
    with eyes(CAST.wu):
        shown = queries.receivers_for(queries.incident_for(CAST.wu, walk.case), words="", at=walk.at)
    assert [one.unit.unit_id for one in shown if one.is_relieved] == [centre(COMMUNITY)]
    assert shown[-1].is_relieved
    assert walk.dispatched().row.handler_unit_id == URBAN


def test_what_is_a_villages_own_and_what_townships_do_themselves_goes_through() -> None:
    in_force(
        NewLine(lead="centre", item_prefix="0101", village=Village.SELF),
        NewLine(lead="centre@9", village="assist"),
    )
    assert reported().accepted().dispatched(unit_id=centre(COMMUNITY)).row.handler_unit_id == centre(
        COMMUNITY
    )
    other = reported().escalated().accepted(CAST.zhao, item_code="020101")
    assert other.dispatched(CAST.zhao, centre(TOWNSHIP)).row.handler_unit_id == centre(TOWNSHIP)


def tried(list_id: int, by: Actor = CAST.sun) -> SimulationBrief:
    run = simulate_duties(by, list_id, from_on=DAY, to_on=DAY, at=MONDAY_10 + timedelta(hours=9))
    run_simulation(run.simulation_id, now=lambda: MONDAY_10 + timedelta(hours=9))
    with eyes(by):
        mine = simulations_of(by, at=MONDAY_10 + timedelta(hours=9))
    return next(one for one in mine if one.simulation_id == run.simulation_id)


def walked() -> list[Walk]:
    done = [reported().accepted(item_code="010103").dispatched() for _ in range(2)]
    done.append(reported().accepted(item_code="020101").dispatched(unit_id=WATER))
    tipped().accepted(CAST.sun).dispatched(CAST.sun)
    reported(about_unit_id=WATER)
    return done


def test_a_draft_is_tried_on_the_past_and_shows_what_would_move() -> None:
    walks = walked()
    run = tried(draft_of(NewLine(lead="water_company", item_prefix="010103")))
    found = run.result
    assert (run.total, run.done, run.against_name) == (3, 3, "")
    assert (found["moved"], found["same"] + found["nobody"]) == (2, 1)
    (flow,) = found["flows"]
    assert (flow["from_id"], flow["to_id"], flow["count"]) == (str(URBAN), str(WATER), 2)
    assert {one["incident_id"] for one in flow["sample"]} == {str(one.case) for one in walks[:2]}
    assert (found["handled"], found["as_handled_after"]) == (3, found["as_handled_before"] - 2)
    assert found["lines"] == [[1, 2]]
    assert (found["due_sooner"], found["due_later"], found["limits"]) == (0, 0, [])


def test_a_trial_says_how_much_sooner_or_later_deadlines_would_fall() -> None:
    walks = walked()
    run = tried(draft_of(NewLine(lead="urban_management", item_prefix="010103", handle_limit="2H")))
    own = walks[0].row.stage_limit
    (line,) = run.result["limits"]
    assert (line["from"], line["to"], line["count"]) == (own, "2H", 2)
    accepted_at = walks[0].steps[1].at
    sooner = (
        deadline_for(accepted_at, parse_limit(own)).due_at
        - deadline_for(accepted_at, parse_limit("2H")).due_at
    )
    assert line["hours"] == -round(sooner / timedelta(hours=1), 1)
    assert (run.result["due_sooner"], run.result["due_later"]) == (2, 0)


def test_what_is_in_force_is_what_a_draft_is_compared_with() -> None:
    walked()
    present = in_force(NewLine(lead="water_company"))
    assert tried(present).result["moved"] == 0
    run = tried(draft_of(NewLine(lead="urban_management@6", item_prefix="01")))
    assert (run.against_name, run.result["flows"][0]["from_id"]) == ("权责清单", str(WATER))


def test_a_trial_over_http_shows_matters_only_to_those_who_see_them() -> None:
    walks = walked()
    list_id = draft_of(NewLine(lead="water_company", item_prefix="010103"))
    today = {"duty_list_id": list_id, "from_on": DAY.isoformat(), "to_on": DAY.isoformat()}
    for who, sees in ((CAST.sun, True), (CAST.ding, False)):
        began = call(who, "/duty-simulations", today, "POST")
        assert began.status_code == 201, began.content
        run_simulation(UUID(began.json()["simulation_id"]), now=now)
        (shown,) = call(who, "/duty-simulations").json()
        sample = [one["incident_id"] for flow in shown["result"]["flows"] for one in flow["sample"]]
        assert len(sample) == 2
        assert set(sample) == ({str(one.case) for one in walks[:2]} if sees else {None})
    assert call(CAST.tang, "/duty-simulations").json() == []
    assert call(CAST.tang, "/duty-simulations", today, "POST").json()["total"] == 0
    assert call(CAST.qian, "/duty-simulations").status_code == 403


def test_trials_that_make_no_sense_are_refused() -> None:
    list_id = draft_of(NewLine(lead="water_company"))
    for from_on, to_on in (
        (DAY, DAY - timedelta(days=1)),
        (DAY, DAY + timedelta(days=1)),
        (DAY - timedelta(days=400), DAY),
    ):
        with pytest.raises(PeriodRefused):
            simulate_duties(CAST.sun, list_id, from_on=from_on, to_on=to_on, at=MONDAY_10)
    simulate_duties(CAST.sun, list_id, from_on=DAY, to_on=DAY, at=MONDAY_10)
    with pytest.raises(SimulationRunning):
        simulate_duties(CAST.sun, list_id, from_on=DAY, to_on=DAY, at=MONDAY_10)
    simulate_duties(CAST.sun, list_id, from_on=DAY, to_on=DAY, at=MONDAY_10 + timedelta(minutes=5))
    assert [one.name for one in duty_briefs(with_drafts=True)] == ["草稿"]
