"""Residents to take along: names and numbers masked, unless somebody else agreed to the clear text."""

from typing import Annotated, Literal

from pydantic import StringConstraints, TypeAdapter

from jingwei.domains.residents.contracts import RESIDENT, Living
from jingwei.domains.residents.models import Resident
from jingwei.domains.residents.queries.people import (
    LARGEST_PAGE,
    ResidentFilter,
    count_residents,
    list_residents,
)
from jingwei.domains.residents.rules.ages import band_of
from jingwei.domains.residents.rules.form import IDENTITY, NAME, PHONE
from jingwei.domains.residents.rules.words import LIVING_WORDS
from jingwei.domains.residents.services.finding import personal, target_of
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
from jingwei.foundation.privacy.contracts import Mask, Purpose
from jingwei.foundation.privacy.services import Asked, masked, masked_value, note_looks, reveal_many
from jingwei.kernel.clock import local

READERS: Readers = {
    "area_code": TypeAdapter(AreaCode),
    "words": TypeAdapter(Annotated[str, StringConstraints(max_length=60)]),
    "living": TypeAdapter(tuple[Literal["1", "2", "3"], ...]),
    "band": TypeAdapter(Literal["0-5", "6-17", "18-59", "60-79", "80+"]),
    "is_due": TypeAdapter(bool),
    "is_ended": TypeAdapter(bool),
}
FILTER_WORDS = {
    "area_code": ("区划", "area"),
    "words": ("文字", "words"),
    "living": ("居住情况", "living"),
    "band": ("年龄段", "age band"),
    "is_due": ("该核实的", "to be seen again"),
    "is_ended": ("已结束的", "ended"),
}
NUMBERS = (IDENTITY, PHONE)
COLUMNS = (
    TakenColumn("name", "姓名", "Name", is_personal=True, width=14),
    TakenColumn("gender", "性别", "Sex", width=8),
    TakenColumn("band", "年龄段", "Age band", width=10),
    TakenColumn("living", "居住情况", "Living", width=18),
    TakenColumn("address", "住址", "Address", width=36),
    TakenColumn("area", "所在区划", "Area", width=32),
    TakenColumn("phone", "电话", "Telephone", is_personal=True, is_usual=False, width=16),
    TakenColumn("identity", "公民身份号码", "Identity number", is_personal=True, is_usual=False, width=22),
    TakenColumn("seen_at", "最近核实", "Last seen", width=18),
    TakenColumn("due_on", "应核实日期", "Due on"),
)


def filter_of(wish: Wish) -> ResidentFilter:
    """Raises: WishRefused."""
    values = read_values(wish, READERS)
    if "living" in values:
        values["living"] = tuple(int(one) for one in values["living"])
    return ResidentFilter(**values)


def say_wish(wish: Wish, language: Language) -> str:
    """What the list was narrowed to, in words."""
    side, wanted = 0 if language is Language.ZH else 1, filter_of(wish)
    area = wanted.area_code or ""
    said = {
        "area_code": names_of({area}).get(area, area) if area else "",
        "words": wanted.words or "",
        "living": ("、", ", ")[side].join(LIVING_WORDS[Living(one)][side] for one in wanted.living),
        "band": wanted.band or "",
        "is_due": "",
        "is_ended": "",
    }
    parts = [f"{FILTER_WORDS[name][side]} {said[name]}".strip() for name in wish]
    return ("；" if side == 0 else "; ").join(parts) or ("不限" if side == 0 else "everything within sight")


def count_rows(actor: Actor, taking: Taking, *, most: int) -> int:
    return count_residents(actor, filter_of(taking.wish), on=local(taking.at).date(), most=most)


def read_rows(actor: Actor, taking: Taking, *, cursor: str | None) -> TakenPage:
    page = list_residents(
        actor, filter_of(taking.wish), on=local(taking.at).date(), cursor=cursor, size=LARGEST_PAGE
    )
    note_used(RESIDENT, taking.columns, on=local(taking.at).date())
    areas = path_names({row.scope_code for row in page.rows})
    side = 0 if taking.language is Language.ZH else 1
    numbers = _numbers(actor, taking, page.rows)
    rows = [_cells(row, areas, side, taking) | numbers.get(row.pk, {}) for row in page.rows]
    return TakenPage([[cells[name] for name in taking.columns] for cells in rows], page.next_cursor)


def _numbers(actor: Actor, taking: Taking, rows: list[Resident]) -> dict[object, dict[str, Cell]]:
    """Numbers that were asked for: opened with a look recorded for each, or masked. Names in the clear are noted."""
    form = form_of(RESIDENT)
    found: dict[object, dict[str, Cell]] = {}
    asked: list[tuple[Resident, str, Asked]] = []
    for one in NUMBERS:
        field = form.field(one.key)
        if one.key not in taking.columns or field is None:
            continue
        named = personal(field)
        for row in rows:
            sealed = ciphertext_of(row, one.key)
            if sealed is None:
                continue
            if taking.is_clear:
                target = target_of(row)
                asked.append(
                    (row, one.key, Asked(named, sealed, target, row.account_person_id, row.scope_code))
                )
            else:
                found.setdefault(row.pk, {})[one.key] = masked_value(named, sealed)
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
    elif taking.is_clear and NAME.key in taking.columns:
        targets = [(target_of(row), row.account_person_id, row.scope_code) for row in rows]
        note_looks(
            actor, personal(NAME), targets, purpose=Purpose.EXPORT, remark=taking.purpose, at=taking.at
        )
    return found


def _cells(row: Resident, areas: dict[str, str], side: int, taking: Taking) -> dict[str, Cell]:
    genders = code_table("gender")
    gender = genders.code(row.gender) if genders and row.gender else None
    return {
        "name": row.name if taking.is_clear else masked(Mask.NAME, row.name),
        "gender": (gender.name_zh, gender.name_en)[side] if gender else "",
        "band": band_of(row.birth_year, this_year=local(taking.at).year),
        "living": LIVING_WORDS[Living(row.living)][side],
        "address": row.address,
        "area": areas.get(row.scope_code, ""),
        "phone": None,
        "identity": None,
        "seen_at": local(row.seen_at),
        "due_on": row.due_on,
    }


RESIDENT_SOURCE = Source(
    key="residents.people",
    title_zh="实有人口",
    title_en="Residents",
    columns=COLUMNS,
    permission=Permission.VIEW_RESIDENTS,
    clear_permission=Permission.REVEAL_RESIDENTS,
    read=lambda wish: kept_wish(wish, READERS),
    say=say_wish,
    count=count_rows,
    rows=read_rows,
)
