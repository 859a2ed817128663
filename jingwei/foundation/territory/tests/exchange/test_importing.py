"""A file goes into a draft: read, placed, judged feature by feature, corrected, put in; and comes out again the same."""

import json
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
import shapely
from openpyxl import Workbook, load_workbook
from shapely import Geometry, box

from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.areas.contracts import Layer
from jingwei.foundation.scoping import eyes
from jingwei.foundation.territory.models import Draft, GeometryImport, ImportedFeature
from jingwei.foundation.territory.queries.drafts import draft_for, features_of
from jingwei.foundation.territory.queries.exchange import import_of, imported_features, imports_of
from jingwei.foundation.territory.rules.exchange_formats import GeometryFormat
from jingwei.foundation.territory.rules.exchange_refusals import (
    ColumnsRefused,
    GeometryFileGone,
    GeometryFileRefused,
    GeometryImportUnknown,
    NothingToApply,
    WritingRefused,
)
from jingwei.foundation.territory.rules.exchange_report import FeatureState
from jingwei.foundation.territory.rules.features import LoadManner
from jingwei.foundation.territory.services.drafts import open_draft
from jingwei.foundation.territory.services.exchange_importing import (
    apply_import,
    read_again,
    upload_correction,
    upload_geometry,
)
from jingwei.foundation.territory.services.exchange_keeping import drop_expired_geometry
from jingwei.foundation.territory.services.exchange_report import report_of
from jingwei.foundation.territory.services.exchange_storage import KEEP_DAYS, original_file, original_path
from jingwei.foundation.territory.services.exchange_writing import export_division, export_draft
from jingwei.foundation.territory.tests.exchange.samples import geojson, moved, shapefile
from jingwei.kernel.errors import StaleVersion
from jingwei.kernel.redlines import RedLineCrossed
from tests.cast import CAST, COMMUNITY, GRID_1, GRID_2, GRID_3, MONDAY_10, TOWNSHIP, in_post

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("_read_here"),
    pytest.mark.filterwarnings("ignore::RuntimeWarning", "ignore::pytest.PytestUnraisableExceptionWarning"),
]
AT = MONDAY_10
HALVES = [box(112.30, 28.50, 112.305, 28.51), box(112.305, 28.50, 112.31, 28.51)]
"""Grid 1 cut in two: one half keeps the code, the other is new."""
NEW = f"{COMMUNITY}007"


@pytest.fixture
def draft() -> Draft:
    return open_draft(CAST.ding, area_code=TOWNSHIP, title="开春调整", at=AT)


def rows(*codes: str) -> list[dict[str, Any]]:
    return [{"编码": code, "名称": f"网格{code[-3:]}", "户数": 100 + at} for at, code in enumerate(codes)]


def upload(draft: Draft, content: bytes, *, actor: Actor = CAST.ding, at: datetime = AT) -> GeometryImport:
    return upload_geometry(actor, draft.pk, file_name="网格.geojson", pieces=[content], at=at)


def report(found: GeometryImport) -> list[ImportedFeature]:
    with eyes(CAST.ding):
        return imported_features(CAST.ding, found.id, state=None, cursor=None, limit=100).rows


def standing(draft: Draft) -> dict[str, Any]:
    with eyes(CAST.ding):
        return {one.code: one for one in features_of(draft_for(CAST.ding, draft.pk))}


def version_of(draft: Draft) -> int:
    with eyes(CAST.ding):
        return int(draft_for(CAST.ding, draft.pk).version)


def apply(draft: Draft, found: GeometryImport, manner: LoadManner = LoadManner.MERGE) -> GeometryImport:
    return apply_import(CAST.ding, found.id, version=version_of(draft), manner=manner, at=AT)


def test_a_file_is_judged_without_touching_the_draft_and_then_put_into_it(draft: Draft) -> None:
    found = upload(draft, geojson(HALVES, rows(GRID_1, NEW)))
    assert found.mapping == {"code": "编码", "name": "名称", "households": "户数"}
    assert found.counts == {"features": 2, "good": 2, "mended": 0, "bad": 0, "same": 0, "absent": 2}
    assert NEW not in standing(draft)
    apply(draft, found)
    after = standing(draft)
    assert shapely.hausdorff_distance(after[GRID_1].outline, HALVES[0]) < 1e-9
    assert (after[NEW].name, after[NEW].households, after[NEW].parent_code) == ("网格007", 101, COMMUNITY)
    assert after[GRID_2].name == "迎春社区第二网格"


def test_applying_is_one_change_that_the_draft_can_undo(draft: Draft) -> None:
    from jingwei.foundation.territory.services.editing import undo_change

    apply(draft, upload(draft, geojson(HALVES, rows(GRID_1, NEW))))
    undo_change(CAST.ding, draft.pk, version=version_of(draft), at=AT)
    assert set(standing(draft)) >= {GRID_1, GRID_2}
    assert NEW not in standing(draft)


def test_nobodys_changes_are_written_over(draft: Draft) -> None:
    seen = version_of(draft)
    found = upload(draft, geojson(HALVES, rows(GRID_1, NEW)))
    apply(draft, found)
    with pytest.raises(StaleVersion):
        apply_import(CAST.ding, found.id, version=seen, manner=LoadManner.MERGE, at=AT)


def test_a_file_of_shifted_coordinates_is_told_so_and_converted_once_when_that_is_said(draft: Draft) -> None:
    """500 m off: it calls itself WGS-84 and lies beside the township."""
    everything = [box(112.30 + 0.01 * at, 28.50, 112.31 + 0.01 * at, 28.51) for at in range(3)]
    wgs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}}
    content = geojson(
        moved([shapely.segmentize(one, 0.001) for one in everything], "gcj02"),
        rows(GRID_1, GRID_2, GRID_3),
        crs=wgs,
    )
    found = upload(draft, content)
    assert (found.system, found.certainty) == ("wgs84", "declared")
    assert found.placing["better"]["system"] == "gcj02"
    assert 300 < found.placing["better"]["apart_m"] < 800
    again = read_again(
        CAST.ding, found.id, system="gcj02", is_swapped=False, mapping=found.mapping, default_layer=""
    )
    assert again.placing["better"] is None
    first = report(again)[0]
    assert shapely.hausdorff_distance(shapely.from_wkb(bytes(first.outline.wkb)), everything[0]) < 1e-6
    with eyes(CAST.ding):
        given = ImportedFeature.objects.get(pk=first.pk).given
    assert shapely.from_wkb(bytes(given)).bounds[0] > 112.304


def test_a_zone_with_north_before_east_needs_no_word(draft: Draft, tmp_path: Path) -> None:
    """A Shapefile of the survey office, without .prj: found by where it lies."""
    turned = [shapely.transform(one, lambda p: p[:, ::-1]) for one in moved(HALVES, "gk3-37")]
    found = upload(draft, geojson(turned, rows(GRID_1, NEW)))
    assert (found.system, found.is_swapped, found.certainty) == ("gk3-37", True, "found")
    apply(draft, found)
    assert standing(draft)[GRID_1].outline.symmetric_difference(HALVES[0]).area < 1e-10


def test_every_feature_says_what_was_mended_and_what_is_wrong(draft: Draft) -> None:
    tie = shapely.Polygon([(112.301, 28.501), (112.309, 28.509), (112.309, 28.501), (112.301, 28.509)])
    away = box(112.5, 28.5, 112.51, 28.51)
    shapes: list[Geometry | None] = [tie, away, None, None, HALVES[0], HALVES[0]]
    told = [
        *rows(GRID_1, NEW, GRID_2, f"{COMMUNITY}008", "430903001001001", GRID_3),
    ]
    told[5]["编码"] = "abc"
    found = upload(draft, geojson(shapes, told))
    judged = {row.number: row for row in report(found)}
    assert judged[1].state == FeatureState.MENDED
    assert judged[1].done[0][0] == "crossing_mended"
    assert judged[1].done[0][3:] == [pytest.approx(112.305), pytest.approx(28.505)]
    assert judged[2].faults == ["outside"]
    assert judged[3].state == FeatureState.GOOD, (
        "a code the draft knows: its attributes are taken, its outline stays"
    )
    assert judged[4].faults == ["empty"]
    assert judged[5].faults == ["code_elsewhere"]
    assert set(judged[6].faults) == {"bad_code", "double_outline", "no_layer_told"}
    with load_workbook_of(found) as book:
        assert [row[1] for row in book][1:] == [
            "改正后可以放进草稿",
            "不能放进草稿",
            "可以放进草稿",
            *["不能放进草稿"] * 3,
        ]
    apply(draft, found)
    assert standing(draft)[GRID_2].outline is not None


class load_workbook_of:  # noqa: N801 — reads as a sentence
    def __init__(self, found: GeometryImport) -> None:
        self.out = report_of(CAST.ding, found.id)

    def __enter__(self) -> list[tuple[Any, ...]]:
        book = load_workbook(BytesIO(b"".join(self.out.pieces())))
        return list(book.active.iter_rows(values_only=True))  # type: ignore[union-attr]

    def __exit__(self, *_: object) -> None:
        return None


def test_a_corrected_file_brings_only_what_is_new(draft: Draft) -> None:
    found = upload(draft, geojson([HALVES[0], box(112.5, 28.5, 112.51, 28.51)], rows(GRID_1, NEW)))
    assert found.counts["bad"] == 1
    apply(draft, found)
    again = upload_correction(
        CAST.ding, found.id, file_name="改正.geojson", pieces=[geojson(HALVES, rows(GRID_1, NEW))], at=AT
    )
    assert (again.round, again.counts["same"], again.counts["good"]) == (2, 1, 1)
    apply(draft, again)
    assert NEW in standing(draft)
    with pytest.raises(NothingToApply):
        apply(draft, upload_correction(
            CAST.ding, found.id, file_name="x", pieces=[geojson(HALVES, rows(GRID_1, NEW))], at=AT
        ))  # fmt: skip


def test_columns_once_chosen_are_remembered_for_the_next_such_file(draft: Draft) -> None:
    told = [{"BH": GRID_1, "MC2": "新名字"}, {"BH": NEW, "MC2": "新格"}]
    found = upload(draft, geojson(HALVES, told))
    assert "code" not in found.mapping
    mapping = {"code": "BH", "name": "MC2"}
    with pytest.raises(ColumnsRefused):
        read_again(
            CAST.ding,
            found.id,
            system="wgs84",
            is_swapped=False,
            mapping={"code": "nowhere"},
            default_layer="",
        )
    read_again(CAST.ding, found.id, system="wgs84", is_swapped=False, mapping=mapping, default_layer="small")
    assert upload(draft, geojson(HALVES, told)).mapping == mapping


def test_a_table_of_codes_changes_names_and_numbers_and_no_outline(draft: Draft) -> None:
    book = Workbook()
    for row in (["网格编码", "名称", "户数"], [GRID_1, "春一", 88], [f"{COMMUNITY}099", "没有图", 1]):
        book.active.append(row)  # type: ignore[union-attr]
    out = BytesIO()
    book.save(out)
    before = standing(draft)[GRID_1].outline
    found = upload(draft, out.getvalue())
    assert found.format == GeometryFormat.SHEET
    assert [row.faults for row in report(found)] == [[], ["empty"]]
    apply(draft, found)
    after = standing(draft)[GRID_1]
    assert (after.name, after.households) == ("春一", 88)
    assert after.outline.equals(before)


def test_what_the_file_does_not_hold_closes_where_it_is_to_replace(draft: Draft) -> None:
    apply(draft, upload(draft, geojson(HALVES, rows(GRID_1, NEW))), LoadManner.REPLACE)
    assert {code for code in standing(draft) if len(code) == 15} == {GRID_1, NEW}


@pytest.mark.parametrize("file_format", list(GeometryFormat))
def test_what_goes_out_comes_back_as_the_same(draft: Draft, file_format: GeometryFormat) -> None:
    system = "gk3-cm111" if file_format is GeometryFormat.SHAPEFILE else "wgs84"
    out = export_draft(CAST.ding, draft.pk, layers=[Layer.SMALL], file_format=file_format, system=system)
    found = upload(draft, b"".join(out.pieces()))
    assert found.counts == {"features": 3, "good": 0, "mended": 0, "bad": 0, "same": 3, "absent": 0}


def test_the_division_of_a_day_goes_out_in_the_system_asked_for() -> None:
    out = export_division(
        CAST.lin, TOWNSHIP, on=None, layers=[], file_format=GeometryFormat.GEOJSON, system="gk3-37"
    )
    told = json.loads(b"".join(out.pieces()))
    assert told["crs"]["properties"]["name"] == "urn:ogc:def:crs:EPSG::4525"
    assert len(told["features"]) == 6
    assert shapely.from_geojson(json.dumps(told["features"][0]["geometry"])).bounds[0] > 37_000_000
    for wrong in ({"file_format": GeometryFormat.KML, "system": "gcj02"}, {"layers": [Layer.SPECIAL]}):
        with pytest.raises(WritingRefused):
            export_division(
                CAST.lin,
                TOWNSHIP,
                **({"on": None, "layers": [], "file_format": GeometryFormat.KML, "system": "wgs84"} | wrong),  # type: ignore[arg-type]
            )


def test_columns_of_what_is_never_taken_refuse_the_file_and_nothing_is_kept(draft: Draft) -> None:
    with pytest.raises(RedLineCrossed):
        upload(draft, geojson(HALVES, [{"编码": GRID_1, "民族": "x"}, {"编码": NEW}]))
    assert imports_seen(draft) == []


def test_a_file_that_is_refused_leaves_nothing(draft: Draft, settings: Any) -> None:
    with pytest.raises(GeometryFileRefused):
        upload(draft, b"nothing of the kind")
    assert imports_seen(draft) == []
    assert list((Path(settings.VAR_FOLDER) / "geometry").iterdir()) == []


def imports_seen(draft: Draft) -> list[UUID]:
    with eyes(CAST.ding):
        return [one.id for one in imports_of(CAST.ding, draft.pk)]


def test_the_file_as_it_was_sent_is_kept_until_its_day_and_the_features_longer(draft: Draft) -> None:
    content = geojson(HALVES, rows(GRID_1, NEW))
    found = upload(draft, content)
    with original_file(found.id, 1) as original:
        assert original.read() == content
    assert drop_expired_geometry(at=AT + timedelta(days=KEEP_DAYS - 1)) == 0
    assert drop_expired_geometry(at=AT + timedelta(days=KEEP_DAYS)) == 1
    assert not original_path(found.id, 1).exists()
    with pytest.raises(GeometryFileGone):
        read_again(CAST.ding, found.id, system="gcj02", is_swapped=False, mapping={}, default_layer="")
    assert len(report(found)) == 2


def test_elsewhere_it_does_not_exist(draft: Draft) -> None:
    found = upload(draft, geojson(HALVES, rows(GRID_1, NEW)))
    elsewhere = in_post(CAST.ding, area_code="430903", scope="430903")
    with eyes(elsewhere), pytest.raises(GeometryImportUnknown):
        import_of(elsewhere, found.id)


def test_a_gbk_shapefile_goes_in_with_its_names(draft: Draft, tmp_path: Path) -> None:
    found = upload(draft, shapefile(tmp_path, HALVES, encoding="GB18030", cpg=""))
    assert [row.name for row in report(found)] == ["第1网格", "第2网格"]
    assert found.encoding == "gb18030"
