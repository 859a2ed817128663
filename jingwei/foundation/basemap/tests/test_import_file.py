"""A file becomes part of the base map."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from jingwei.foundation.access.contracts import system_actor
from jingwei.foundation.basemap.contracts import Layer, Stage
from jingwei.foundation.basemap.models import Dataset, Edition, Feature, Shape
from jingwei.foundation.basemap.rules.refusals import FileUnreadable, NothingThere, OtherFile
from jingwei.foundation.basemap.rules.survey import Reading
from jingwei.foundation.basemap.services import importing
from jingwei.foundation.basemap.services.importing import Progress, import_file
from jingwei.foundation.basemap.tests.ground import house, small_town, spot, survey
from jingwei.kernel.geo import wgs84_to_gcj02
from tests.cast import MONDAY_10

pytestmark = pytest.mark.django_db
IMPORTER = system_actor("底图导入")
PLAIN = Reading()


def brought_in(file: Path, reading: Reading = PLAIN, *, name: str = "town", **more: Any) -> Dataset:
    return import_file(
        IMPORTER, file, name=name, attribution="测绘", reading=reading, **({"at": MONDAY_10} | more)
    )


def test_openstreetmap_becomes_layers_with_names_and_heights(tmp_path: Path) -> None:
    found = brought_in(small_town(tmp_path / "town.osm.pbf"))
    assert found.counts == {
        "building": 3, "landuse": 1, "place": 1, "poi": 1, "road": 4, "water": 1, "waterway": 1,
    }  # fmt: skip
    assert found.left_out["outside"] == 1
    assert (found.stage, found.is_shown) == (Stage.READY, True)
    heights = Feature.objects.filter(layer=Layer.BUILDING).order_by("height_m")
    assert sorted(row.height_m or 0 for row in heights) == [0, 18, 24]
    assert len(Feature.objects.get(name="剪断路").geom) == 3
    lake = Feature.objects.get(layer=Layer.WATER)
    assert (lake.name, len(lake.geom[0])) == ("浮邱湖", 2)  # the island is a hole
    assert Feature.objects.get(layer=Layer.POI).name_en == "People's Hospital"


def test_small_scales_join_what_belongs_together_and_drop_what_one_would_not_see(tmp_path: Path) -> None:
    brought_in(small_town(tmp_path / "town.osm.pbf"))
    named = Shape.objects.filter(band=2, name="资江路")
    assert [len(row.geom) for row in named] == [2]
    assert not Shape.objects.filter(layer=Layer.BUILDING).exists()
    assert not Shape.objects.filter(band=0, kind="minor").exists()


def test_the_same_file_again_changes_nothing(tmp_path: Path) -> None:
    file = small_town(tmp_path / "town.osm.pbf")
    first = brought_in(file)
    edition = Edition.objects.get().number
    assert brought_in(file).pk == first.pk
    assert (Feature.objects.count(), Edition.objects.get().number) == (12, edition)


def test_one_that_was_stopped_goes_on_where_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importing, "PORTION", 4)
    file = small_town(tmp_path / "town.osm.pbf")
    seen: list[int] = []

    def until_the_power_goes(progress: Progress) -> None:
        seen.append(progress.objects_read)
        if len(seen) == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        brought_in(file, heard=until_the_power_goes)
    half = Dataset.objects.get()
    assert (half.stage, half.objects_read, half.is_shown) == (Stage.READING, 8, False)
    found = brought_in(file, heard=lambda progress: seen.append(progress.objects_read))
    assert (found.pk, seen[2]) == (half.pk, 12)
    assert Feature.objects.count() == sum(found.counts.values()) == 12


def test_another_file_does_not_go_on_with_it(tmp_path: Path) -> None:
    file = small_town(tmp_path / "town.osm.pbf")
    with pytest.raises(KeyboardInterrupt):
        brought_in(file, heard=_stop)
    other = survey(tmp_path / "other.geojson", [({"building": "yes"}, house(1, 1))])
    with pytest.raises(OtherFile):
        brought_in(other)
    assert brought_in(other, is_anew=True).counts == {"building": 1}


def _stop(progress: Progress) -> None:
    raise KeyboardInterrupt


def test_a_newer_file_of_the_name_takes_its_place_and_one_is_kept_behind(tmp_path: Path) -> None:
    made = []
    for number in range(3):
        features = [({"building": "yes"}, house(at, 1)) for at in range(number + 1)]
        file = survey(tmp_path / f"{number}.geojson", features)
        made.append(brought_in(file, at=MONDAY_10 + timedelta(hours=number)).pk)
    assert list(Dataset.objects.filter(is_shown=True).values_list("pk", flat=True)) == made[2:]
    assert set(Dataset.objects.values_list("pk", flat=True)) == set(made[1:])
    assert Feature.objects.filter(dataset_id=made[0]).count() == 0


def test_survey_data_say_their_columns_and_their_datum(tmp_path: Path) -> None:
    lon, lat = spot(1, 1)
    shifted = wgs84_to_gcj02(lon, lat)
    file = survey(
        tmp_path / "poles.geojson",
        [({"类": "school", "名": "第一小学", "图层": "点"}, {"type": "Point", "coordinates": [*shifted, 31.5]}),
         ({"类": "school", "名": "不要", "图层": "线"}, {"type": "Point", "coordinates": list(shifted)})],
    )  # fmt: skip
    reading = Reading(
        datum="gcj02", layer=Layer.POI, columns=(("name", "名"), ("kind", "类")), where=("图层", "点")
    )
    brought_in(file, reading)
    row = Feature.objects.get()
    assert (row.name, row.kind) == ("第一小学", "school")
    assert abs(row.geom.x - lon * 20037508.342789244 / 180) < 0.5


def test_faulty_shapes_are_repaired_or_counted(tmp_path: Path) -> None:
    file = survey(
        tmp_path / "faulty.geojson",
        [({"building": "yes"}, house(1, 1, turned=True)),
         ({"building": "yes"}, {"type": "Polygon", "coordinates": []}),
         ({"building": "yes"}, {"type": "Polygon", "coordinates": [[[1, "x"]]]}),
         ({"building": "yes"}, {"type": "Polygon", "coordinates": [[[500, 1], [501, 1], [501, 2], [500, 1]]]}),
         ({"colour": "red"}, house(2, 1)),
         ({"building": "yes"}, house(3, 1))],
    )  # fmt: skip
    found = brought_in(file)
    assert found.counts == {"building": 2}
    assert found.left_out == {"broken": 2, "empty": 1, "mended": 1, "unknown": 1}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.osm.pbf", b"not a pbf at all"),
        ("b.geojson", '{"features": [{"type": "Feature"'.encode("utf-16")),
        ("c.geojson", b'{"type": "FeatureCollection", "features": [{"type": "Feature", "prop'),
        ("d.shp", b""),
    ],
)
def test_what_cannot_be_read_is_refused(tmp_path: Path, name: str, content: bytes) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    with pytest.raises(FileUnreadable):
        brought_in(file)


def test_a_file_of_another_city_is_refused_and_leaves_nothing(tmp_path: Path) -> None:
    far = {"type": "Point", "coordinates": [10, 50]}
    file = survey(tmp_path / "far.geojson", [({"amenity": "hospital"}, far)])
    with pytest.raises(NothingThere):
        brought_in(file)
    assert not Dataset.objects.exists()
    assert brought_in(file, Reading(is_everywhere=True)).counts == {"poi": 1}
