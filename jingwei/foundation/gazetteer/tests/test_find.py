"""Words lead to places: by name, part, other names, sound, initials, with a slip, and inside longer words."""

import pytest
from django.db import connection

from jingwei.foundation.gazetteer.contracts import Found, How, Sort
from jingwei.foundation.gazetteer.models import Place, PlaceKey
from jingwei.foundation.gazetteer.queries import find_places, places_in_words
from jingwei.foundation.gazetteer.queries.finding import LOOK, _looks
from jingwei.foundation.gazetteer.rules.matching import SURE_FROM
from jingwei.foundation.gazetteer.rules.names import plain
from jingwei.foundation.gazetteer.rules.refusals import WordsTooShort
from jingwei.foundation.gazetteer.tests.planting import added, spot
from jingwei.foundation.scoping import eyes
from tests.cast import CAST, FAR_GRID, GRID_1, GRID_2

pytestmark = pytest.mark.django_db


@pytest.fixture
def places() -> None:
    added("迎春路小学", aliases=("迎小",), former_names=("东方红小学",))
    added("长征大道", where=spot(GRID_2))
    added("重庆巷", where=spot(GRID_2, east=0.2))
    added("单家巷", where=spot(GRID_2, east=0.8))
    added("滨江花园小区", where=spot(GRID_1, east=0.1))


def found(words: str, **given: object) -> list[Found]:
    with eyes(CAST.public):
        return [one for one in find_places(words, **given) if one.sort is Sort.PLACE]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("words", "name", "how"),
    [
        ("迎春路小学", "迎春路小学", How.NAME),
        ("迎 春路、小学", "迎春路小学", How.NAME),
        ("迎小", "迎春路小学", How.ALIAS),
        ("东方红小学", "迎春路小学", How.FORMER),
        ("迎春路", "迎春路小学", How.BEGINS),
        ("江花园", "滨江花园小区", How.WITHIN),
        ("长征大道12号对面的垃圾桶满了", "长征大道", How.NAMED),
        ("迎椿路小学", "迎春路小学", How.SOUND),
        ("yingchunlu", "迎春路小学", How.SOUND),
        ("yinchunluxiaoxue", "迎春路小学", How.SOUND),
        ("chongqingxiang", "重庆巷", How.SOUND),
        ("shanjiaxiang", "单家巷", How.SOUND),
        ("changzhengdadao", "长征大道", How.SOUND),
        ("yclxx", "迎春路小学", How.INITIALS),
        ("BJHY", "滨江花园小区", How.INITIALS),
        ("huayuanxiaoqu", "滨江花园小区", How.SOUND),
        ("迎春小学", "迎春路小学", How.SLIP),
        ("滨江花圆小区", "滨江花园小区", How.SOUND),
        ("滨江花苑小区", "滨江花园小区", How.SOUND),
        ("滨江草园小区", "滨江花园小区", How.SLIP),
        ("滨花江园小区", "滨江花园小区", How.SLIP),
        ("yingcunluxiaxue", "迎春路小学", How.SLIP),
    ],
)
def test_words_lead_to_the_place_and_say_how(places: None, words: str, name: str, how: How) -> None:
    first = found(words)[0]
    assert (first.name, first.how) == (name, how)
    assert "迎春社区" in first.area_name
    assert first.lon is not None


@pytest.mark.parametrize("words", ["毫不相干", "qqqqq", "%%", "迎%小学", "\\\\"])
def test_what_nobody_calls_so_is_not_found(places: None, words: str) -> None:
    if len(plain(words)) < 2:
        with pytest.raises(WordsTooShort):
            found(words)
    else:
        assert found(words) == []


def test_the_whole_name_is_sure_and_a_guess_is_not(places: None) -> None:
    assert found("迎春路小学")[0].sure >= SURE_FROM
    assert found("yclxx")[0].sure < SURE_FROM
    assert found("迎春小学")[0].sure < SURE_FROM
    assert found("迎椿路小学")[0].sure < SURE_FROM, "what only sounds alike is somebody's choice"


def test_the_same_name_twice_is_nobodys_certainty_until_the_place_is_near_or_named() -> None:
    added("人民路", where=spot(GRID_1))
    added("人民路", by=CAST.he, where=spot(FAR_GRID))
    unsure = found("人民路")
    assert len(unsure) == 2
    assert unsure[0].sure == unsure[1].sure < SURE_FROM
    for grid in (GRID_1, FAR_GRID):
        near = found("人民路", near=spot(grid, east=0.6))
        assert near[0].area_code == grid
        assert near[0].sure >= SURE_FROM
    named = found("汽车路街道人民路")
    assert named[0].area_code == FAR_GRID, "the street only says where the road is"
    assert named[0].sure >= SURE_FROM
    assert [one.area_code for one in found("人民路", within=GRID_1[:9])] == [GRID_1]


def test_areas_are_found_by_name_and_by_sound() -> None:
    with eyes(CAST.public):
        by_name, by_sound = find_places("迎春社区")[0], find_places("yingchunshequ")[0]
    assert (by_name.sort, by_name.area_code) == (Sort.AREA, GRID_1[:12])
    assert (by_sound.sort, by_sound.area_code, by_sound.how) == (Sort.AREA, GRID_1[:12], How.SOUND)


def test_a_report_without_a_pin_gets_the_places_its_words_name(places: None) -> None:
    words = "你好，我要反映一个问题。滨江花园小区门口的路灯坏了，靠近长征大道那边，谢谢！"
    with eyes(CAST.public):
        candidates = places_in_words(words)
    assert {one.name for one in candidates} == {"滨江花园小区", "长征大道"}
    with eyes(CAST.public):
        assert places_in_words("请尽快处理，谢谢") == []


def test_every_look_is_a_seek_in_the_index_whatever_is_stored(places: None) -> None:
    """No branch reads the table through: with many keys each is one range of the index."""
    place = Place.objects.unscoped("test").first()
    assert place is not None
    with eyes(CAST.wu):
        PlaceKey.objects.bulk_create(
            PlaceKey(place_id=place.pk, kind=1 + number % 5, text=f"某某{number:05}")
            for number in range(6000)
        )
    with eyes(CAST.public), connection.cursor() as cursor:
        cursor.execute("set local enable_seqscan = off")
        cursor.execute("explain " + LOOK, _looks("yingchunlu"))
        plan = "\n".join(row[0] for row in cursor.fetchall())
    assert "Seq Scan on gazetteer_placekey" not in plan
    assert plan.count("gazetteer_key_text") >= 7
    assert plan.count("~>=~") >= 4, "the index itself must find beginnings, also under the fence"
