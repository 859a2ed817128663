"""A resident finds a place by a few characters: roads, estates, schools. Never a door, never a person, never a secret."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.db import ProgrammingError, transaction
from django.test import Client

from jingwei.domains.hotline.models import KnownPlace
from jingwei.domains.hotline.rules.landmarks import LEAST_REPORTS, landmarks_in
from jingwei.domains.hotline.services.addresses import FORGET_AFTER, learn_all_addresses
from jingwei.domains.hotline.services.landmarks import learn_places
from jingwei.domains.incidents.tests.walking import reported, spot, tipped
from jingwei.foundation.gazetteer.contracts import Sort
from jingwei.foundation.gazetteer.queries import find_places
from jingwei.foundation.gazetteer.rules.refusals import WordsTooShort
from jingwei.foundation.scoping import eyes
from jingwei.kernel.geo import Datum, position
from tests.cast import CAST, FAR_GRID, GRID_1, MONDAY_10, URBAN, inside

API = "/api/v1/reporting"
PLACES = "/api/v1/places"


def learnt() -> None:
    learn_all_addresses(at=MONDAY_10)
    learn_places()


def landmarks(words: str) -> list[str]:
    with eyes(CAST.public):
        return [one.name for one in find_places(words, near=None) if one.sort is Sort.LANDMARK]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("幸福路12号蓝天小区3栋2单元501室", ["幸福路", "蓝天小区"]),
        ("沿河路银行门前", ["沿河路", "沿河路银行"]),
        ("十字街东风巷二十一号", ["十字街", "十字街东风巷"]),
        ("春晖路小学门口", ["春晖路", "春晖路小学"]),
        ("锦绣家园6栋", ["锦绣家园"]),
        ("村东头张三家旁边", []),
        ("李奶奶屋后的水塘", []),
        ("王先生住宅小区", []),
        ("13873712345", []),
        ("三组", []),
    ],
)
def test_a_landmark_is_what_is_left_without_doors_and_people(address: str, expected: list[str]) -> None:
    assert landmarks_in(address) == expected


@pytest.mark.django_db
def test_what_several_reports_named_is_found_by_everybody_without_its_doors() -> None:
    for door in range(LEAST_REPORTS):
        reported(address=f"幸福路{door}号蓝天小区{door}栋", position=spot(GRID_1, east=0.2 + door / 10))
    reported(address="独一无二巷1号")
    learnt()
    assert landmarks("幸福") == ["幸福路"]
    assert landmarks("蓝天小区") == ["蓝天小区"]
    assert landmarks("幸福路12号对面") == ["幸福路"]
    assert landmarks("独一无二") == []
    with eyes(CAST.public):
        (one,) = find_places("蓝天", near=None)
        assert one.area_code == GRID_1[:12]
        assert "迎春社区" in one.area_name
        assert one.lon is not None
        assert round(one.lon, 4) == one.lon


@pytest.mark.django_db
def test_the_nearer_of_two_of_the_same_name_comes_first() -> None:
    for grid in (GRID_1, FAR_GRID):
        for _ in range(LEAST_REPORTS):
            reported(address="人民路", position=spot(grid))
    learnt()
    for grid in (GRID_1, FAR_GRID):
        lon, lat = inside(grid)
        with eyes(CAST.public):
            found = find_places("人民路", near=position(lon, lat, datum=Datum.WGS84))
        assert {one.area_code for one in found} == {GRID_1[:12], FAR_GRID[:12]}
        assert found[0].area_code == grid[:12]


@pytest.mark.django_db
def test_what_was_said_in_confidence_is_suggested_to_nobody() -> None:
    for _ in range(LEAST_REPORTS):
        tipped(address="机密大道")
        reported(address="机密大道", about_unit_id=URBAN)
    learnt()
    assert landmarks("机密") == []


@pytest.mark.django_db
def test_what_nobody_names_any_more_is_forgotten() -> None:
    for _ in range(LEAST_REPORTS):
        reported(address="十里老街")
    learnt()
    assert learn_places() == 1
    learn_all_addresses(at=MONDAY_10 + FORGET_AFTER + timedelta(days=1))
    assert learn_places() == 0
    assert landmarks("十里老街") == []


@pytest.mark.django_db
def test_only_the_machine_that_makes_them_may_write_landmarks() -> None:
    with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic(), eyes(CAST.zhao):
        KnownPlace.objects.create(area_code=GRID_1[:12], text="某某路", pairs=["某某"], uses=9)


@pytest.mark.parametrize("words", ["老", "，，", "%"])
def test_one_character_is_not_enough(words: str) -> None:
    with pytest.raises(WordsTooShort):
        find_places(words, near=None)


@pytest.mark.django_db
def test_areas_are_found_by_name_over_http_without_an_account() -> None:
    answer = Client().get(PLACES, {"words": "迎春"})
    assert answer.status_code == 200
    first = answer.json()[0]
    assert (first["sort"], first["name"], first["area_code"]) == ("area", "迎春社区", GRID_1[:12])
    assert Client().get(PLACES, {"words": "迎"}).json()["code"] == WordsTooShort.code


@pytest.mark.django_db
def test_words_of_danger_name_whom_to_telephone_and_ordinary_ones_do_not() -> None:
    assert hints("我家楼下着火了，有浓烟")["services"] == ["119"]
    assert hints("楼下的消防栓没有水")["services"] == []
    assert [sign["danger"] for sign in hints("有人落水了")["signs"]] == ["drowning"]


def hints(words: str) -> Any:
    answer = Client().post(
        f"{API}/hints", json.dumps({"words": words}), content_type="application/json", headers={}
    )
    assert answer.status_code == 200, answer.content
    return answer.json()
