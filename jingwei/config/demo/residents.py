"""The demo's residents: made up, in the demo's houses. Numbers that nobody can have: of no county, of no network."""

import random
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta

from jingwei.config.demo.ledger import MADE_UP, SEEDER
from jingwei.domains.dwellings.models import House
from jingwei.domains.residents.contracts import RESIDENT, Living
from jingwei.domains.residents.models import (
    Household,
    Key,
    Member,
    Residence,
    Resident,
    ResidentChange,
)
from jingwei.domains.residents.services.placing import Home, Placed
from jingwei.domains.residents.services.registering import (
    NewResident,
    added,
    first_home,
    keys_of_row,
    with_birth_year,
)
from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.forms.services.reading import form_of, read_facts
from jingwei.foundation.forms.services.recording import next_due
from jingwei.foundation.records import RecordDeed
from jingwei.foundation.scoping import eyes
from jingwei.foundation.work import work
from jingwei.kernel.clock import local
from jingwei.kernel.codes import ancestor_codes
from jingwei.kernel.ids import uuid7
from jingwei.kernel.numbers import identity_check

SEED = 20261101
MOST_HOUSES = 60
SURNAMES = "王李张刘陈杨黄赵周吴徐孙胡朱高林何郭马罗曾谢单"
GIVEN = (
    "伟",
    "芳",
    "秀英",
    "敏",
    "静",
    "志强",
    "磊",
    "洋",
    "艳",
    "勇",
    "建国",
    "桂花",
    "晓明",
    "雨桐",
    "子轩",
)
COUPLE_AND_CHILD = (("02", 34, 70), ("10", 33, 68), ("20", 3, 17))
ALONE = (("02", 22, 84),)
SHAPES = (COUPLE_AND_CHILD, COUPLE_AND_CHILD[:2], ALONE, COUPLE_AND_CHILD)


def seed_residents(*, at: datetime, say: Callable[[str], object]) -> int:
    """Fill the empty register once. Returns how many people were made."""
    with eyes(SEEDER):
        if Resident.objects.unscoped("the demo is seeded once").exists():
            return 0
        say("生成实有人口和户（演示数据） …")
        draw = random.Random(SEED)
        houses = (
            House.objects.unscoped("the demo's own houses").filter(ended_at=None).exclude(tenure="vacant")
        )
        with work(SEEDER, Permission.MANAGE_RESIDENTS) as job:
            families = [
                list(_family(house, draw, at)) for house in houses.order_by("address", "id")[:MOST_HOUSES]
            ]
            made = [one for family in families for one in family]
            Resident.objects.bulk_create([row for row, _, _ in made])
            Residence.objects.bulk_create([home for _, home, _ in made])
            Key.objects.bulk_create([key for row, _, _ in made for key in keys_of_row(row)])
            ResidentChange.objects.bulk_create([_line(row) for row, _, _ in made])
            for family in families:
                _keep_house(family)
            job.record_own("residents.resident:demo", residents=len(made))
    return len(made)


Made = tuple[Resident, Residence, str]


def _family(house: House, draw: random.Random, at: datetime) -> Iterator[Made]:
    form = form_of(RESIDENT)
    surname, is_from_elsewhere = draw.choice(SURNAMES), house.tenure == "let"
    since = local(at).date() - timedelta(days=draw.randrange(200, 3000))
    seen_at = at - timedelta(days=draw.choice((12, 40, 95, 200)))
    home = Home(Living.INCOMING if is_from_elsewhere else Living.HOME, since, house_id=house.pk)
    there = Placed(home, house.address, ancestor_codes(house.scope_code))
    for relation, youngest, oldest in draw.choice(SHAPES):
        is_kin = relation != "10"
        name = (surname if is_kin else draw.choice(SURNAMES)) + draw.choice(GIVEN)
        born = date(local(at).year - draw.randint(youngest, oldest), draw.randint(1, 12), draw.randint(1, 28))
        facts: dict[str, object] = {
            "name": name,
            "gender": draw.choice("12"),
            "identity": _number(born, draw.randrange(1000)),
        }
        if relation != "20":
            facts["phone"] = f"10000{draw.randrange(1_000_000):06d}"
        reading = read_facts(form, with_birth_year(facts), is_partial=False)
        row = added(form, reading, NewResident(facts, home, remark=MADE_UP), there, at=seen_at)
        row.due_on = next_due(RESIDENT, seen_at)
        yield row, first_home(row, there, at=seen_at), relation


def _number(born: date, order: int) -> str:
    """Of the city's own code, which no county has: nobody was ever given it."""
    first = f"430900{born:%Y%m%d}{order:03d}"
    return first + identity_check(first)


def _keep_house(family: list[Made]) -> None:
    head = family[0][0]
    row = Household(
        id=uuid7(),
        house_id=head.house_id,
        address=head.address,
        from_on=family[0][1].from_on,
        changed_at=head.changed_at,
    )
    row.lie_in(ancestor_codes(head.scope_code))
    row.save(force_insert=True)
    Member.objects.bulk_create(
        Member(household_id=row.pk, resident_id=one.pk, relation=relation, from_on=home.from_on)
        for one, home, relation in family
    )


def _line(row: Resident) -> ResidentChange:
    return ResidentChange(
        resident_id=row.pk,
        record_version=1,
        deed=RecordDeed.REGISTERED.value,
        at=row.registered_at,
        actor_name=SEEDER.name,
        source="desk",
        remark=MADE_UP,
    )
