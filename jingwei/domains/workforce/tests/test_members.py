"""Files of who works in grids: made, changed, moved; nothing overwritten; seen where they serve."""

from datetime import date, timedelta

import pytest

from jingwei.domains.workforce.contracts import MemberDeed
from jingwei.domains.workforce.models import Member, Service
from jingwei.domains.workforce.queries.members import course_of, member_for, services_of
from jingwei.domains.workforce.queries.strength import analysed
from jingwei.domains.workforce.rules.refusals import (
    AccountNotMatched,
    AccountTaken,
    DayOdd,
    HeldByPost,
    MemberKeptElsewhere,
    MemberNotFound,
    OutsideOwnGround,
    PlaceTooWide,
    ServesAlready,
    ServiceEnded,
)
from jingwei.domains.workforce.services.members import (
    Facts,
    NewService,
    change_member,
    forget_phones,
    join_place,
    leave_place,
    move_place,
    reveal_member_phone,
)
from jingwei.domains.workforce.tests.working import PHONE, SINCE, member, service_of, with_account
from jingwei.foundation.privacy.contracts import Purpose
from jingwei.foundation.privacy.queries import looks_at
from jingwei.foundation.scoping import eyes
from jingwei.kernel.errors import StaleVersion
from tests.cast import CAST, COMMUNITY, GRID_1, GRID_2, GRID_3, MONDAY_10, TOWNSHIP

pytestmark = pytest.mark.django_db
MOVED = date(2026, 9, 1)


def test_somebody_is_moved_and_what_was_stays() -> None:
    row = member()
    first = service_of(row)
    row = move_place(
        CAST.wu, row.pk, first, area_code=GRID_2, on=MOVED, reason="二网格缺人", version=1, at=MONDAY_10
    )
    with eyes(CAST.wu):
        now_there, before = services_of(CAST.wu, row.pk)
        deeds = [one.deed for one in course_of(row.pk)]
    assert (now_there.scope_code, now_there.from_on, now_there.to_on) == (GRID_2, MOVED, None)
    assert (before.scope_code, before.from_on, before.to_on, before.end_reason) == (
        GRID_1,
        SINCE,
        MOVED,
        "二网格缺人",
    )
    assert before.moved_to_id == now_there.pk
    assert deeds == [MemberDeed.MOVED, MemberDeed.REGISTERED]
    with pytest.raises(ServiceEnded):
        leave_place(CAST.wu, row.pk, first, on=MOVED, reason="再离", version=2, at=MONDAY_10)
    with pytest.raises(StaleVersion):
        leave_place(CAST.wu, row.pk, now_there.pk, on=MOVED, reason="退休", version=1, at=MONDAY_10)
    row = leave_place(CAST.wu, row.pk, now_there.pk, on=MOVED, reason="退休", version=2, at=MONDAY_10)
    assert row.left_on == MOVED
    row = join_place(
        CAST.wu, row.pk, NewService("volunteer", COMMUNITY, MOVED), version=3, remark="", at=MONDAY_10
    )
    assert row.left_on is None


def test_who_holds_a_post_is_decided_by_posts() -> None:
    with pytest.raises(HeldByPost):
        member(kind="grid_head", name=CAST.deng.name, username="deng", phone="")
    row = member(kind="officer")  # nobody's account: taken on before the posts were made
    facts = Facts(name=CAST.lin.name, username="lin")
    with pytest.raises(HeldByPost):
        change_member(CAST.wu, row.pk, facts, version=1, at=MONDAY_10)


def test_an_account_is_bound_by_user_name_and_name_together() -> None:
    for username, name in (("nobody", "钱伟"), ("qian", "别人")):
        with pytest.raises(AccountNotMatched):
            member(kind="collector", name=name, username=username)
    row = with_account()
    assert row.person_id == CAST.qian.person_id
    with pytest.raises(AccountTaken):
        with_account(GRID_2)


def test_places_and_days_are_checked() -> None:
    for area, refusal in ((TOWNSHIP, PlaceTooWide), (GRID_3, OutsideOwnGround)):
        with pytest.raises(refusal):
            member(area)
    with pytest.raises(DayOdd):
        member(from_on=MONDAY_10.date() + timedelta(days=1))
    row = member()
    with pytest.raises(ServesAlready):
        join_place(CAST.wu, row.pk, NewService("police", GRID_1, SINCE), version=1, remark="", at=MONDAY_10)
    with pytest.raises(DayOdd):
        leave_place(
            CAST.wu, row.pk, service_of(row), on=date(2026, 1, 1), reason="早于到岗", version=1, at=MONDAY_10
        )


def test_a_file_is_seen_where_they_serve_and_kept_where_it_was_made() -> None:
    row = member(COMMUNITY, actor=CAST.zhao, name="何医生", kind="doctor")
    for seer in (CAST.lin, CAST.chen, CAST.wu, CAST.zhao, CAST.sun):
        with eyes(seer):
            assert member_for(seer, row.pk).pk == row.pk, seer.name
    for stranger in (CAST.mao, CAST.zhou, CAST.tang, CAST.qian, CAST.li):
        with eyes(stranger), pytest.raises(MemberNotFound):
            member_for(stranger, row.pk)
    of_two = member(GRID_1, actor=CAST.zhao)
    join_place(CAST.zhao, of_two.pk, NewService("police", GRID_3, SINCE), version=1, remark="", at=MONDAY_10)
    with eyes(CAST.mao):
        assert [one.scope_code for one in services_of(CAST.mao, of_two.pk)] == [GRID_3]
    with pytest.raises(MemberKeptElsewhere):
        change_member(CAST.mao, of_two.pk, Facts(name="改名"), version=2, at=MONDAY_10)


def test_the_database_says_the_same_without_the_query() -> None:
    row = member()
    for seer, sees in ((CAST.lin, 1), (CAST.chen, 0), (CAST.mao, 0), (CAST.qian, 0), (CAST.sun, 1)):
        with eyes(seer):
            assert Member.objects.unscoped("what the database shows").filter(pk=row.pk).count() == sees, (
                seer.name
            )
            assert (
                Service.objects.unscoped("what the database shows").filter(member_id=row.pk).count() == sees
            )


def test_a_look_at_a_phone_is_recorded_and_the_phone_is_forgotten_after_a_year() -> None:
    row = member()
    assert (
        reveal_member_phone(CAST.lin, row.pk, purpose=Purpose.REFER, remark="请到场", at=MONDAY_10) == PHONE
    )
    with eyes(CAST.machine):
        (look,) = looks_at(f"workforce.member:{row.pk}")
    assert (look.viewer_name, look.purpose) == (CAST.lin.name, "refer")
    leave_place(CAST.wu, row.pk, service_of(row), on=MOVED, reason="退休", version=1, at=MONDAY_10)
    assert forget_phones(at=MONDAY_10) == 0
    assert forget_phones(at=MONDAY_10 + timedelta(days=365)) == 1
    with eyes(CAST.wu):
        assert member_for(CAST.wu, row.pk).phone_sealed is None


def test_the_structure_counts_posts_and_services_together() -> None:
    member()
    with eyes(CAST.wu):
        total, parts, _ = analysed(CAST.wu, COMMUNITY, at=MONDAY_10)
    assert {one.area_code: one.without_officer for one in parts} == {
        GRID_1: 0,
        GRID_2: 0,
    }  # Lin and Chen hold posts
    assert (total.officers, total.without_head, total.kinds["police"].serving) == (2, 0, 1)
    assert (total.kinds["police"].lacking, total.kinds["police"].never) == (1, 1)
