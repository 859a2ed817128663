"""Areas of the national codes that nobody has drawn: 大通湖管理区 and its like. They are areas like others, without ground."""

import csv
import os
from pathlib import Path
from typing import Any

import pytest
import shapely
from django.test import Client

from jingwei.config.founding import read_codes
from jingwei.config.founding_outlines import read_outlines
from jingwei.foundation.areas.contracts import AreaKind
from jingwei.foundation.areas.queries import locate, outlines_around, path_name
from jingwei.foundation.areas.services import NewArea, open_areas
from jingwei.foundation.gazetteer.queries import find_places
from jingwei.foundation.scoping import eyes
from jingwei.foundation.territory.models import Draft
from jingwei.foundation.territory.queries.drafts import draft_for, features_of
from jingwei.foundation.territory.rules.exchange_placing import Certainty
from jingwei.foundation.territory.rules.features import LoadManner
from jingwei.foundation.territory.services.drafts import open_draft
from jingwei.foundation.territory.services.exchange_importing import apply_import, upload_geometry
from jingwei.foundation.territory.tests.exchange.conftest import _read_here  # noqa: F401 — the fixture
from jingwei.foundation.territory.tests.exchange.samples import geojson
from tests.cast import CAST, CITY, GRID_1, MONDAY_10, inside

FOLDER = Path(os.environ.get("JINGWEI_SAMPLES", Path(__file__).parents[4] / "shared" / "data"))
CODES = FOLDER / "cn_divisions/divisions_four_cities.csv"
CITIES = {"6201": "lanzhou", "2306": "daqing", "5303": "qujing", "4309": "yiyang"}
UNDRAWN = {"6201": {"620171"}, "2306": {"230671"}, "5303": set(), "4309": {"430971", "430972"}}
LAKE = "430971"
pytestmark = pytest.mark.skipif(
    not CODES.exists(),
    reason="the sample data is never copied into the project: set JINGWEI_SAMPLES to its folder",
)


def national(prefix: str) -> list[dict[str, str]]:
    with CODES.open(encoding="utf-8-sig") as file:
        return [row for row in csv.DictReader(file) if row["code"].startswith(prefix)]


@pytest.mark.parametrize("city", sorted(CITIES))
def test_a_city_is_founded_with_the_areas_that_have_no_border(city: str, tmp_path: Path) -> None:
    path = tmp_path / "codes.csv"
    path.write_text(
        "\n".join(["code,name", *(f"{r['code']},{r['name']}" for r in national(city))]), encoding="utf-8"
    )
    read = read_codes(path)
    drawn = read_outlines(FOLDER / f"cn_boundaries/{CITIES[city]}.geojson", read.rows)
    assert (read.complaints, drawn.complaints) == ([], [])
    counties = {row.code for row in read.rows if len(row.code) == 6}
    assert counties - set(drawn.outlines) == UNDRAWN[city]
    for code in UNDRAWN[city]:
        assert any(row.code.startswith(code) and len(row.code) == 12 for row in read.rows)


@pytest.fixture
def lake(db: Any) -> list[str]:
    """大通湖管理区 with its townships and villages, from the national codes, beside the cast's drawn counties."""
    rows = national(LAKE)
    rural = [NewArea(row["code"], row["name"], AreaKind.RURAL) for row in rows]
    open_areas(rural, on=MONDAY_10.date(), at=MONDAY_10)
    return [row["code"] for row in rows]


def test_they_are_found_by_name_and_lie_nowhere(lake: list[str]) -> None:
    assert "大通湖管理区" in path_name(lake[-1])
    assert {one.relation for one in outlines_around(LAKE)} == {"beside"}
    with eyes(CAST.public):
        best = find_places("大通湖管理区")[0]
    called = next(row["name"] for row in national(LAKE) if row["code"] == LAKE)
    assert (best.name, best.lon, best.lat) == (called, None, None)
    assert locate(*inside(GRID_1)).area_code == GRID_1, "those that are drawn are found as before"
    answer = Client().get(f"/api/v1/areas/{LAKE}/outline")
    assert answer.status_code == 200
    assert LAKE not in {one["code"] for one in answer.json()}
    assert {one["code"] for one in Client().get(f"/api/v1/areas?parent={CITY}").json()} >= {LAKE}


@pytest.mark.usefixtures("_read_here")
def test_their_first_grids_come_in_from_a_file_and_it_is_said_that_nothing_proves_the_place(
    lake: list[str],
) -> None:
    village = next(code for code in lake if len(code) == 12)
    draft: Draft = open_draft(CAST.ding, area_code=village[:9], title="第一次画", at=MONDAY_10)
    ground = shapely.box(112.50, 29.12, 112.505, 29.13)
    grid = f"{village}001"
    found = upload_geometry(
        CAST.ding,
        draft.pk,
        file_name="网格.geojson",
        pieces=[geojson([ground], [{"编码": grid, "名称": "第一网格"}])],
        at=MONDAY_10,
    )
    assert (found.certainty, found.placing.get("share"), found.counts["good"]) == (Certainty.ASSUMED, None, 1)
    apply_import(CAST.ding, found.id, version=draft.version, manner=LoadManner.MERGE, at=MONDAY_10)
    with eyes(CAST.ding):
        stand = {one.code: one for one in features_of(draft_for(CAST.ding, draft.pk))}
    assert stand[grid].name == "第一网格"
    assert shapely.hausdorff_distance(stand[grid].outline, ground) < 1e-9
