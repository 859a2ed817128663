"""What of a file's words becomes what on the map: no database."""

from pathlib import Path

import pytest

from jingwei.foundation.basemap.contracts import Layer
from jingwei.foundation.basemap.rules import classes
from jingwei.foundation.basemap.rules.survey import Reading, UnknownColumn, columns_of, kinds_of, tags_of
from jingwei.foundation.basemap.services.reading import features_of


@pytest.mark.parametrize(
    ("tags", "layer", "kind"),
    [
        ({"highway": "motorway_link"}, Layer.ROAD, "motorway"),
        ({"highway": "living_street"}, Layer.ROAD, "minor"),
        ({"highway": "steps"}, Layer.ROAD, "path"),
        ({"railway": "tram"}, Layer.RAIL, "tram"),
        ({"waterway": "canal"}, Layer.WATERWAY, "canal"),
    ],
)
def test_lines(tags: dict[str, str], layer: Layer, kind: str) -> None:
    found = classes.kind_of_line(tags)
    assert found is not None
    assert (found.layer, found.kind) == (layer, kind)


@pytest.mark.parametrize(
    "tags",
    [
        {"highway": "proposed"},
        {"highway": "pedestrian", "area": "yes"},
        {"waterway": "stream", "tunnel": "culvert"},
        {"highway": "service", "tunnel": "building_passage"},
        {"barrier": "wall"},
    ],
)
def test_lines_that_are_not_drawn(tags: dict[str, str]) -> None:
    assert classes.kind_of_line(tags) is None


def test_a_slip_road_shows_later_than_its_motorway() -> None:
    road, slip = classes.kind_of_line({"highway": "trunk"}), classes.kind_of_line({"highway": "trunk_link"})
    assert road is not None
    assert slip is not None
    assert (slip.rank, slip.lowest_zoom) > (road.rank, road.lowest_zoom)


def test_a_place_of_worship_is_a_building_like_others() -> None:
    tags = {"building": "temple", "amenity": "place_of_worship", "religion": "buddhist"}
    surface = classes.kind_of_surface(tags)
    assert surface is not None
    assert surface.layer is Layer.BUILDING
    assert classes.kind_of_point(tags) is None


@pytest.mark.parametrize(
    ("tags", "height"),
    [
        ({"height": "24 m"}, 24.0),
        ({"height": "24.5"}, 24.5),
        ({"height": "33'"}, 10.1),
        ({"building:levels": "6"}, 18.0),
        ({"height": "high", "building:levels": "2"}, 6.0),
        ({"height": "99999"}, None),
        ({"height": "-3"}, None),
        ({}, None),
    ],
)
def test_heights_as_people_write_them(tags: dict[str, str], height: float | None) -> None:
    assert classes.height_of(tags) == height


def test_the_chinese_name_goes_first_and_is_plain_text() -> None:
    assert classes.name_of({"name": "Zi River", "name:zh": "资\n江 "}) == "资 江"
    assert len(classes.name_of({"name": "长" * 300})) == 80


def test_columns_are_read_as_the_survey_office_names_them() -> None:
    reading = Reading(layer=Layer.ROAD, columns=columns_of(["kind=等级", "name=路名"]))
    given = {"等级": "secondary", "路名": "资江路", "面积": None}
    [kind] = kinds_of(given, tags_of(given, reading), reading, "LineString")
    assert (kind.kind, classes.name_of(tags_of(given, reading))) == ("secondary", "资江路")
    [usual] = kinds_of({"等级": "县道"}, {}, reading, "LineString")
    assert usual.kind == "minor"
    with pytest.raises(UnknownColumn):
        columns_of(["colour=red"])


@pytest.mark.parametrize("piece", [1 << 20, 7])
def test_features_are_read_one_by_one_however_the_file_is_written(
    tmp_path: Path, piece: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jingwei.foundation.basemap.services.reading.PIECE_CHARACTERS", piece)
    one = '{"type": "Feature", "properties": {"名": "一, ]}"}, "geometry": null}'
    ways = {
        "collection.geojson": '{"type": "FeatureCollection", "features": [' + one + " ,\n" + one + "] }",
        "lines.geojsonl": f"{one}\n{one}\n",
        "sequence.geojsonseq": f"\x1e{one}\n\x1e{one}",
        "late.geojson": '{"crs": "' + "x" * 100 + '", "features": [' + f"{one},{one}]}}",
    }
    for name, content in ways.items():
        file = tmp_path / name
        file.write_text(content, encoding="utf-8")
        assert [feature["properties"]["名"] for feature in features_of(file)] == ["一, ]}"] * 2, name
