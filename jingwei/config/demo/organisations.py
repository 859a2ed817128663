"""The demo's shops and who runs them: made up, in the demo's houses and streets. Codes that nobody can have, marked so."""

import random
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from jingwei.config.demo.ledger import MADE_UP, SEEDER, standing_in
from jingwei.config.demo.organisation import COMMUNITY, OTHER_COMMUNITY
from jingwei.domains.dwellings.models import House
from jingwei.domains.organisations.contracts import OrganisationKind, OrganisationStatus
from jingwei.domains.organisations.models import Organisation
from jingwei.domains.organisations.services.life import set_status
from jingwei.domains.organisations.services.placing import PlaceGiven
from jingwei.domains.organisations.services.registering import NewOrganisation, register_organisation
from jingwei.foundation.areas.models import Area
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import local
from jingwei.kernel.codes import Level
from jingwei.kernel.numbers import credit_check

SEED = 20261201
STREETS = ((COMMUNITY, "示范北路"), (OTHER_COMMUNITY, "示范南路"))
SHOPS = (
    ("便利店", "shop", "F"),
    ("粉馆", "restaurant", "H"),
    ("宾馆", "hotel", "H"),
    ("口腔诊所", "clinic", "Q"),
    ("网吧", "internet", "R"),
    ("理发店", "bath", "O"),
    ("艺术培训", "school", "P"),
    ("五金加工", "workshop", "C"),
    ("歌厅", "entertainment", "R"),
    ("建材仓库", "warehouse", "G"),
)
FRONTS = ("明湖", "文昌", "云梦", "青山", "长春")
COMPANIES = ("商贸有限公司", "物业服务有限公司", "餐饮管理有限公司")
SOCIETIES = ("社区老年协会", "社区志愿服务协会")
PEOPLE = ("王建国", "李桂花", "陈晓明", "周志强", "谢秀英")
SEEN_DAYS = (6, 20, 45, 80, 120, 200)
CLOSED_EVERY = 9


def seed_organisations(*, at: datetime, say: Callable[[str], object]) -> int:
    """Fill the empty register once. Returns how many were made."""
    with eyes(SEEDER):
        if Organisation.objects.unscoped("the demo is seeded once").exists():
            return 0
    say("生成组织和场所（演示数据） …")
    draw = random.Random(SEED)
    made = [
        register_organisation(SEEDER, new, at=at - timedelta(days=draw.choice(SEEN_DAYS)))
        for new in (*_owners(draw), *_societies(draw))
    ]
    owners = [one for one in made if one.kind == OrganisationKind.SELF_EMPLOYED]
    for number, new in enumerate(_shops(draw, owners)):
        row = register_organisation(SEEDER, new, at=at - timedelta(days=draw.choice(SEEN_DAYS)))
        made.append(row)
        if number % CLOSED_EVERY == CLOSED_EVERY - 1:
            on = local(at).date() - timedelta(days=draw.randrange(1, 5))
            status = OrganisationStatus.CLOSED
            set_status(SEEDER, row.pk, status, on=on, reason="门店转让，停业", version=1, at=at)
    return len(made)


def _owners(draw: random.Random) -> Iterator[NewOrganisation]:
    """Companies and self-employed people, each with a code of the city's own, which no county has."""
    for number, front in enumerate(FRONTS):
        grid = draw.choice(_grids(STREETS[number % 2][0]))
        kind = OrganisationKind.SELF_EMPLOYED
        facts = _known(draw, f"示范区{front}百货商行", f"92430900MAD{number:06d}", "F")
        yield NewOrganisation(kind, facts, _at_door(draw, grid, number), remark=MADE_UP)
    for number, tail in enumerate(COMPANIES):
        grid = draw.choice(_grids(COMMUNITY))
        facts = _known(draw, f"示范{FRONTS[number]}{tail}", f"91430900MAD{number:06d}", "L")
        place = _at_door(draw, grid, 20 + number)
        yield NewOrganisation(OrganisationKind.LEGAL_ENTITY, facts, place, remark=MADE_UP)


def _societies(draw: random.Random) -> Iterator[NewOrganisation]:
    for number, tail in enumerate(SOCIETIES):
        grid = draw.choice(_grids(OTHER_COMMUNITY))
        facts = _known(draw, f"示范{tail}", f"51430900MAD{number:06d}", "S")
        place = _at_door(draw, grid, 40 + number)
        yield NewOrganisation(OrganisationKind.SOCIAL, facts, place, remark=MADE_UP)


def _shops(draw: random.Random, owners: list[Organisation]) -> Iterator[NewOrganisation]:
    """Shops of the estates' ground floors, and along the streets."""
    with eyes(SEEDER):
        houses = House.objects.unscoped("the demo's own houses").filter(ended_at=None, use="30")
        rooms = list(houses.order_by("address", "id").values_list("pk", flat=True))
    for number in range(len(FRONTS) * len(SHOPS)):
        tail, place_kind, industry = SHOPS[number % len(SHOPS)]
        front = FRONTS[number // len(SHOPS)]
        grid = draw.choice(_grids(STREETS[number % 2][0]))
        place = PlaceGiven(house_id=rooms[number]) if number < len(rooms) else _at_door(draw, grid, number)
        facts = {
            "name": f"{front}{tail}",
            "place_kind": place_kind,
            "industry": industry,
            "employees": draw.choice(("0", "1", "1", "10")),
            **_contact(draw),
            "floor_area_m2": draw.randrange(18, 220),
            "extinguishers": draw.randrange(0, 6),
            "exits": draw.choice((1, 1, 2)),
            "uses_gas": place_kind == "restaurant",
            "people_sleep": place_kind == "hotel" or draw.random() < 0.1,
        }
        yield NewOrganisation(
            OrganisationKind.PLACE,
            facts,
            place,
            aliases=(f"{draw.choice(PEOPLE)[:1]}记{tail}",) if number % 3 == 0 else (),
            operator_id=draw.choice(owners).pk if number % 4 == 0 else None,
            remark=MADE_UP,
        )


def _known(draw: random.Random, name: str, first_17: str, industry: str) -> dict[str, object]:
    code = first_17 + credit_check(first_17)
    return {"name": name, "credit_code": code, "industry": industry, "employees": "1", **_contact(draw)}


def _contact(draw: random.Random) -> dict[str, object]:
    return {"principal": draw.choice(PEOPLE), "phone": f"10000{draw.randrange(1_000_000):06d}"}


def _at_door(draw: random.Random, grid: Area, number: int) -> PlaceGiven:
    street = next(name for community, name in STREETS if grid.code.startswith(community))
    return PlaceGiven(address=f"{street}{100 + number}号", position=standing_in(grid, draw).position)


def _grids(community: str) -> list[Area]:
    rows = Area.objects.filter(level=Level.GRID, valid_to_on=None, outline__isnull=False)
    return list(rows.filter(code__startswith=community).exclude(kind="special").order_by("code"))
