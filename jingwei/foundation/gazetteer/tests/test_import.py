"""Places come in from a sheet, from GeoJSON and from OpenStreetMap; faults by row, nothing twice, taken back whole."""

import json
import os
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.core.management import CommandError, call_command

from jingwei.foundation.access.contracts import system_actor
from jingwei.foundation.gazetteer.models import Place
from jingwei.foundation.gazetteer.queries import find_places
from jingwei.foundation.gazetteer.services.importing import Told, import_places
from jingwei.foundation.gazetteer.services.sheets import PLACE_SHEET
from jingwei.foundation.gazetteer.tests.planting import added
from jingwei.foundation.imports.queries import bad_rows, batch_of
from jingwei.foundation.imports.services.registry import all_sheets, register_sheets
from jingwei.foundation.imports.services.runs import check_batch, run_to_end, start_batch, undo_batch
from jingwei.foundation.imports.services.uploads import map_columns, upload_file
from jingwei.foundation.imports.tests.steps import csv_bytes
from jingwei.foundation.scoping import eyes
from jingwei.kernel.geo import Datum
from tests.cast import CAST, FAR_GRID, GRID_1, GRID_2, MONDAY_10, inside

pytestmark = pytest.mark.django_db
FOLDER = Path(os.environ.get("JINGWEI_SAMPLES", Path(__file__).parents[5] / "shared" / "data"))
SURVEYOR = system_actor("测试导入")
HEADERS = ("名称", "类别", "经度", "纬度", "地址", "别名", "曾用名")
LON, LAT = inside(GRID_2)


@pytest.fixture(autouse=True)
def _folder_and_sheets(settings: Any, tmp_path: Path) -> None:
    settings.VAR_FOLDER = tmp_path
    if PLACE_SHEET not in all_sheets():
        register_sheets([PLACE_SHEET])


def run(batch_id: UUID) -> Any:
    run_to_end(batch_id, now=lambda: MONDAY_10)
    with eyes(CAST.wu):
        return batch_of(CAST.wu, batch_id)


def checked(*rows: tuple[object, ...]) -> Any:
    content = csv_bytes(*rows, headers=HEADERS)
    batch = upload_file(CAST.wu, PLACE_SHEET.key, file_name="地点.csv", pieces=[content], at=MONDAY_10)
    names = {one.label_zh: one.name for one in PLACE_SHEET.columns}
    map_columns(
        CAST.wu,
        batch.id,
        mapping=[names[head] for head in HEADERS],
        options={"datum": "WGS-84"},
    )
    check_batch(CAST.wu, batch.id, at=MONDAY_10)
    return run(batch.id)


def faults(batch: Any) -> dict[int, list[str]]:
    with eyes(CAST.wu):
        return {number: [one.message_zh for one in found] for number, found in bad_rows(batch)}


def names() -> set[str]:
    return set(Place.objects.unscoped("test").values_list("name", flat=True))


def test_a_sheet_is_checked_by_row_written_and_taken_back() -> None:
    added("东风路")
    far = inside(FAR_GRID)
    at_road = inside(GRID_1)
    batch = checked(
        ("长征大道", "", LON, LAT, "", "大道、长征路", "西大街"),
        ("东风路小学", "学校", "", "", "东风路", "", ""),
        ("远方小学", "学校", *far, "", "", ""),
        ("东风路", "", *at_road, "", "", ""),
        ("3栋502室", "", LON, LAT, "", "", ""),
        ("无处小学", "学校", "", "", "谁也不知道的地方", "", ""),
    )
    told = faults(batch)
    assert sorted(told) == [4, 5, 6, 7]
    assert "不在您的辖区内" in told[4][0]
    assert "已有地点" in told[5][0]
    assert "地名" in told[6][0]
    assert "查不准" in told[7][0]
    good = checked(
        ("长征大道", "", LON, LAT, "", "大道、长征路", "西大街"),
        ("东风路小学", "学校", "", "", "东风路", "", ""),
    )
    assert faults(good) == {}
    start_batch(CAST.wu, good.id, at=MONDAY_10)
    run(good.id)
    assert names() == {"东风路", "长征大道", "东风路小学"}
    with eyes(CAST.public):
        first = find_places("西大街")[0]
        school = find_places("东风路小学")[0]
    assert (first.name, first.kind) == ("长征大道", "road")
    assert (school.lon, school.lat) == pytest.approx(inside(GRID_1))
    undo_batch(CAST.wu, good.id, at=MONDAY_10)
    run(good.id)
    assert names() == {"东风路"}


def feature(name: str, ref: int, lon: float = LON, **tags: str) -> dict[str, Any]:
    line = {"type": "LineString", "coordinates": [[lon, LAT], [lon + 0.001, LAT]]}
    return {"type": "Feature", "id": ref, "properties": {"name": name} | tags, "geometry": line}


def brought(folder: Path, *features: dict[str, Any]) -> Told:
    path = folder / "city.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    return import_places(SURVEYOR, path, source="osm", datum=Datum.WGS84, at=MONDAY_10)


def test_a_file_of_features_comes_in_once_and_later_only_what_changed(tmp_path: Path) -> None:
    road = feature("长征大道", 1, highway="primary", alt_name="大道")
    piece = feature("长征大道", 2, LON + 0.001, highway="primary")
    nowhere = feature("海上路", 3, 150.0, highway="primary")
    nameless = {"type": "Feature", "properties": {"building": "yes"}, "geometry": None}
    first = brought(tmp_path, road, piece, nowhere, nameless)
    assert dict(first.counts) == {"added": 1, "known": 1, "outside": 1}
    again = brought(tmp_path, road, piece, nowhere)
    assert dict(again.counts) == {"same": 1, "known": 1, "outside": 1}
    renamed = brought(tmp_path, feature("复兴大道", 1, highway="primary", alt_name="大道"))
    assert dict(renamed.counts) == {"changed": 1}
    with eyes(CAST.public):
        assert [one.name for one in find_places("长征大道")] == ["复兴大道"]


def test_openstreetmap_is_read_and_a_broken_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "city.osm.pbf"
    _write_osm(path)
    told = import_places(SURVEYOR, path, source="osm", datum=Datum.WGS84, at=MONDAY_10)
    assert dict(told.counts) == {"added": 2}
    kinds = dict(Place.objects.unscoped("test").values_list("name", "kind"))
    assert kinds == {"东风路小学": "school", "长征大道": "road"}
    path.write_bytes(b"no pbf at all")
    with pytest.raises(CommandError, match="不能读取"):
        call_command("import_places", str(path))


def _write_osm(path: Path) -> None:
    import osmium

    with osmium.SimpleWriter(str(path)) as writer:
        for ref, tags in ((1, {"amenity": "school", "name": "东风路小学"}), (2, {}), (3, {})):
            node = osmium.osm.mutable.Node(id=ref, location=(LON + ref / 1e4, LAT), tags=tags)
            writer.add_node(node)
        way = {"highway": "primary", "name": "长征大道"}
        writer.add_way(osmium.osm.mutable.Way(id=7, nodes=[2, 3], tags=way))


def test_a_real_extract_is_read_to_its_end() -> None:
    """Nothing of it lies in this city: every feature with a name is accounted for."""
    path = FOLDER / "osm_sample/wuhan_guanggu_osm.geojson"
    if not path.exists():
        pytest.skip("the sample data is never copied into the project: set JINGWEI_SAMPLES to its folder")
    told = import_places(SURVEYOR, path, source="osm", datum=Datum.WGS84, at=MONDAY_10)
    assert set(told.counts) == {"outside"}
    assert told.counts["outside"] > 100
