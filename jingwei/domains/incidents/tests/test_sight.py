"""Who sees, who acts, who may contact the reporter: over every standing and every pair of eyes."""

import itertools
from dataclasses import replace
from uuid import UUID, uuid4

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from jingwei.domains.incidents.contracts import Identity
from jingwei.domains.incidents.rules.lifecycle import Who
from jingwei.domains.incidents.rules.sight import (
    FULL_FLOOR,
    NOBODY_BY_AREA,
    Standing,
    is_reporter,
    may_act,
    may_contact_reporter,
    sees,
)
from jingwei.foundation.access.contracts import SHARES_UNIT, Actor, Role
from jingwei.foundation.access.rules.permissions import scope_of
from tests.cast import CAST, CITY, COMMUNITY, COUNTY, GRID_1, GRID_2, TOWNSHIP, URBAN, WATER, centre

AREAS = ["4309", "430902", "430903", "430902001", "430902002", COMMUNITY, GRID_1, GRID_2, "430903001001001"]
IDS = [UUID(int=n) for n in range(1, 7)]
PEOPLE = [Role.OFFICER, Role.GRID_HEAD, Role.CHIEF_GRID_HEAD, Role.DESK, Role.COMMANDER, Role.UNIT_HEAD]
PEOPLE += [Role.HANDLER, Role.SUPERVISOR, Role.INSPECTOR, Role.ADMINISTRATOR]
maybe_id = st.none() | st.sampled_from(IDS)


@st.composite
def actors(draw: st.DrawFn) -> Actor:
    role = draw(st.sampled_from([*PEOPLE, Role.RESIDENT, Role.PUBLIC]))
    if role is Role.PUBLIC:
        return Actor(role=role, name="公众", case_id=draw(maybe_id))
    if role is Role.RESIDENT:
        return Actor(role=role, name="居民", person_id=draw(st.sampled_from(IDS)))
    area = draw(st.sampled_from(AREAS))
    person, post, unit = (draw(st.sampled_from(IDS)) for _ in range(3))
    return Actor(
        role=role,
        name="某人",
        person_id=person,
        post_id=post,
        unit_id=unit,
        area_code=area,
        scope=scope_of(role, area),
    )


@st.composite
def standings(draw: st.DrawFn) -> Standing:
    parts = st.tuples(maybe_id, maybe_id)
    return Standing(
        incident_id=draw(st.sampled_from(IDS)),
        scope_code=draw(st.sampled_from(AREAS)),
        sight_floor=draw(st.sampled_from([NOBODY_BY_AREA, 4, 6, 9, 12, FULL_FLOOR])),
        centre_id=draw(st.sampled_from(IDS)),
        centre_area=draw(st.sampled_from(AREAS[:6])),
        unit_id=draw(maybe_id),
        reporter_id=draw(maybe_id),
        about_unit_id=draw(maybe_id),
        identity=draw(st.sampled_from(Identity)),
        participants=frozenset(draw(st.lists(parts, max_size=4))),
        referee_id=draw(maybe_id),
        assisting=frozenset(draw(st.lists(st.sampled_from(IDS), max_size=2))),
    )


@given(actors(), standings())
def test_nobody_who_shares_the_unit_reported_about_ever_sees_it(actor: Actor, standing: Standing) -> None:
    assume(actor.sharing_unit_id is not None and not is_reporter(actor, standing))
    assert not sees(actor, replace(standing, about_unit_id=actor.sharing_unit_id))


@given(actors(), standings())
def test_a_tip_is_seen_by_its_reporter_and_by_those_it_was_given_to_alone(
    actor: Actor, standing: Standing
) -> None:
    tip = replace(standing, sight_floor=NOBODY_BY_AREA, participants=frozenset({(IDS[0], IDS[1])}))
    if sees(actor, tip):
        assert is_reporter(actor, tip) or actor.post_id == IDS[1]


@given(actors(), standings(), st.sampled_from(AREAS))
def test_a_wider_area_never_sees_less_than_the_narrower_one(
    actor: Actor, standing: Standing, narrow: str
) -> None:
    assume(actor.scope)
    for length in (4, 6, 9, 12, 15):
        if length <= len(narrow) and sees(replace(actor, scope=narrow), standing):
            assert sees(replace(actor, scope=narrow[:length]), standing)


@given(actors(), standings(), st.sampled_from(IDS), maybe_id)
def test_being_given_a_part_never_takes_sight_away(
    actor: Actor, standing: Standing, unit: UUID, post: UUID | None
) -> None:
    more = replace(standing, participants=standing.participants | {(unit, post)})
    assert sees(actor, more) or not sees(actor, standing)


@given(actors(), standings())
def test_who_has_neither_area_nor_part_nor_reported_sees_nothing(actor: Actor, standing: Standing) -> None:
    has_part = any(
        post == actor.post_id if post else unit is not None and unit == actor.sharing_unit_id
        for unit, post in standing.participants
    )
    in_area = bool(actor.scope) and standing.scope_code.startswith(actor.scope)
    if not has_part and not in_area and not is_reporter(actor, standing):
        assert not sees(actor, standing)


@given(actors(), standings())
def test_a_tracking_code_opens_one_matter_and_no_other(actor: Actor, standing: Standing) -> None:
    holder = Actor(role=Role.PUBLIC, name="反映人", case_id=standing.incident_id)
    assert sees(holder, standing)
    assert not sees(holder, replace(standing, incident_id=uuid4()))
    both = replace(actor, case_id=uuid4())
    assert not is_reporter(both, replace(standing, reporter_id=actor.person_id))


@given(standings())
def test_an_empty_part_lets_nobody_in(standing: Standing) -> None:
    nobody = replace(standing, participants=frozenset({(None, None)}))
    assert not sees(Actor(role=Role.PUBLIC, name="公众"), nobody)


@given(actors(), standings(), st.sampled_from(Who))
def test_only_the_one_it_is_up_to_may_act(actor: Actor, standing: Standing, who: Who) -> None:
    in_charge = actor.unit_id is not None and actor.unit_id == standing.centre_id
    has_task = actor.unit_id is not None and actor.unit_id == standing.unit_id
    is_above = (
        bool(actor.scope)
        and actor.scope != standing.centre_area
        and standing.centre_area.startswith(actor.scope)
    )
    expected = {
        Who.CENTRE: in_charge,
        Who.UNIT: has_task,
        Who.CENTRE_OR_UNIT: in_charge or has_task,
        Who.LEADER: is_above or (in_charge and actor.role in {Role.COMMANDER, Role.CHIEF_GRID_HEAD}),
        Who.GIVER: in_charge or is_above or (has_task and actor.role is Role.UNIT_HEAD),
        Who.REPORTER: is_reporter(actor, standing),
        Who.REPORTER_OR_CENTRE: in_charge or is_reporter(actor, standing),
        Who.WITHIN_SIGHT: True,
        Who.CENTRE_ABOVE: is_above,
        Who.CHECKER: in_charge
        or (
            actor.role in {Role.OFFICER, Role.GRID_HEAD, Role.CHIEF_GRID_HEAD}
            and standing.scope_code.startswith(actor.scope)
        ),
        Who.HOLDER: False,  # these standings lie in no post's hands; see below
        Who.REFEREE: actor.unit_id is not None
        and actor.unit_id == standing.referee_id
        and (
            standing.referee_id != standing.centre_id or actor.role in {Role.COMMANDER, Role.CHIEF_GRID_HEAD}
        ),
        Who.ASSIST: actor.unit_id is not None and actor.unit_id in standing.assisting,
    }
    assert may_act(who, actor, standing) == expected[who]


@given(actors(), standings(), st.sampled_from(IDS))
def test_what_lies_in_a_posts_hands_is_passed_on_by_it_its_head_or_an_administrator(
    actor: Actor, standing: Standing, post: UUID
) -> None:
    leads = actor.role in {Role.UNIT_HEAD, Role.DESK} and actor.unit_id is not None
    keeps = (
        actor.role is Role.ADMINISTRATOR and bool(actor.scope) and standing.scope_code.startswith(actor.scope)
    )
    in_hand = replace(standing, assignee_post_id=post)
    expected = actor.post_id == post or keeps or (leads and actor.unit_id == standing.unit_id)
    assert may_act(Who.HOLDER, actor, in_hand) == expected
    tip = replace(standing, receiving_post_id=post)
    assert may_act(Who.HOLDER, actor, tip) == (actor.post_id == post)


@given(actors(), standings())
def test_the_party_reported_never_reaches_the_reporter(actor: Actor, standing: Standing) -> None:
    assume(actor.unit_id is not None)
    assert not may_contact_reporter(actor, replace(standing, about_unit_id=actor.unit_id))


@given(actors(), standings())
def test_a_confidential_reporter_is_reached_by_the_centre_in_charge_alone(
    actor: Actor, standing: Standing
) -> None:
    for identity in (Identity.CONFIDENTIAL, Identity.ANONYMOUS):
        if may_contact_reporter(actor, replace(standing, identity=identity)):
            assert actor.unit_id == standing.centre_id


STANDING = Standing(
    incident_id=uuid4(),
    scope_code=GRID_1,
    sight_floor=FULL_FLOOR,
    centre_id=centre(COMMUNITY),
    centre_area=COMMUNITY,
    unit_id=URBAN,
    reporter_id=CAST.li.person_id,
    about_unit_id=None,
    identity=Identity.NAMED,
    participants=frozenset({(centre(COMMUNITY), None), (URBAN, None)}),
)
SEE_IT = {"lin", "deng", "luo", "wu", "zhao", "sun", "he", "guo", "gao", "cao", "ding", "qian", "xu", "li"}


@pytest.mark.parametrize("key", CAST.everybody())
def test_the_cast_sees_an_ordinary_report_as_the_field_would(key: str) -> None:
    assert sees(CAST.everybody()[key], STANDING) == (key in SEE_IT)


@pytest.mark.parametrize("floor", [4, 6, 9])
def test_the_floor_hides_it_from_everybody_below(floor: int) -> None:
    hidden = replace(STANDING, sight_floor=floor, about_unit_id=WATER, participants=frozenset())
    for one in CAST.everybody().values():
        if one.scope and sees(one, hidden):
            assert len(one.scope) <= floor
    assert sees(CAST.he, hidden)


def test_field_staff_share_no_unit() -> None:
    assert {CAST.lin.role, CAST.deng.role, CAST.luo.role}.isdisjoint(SHARES_UNIT)
    assert not sees(CAST.chen, STANDING)
    assert CAST.chen.unit_id == STANDING.centre_id


@pytest.mark.parametrize(
    ("who", "keys"),
    [
        (Who.CENTRE, {"wu", "lin", "chen", "deng", "luo"}),
        (Who.CENTRE_ABOVE, {"zhao", "sun", "he", "guo", "gao", "cao", "ding"}),
        (Who.UNIT, {"qian", "xu"}),
        (Who.REPORTER, {"li"}),
        (Who.CHECKER, {"wu", "lin", "chen", "deng", "luo"}),
    ],
)
def test_the_cast_acts_as_the_field_would(who: Who, keys: set[str]) -> None:
    """Permission and sight come first: Chen may act as one of the centre, but neither accepts nor sees it."""
    assert {key for key, one in CAST.everybody().items() if may_act(who, one, STANDING)} == keys


def test_the_machine_sees_and_acts_everywhere() -> None:
    assert sees(CAST.machine, replace(STANDING, sight_floor=0, participants=frozenset()))
    assert all(may_act(who, CAST.machine, STANDING) for who in Who)


def test_levels_of_the_city_are_prefixes() -> None:
    for lower, upper in itertools.pairwise([GRID_1, COMMUNITY, TOWNSHIP, COUNTY, CITY]):
        assert lower.startswith(upper)
