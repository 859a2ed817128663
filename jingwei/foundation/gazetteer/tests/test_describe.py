"""A position becomes words: its grid, its area, and the side of the nearest known place; one and many."""

import json
from typing import Any

import pytest
from django.test import Client

from jingwei.foundation.access.contracts import system_actor
from jingwei.foundation.access.services import open_session
from jingwei.foundation.gazetteer.queries import describe, describe_many
from jingwei.foundation.gazetteer.tests.planting import added, spot
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import now
from tests.cast import CAST, FAR_GRID, GRID_1, inside

pytestmark = pytest.mark.django_db
API = "/api/v1/places"
METRES_NORTH = 1 / 111_195
FOUNDER = system_actor("测试")


def test_a_position_is_told_by_the_place_beside_it() -> None:
    lon, lat = inside(GRID_1)
    added("东风路小学")
    added("远处的学校", where=spot(east=0.9))
    with eyes(CAST.public):
        at_it, north, far = describe_many(
            [(lon, lat + 10 * METRES_NORTH), (lon, lat + 80 * METRES_NORTH), inside(FAR_GRID)]
        )
    assert at_it is not None
    assert north is not None
    assert far is not None
    assert at_it.address == "东风路小学"
    assert north.address == "东风路小学北侧约80米"
    assert north.address_en == "about 80 m north of 东风路小学"
    assert north.area_code == GRID_1
    assert "迎春社区" in north.area_name
    assert (far.address, far.area_code) == ("", FAR_GRID)
    assert describe(120.0, 20.0) is None


def test_over_http_without_an_account_in_any_datum() -> None:
    lon, lat = inside(GRID_1)
    added("东风路小学")
    answer = Client().get(f"{API}/described", {"lon": lon, "lat": lat})
    assert answer.status_code == 200
    assert answer.json()["beside"]["name"] == "东风路小学"
    outside = Client().get(f"{API}/described", {"lon": 120, "lat": 20})
    assert outside.json()["code"] == "areas.outside_city"


def test_many_at_once_are_answered_one_by_one_faults_included() -> None:
    lon, lat = inside(GRID_1)
    added("东风路小学")
    answer = many(
        [
            {"ref": "a", "words": "东风路小学"},
            {"ref": "b", "lon": lon, "lat": lat},
            {"ref": "c", "lon": 120, "lat": 20},
            {"ref": "d", "words": "没有这个地方"},
            {"ref": "e", "words": "东"},
            {"ref": "f"},
            {"ref": "g", "words": "dfl"},
        ]
    )
    assert [one["ref"] for one in answer] == list("abcdefg")
    assert (answer[0]["is_sure"], answer[0]["found"]["name"]) == (True, "东风路小学")
    assert answer[1]["described"]["address"] == "东风路小学"
    assert all(answer[at]["fault"] and answer[at]["fault_en"] for at in (2, 3, 4, 5))
    assert (answer[6]["is_sure"], answer[6]["found"]["how"]) == (False, "initials")


def test_more_than_a_thousand_are_refused_and_a_thousand_cost_few_statements(
    django_assert_max_num_queries: Any,
) -> None:
    lon, lat = inside(GRID_1)
    assert signed_in().post(API + "/batch", *body([{"ref": "x"}] * 1001)).status_code == 422
    with eyes(CAST.wu), django_assert_max_num_queries(6):
        assert len(describe_many([(lon, lat)] * 1000)) == 1000


def many(items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    answer = signed_in().post(API + "/batch", *body(items))
    assert answer.status_code == 200, answer.content
    found: list[dict[str, Any]] = answer.json()
    return found


def body(items: list[dict[str, Any]]) -> tuple[str, str]:
    return json.dumps({"items": items}), "application/json"


def signed_in() -> Client:
    with eyes(FOUNDER):
        secret = open_session(CAST.wu.person_id, at=now())  # type: ignore[arg-type]
    return Client(headers={"authorization": f"Bearer {secret}"})
