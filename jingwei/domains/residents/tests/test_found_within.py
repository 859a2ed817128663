"""Looking for somebody walks past nobody who lives elsewhere: it takes no time that would tell of them."""

import pytest
from django.db import connection

from jingwei.domains.residents.models import Key
from jingwei.domains.residents.queries.people import found_between
from jingwei.domains.residents.services.finding import REGISTRAR
from jingwei.domains.residents.tests.people import resident
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.scoping import eyes
from jingwei.kernel.texts import reach_of
from tests.cast import CAST, GRID_1, GRID_2, OTHER_COUNTY

MANY = 3000
FETCHED = "select idx_tup_fetch from pg_stat_xact_user_tables where relname = 'residents_key'"


def walked(actor: Actor, words: str) -> tuple[int, int]:
    """How many a search found, and how many rows it walked past."""
    reach = reach_of(words)
    assert reach is not None
    with eyes(actor), connection.cursor() as cursor:
        cursor.execute(FETCHED)
        before = cursor.fetchone()[0]
        found = found_between(*reach)
        cursor.execute(FETCHED)
        return len(found), cursor.fetchone()[0] - before


@pytest.mark.django_db
@pytest.mark.parametrize("area", [GRID_2, f"{OTHER_COUNTY}001001001"])
def test_whoever_lives_elsewhere_costs_nothing(area: str) -> None:
    here = resident("王小明", grid=GRID_1)
    for actor in (CAST.lin, CAST.sun):
        assert walked(actor, "wangx")[0] == 1
    with eyes(REGISTRAR):
        Key.objects.bulk_create(
            Key(resident_id=here.pk, text=f"wangx{number:05d}", scope_code=area) for number in range(MANY)
        )
    assert walked(CAST.lin, "wangx")[0] == 1
    assert walked(CAST.lin, "wangx")[1] < 20
    if area.startswith(OTHER_COUNTY):
        assert walked(CAST.sun, "wangx")[1] < 20


@pytest.mark.django_db
def test_every_level_finds_what_lies_within() -> None:
    people = {
        grid: resident(f"王小{name}", order, actor=CAST.luo, grid=grid)
        for order, (grid, name) in enumerate([(GRID_1, "明"), (GRID_2, "红")], 1)
    }
    with eyes(CAST.lin):
        assert found_between("wangxiao", "wangxiap") == [people[GRID_1].pk]
    for actor in (CAST.luo, CAST.sun, REGISTRAR):
        with eyes(actor):
            assert set(found_between("wangxiao", "wangxiap")) == {one.pk for one in people.values()}
            assert found_between("wangxiao", "wangxiap", within=GRID_2) == [people[GRID_2].pk]
            assert len(found_between("wangxiao", "wangxiap", most=1)) == 1
    with eyes(CAST.tang):
        assert found_between("wangxiao", "wangxiap") == []
        assert found_between("wangxiao", "wangxiap", within=GRID_2) == []
