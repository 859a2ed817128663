"""Founding a city for real use from a file of codes: everything is checked first, then written whole or not at all."""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

import shapely
from shapely import MultiPolygon

from jingwei.config.centres import CENTRE_NAMES
from jingwei.config.standard import load_standard
from jingwei.foundation.access.contracts import CENTRE, NewUnit, Permission, Role, system_actor
from jingwei.foundation.access.services import create_post, fill_post, open_units, register_person
from jingwei.foundation.areas.contracts import AreaKind
from jingwei.foundation.areas.queries import city_codes
from jingwei.foundation.areas.services import NewArea, open_areas
from jingwei.foundation.scoping import eyes
from jingwei.foundation.work import work
from jingwei.kernel.codes import Level, parent_of
from jingwei.kernel.errors import DomainError
from jingwei.kernel.ids import uuid7

FOUNDER = system_actor("建城")
LONGEST_NAME = 80
COLUMNS = {
    "code": ("code", "代码", "区划代码", "统计代码"),
    "name": ("name", "名称", "区划名称"),
    "level": ("level", "级别", "层级"),
    "kind": ("kind", "类型"),
    "households": ("households", "户数"),
    "people": ("people", "人数", "人口"),
}
LEVEL_WORDS = {
    "city": Level.CITY,
    "市": Level.CITY,
    "county": Level.COUNTY,
    "district": Level.COUNTY,
    "区县": Level.COUNTY,
    "township": Level.TOWNSHIP,
    "town": Level.TOWNSHIP,
    "乡镇": Level.TOWNSHIP,
    "街道": Level.TOWNSHIP,
    "乡镇街道": Level.TOWNSHIP,
    "community": Level.COMMUNITY,
    "village": Level.COMMUNITY,
    "社区": Level.COMMUNITY,
    "村": Level.COMMUNITY,
    "村社区": Level.COMMUNITY,
    "grid": Level.GRID,
    "网格": Level.GRID,
}
KIND_WORDS = {
    "urban": AreaKind.URBAN,
    "城镇": AreaKind.URBAN,
    "城市": AreaKind.URBAN,
    "rural": AreaKind.RURAL,
    "农村": AreaKind.RURAL,
    "special": AreaKind.SPECIAL,
    "专属": AreaKind.SPECIAL,
}
PROVINCE = "province"


class CityExists(DomainError):
    code = "founding.city_exists"
    message = "库里已有城市（{codes}）。新建城市需要一个空库。"
    message_en = "The database already holds a city ({codes}). A new city needs an empty database."


@dataclass(frozen=True, slots=True)
class Complaint:
    """What is wrong in one row (the header is row 1) or one feature; nothing is written while one stands."""

    row: int
    message: str
    message_en: str


@dataclass(frozen=True, slots=True)
class CodeRow:
    """One area to be founded."""

    row: int
    code: str
    name: str
    level: Level
    kind: AreaKind
    households: int | None
    people: int | None


@dataclass(slots=True)
class CodesRead:
    """What a codes file holds. ``skipped`` rows are provinces and empty lines."""

    rows: list[CodeRow] = field(default_factory=list)
    complaints: list[Complaint] = field(default_factory=list)
    skipped: int = 0

    def complain(self, row: int, message: str, message_en: str) -> None:
        self.complaints.append(Complaint(row, message, message_en))


@dataclass(frozen=True, slots=True)
class Founded:
    """The new city and the one sign-in that everything else starts from; the password is not kept anywhere."""

    city_code: str
    city_name: str
    areas: int
    drawn: int
    centres: str
    """How many centres of each level, as people say it."""
    username: str
    password: str


def read_codes(path: Path) -> CodesRead:
    """Read and check a codes file: UTF-8 or GB18030, columns code, name and, if wished, level, kind, figures."""
    found = CodesRead()
    reader = csv.reader(io.StringIO(_text_of(path.read_bytes()), newline=""))
    header = [cell.strip().lower() for cell in next(reader, [])]
    place = {key: _first_of(header, names) for key, names in COLUMNS.items()}
    for key in ("code", "name"):
        if place[key] is None:
            wanted = "、".join(COLUMNS[key])
            found.complain(1, f"缺少“{wanted}”列", f"there is no column {' / '.join(COLUMNS[key])}")
    if found.complaints:
        return found
    for number, cells in enumerate(reader, start=2):
        if not any(cell.strip() for cell in cells):
            found.skipped += 1
            continue
        cell_of = {
            key: cells[at].strip() if at is not None and at < len(cells) else "" for key, at in place.items()
        }
        _read_row(found, number, cell_of)
    _check_tree(found)
    found.complaints.sort(key=lambda complaint: complaint.row)
    found.rows.sort(key=lambda row: (row.level, row.code))
    return found


def found_city(
    rows: Sequence[CodeRow],
    outlines: Mapping[str, MultiPolygon],
    *,
    on: date,
    at: datetime,
    username: str,
    administrator: str,
) -> Founded:
    """Write the areas, a centre for each down to the communities, the first administrator and the standard data in one transaction.

    Raises: CityExists; UsernameTaken.
    """
    with eyes(FOUNDER):
        present = city_codes()
        if present:
            raise CityExists(codes="、".join(present))
        city = rows[0]
        with work(FOUNDER, Permission.MANAGE_TERRITORY) as job:
            open_areas((_new_area(row, outlines.get(row.code)) for row in rows), on=on, at=at)
            job.record_in_area(f"areas.area:{city.code}", city.code, founded=len(rows), drawn=len(outlines))
        with work(FOUNDER, Permission.MANAGE_POSTS) as job:
            centres = _centres_for(rows)
            open_units(centres)
            unit_id = centres[0].unit_id
            person_id, password = register_person(name=administrator, username=username, at=at)
            post_id = create_post(
                title=f"{city.name}系统管理员", role=Role.ADMINISTRATOR, area_code=city.code, unit_id=unit_id
            )
            fill_post(post_id, person_id, by=None, on=on)
            job.record_in_area(
                f"access.unit:{unit_id}", city.code, administrator=str(person_id), centres=len(centres)
            )
        load_standard(at)
    return Founded(
        city_code=city.code,
        city_name=city.name,
        areas=len(rows),
        drawn=len(outlines),
        centres=by_level(centre.area_code for centre in centres),
        username=username,
        password=password,
    )


def plain_code(written: str) -> str:
    """The code without the zeros that pad it: 430900000000 → 4309, 430902000 → 430902, 430000 → 43."""
    code = written
    for length, padding in ((12, "000"), (9, "000"), (6, "00"), (4, "00")):
        if len(code) == length and code.endswith(padding):
            code = code[: -len(padding)]
    return code


def _text_of(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("gb18030", errors="replace")


def _first_of(header: Sequence[str], names: Iterable[str]) -> int | None:
    return next((header.index(name) for name in names if name in header), None)


def _read_row(found: CodesRead, number: int, cell_of: Mapping[str, str]) -> None:
    written, name = cell_of["code"], cell_of["name"]
    code = plain_code(written)
    if len(code) == 2 and code.isdigit():
        found.skipped += 1
        return
    if not (code.isascii() and code.isdigit()) or len(code) not in set(Level):
        found.complain(
            number,
            f"代码“{written}”不正确：应为4（市）、6（区县）、9（乡镇街道）、12（村社区）或15位（网格）数字",
            f"the code “{written}” is not valid: 4, 6, 9, 12 or 15 digits are expected",
        )
        return
    level = Level(len(code))
    if not 0 < len(name) <= LONGEST_NAME or "\ufffd" in name:
        found.complain(
            number,
            f"代码{code}的名称为空、超过{LONGEST_NAME}字或含乱码",
            f"the name of {code} is empty, longer than {LONGEST_NAME} characters or garbled",
        )
    said = cell_of["level"].lower()
    if said and LEVEL_WORDS.get(said) is not level:
        found.complain(
            number,
            f"级别“{said}”与代码{code}不符：{len(code)}位代码是{level.label}",
            f"the level “{said}” does not fit {code}: {len(code)} digits mean {level.name.lower()}",
        )
    kind = _kind(found, number, cell_of["kind"], name, level)
    households, people = (_figure(found, number, key, cell_of[key]) for key in ("households", "people"))
    found.rows.append(CodeRow(number, code, name, level, kind, households, people))


def _kind(found: CodesRead, number: int, said: str, name: str, level: Level) -> AreaKind:
    if said:
        kind = KIND_WORDS.get(said.lower())
        if kind is None or (kind is AreaKind.SPECIAL and level is not Level.GRID):
            found.complain(
                number,
                f"类型“{said}”不正确：应为城镇、农村，网格还可为专属",
                f"the kind “{said}” is not valid: urban or rural, and for grids special",
            )
            return AreaKind.RURAL
        return kind
    is_urban = any(word in name for word in ("街道", "社区", "居委会", "居民委员会"))
    return AreaKind.URBAN if is_urban else AreaKind.RURAL


def _figure(found: CodesRead, number: int, key: str, said: str) -> int | None:
    if not said:
        return None
    if not (said.isascii() and said.isdigit()) or len(said) > 9:
        label = COLUMNS[key][1]
        found.complain(number, f"{label}“{said}”不是整数", f"{key} “{said}” is not a whole number")
        return None
    return int(said)


def _check_tree(found: CodesRead) -> None:
    first: dict[str, int] = {}
    for row in found.rows:
        if row.code in first:
            found.complain(
                row.row,
                f"代码{row.code}重复：第{first[row.code]}行已有",
                f"the code {row.code} stands already in row {first[row.code]}",
            )
        first.setdefault(row.code, row.row)
    for row in found.rows:
        parent = parent_of(row.code)
        if parent is not None and parent not in first:
            found.complain(
                row.row,
                f"{row.name}（{row.code}）没有上级：文件中缺少{parent}",
                f"{row.name} ({row.code}) has no parent: {parent} is not in the file",
            )
    cities = [row for row in found.rows if row.level is Level.CITY]
    if not cities:
        found.complain(1, "文件中没有市一级（4位代码）", "the file has no city (a code of 4 digits)")
    for row in cities[1:]:
        found.complain(
            row.row,
            f"文件中有多个市：{cities[0].name}之外还有{row.name}。一个库只建一个市",
            f"the file has several cities: {row.name} besides {cities[0].name}; a database holds one",
        )


def _new_area(row: CodeRow, outline: MultiPolygon | None) -> NewArea:
    label = None
    if outline is not None:
        inside = outline.representative_point()
        label = (round(inside.x, 6), round(inside.y, 6))
    return NewArea(
        code=row.code,
        name=row.name,
        kind=row.kind,
        outline_wkb=shapely.to_wkb(outline) if outline is not None else None,
        label_lon_lat=label,
        households=row.households,
        people=row.people,
    )


def _centres_for(rows: Sequence[CodeRow]) -> list[NewUnit]:
    """A centre for every area from the city down to the communities, each under the centre of the area above."""
    found: dict[str, NewUnit] = {}
    for row in rows:
        if row.level in CENTRE_NAMES:
            above = parent_of(row.code)
            found[row.code] = NewUnit(
                unit_id=uuid7(),
                code=f"{row.code}-{CENTRE}",
                name=row.name + CENTRE_NAMES[row.level],
                kind=CENTRE,
                area_code=row.code,
                parent_id=found[above].unit_id if above else None,
            )
    return list(found.values())


def by_level(codes: Iterable[str]) -> str:
    """How many of each level: 区县 8、乡镇街道 98."""
    counts = Counter(Level(len(code)) for code in codes)
    return "、".join(f"{level.label} {counts[level]}" for level in Level if counts[level])
