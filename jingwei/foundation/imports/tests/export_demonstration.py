"""A source of units, read with plain SQL in the asker's transaction, that stands in for a domain's."""

from django.db import connection

from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.imports.contracts.exports import (
    Language,
    Source,
    TakenColumn,
    TakenPage,
    Taking,
    Wish,
    WishRefused,
)

PAGE = 2
UNITS = "select code, name, is_active from access_unit where code > %s and starts_with(code, %s) order by code limit %s"


def read_wish(wish: Wish) -> Wish:
    if set(wish) - {"begins"}:
        raise WishRefused(name=sorted(set(wish) - {"begins"})[0])
    return wish


def say_wish(wish: Wish, language: Language) -> str:
    return f"begins {wish.get('begins', '')}"


def count_units(actor: Actor, taking: Taking, *, most: int) -> int:
    return min(most, len(_units("", taking, 100_000)))


def read_units(actor: Actor, taking: Taking, *, cursor: str | None) -> TakenPage:
    found = _units(cursor or "", taking, PAGE + 1)
    rows = [
        [
            {"code": code, "name": name, "is_active": active, "head": "张三" if taking.is_clear else "张*"}[c]
            for c in taking.columns
        ]
        for code, name, active in found[:PAGE]
    ]
    return TakenPage(rows, found[PAGE - 1][0] if len(found) > PAGE else None)


def _units(after: str, taking: Taking, limit: int) -> list[tuple[str, str, bool]]:
    with connection.cursor() as cursor:
        cursor.execute(UNITS, [after, taking.wish.get("begins", ""), limit])
        return list(cursor.fetchall())


UNIT_SOURCE = Source(
    key="test.units",
    title_zh="单位",
    title_en="Units",
    columns=(
        TakenColumn("code", "编号", "Code"),
        TakenColumn("name", "名称", "Name"),
        TakenColumn("is_active", "在用", "Active"),
        TakenColumn("head", "负责人", "Head", is_personal=True, is_usual=False),
    ),
    permission=Permission.READ_INCIDENT,
    clear_permission=Permission.REVEAL_PERSONAL,
    read=read_wish,
    say=say_wish,
    count=count_units,
    rows=read_units,
)
ITEM_SOURCE = Source(
    key="test.items",
    title_zh="清单",
    title_en="Items",
    columns=(TakenColumn("code", "编号", "Code"),),
    permission=Permission.MANAGE_ITEMS,
    read=read_wish,
    say=say_wish,
    count=count_units,
    rows=read_units,
)
SOURCES = (UNIT_SOURCE, ITEM_SOURCE)
