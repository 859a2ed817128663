"""The door of every write: permission, one transaction, the record; or nothing at all."""

from dataclasses import dataclass

import psycopg
import pytest

from jingwei.foundation.access.contracts import PUBLIC_ACTOR, Permission
from jingwei.foundation.audit.models import Entry
from jingwei.foundation.events import services as events
from jingwei.foundation.events.contracts import Event
from jingwei.foundation.scoping import eyes
from jingwei.foundation.tests.stones import Stone, stone
from jingwei.foundation.work import NothingRecorded, NotSeen, work
from jingwei.kernel.errors import Forbidden, NotFound
from tests.cast import CAST, CITY, COUNTY, GRID_1, GRID_2, OTHER_COUNTY, in_post

NOTE = Permission.NOTE_INCIDENT


def written(owner: psycopg.Connection) -> tuple[int, int]:
    """Stones of an odd height, and audit entries, as committed."""
    query = "select (select count(*) from stones_stone where height_cm % 10 <> 0), (select count(*) from audit_entry)"
    row = owner.execute(query).fetchone()
    return row[0], row[1]


def grow(actor=CAST.wu, inscription: str = "陈一") -> Stone:
    row = Stone.objects.visible_to(actor).get(inscription=inscription)
    row.height_cm += 1
    row.save()
    return row


def test_a_recorded_write_commits_with_its_entry(stones: psycopg.Connection) -> None:
    with work(CAST.wu, NOTE) as job:
        row = grow()
        job.record(row, height_cm=row.height_cm, 说明="长高")
    assert written(stones) == (1, 1)
    with eyes(CAST.machine):
        entry = Entry.objects.get()
    assert (entry.person_id, entry.post_id, entry.actor_name) == (CAST.wu.person_id, CAST.wu.post_id, "吴芳")
    assert (entry.permission, entry.target, entry.area_code) == (NOTE, f"stones.stone:{row.pk}", GRID_2)
    assert entry.change == {"height_cm": 51, "说明": "长高"}


def test_leaving_without_a_record_rolls_back(stones: psycopg.Connection) -> None:
    with pytest.raises(NothingRecorded), work(CAST.wu, NOTE):
        grow()
    assert written(stones) == (0, 0)


def test_a_refusal_after_the_record_takes_both_back(stones: psycopg.Connection) -> None:
    with pytest.raises(NotFound), work(CAST.wu, NOTE) as job:
        job.record(grow())
        raise NotFound
    assert written(stones) == (0, 0)


def test_without_the_permission_nothing_is_touched(stones: psycopg.Connection) -> None:
    for actor in (PUBLIC_ACTOR, CAST.li, CAST.cao):
        with pytest.raises(Forbidden), work(actor, NOTE):
            pytest.fail("the block must not start")
    assert written(stones) == (0, 0)


def test_a_row_that_was_not_shown_to_the_actor_cannot_be_recorded(stones: psycopg.Connection) -> None:
    with pytest.raises(NotSeen), work(CAST.wu, NOTE) as job:
        job.record(Stone.objects.unscoped("the test goes behind the fence").get(inscription="陈一"))
    with pytest.raises(NotSeen), work(CAST.wu, NOTE) as job:
        job.record(Stone.objects.visible_to(in_post(CAST.wu, scope=GRID_2)).get(inscription="陈一"))
    assert written(stones) == (0, 0)


def test_a_new_row_is_recorded_where_it_stands(stones: psycopg.Connection) -> None:
    with work(CAST.chen, NOTE) as job:
        row = stone("邻格", GRID_1, 31)
        row.save(force_insert=True)
        job.record_new(row, inscription="邻格")
    assert written(stones) == (1, 1)
    with eyes(CAST.machine):
        assert Entry.objects.get().area_code == GRID_1


@pytest.mark.parametrize("area", [CITY, OTHER_COUNTY, ""])
def test_what_lies_outside_ones_area_is_not_found(stones: psycopg.Connection, area: str) -> None:
    with pytest.raises(NotFound), work(CAST.sun, NOTE) as job:
        grow(CAST.sun)
        job.record_in_area("access.post:x", area)
    assert written(stones) == (0, 0)


def test_ones_own_area_and_the_systems_are_recorded(stones: psycopg.Connection) -> None:
    with work(CAST.sun, NOTE) as job:
        job.record_in_area("access.post:x", COUNTY)
    with work(CAST.machine, NOTE) as job:
        job.record_in_area("access.post:x", OTHER_COUNTY)
    assert written(stones) == (0, 2)


def test_units_have_no_area_to_record_in(stones: psycopg.Connection) -> None:
    with pytest.raises(NotFound), work(CAST.qian, NOTE) as job:
        job.record_in_area("access.post:x", COUNTY)


def test_what_is_ones_own_is_recorded_at_the_posts_area(stones: psycopg.Connection) -> None:
    with work(CAST.qian, NOTE) as job:
        job.record_own("access.token:x")
    with eyes(CAST.machine):
        assert Entry.objects.get().area_code == COUNTY


def test_inside_a_request_a_refusal_leaves_through_the_requests_transaction(
    stones: psycopg.Connection,
) -> None:
    with pytest.raises(NothingRecorded), eyes(CAST.wu):
        grow()
        with work(CAST.wu, NOTE):
            grow(inscription="林一")
    assert written(stones) == (0, 0)


def test_a_machine_acts_under_its_own_name_inside_somebodys_work(stones: psycopg.Connection) -> None:
    with work(CAST.wu, NOTE) as job:
        job.record(grow())
        with work(CAST.machine, Permission.SWEEP_CLOCKS) as sweep:
            sweep.record(grow(CAST.machine, "唐一"))
        assert Stone.objects.unscoped("the test counts what Wu sees").count() == 3
    assert written(stones) == (2, 2)
    with eyes(CAST.machine):
        assert list(Entry.objects.order_by("id").values_list("actor_name", flat=True)) == [
            "吴芳",
            "测试执行者",
        ]


@dataclass(frozen=True, slots=True)
class StoneGrew(Event):
    inscription: str


def test_an_event_leaves_with_the_record_or_not_at_all(stones: psycopg.Connection) -> None:
    usual = events.wiring()
    events.wire({StoneGrew: ("test.hear",)})
    jobs = "select count(*) from procrastinate_jobs where task_name = 'test.hear'"
    try:
        with pytest.raises(NotFound), work(CAST.wu, NOTE) as job:
            job.record(grow())
            job.publish(StoneGrew("陈一"))
            raise NotFound
        assert stones.execute(jobs).fetchone() == (0,)
        with work(CAST.wu, NOTE) as job:
            job.record(grow())
            job.publish(StoneGrew("陈一"))
        assert stones.execute(jobs).fetchone() == (1,)
    finally:
        events.wire(usual)
