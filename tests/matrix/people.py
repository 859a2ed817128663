"""Who asks: every role in every area relation and every unit relation, signed in with real tokens.

Roles that see by area hold a post in each of nine areas, of the centre there, and in three grids a post of the
township's centre. Roles of member units hold posts of two units in a county and in three grids of it, and of a unit
abroad. What is asked about stands in tests/matrix/kept.py; together they make every relation occur for every role.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import product
from uuid import UUID

from jingwei.foundation.access import services as access
from jingwei.foundation.access.contracts import PUBLIC_ACTOR, Actor, NewKey, Role, system_actor
from jingwei.foundation.access.models import Person
from jingwei.foundation.access.queries import actor_of_token
from jingwei.foundation.access.queries.keys import facts_of_key
from jingwei.foundation.access.rules.permissions import GRANTABLE, SEES_BY_AREA
from jingwei.foundation.access.rules.posts import NOT_FOR_POSTS
from jingwei.foundation.access.services.keys import open_key
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import local
from jingwei.kernel.codes import Level
from jingwei.kernel.ids import uuid7
from tests.cast import (
    CAST,
    CITY,
    COMMUNITY,
    COUNTY,
    FOREIGN_URBAN,
    GRID_1,
    GRID_2,
    GRID_3,
    NAMES,
    OTHER_COMMUNITY,
    OTHER_COUNTY,
    OTHER_TOWNSHIP,
    TOWNSHIP,
    URBAN,
    WATER,
    centre,
    id_of,
)

FOUNDER = system_actor("矩阵布置")
AREAS = (GRID_1, GRID_2, COMMUNITY, OTHER_COMMUNITY, TOWNSHIP, OTHER_TOWNSHIP, COUNTY, OTHER_COUNTY, CITY)
UNITS = {
    "handling unit": (URBAN, COUNTY),
    "other unit": (WATER, COUNTY),
    "foreign unit": (FOREIGN_URBAN, OTHER_COUNTY),
}
IN_GRIDS = (GRID_1, GRID_2, GRID_3)


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody who asks: what the row is called, who the product takes them for, and their secret.

    ``is_typical`` stands for its role where only the role counts: the widest area, so that none gets in the way.
    """

    name: str
    actor: Actor
    secret: str | None
    is_known: bool = True
    is_typical: bool = False
    is_program: bool = False

    @property
    def headers(self) -> dict[str, str]:
        return {"HTTP_AUTHORIZATION": f"Bearer {self.secret}"} if self.secret else {}


STRANGER = Seat("not signed in", PUBLIC_ACTOR, None, is_known=False, is_typical=True)
STALE = Seat(
    "with an ended session", PUBLIC_ACTOR, "no-such-secret-any-more", is_known=False, is_typical=True
)


def take_seats(at: datetime) -> list[Seat]:
    """Everybody, with posts and sessions made through the services."""
    seats = [STRANGER, STALE]
    for role in Role:
        if role not in NOT_FOR_POSTS:
            seats += _seats_of(role, at)
    seats += [_signed_in(key, at) for key in ("li", "wang", "wu", "zhao", "sun", "he", "qian", "xu")]
    seats.append(_delegate(at))
    seats.append(_program(at))
    seats += _keys(at)
    return seats


def _seats_of(role: Role, at: datetime) -> list[Seat]:
    """One person per role with a post in every place; the seat is a session switched to that post."""
    person = Person(id=uuid7(), name=f"矩阵{role.value}", is_staff=True, created_at=at)
    seats = []
    with eyes(FOUNDER):
        person.save(force_insert=True)
        for label, area, unit in _places(role):
            post_id = access.create_post(
                title=f"{label}{role.value}", role=role, area_code=area, unit_id=unit
            )
            access.fill_post(post_id, person.id, by=None, on=local(at).date())
            is_typical = label in (NAMES[CITY], "other unit")
            seats.append(in_post(f"{role.value} @ {label}", person.id, post_id, at, is_typical=is_typical))
    return seats


def _places(role: Role) -> Iterator[tuple[str, str, UUID]]:
    if role in SEES_BY_AREA:
        for area in AREAS:
            unit_area = area if len(area) < Level.GRID else area[: Level.COMMUNITY]
            yield NAMES[area], area, centre(unit_area)
        for grid in IN_GRIDS:
            yield f"{NAMES[grid]}，街道中心", grid, centre(TOWNSHIP)
    else:
        for label, (unit, area) in UNITS.items():
            yield label, area, unit
        for label, grid in product(("handling unit", "other unit"), IN_GRIDS):
            yield f"{label} in {NAMES[grid]}", grid, UNITS[label][0]


def in_post(name: str, person_id: UUID, post_id: UUID, at: datetime, *, is_typical: bool = False) -> Seat:
    """A session of somebody's, switched to one of their posts."""
    secret = access.open_session(person_id, at=at)
    opened = _actor(secret, at)
    if opened.post_id != post_id:
        with eyes(opened):
            opened = access.switch_post(opened, post_id, secret=secret, at=at)
    assert opened.post_id == post_id
    return Seat(name, opened, secret, is_typical=is_typical)


def _signed_in(key: str, at: datetime) -> Seat:
    expected: Actor = getattr(CAST, key)
    assert expected.person_id is not None
    with eyes(FOUNDER):
        secret = access.open_session(expected.person_id, at=at)
    found = _actor(secret, at)
    assert (found.role, found.area_code, found.unit_id) == (
        expected.role,
        expected.area_code,
        expected.unit_id,
    )
    return Seat(f"{found.role.value} {key}", found, secret, is_typical=key == "wang")


def _delegate(at: datetime) -> Seat:
    """Mao of the neighbouring community's centre, working in the township's post that Zhao has lent."""
    zhao, mao = CAST.zhao, CAST.mao
    assert zhao.post_id
    assert zhao.person_id
    assert mao.person_id
    with eyes(FOUNDER):
        access.lend_post(
            zhao.post_id,
            from_person_id=zhao.person_id,
            to_person_id=mao.person_id,
            starts_at=at - timedelta(minutes=1),
            ends_at=at + timedelta(days=1),
            reason="外出学习",
            at=at,
        )
        seat = in_post("desk by delegation", mao.person_id, zhao.post_id, at)
    assert seat.actor.acting_for_id == zhao.person_id
    return seat


def _program(at: datetime) -> Seat:
    """A program that works with an API token in Wu's post."""
    with eyes(FOUNDER):
        secret = access.issue_token(CAST.wu, label="矩阵", at=at, length=timedelta(days=1))
    return Seat("desk by API token", _actor(secret, at), secret, is_program=True)


def _keys(at: datetime) -> list[Seat]:
    """System keys with everything a key can be given: of a community, of the whole city, and of a unit."""
    seats = []
    for label, area, unit in (("community", COMMUNITY, None), ("city", CITY, None), ("unit", COUNTY, URBAN)):
        new = NewKey(
            f"矩阵密钥 {label}", "矩阵核对", area, unit, tuple(GRANTABLE), (), 6000, at + timedelta(days=30)
        )
        with eyes(FOUNDER):
            _, secret = open_key(new, by=id_of("person ding"), at=at)
        facts = facts_of_key(secret, at=at)
        assert facts is not None
        is_typical = label == "city"
        seats.append(
            Seat(f"machine of a {label}", facts.actor, secret, is_typical=is_typical, is_program=True)
        )
    return seats


def _actor(secret: str, at: datetime) -> Actor:
    found = actor_of_token(secret, at=at)
    assert found is not None
    return found
