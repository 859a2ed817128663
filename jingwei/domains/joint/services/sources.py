"""Disputes to take along: how each stands; never who quarrels."""

from collections.abc import Callable
from typing import Annotated
from uuid import UUID

from pydantic import Field, StringConstraints, TypeAdapter

from jingwei.domains.joint.contracts import MediationState, MediationWay
from jingwei.domains.joint.models import Mediation
from jingwei.domains.joint.queries.mediations import (
    LARGEST_PAGE,
    MediationFilter,
    count_mediations,
    list_mediations,
)
from jingwei.domains.joint.rules.mediating import LEVEL_WORDS, STATE_WORDS, WAY_WORDS
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.access.queries import unit_names
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
from jingwei.kernel.clock import local

READERS: Readers = {
    "state": TypeAdapter(tuple[MediationState, ...]),
    "way": TypeAdapter(MediationWay),
    "kind": TypeAdapter(Annotated[str, StringConstraints(pattern=r"^[a-z_]{2,20}$")]),
    "level": TypeAdapter(Annotated[int, Field(ge=4, le=12)]),
    "area_code": TypeAdapter(AreaCode),
    "incident_id": TypeAdapter(UUID),
    "is_mine": TypeAdapter(bool),
    "is_overdue": TypeAdapter(bool),
    "words": TypeAdapter(Words),
}
SAID: dict[str, tuple[str, str, Callable[[MediationFilter, int], str]]] = {
    "state": ("状态", "state", lambda one, side: "、".join(STATE_WORDS[at][side] for at in one.state)),
    "way": ("调解方式", "way", lambda one, side: WAY_WORDS[one.way][side] if one.way else ""),
    "kind": ("纠纷类型", "kind", lambda one, side: one.kind or ""),
    "level": ("层级", "level", lambda one, side: LEVEL_WORDS.get(one.level or 0, ("", ""))[side]),
    "area_code": (
        "区划",
        "area",
        lambda one, side: names_of({one.area_code or ""}).get(one.area_code or "", ""),
    ),
    "incident_id": ("一件事件", "one matter", lambda one, side: ""),
    "is_mine": ("本单位调解的", "own", lambda one, side: ""),
    "is_overdue": ("只看超期", "overdue only", lambda one, side: ""),
    "words": ("文字", "words", lambda one, side: one.words),
}
COLUMNS = (
    TakenColumn("title", "纠纷", "Dispute", width=32),
    TakenColumn("kind", "纠纷类型", "Kind", width=18),
    TakenColumn("way", "调解方式", "Way", width=16),
    TakenColumn("level", "层级", "Level"),
    TakenColumn("unit", "调解单位", "Mediated by", width=28),
    TakenColumn("area", "所在区划", "Area", width=28),
    TakenColumn("state", "状态", "State"),
    TakenColumn("sessions", "调解次数", "Sessions"),
    TakenColumn("passes", "转交次数", "Handed on"),
    TakenColumn("called_at", "登记时间", "Registered", width=18),
    TakenColumn("due_at", "调解期限", "Due", width=18),
    TakenColumn("agreed_at", "达成协议时间", "Agreed", width=18),
    TakenColumn("confirmed_on", "司法确认日期", "Confirmed", width=16),
    TakenColumn("ended_at", "结束时间", "Ended", width=18),
)


def filter_of(wish: Wish) -> MediationFilter:
    """Raises: WishRefused."""
    return MediationFilter(**read_values(wish, READERS))


def say_wish(wish: Wish, language: Language) -> str:
    """What the list was narrowed to, in words."""
    side, wanted = 0 if language is Language.ZH else 1, filter_of(wish)
    parts = [f"{SAID[name][side]} {SAID[name][2](wanted, side)}".strip() for name in wish]
    return ("；", "; ")[side].join(parts) or ("不限", "everything within sight")[side]


def count_rows(actor: Actor, taking: Taking, *, most: int) -> int:
    return count_mediations(actor, filter_of(taking.wish), most=most, at=taking.at)


def read_rows(actor: Actor, taking: Taking, *, cursor: str | None) -> TakenPage:
    page = list_mediations(actor, filter_of(taking.wish), cursor=cursor, size=LARGEST_PAGE, at=taking.at)
    side = 0 if taking.language is Language.ZH else 1
    units = unit_names({row.unit_id for row in page.rows})
    areas = path_names({row.scope_code for row in page.rows})
    rows = [
        _cells(row, side) | {"unit": units.get(row.unit_id, ""), "area": areas.get(row.scope_code, "")}
        for row in page.rows
    ]
    return TakenPage([[cells[name] for name in taking.columns] for cells in rows], page.next_cursor)


def _cells(row: Mediation, side: int) -> dict[str, Cell]:
    return {
        "title": row.title,
        "kind": row.kind_name,
        "way": WAY_WORDS[MediationWay(row.way)][side],
        "level": LEVEL_WORDS[row.level][side],
        "state": STATE_WORDS[MediationState(row.state)][side],
        "sessions": row.sessions,
        "passes": row.passes,
        "called_at": local(row.called_at),
        "due_at": local(row.due_at),
        "agreed_at": local(row.agreed_at) if row.agreed_at else None,
        "confirmed_on": row.confirmed_on,
        "ended_at": local(row.ended_at) if row.ended_at else None,
    }


MEDIATION_SOURCE = Source(
    key="joint.mediations",
    title_zh="矛盾纠纷",
    title_en="Disputes",
    columns=COLUMNS,
    permission=Permission.READ_MEDIATION,
    read=lambda wish: kept_wish(wish, READERS),
    say=say_wish,
    count=count_rows,
    rows=read_rows,
)
