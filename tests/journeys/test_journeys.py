"""From report to rating over HTTP: imported messages and live reports, with everything that happens on the way."""

import pytest

from tests.journeys.journeys import Run
from tests.journeys.plans import Turn
from tests.journeys.servers import database_role
from tests.journeys.walk import CLOSED, VOIDED

pytestmark = pytest.mark.slow

OWN_STEPS = "select action, version, to_state from incidents_step where incident_id = %s order by version"


def test_every_message_and_report_is_walked_to_its_end(run: Run) -> None:
    assert database_role(run.house) == "jingwei_app"
    assert len(run.imported) == len(run.brought_in.receipts) > 0
    assert f"已导入 {len(run.imported)}，" in run.brought_in.said
    for walk in run.walks:
        assert walk.ended_in == (VOIDED if Turn.VOIDED in walk.plan.turns else CLOSED), walk.journal


def test_it_stands_where_it_should_for_those_who_ask_over_http(run: Run) -> None:
    people = run.people
    listed = {row["id"]: row for row in people.zhao.all_rows("listIncidents", size=100)}
    for walk in run.walks:
        row = listed[walk.incident_id]
        assert (row["state"], row["version"]) == (walk.ended_in, len(walk.journal)), walk.journal
        assert row["closed_at"] is not None
    for desk in (people.wu, people.zhao, people.sun):
        waiting = {row["id"] for row in desk.all_rows("listIncidents", bucket="overdue", size=100)}
        assert not waiting & {walk.incident_id for walk in run.walks}


def test_the_course_in_the_database_is_the_one_that_was_walked(run: Run) -> None:
    for walk in run.walks:
        steps = run.house.rows(OWN_STEPS, walk.incident_id)
        assert [step[0] for step in steps] == walk.journal
        assert [step[1] for step in steps] == list(range(1, len(steps) + 1))
        stored = run.house.rows(
            "select state, version, is_history from incidents_incident where id = %s", walk.incident_id
        )
        assert stored == [(walk.ended_in, len(steps), False)]
        assert steps[-1][2] == walk.ended_in
        tasks = "select count(*) from incidents_assignment where incident_id = %s and ended_at is null"
        assert run.house.number(tasks, walk.incident_id) == 0
        ratings = "select count(*) from incidents_rating where incident_id = %s"
        assert run.house.number(ratings, walk.incident_id) == walk.ratings


def test_the_writers_of_imported_messages_rated_by_their_tracking_codes(run: Run) -> None:
    rated = [walk for walk in run.imported if walk.ratings]
    assert len(rated) > len(run.imported) // 2
    assert all(walk.account is None for walk in rated)
    assert [walk.ratings for walk in run.live if walk.account is not None] == [1, 2, 1, 1]


def test_every_turn_was_taken(run: Run) -> None:
    taken = {turn for walk in run.walks for turn in walk.plan.turns}
    assert taken == set(Turn)


def test_a_report_with_its_photos_is_seen_by_those_concerned_and_by_no_stranger(run: Run) -> None:
    people = run.people
    handled = [walk for walk in run.live if walk.ended_in == CLOSED]
    walk = next(one for one in handled if one.account is not None)
    seen = people.li.call("getIncident", incident_id=walk.incident_id)
    assert seen["attachments"]
    file_id = seen["attachments"][0]["file_id"]
    for sees in (people.li, people.wu, people.zhao, people.sun, people.qian):
        assert sees.call("downloadFile", file_id=file_id)[:3] == b"\xff\xd8\xff"
    for stranger in (people.mao, people.zhou, people.tang, people.wang, people.feng):
        for operation, part in (
            ("getIncident", {"incident_id": walk.incident_id}),
            ("downloadFile", {"file_id": file_id}),
        ):
            refusal = stranger.refused(operation, 404, "not_found", "没有找到，或不在您的辖区内", **part)
            assert refusal["data"] == {}, "a stranger must not learn that it exists"
