import csv
import re
from collections import Counter
from pathlib import Path

import pytest

from jingwei.config.demo.organisation import MEMBER_UNITS, PARTS, Organisation, build_organisation, centre_id
from jingwei.config.demo.people import impossible_phone, invented_name
from jingwei.config.demo.territory import Territory, build_territory
from jingwei.foundation.access.contracts import CENTRE, Role
from jingwei.kernel.codes import Level, parent_of

ITEMS = Path(__file__).parents[2] / "standard" / "items.csv"


@pytest.fixture(scope="module")
def territory() -> Territory:
    return build_territory("small")


@pytest.fixture(scope="module")
def organisation(territory: Territory) -> Organisation:
    return build_organisation(territory)


def test_every_area_above_the_grid_has_a_centre_under_the_centre_above(
    territory: Territory, organisation: Organisation
) -> None:
    centres = {unit.area_code: unit for unit in organisation.units if unit.kind == CENTRE}
    assert set(centres) == {area.code for area in territory.areas if area.level is not Level.GRID}
    for code, unit in centres.items():
        above = parent_of(code)
        assert unit.parent_id == (centre_id(above) if above else None)
    assert centres["4309"].name == "益阳市社会治理指挥中心"
    assert centres["430902005001"].name == "石码头社区社会治理工作站"


def test_the_city_and_one_county_have_ninety_eight_member_units(organisation: Organisation) -> None:
    members = [unit for unit in organisation.units if unit.is_member]
    assert len(members) == MEMBER_UNITS
    assert {unit.area_code for unit in members} == {"4309", "430902"}
    assert any(not unit.is_government for unit in members)


def test_parents_come_before_their_children(organisation: Organisation) -> None:
    seen = set()
    for unit in organisation.units:
        assert unit.parent_id is None or unit.parent_id in seen
        seen.add(unit.unit_id)


def test_every_kind_of_unit_that_an_item_needs_serves_the_casts_grid(organisation: Organisation) -> None:
    with ITEMS.open(encoding="utf-8", newline="") as lines:
        needed = {row["unit_kind"] for row in csv.DictReader(lines)}
    serving = {unit.kind for unit in organisation.units if "430902005001001".startswith(unit.area_code)}
    assert needed
    assert needed <= serving


def test_every_grid_has_an_officer_and_every_community_its_heads_and_desk(
    territory: Territory, organisation: Organisation
) -> None:
    held = Counter((post.role, post.area_code) for post in organisation.posts)
    assert all(held[Role.OFFICER, grid.code] == 1 for grid in territory.at(Level.GRID))
    for community in territory.at(Level.COMMUNITY):
        for role in (Role.DESK, Role.GRID_HEAD, Role.CHIEF_GRID_HEAD):
            assert held[role, community.code] == 1


def test_every_centre_above_the_community_has_hotline_safety_and_discipline(
    territory: Territory, organisation: Organisation
) -> None:
    for level in (Level.CITY, Level.COUNTY, Level.TOWNSHIP):
        for area in territory.at(level):
            titles = " ".join(p.title for p in organisation.posts if p.unit_id == centre_id(area.code))
            assert all(office in titles for office in ("热线办", "平安办", "纪检"))


def test_every_member_unit_has_a_head_and_a_handler(organisation: Organisation) -> None:
    roles: dict[object, set[Role]] = {}
    for post in organisation.posts:
        roles.setdefault(post.unit_id, set()).add(post.role)
    for unit in organisation.units:
        if unit.kind != CENTRE:
            assert roles[unit.unit_id] >= {Role.UNIT_HEAD, Role.HANDLER}


def test_the_cast_plays_its_parts(organisation: Organisation) -> None:
    people = {person.person_id: person for person in organisation.people}
    posts = {post.holder_id: post for post in organisation.posts}
    by_username = {member.username: member for member in organisation.cast}
    assert len(by_username) == len(PARTS)
    for part in PARTS:
        member = by_username[part.username]
        assert people[member.person_id].name == part.name
        assert (member.person_id in posts) == (part.post_key is not None)
    lin, qian = posts[by_username["lin"].person_id], posts[by_username["qian"].person_id]
    assert (lin.role, lin.area_code) == (Role.OFFICER, "430902005001001")
    assert (qian.role, qian.area_code) == (Role.HANDLER, "430902")
    assert people[by_username["li"].person_id].is_staff is False


def test_ids_and_codes_are_unique_and_every_reference_holds(organisation: Organisation) -> None:
    units = {unit.unit_id for unit in organisation.units}
    people = {person.person_id for person in organisation.people}
    assert len({unit.code for unit in organisation.units}) == len(units) == len(organisation.units)
    assert len({post.post_id for post in organisation.posts}) == len(organisation.posts)
    assert len(people) == len(organisation.people)
    assert all(post.unit_id in units and post.holder_id in people for post in organisation.posts)


def test_some_people_hold_several_posts(organisation: Organisation) -> None:
    assert max(Counter(post.holder_id for post in organisation.posts).values()) > 1


def test_two_runs_give_the_same_organisation(territory: Territory, organisation: Organisation) -> None:
    assert build_organisation(territory) == organisation


def test_numbers_look_like_mobile_numbers_and_nobody_has_them(organisation: Organisation) -> None:
    phones = [person.phone for person in organisation.people]
    assert all(re.fullmatch(r"169\d{8}", phone) for phone in phones)
    assert len(set(phones)) == len(phones)


def test_names_and_numbers_depend_on_the_key_alone() -> None:
    assert invented_name("a") == invented_name("a")
    assert impossible_phone("a") != impossible_phone("b")
    assert all(2 <= len(invented_name(str(i))) <= 3 for i in range(200))
