"""The table of permissions, and how a post turns into sight. No database."""

from datetime import timedelta

import pytest

from jingwei.foundation.access.contracts import (
    ANYWHERE,
    CENTRE,
    PUBLIC_ACTOR,
    Actor,
    Permission,
    Role,
    UnitBrief,
    system_actor,
)
from jingwei.foundation.access.rules import passwords, permissions, posts
from jingwei.kernel.errors import DomainError, Forbidden
from tests.cast import CAST, COMMUNITY, COUNTY, GRID_1, MONDAY_10, OTHER_COUNTY, id_of

P = Permission
STAFF = frozenset(Role) - {Role.PUBLIC, Role.RESIDENT, Role.MACHINE, Role.SYSTEM}

FOR_ANYBODY = {
    P.READ_TERRITORY,
    P.READ_ITEMS,
    P.REPORT_INCIDENT,
    P.REPORT_TIP,
    P.TRACK_INCIDENT,
    P.UPLOAD_FILE,
    P.READ_FILE,
    P.RATE_INCIDENT,
    P.REOPEN_INCIDENT,
    P.EDIT_REPORT,
    P.ANSWER_QUESTION,
}
"""What somebody without an account may ever be given; sight still decides on which record."""

ONLY = {
    P.MANAGE_POSTS: {Role.ADMINISTRATOR},
    P.MANAGE_KEYS: {Role.ADMINISTRATOR},
    P.MANAGE_TERRITORY: {Role.ADMINISTRATOR},
    P.MANAGE_ITEMS: {Role.ADMINISTRATOR},
    P.MANAGE_CALENDAR: {Role.ADMINISTRATOR},
    P.MANAGE_FORMS: {Role.ADMINISTRATOR},
    P.READ_AUDIT: {Role.INSPECTOR},
    P.KEEP_AUDIT: set(),
    P.SWEEP_CLOCKS: set(),
    P.TELL_OF_CALLS: set(),
    P.ACCEPT_INCIDENT: {Role.DESK, Role.CHIEF_GRID_HEAD},
    P.CLOSE_INCIDENT: {Role.DESK},
    P.VOID_INCIDENT: {Role.DESK},
    P.SPLIT_INCIDENT: {Role.DESK},
    P.MEDIATE: {Role.DESK, Role.UNIT_HEAD, Role.HANDLER},
    P.PLAN_ENFORCEMENT: {Role.DESK, Role.COMMANDER, Role.UNIT_HEAD},
    P.DECIDE_OBJECTION: {Role.DESK, Role.COMMANDER},
    P.OBJECT_TASK: {Role.DESK, Role.UNIT_HEAD, Role.HANDLER},
    P.INSTRUCT_INCIDENT: {Role.COMMANDER, Role.CHIEF_GRID_HEAD},
    P.REVEAL_PERSONAL: {Role.DESK, Role.UNIT_HEAD, Role.HANDLER},
    P.MARK_SOURCE: {Role.DESK, Role.INSPECTOR},
    P.REVIEW_HELD: {Role.DESK, Role.COMMANDER},
    P.MAKE_VISITS: {Role.DESK, Role.COMMANDER},
    P.READ_RETENTION: {Role.INSPECTOR, Role.SUPERVISOR, Role.ADMINISTRATOR},
    P.PRESERVE_RECORDS: {Role.INSPECTOR, Role.SUPERVISOR},
    P.READ_DISCIPLINE: {Role.SUPERVISOR},
    P.SUPERVISE_MATTER: {Role.DESK, Role.COMMANDER},
    P.SUPERVISE_AREA: {Role.DESK, Role.COMMANDER},
    P.ANSWER_SUPERVISION: {Role.DESK, Role.COMMANDER, Role.UNIT_HEAD, Role.HANDLER},
    P.VIEW_RESIDENTS: {Role.OFFICER, Role.GRID_HEAD, Role.CHIEF_GRID_HEAD, Role.DESK},
    P.MANAGE_RESIDENTS: {Role.OFFICER, Role.GRID_HEAD, Role.CHIEF_GRID_HEAD, Role.DESK},
    P.REVEAL_RESIDENTS: {Role.OFFICER, Role.GRID_HEAD, Role.CHIEF_GRID_HEAD, Role.DESK},
}


def holders(permission: Permission) -> set[Role]:
    return {role for role in Role if role is not Role.SYSTEM and permission in permissions.PERMISSIONS[role]}


def test_every_role_stands_in_the_table_and_every_permission_is_somebodys() -> None:
    assert set(permissions.PERMISSIONS) == set(Role)
    unheld = {permission for permission in Permission if not holders(permission)}
    assert unheld <= {P.KEEP_AUDIT, P.SWEEP_CLOCKS, P.SEND_NOTICES, P.TELL_OF_CALLS}


def test_the_public_holds_nothing_of_the_staffs() -> None:
    assert permissions.PERMISSIONS[Role.PUBLIC] <= FOR_ANYBODY


def test_residents_hold_little_more_than_the_public() -> None:
    more = permissions.PERMISSIONS[Role.RESIDENT] - permissions.PERMISSIONS[Role.PUBLIC]
    assert more <= {P.USE_ACCOUNT, P.READ_NOTICES, P.READ_FILE, P.READ_INCIDENT, P.FOLLOW_INCIDENT}


@pytest.mark.parametrize(("permission", "expected"), ONLY.items(), ids=[one.value for one in ONLY])
def test_what_is_weighty_is_held_by_few(permission: Permission, expected: set[Role]) -> None:
    assert holders(permission) == expected


@pytest.mark.parametrize("role", sorted(STAFF | {Role.RESIDENT}))
def test_whoever_signs_in_keeps_an_account_of_their_own(role: Role) -> None:
    assert P.USE_ACCOUNT in permissions.PERMISSIONS[role]


def test_those_who_check_do_not_act() -> None:
    for role in (Role.SUPERVISOR, Role.INSPECTOR):
        acting = {P.REPORT_INCIDENT, P.CLOSE_INCIDENT, P.DISPATCH_INCIDENT, P.MANAGE_POSTS, P.VOID_INCIDENT}
        assert not acting & permissions.PERMISSIONS[role]
    assert P.READ_AUDIT not in permissions.PERMISSIONS[Role.ADMINISTRATOR]
    assert P.READ_INCIDENT not in permissions.PERMISSIONS[Role.ADMINISTRATOR]


@pytest.mark.parametrize("role", Role)
def test_may_and_require_agree_over_the_whole_table(role: Role) -> None:
    actor = Actor(role=role, name="任何人")
    for permission in Permission:
        if permissions.may(actor, permission):
            permissions.require(actor, permission)
        else:
            with pytest.raises(Forbidden, match=permission.value):
                permissions.require(actor, permission)


@pytest.mark.parametrize("role", Role)
def test_only_some_roles_see_by_area(role: Role) -> None:
    expected = ANYWHERE if role is Role.SYSTEM else COUNTY if role in permissions.SEES_BY_AREA else ""
    assert permissions.scope_of(role, COUNTY) == expected


def test_units_residents_and_strangers_see_nothing_by_area() -> None:
    blind = {Role.PUBLIC, Role.RESIDENT, Role.HANDLER, Role.UNIT_HEAD}
    assert not blind & permissions.SEES_BY_AREA
    assert PUBLIC_ACTOR.scope == ""
    assert PUBLIC_ACTOR.person_id is PUBLIC_ACTOR.unit_id is PUBLIC_ACTOR.post_id is None


def test_a_key_does_at_most_what_it_was_given_and_never_what_gives_power() -> None:
    power = {P.REVEAL_PERSONAL, P.MANAGE_POSTS, P.MANAGE_KEYS, P.USE_ACCOUNT, P.READ_AUDIT, P.EXPORT_ROWS}
    assert not power & permissions.GRANTABLE
    given = frozenset({P.READ_ITEMS, P.MANAGE_POSTS})
    machine = Actor(role=Role.MACHINE, name="平台", grants=given)
    assert {one for one in Permission if permissions.may(machine, one)} == {P.READ_ITEMS}


def test_only_machines_look_anywhere() -> None:
    assert system_actor("夜间巡检").scope == ANYWHERE
    assert all(one.scope != ANYWHERE for one in CAST.everybody().values())


ONE, OTHER = id_of("person wu"), id_of("person zhao")
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("to", "starts", "ends", "fault"),
    [
        (OTHER, -DAY, DAY, None),
        (OTHER, DAY, 91 * DAY, None),
        (OTHER, DAY, 91 * DAY + timedelta(seconds=1), "too_long"),
        (ONE, -DAY, DAY, "to_oneself"),
        (OTHER, DAY, DAY, "wrong_order"),
        (OTHER, -2 * DAY, 0 * DAY, "in_the_past"),
    ],
)
def test_a_delegation_is_short_forward_and_to_somebody_else(
    to: object, starts: timedelta, ends: timedelta, fault: str | None
) -> None:
    times = {"starts_at": MONDAY_10 + starts, "ends_at": MONDAY_10 + ends, "at": MONDAY_10}
    if fault is None:
        posts.require_delegable(ONE, to, **times)
        return
    with pytest.raises(posts.BadDelegation) as refusal:
        posts.require_delegable(ONE, to, **times)
    assert refusal.value.data["fault"] == fault


def test_every_fault_of_a_delegation_has_words_in_both_languages() -> None:
    assert set(posts.DELEGATION_FAULTS) == set(posts.DelegationFault)
    for fault in posts.DelegationFault:
        refusal = posts.bad_delegation(fault)
        assert refusal.text != refusal.text_en


@pytest.mark.parametrize(
    ("password", "is_good"),
    [
        ("correct-horse", True),
        ("迎春社区网格员-26", True),
        ("1234567890a", True),
        ("1234567890", False),
        ("abcdefghij", False),
        ("short-1", False),
        ("a1" * 65, False),
        ("the-WU-password", False),
        ("present-password", False),
        ("          a", False),
        ("jingwei-2026", False),
        ("Wangge@123456", False),
        ("wangge-lamp-post", True),
    ],
)
def test_a_good_password_is_long_mixed_and_new(password: str, is_good: bool) -> None:
    if is_good:
        passwords.require_good_password(password, username="wu", present="present-password")
        return
    with pytest.raises(passwords.WeakPassword):
        passwords.require_good_password(password, username="wu", present="present-password")


def test_a_common_password_is_no_good_one() -> None:
    with pytest.raises(passwords.WeakPassword):
        passwords.require_good_password("q1w2e3r4t5", username="wu", present="", is_common=True)


COMMUNITY_CENTRE = UnitBrief(id_of("c"), "迎春社区综治中心", CENTRE, COMMUNITY, None)
BUREAU = UnitBrief(id_of("b"), "城市管理局", "urban_management", COUNTY, None)


@pytest.mark.parametrize(
    ("role", "area", "unit", "code"),
    [
        (Role.OFFICER, GRID_1, COMMUNITY_CENTRE, None),
        (Role.HANDLER, COUNTY, BUREAU, None),
        (Role.HANDLER, COMMUNITY, BUREAU, None),
        (Role.INSPECTOR, COUNTY, BUREAU, None),
        (Role.OFFICER, OTHER_COUNTY, COMMUNITY_CENTRE, "access.unit_does_not_fit"),
        (Role.OFFICER, COUNTY, COMMUNITY_CENTRE, "access.unit_does_not_fit"),
        (Role.DESK, COUNTY, BUREAU, "access.unit_does_not_fit"),
        (Role.UNIT_HEAD, COMMUNITY, COMMUNITY_CENTRE, "access.unit_does_not_fit"),
        (Role.SYSTEM, COUNTY, BUREAU, "access.role_not_given"),
        (Role.RESIDENT, COUNTY, BUREAU, "access.role_not_given"),
        (Role.PUBLIC, COUNTY, BUREAU, "access.role_not_given"),
    ],
)
def test_a_post_fits_its_unit(role: Role, area: str, unit: UnitBrief, code: str | None) -> None:
    if code is None:
        posts.require_fitting(role, area, unit)
        return
    with pytest.raises(DomainError) as refusal:
        posts.require_fitting(role, area, unit)
    assert refusal.value.code == code
