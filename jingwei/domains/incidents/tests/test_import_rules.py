"""Reading somebody else's rows: the map, what is odd, and where a foreign position comes to lie."""

from datetime import UTC, datetime, timedelta

import numpy
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from jingwei.domains.incidents.contracts import State
from jingwei.domains.incidents.rules.transplant import (
    ODDITY_LABELS,
    Oddity,
    Record,
    RowReader,
    content_id,
    read_moment,
    text_mark,
)
from jingwei.domains.incidents.rules.transplant_map import (
    ColumnMap,
    MapRefused,
    NoMapFits,
    fitting_map,
    parse_map,
    places_of,
)
from jingwei.domains.incidents.rules.transplant_place import outline_of, share_in_frame
from jingwei.kernel.clock import BEIJING
from tests.cast import MONDAY_10

LIVE = {
    "kind": "live",
    "source": "热线",
    "columns": {
        "external_id": "编号",
        "reported_at": "时间",
        "title": "标题",
        "words": "内容",
        "reporter_phone": "电话",
        "lon": "经度",
        "lat": "纬度",
        "address": "地址",
        "duplicate_of": "重复于",
    },
    "keep": ["点赞"],
}
LIVE_HEADER = ["编号", "时间", "标题", "内容", "电话", "经度", "纬度", "地址", "重复于", "点赞"]
PAST = {
    "kind": "history",
    "source": {"column": "city"},
    "columns": {
        "external_id": "id",
        "reported_at": "opened",
        "closed_at": "closed",
        "due_at": "due",
        "words": ["kind", "detail"],
        "item": ["kind", "detail"],
        "status": "status",
        "resolution": "answer",
        "lon": "x",
        "lat": "y",
    },
    "items": {"Noise": "080104", "Noise / Dog": "070302"},
    "timezones": {"west": "UTC", "east": "-05:00"},
    "frames": {"west": [-1, -1, 1, 1]},
    "closed_statuses": ["Closed"],
    "keep": ["status"],
}
PAST_HEADER = ["city", "id", "opened", "closed", "due", "kind", "detail", "status", "answer", "x", "y"]


def read(raw: dict[str, object], header: list[str], *cells: str, **named: str) -> Record:
    chosen = parse_map(raw)
    filled = list(cells) or [named.get(name, "") for name in header]
    return RowReader(chosen, places_of(chosen, header), len(header), MONDAY_10).read(2, filled)


def live(**changes: str) -> Record:
    usual = {"编号": "7", "时间": "2019-02-28 11:25:05", "标题": "路灯不亮", "内容": "迎春路三盏路灯不亮"}
    usual |= {"经度": "112.3", "纬度": "28.5"}
    return read(LIVE, LIVE_HEADER, **(usual | changes))


def past(**changes: str) -> Record:
    usual = {"city": "west", "id": "9", "opened": "2018-03-11T00:36:16", "closed": "2018-03-12T11:36:29"}
    usual |= {"due": "2018-03-13T00:36:16", "kind": "Noise", "status": "Closed", "x": "0.5", "y": "-0.5"}
    return read(PAST, PAST_HEADER, **(usual | changes))


def odd(record: Record) -> set[tuple[str, Oddity]]:
    return {(one.field, one.oddity) for one in record.remarks}


def test_an_ordinary_message_has_nothing_odd() -> None:
    record = live(点赞="5")
    assert odd(record) == set()
    assert record.reported_at == datetime(2019, 2, 28, 11, 25, 5, tzinfo=BEIJING)
    assert (record.title, record.words, record.spot) == ("路灯不亮", "迎春路三盏路灯不亮", (112.3, 28.5))
    assert record.given == {"点赞": "5"}


@pytest.mark.parametrize(
    ("written", "oddity"),
    [
        ("明天下午", Oddity.TIME_UNREADABLE),
        ("2019-02-30 10:00", Oddity.TIME_UNREADABLE),
        ("2027-01-01 00:00", Oddity.TIME_IN_FUTURE),
        ("1999-12-31 23:59", Oddity.TIME_TOO_OLD),
        ("0001-01-01 00:00:00", Oddity.TIME_TOO_OLD),
        ("", Oddity.TIME_MISSING),
    ],
)
def test_an_odd_time_leaves_the_message_in_and_its_time_to_the_receipt(written: str, oddity: Oddity) -> None:
    record = live(时间=written)
    assert record.reported_at is None
    assert odd(record) == {("reported_at", oddity)}
    assert not record.is_refused
    assert record.given == ({"时间": written} if written else {})


@pytest.mark.parametrize(
    "written",
    ["2019-02-28 11:25:05", "2019/2/28 11:25:05", "2019年2月28日 11时25分05秒", "2019-02-28T03:25:05Z"],
)
def test_times_are_read_as_people_write_them(written: str) -> None:
    assert read_moment(written, BEIJING) == datetime(2019, 2, 28, 11, 25, 5, tzinfo=BEIJING)


def test_times_are_read_in_the_zone_of_their_source() -> None:
    opened = "2018-03-11T00:36:16"
    assert past(city="west").reported_at == datetime(2018, 3, 11, 0, 36, 16, tzinfo=UTC)
    assert past(city="east").reported_at == datetime(2018, 3, 11, 5, 36, 16, tzinfo=UTC)
    assert past(city="north", opened=opened).reported_at == datetime(2018, 3, 11, 0, 36, 16, tzinfo=BEIJING)


def test_a_title_stands_in_for_words_and_the_beginning_of_words_for_a_title() -> None:
    assert live(内容="").words == "路灯不亮"
    assert odd(live(标题="")) == {("title", Oddity.TITLE_MISSING)}
    assert live(标题="", 内容="").is_refused
    assert live(标题="灯", 内容="").is_refused


def test_a_title_that_lists_would_cut_stays_whole_in_the_words() -> None:
    long = "关于" + "很" * 50 + "长的标题"
    assert live(标题=long).words == f"{long}\n迎春路三盏路灯不亮"
    assert live(内容="长" * 8001).words == "长" * 8001
    assert odd(live(内容="长" * 8001)) == {("words", Oddity.WORDS_LONG)}


def test_a_row_without_id_gets_one_from_its_content() -> None:
    first, again, other = live(编号=""), live(编号=""), live(编号="", 内容="另一件事")
    assert first.external_id == again.external_id != other.external_id
    assert odd(first) == {("external_id", Oddity.ID_MISSING)}
    assert odd(live(编号="9" * 81)) == {("external_id", Oddity.ID_TOO_LONG)}
    assert live(编号="9" * 81).external_id == content_id(["9" * 81])


def test_what_is_too_long_or_too_many_is_said() -> None:
    record = live(地址="路" * 201)
    assert odd(record) == {("address", Oddity.ADDRESS_LONG)}
    assert len(record.address) == 200
    assert record.given["地址"] == "路" * 201
    assert read(LIVE, LIVE_HEADER, *["1"] * 11).is_refused
    assert odd(live(重复于="3")) == {("duplicate_of", Oddity.DUPLICATE_OF)}


def test_short_rows_lack_their_last_cells() -> None:
    record = read(LIVE, LIVE_HEADER, "1", "2019-02-28 11:25:05", "路灯不亮", "内容在此")
    assert odd(record) == {("lat", Oddity.POSITION_MISSING)}


@pytest.mark.parametrize(
    ("lon", "lat", "field", "oddity"),
    [
        ("", "", "lat", Oddity.POSITION_MISSING),
        ("112.3", "", "lat", Oddity.POSITION_HALF),
        ("", "28.5", "lon", Oddity.POSITION_HALF),
        ("东经", "28.5", "lon", Oddity.POSITION_UNREADABLE),
    ],
)
def test_a_position_is_whole_or_none(lon: str, lat: str, field: str, oddity: Oddity) -> None:
    record = live(经度=lon, 纬度=lat)
    assert record.spot is None
    assert odd(record) == {(field, oddity)}


def test_closed_history_is_closed_and_the_rest_stands_as_it_was_left() -> None:
    assert (past().state, odd(past())) == (State.CLOSED, set())
    left_open = past(closed="", status="Open")
    assert (left_open.state, odd(left_open)) == (State.REPORTED, set())


@pytest.mark.parametrize(
    ("changes", "state", "expected"),
    [
        ({"closed": "2018-03-10T00:00:00"}, State.CLOSED, {("closed_at", Oddity.CLOSES_BEFORE_IT_OPENS)}),
        ({"due": "2018-03-01T00:00:00"}, State.CLOSED, {("due_at", Oddity.DUE_BEFORE_IT_OPENS)}),
        ({"status": "Assigned"}, State.CLOSED, {("status", Oddity.STATUS_DISAGREES)}),
        ({"closed": ""}, State.REPORTED, {("status", Oddity.STATUS_DISAGREES)}),
        (
            {"closed": "1900-01-01T00:00:00", "status": "Open"},
            State.REPORTED,
            {("closed_at", Oddity.TIME_TOO_OLD)},
        ),
        (
            {"closed": "2036-01-01T00:00:00", "status": "Open"},
            State.REPORTED,
            {("closed_at", Oddity.TIME_IN_FUTURE)},
        ),
        ({"closed": "", "status": ""}, State.REPORTED, set()),
        ({"x": "5"}, State.CLOSED, {("lon", Oddity.POSITION_OUTSIDE)}),
        ({"x": "nan"}, State.CLOSED, {("lon", Oddity.POSITION_OUTSIDE)}),
        (
            {"opened": "1995-05-05T00:00:00", "closed": "1995-05-06T00:00:00"},
            State.CLOSED,
            {("reported_at", Oddity.TIME_TOO_OLD)},
        ),
    ],
)
def test_odd_history_is_kept_and_said(
    changes: dict[str, str], state: State, expected: set[tuple[str, Oddity]]
) -> None:
    record = past(**changes)
    assert (record.state, odd(record), record.is_refused) == (state, expected, False)


@pytest.mark.parametrize("opened", ["", "soon", "2036-01-01T00:00:00"])
def test_history_without_a_beginning_is_refused_aloud(opened: str) -> None:
    record = past(opened=opened)
    assert record.is_refused
    assert ("reported_at", Oddity.TIME_UNUSABLE) in odd(record)


def test_the_more_particular_item_wins_and_the_unknown_stays_open() -> None:
    assert past().item_code == "080104"
    assert past(detail="Dog").item_code == "070302"
    assert past(detail="Party").item_code == "080104"
    assert past(kind="Taxi").item_code == ""


def test_texts_are_compared_without_width_spacing_and_case() -> None:
    assert text_mark("Ａ市 路灯\n不亮") == text_mark("a市路灯不亮") != text_mark("A市路灯又亮")


def test_every_oddity_is_told_in_both_languages() -> None:
    assert set(ODDITY_LABELS) == set(Oddity)
    assert all(zh and en for zh, en in ODDITY_LABELS.values())


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"kind": "dead"}, "live 或 history"),
        ({"source": ""}, "来源系统"),
        ({"source": "长" * 41}, "来源系统"),
        ({"columns": {}}, "columns"),
        ({"columns": {"words": 3}}, "columns.words"),
        ({"columns": {"external_id": "编号"}}, "words / title"),
        ({"columns": {"words": "内容", "closed_at": "办结"}}, "closed_at"),
        ({"columns": {"words": "内容", "lon": "经度"}}, "lon 和 lat"),
        ({"timezones": {"*": "Mars"}}, "Mars"),
        ({"frames": {"*": [3, 1, 2, 2]}}, "西, 南, 东, 北"),
        ({"datum": "mars"}, "datum"),
        ({"keep": "点赞"}, "keep"),
        ({"items": []}, "items"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_a_faulty_map_says_where(change: dict[str, object], said: str) -> None:
    with pytest.raises(MapRefused, match=said):
        parse_map(LIVE | change)
    parse_map(LIVE)


def test_a_map_must_find_its_columns_once() -> None:
    chosen = parse_map(LIVE)
    with pytest.raises(MapRefused, match="纬度"):
        places_of(chosen, [name for name in LIVE_HEADER if name != "纬度"])
    with pytest.raises(MapRefused, match="两列“编号”"):
        places_of(chosen, [*LIVE_HEADER, "编号"])
    assert places_of(chosen, ["别的", *LIVE_HEADER, "别的"])["编号"] == 1


def test_the_header_chooses_the_preset() -> None:
    broad, narrow = (
        ColumnMap(name, parse_map(LIVE).arrival, "s", "", {}, recognised_by=columns)
        for name, columns in (("broad", ("a",)), ("narrow", ("a", "b")))
    )
    assert fitting_map([broad, narrow], ["a", "b", "c"]) is narrow
    assert fitting_map([broad, narrow], ["a", "c"]) is broad
    with pytest.raises(NoMapFits, match="broad、narrow"):
        fitting_map([broad, narrow], ["c"])


HORSESHOE = shapely.Polygon([(0, 0), (9, 0), (9, 5), (6, 5), (6, 2), (3, 2), (3, 5), (0, 5)])
WITH_HOLE = shapely.box(0, 0, 10, 10).difference(shapely.box(4, 4, 6, 6))
ISLANDS = shapely.MultiPolygon([shapely.box(0, 0, 1, 1), shapely.box(5, 3, 6, 4)])
TRIANGLE = shapely.Polygon([(112, 28), (113, 28.2), (112.1, 28.9)])
SHAPES = {"horseshoe": HORSESHOE, "with hole": WITH_HOLE, "islands": ISLANDS, "triangle": TRIANGLE}
OUTLINES = {name: outline_of(shapely.to_wkb(shape)) for name, shape in SHAPES.items()}


@pytest.mark.parametrize("name", SHAPES)
@given(east=st.floats(0, 1), north=st.floats(0, 1))
def test_every_position_lands_inside(name: str, east: float, north: float) -> None:
    outline = OUTLINES[name]
    spot = outline.spot(east, north)
    assert outline.holds(*spot)
    assert spot == outline.spot(east, north)


@pytest.mark.parametrize("name", SHAPES)
def test_equal_shares_of_the_frame_become_equal_shares_of_the_area(name: str) -> None:
    """An even sheet of positions stays even: each part of the area gets its share by size."""
    shape, outline = SHAPES[name], OUTLINES[name]
    steps = (numpy.arange(60) + 0.5) / 60
    spots = shapely.points([outline.spot(east, north) for east in steps for north in steps])
    west, south, east, north = shape.bounds
    for cut in (0.25, 0.5, 0.8):
        for part in (
            shapely.box(west, south, west + cut * (east - west), north),
            shapely.box(west, south, east, south + cut * (north - south)),
        ):
            expected = shapely.area(shapely.intersection(shape, part)) / shapely.area(shape)
            assert shapely.covers(part, spots).mean() == pytest.approx(expected, abs=0.03)


def test_a_square_frame_on_a_square_keeps_every_place() -> None:
    outline = outline_of(shapely.to_wkb(shapely.box(112.3, 28.5, 112.31, 28.51)))
    lon, lat = outline.spot(0.25, 0.75)
    assert (lon, lat) == (pytest.approx(112.3025, abs=2e-5), pytest.approx(28.5075, abs=2e-5))


def test_only_positions_in_the_frame_have_a_share() -> None:
    frame = (-74.26, 40.49, -73.70, 40.92)
    assert share_in_frame(-73.98, 40.705, frame) == (pytest.approx(0.5), pytest.approx(0.5))
    assert share_in_frame(-75.0, 40.7, frame) is None


def test_a_phone_clock_may_run_ahead() -> None:
    ahead = (MONDAY_10 + timedelta(minutes=5)).strftime("%Y-%m-%d %H:%M:%S")
    assert odd(live(时间=ahead)) == set()
