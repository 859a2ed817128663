"""The demo city's organisation: the centre tree, member units, posts, and invented people in them.

Units and posts follow the field (指挥中心 / 分中心 / 指挥所 / 工作站 with hotline office, safety office and discipline at
the same level); every person is invented, every telephone number impossible.
"""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib import resources
from uuid import UUID, uuid5

from jingwei.config.centres import CENTRE_NAMES
from jingwei.config.demo.people import impossible_phone, invented_name
from jingwei.config.demo.territory import AreaSeed, Territory
from jingwei.foundation.access.contracts import CENTRE, Role
from jingwei.foundation.areas.contracts import AreaKind
from jingwei.kernel.codes import Level

SPACE = UUID("2f1c0a52-7d8e-5b41-9a6f-43090000c17e")
MEMBER_UNITS = 98
"""Member units 成员单位 of the city and one county together; every further county adds its own."""

SHORT_COUNTY_NAMES = {"430971": "大通湖管理区", "430972": "益阳高新区"}
TOWNSHIP_UNIT = "township"
PROPERTY_UNIT = "property_company"
MEDIATION_UNIT = "mediation"


@dataclass(frozen=True, slots=True)
class UnitSeed:
    unit_id: UUID
    code: str
    name: str
    kind: str
    area_code: str
    parent_id: UUID | None
    is_government: bool
    is_member: bool
    """Whether it counts among the member units 成员单位 (departments and public companies of city and counties)."""


@dataclass(frozen=True, slots=True)
class PersonSeed:
    person_id: UUID
    name: str
    phone: str
    is_staff: bool


@dataclass(frozen=True, slots=True)
class PostSeed:
    post_id: UUID
    title: str
    role: Role
    area_code: str
    unit_id: UUID
    holder_id: UUID


@dataclass(frozen=True, slots=True)
class CastMember:
    """Somebody of the fixed cast, with a sign-in of their own."""

    username: str
    name: str
    person_id: UUID
    part: str
    part_en: str


@dataclass(frozen=True, slots=True)
class Organisation:
    units: tuple[UnitSeed, ...]
    """Parents before children."""
    people: tuple[PersonSeed, ...]
    posts: tuple[PostSeed, ...]
    cast: tuple[CastMember, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the cast: who plays it, and which post it is (its key); residents have none."""

    username: str
    name: str
    post_key: str | None
    part: str
    part_en: str


GRID_ONE, GRID_TWO = "430902005001001", "430902005001002"
COMMUNITY, OTHER_COMMUNITY = "430902005001", "430902005002"
TOWNSHIP, OTHER_TOWNSHIP = "430902005", "430902006"
COUNTY, CITY = "430902", "4309"

PARTS = (
    Part(
        "lin",
        "林晓",
        f"officer {GRID_ONE}",
        "网格员，石码头社区第一网格",
        "grid officer, Shimatou community, grid 1",
    ),
    Part(
        "chen",
        "陈平",
        f"officer {GRID_TWO}",
        "网格员，石码头社区第二网格（邻格）",
        "grid officer, Shimatou community, grid 2 (next door)",
    ),
    Part("deng", "邓川", f"grid head {COMMUNITY}", "网格长，石码头社区", "grid head, Shimatou community"),
    Part(
        "luo",
        "罗敏",
        f"chief grid head {COMMUNITY}",
        "总网格长，石码头社区",
        "chief grid head, Shimatou community",
    ),
    Part(
        "wu",
        "吴芳",
        f"station desk {COMMUNITY}",
        "社区工作站坐席，石码头社区",
        "desk of the community station, Shimatou",
    ),
    Part(
        "mao",
        "毛杰",
        f"station desk {OTHER_COMMUNITY}",
        "社区工作站坐席，七公庙社区（邻社区）",
        "desk of the community station, Qigongmiao (next door)",
    ),
    Part(
        "zhao",
        "赵强",
        f"hotline {TOWNSHIP}",
        "街道指挥所热线办，大码头街道",
        "hotline of the street command post, Damatou",
    ),
    Part(
        "zhou",
        "周敏",
        f"hotline {OTHER_TOWNSHIP}",
        "街道指挥所热线办，汽车路街道（外街道）",
        "hotline of the street command post, Qichelu (another street)",
    ),
    Part(
        "sun", "孙丽", f"hotline {COUNTY}", "区分中心热线办，资阳区", "hotline of the district centre, Ziyang"
    ),
    Part(
        "guo",
        "郭峰",
        f"commander {COUNTY}",
        "区分中心指挥长，资阳区",
        "commander of the district centre, Ziyang",
    ),
    Part("he", "何勇", f"hotline {CITY}", "市指挥中心热线办", "hotline of the city command centre"),
    Part("han", "韩立", f"commander {CITY}", "市指挥中心指挥长", "commander of the city command centre"),
    Part(
        "qian",
        "钱伟",
        f"handler urban_management {COUNTY}",
        "经办人，资阳区城市管理和综合执法局",
        "handler, Ziyang urban management bureau",
    ),
    Part(
        "xu",
        "徐兰",
        f"head urban_management {COUNTY}",
        "负责人，资阳区城市管理和综合执法局",
        "head, Ziyang urban management bureau",
    ),
    Part(
        "feng",
        "冯军",
        f"handler water_company {COUNTY}",
        "经办人，资阳区自来水公司（非政府单位）",
        "handler, Ziyang water company (not a government unit)",
    ),
    Part("gao", "高洁", f"discipline {COUNTY}", "纪检监察，资阳区", "discipline inspection, Ziyang"),
    Part("cao", "曹磊", f"inspector {CITY}", "审计检查，全市", "auditor, whole city"),
    Part("ding", "丁宁", f"administrator {CITY}", "系统管理员，全市", "administrator, whole city"),
    Part("li", "李梅", None, "居民", "resident"),
    Part("wang", "王刚", None, "居民", "resident"),
)


def id_of(kind: str, key: str) -> UUID:
    """The stable id of a unit, person, post or account of the demo: seeding twice changes nothing."""
    return uuid5(SPACE, f"{kind} {key}")


@dataclass(slots=True)
class _Draft:
    units: list[UnitSeed] = field(default_factory=list)
    people: dict[UUID, PersonSeed] = field(default_factory=dict)
    posts: list[PostSeed] = field(default_factory=list)
    phones: set[str] = field(default_factory=set)
    cast_names: dict[str, Part] = field(
        default_factory=lambda: {part.post_key: part for part in PARTS if part.post_key}
    )

    def unit(
        self,
        kind: str,
        area_code: str,
        name: str,
        *,
        parent_id: UUID | None,
        is_government: bool = True,
        is_member: bool = False,
    ) -> UUID:
        key = f"{kind} {area_code}"
        seed = UnitSeed(
            unit_id=id_of("unit", key),
            code=f"{area_code}-{kind}",
            name=name,
            kind=kind,
            area_code=area_code,
            parent_id=parent_id,
            is_government=is_government,
            is_member=is_member,
        )
        self.units.append(seed)
        return seed.unit_id

    def person(self, key: str, name: str) -> UUID:
        person_id = id_of("person", key)
        if person_id not in self.people:
            self.people[person_id] = PersonSeed(person_id, name, self._free_phone(key), is_staff=True)
        return person_id

    def _free_phone(self, key: str) -> str:
        phone = impossible_phone(key)
        while phone in self.phones:
            key += "'"
            phone = impossible_phone(key)
        self.phones.add(phone)
        return phone

    def post(
        self, key: str, title: str, role: Role, area_code: str, unit_id: UUID, *, held_as: str = ""
    ) -> None:
        """Add a post with its holder; `held_as` names another post whose holder holds this one too."""
        holder_key = held_as or key
        part = self.cast_names.get(holder_key)
        holder = (
            self.person(f"cast {part.username}", part.name)
            if part
            else self.person(holder_key, invented_name(holder_key))
        )
        self.posts.append(PostSeed(id_of("post", key), title, role, area_code, unit_id, holder))


def build_organisation(territory: Territory) -> Organisation:
    """Build centres at four levels, member units, posts and their holders for a territory."""
    draft = _Draft()
    areas = {area.code: area for area in territory.areas}
    for area in territory.areas:
        if area.level in CENTRE_NAMES:
            _add_centre(draft, area)
    for area in territory.at(Level.GRID):
        _add_officer(draft, area, areas[area.code[: Level.COMMUNITY]])
    for area in (*territory.at(Level.CITY), *territory.at(Level.COUNTY)):
        _add_member_units(draft, area)
    for area in territory.at(Level.TOWNSHIP):
        _add_township_units(draft, area)
    for area in territory.at(Level.COMMUNITY):
        if area.kind is AreaKind.URBAN and areas[area.code[: Level.TOWNSHIP]].kind is AreaKind.URBAN:
            _add_property_company(draft, area)
    people = {**draft.people, **{seed.person_id: seed for seed in _residents()}}
    return Organisation(tuple(draft.units), tuple(people.values()), tuple(draft.posts), cast_members())


def cast_members() -> tuple[CastMember, ...]:
    """The fixed cast; the same in both sizes of the city."""
    return tuple(
        CastMember(
            part.username, part.name, id_of("person", f"cast {part.username}"), part.part, part.part_en
        )
        for part in PARTS
    )


def centre_id(area_code: str) -> UUID:
    """The id of the demo centre that serves an area."""
    return id_of("unit", f"{CENTRE} {area_code}")


def _add_centre(draft: _Draft, area: AreaSeed) -> None:
    code, name = area.code, _plain_name(area)
    parent = centre_id(area.parent_code) if area.parent_code else None
    unit = draft.unit(CENTRE, code, name + CENTRE_NAMES[area.level], parent_id=parent)
    if area.level is Level.COMMUNITY:
        draft.post(f"station desk {code}", f"{name}工作站坐席", Role.DESK, code, unit)
        draft.post(f"chief grid head {code}", f"{name}总网格长", Role.CHIEF_GRID_HEAD, code, unit)
        draft.post(f"grid head {code}", f"{name}网格长", Role.GRID_HEAD, code, unit)
        return
    draft.post(f"hotline {code}", f"{name}热线办坐席", Role.DESK, code, unit)
    draft.post(f"commander {code}", f"{name}指挥长", Role.COMMANDER, code, unit)
    draft.post(f"discipline {code}", f"{name}纪检监察员", Role.SUPERVISOR, code, unit)
    if area.level is Level.TOWNSHIP:
        # In a small office one person wears two hats: the safety office is held by whoever commands.
        draft.post(
            f"safety {code}", f"{name}平安办主任", Role.COMMANDER, code, unit, held_as=f"commander {code}"
        )
        return
    draft.post(f"safety {code}", f"{name}平安办主任", Role.COMMANDER, code, unit)
    draft.post(f"second hotline {code}", f"{name}热线办坐席（二）", Role.DESK, code, unit)
    draft.post(f"administrator {code}", f"{name}系统管理员", Role.ADMINISTRATOR, code, unit)
    if area.level is Level.CITY:
        draft.post(f"inspector {code}", f"{name}审计检查员", Role.INSPECTOR, code, unit)


def _add_officer(draft: _Draft, grid: AreaSeed, community: AreaSeed) -> None:
    key = f"officer {grid.code}"
    draft.post(key, f"{grid.name}网格员", Role.OFFICER, grid.code, centre_id(community.code))


def _add_member_units(draft: _Draft, area: AreaSeed) -> None:
    for kind, at_city, at_county, is_government in member_units():
        office = at_city if area.level is Level.CITY else at_county
        if not office:
            continue
        if area.name.endswith(("县", "市")):
            office = office.replace("公安分局", "公安局")
        unit = draft.unit(
            kind,
            area.code,
            _plain_name(area) + office,
            parent_id=centre_id(area.code),
            is_government=is_government,
            is_member=True,
        )
        _staff_unit(draft, kind, area.code, _plain_name(area) + office, unit, handlers=2)


def _add_township_units(draft: _Draft, area: AreaSeed) -> None:
    if area.name.endswith("街道"):
        office = area.name + "办事处"
    elif area.name.endswith(("镇", "乡")):
        office = area.name + "人民政府"
    else:
        office = area.name + "管理机构"
    for kind, name, handlers in (
        (TOWNSHIP_UNIT, office, 2),
        (MEDIATION_UNIT, area.name + "人民调解委员会", 1),
    ):
        unit = draft.unit(kind, area.code, name, parent_id=centre_id(area.code))
        _staff_unit(draft, kind, area.code, name, unit, handlers=handlers)


def _add_property_company(draft: _Draft, area: AreaSeed) -> None:
    name = _plain_name(area) + "物业服务企业"
    unit = draft.unit(PROPERTY_UNIT, area.code, name, parent_id=centre_id(area.code), is_government=False)
    _staff_unit(draft, PROPERTY_UNIT, area.code, name, unit, handlers=1)


def _staff_unit(draft: _Draft, kind: str, area_code: str, name: str, unit: UUID, *, handlers: int) -> None:
    draft.post(f"head {kind} {area_code}", f"{name}负责人", Role.UNIT_HEAD, area_code, unit)
    draft.post(f"handler {kind} {area_code}", f"{name}经办人", Role.HANDLER, area_code, unit)
    for number in range(2, handlers + 1):
        key = f"handler {number} {kind} {area_code}"
        draft.post(key, f"{name}经办人（{number}）", Role.HANDLER, area_code, unit)


def _residents() -> Iterable[PersonSeed]:
    for part in PARTS:
        if part.post_key is None:
            key = f"cast {part.username}"
            yield PersonSeed(id_of("person", key), part.name, impossible_phone(key), is_staff=False)


def _plain_name(area: AreaSeed) -> str:
    return SHORT_COUNTY_NAMES.get(area.code, area.name)


def member_units() -> Iterator[tuple[str, str, str, bool]]:
    """Kind, name at the city, name at a county (empty where there is none), and whether it is government."""
    facts = resources.files(__package__) / "data" / "member_units.csv"
    with facts.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            yield row["kind"], row["at_city"], row["at_county"], row["is_government"] == "1"
