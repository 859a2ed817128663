"""Lists, the inbox, and one incident: what they show, in which order, at how many questions to the database."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jingwei.domains.incidents import queries, services
from jingwei.domains.incidents.api.shaping import incident_out, rows_out
from jingwei.domains.incidents.contracts import Channel, State
from jingwei.domains.incidents.queries import Bucket, Filter, Order
from jingwei.domains.incidents.services import Verdict
from jingwei.domains.incidents.tests.walking import SIGNBOARD, Walk, photo, reported, spot, tipped
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.scoping import eyes
from jingwei.kernel.paging import BadCursor
from tests.cast import (
    CAST,
    COMMUNITY,
    COUNTY,
    FAR_GRID,
    FOREIGN_GRID,
    GRID_1,
    GRID_2,
    GRID_3,
    MONDAY_10,
    URBAN,
    WATER,
)

pytestmark = pytest.mark.django_db


def listed(
    actor: Actor, *, order: Order = Order.NEWEST, size: int = 50, cursor: str | None = None, **wanted: object
) -> list[object]:
    at = wanted.pop("at", MONDAY_10 + timedelta(hours=1))
    with eyes(actor):
        page = queries.list_incidents(actor, Filter(**wanted), at=at, order=order, cursor=cursor, size=size)  # type: ignore[arg-type]
        return [row.pk for row in page.rows]


def a_minute_apart(*grids: str) -> list[Walk]:
    at = MONDAY_10
    walks = []
    for number, grid in enumerate(grids):
        seen = at + timedelta(minutes=number)
        walks.append(reported(position=spot(grid), reported_at=seen, at=seen))
    return walks


def test_everybody_lists_their_own_area_and_nothing_else() -> None:
    one, two, three, far, foreign = (
        walk.case for walk in a_minute_apart(GRID_1, GRID_2, GRID_3, FAR_GRID, FOREIGN_GRID)
    )
    assert listed(CAST.lin) == [one]
    assert listed(CAST.chen) == [two]
    assert listed(CAST.wu) == [two, one]
    assert listed(CAST.mao) == [three]
    assert listed(CAST.zhao) == [three, two, one]
    assert listed(CAST.sun) == [far, three, two, one]
    assert listed(CAST.he) == [foreign, far, three, two, one]
    assert listed(CAST.tang) == [foreign]
    assert listed(CAST.li) == [foreign, far, three, two, one]
    assert listed(CAST.wang) == listed(CAST.qian) == listed(CAST.public) == []


def test_a_unit_lists_what_it_was_ever_given() -> None:
    first = reported().accepted().dispatched()
    services.return_task(CAST.qian, first.case, remark="非职责", at=first.later())
    second = reported().accepted().dispatched()
    reported().accepted().dispatched(unit_id=WATER)
    assert set(listed(CAST.qian)) == {first.case, second.case}


@pytest.mark.parametrize("size", [1, 2, 3, 7])
@pytest.mark.parametrize("order", list(Order))
def test_pages_join_without_gap_or_repetition(size: int, order: Order) -> None:
    same_moment = [reported() for _ in range(4)]
    walks = same_moment + a_minute_apart(GRID_1, GRID_2, GRID_1)
    walks[1].accepted().suspended()
    walks[2].accepted()
    whole = listed(CAST.wu, order=order)
    assert set(whole) == {walk.case for walk in walks}
    joined: list[object] = []
    cursor: str | None = None
    with eyes(CAST.wu):
        while True:
            page = queries.list_incidents(
                CAST.wu, Filter(), at=MONDAY_10, order=order, cursor=cursor, size=size
            )
            joined += [row.pk for row in page.rows]
            cursor = page.next_cursor
            if cursor is None:
                break
    assert joined == whole


def test_a_units_pages_join_too() -> None:
    walks = [walk.accepted().dispatched() for walk in a_minute_apart(*[GRID_1] * 5)]
    joined: list[object] = []
    cursor: str | None = None
    with eyes(CAST.qian):
        while True:
            page = queries.list_incidents(CAST.qian, Filter(), at=MONDAY_10, cursor=cursor, size=2)
            joined += [row.pk for row in page.rows]
            cursor = page.next_cursor
            if cursor is None:
                break
    assert joined == [walk.case for walk in reversed(walks)]


def test_the_most_pressing_comes_first_and_what_waits_last() -> None:
    waiting = reported().accepted().suspended()
    calm = reported()
    urgent = reported(is_urgent=True)
    assert listed(CAST.wu, order=Order.DUE) == [urgent.case, calm.case, waiting.case]


def test_filters_keep_exactly_what_they_say() -> None:
    plain = reported()
    accepted = reported(position=spot(GRID_2)).accepted(item_code=SIGNBOARD)
    by_officer = reported(CAST.lin, reported_at=MONDAY_10 - timedelta(days=2))
    everything = {plain.case, accepted.case, by_officer.case}
    found: Callable[..., set[object]] = lambda **wanted: set(listed(CAST.zhao, **wanted))  # noqa: E731
    assert found() == everything
    assert found(area_code=COMMUNITY) == found(area_code=COUNTY) == everything
    assert found(area_code=GRID_2) == {accepted.case}
    assert found(area_code=FAR_GRID) == set()
    assert found(states=(State.ACCEPTED,)) == {accepted.case}
    assert found(states=(State.REPORTED, State.ACCEPTED)) == everything
    assert found(item="01") == found(item="0103") == found(item=SIGNBOARD) == {accepted.case}
    assert found(item="02") == set()
    assert found(channel=Channel.OFFICER.value) == {by_officer.case}
    assert found(is_urgent=True) == {accepted.case}
    assert found(is_urgent=False) == {plain.case, by_officer.case}
    assert found(since=MONDAY_10) == {plain.case, accepted.case}
    assert found(until=MONDAY_10) == {by_officer.case}
    assert found(receipt_no=f" {plain.receipt.receipt_no} ") == {plain.case}
    assert found(is_overdue=True) == set()
    assert found(is_overdue=True, at=MONDAY_10 + timedelta(hours=5)) == {accepted.case}


def test_an_area_outside_ones_own_lists_nothing() -> None:
    a_minute_apart(FOREIGN_GRID, FAR_GRID)
    assert listed(CAST.wu, area_code="430903") == []
    assert listed(CAST.zhao, area_code=FAR_GRID) == []


def test_a_cursor_made_by_hand_is_refused() -> None:
    for cursor in ("x", "W10", "bm9uc2Vuc2U"):
        with pytest.raises(BadCursor):
            listed(CAST.wu, cursor=cursor)


@pytest.mark.parametrize("actor", [CAST.wu, CAST.qian, CAST.guo], ids=lambda actor: actor.name)
def test_what_slips_is_warned_of_and_not_late_yet(actor: Actor) -> None:
    walk = reported().accepted().dispatched().taken()
    row = walk.row
    assert row.warn_at
    assert row.due_at
    moments = [row.warn_at - timedelta(seconds=1), row.warn_at, row.due_at, row.due_at + timedelta(seconds=1)]
    for order in Order:
        shown = [listed(actor, is_slipping=True, order=order, at=at) == [walk.case] for at in moments]
        assert shown == [False, True, True, False]


def counts(actor: Actor, *, after: timedelta = timedelta(hours=1)) -> dict[Bucket, int]:
    with eyes(actor):
        return {b: n for b, n in queries.inbox_counts(actor, at=MONDAY_10 + after).items() if n}


def test_the_inbox_counts_what_waits_for_the_post() -> None:
    reported()
    reported().accepted()
    reported().accepted().dispatched()
    reported().accepted().dispatched().taken()
    reported().accepted().dispatched().taken().handled()
    reported().accepted().dispatched().taken().handled().passed()
    reported().accepted().dispatched().taken().handled().passed().closed()
    reported().escalated()
    tipped()
    asked = reported().accepted().dispatched().taken()
    services.ask_extension(CAST.qian, asked.case, remark="等配件", limit="1d", at=asked.later())
    assert counts(CAST.wu) == {
        Bucket.TO_ACCEPT: 1,
        Bucket.TO_DISPATCH: 1,
        Bucket.WAITING_FOR_UNITS: 3,
        Bucket.TO_VERIFY: 1,
        Bucket.TO_CLOSE: 1,
        Bucket.TO_DECIDE: 1,
    }
    assert counts(CAST.zhao) == {Bucket.TO_ACCEPT: 1}
    assert counts(CAST.qian) == {Bucket.TO_TAKE: 1, Bucket.IN_HAND: 2, Bucket.NOBODYS: 1}
    assert counts(CAST.lin) == {Bucket.TO_VERIFY: 1}
    assert counts(CAST.sun) == {Bucket.TIPS: 1}
    assert counts(CAST.chen) == counts(CAST.he) == counts(CAST.li) == {}
    assert counts(CAST.wu, after=timedelta(days=9))[Bucket.OVERDUE] == 7
    assert counts(CAST.qian, after=timedelta(days=9))[Bucket.OVERDUE] == 5


@pytest.mark.parametrize("bucket", [Bucket.TO_ACCEPT, Bucket.TO_DECIDE, Bucket.OVERDUE])
def test_a_tray_lists_as_many_as_it_counts(bucket: Bucket) -> None:
    for _ in range(3):
        reported()
        asked = reported().accepted().dispatched().taken()
        services.ask_extension(CAST.qian, asked.case, remark="等配件", limit="1d", at=asked.later())
    at = MONDAY_10 + timedelta(days=9)
    with eyes(CAST.wu):
        counted = queries.inbox_counts(CAST.wu, at=at)[bucket]
    assert len(listed(CAST.wu, bucket=bucket, at=at)) == counted > 0


def questions(ask: Callable[[], object]) -> int:
    with CaptureQueriesContext(
        connection,
    ) as asked:
        ask()
    return len(asked)


def page_as(actor: Actor, size: int) -> Callable[[], object]:
    def ask() -> object:
        with eyes(actor):
            page = queries.list_incidents(actor, Filter(), at=MONDAY_10, cursor=None, size=size)
            return rows_out(page.rows, at=MONDAY_10)

    return ask


@pytest.mark.parametrize("actor", [CAST.wu, CAST.qian, CAST.li], ids=lambda actor: actor.name)
def test_a_longer_page_asks_the_database_no_more(actor: Actor) -> None:
    for grid in (GRID_1, GRID_2, GRID_1, GRID_2, GRID_1, GRID_2):
        reported(position=spot(grid)).accepted().dispatched(unit_id=URBAN)
    page_as(actor, 6)()  # what a process keeps is read once
    short, long = questions(page_as(actor, 1)), questions(page_as(actor, 6))
    assert short == long <= 8


def test_a_longer_course_asks_the_database_no_more() -> None:
    def shown(walk: Walk) -> Callable[[], object]:
        def ask() -> object:
            with eyes(CAST.wu):
                return incident_out(CAST.wu, queries.incident_for(CAST.wu, walk.case), at=walk.at)

        return ask

    short = reported(file_ids=(photo(CAST.li),)).accepted().dispatched().taken().handled().passed().closed()
    long = reported(file_ids=(photo(CAST.li), photo(CAST.li))).accepted().dispatched().taken()
    services.ask_extension(CAST.qian, long.case, remark="等配件", limit="1d", at=long.later())
    services.grant_extension(CAST.wu, long.case, at=long.later())
    long.suspended()
    services.resume_incident(CAST.wu, long.case, at=long.later())
    long.handled()
    services.fail_check(CAST.lin, long.case, remark="有残留", at=long.later())
    long.handled().passed().closed()
    services.rate_incident(CAST.li, long.case, Verdict(stars=2, is_solved=False), at=long.later())
    for _ in range(6):
        services.note_incident(CAST.zhao, long.case, remark="跟进", at=long.later())
    shown(long)()
    assert questions(shown(long)) == questions(shown(short)) <= 19


def test_the_inbox_asks_once_for_each_tray() -> None:
    reported()

    def ask() -> object:
        with eyes(CAST.wu):
            return queries.inbox_counts(CAST.wu, at=MONDAY_10)

    assert questions(ask) <= len(queries.buckets_of(CAST.wu)) + 4
