"""The work log: recorded, counted, grown to a work order, struck out."""

from datetime import date, timedelta
from typing import Any

import pytest

from jingwei.domains.incidents.contracts import Channel, State
from jingwei.domains.incidents.queries import incident_for
from jingwei.domains.worklog.models import DayCount, LogEntry
from jingwei.domains.worklog.queries import entries as queries
from jingwei.domains.worklog.queries.entries import LogFilter
from jingwei.domains.worklog.rules import refusals
from jingwei.domains.worklog.services import NewEntry, grow_entry, record_entry, strike_entry
from jingwei.domains.worklog.services.counting import count_anew
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.files import services as files
from jingwei.foundation.files.queries import facts_of
from jingwei.foundation.scoping import eyes
from jingwei.kernel.errors import Forbidden, Invalid
from jingwei.kernel.geo import Datum, position
from jingwei.kernel.ids import uuid7
from tests.cast import CAST, CITY, COMMUNITY, FAR_GRID, GRID_1, GRID_2, MONDAY_10, TOWNSHIP, inside
from tests.matrix.world import ITEM, _plant_item, photo

pytestmark = pytest.mark.django_db
TODAY, DAY = MONDAY_10.date(), timedelta(days=1)


@pytest.fixture(autouse=True)
def _item(db: None) -> None:
    _plant_item(MONDAY_10 - timedelta(days=30))


def recorded(actor: Actor = CAST.lin, *, grid: str | None = GRID_1, **changes: Any) -> LogEntry:
    where = position(*inside(grid), datum=Datum.WGS84) if grid else None
    facts = {"entry_id": uuid7(), "item_code": ITEM, "happened_at": MONDAY_10, "position": where}
    return record_entry(actor, NewEntry(**(facts | changes)), at=MONDAY_10)


def seen_by(actor: Actor, **wanted: Any) -> int:
    with eyes(actor):
        return len(queries.list_entries(actor, LogFilter(**wanted), cursor=None, size=50).rows)


def test_two_taps_are_enough_and_the_grid_follows_from_the_place() -> None:
    row = recorded()
    assert (row.item_name, row.scope_code, row.recorder_name) == ("井盖松动", GRID_1, CAST.lin.name)
    assert recorded(grid=None).scope_code == GRID_1  # her own grid, where the phone knows no place
    assert recorded(CAST.wu, grid=None, area_code=GRID_2).scope_code == GRID_2


def test_it_is_seen_by_area_and_by_whoever_recorded_it() -> None:
    recorded()
    away = recorded(grid=FAR_GRID)  # helped out elsewhere
    for actor in (CAST.deng, CAST.luo, CAST.wu):
        assert seen_by(actor) == 1, actor.name
    for actor in (CAST.sun, CAST.gao, CAST.he):
        assert seen_by(actor) == 2, actor.name
    assert seen_by(CAST.lin, is_mine=True) == 2
    assert seen_by(CAST.zhou) == 1
    for actor in (CAST.chen, CAST.tang, CAST.qian):
        assert seen_by(actor) == 0, actor.name
    with eyes(CAST.chen), pytest.raises(refusals.LogEntryNotFound):
        queries.entry_for(CAST.chen, away.pk)


def test_one_more_tap_makes_it_a_work_order_with_place_item_and_photos() -> None:
    content = photo()
    file_id = files.upload_file(
        CAST.lin, files.Upload(content=content, size_bytes=len(content)), at=MONDAY_10
    ).pk
    row = recorded(words="井盖翘起，已摆锥桶", file_ids=(file_id,))
    grown = grow_entry(CAST.lin, row.pk, words="需要更换井盖", is_urgent=False, at=MONDAY_10)
    again = grow_entry(CAST.lin, row.pk, words="再点一次", is_urgent=True, at=MONDAY_10)
    assert (grown.receipt_no, grown.incident_id) == (again.receipt_no, row.pk)
    with eyes(CAST.wu):
        matter = incident_for(CAST.wu, row.pk)
        assert (matter.channel, matter.state, matter.item_code) == (Channel.WORK_LOG, State.REPORTED, ITEM)
        assert (matter.title, matter.scope_code) == ("井盖松动", GRID_1)
        assert matter.words == "井盖翘起，已摆锥桶\n需要更换井盖"
        assert [one.file_id for one in facts_of(CAST.wu, [file_id])] == [file_id]
    assert seen_by(CAST.wu, is_grown=True) == 1
    assert seen_by(CAST.wu, is_grown=False) == 0


def test_the_desk_grows_what_an_officer_recorded_and_the_photos_stay_with_the_entry() -> None:
    content = photo()
    file_id = files.upload_file(
        CAST.lin, files.Upload(content=content, size_bytes=len(content)), at=MONDAY_10
    ).pk
    row = recorded(file_ids=(file_id,))
    grown = grow_entry(CAST.wu, row.pk, words="居民又来反映", is_urgent=False, at=MONDAY_10)
    assert (grown.grown_by_name, grown.file_ids) == (CAST.wu.name, [file_id])


def test_what_was_a_mistake_is_struck_out_by_its_recorder_and_counts_no_more() -> None:
    row = recorded()
    with pytest.raises(refusals.NotYourLogEntry):
        strike_entry(CAST.wu, row.pk, reason="重复", at=MONDAY_10)
    with pytest.raises(refusals.NotYourLogEntry):
        strike_entry(CAST.lin, row.pk, reason="重复", at=MONDAY_10 + timedelta(days=8))
    strike_entry(CAST.lin, row.pk, reason="重复", at=MONDAY_10)
    assert seen_by(CAST.wu) == 0
    with pytest.raises(refusals.LogEntryStruck):
        grow_entry(CAST.lin, row.pk, words="", is_urgent=False, at=MONDAY_10)
    grown = recorded()
    grow_entry(CAST.lin, grown.pk, words="", is_urgent=False, at=MONDAY_10)
    with pytest.raises(refusals.LogEntryGrown):
        strike_entry(CAST.lin, grown.pk, reason="重复", at=MONDAY_10)


def test_it_is_counted_by_area_and_item_and_every_number_is_that_of_its_list() -> None:
    for grid, times in [(GRID_1, 2), (GRID_2, 1), (FAR_GRID, 1)]:
        for _ in range(times):
            recorded(grid=grid)
    row = recorded(CAST.wu, grid=None, area_code=COMMUNITY)
    grow_entry(CAST.wu, row.pk, words="", is_urgent=False, at=MONDAY_10)
    recorded(happened_at=MONDAY_10 - timedelta(days=3))
    with eyes(CAST.sun):
        found = queries.count_log(CAST.sun, area_code=COMMUNITY, from_on=TODAY, until_on=TODAY)
    assert (found.entries, found.grown) == (4, 1)
    counted = {one.area_code: (one.entries, one.grown) for one in found.areas}
    assert counted == {GRID_1: (2, 0), GRID_2: (1, 0), COMMUNITY: (1, 1)}
    assert [(one.item_code, one.entries) for one in found.items] == [(ITEM, 4)]
    assert seen_by(CAST.sun, area_code=GRID_1, from_on=TODAY, until_on=TODAY) == 2
    with eyes(CAST.sun):
        assert queries.count_log(CAST.sun, area_code=TOWNSHIP, from_on=TODAY, until_on=TODAY).entries == 4
        for from_on, until_on in [(TODAY, date(2026, 11, 15)), (date(2026, 1, 1), TODAY)]:
            with pytest.raises(refusals.LogSpanTooLong):
                queries.count_log(CAST.sun, area_code=CITY, from_on=from_on, until_on=until_on)


def test_counts_are_kept_with_every_change_and_made_anew_where_borders_moved() -> None:
    for _ in range(2):
        grow_entry(CAST.lin, recorded().pk, words="", is_urgent=False, at=MONDAY_10)
    strike_entry(CAST.lin, recorded(grid=FAR_GRID).pk, reason="重复", at=MONDAY_10)
    recorded(happened_at=MONDAY_10 - timedelta(hours=11))  # late on Sunday evening
    kept = counts()
    assert kept == {(TODAY, GRID_1): (2, 2), (TODAY, FAR_GRID): (0, 0), (TODAY - DAY, GRID_1): (1, 0)}
    with eyes(CAST.machine):
        LogEntry.objects.visible_to(CAST.machine).update(grid_code=GRID_2, scope_code=GRID_2)
    count_anew(CITY)
    assert counts() == {(TODAY, GRID_2): (2, 2), (TODAY - DAY, GRID_2): (1, 0)}
    with eyes(CAST.zhou):
        assert not DayCount.objects.unscoped("the test asks the database's own fence").exists()


def counts() -> dict[tuple[date, str], tuple[int, int]]:
    with eyes(CAST.machine):
        rows = DayCount.objects.visible_to(CAST.machine)
        return {(one.day, one.scope_code): (one.entries, one.grown) for one in rows}


def test_the_page_offers_what_one_records_usually_then_what_the_neighbours_do() -> None:
    recorded()
    with eyes(CAST.lin):
        found = queries.own_log(CAST.lin, at=MONDAY_10)
    assert (found.today, found.week) == (1, 1)
    assert [(one.item_code, one.entries) for one in found.usual] == [(ITEM, 1)]
    with eyes(CAST.deng):
        near = queries.own_log(CAST.deng, at=MONDAY_10)
    assert (near.today, [(one.item_code, one.entries) for one in near.usual]) == (0, [(ITEM, 0)])


def test_recording_is_refused_with_an_odd_time_an_unknown_item_a_taken_id_or_without_the_right() -> None:
    row = recorded()
    assert recorded(entry_id=row.pk).recorded_at == row.recorded_at  # the same again is one
    for changes, refusal in [
        ({"happened_at": MONDAY_10 + timedelta(hours=1)}, refusals.LogTimeOdd),
        ({"happened_at": MONDAY_10 - timedelta(days=31)}, refusals.LogTimeOdd),
        ({"item_code": "999999"}, Invalid),
        ({"actor": CAST.he, "grid": None}, refusals.LogAreaNeeded),
        ({"actor": CAST.wu, "entry_id": row.pk}, refusals.LogIdTaken),
        ({"actor": CAST.tang, "entry_id": row.pk}, refusals.LogIdTaken),
        ({"actor": CAST.qian}, Forbidden),
        ({"actor": CAST.li}, Forbidden),
    ]:
        with pytest.raises(refusal):
            recorded(**changes)  # type: ignore[arg-type]
