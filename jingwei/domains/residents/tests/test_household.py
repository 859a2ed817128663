"""Households: put together, changed, left; who lives out of sight has no name in them."""

from datetime import date

import pytest

from jingwei.domains.residents.models import Household, Resident
from jingwei.domains.residents.queries.person import belonging_to, household_of
from jingwei.domains.residents.rules.refusals import MemberElsewhere, RelationUnknown, ResidentNotFound
from jingwei.domains.residents.services.households import HouseholdFacts, save_household
from jingwei.domains.residents.services.moving import move_resident
from jingwei.domains.residents.tests.people import TODAY, YEAR_AGO, home, resident
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.scoping import eyes
from jingwei.kernel.errors import StaleVersion
from tests.cast import CAST, FOREIGN_GRID, GRID_2, MONDAY_10

pytestmark = pytest.mark.django_db


def saved(
    *members: tuple[Resident, str],
    actor: Actor = CAST.lin,
    of: Resident | None = None,
    version: int = 0,
    on: date = YEAR_AGO,
) -> Household:
    facts = HouseholdFacts([(one.pk, relation) for one, relation in members], on, "004012345")
    return save_household(actor, (of or members[0][0]).pk, facts, version=version, at=MONDAY_10)


def told(actor: Actor, household: Household) -> list[tuple[str, str, bool]]:
    with eyes(actor):
        return [
            (one.resident.name if one.resident else "", one.relation, one.to_on is None)
            for one in belonging_to(actor, household.pk)
        ]


def test_a_household_is_made_changed_and_remembers_who_belonged_to_it() -> None:
    father, mother, child = resident("王大", 1), resident("李二", 2), resident("王小", 3)
    made = saved((father, "02"), (mother, "10"))
    assert told(CAST.lin, made) == [("王大", "02", True), ("李二", "10", True)]
    saved((mother, "02"), (child, "20"), version=1, on=TODAY)
    assert told(CAST.lin, made) == [
        ("李二", "02", True),
        ("王小", "20", True),
        ("王大", "02", False),
        ("李二", "10", False),
    ]
    with eyes(CAST.lin):
        assert household_of(CAST.lin, father.pk) is None
        joined = household_of(CAST.lin, child.pk)
    assert joined
    assert joined.pk == made.pk


def test_who_joins_another_household_leaves_the_former_and_an_empty_one_ends() -> None:
    one, other = resident("王大", 1), resident("李二", 2)
    former = saved((one, "02"))
    saved((other, "02"))
    saved((other, "02"), (one, "99"), version=1, on=TODAY)
    with eyes(CAST.lin):
        assert Household.objects.visible_to(CAST.lin).get(pk=former.pk).to_on == TODAY
    assert told(CAST.lin, former) == [("王大", "02", False)]


def test_who_moves_out_of_sight_stays_as_a_member_without_a_name() -> None:
    father, child = resident("王大", 1), resident("王小", 3)
    made = saved((father, "02"), (child, "20"))
    move_resident(CAST.lin, child.pk, home(FOREIGN_GRID, from_on=TODAY), version=1, remark="", at=MONDAY_10)
    assert told(CAST.lin, made) == [("王大", "02", True), ("", "20", False)]


def test_nobody_out_of_sight_is_put_into_a_household_and_none_of_another_area_is_changed() -> None:
    one = resident("王大", 1)
    stranger = resident("赵六", 2, actor=CAST.chen, grid=GRID_2)
    with pytest.raises(MemberElsewhere):
        saved((one, "02"), (stranger, "10"))
    with pytest.raises(RelationUnknown):
        saved((one, "02"), (resident("钱七", 5), "xx"))
    saved((one, "02"))
    for version, refusal in ((0, StaleVersion), (9, StaleVersion)):
        with pytest.raises(refusal):
            saved((one, "02"), version=version)
    with pytest.raises(ResidentNotFound):
        saved((stranger, "02"), actor=CAST.chen, of=one, version=1)
