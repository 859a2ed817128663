"""Incidents on the map: in every tile exactly what the actor's list holds, however it is drawn."""

from collections import Counter
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection

from jingwei.domains.incidents import queries, services
from jingwei.domains.incidents.queries import Filter
from jingwei.domains.incidents.queries.map_layer import INCIDENT_LAYER
from jingwei.domains.incidents.rules import on_map
from jingwei.domains.incidents.services.correcting import Correction
from jingwei.domains.incidents.tests.mapped import ALL, crowd, marks_over_city, tiles_over_city
from jingwei.domains.incidents.tests.walking import reported, rows, spot, tipped
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.maps.contracts import Asked, FilterRefused, Form, TooWide
from jingwei.foundation.maps.queries import (
    choropleth,
    counts_in_view,
    indicator_for,
    list_rows,
    nearest_rows,
    tile,
    tile_version,
)
from jingwei.foundation.maps.services import check_all, differences, fold, rebuild
from jingwei.foundation.scoping import eyes
from jingwei.kernel.shapes import read_shape
from jingwei.kernel.squares import key_of
from tests.cast import CAST, COMMUNITY, FOREIGN_GRID, GRID_1, GRID_2, MONDAY_10, SOUTH, URBAN, WEST, inside

pytestmark = pytest.mark.usefixtures("own_city")
READERS = ["lin", "wu", "zhao", "sun", "he", "tang", "qian", "feng", "li"]
"""Every way of seeing: by grid, community, township, county, city, another county, by part, and one's own."""
CITY_BOX = WEST, SOUTH, WEST + 0.05, SOUTH + 0.01
CROWD = 480


@pytest.fixture(scope="module")
def city(own_city: str) -> None:
    """Hundreds of matters, and some with a story: confidential, about a unit, abroad, handled, void."""
    crowd(CROWD)
    reported().accepted().dispatched().taken().handled()
    reported(by=CAST.wang, position=spot(GRID_2)).accepted().dispatched()
    reported(position=spot(FOREIGN_GRID))
    tipped()
    tipped(about_unit_id=URBAN)


def listed_ids(actor: Actor) -> set[str]:
    """What the actor's list holds, page by page, as far as it has a place on the map."""
    found: set[str] = set()
    cursor = None
    with eyes(actor):
        while True:
            page = queries.list_incidents(actor, Filter(), at=MONDAY_10, cursor=cursor, size=200)
            found |= {str(row.pk) for row in page.rows}
            cursor = page.next_cursor
            if cursor is None:
                break
    mapped = {
        str(pk)
        for (pk,) in rows("select id from incidents_incident where map_key is not null and sight_floor > 0")
    }
    return found & mapped


@pytest.mark.parametrize("folded", [False, True], ids=["changes not yet folded", "folded"])
@pytest.mark.parametrize("key", READERS)
def test_tiles_hold_what_the_list_holds(city: None, key: str, folded: bool) -> None:
    if folded:
        fold(INCIDENT_LAYER)
    actor = CAST.everybody()[key]
    ids = listed_ids(actor)
    for zoom in (6, 11, 15, 16):
        marks = marks_over_city(actor, zoom)
        assert sum(mark.n for mark in marks) == len(ids), zoom
        assert {mark.id for mark in marks if mark.id} <= ids
        assert zoom < 16 or {mark.id for mark in marks} == ids
    heat = marks_over_city(actor, 12, form=Form.HEAT)
    assert sum(mark.n for mark in heat) == len(ids)


def test_readers_differ(city: None) -> None:
    assert (
        len(listed_ids(CAST.he))
        > len(listed_ids(CAST.sun))
        > len(listed_ids(CAST.wu))
        > len(listed_ids(CAST.lin))
        > 0
    )
    assert CROWD / 4 < len(listed_ids(CAST.qian)) < CROWD / 2


@pytest.mark.parametrize(
    ("filters", "wanted"),
    [
        ({}, {"is_open": True}),
        ({"state": ("handling", "closed")}, {"states": (40, 70)}),
        ({"item": ("02",), "state": ("all",)}, {"item": "02"}),
        ({"channel": ("desk",)}, {"channel": "desk", "is_open": True}),
        ({"urgent": ("1",)}, {"is_urgent": True, "is_open": True}),
        ({"overdue": ("1",)}, {"is_overdue": True}),
    ],
)
@pytest.mark.parametrize("key", ["he", "qian"])
def test_filters_say_the_same_as_the_list(
    city: None, key: str, filters: dict[str, tuple[str, ...]], wanted: dict[str, Any]
) -> None:
    actor = CAST.everybody()[key]
    with eyes(actor):
        page = queries.list_incidents(actor, Filter(**wanted), at=MONDAY_10, cursor=None, size=200)
        found = list(page.rows)
        while page.next_cursor:
            page = queries.list_incidents(
                actor, Filter(**wanted), at=MONDAY_10, cursor=page.next_cursor, size=200
            )
            found += page.rows
    seen = listed_ids(actor)
    ids = {str(row.pk) for row in found} & seen
    asked = Asked(filters=filters)
    assert ids or (key, "overdue" in filters) == ("qian", True)
    assert {mark.id for mark in marks_over_city(actor, 16, asked)} == ids
    assert sum(mark.n for mark in marks_over_city(actor, 9, asked)) == len(ids)
    with eyes(actor):
        counted = counts_in_view(actor, INCIDENT_LAYER, asked, CITY_BOX, at=MONDAY_10)
    assert counted.total == len(ids)
    assert counted.by_kind == Counter(on_map.KIND_OF[row.state] for row in found if str(row.pk) in ids)


def test_days_narrow_tiles_counts_and_lists(city: None) -> None:
    fold(INCIDENT_LAYER)
    since = (MONDAY_10 - timedelta(days=9)).date()
    until = (MONDAY_10 - timedelta(days=3)).date()
    asked = Asked(filters={"state": ("all",)}, since=since, until=until)
    sql = """select count(*) from incidents_incident where sight_floor > 0 and map_key is not null
              and (reported_at at time zone 'Asia/Shanghai')::date between %s and %s"""
    expected = rows(sql, since, until)[0][0]
    assert expected > 50
    for zoom in (8, 11, 14, 16):
        assert sum(mark.n for mark in marks_over_city(CAST.he, zoom, asked)) == expected
    with eyes(CAST.he):
        assert counts_in_view(CAST.he, INCIDENT_LAYER, asked, CITY_BOX, at=MONDAY_10).total == expected
        months = Asked(filters=asked.filters, since=since - timedelta(days=300), until=until)
        long_ago = rows(sql, months.since, until)[0][0]
        assert (
            counts_in_view(CAST.he, INCIDENT_LAYER, months, None, at=MONDAY_10).total == long_ago > expected
        )


def test_counts_follow_every_change_and_can_be_made_anew(city: None) -> None:
    walk = reported(position=spot(GRID_2, east=0.2)).accepted()
    assert differences(INCIDENT_LAYER) == []
    fold(INCIDENT_LAYER)
    moved = Correction(item_code="010303", position=spot(GRID_1, east=0.8))
    services.correct_incident(CAST.wu, walk.case, moved, remark="看过现场", at=walk.later())
    walk.dispatched().taken()
    services.return_task(CAST.qian, walk.case, remark="不归我们", at=walk.later())
    services.void_incident(CAST.wu, walk.case, remark="重复", at=walk.later())
    assert differences(INCIDENT_LAYER) == []
    fold(INCIDENT_LAYER)
    assert rows("select count(*) from maps_delta") == [(0,)]
    assert differences(INCIDENT_LAYER) == []
    before = rows(
        "select slice, zoom, a, sum(n) from maps_cell group by 1, 2, 3 having sum(n) <> 0 order by 1, 2, 3"
    )
    with eyes(CAST.machine), connection.cursor() as cursor:
        cursor.execute(
            "update maps_cell set n = n + 1 where id in (select id from maps_cell where slice = 1 limit 1)"
        )
    assert check_all()
    assert check_all() == []
    after = rows(
        "select slice, zoom, a, sum(n) from maps_cell group by 1, 2, 3 having sum(n) <> 0 order by 1, 2, 3"
    )
    assert after == before
    assert rebuild(INCIDENT_LAYER) == len(listed_ids(CAST.he))


def test_a_tile_is_the_same_until_something_in_it_changes(city: None) -> None:
    def version(actor: Actor, zoom: int = 12) -> str | None:
        with eyes(actor):
            x, y = next(tiles_over_city(zoom))
            return tile_version(actor, INCIDENT_LAYER, ALL, zoom, x, y, at=MONDAY_10)

    first = version(CAST.he), version(CAST.tang), version(CAST.lin)
    assert first == (version(CAST.he), version(CAST.tang), None)
    walk = reported(position=spot(GRID_1))
    second = version(CAST.he), version(CAST.tang)
    assert second[0] != first[0]
    assert second[1] == first[1], "another county's news must not be told by a changed version"
    fold(INCIDENT_LAYER)
    assert (version(CAST.he), version(CAST.tang)) == second, "folding changes nothing that anybody sees"
    walk.accepted()
    assert version(CAST.he) != second[0]
    tipped()
    third = version(CAST.he)
    tipped()
    assert version(CAST.he) == third


def test_the_database_counts_squares_as_python_does(city: None) -> None:
    for lon, lat, key in rows(
        "select st_x(position), st_y(position), map_key from incidents_incident limit 50"
    ):
        assert key_of(lon, lat) == key


def test_a_shape_chooses_on_the_map_in_the_list_and_nothing_outside(city: None) -> None:
    lon, lat = inside(GRID_1)
    text = f"c{lon:.5f},{lat:.5f},300"
    with eyes(CAST.he):
        page = list_rows(
            CAST.he, INCIDENT_LAYER, Asked(filters={"state": ("all",)}, shape=read_shape(text)), box=None, cursor=None,
            limit=200, at=MONDAY_10,
        )  # fmt: skip
        listed = queries.list_incidents(CAST.he, Filter(shape=text), at=MONDAY_10, cursor=None, size=200).rows
        units = queries.list_incidents(
            CAST.qian, Filter(shape=text), at=MONDAY_10, cursor=None, size=200
        ).rows
    sql = """select id::text from incidents_incident where sight_floor > 0
              and st_distancesphere(position, st_setsrid(st_makepoint(%s, %s), 4326)) <= 300"""
    expected = {one for (one,) in rows(sql, lon, lat)}
    assert {row.id for row in page.rows} == expected == {str(row.pk) for row in listed}
    assert page.total == len(expected) > 5
    assert {str(row.pk) for row in units} < expected
    corner = f"p{WEST},{SOUTH};{WEST + 0.004},{SOUTH};{WEST},{SOUTH + 0.004}"
    with eyes(CAST.he):
        found = queries.list_incidents(
            CAST.he, Filter(shape=corner), at=MONDAY_10, cursor=None, size=200
        ).rows
    sql = """select id::text from incidents_incident where sight_floor > 0
              and st_intersects(position, st_geomfromtext(%s, 4326))"""
    triangle = rows(sql, read_shape(corner).wkt)  # type: ignore[union-attr]
    assert {str(row.pk) for row in found} == {one for (one,) in triangle}
    assert triangle


def test_pages_of_the_mirroring_list_go_on_where_they_ended(city: None) -> None:
    seen: list[str] = []
    cursor = None
    with eyes(CAST.wu):
        while True:
            page = list_rows(
                CAST.wu, INCIDENT_LAYER, ALL, box=CITY_BOX, cursor=cursor, limit=100, at=MONDAY_10
            )
            seen += [row.id for row in page.rows]
            cursor = page.next_cursor
            if cursor is None:
                break
    assert len(seen) == len(set(seen)) == page.total
    assert set(seen) == listed_ids(CAST.wu)


def test_the_nearest_come_first_with_their_distance(city: None) -> None:
    lon, lat = inside(GRID_2)
    with eyes(CAST.sun):
        near = nearest_rows(CAST.sun, INCIDENT_LAYER, ALL, lon, lat, limit=5, at=MONDAY_10)
    sql = """select id::text from incidents_incident where sight_floor > 0 and county_code = '430902'
              order by st_distancesphere(position, st_setsrid(st_makepoint(%s, %s), 4326)) limit 5"""
    distances = [one.distance_m for one in near]
    assert {one.row.id for one in near} == {one for (one,) in rows(sql, lon, lat)}
    assert distances == sorted(distances)


def test_areas_are_coloured_by_what_was_counted(city: None) -> None:
    with eyes(CAST.he):
        values = choropleth(
            CAST.he, indicator_for(CAST.he, "incidents.open"), level="community", within=None, since=None, until=None,
            at=MONDAY_10,
        )  # fmt: skip
        shares = choropleth(
            CAST.he, indicator_for(CAST.he, "incidents.in_time_share"), level="county", within=None, since=None,
            until=None, at=MONDAY_10,
        )  # fmt: skip
        grids = choropleth(
            CAST.he, indicator_for(CAST.he, "incidents.open"), level="grid", within=COMMUNITY, since=None, until=None,
            at=MONDAY_10,
        )  # fmt: skip
    sql = (
        "select count(*) from incidents_incident where sight_floor > 0 and state < 70 and community_code = %s"
    )
    for one in values:
        assert one.value == rows(sql, one.code)[0][0], one
    assert [one.code for one in grids] == [GRID_1, GRID_2]
    assert sum(one.value or 0 for one in grids) == rows(sql, COMMUNITY)[0][0]
    assert all(0 < (one.value or 0) < 1 for one in shares)
    with eyes(CAST.wu):
        own = choropleth(
            CAST.wu, indicator_for(CAST.wu, "incidents.open"), level="community", within=None, since=None, until=None,
            at=MONDAY_10,
        )  # fmt: skip
    assert [one.code for one in own] == [COMMUNITY]


def test_a_question_too_wide_and_a_filter_unknown_are_refused(city: None) -> None:
    wide = Asked(filters={"state": ("all",), "channel": ("desk",)})
    with eyes(CAST.he):
        with pytest.raises(TooWide):
            tile(CAST.he, INCIDENT_LAYER, wide, 8, *next(tiles_over_city(8)), at=MONDAY_10)
        assert any(
            tile(CAST.he, INCIDENT_LAYER, wide, 15, x, y, at=MONDAY_10) for x, y in tiles_over_city(15)
        )
        for filters in ({"colour": ("red",)}, {"state": ("lost",)}, {"item": ("xx",)}):
            with pytest.raises(FilterRefused):
                tile(
                    CAST.he,
                    INCIDENT_LAYER,
                    Asked(filters=filters),
                    15,
                    *next(tiles_over_city(15)),
                    at=MONDAY_10,
                )
