"""Borders move: versions by the day, rows that follow, open work, posts, and all of it undone."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import connection

from jingwei.domains.incidents import services
from jingwei.domains.incidents.models import Incident
from jingwei.domains.incidents.tests.walking import Walk, can_see, reported, rows, spot, tipped
from jingwei.foundation.access.models import Post, Unit
from jingwei.foundation.areas.contracts import Place
from jingwei.foundation.areas.queries import area_by_code, locate, place_on
from jingwei.foundation.notices.models import Notice
from jingwei.foundation.scoping import eyes
from jingwei.foundation.territory.models import Move, Run
from jingwei.foundation.territory.services import moving
from jingwei.foundation.territory.services.moving import advance_run, revive_silent_runs, run_to_end
from jingwei.foundation.territory.services.publishing import open_due, publish_draft, undo_publication
from jingwei.foundation.territory.services.telling import tell_of_division
from jingwei.foundation.territory.tests.conftest import Call, Table, call, line, table
from jingwei.kernel.clock import local, now
from tests.cast import (
    CAST,
    COMMUNITY,
    GRID_1,
    GRID_2,
    GRID_3,
    OTHER_COMMUNITY,
    SOUTH,
    STEP,
    TOWNSHIP,
    WEST,
    centre,
)

__all__ = ["call", "table"]
pytestmark = pytest.mark.django_db
NEW = COMMUNITY + "003"
A_DAY = timedelta(days=1)


def today() -> str:
    return local(now()).date().isoformat()


def split_grid_1(table: Table) -> None:
    """The eastern half of the first grid becomes the third."""
    middle = WEST + STEP * 0.5
    table.do("split", feature_id=table.id_of(GRID_1), line=line((middle, SOUTH), (middle, SOUTH + STEP)))


def runs_going() -> list[UUID]:
    with eyes(CAST.machine):
        return list(Run.objects.exclude(state="done").values_list("id", flat=True))


def move_rows() -> None:
    """What the queue does, up to the very end."""
    for run_id in runs_going():
        run_to_end(run_id, now=now)


def told(call: Call, published: Any) -> Any:
    answer = call(CAST.ding, "GET", f"/territory/publications/{published['publication_id']}")
    assert answer.status_code == 200
    return answer.json()


def undo(call: Call, published: Any) -> Any:
    path = f"/territory/publications/{published['publication_id']}/undo"
    return call(CAST.ding, "POST", path, {"reason": "划错了，先恢复"})


def places(walk: Walk) -> tuple[str | None, ...]:
    row: Incident = walk.row
    return row.scope_code, row.grid_code, row.community_code, row.day_code


def without_position(code: str) -> Walk:
    return reported(position=None, area_code=code)


def test_rows_follow_their_ground_and_keep_that_days_grid(call: Call, table: Table) -> None:
    west, east = reported(position=spot(east=0.2)), reported(position=spot(east=0.8))
    closed = reported(position=spot(east=0.9)).accepted().dispatched().taken().handled().passed().closed()
    somewhere = without_position(GRID_1)
    split_grid_1(table)
    published = table.publish(today())
    assert (published["state"], published["opened"], published["changed"], published["closed"]) == (
        "moving",
        1,
        1,
        0,
    )
    assert can_see(CAST.lin, east.case)  # nothing has moved yet
    move_rows()
    after = told(call, published)
    assert (after["state"], after["run"]["state"]) == ("in_force", "done")
    assert (after["run"]["total"], after["run"]["done"]) == (2, 2)
    assert places(west) == (GRID_1, GRID_1, COMMUNITY, None)
    assert places(east) == (NEW, NEW, COMMUNITY, GRID_1)
    assert places(closed) == (NEW, NEW, COMMUNITY, GRID_1)
    assert places(somewhere) == (GRID_1, GRID_1, COMMUNITY, None)
    assert not can_see(CAST.lin, east.case)
    assert can_see(CAST.lin, west.case)
    assert can_see(CAST.wu, east.case)
    yesterday = local(now()).date() - A_DAY
    where = spot(east=0.8)
    assert locate(where.lon, where.lat) == Place(NEW, None)
    assert place_on(where.lon, where.lat, on=yesterday) == Place(GRID_1, None)
    assert area_by_code(GRID_1, on=yesterday).valid_to_on == local(now()).date()


def test_an_undone_publication_leaves_everything_as_it_was(call: Call, table: Table) -> None:
    east, somewhere = reported(position=spot(east=0.8)), without_position(GRID_1)
    before = places(east), places(somewhere), area_by_code(GRID_1).pk
    split_grid_1(table)
    published = table.publish(today())
    refused = undo(call, published)
    assert (refused.status_code, refused.json()["code"]) == (409, "territory.not_to_be_undone")
    move_rows()
    late = reported(position=spot(east=0.7))
    assert places(late)[0] == NEW
    assert told(call, published)["can_undo"]
    answer = undo(call, published)
    assert (answer.status_code, answer.json()["state"]) == (200, "undoing")
    move_rows()
    assert told(call, published)["state"] == "undone"
    assert (places(east), places(somewhere), area_by_code(GRID_1).pk) == before
    assert places(late) == (GRID_1, GRID_1, COMMUNITY, NEW)
    assert undo(call, published).status_code == 409


def test_undoing_on_a_later_day_begins_the_old_borders_once_more(call: Call, table: Table) -> None:
    east = reported(position=spot(east=0.8))
    split_grid_1(table)
    published = table.publish(today())
    move_rows()
    undo_publication(
        CAST.ding, UUID(published["publication_id"]), reason="住户反映不便", at=now() + 3 * A_DAY
    )
    move_rows()
    assert places(east) == (GRID_1, GRID_1, COMMUNITY, None)
    day = local(now()).date()
    where = spot(east=0.8)
    codes = [place_on(where.lon, where.lat, on=day + n * A_DAY).area_code for n in (-1, 0, 2, 3)]
    assert codes == [GRID_1, NEW, NEW, GRID_1]


def test_what_newer_stands_on_cannot_be_undone(call: Call, table: Table) -> None:
    split_grid_1(table)
    first = table.publish(today())
    move_rows()
    second = Table(call, CAST.ding, TOWNSHIP)
    second.do("describe", feature_id=second.id_of(NEW), name="新村网格")
    second.check()
    same_day = second.send("/publish", on=today(), reason="改名")
    assert (same_day.status_code, same_day.json()["code"]) == (409, "territory.same_day")
    later = now() + A_DAY
    publish_draft(
        CAST.ding,
        UUID(second.draft["draft_id"]),
        version=second.draft["version"],
        on=local(later).date(),
        reason="改名",
        at=later,
    )
    refused = undo(call, first)
    assert (refused.status_code, refused.json()["code"]) == (409, "territory.newer_stands")
    assert "新村网格" in refused.json()["message"]


def test_posts_of_a_closing_grid_are_answered_for_before_it_closes(call: Call, table: Table) -> None:
    lost, placed = without_position(GRID_1), reported(position=spot(east=0.3))
    table.do("close", feature_id=table.id_of(GRID_1), gives_to=table.id_of(GRID_2))
    effects = table.ask("/effects")
    assert [(one["title"], one["offers"]) for one in effects["posts"]] == [
        ("迎春社区第一网格officer", [GRID_2])
    ]
    assert {one["table"]: (one["rows"], one["open_rows"]) for one in effects["rows"]}[
        "incidents_incident"
    ] == (
        2,
        2,
    )
    assert table.check()["unanswered_posts"] == 1
    assert table.draft["state"] == "draft"
    refused = table.send("/publish", on=today(), reason="合并")
    assert (refused.status_code, refused.json()["code"]) == (409, "territory.draft_not_checked")
    for wrong in (GRID_1, GRID_3[:9], "430903001001001"):
        bad = table.send(
            "/answers", answers=[{"post_id": str(CAST.lin.post_id), "answer": "move", "to_code": wrong}]
        )
        assert bad.json()["code"] == "territory.answer_unfit", wrong
    table.answer({"post_id": str(CAST.lin.post_id), "answer": "move", "to_code": GRID_2})
    published = table.publish(today())
    move_rows()
    assert Post.objects.get(pk=CAST.lin.post_id).area_code == GRID_2
    assert places(lost) == (GRID_2, GRID_2, COMMUNITY, GRID_1)
    assert places(placed) == (GRID_2, GRID_2, COMMUNITY, GRID_1)
    undo(call, published)
    move_rows()
    assert Post.objects.get(pk=CAST.lin.post_id).area_code == GRID_1
    assert places(lost) == (GRID_1, GRID_1, COMMUNITY, None)


def test_open_work_goes_to_the_centre_that_serves_the_place_now(call: Call, table: Table) -> None:
    """Two communities become one: its station takes over what the other had in hand; tasks stay with their holder."""
    mine = reported(position=spot(GRID_3))
    handed = reported(position=spot(GRID_3)).accepted(by=CAST.mao).dispatched(by=CAST.mao).taken()
    tip = tipped(position=spot(GRID_3))
    assert mine.row.centre_area == OTHER_COMMUNITY
    tip_before = tip.row.centre_area
    table.do("close", feature_id=table.id_of(OTHER_COMMUNITY), gives_to=table.id_of(COMMUNITY))
    assert table.faults(blocking=False) == []
    effects = table.ask("/effects")
    to = {"answer": "move", "to_code": COMMUNITY}
    own_centre = {"unit_id": str(centre(OTHER_COMMUNITY)), **to}
    assert table.send("/answers", answers=[own_centre]).json()["code"] == "territory.answer_unfit"
    table.answer(
        {"unit_id": str(centre(OTHER_COMMUNITY)), "answer": "close"},
        *({"post_id": one["post_id"], **to} for one in effects["posts"]),
    )
    published = table.publish(today())
    move_rows()
    assert places(mine) == (NEW, NEW, COMMUNITY, GRID_3)
    assert (mine.row.centre_area, mine.row.centre_id) == (COMMUNITY, centre(COMMUNITY))
    assert can_see(CAST.wu, mine.case)
    assert handed.row.handler_unit_id == CAST.qian.unit_id
    handed.handled()
    assert tip.row.centre_area == tip_before
    assert not Unit.objects.get(pk=centre(OTHER_COMMUNITY)).is_active
    undo(call, published)
    move_rows()
    assert Unit.objects.get(pk=centre(OTHER_COMMUNITY)).is_active
    assert places(mine) == (GRID_3, GRID_3, OTHER_COMMUNITY, None)
    assert mine.row.centre_area == OTHER_COMMUNITY


def test_a_later_day_comes_by_itself(call: Call, table: Table) -> None:
    east = reported(position=spot(east=0.8))
    split_grid_1(table)
    tomorrow = now() + A_DAY
    published = table.publish(local(tomorrow).date().isoformat())
    assert (published["state"], table.draft["state"]) == ("scheduled", "scheduled")
    assert table.refused("undo") == "territory.draft_not_open"
    assert open_due(at=now()) == 0
    assert open_due(at=tomorrow) == 1
    assert open_due(at=tomorrow) == 0
    move_rows()
    assert told(call, published)["state"] == "in_force"
    assert places(east)[0] == NEW
    past = Table(call, CAST.ding, TOWNSHIP)
    past.check()
    refused = past.send("/publish", on="2024-05-01", reason="补记")
    assert (refused.status_code, refused.json()["code"]) == (422, "territory.past_day")


def test_a_scheduled_one_is_called_back_or_given_back_with_the_reason(call: Call, table: Table) -> None:
    split_grid_1(table)
    tomorrow = now() + A_DAY
    day = local(tomorrow).date().isoformat()
    recalled = undo(call, table.publish(day)).json()
    assert recalled["state"] == "recalled"
    table.draft = table.ask()
    assert table.draft["state"] == "draft"
    table.do("close", feature_id=table.id_of(GRID_1), gives_to=table.id_of(NEW))
    table.answer({"post_id": str(CAST.lin.post_id), "answer": "close"})
    again = table.publish(day)
    Post.objects.create(title="新来的", role="officer", area_code=GRID_1, unit_id=centre(COMMUNITY))
    assert open_due(at=tomorrow) == 0
    assert told(call, again)["state"] == "failed"
    assert table.ask()["trouble"]["code"] == "territory.draft_not_checked"
    assert area_by_code(GRID_1).valid_to_on is None


def test_a_killed_run_goes_on_where_its_last_batch_ended(
    call: Call, table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    walks = [reported(position=spot(east=0.55 + n / 20)) for n in range(5)]
    split_grid_1(table)
    published = table.publish(today())
    monkeypatch.setattr(moving, "BATCH_ROWS", 2)
    (run_id,) = runs_going()
    assert advance_run(run_id, now=now, seconds=0) == timedelta(0)  # planned
    assert advance_run(run_id, now=now, seconds=0) == timedelta(0)  # the first two
    moved = [walk for walk in walks if places(walk)[0] == NEW]
    assert len(moved) == 2
    assert told(call, published)["run"] | {"by_table": []} == {
        "state": "moving",
        "total": 5,
        "done": 2,
        "by_table": [],
    }
    with connection.cursor() as cursor:
        cursor.execute("delete from procrastinate_jobs")
    assert revive_silent_runs(at=now() + timedelta(minutes=5)) == 1
    assert rows("select count(*) from procrastinate_jobs where task_name = 'territory.advance'") == [(1,)]
    run_to_end(run_id, now=now)
    assert {places(walk)[:2] for walk in walks} == {(NEW, NEW)}
    assert advance_run(run_id, now=now) is None
    with eyes(CAST.machine):
        assert Move.objects.filter(is_done=False).count() == 0


def test_what_somebody_put_elsewhere_meanwhile_stays_there(call: Call, table: Table) -> None:
    walk = reported(position=spot(east=0.8))
    split_grid_1(table)
    table.publish(today())
    (run_id,) = runs_going()
    assert advance_run(run_id, now=now, seconds=0) == timedelta(0)  # planned
    away = services.Correction(position=spot(GRID_2))
    services.correct_incident(CAST.wu, walk.case, away, remark="位置标错", at=walk.later())
    run_to_end(run_id, now=now)
    assert places(walk)[0] == GRID_2


def test_officers_and_heads_of_the_changed_grids_are_told(call: Call, table: Table) -> None:
    split_grid_1(table)
    published = table.publish(today())
    assert tell_of_division(UUID(published["publication_id"]), at=now()) == 3
    with eyes(CAST.machine):
        told_posts = set(Notice.objects.filter(kind="territory.division").values_list("post_id", flat=True))
    assert told_posts == {CAST.lin.post_id, CAST.deng.post_id, CAST.luo.post_id}
