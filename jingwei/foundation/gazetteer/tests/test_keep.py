"""Places are looked after: added, called otherwise, retired with a reason, restored; by whoever keeps the ground."""

import pytest
from django.db import ProgrammingError, transaction

from jingwei.foundation.areas.rules import OutsideCity
from jingwei.foundation.gazetteer import queries, services
from jingwei.foundation.gazetteer.contracts import How
from jingwei.foundation.gazetteer.models import Place
from jingwei.foundation.gazetteer.queries import PlaceFilter
from jingwei.foundation.gazetteer.rules.refusals import (
    BadName,
    PlaceInUse,
    PlaceKnown,
    PlaceNotFound,
    PlaceOutside,
    PlaceRetired,
)
from jingwei.foundation.gazetteer.tests.planting import added, facts, spot
from jingwei.foundation.scoping import eyes
from jingwei.kernel.errors import Forbidden, StaleVersion
from jingwei.kernel.geo import Datum, position
from tests.cast import CAST, FAR_GRID, GRID_1, GRID_2, MONDAY_10

pytestmark = pytest.mark.django_db


def names(words: str) -> list[str]:
    with eyes(CAST.public):
        return [one.name for one in queries.find_places(words)]


def changed(place: Place, **given: object) -> Place:
    wanted = {"position": None, "version": place.version} | given
    with eyes(CAST.wu):
        return services.change_place(CAST.wu, place.pk, at=MONDAY_10, **wanted)  # type: ignore[arg-type]


def retired(place: Place) -> Place:
    with eyes(CAST.wu):
        return services.retire_place(
            CAST.wu, place.pk, reason="道路改造后已不存在", version=place.version, at=MONDAY_10
        )


def test_a_place_lies_where_its_position_says_and_keeps_what_was_given() -> None:
    given = spot(GRID_2)
    place = added("长征大道", where=position(given.lon + 0.006, given.lat - 0.003, datum=Datum.GCJ02))
    assert place.scope_code == GRID_2
    assert place.datum == "gcj02"
    assert place.given_lon == pytest.approx(given.lon + 0.006)


def test_a_new_name_is_found_and_the_old_one_still_is() -> None:
    place = added("东风路")
    changed(place, facts=facts("长征大道", aliases=("大道",)))
    assert names("长征大道") == ["长征大道"]
    with eyes(CAST.public):
        (old,) = queries.find_places("东风路")
    assert (old.name, old.matched, old.how) == ("长征大道", "东风路", How.FORMER)


def test_a_retired_place_is_told_with_its_reason_and_found_by_nobody() -> None:
    place = retired(added("东风路"))
    assert names("东风路") == []
    with eyes(CAST.wu):
        assert queries.list_places(CAST.wu, PlaceFilter(), cursor=None, size=10).rows == []
        (row,) = queries.list_places(CAST.wu, PlaceFilter(is_retired=True), cursor=None, size=10).rows
        assert row.retired_why == "道路改造后已不存在"
    with pytest.raises(PlaceRetired):
        changed(place, facts=facts("东风大道"))
    with eyes(CAST.wu):
        back = services.restore_place(CAST.wu, place.pk, version=place.version, at=MONDAY_10)
        with pytest.raises(PlaceInUse):
            services.restore_place(CAST.wu, place.pk, version=back.version, at=MONDAY_10)
    assert names("东风路") == ["东风路"]


def test_the_same_name_next_door_is_the_same_place() -> None:
    added("东风路")
    with pytest.raises(PlaceKnown):
        added("东 风路", where=spot(east=0.51))
    assert added("东风路", where=spot(GRID_2)).scope_code == GRID_2


def test_two_people_at_once_do_not_overwrite_each_other() -> None:
    place = added("东风路")
    changed(place, facts=facts("东风大道"))
    with pytest.raises(StaleVersion):
        changed(place, facts=facts("西风路"))


@pytest.mark.parametrize("name", ["路", "3栋502室", "13873712345", "王某某住处", "好" * 81])
def test_nobodys_door_or_number_becomes_a_place(name: str) -> None:
    with pytest.raises(BadName):
        added(name)


def test_only_those_who_keep_the_ground_write_there() -> None:
    with pytest.raises(PlaceOutside):
        added("远方路", where=spot(FAR_GRID))
    with pytest.raises(OutsideCity):
        added("海上路", where=position(120.0, 20.0, datum=Datum.WGS84))
    with pytest.raises(Forbidden):
        added("东风路", by=CAST.lin)
    place = added("东风路")
    with pytest.raises(PlaceNotFound), eyes(CAST.zhou):
        services.retire_place(CAST.zhou, place.pk, reason="不存在", version=1, at=MONDAY_10)
    with eyes(CAST.zhou):
        assert Place.objects.unscoped("the fence itself").filter(pk=place.pk).update(name="改名") == 0
        with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
            place.pk = None
            Place(**{name: getattr(place, name) for name in COPIED}, name="假路", source="hand").save(
                force_insert=True
            )


COPIED = (
    *("city_code", "county_code", "township_code", "community_code", "grid_code", "scope_code"),
    *("position", "given_lon", "given_lat", "datum", "kind", "added_at", "changed_at"),
)


def test_the_list_is_narrowed_by_words_area_and_kind_and_paged() -> None:
    for number in range(5):
        added(f"东风{'一二三四五'[number]}路", where=spot(east=number / 10))
    added("滨江花园", where=spot(GRID_2))
    with eyes(CAST.wu):
        first = queries.list_places(CAST.wu, PlaceFilter(words="东风"), cursor=None, size=3)
        rest = queries.list_places(CAST.wu, PlaceFilter(words="东风"), cursor=first.next_cursor, size=3)
        assert len(first.rows) == 3
        assert len(rest.rows) == 2
        assert rest.next_cursor is None
        found = queries.list_places(CAST.wu, PlaceFilter(area_code=GRID_1), cursor=None, size=9).rows
        assert len(found) == 5
        assert queries.list_places(CAST.wu, PlaceFilter(kind="school"), cursor=None, size=9).rows == []
        by_sound = queries.list_places(CAST.wu, PlaceFilter(words="bjhy"), cursor=None, size=9).rows
        assert [row.name for row in by_sound] == ["滨江花园"]
    with eyes(CAST.zhou):
        assert queries.list_places(CAST.zhou, PlaceFilter(), cursor=None, size=9).rows == []
