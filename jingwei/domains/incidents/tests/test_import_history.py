"""History from elsewhere: its own times kept, its positions laid into our area, nobody's task."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
import shapely

from jingwei.domains.incidents import queries, services
from jingwei.domains.incidents.contracts import Action, Channel, State
from jingwei.domains.incidents.models import Step
from jingwei.domains.incidents.queries import Bucket, Filter
from jingwei.domains.incidents.rules.refusals import NotYours
from jingwei.domains.incidents.rules.transplant import Oddity
from jingwei.domains.incidents.rules.transplant_map import parse_map
from jingwei.domains.incidents.services.transplant import BRINGER
from jingwei.domains.incidents.services.transplant_rows import ARCHIVE_ID
from jingwei.domains.incidents.tests.bringing import bring, matter, matters, rows_of, stored, table
from jingwei.foundation.areas.queries import locate
from jingwei.foundation.privacy.services import tracking_code_of, tracking_index
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import BEIJING
from tests.cast import CAST, COMMUNITY, COUNTY, GRIDS, MONDAY_10, TOWNSHIP, centre

pytestmark = pytest.mark.django_db


def steps_of(incident_id: UUID) -> list[Step]:
    with eyes(BRINGER):
        return list(Step.objects.filter(incident_id=incident_id).order_by("version"))


def test_closed_history_comes_with_its_times_and_its_course(tmp_path: Path) -> None:
    bring(matters(tmp_path, matter(1)), COUNTY)
    case = stored()["1"]
    assert (case.state, case.channel, case.is_history) == (State.CLOSED, Channel.IMPORT, True)
    assert (case.external_source, case.title) == ("nyc311", "Noise - Residential")
    assert case.words == "Noise - Residential / Loud Music/Party"
    assert case.reported_at == datetime(2018, 3, 11, 0, 36, 16, tzinfo=BEIJING)
    assert case.closed_at == datetime(2018, 3, 12, 11, 36, 29, tzinfo=BEIJING)
    assert case.external_due_at == datetime(2018, 3, 13, 0, 36, 16, tzinfo=BEIJING)
    assert (case.received_at, case.due_at, case.warn_at) == (MONDAY_10, None, None)
    steps = steps_of(case.pk)
    assert [(s.version, s.action, s.from_state, s.to_state) for s in steps] == [
        (1, Action.REPORT, None, 10),
        (2, Action.CLOSE, 10, 70),
        (3, Action.TRANSPLANT, 70, 70),
    ]
    assert [s.at for s in steps] == [case.reported_at, case.closed_at, MONDAY_10]
    assert [s.actor_name for s in steps] == ["nyc311", "Police Department", "批量导入"]
    assert (steps[1].remark, steps[1].due_at) == ("The music had ended.", case.external_due_at)
    assert case.version == 3
    assert steps[2].facts["given"]["address"] == "1 SOME STREET"
    assert (case.address, case.item_code) == ("", "080104")


def test_san_francisco_is_read_as_utc(tmp_path: Path) -> None:
    bring(matters(tmp_path, matter(1, dataset="sf311", lat="37.77", lon="-122.41")), COUNTY)
    assert stored()["1"].reported_at == datetime(2018, 3, 11, 0, 36, 16, tzinfo=UTC)


def test_what_its_source_left_open_waits_in_nobodys_inbox(tmp_path: Path) -> None:
    bring(
        matters(tmp_path, matter(1, closed_at="", status="Assigned", due_at="2018-03-12T00:00:00")), COMMUNITY
    )
    case = stored()["1"]
    assert (case.state, case.closed_at, case.due_at) == (State.REPORTED, None, None)
    assert (case.centre_id, case.centre_area, case.version) == (ARCHIVE_ID, COMMUNITY, 2)
    assert [s.action for s in steps_of(case.pk)] == [Action.REPORT, Action.TRANSPLANT]
    assert steps_of(case.pk)[1].facts["given"]["resolution"] == "The music had ended."
    for desk in (CAST.wu, CAST.zhao, CAST.sun, CAST.he):
        with eyes(desk):
            assert set(queries.inbox_counts(desk, at=MONDAY_10).values()) == {0}
    with pytest.raises(NotYours):
        services.accept_incident(CAST.wu, case.pk, item_code="080104", at=MONDAY_10)
    with eyes(CAST.wu):
        assert {m.action for m in queries.actions_for(CAST.wu, case, at=MONDAY_10)} <= {Action.NOTE}


def test_a_centre_above_may_take_an_open_matter_up_and_then_it_is_its_own(tmp_path: Path) -> None:
    bring(matters(tmp_path, matter(1, closed_at="", status="Open")), COMMUNITY)
    case = stored()["1"].pk
    taken = services.take_up_incident(CAST.sun, case, remark="仍有反映，由区里办理", at=MONDAY_10)
    assert (taken.centre_id, taken.version) == (centre(COUNTY), 3)
    with eyes(CAST.sun):
        assert queries.inbox_counts(CAST.sun, at=MONDAY_10)[Bucket.TO_ACCEPT] == 1


def test_who_serves_the_area_sees_history_marked_as_such(tmp_path: Path) -> None:
    bring(matters(tmp_path, matter(1), matter(2, closed_at="", status="Open")), COMMUNITY)
    for desk, expected in ((CAST.wu, 2), (CAST.zhao, 2), (CAST.mao, 0), (CAST.zhou, 0), (CAST.tang, 0)):
        with eyes(desk):
            page = queries.list_incidents(desk, Filter(), at=MONDAY_10, cursor=None, size=10)
        assert [row.is_history for row in page.rows] == [True] * expected


def test_positions_lie_inside_in_a_grid_and_on_the_same_side(tmp_path: Path) -> None:
    corners = {"sw": (40.50, -74.25), "se": (40.50, -73.71), "nw": (40.91, -74.25), "ne": (40.91, -73.71)}
    corners["middle"] = (40.705, -73.98)
    rows = [matter(n, source_id=k, lat=str(y), lon=str(x)) for n, (k, (y, x)) in enumerate(corners.items())]
    bring(matters(tmp_path, *rows), COUNTY)
    here = stored()
    squares = shapely.box(112.30, 28.50, 112.34, 28.51)
    for case in here.values():
        assert shapely.contains_xy(squares, *case.position.coords)
        assert case.grid_code in GRIDS
        assert case.scope_code == case.grid_code == locate(*case.position.coords).area_code
        assert (case.given_lon, case.datum) == (None, "")
    spots = {key: case.position.coords for key, case in here.items()}
    assert spots["sw"][0] < spots["middle"][0] < spots["se"][0]
    assert spots["sw"][1] < spots["middle"][1] < spots["nw"][1]
    assert spots["nw"][0] == spots["sw"][0]


def test_every_grid_gets_its_part_of_an_even_sheet(tmp_path: Path) -> None:
    sheet = [
        matter(
            n,
            lat=str(round(40.50 + 0.41 * (n // 20) / 20, 4)),
            lon=str(round(-74.25 + 0.54 * (n % 20) / 20, 4)),
        )
        for n in range(400)
    ]
    bring(matters(tmp_path, *sheet), COUNTY)
    found = dict(rows_of("select grid_code, count(*) from incidents_incident where is_history group by 1"))
    assert set(found) == {grid for grid in GRIDS if grid.startswith(COUNTY)}
    assert all(count == pytest.approx(100, abs=20) for count in found.values())


def test_the_same_position_lands_on_the_same_spot_whatever_comes_with_it(tmp_path: Path) -> None:
    bring(matters(tmp_path, matter(1), name="one.csv"), TOWNSHIP)
    bring(
        matters(tmp_path, matter(2), matter(3, lat="40.6"), matter(4, lon="-74.2"), name="two.csv"), TOWNSHIP
    )
    here = stored()
    assert here["1"].position.coords == here["2"].position.coords != here["3"].position.coords


def test_odd_history_comes_in_and_is_told(tmp_path: Path) -> None:
    tally = bring(
        matters(
            tmp_path,
            matter(1, closed_at="2018-03-10T00:00:00"),
            matter(2, closed_at="1900-01-01T00:00:00", status="Assigned"),
            matter(3, lat="", lon=""),
            matter(4, lat=""),
            matter(5, lat="41.5"),
            matter(6, status="Pending"),
            matter(7, created_at=""),
            matter(7, created_at="2018-03-11T00:36:16"),
            matter(7),
        ),
        COUNTY,
    )
    told = {(one.number, one.fate, one.remark.field, one.remark.oddity) for one in tally.told}
    assert told == {
        (2, "imported", "closed_at", Oddity.CLOSES_BEFORE_IT_OPENS),
        (3, "imported", "closed_at", Oddity.TIME_TOO_OLD),
        (4, "imported", "lat", Oddity.POSITION_MISSING),
        (5, "imported", "lat", Oddity.POSITION_HALF),
        (6, "imported", "lon", Oddity.POSITION_OUTSIDE),
        (7, "imported", "status", Oddity.STATUS_DISAGREES),
        (8, "refused", "reported_at", Oddity.TIME_MISSING),
        (8, "refused", "reported_at", Oddity.TIME_UNUSABLE),
        (10, "refused", "external_id", Oddity.REPEATED),
    }
    assert (tally.read, tally.imported, tally.refused, tally.repeated) == (9, 7, 1, 1)
    here = stored()
    assert here["1"].closed_at < here["1"].reported_at
    assert (here["2"].state, here["2"].closed_at) == (State.REPORTED, None)
    assert steps_of(here["2"].pk)[-1].facts["given"]["closed_at"] == "1900-01-01T00:00:00"
    assert [(here[k].position, here[k].scope_code) for k in "345"] == [(None, COUNTY)] * 3
    assert steps_of(here["5"].pk)[-1].facts["given"]["lat"] == "41.5"


def test_the_second_run_brings_nothing_and_ids_of_other_sources_are_others(tmp_path: Path) -> None:
    path = matters(tmp_path, matter(1), matter(1, dataset="baltimore311", lat="39.3", lon="-76.6"))
    assert bring(path, COUNTY).imported == 2
    again = bring(path, COUNTY)
    assert (again.imported, again.present) == (0, 2)


def test_history_wakes_nobody(tmp_path: Path) -> None:
    before = rows_of("select count(*) from procrastinate_jobs")
    bring(matters(tmp_path, matter(1), matter(2, closed_at="", status="Open")), COUNTY)
    assert rows_of("select count(*) from procrastinate_jobs") == before


def test_no_tracking_code_opens_history(tmp_path: Path) -> None:
    """Nobody was handed a code; the stored mark is not one that a code could lead to."""
    bring(matters(tmp_path, matter(1), matter(2)), COUNTY)
    cases = stored().values()
    marks = {bytes(case.tracking_index) for case in cases}
    assert len(marks) == 2
    assert marks.isdisjoint(tracking_index(tracking_code_of(bytes(case.fingerprint))) for case in cases)


OWN: dict[str, Any] = {
    "kind": "history",
    "source": "旧平台",
    "columns": {
        "external_id": "编号",
        "reported_at": "上报",
        "closed_at": "办结",
        "words": "内容",
        "lon": "经度",
        "lat": "纬度",
    },
}


def test_without_a_frame_the_files_own_positions_make_one(tmp_path: Path) -> None:
    rows = [
        {
            "编号": str(n),
            "上报": "2020-01-01",
            "办结": "2020-01-02",
            "内容": f"第{n}件",
            "经度": str(n / 100),
            "纬度": str(n / 50),
        }
        for n in range(1, 301)
    ]
    bring(table(tmp_path / "own.csv", list(rows[0]), rows), COUNTY, chosen=parse_map(OWN))
    here = stored()
    placed = [case for case in here.values() if case.position is not None]
    assert len(here) == 300
    assert len(placed) >= 296  # the outermost half per cent at each end lie outside the frame
    by_number = sorted(placed, key=lambda case: int(case.external_id))
    lons = [case.position.x for case in by_number]
    assert lons == sorted(lons)
