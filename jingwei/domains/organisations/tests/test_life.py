"""Changed field by field, closed and opened, moved, merged; contacts found and opened with every look recorded."""

from datetime import timedelta

import pytest

from jingwei.domains.dwellings.services.life import merge_house
from jingwei.domains.dwellings.tests.things import farmhouse
from jingwei.domains.organisations.contracts import OrganisationStatus as Status
from jingwei.domains.organisations.models import Organisation
from jingwei.domains.organisations.queries.organisations import changes_of
from jingwei.domains.organisations.rules import refusals
from jingwei.domains.organisations.rules.forms import ENDED_KEPT_DAYS
from jingwei.domains.organisations.services.changing import (
    Correction,
    change_organisation,
    confirm_organisation,
)
from jingwei.domains.organisations.services.finding import find_by_phone, reveal_organisation
from jingwei.domains.organisations.services.keeping import forget_ended
from jingwei.domains.organisations.services.life import move_organisation, set_status
from jingwei.domains.organisations.services.merging import merge_organisation
from jingwei.domains.organisations.services.placing import PlaceGiven
from jingwei.domains.organisations.tests.things import (
    COMPANY,
    PHONE,
    TODAY,
    at_door,
    code,
    listed,
    organisation,
    read,
)
from jingwei.foundation.privacy.contracts import Purpose
from jingwei.foundation.privacy.models import Reveal
from jingwei.foundation.scoping import eyes
from jingwei.kernel.errors import DomainError, Forbidden, StaleVersion
from tests.cast import CAST, FOREIGN_GRID, GRID_2, MONDAY_10

pytestmark = pytest.mark.django_db
LATER = MONDAY_10 + timedelta(days=30)
CONTACT = {"principal": "王小明", "phone": PHONE}


def test_two_change_different_fields_and_both_stand_the_same_one_is_asked_back() -> None:
    row = organisation(facts=CONTACT)
    change_organisation(CAST.lin, row.pk, Correction(1, {"exits": 2, "uses_gas": True}), at=LATER)
    change_organisation(CAST.wu, row.pk, Correction(1, {"name": "银山便利店"}, aliases=["老王"]), at=LATER)
    now = read(CAST.lin, row.pk)
    assert (now.name, now.exits, now.version, now.aliases) == ("银山便利店", 2, 3, ["老王"])
    assert listed(CAST.lin, words="金山") == []
    assert listed(CAST.lin, words="老王") == ["银山便利店"]
    for wish in (Correction(1, {"exits": 1}), Correction(1, {}, aliases=["小王"])):
        with pytest.raises(DomainError) as refused:
            change_organisation(CAST.deng, row.pk, wish, at=LATER)
        assert refused.value.code == "forms.edit_conflict"
    with eyes(CAST.lin):
        lines = changes_of(row.pk)
    assert lines[0].facts == {"name": ["金山便利店", "银山便利店"], "aliases": ["", "老王"]}
    assert PHONE not in str([one.facts for one in lines])


def test_confirming_moves_the_day_and_an_operator_is_set_and_taken_away() -> None:
    company, row = organisation("甲公司", COMPANY), organisation()
    confirm_organisation(CAST.lin, row.pk, source="visit", at=LATER)
    seen = read(CAST.lin, row.pk)
    assert (seen.seen_at, seen.source, seen.version) == (LATER, "visit", 2)
    wish = Correction(2, {}, operator_id=company.pk, sets_operator=True)
    assert change_organisation(CAST.lin, row.pk, wish, at=LATER).operator_id == company.pk
    with eyes(CAST.lin):
        assert changes_of(row.pk)[0].facts == {"operator": ["", "甲公司"]}
    change_organisation(CAST.lin, row.pk, Correction(3, {}, sets_operator=True), at=LATER)
    assert read(CAST.lin, row.pk).operator_id is None


def test_what_closed_is_found_no_more_and_opens_with_all_it_had() -> None:
    row = organisation("甲公司", COMPANY, facts={"credit_code": code(1)})
    with pytest.raises(refusals.StatusReasonNeeded):
        set_status(CAST.lin, row.pk, Status.CLOSED, on=TODAY, reason="", version=1, at=LATER)
    with pytest.raises(refusals.DayInFuture):
        day = TODAY + timedelta(days=99)
        set_status(CAST.lin, row.pk, Status.CLOSED, on=day, reason="歇业", version=1, at=LATER)
    closed = set_status(CAST.lin, row.pk, Status.STRUCK_OFF, on=TODAY, reason="已注销", version=1, at=LATER)
    assert (closed.status_on, closed.end_reason, closed.due_on) == (TODAY, "已注销", None)
    assert listed(CAST.lin, words="甲公司") == listed(CAST.lin) == []
    assert listed(CAST.lin, status=("struck_off",)) == ["甲公司"]
    with pytest.raises(refusals.NotOpen, match="注销"):
        change_organisation(CAST.lin, row.pk, Correction(2, {"name": "乙公司"}), at=LATER)
    with pytest.raises(refusals.SameStatus):
        set_status(CAST.lin, row.pk, Status.STRUCK_OFF, on=TODAY, reason="已注销", version=2, at=LATER)
    with pytest.raises(refusals.DayBefore):
        day = TODAY - timedelta(days=1)
        set_status(CAST.lin, row.pk, Status.OPEN, on=day, reason="", version=2, at=LATER)
    with pytest.raises(StaleVersion):
        set_status(CAST.lin, row.pk, Status.OPEN, on=TODAY, reason="", version=1, at=LATER)
    set_status(CAST.lin, row.pk, Status.OPEN, on=TODAY, reason="重新开业", version=2, at=LATER)
    assert listed(CAST.lin, words="甲公司") == ["甲公司"]


def test_a_code_that_went_elsewhere_meanwhile_keeps_a_record_closed() -> None:
    row = organisation("甲公司", COMPANY, facts={"credit_code": code(1)})
    set_status(CAST.lin, row.pk, Status.MOVED_AWAY, on=TODAY, reason="迁出", version=1, at=LATER)
    organisation("甲公司", COMPANY, actor=CAST.chen, grid=GRID_2, facts={"credit_code": code(1)})
    with pytest.raises(refusals.CodeElsewhere):
        set_status(CAST.lin, row.pk, Status.OPEN, on=TODAY, reason="", version=2, at=LATER)


def test_moving_out_of_ones_area_hands_the_record_over_with_its_history() -> None:
    row = organisation(facts=CONTACT)
    there = at_door(FOREIGN_GRID, "桃花仑路3号")
    move_organisation(CAST.lin, row.pk, there, version=1, remark="搬走", at=LATER)
    assert listed(CAST.lin) == []
    assert listed(CAST.ding, words="便利店") == ["金山便利店"]
    with eyes(CAST.ding):
        assert [one.deed for one in changes_of(row.pk)] == ["moved", "registered"]
    with pytest.raises(refusals.OrganisationNotFound):
        confirm_organisation(CAST.lin, row.pk, source="visit", at=LATER)


def test_what_is_in_a_house_goes_where_the_house_goes() -> None:
    one, other = farmhouse("花园洞村3组12号"), farmhouse("花园洞村3组21号", grid=GRID_2, actor=CAST.wu)
    row = organisation(place=PlaceGiven(house_id=one.pk))
    merge_house(CAST.wu, one.pk, other.pk, reason="同一处重复登记", source="desk", at=MONDAY_10)
    moved = read(CAST.chen, row.pk)
    assert (moved.house_id, moved.scope_code, moved.address) == (other.pk, GRID_2, other.address)
    assert listed(CAST.lin, words="便利店") == []
    assert listed(CAST.chen, words="便利店") == ["金山便利店"]


def test_a_double_fills_the_gaps_of_the_one_that_stays_and_leads_to_it() -> None:
    stays = organisation("甲公司", COMPANY, facts={"industry": "F"})
    double = organisation(
        "甲商贸有限公司", COMPANY, facts=CONTACT | {"credit_code": code(1), "industry": "H"}
    )
    shop = organisation("甲便利店", operator_id=double.pk)
    with pytest.raises(Forbidden):
        merge_organisation(CAST.lin, double.pk, stays.pk, reason="重复登记", at=LATER)
    into = merge_organisation(CAST.wu, double.pk, stays.pk, reason="重复登记", at=LATER)
    assert (into.credit_code, into.industry, into.aliases) == (code(1), "F", ["甲商贸有限公司"])
    assert set(into.sealed) == {"principal", "phone"}
    assert listed(CAST.lin, words="甲商贸") == listed(CAST.lin, words=code(1)) == ["甲公司"]
    assert read(CAST.lin, shop.pk).operator_id == stays.pk
    assert find_by_phone(CAST.lin, PHONE, remark="", at=LATER)[0].pk == stays.pk
    with pytest.raises(refusals.OrganisationMerged):
        set_status(CAST.wu, double.pk, Status.OPEN, on=TODAY, reason="", version=2, at=LATER)
    with pytest.raises(refusals.OrganisationMergeRefused):
        merge_organisation(CAST.wu, shop.pk, stays.pk, reason="重复登记", at=LATER)


def test_contacts_are_found_by_a_telephone_and_opened_for_a_purpose_each_look_recorded() -> None:
    row = organisation(facts=CONTACT)
    for number in (PHONE, PHONE[-4:]):
        assert [one.pk for one in find_by_phone(CAST.lin, number, remark="", at=MONDAY_10)] == [row.pk]
        assert find_by_phone(CAST.chen, number, remark="", at=MONDAY_10) == []
    opened = reveal_organisation(
        CAST.lin, row.pk, [], purpose=Purpose.VISIT_RESIDENT, remark="上门", at=MONDAY_10
    )
    assert opened == CONTACT
    with eyes(CAST.machine):
        looks = Reveal.objects.filter(target=f"organisations.organisation:{row.pk}")
        assert {(one.field, one.manner) for one in looks} == {
            ("organisations.place.phone", "searched"),
            ("organisations.place.phone", "opened"),
            ("organisations.place.principal", "opened"),
        }
    for stranger, refusal in ((CAST.mao, refusals.OrganisationNotFound), (CAST.qian, Forbidden)):
        with pytest.raises(refusal):
            reveal_organisation(stranger, row.pk, [], purpose=Purpose.KEEP_RECORD, remark="", at=MONDAY_10)
    with pytest.raises(refusals.NothingSealed):
        bare = organisation("乙店").pk
        reveal_organisation(CAST.lin, bare, [], purpose=Purpose.KEEP_RECORD, remark="", at=MONDAY_10)


def test_what_ended_long_ago_is_forgotten_with_everything_that_hangs_on_it() -> None:
    company = organisation("甲公司", COMPANY, facts=CONTACT)
    shop = organisation(operator_id=company.pk)
    set_status(CAST.lin, company.pk, Status.STRUCK_OFF, on=TODAY, reason="已注销", version=1, at=MONDAY_10)
    assert forget_ended(at=MONDAY_10 + timedelta(days=ENDED_KEPT_DAYS - 1)) == 0
    assert forget_ended(at=MONDAY_10 + timedelta(days=ENDED_KEPT_DAYS + 1)) == 1
    with eyes(CAST.machine):
        left = Organisation.objects.unscoped("a test looks")
        assert list(left.values_list("pk", "operator_id")) == [(shop.pk, None)]
