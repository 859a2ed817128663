"""Who works where, to take along; never a telephone."""

from typing import Annotated

from pydantic import StringConstraints, TypeAdapter

from jingwei.domains.workforce.contracts import Tier
from jingwei.domains.workforce.models import Service
from jingwei.domains.workforce.queries.members import (
    LARGEST_PAGE,
    MemberFilter,
    count_services,
    list_services,
)
from jingwei.domains.workforce.queries.standards import force_kinds
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.areas.queries import names_of, path_names
from jingwei.foundation.imports.contracts.exports import (
    Cell,
    Language,
    Source,
    TakenColumn,
    TakenPage,
    Taking,
    Wish,
)
from jingwei.foundation.imports.contracts.wishes import AreaCode, Readers, Words, kept_wish, read_values

KindKey = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{1,39}$")]
READERS: Readers = {
    "area_code": TypeAdapter(AreaCode),
    "kind": TypeAdapter(tuple[KindKey, ...]),
    "has_account": TypeAdapter(bool),
    "has_left": TypeAdapter(bool),
    "words": TypeAdapter(Words),
}
FILTER_WORDS = {
    "area_code": ("区划", "area"),
    "kind": ("力量类别", "kind of force"),
    "has_account": ("有工作账号", "has an account"),
    "has_left": ("已离岗", "has left"),
    "words": ("文字", "words"),
}
TIER_WORDS = {
    Tier.CORE: ("专职力量", "Core"),
    Tier.FIXED: ("固定力量", "Fixed"),
    Tier.OTHER: ("其他力量", "Others"),
}
COLUMNS = (
    TakenColumn("name", "姓名", "Name"),
    TakenColumn("kind", "力量类别", "Kind of force"),
    TakenColumn("tier", "层次", "Part of 1+4+X"),
    TakenColumn("area", "网格或社区", "Grid or community", width=32),
    TakenColumn("from_on", "到岗日期", "Since"),
    TakenColumn("to_on", "离岗日期", "Until"),
    TakenColumn("end_reason", "离岗原因", "Why", width=24),
    TakenColumn("employer", "所在单位", "Employer", width=24),
    TakenColumn("duties", "职责", "Duties", width=32),
    TakenColumn("has_account", "工作账号", "Account"),
)


def filter_of(wish: Wish) -> MemberFilter:
    """Raises: WishRefused."""
    return MemberFilter(**read_values(wish, READERS))


def say_wish(wish: Wish, language: Language) -> str:
    """What the list was narrowed to, in words."""
    side, wanted = 0 if language is Language.ZH else 1, filter_of(wish)
    yes_no = (("是", "否"), ("yes", "no"))[side]
    kinds = {one.key: (one.name_zh, one.name_en)[side] for one in force_kinds()}
    area = wanted.area_code or ""
    said = {
        "area_code": names_of({area}).get(area, area) if area else "",
        "kind": ("、", ", ")[side].join(kinds.get(one, one) for one in wanted.kind),
        "has_account": yes_no[not wanted.has_account],
        "has_left": yes_no[not wanted.has_left],
        "words": wanted.words or "",
    }
    parts = [f"{FILTER_WORDS[name][side]} {said[name]}".strip() for name in wish]
    return ("；" if side == 0 else "; ").join(parts) or ("不限" if side == 0 else "everything within sight")


def count_rows(actor: Actor, taking: Taking, *, most: int) -> int:
    return count_services(actor, filter_of(taking.wish), most=most)


def read_rows(actor: Actor, taking: Taking, *, cursor: str | None) -> TakenPage:
    page = list_services(actor, filter_of(taking.wish), cursor=cursor, size=LARGEST_PAGE)
    side = 0 if taking.language is Language.ZH else 1
    areas = path_names({row.scope_code for row in page.rows})
    rows = [_cells(row, areas, side) for row in page.rows]
    return TakenPage([[cells[name] for name in taking.columns] for cells in rows], page.next_cursor)


def _cells(row: Service, areas: dict[str, str], side: int) -> dict[str, Cell]:
    member = row.member
    return {
        "name": member.name,
        "kind": (row.kind.name_zh, row.kind.name_en)[side],
        "tier": TIER_WORDS[Tier(row.kind.tier)][side],
        "area": areas.get(row.scope_code, ""),
        "from_on": row.from_on,
        "to_on": row.to_on,
        "end_reason": row.end_reason,
        "employer": member.employer,
        "duties": member.duties,
        "has_account": (("有", "无"), ("yes", "no"))[side][member.person_id is None],
    }


MEMBER_SOURCE = Source(
    key="workforce.members",
    title_zh="网格力量名单",
    title_en="People who work in grids",
    columns=COLUMNS,
    permission=Permission.READ_WORKFORCE,
    read=lambda wish: kept_wish(wish, READERS, unsaid=("", [])),
    say=say_wish,
    count=count_rows,
    rows=read_rows,
)
