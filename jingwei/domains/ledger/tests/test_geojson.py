"""Components and resources out of GeoJSON: through the importer, in whatever datum, back as a table with its faults."""

import csv
import io
import json
from pathlib import Path
from typing import Any
from uuid import UUID

import numpy as np
import pytest

from jingwei.domains.ledger.models import Component
from jingwei.domains.ledger.tests.things import COVER, kinds
from jingwei.foundation.imports.contracts import FileFormat
from jingwei.foundation.imports.models import Batch
from jingwei.foundation.imports.queries import bad_rows, batch_of
from jingwei.foundation.imports.services.returning import errors_of_batch
from jingwei.foundation.imports.services.runs import check_batch, run_to_end, start_batch, undo_batch
from jingwei.foundation.imports.services.uploads import map_columns, upload_correction, upload_file
from jingwei.foundation.scoping import eyes
from jingwei.kernel.geo import wgs84_to_gcj02
from jingwei.kernel.projections import from_wgs84, system_of
from tests.cast import CAST, COUNTY, FAR_GRID, GRID_1, GRID_2, MONDAY_10, WATER, inside

pytestmark = pytest.mark.django_db
WHO = CAST.wu


@pytest.fixture(autouse=True)
def _a_city_with_kinds(settings: Any, tmp_path: Path) -> None:
    settings.VAR_FOLDER = tmp_path
    kinds()


def feature(at: tuple[float, float] | dict[str, Any] | None, **properties: Any) -> dict[str, Any]:
    geometry = {"type": "Point", "coordinates": list(at)} if isinstance(at, tuple) else at
    return {"type": "Feature", "geometry": geometry, "properties": {"小类": "上水井盖"} | properties}


def uploaded(*features: dict[str, Any], crs: str = "") -> Batch:
    whole: dict[str, Any] = {"type": "FeatureCollection", "features": list(features)}
    if crs:
        whole["crs"] = {"type": "name", "properties": {"name": crs}}
    content = json.dumps(whole, ensure_ascii=False).encode()
    return upload_file(WHO, "ledger.components", file_name="部件.geojson", pieces=[content], at=MONDAY_10)


def run(batch_id: UUID) -> Batch:
    run_to_end(batch_id, now=lambda: MONDAY_10)
    with eyes(WHO):
        return batch_of(WHO, batch_id)


def written(batch: Batch, **options: str) -> Batch:
    if options:
        map_columns(WHO, batch.id, mapping=batch.mapping, options=options)
    check_batch(WHO, batch.id, at=MONDAY_10)
    run(batch.id)
    start_batch(WHO, batch.id, at=MONDAY_10)
    return run(batch.id)


def components() -> list[Component]:
    with eyes(WHO):
        return list(Component.objects.visible_to(WHO).order_by("code"))


def test_a_survey_in_metres_becomes_components_and_is_taken_back() -> None:
    x, y = from_wgs84(*(np.array([one]) for one in inside(GRID_1)), system_of("gk3-cm111"))
    code = f"{COUNTY}{COVER}000040"
    batch = uploaded(
        feature(
            (float(x[0]), float(y[0])), 部件名称="一号井盖", 标识码=int(code), 养护单位="资阳区自来水公司"
        ),
        crs="urn:ogc:def:crs:EPSG::4546",
    )
    assert (batch.file_suffix, batch.options) == ("geojson", {"datum": "CGCS2000"})
    done = written(batch)
    assert (done.written_rows, done.bad_rows, done.trouble) == (1, 0, None)
    (row,) = components()
    assert (row.position.x, row.position.y) == pytest.approx(inside(GRID_1), abs=1e-6)
    assert (row.code, row.grid_code, row.datum, row.keeper_unit_id) == (code, GRID_1, "cgcs2000", WATER)
    undo_batch(WHO, batch.id, at=MONDAY_10)
    assert run(batch.id).undone_rows == 1
    assert components() == []


def test_what_is_wrong_comes_back_as_a_table_and_goes_on_as_one() -> None:
    good = wgs84_to_gcj02(*inside(GRID_2))
    surface = {"type": "Polygon", "coordinates": [[[112, 28], [113, 28], [113, 29], [112, 28]]]}
    batch = uploaded(
        feature(good, 名称="邻格井盖"),
        feature(surface, 名称="一片"),
        feature(None, 名称="无处"),
        feature(wgs84_to_gcj02(*inside(FAR_GRID)), 名称="辖区外"),
    )
    assert batch.options == {}  # nothing is said of the datum: somebody has to know it
    done = written(batch, datum="高德")
    assert (done.written_rows, done.bad_rows) == (1, 3)
    (row,) = components()
    assert (row.position.x, row.position.y) == pytest.approx(inside(GRID_2), abs=1e-6)
    assert (row.datum, row.given_lon, row.name) == ("gcj02", pytest.approx(good[0]), "邻格井盖")
    with eyes(WHO):
        faults = {
            number: [fault.column for fault in found] for number, found in bad_rows(done, after=0, limit=9)
        }
    assert faults == {3: ["lon", "lat"], 4: ["lon", "lat"], 5: ["lon"]}

    out = b"".join(errors_of_batch(WHO, batch.id, only_bad=True, file_format=FileFormat.CSV).pieces())
    table = list(csv.reader(io.StringIO(out.decode("utf-8-sig"))))
    assert table[0][:4] == ["经度", "纬度", "小类", "名称"]
    assert "点" in table[1][-2]
    lon, lat = wgs84_to_gcj02(*inside(GRID_1))
    table[1][:2] = [str(lon), str(lat)]
    text = io.StringIO(newline="")
    csv.writer(text).writerows(table[:2])
    upload_correction(WHO, batch.id, file_name="改正.csv", pieces=[text.getvalue().encode()], at=MONDAY_10)
    assert written(batch).written_rows == 2
    assert {one.name for one in components()} == {"邻格井盖", "一片"}
