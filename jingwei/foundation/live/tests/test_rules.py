"""News travels whole, small, and to nobody but its audience."""

from dataclasses import replace
from uuid import uuid4

import pytest

from jingwei.foundation.access.contracts import Role
from jingwei.foundation.live.contracts import Audience, Kind, News, ToArea, ToPerson, ToPost, ToSight, ToUnit
from jingwei.foundation.live.rules import LARGEST_BYTES, hears, read, written
from tests.cast import CAST, COMMUNITY, GRID_1, TOWNSHIP, URBAN, in_post

SOMEBODY, POST, UNIT = uuid4(), uuid4(), uuid4()
AUDIENCES: list[Audience] = [
    ToPerson(SOMEBODY),
    ToPost(POST),
    ToUnit(UNIT),
    ToArea("430902001", 9),
    ToSight("430902001001001", 15, UNIT, frozenset({UNIT}), frozenset({POST}), frozenset({SOMEBODY})),
    ToSight("430902001001001", 0, None),
]


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("kind", Kind)
def test_news_is_read_as_it_was_written(audience: Audience, kind: Kind) -> None:
    news = News(kind, audience, subject_id=uuid4(), version=3)
    assert read(written(news)) == news
    bare = News(kind, audience)
    assert read(written(bare)) == bare


def test_too_many_participants_are_left_to_the_database() -> None:
    crowd = frozenset(uuid4() for _ in range(400))
    news = News(Kind.INCIDENT, ToSight("430902001001001", 15, UNIT, crowd, crowd), subject_id=uuid4())
    text = written(news)
    assert len(text.encode()) <= LARGEST_BYTES
    assert read(text).audience == ToSight("430902001001001", 15, UNIT, is_whole=False)


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", '{"kind":"moon","to":{}}', '{"kind":"inbox","to":{}}', "null"]
)
def test_what_is_no_news_is_refused(text: str) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        read(text)


def test_a_person_hears_in_whichever_post_they_work() -> None:
    audience = ToPerson(CAST.wu.person_id)  # type: ignore[arg-type]
    assert hears(CAST.wu, audience)
    assert hears(in_post(CAST.wu, post_id=POST), audience)
    assert not hears(CAST.mao, audience)
    assert not hears(CAST.public, audience)


def test_a_post_hears_through_whoever_works_in_it() -> None:
    audience = ToPost(CAST.wu.post_id)  # type: ignore[arg-type]
    assert hears(in_post(CAST.mao, post_id=CAST.wu.post_id), audience)
    assert not hears(in_post(CAST.wu, post_id=POST), audience)


def test_a_unit_hears_through_those_who_share_its_part() -> None:
    assert hears(CAST.qian, ToUnit(URBAN))
    assert hears(CAST.xu, ToUnit(URBAN))
    assert not hears(CAST.feng, ToUnit(URBAN))
    field_officer = replace(CAST.qian, role=Role.OFFICER)
    assert not hears(field_officer, ToUnit(URBAN))


def test_an_area_is_heard_from_above_down_to_its_floor() -> None:
    above_all = ToArea(GRID_1)
    assert [hears(one, above_all) for one in (CAST.lin, CAST.wu, CAST.zhao, CAST.sun, CAST.he)] == [True] * 5
    assert not hears(CAST.chen, above_all)
    assert not hears(CAST.zhou, above_all)
    assert not hears(CAST.qian, above_all)
    hidden_below = ToArea(GRID_1, len(TOWNSHIP))
    assert hears(CAST.zhao, hidden_below)
    assert not hears(CAST.wu, hidden_below)
    assert not hears(CAST.lin, ToArea(COMMUNITY, 0))
