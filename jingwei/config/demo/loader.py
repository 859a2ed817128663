"""Write the demo city into the database: whole or not at all, and a second time without changing anything."""

import csv
import os
import secrets
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from importlib import resources
from pathlib import Path

import shapely
from django.db.models import Model

from jingwei.config.demo.divisions import CITY_CODE
from jingwei.config.demo.duties import load_demo_duties
from jingwei.config.demo.forms import load_demo_forms
from jingwei.config.demo.organisation import (
    CastMember,
    Organisation,
    PersonSeed,
    build_organisation,
    centre_id,
    id_of,
)
from jingwei.config.demo.territory import AreaSeed, CitySize, Territory, build_territory
from jingwei.config.standard import load_standard
from jingwei.domains.routing.queries import unit_kinds
from jingwei.domains.routing.services.lists import save_unit_kind
from jingwei.foundation.access.contracts import Permission, system_actor
from jingwei.foundation.access.models import Account, Holding, Person, Post, Unit
from jingwei.foundation.access.queries.units import CENTRES
from jingwei.foundation.access.services import hash_password
from jingwei.foundation.administration.contracts import STAFF_PHONE
from jingwei.foundation.areas.contracts import AreaKind, Layer
from jingwei.foundation.areas.models import Area
from jingwei.foundation.areas.services import NewArea, open_areas
from jingwei.foundation.privacy.services import seal_value
from jingwei.foundation.scoping import eyes
from jingwei.foundation.territory.queries.standard import standard_days
from jingwei.foundation.territory.rules.features import Limits
from jingwei.foundation.territory.services.standard import set_standard
from jingwei.foundation.work import work
from jingwei.kernel.codes import Level
from jingwei.kernel.errors import DomainError

SEEDER = system_actor("演示数据")
DAY_ONE = date(2023, 6, 30)
"""The day of which the codes are: areas and holdings of the demo begin then."""
BATCH = 1000


class OtherCityHere(DomainError):
    code = "demo.other_city"
    message = "数据库里已有“{name}”（{code}），演示城市不能装入正在使用的库。请换一个空库。"
    message_en = "The database already holds “{name}” ({code}); the demo city needs an empty database."


class DivisionChanged(DomainError):
    code = "demo.division_changed"
    message = "演示城市的区划已被修改过（{code}），不能再扩为全市。请在空库中执行 ./jw demo --city full。"
    message_en = (
        "The demo city's division was edited ({code}) and cannot grow any more. "
        "Run ./jw demo --city full in an empty database."
    )


@dataclass(frozen=True, slots=True)
class Seeded:
    """What stands now, and whether this call had to write it."""

    size: CitySize
    is_new: bool
    areas: int
    grids: int


def seed_city(size: CitySize, *, at: datetime, say: Callable[[str], object]) -> Seeded:
    """Make sure that the demo city stands in at least this size.

    A small city grows when the full one is asked for; a full city is never cut down.
    Raises: OtherCityHere, DivisionChanged.
    """
    present = city_size()
    if present == "full" or present == size:
        load_standard(at)
        load_demo_duties(SEEDER, begins_on=DAY_ONE, at=at)
        load_demo_forms(SEEDER, at=at)
        return _seeded(present, is_new=False)
    say("生成区划：真实代码与县界，乡镇、社区、网格边界为生成 …")
    territory = build_territory(size)
    say("生成机构与人员 …")
    organisation = build_organisation(territory)
    with eyes(SEEDER):
        say(f"写入 {len(territory.areas)} 个区划 …")
        _write_territory(territory, at=at)
        people, posts = len(organisation.people), len(organisation.posts)
        say(f"写入 {len(organisation.units)} 个机构、{posts} 个岗位、{people} 人 …")
        _write_organisation(organisation, at=at)
        say("载入单位类型、标准事项清单和工作日历 …")
        load_standard(at)
        _add_unit_kinds()
        load_demo_duties(SEEDER, begins_on=DAY_ONE, at=at)
        load_demo_forms(SEEDER, at=at)
        _set_grid_standard(at)
    return _seeded(size, is_new=True)


def _set_grid_standard(at: datetime) -> None:
    """What is usual: 300 to 500 households in the city; it only warns. One that stands already is left alone."""
    if standard_days():
        return
    limits = [
        Limits(Layer.SMALL, AreaKind.URBAN, min_households=300, max_households=500, max_area_m2=2_000_000),
        Limits(Layer.SMALL, AreaKind.RURAL, max_households=400, max_area_m2=30_000_000),
    ]
    basis = "演示数据：按各地惯例，城区每个小网格 300 至 500 户"
    set_standard(SEEDER, valid_from_on=DAY_ONE, basis=basis, limits=limits, at=at)


def city_size() -> CitySize | None:
    """Which demo city stands in the database, organisation included; None where there is none."""
    other = Area.objects.filter(level=Level.CITY, valid_to_on=None).exclude(code=CITY_CODE).first()
    if other is not None:
        raise OtherCityHere(name=other.name, code=other.code)
    if not Area.objects.filter(code=CITY_CODE, valid_to_on=None).exists():
        return None
    if not Unit.objects.filter(pk=centre_id(CITY_CODE)).exists():
        city = Area.objects.get(code=CITY_CODE, valid_to_on=None)
        raise OtherCityHere(name=city.name, code=city.code)
    counties = Unit.objects.filter(kind="centre", parent_id=centre_id(CITY_CODE)).count()
    return "full" if counties > 1 else "small"


def sign_in_cast(cast: Iterable[CastMember], folder: Path) -> None:
    """Give everybody of the cast a sign-in. One password for all, made up for this installation and kept in var/."""
    password, is_fresh = _password(folder)
    missing = {member.username: member for member in cast}
    with work(SEEDER, Permission.MANAGE_POSTS) as job:
        present = Account.objects.filter(username__in=missing)
        for username in present.values_list("username", flat=True):
            missing.pop(username)
        if not missing and not is_fresh:
            job.record_in_area("access.account:demo", CITY_CODE, opened=0)
            return
        password_hash = hash_password(password)
        if is_fresh:
            present.update(password_hash=password_hash)
        Account.objects.bulk_create(
            Account(
                id=id_of("account", username),
                username=username,
                password_hash=password_hash,
                person_id=member.person_id,
            )
            for username, member in missing.items()
        )
        job.record_in_area("access.account:demo", CITY_CODE, opened=len(missing))


def cast_password(folder: Path) -> str | None:
    """The password of this installation's cast; None before the demo was seeded."""
    path = folder / "demo-password"
    return path.read_text(encoding="ascii").strip() if path.exists() else None


def _password(folder: Path) -> tuple[str, bool]:
    known = cast_password(folder)
    if known:
        return known, False
    password = "-".join(secrets.token_hex(2) for _ in range(3))
    descriptor = os.open(folder / "demo-password", os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as target:
        target.write(password + "\n")
    return password, True


def _seeded(size: CitySize, *, is_new: bool) -> Seeded:
    with eyes(SEEDER):
        areas = Area.objects.filter(valid_to_on=None)
        return Seeded(size, is_new, areas.count(), areas.filter(level=Level.GRID).count())


def _write_territory(territory: Territory, *, at: datetime) -> None:
    with work(SEEDER, Permission.MANAGE_TERRITORY) as job:
        _forget_smaller_city()
        open_areas((_new_area(area) for area in territory.areas), on=DAY_ONE, at=at)
        job.record_in_area(
            f"areas.area:{CITY_CODE}", CITY_CODE, seeded=territory.size, areas=len(territory.areas)
        )


def _forget_smaller_city() -> None:
    """Take the small city's areas out; the full city opens them again with borders that fit its neighbours."""
    present = Area.objects.filter(code__startswith=CITY_CODE)
    changed = present.exclude(valid_from_on=DAY_ONE, valid_to_on=None).first()
    if changed is not None:
        raise DivisionChanged(code=changed.code)
    present.delete()


def _new_area(area: AreaSeed) -> NewArea:
    return NewArea(
        code=area.code,
        name=area.name,
        kind=area.kind,
        outline_wkb=shapely.to_wkb(area.polygon),
        label_lon_lat=area.centre,
        is_outline_generated=area.is_generated,
        households=area.households,
        people=area.people,
    )


def _write_organisation(organisation: Organisation, *, at: datetime) -> None:
    units = (
        Unit(
            id=unit.unit_id,
            code=unit.code,
            name=unit.name,
            kind=unit.kind,
            area_code=unit.area_code,
            parent_id=unit.parent_id,
            is_government=unit.is_government,
        )
        for unit in organisation.units
    )
    posts = (
        Post(
            id=post.post_id,
            title=post.title,
            role=post.role.value,
            area_code=post.area_code,
            unit_id=post.unit_id,
        )
        for post in organisation.posts
    )
    with work(SEEDER, Permission.MANAGE_POSTS) as job:
        opened = {
            "units": _add_missing(Unit, units),
            "people": _add_missing(Person, (_person(person, at) for person in organisation.people)),
            "posts": _add_missing(Post, posts),
            "holdings": _hold_missing(organisation),
        }
        job.record_in_area(f"access.unit:{centre_id(CITY_CODE)}", CITY_CODE, **opened)
        CENTRES.forget_when_committed()


def _hold_missing(organisation: Organisation) -> int:
    held = set(Holding.objects.values_list("post_id", flat=True))
    rows = [
        Holding(post_id=post.post_id, person_id=post.holder_id, from_on=DAY_ONE)
        for post in organisation.posts
        if post.post_id not in held
    ]
    Holding.objects.bulk_create(rows, batch_size=BATCH)
    return len(rows)


def _person(seed: PersonSeed, at: datetime) -> Person:
    phone = seal_value(STAFF_PHONE, seed.phone)
    return Person(
        id=seed.person_id,
        name=seed.name,
        is_staff=seed.is_staff,
        phone_sealed=phone.sealed,
        phone_index=phone.index,
        created_at=at,
    )


def _add_unit_kinds() -> None:
    """Kinds that no item names, but that some of the demo's units are of."""
    present = {kind.key for kind in unit_kinds()}
    facts = resources.files(__package__) / "data" / "unit_kinds.csv"
    with facts.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            if row["key"] not in present:
                save_unit_kind(SEEDER, row["key"], name_zh=row["name_zh"], name_en=row["name_en"])


def _add_missing(model: type[Model], rows: Iterable[Model]) -> int:
    present = set(model._default_manager.values_list("pk", flat=True))
    missing = [row for row in rows if row.pk not in present]
    model._default_manager.bulk_create(missing, batch_size=BATCH)
    return len(missing)
