"""Searching a list by words, unit and person: bounded, and at few questions to the database."""

import json
from collections.abc import Iterator
from datetime import timedelta
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from jingwei.domains.incidents import queries, services
from jingwei.domains.incidents.contracts import State
from jingwei.domains.incidents.queries import Bucket, Filter
from jingwei.domains.incidents.rules.searching import WIDEST_SEARCH, SearchTooWide
from jingwei.domains.incidents.tests.walking import reported, spot
from jingwei.foundation.access import services as access
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import now
from tests.cast import CAST, GRID_1, GRID_2, MONDAY_10, URBAN, WATER

AT = MONDAY_10 + timedelta(hours=6)


def found(actor: Actor, **wanted: object) -> list[object]:
    with eyes(actor):
        page = queries.list_incidents(actor, Filter(**wanted), at=AT, cursor=None, size=50)  # type: ignore[arg-type]
    return [row.pk for row in page.rows]


@pytest.mark.django_db
def test_words_are_found_in_title_and_address() -> None:
    lamp = reported(words="路灯不亮", address="建设路7号")
    hole = reported(words="井盖破损", address="路灯杆旁")
    reported(words="垃圾成堆", address="建设路9号")
    assert set(found(CAST.wu, words="路灯", is_open=True)) == {hole.case, lamp.case}
    assert found(CAST.wu, words=" 井盖 ", is_open=True) == [hole.case]
    assert found(CAST.wu, words="100%", is_open=True) == []
    assert found(CAST.mao, words="路灯", is_open=True) == []


@pytest.mark.django_db
def test_a_unit_finds_words_among_its_own() -> None:
    mine = reported(words="路灯不亮").accepted().dispatched()
    reported(words="路灯也不亮").accepted().dispatched(unit_id=WATER)
    assert found(CAST.qian, words="路灯", is_open=True) == [mine.case]


@pytest.mark.django_db
def test_units_and_persons_narrow_a_list() -> None:
    urban = reported().accepted().dispatched().taken()
    water = reported().accepted().dispatched(unit_id=WATER)
    assert found(CAST.wu, unit_id=URBAN, is_open=True) == [urban.case]
    assert found(CAST.wu, unit_id=WATER, bucket=Bucket.WAITING_FOR_UNITS) == [water.case]
    assert found(CAST.qian, is_mine=True) == [urban.case]
    assert found(CAST.xu, is_mine=True) == found(CAST.wu, is_mine=True) == []
    urban.handled().passed().closed()
    assert found(CAST.wu, unit_id=URBAN, is_open=True) == []
    assert found(CAST.wu, unit_id=URBAN, since=MONDAY_10 - timedelta(days=1)) == [urban.case]


@pytest.mark.django_db
def test_several_states_are_listed_together() -> None:
    one, two = reported(), reported().accepted()
    reported().accepted().dispatched()
    assert set(found(CAST.wu, states=(State.REPORTED, State.ACCEPTED))) == {one.case, two.case}


@pytest.mark.django_db
@pytest.mark.parametrize(
    "bounded",
    [
        {"is_open": True},
        {"states": (State.REPORTED,)},
        {"bucket": Bucket.OVERDUE},
        {"is_overdue": True},
        {"since": AT - WIDEST_SEARCH},
        {"since": AT - timedelta(days=400), "until": AT - timedelta(days=400) + WIDEST_SEARCH},
    ],
    ids=str,
)
@pytest.mark.parametrize("sought", [{"words": "路灯"}, {"unit_id": URBAN}], ids=str)
def test_a_search_is_bounded_by_openness_or_a_month(
    bounded: dict[str, object], sought: dict[str, object]
) -> None:
    assert found(CAST.wu, **bounded, **sought) == []
    wider = {key: value - timedelta(seconds=1) for key, value in bounded.items() if key == "since"}  # type: ignore[operator]
    unbounded = wider | ({"until": bounded["until"]} if "until" in bounded else {})
    with pytest.raises(SearchTooWide) as refusal:
        found(CAST.wu, **unbounded, **sought)
    assert "31" in refusal.value.text
    assert "31" in refusal.value.text_en


def test_fifty_rows_take_at_most_six_statements(fifty: Client) -> None:
    for address in (
        {},
        {"bucket": "to_accept", "order": "due"},
        {"bucket": "nobodys"},
        {"words": "楼下", "is_open": True},
    ):
        path = f"/api/v1/incidents?{urlencode(address)}"
        fifty.get(path)  # what a process keeps is read once
        with CaptureQueriesContext(connection) as asked:
            answer = json.loads(fifty.get(path).content)
        statements = [
            one["sql"] for one in asked if one["sql"].split()[0] not in {"BEGIN", "COMMIT", "ROLLBACK"}
        ]
        assert len(answer["rows"]) == (0 if address.get("bucket") == "nobodys" else 50)
        assert len(statements) <= 6, statements


@pytest.fixture(scope="module")
def fifty(own_city: str) -> Iterator[Client]:
    """Wu, with fifty-two reports of her community before her."""
    for number in range(52):
        walk = reported(position=spot((GRID_1, GRID_2)[number % 2]), at=MONDAY_10 + timedelta(minutes=number))
        assert walk.case
    services.accept_incident(CAST.wu, walk.case, item_code="010101", at=AT)
    assert CAST.wu.person_id
    with eyes(CAST.wu):
        secret = access.open_session(CAST.wu.person_id, at=now())
    yield Client(headers={"Authorization": f"Bearer {secret}"})
    connection.close()
