"""Features read piece by piece: the same whatever the pieces, and a reason where it is no GeoJSON."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jingwei.kernel.geojson import Broken, FeatureText, Why, point_of, said_system

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=6) | st.floats(allow_nan=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)
FEATURE = st.fixed_dictionaries(
    {"type": st.just("Feature"), "properties": st.dictionaries(st.text(max_size=4), JSON, max_size=3)}
)


def cut(text: str, every: int) -> list[str]:
    return [text[at : at + every] for at in range(0, len(text), every)]


def read(text: str, *, every: int = 7, longest: int = 10_000) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    reader = FeatureText(cut(text, every), longest=longest)
    return list(reader.features()), reader.told


@settings(max_examples=60, deadline=None)
@given(features=st.lists(FEATURE, max_size=4), every=st.integers(1, 40), indent=st.sampled_from([None, 1]))
def test_a_collection_is_read_whatever_the_pieces(
    features: list[dict[str, Any]], every: int, indent: int | None
) -> None:
    whole = {"type": "FeatureCollection", "name": "部件", "features": features, "bbox": [1, 2, 3]}
    found, told = read(json.dumps(whole, ensure_ascii=False, indent=indent), every=every)
    assert found == features
    assert told == {"type": "FeatureCollection", "name": "部件", "bbox": [1, 2, 3]}
    lines = "\n".join("\x1e" + json.dumps(one) for one in features)
    assert read(lines, every=every)[0] == features


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('{"type": "FeatureCollection", "features": [', Why.SYNTAX),
        ('{"features": [{"type": "Feature"} {"type": "Feature"}]}', Why.SYNTAX),
        ('{"features": [1, 2}', Why.SYNTAX),
        ("{}", Why.SYNTAX),
        ("[1]", Why.SYNTAX),
        ('{"type": "Topology", "objects": {}}', Why.OTHER),
        ('{"features": [{"a": "' + "x" * 300 + '"}]}', Why.LONG),
        ('{"features": [' + "[" * 100_000, Why.DEEP),
    ],
)
def test_what_is_no_geojson_is_said_with_its_reason(text: str, why: Why) -> None:
    with pytest.raises(Broken) as broken:
        read(text, every=1000 if why is Why.DEEP else 7, longest=10**6 if why is Why.DEEP else 100)
    assert broken.value.why is why
    assert 0 <= broken.value.at <= len(text)


def test_only_a_single_point_is_one() -> None:
    assert point_of({"type": "Point", "coordinates": [112.3, 28.5, 40]}) == (112.3, 28.5)
    assert point_of({"type": "MultiPoint", "coordinates": [[112, 28]]}) == (112, 28)
    for other in (
        None,
        {},
        {"type": "Point", "coordinates": [1]},
        {"type": "Point", "coordinates": [True, 2]},
        {"type": "Point", "coordinates": ["1", "2"]},
        {"type": "MultiPoint", "coordinates": [[1, 2], [3, 4]]},
        {"type": "LineString", "coordinates": [[1, 2], [3, 4]]},
    ):
        assert point_of(other) is None


def test_what_a_collection_says_of_its_coordinates() -> None:
    name = "urn:ogc:def:crs:EPSG::4547"
    assert said_system({"crs": {"type": "name", "properties": {"name": name}}}) == name
    for odd in ({}, {"crs": None}, {"crs": {"properties": []}}, {"crs": {"properties": {"name": 4547}}}):
        assert said_system(odd) == ""
