"""Organisations and places to take along; contacts masked, unless somebody else agreed to the clear text."""

from typing import Annotated, Any
from uuid import UUID

from pydantic import StringConstraints, TypeAdapter

from jingwei.domains.organisations.contracts import OrganisationKind, OrganisationStatus
from jingwei.domains.organisations.models import Organisation
from jingwei.domains.organisations.queries.organisations import (
    LARGEST_PAGE,
    OrganisationFilter,
    count_organisations,
    list_organisations,
    names_within,
)
from jingwei.domains.organisations.rules.words import KIND_WORDS, STATUS_WORDS
from jingwei.domains.organisations.services.finding import personal, target_of
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.areas.queries import names_of, path_names
from jingwei.foundation.forms.queries.standing import code_table
from jingwei.foundation.forms.services.reading import form_of
from jingwei.foundation.forms.services.sealing import ciphertext_of
from jingwei.foundation.forms.services.using import note_used
from jingwei.foundation.imports.contracts.exports import (
    Cell,
    Language,
    Source,
    TakenColumn,
    TakenPage,
    Taking,
    Wish,
)
from jingwei.foundation.imports.contracts.wishes import AreaCode, Readers, kept_wish, read_values
from jingwei.foundation.privacy.contracts import Purpose
from jingwei.foundation.privacy.services import Asked, masked_value, reveal_many
from jingwei.kernel.clock import local

Codes = tuple[Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z_-]{1,20}$")], ...]
READERS: Readers = {
    "area_code": TypeAdapter(AreaCode),
    "words": TypeAdapter(Annotated[str, StringConstraints(max_length=60)]),
    "kind": TypeAdapter(tuple[OrganisationKind, ...]),
    "place_kind": TypeAdapter(Codes),
    "industry": TypeAdapter(Codes),
    "status": TypeAdapter(tuple[OrganisationStatus, ...]),
    "is_due": TypeAdapter(bool),
    "uses_gas": TypeAdapter(bool),
    "people_sleep": TypeAdapter(bool),
    "house_id": TypeAdapter(UUID),
    "operator_id": TypeAdapter(UUID),
}
FILTER_WORDS = {
    "area_code": ("区划", "area"),
    "words": ("文字", "words"),
    "kind": ("种类", "kind"),
    "place_kind": ("场所类别", "kind of place"),
    "industry": ("行业门类", "industry"),
    "status": ("状态", "status"),
    "is_due": ("该核实的", "to be seen again"),
    "uses_gas": ("使用燃气", "uses gas"),
    "people_sleep": ("店内住人", "people sleep here"),
    "house_id": ("一处房屋", "of one house"),
    "operator_id": ("一个经营单位", "of one operator"),
}
CONTACTS = ("principal", "phone")
TABLES = {"industry": "industry_section", "place_kind": "place_kind", "employees": "employees_band"}
YES_NO = {True: ("是", "yes"), False: ("否", "no"), None: ("", "")}
COLUMNS = (
    TakenColumn("kind", "种类", "Kind", width=14),
    TakenColumn("name", "名称", "Name", width=36),
    TakenColumn("aliases", "招牌名", "Other names", width=24),
    TakenColumn("credit_code", "统一社会信用代码", "Credit code", width=22),
    TakenColumn("industry", "行业门类", "Industry", width=20),
    TakenColumn("place_kind", "场所类别", "Kind of place", width=18),
    TakenColumn("employees", "从业人数", "People employed"),
    TakenColumn("status", "状态", "Status"),
    TakenColumn("status_on", "状态日期", "Since", is_usual=False),
    TakenColumn("address", "地址", "Address", width=36),
    TakenColumn("area", "所在区划", "Area", width=32),
    TakenColumn("operator", "经营单位", "Operator", width=30),
    TakenColumn("floor_area_m2", "经营面积（平方米）", "Floor area (m²)", is_usual=False),
    TakenColumn("extinguishers", "灭火器", "Fire extinguishers", is_usual=False),
    TakenColumn("exits", "安全出口", "Emergency exits", is_usual=False),
    TakenColumn("uses_gas", "使用燃气", "Uses gas", is_usual=False),
    TakenColumn("people_sleep", "店内住人", "People sleep here", is_usual=False),
    TakenColumn("principal", "负责人", "Person in charge", is_personal=True, is_usual=False, width=14),
    TakenColumn("phone", "联系电话", "Telephone", is_personal=True, is_usual=False, width=16),
    TakenColumn("seen_at", "最近核实", "Last seen", width=18),
    TakenColumn("due_on", "应核实日期", "Due on"),
    TakenColumn("record_id", "记录编号", "Record id", is_usual=False, width=38),
)


def filter_of(wish: Wish) -> OrganisationFilter:
    """Raises: WishRefused."""
    values: dict[str, Any] = read_values(wish, READERS)
    for name in ("kind", "status"):
        if name in values:
            values[name] = tuple(one.value for one in values[name])
    return OrganisationFilter(**values)


def say_wish(wish: Wish, language: Language) -> str:
    """What the list was narrowed to, in words."""
    side, wanted = 0 if language is Language.ZH else 1, filter_of(wish)
    comma = ("、", ", ")[side]
    area = wanted.area_code or ""
    said = {
        "area_code": names_of({area}).get(area, area) if area else "",
        "words": wanted.words or "",
        "kind": comma.join(KIND_WORDS[OrganisationKind(one)][side] for one in wanted.kind),
        "status": comma.join(STATUS_WORDS[OrganisationStatus(one)][side] for one in wanted.status),
        "place_kind": comma.join(_code("place_kind", one, side) for one in wanted.place_kind),
        "industry": comma.join(_code("industry", one, side) for one in wanted.industry),
        "uses_gas": YES_NO[wanted.uses_gas][side],
        "people_sleep": YES_NO[wanted.people_sleep][side],
    }
    parts = [f"{FILTER_WORDS[name][side]} {said.get(name, '')}".strip() for name in wish]
    return ("；", "; ")[side].join(parts) or ("不限", "everything within sight")[side]


def count_rows(actor: Actor, taking: Taking, *, most: int) -> int:
    return count_organisations(actor, filter_of(taking.wish), on=local(taking.at).date(), most=most)


def read_rows(actor: Actor, taking: Taking, *, cursor: str | None) -> TakenPage:
    on = local(taking.at).date()
    page = list_organisations(actor, filter_of(taking.wish), on=on, cursor=cursor, size=LARGEST_PAGE)
    for kind in {row.kind for row in page.rows}:
        note_used(OrganisationKind(kind).form_kind, taking.columns, on=on)
    areas = path_names({row.scope_code for row in page.rows})
    operators = names_within(actor, {row.operator_id for row in page.rows if row.operator_id})
    side = 0 if taking.language is Language.ZH else 1
    contacts = _contacts(actor, taking, page.rows)
    rows = []
    for row in page.rows:
        operator = operators.get(row.operator_id) if row.operator_id else None
        cells = _cells(row, side) | contacts.get(row.pk, {})
        cells |= {"area": areas.get(row.scope_code, ""), "operator": operator.name if operator else ""}
        rows.append([cells.get(name) for name in taking.columns])
    return TakenPage(rows, page.next_cursor)


def _contacts(actor: Actor, taking: Taking, rows: list[Organisation]) -> dict[UUID, dict[str, Cell]]:
    """Contacts that were asked for: opened with a look recorded for each, or masked."""
    found: dict[UUID, dict[str, Cell]] = {}
    asked: list[tuple[Organisation, str, Asked]] = []
    for row in rows:
        form = form_of(OrganisationKind(row.kind).form_kind)
        for key in CONTACTS:
            field = form.field(key)
            sealed = ciphertext_of(row, key) if key in taking.columns else None
            if field is None or sealed is None:
                continue
            named = personal(row, field)
            if taking.is_clear:
                asked.append((row, key, Asked(named, sealed, target_of(row), None, row.scope_code)))
            else:
                found.setdefault(row.pk, {})[key] = masked_value(named, sealed)
    if asked:
        opened = reveal_many(
            actor,
            [one for _, _, one in asked],
            occasion_id=taking.export_id,
            purpose=Purpose.EXPORT,
            remark=taking.purpose,
            at=taking.at,
        )
        for (row, key, _), value in zip(asked, opened, strict=True):
            found.setdefault(row.pk, {})[key] = value
    return found


def _cells(row: Organisation, side: int) -> dict[str, Cell]:
    return {
        "kind": KIND_WORDS[OrganisationKind(row.kind)][side],
        "name": row.name,
        "aliases": "、".join(row.aliases),
        "credit_code": row.credit_code,
        **{name: _code(name, getattr(row, name), side) for name in TABLES},
        "status": STATUS_WORDS[OrganisationStatus(row.status)][side],
        "status_on": row.status_on,
        "address": row.address,
        "floor_area_m2": float(row.floor_area_m2) if row.floor_area_m2 is not None else None,
        "extinguishers": row.extinguishers,
        "exits": row.exits,
        "uses_gas": YES_NO[row.uses_gas][side],
        "people_sleep": YES_NO[row.people_sleep][side],
        "seen_at": local(row.seen_at),
        "due_on": row.due_on,
        "record_id": str(row.pk),
    }


def _code(name: str, value: str, side: int) -> str:
    table = code_table(TABLES[name])
    code = table.code(value) if table and value else None
    return value if code is None else (code.name_zh, code.name_en)[side]


ORGANISATION_SOURCE = Source(
    key="organisations.records",
    title_zh="组织和场所",
    title_en="Organisations and places",
    columns=COLUMNS,
    permission=Permission.VIEW_ORGANISATIONS,
    clear_permission=Permission.REVEAL_ORGANISATIONS,
    read=lambda wish: kept_wish(wish, READERS),
    say=say_wish,
    count=count_rows,
    rows=read_rows,
)
