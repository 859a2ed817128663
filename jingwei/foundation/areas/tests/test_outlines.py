"""What a map draws around a place: the area, what lies in it, what lies beside it."""

import json

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from jingwei.foundation.areas.queries import outlines_around
from jingwei.foundation.areas.rules import AreaUnknown
from tests.cast import CITY, COMMUNITY, GRID_1, GRID_2, OTHER_COMMUNITY

pytestmark = pytest.mark.django_db


def test_an_area_comes_with_its_parts_and_its_neighbours() -> None:
    found = {one.code: one.relation for one in outlines_around(COMMUNITY)}
    assert found[COMMUNITY] == "self"
    assert found[GRID_1] == found[GRID_2] == "child"
    assert found[OTHER_COMMUNITY] == "beside"
    assert set(found.values()) == {"self", "child", "beside"}


def test_a_city_has_nothing_beside_it() -> None:
    assert {one.relation for one in outlines_around(CITY)} <= {"self", "child"}


def test_an_unknown_area_is_refused() -> None:
    with pytest.raises(AreaUnknown):
        outlines_around("999999")


def test_it_is_two_statements_whatever_the_number_of_areas() -> None:
    with CaptureQueriesContext(
        connection,
    ) as asked:
        outlines_around(COMMUNITY)
    assert len(asked) == 2


def test_anybody_may_ask_over_http() -> None:
    answer = Client().get(f"/api/v1/areas/{GRID_1}/outline")
    assert answer.status_code == 200
    own = next(one for one in answer.json() if one["relation"] == "self")
    assert own["geometry"]["type"] in {"Polygon", "MultiPolygon"}
    assert json.dumps(own["geometry"]["coordinates"]).count("[") >= 5  # a ring of at least four corners
    assert Client().get("/api/v1/areas/4309x/outline").json()["code"] == "areas.bad_code"
