"""Asked to be moved in, decided by whoever keeps the record; and a person's own record with its correction."""

from uuid import uuid4

import pytest

from jingwei.domains.residents.contracts import Living
from jingwei.domains.residents.models import Request
from jingwei.domains.residents.queries.asked import requests_for
from jingwei.domains.residents.rules.refusals import (
    AlreadyHere,
    LookedUpTooOften,
    NotYourRecord,
    PhoneNeeded,
    ReasonNeeded,
    RequestDecided,
    RequestNotFound,
    ResidentNotFound,
)
from jingwei.domains.residents.services.asking import (
    Decision,
    decide_request,
    request_move_in,
    tell_of_request,
)
from jingwei.domains.residents.services.mine import Claim, claim_record, correct_me, my_record
from jingwei.domains.residents.tests.people import PHONE, TODAY, home, listed, number, resident
from jingwei.foundation.access.contracts import Actor, Role
from jingwei.foundation.access.services import register_resident as register_account
from jingwei.foundation.administration.contracts import RESIDENT_PHONE
from jingwei.foundation.notices.models import Notice
from jingwei.foundation.privacy.services import seal_value
from jingwei.foundation.scoping import eyes
from tests.cast import CAST, GRID_2, MONDAY_10

pytestmark = pytest.mark.django_db
AGREED, DECLINED = Decision(True), Decision(False, "还住在本网格")


def asked(actor: Actor = CAST.chen, order: int = 1) -> Request:
    new = home(GRID_2, address="迎春路88号", from_on=TODAY, living=Living.INCOMING)
    return request_move_in(actor, number(order), new, words="现住二网格", request_id=uuid4(), at=MONDAY_10)


def seen(actor: Actor, *, is_mine: bool = False, is_open: bool = True) -> list[str]:
    with eyes(actor):
        return [one.state for one in requests_for(actor, is_mine=is_mine, is_open=is_open)]


def account(phone: str = PHONE) -> Actor:
    sealed = seal_value(RESIDENT_PHONE, phone)
    with eyes(CAST.machine):
        person_id = register_account(name="居民", phone=(sealed.sealed, sealed.index), at=MONDAY_10)
    return Actor(role=Role.RESIDENT, name="居民", person_id=person_id)


def test_agreeing_hands_the_record_over_and_both_sides_are_told() -> None:
    resident("王小明", 1)
    row = asked()
    assert seen(CAST.lin) == ["open"] == seen(CAST.wu) == seen(CAST.chen, is_mine=True)
    assert seen(CAST.chen) == [] == seen(CAST.mao)
    assert tell_of_request(row.pk, at=MONDAY_10) >= 1
    decide_request(CAST.lin, row.pk, AGREED, at=MONDAY_10)
    assert listed(CAST.chen, words="迎春路88号") == ["王小明"]
    assert listed(CAST.lin) == []
    assert seen(CAST.chen, is_mine=True, is_open=False) == ["accepted"]
    with pytest.raises((RequestDecided, RequestNotFound)):
        decide_request(CAST.wu, row.pk, AGREED, at=MONDAY_10)
    tell_of_request(row.pk, at=MONDAY_10)
    with eyes(CAST.machine):
        told = Notice.objects.filter(kind="residents.request")
        assert {one.post_id for one in told} >= {CAST.lin.post_id, CAST.chen.post_id}
        assert not any("王小明" in f"{one.title_zh}{one.body_zh}" for one in told)


def test_declining_needs_a_reason_and_only_keepers_decide() -> None:
    resident("王小明", 1)
    row = asked()
    with pytest.raises(ReasonNeeded):
        decide_request(CAST.lin, row.pk, Decision(False, " "), at=MONDAY_10)
    for stranger in (CAST.chen, CAST.mao):
        with pytest.raises(RequestNotFound):
            decide_request(stranger, row.pk, AGREED, at=MONDAY_10)
    assert decide_request(CAST.lin, row.pk, DECLINED, at=MONDAY_10).reason == "还住在本网格"
    assert listed(CAST.lin) == ["王小明"]


def test_only_who_is_registered_elsewhere_can_be_asked_for() -> None:
    with pytest.raises(ResidentNotFound):
        asked()
    resident("王小明", 1, actor=CAST.chen, grid=GRID_2)
    with pytest.raises(AlreadyHere):
        asked()


def test_a_person_reads_their_own_record_when_name_number_and_telephone_agree() -> None:
    row = resident("王小明", 1, facts={"phone": PHONE})
    me, other = account(), account("13900000000")
    with pytest.raises(NotYourRecord):
        my_record(me)
    for who, name, order in ((me, "李四", 1), (me, "王小明", 2), (other, "王小明", 1)):
        with pytest.raises(NotYourRecord):
            claim_record(who, Claim(name, number(order)), at=MONDAY_10)
    with pytest.raises(PhoneNeeded):
        claim_record(CAST.li, Claim("王小明", number(1)), at=MONDAY_10)
    claim_record(me, Claim("王 小明", number(1)), at=MONDAY_10)
    with eyes(me):
        assert my_record(me).pk == row.pk
    with eyes(other), pytest.raises(NotYourRecord):
        my_record(other)
    with eyes(me):
        correct_me(me, "电话应为新号码", request_id=uuid4(), at=MONDAY_10)
    assert seen(CAST.lin) == ["open"]


def test_guessing_at_records_ends_after_a_few_tries() -> None:
    resident("王小明", 1, facts={"phone": PHONE})
    me = account("13900000001")
    for _ in range(6):
        with pytest.raises(NotYourRecord):
            claim_record(me, Claim("王小明", number(1)), at=MONDAY_10)
    with pytest.raises(LookedUpTooOften):
        claim_record(me, Claim("王小明", number(1)), at=MONDAY_10)
