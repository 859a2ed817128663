"""Two records of one person made one, with all that hangs on them; and who is suspected to be registered twice."""

from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest

from jingwei.domains.residents.contracts import EndWhy, Living
from jingwei.domains.residents.models import Household, Member, Request, Residence, Resident
from jingwei.domains.residents.queries.doubles import doubles_within
from jingwei.domains.residents.queries.person import changes_of, household_of, residences_of, resident_for
from jingwei.domains.residents.rules.refusals import (
    OtherMissing,
    PlaceNotChosen,
    RecordEnded,
    ResidentNotFound,
    SameRecord,
    TwoNumbers,
)
from jingwei.domains.residents.services.asking import request_move_in
from jingwei.domains.residents.services.finding import REGISTRAR, find_residents
from jingwei.domains.residents.services.households import HouseholdFacts, save_household
from jingwei.domains.residents.services.joining import Choices, join_residents, look_ahead
from jingwei.domains.residents.services.keeping import forget_ended
from jingwei.domains.residents.services.moving import end_resident, move_resident
from jingwei.domains.residents.tests.people import (
    PHONE,
    TODAY,
    YEAR_AGO,
    home,
    listed,
    number,
    read,
    resident,
)
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.audit.models import Entry
from jingwei.foundation.forms.contracts import Outcome, RecordSide
from jingwei.foundation.forms.rules.refusals import ChoiceMissing
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import local
from jingwei.kernel.errors import StaleVersion
from tests.cast import CAST, FOREIGN_GRID, GRID_1, GRID_2, MONDAY_10

pytestmark = pytest.mark.django_db
THE_OTHER = {"name": RecordSide.OTHER}


def joined(
    kept: Resident, other: Resident, choices: Choices | None = None, *, actor: Actor = CAST.lin
) -> Resident:
    versions = read(actor, kept.pk).version, read(actor, other.pk).version
    return join_residents(
        actor, kept.pk, other.pk, choices or Choices(), versions=versions, reason="重复登记", at=MONDAY_10
    )


def household(*members: tuple[Resident, str], actor: Actor = CAST.lin) -> Household:
    facts = HouseholdFacts([(one.pk, relation) for one, relation in members], YEAR_AGO)
    return save_household(actor, members[0][0].pk, facts, version=0, at=MONDAY_10)


def outcomes(kept: Resident, other: Resident, actor: Actor = CAST.lin) -> dict[str, Outcome]:
    with eyes(actor):
        found = look_ahead(actor, kept.pk, other.pk)
    return {one.field: one.outcome for one in found.fields} | {
        "@home": found.home,
        "@household": found.household,
    }


def test_what_would_be_kept_is_told_field_by_field_and_gaps_are_filled() -> None:
    kept = resident("王小明", 1, facts={"gender": "1"})
    other = resident("王晓明", None, facts={"phone": PHONE, "birth_year": 1990, "gender": "1"})
    assert outcomes(kept, other) == {
        "name": Outcome.CHOOSE,
        "gender": Outcome.SAME,
        "birth_year": Outcome.KEPT,
        "identity": Outcome.KEPT,
        "phone": Outcome.FILLED,
        "@home": Outcome.SAME,
        "@household": Outcome.SAME,
    }
    with eyes(CAST.lin):
        shown = {one.field: (one.kept, one.other) for one in look_ahead(CAST.lin, kept.pk, other.pk).fields}
    assert shown["name"] == ("王小明", "王晓明")
    assert PHONE not in str(shown)
    with pytest.raises(ChoiceMissing):
        joined(kept, other)
    row = joined(kept, other, Choices(facts=THE_OTHER))
    assert (row.name, row.birth_year, row.sound) == ("王晓明", 1988, "wangxiaoming")
    assert [one.pk for one in find_residents(CAST.lin, PHONE, remark="", at=MONDAY_10)] == [kept.pk]
    assert listed(CAST.lin) == ["王晓明"]


def test_the_number_comes_along_when_the_other_record_has_it() -> None:
    kept, other = resident("王小明", None, facts={"birth_year": 1990}), resident("王小明", 1)
    assert outcomes(kept, other)["birth_year"] is Outcome.FILLED
    row = joined(kept, other)
    assert row.birth_year == 1988
    assert [one.pk for one in find_residents(CAST.lin, number(1), remark="", at=MONDAY_10)] == [kept.pk]
    with eyes(REGISTRAR):
        live = Resident.objects.unscoped("test").filter(ended_at=None).get()
    assert bytes(live.identity_index) == bytes(read(CAST.lin, kept.pk).identity_index)


def test_the_other_record_ends_says_where_it_went_and_its_history_is_read_with_the_one_that_stays() -> None:
    kept, other, third = resident("王小明", 1), resident("王小明", None), resident("王小明", None)
    joined(other, third)
    joined(kept, other)
    for gone in (other, third):
        row = read(CAST.lin, gone.pk)
        assert (row.merged_into_id, row.end_reason, row.ended_at) == (kept.pk, "merged", MONDAY_10)
        with pytest.raises(RecordEnded):
            joined(kept, gone)
    with eyes(CAST.lin):
        deeds = sorted(one.deed for one in changes_of(kept.pk))
        (line,) = [one for one in changes_of(kept.pk) if one.resident_id == kept.pk and one.deed == "merged"]
    assert deeds == ["merged"] * 4 + ["registered"] * 3
    assert line.remark == "并入“王小明”的另一份记录；重复登记"
    with eyes(CAST.machine):
        told = list(Entry.objects.filter(target=f"residents.resident:{other.pk}").order_by("id"))
    assert told[-1].change["act"] == "merge"
    assert told[-1].change["into"] == str(kept.pk)


def test_residences_requests_and_the_account_come_along() -> None:
    kept = resident("王小明", None)
    other = resident("王小明", 1, from_on=date(2024, 3, 1))
    mine = uuid4()
    with eyes(REGISTRAR):
        Resident.objects.unscoped("test").filter(pk=other.pk).update(account_person_id=mine)
    asked = request_move_in(
        CAST.chen,
        number(1),
        home(GRID_2, address="迎春路88号", from_on=TODAY, living=Living.INCOMING),
        words="",
        request_id=uuid4(),
        at=MONDAY_10,
    )
    joined(kept, other)
    with eyes(CAST.lin):
        (only,) = residences_of(kept.pk)
        assert (only.from_on, only.to_on) == (date(2024, 3, 1), None)
        assert residences_of(other.pk) == []
        assert Request.objects.visible_to(CAST.lin).get(pk=asked.pk).resident_id == kept.pk
    assert read(CAST.lin, kept.pk).account_person_id == mine
    assert read(CAST.lin, other.pk).account_person_id is None


def test_two_homes_are_chosen_between_and_the_other_one_stays_as_a_former_one() -> None:
    kept = resident("王小明", 1)
    other = resident(
        "王小明", None, actor=CAST.chen, grid=GRID_2, address="迎春路88号", from_on=date(2026, 5, 1)
    )
    assert outcomes(kept, other, CAST.wu)["@home"] is Outcome.CHOOSE
    with pytest.raises(PlaceNotChosen):
        joined(kept, other, actor=CAST.wu)
    row = joined(kept, other, Choices(home=RecordSide.OTHER), actor=CAST.wu)
    assert (row.address, row.scope_code) == ("迎春路88号", GRID_2)
    assert listed(CAST.chen, words="迎春路88号") == ["王小明"]
    assert listed(CAST.lin) == []
    with eyes(CAST.wu):
        homes = [(one.address, one.to_on, one.why) for one in residences_of(kept.pk)]
    assert homes == [("迎春路88号", None, ""), ("迎春路12号", date(2026, 5, 1), "merged")]
    for gone_along in (kept, other):
        with eyes(CAST.lin), pytest.raises(ResidentNotFound):
            resident_for(CAST.lin, gone_along.pk)


def test_the_record_that_ended_goes_where_the_other_goes() -> None:
    kept, other = resident("王小明", 1), resident("王小明", None)
    joined(kept, other)
    version = read(CAST.lin, kept.pk).version
    away = home(FOREIGN_GRID, address="桃花仑路3号", from_on=TODAY)
    move_resident(CAST.lin, kept.pk, away, version=version, remark="", at=MONDAY_10)
    assert read(CAST.tang, other.pk).scope_code == FOREIGN_GRID
    with eyes(CAST.tang):
        assert len(changes_of(kept.pk)) == 5
    with eyes(CAST.lin), pytest.raises(ResidentNotFound):
        resident_for(CAST.lin, other.pk)


def test_in_one_household_somebody_stands_once_and_its_head_stays() -> None:
    kept, other, child = resident("王小明", 1), resident("王小明", None), resident("王小", 2)
    made = household((other, "02"), (kept, "99"), (child, "20"))
    assert outcomes(kept, other)["@household"] is Outcome.SAME
    joined(kept, other)
    with eyes(CAST.lin):
        present = Member.objects.filter(household_id=made.pk, to_on=None)
        assert {(one.resident_id, one.relation) for one in present} == {(kept.pk, "02"), (child.pk, "20")}


@pytest.mark.parametrize("side", list(RecordSide))
def test_of_two_households_one_is_chosen_and_left_by_the_other(side: RecordSide) -> None:
    kept, other, wife = resident("王小明", 1), resident("王小明", None), resident("李二", 2)
    ours, alone = household((kept, "02")), household((other, "02"), (wife, "10"))
    with pytest.raises(PlaceNotChosen):
        joined(kept, other)
    joined(kept, other, Choices(household=side))
    with eyes(CAST.lin):
        found = household_of(CAST.lin, kept.pk)
        assert found is not None
        assert found.pk == (ours if side is RecordSide.KEPT else alone).pk
        assert Member.objects.filter(resident_id=other.pk).count() == 0
        assert (Household.objects.visible_to(CAST.lin).get(pk=ours.pk).to_on is None) is (
            side is RecordSide.KEPT
        )


def test_what_two_people_say_is_not_made_one() -> None:
    one, two = resident("王小明", 1), resident("王小明", 2)
    with pytest.raises(TwoNumbers):
        joined(one, two)
    with pytest.raises(SameRecord):
        joined(one, one)
    stranger = resident("王小明", None, actor=CAST.chen, grid=GRID_2)
    with eyes(CAST.lin), pytest.raises(OtherMissing):
        look_ahead(CAST.lin, one.pk, stranger.pk)
    with pytest.raises(OtherMissing):
        join_residents(CAST.lin, one.pk, stranger.pk, Choices(), versions=(1, 1), reason="重复", at=MONDAY_10)
    third = resident("王小明", None)
    with pytest.raises(StaleVersion):
        join_residents(CAST.lin, one.pk, third.pk, Choices(), versions=(1, 7), reason="重复", at=MONDAY_10)
    assert listed(CAST.lin) == ["王小明"] * 3


def test_both_records_go_when_their_period_is_over() -> None:
    kept, other = resident("王小明", 1), resident("王小明", None)
    joined(kept, other)
    version = read(CAST.lin, kept.pk).version
    end_resident(CAST.lin, kept.pk, EndWhy.LEFT, on=TODAY, version=version, remark="", at=MONDAY_10)
    assert forget_ended(at=MONDAY_10.replace(year=2031)) == 2
    with eyes(REGISTRAR):
        assert Residence.objects.unscoped("test").count() == 0


def pairs(actor: Actor, area: str | None = None) -> set[tuple[UUID, UUID, str]]:
    with eyes(actor):
        found = doubles_within(actor, area)
    return {(one.kept.pk, one.other.pk, one.alike.value) for one in found.rows}


def test_who_shares_exactly_what_two_people_rarely_do_is_suspected() -> None:
    house: dict[str, Any] = {}
    first = resident("王小明", None, facts={"birth_year": 1988, "phone": PHONE}, **house)
    numbered = resident("王小明", 1)
    resident("王小明", 2, facts={"phone": "13900000009"})
    heard = resident("王晓明", None, facts={"phone": PHONE})
    resident("李梅", None, facts={"phone": PHONE})
    assert pairs(CAST.lin) >= {(numbered.pk, first.pk, "grid"), (first.pk, heard.pk, "phone")} or pairs(
        CAST.lin
    ) >= {(numbered.pk, first.pk, "grid"), (heard.pk, first.pk, "phone")}
    assert len(pairs(CAST.lin)) == 3
    assert pairs(CAST.chen) == set()
    assert pairs(CAST.wu, GRID_1) == pairs(CAST.lin)


def test_wider_areas_are_not_compared_and_nothing_outside_ones_sight_is() -> None:
    resident("王小明", None, facts={"birth_year": 1988})
    resident("王小明", 1)
    with eyes(CAST.sun):
        assert doubles_within(CAST.sun, None).is_too_wide
        assert len(doubles_within(CAST.sun, GRID_1).rows) == 1
    for stranger in (CAST.chen, CAST.tang, CAST.mao):
        with eyes(stranger):
            assert doubles_within(stranger, GRID_1).rows == []
    assert local(MONDAY_10).date() == TODAY
