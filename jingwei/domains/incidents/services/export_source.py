"""The lists of incidents as a source of exports: the same filters, the same sight, personal columns with care."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from functools import cache
from typing import Any, get_type_hints
from uuid import UUID

from pydantic import TypeAdapter, ValidationError

from jingwei.domains.clocks.contracts import colour
from jingwei.domains.incidents.contracts import Identity, State
from jingwei.domains.incidents.models import Incident
from jingwei.domains.incidents.queries.filters import Bucket, Filter, condition_of, listed
from jingwei.domains.incidents.queries.lists import LARGEST_PAGE, list_incidents
from jingwei.domains.incidents.queries.matter import item_of, standing_of
from jingwei.domains.incidents.rules.buckets import BUCKET_LABELS
from jingwei.domains.incidents.rules.lifecycle import STATE_LABELS, is_open
from jingwei.domains.incidents.rules.personal import REPORTER_NAME, REPORTER_PHONE
from jingwei.domains.incidents.rules.sight import may_contact_reporter
from jingwei.domains.incidents.rules.taking_along import (
    BESIDE_THE_LIST,
    CHANNEL_WORDS,
    CLOCK_WORDS,
    COLUMNS,
    FILTER_WORDS,
    IDENTITY_WORDS,
    PERSONAL,
    TipsStay,
    without_numbers,
)
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.access.queries import unit_names
from jingwei.foundation.areas.queries import names_of
from jingwei.foundation.imports.contracts.exports import (
    Cell,
    Language,
    Source,
    TakenPage,
    Taking,
    Wish,
    WishRefused,
)
from jingwei.foundation.privacy.contracts import PersonalField, Purpose
from jingwei.foundation.privacy.services import Asked, masked_value, reveal_many
from jingwei.kernel.codes import Level

OF_THE_PAGE = frozenset({"order", "cursor", "size"})
"""Parts of a list's address that say how it is shown, not what is in it: a workbook can be sorted."""
FIELD_OF = {"state": "states"}
MOMENTS = frozenset({"since", "until"})
PERSONAL_FIELDS: Mapping[str, tuple[PersonalField, str]] = {
    "reporter_name": (REPORTER_NAME, "reporter_name_sealed"),
    "reporter_phone": (REPORTER_PHONE, "reporter_phone_sealed"),
}
NOT_TAKEN = ("position", "tracking_index", "fingerprint", "reporter_phone_index", "reporter_phone_tail")
AREA_LENGTHS = {int(level) for level in Level}
ITEM_LENGTHS = {2, 4, 6}


def read_wish(wish: Wish) -> Wish:
    """The filters of ``listIncidents``, checked; what narrows nothing is left out. Raises: WishRefused, TipsStay."""
    unset = {one.name: one.default for one in fields(Filter)}
    kept = {}
    for name, value in wish.items():
        if name in OF_THE_PAGE or value in ("", []):
            continue
        found = _parsed(name, value)
        if found == Bucket.TIPS:
            raise TipsStay
        if found != unset[FIELD_OF.get(name, name)]:
            kept[name] = value
    return kept


def filter_of(wish: Wish) -> Filter:
    """Raises: WishRefused."""
    return Filter(**{FIELD_OF.get(name, name): _parsed(name, value) for name, value in wish.items()})


def say_wish(wish: Wish, language: Language) -> str:
    """What the list was narrowed to, in words."""
    wanted = filter_of(wish)
    side = 0 if language is Language.ZH else 1
    said = []
    for name in wish:
        label = FILTER_WORDS.get(name, (name, name))[side]
        value = _said(getattr(wanted, FIELD_OF.get(name, name)), name, side)
        said.append(label if value is True else f"{label} {value}")
    return ("；" if side == 0 else "; ").join(said) or ("不限" if side == 0 else "everything within sight")


def count_incidents(actor: Actor, taking: Taking, *, most: int) -> int:
    wanted = filter_of(taking.wish)
    rows = listed(actor, wanted).filter(condition_of(actor, wanted, taking.at))
    return int(rows.values("pk")[:most].count())


def read_incidents(actor: Actor, taking: Taking, *, cursor: str | None) -> TakenPage:
    """One batch, newest first: what comes in while it is read stands before the first row and is not in it."""
    page = list_incidents(actor, filter_of(taking.wish), at=taking.at, cursor=cursor, size=LARGEST_PAGE)
    rows = page.rows
    if BESIDE_THE_LIST & set(taking.columns):
        ids = [row.pk for row in rows]
        found = Incident.objects.visible_to(actor).filter(pk__in=ids).defer(*NOT_TAKEN)
        full = {row.pk: row for row in found}
        rows = [full[one] for one in ids if one in full]  # gone out of sight in between
    units = unit_names({one for row in rows for one in (row.centre_id, row.handler_unit_id) if one})
    named = _Named(units, names_of({row.scope_code for row in rows}), taking)
    personal = _personal_cells(actor, rows, taking)
    cells = [
        [
            personal.get((row.pk, name)) if name in PERSONAL else MAKERS[name](row, named)
            for name in taking.columns
        ]
        for row in rows
    ]
    return TakenPage(cells, page.next_cursor)


def _personal_cells(actor: Actor, rows: Sequence[Incident], taking: Taking) -> dict[tuple[UUID, str], Cell]:
    """Only for those whom the asker may contact; in the clear only with consent, never for confidential reporters."""
    cells: dict[tuple[UUID, str], Cell] = {}
    opening: list[tuple[UUID, str, Asked]] = []
    for row in rows if PERSONAL & set(taking.columns) else ():
        if not may_contact_reporter(actor, standing_of(row)):
            continue
        for name in PERSONAL & set(taking.columns):
            field, sealed_in = PERSONAL_FIELDS[name]
            sealed = getattr(row, sealed_in)
            if sealed is None:
                continue
            if taking.is_clear and row.identity == Identity.NAMED:
                target = f"incidents.incident:{row.pk}"
                opening.append((row.pk, name, Asked(field, sealed, target, row.reporter_id, row.scope_code)))
            else:
                cells[row.pk, name] = masked_value(field, sealed)
    if opening:
        opened = reveal_many(
            actor,
            [asked for _, _, asked in opening],
            occasion_id=taking.export_id,
            purpose=Purpose.EXPORT,
            remark=f"imports.export:{taking.export_id}",
            at=taking.at,
        )
        cells.update({(pk, name): value for (pk, name, _), value in zip(opening, opened, strict=True)})
    return cells


@dataclass(frozen=True, slots=True)
class _Named:
    """What a batch looks up once."""

    units: dict[UUID, str]
    areas: dict[str, str]
    taking: Taking

    def word(self, words: tuple[str, str]) -> str:
        return words[0 if self.taking.language is Language.ZH else 1]


def _clock(row: Incident, named: _Named) -> Cell:
    shown = colour(
        now=named.taking.at,
        due_at=row.due_at,
        warn_at=row.warn_at,
        is_done=not is_open(State(row.state)),
        is_waiting=row.suspended_at is not None,
    )
    return named.word(CLOCK_WORDS[shown])


def _item_name(row: Incident, named: _Named) -> Cell:
    item = item_of(row)
    return item.item_name if item else ""


MAKERS: dict[str, Callable[[Incident, _Named], Cell]] = {
    "receipt_no": lambda row, _: row.receipt_no,
    "title": lambda row, _: without_numbers(row.title),
    "state": lambda row, named: named.word(STATE_LABELS[State(row.state)]),
    "clock": _clock,
    "item_code": lambda row, _: row.item_code,
    "item_name": _item_name,
    "channel": lambda row, named: named.word(CHANNEL_WORDS.get(row.channel, (row.channel, row.channel))),
    "area_name": lambda row, named: named.areas.get(row.scope_code, ""),
    "scope_code": lambda row, _: row.scope_code,
    "address": lambda row, _: without_numbers(row.address),
    "is_urgent": lambda row, _: row.is_urgent,
    "centre_name": lambda row, named: named.units.get(row.centre_id, ""),
    "unit_name": lambda row, named: named.units.get(row.handler_unit_id, "") if row.handler_unit_id else "",
    "reported_at": lambda row, _: row.reported_at,
    "accepted_at": lambda row, _: row.accepted_at,
    "due_at": lambda row, _: row.due_at,
    "closed_at": lambda row, _: row.closed_at,
    "is_suspended": lambda row, _: row.suspended_at is not None,
    "words": lambda row, _: without_numbers(row.words),
    "identity": lambda row, named: named.word(IDENTITY_WORDS[Identity(row.identity)]),
}


@cache
def _readers() -> dict[str, TypeAdapter[Any]]:
    """How to read each filter, from the filter itself: a new one is exported without a word here."""
    hints = get_type_hints(Filter)
    spelt = {field: name for name, field in FIELD_OF.items()}
    return {spelt.get(one.name, one.name): TypeAdapter(hints[one.name]) for one in fields(Filter)}


def _parsed(name: str, value: str | list[str]) -> Any:
    reader = _readers().get(name)
    if reader is None:
        raise WishRefused(name=name[:40])
    many = name in FIELD_OF
    if name in MOMENTS and str(value).isdigit():  # would be read as seconds since 1970
        raise WishRefused(name=name)
    try:
        found = reader.validate_python([value] if many and isinstance(value, str) else value)
    except ValidationError:
        raise WishRefused(name=name) from None
    is_bad = (
        (isinstance(found, datetime) and found.tzinfo is None)
        or (name == "area_code" and not (found.isdigit() and len(found) in AREA_LENGTHS))
        or (name == "item" and not (found.isdigit() and len(found) in ITEM_LENGTHS))
    )
    if is_bad:
        raise WishRefused(name=name)
    return found


def _said(value: Any, name: str, side: int) -> str | bool:
    if isinstance(value, bool):
        return value if value else ("否", "no")[side]
    if isinstance(value, tuple):
        return ("、", ", ")[side].join(STATE_LABELS[State(one)][side] for one in value)
    if isinstance(value, UUID):
        return unit_names([value]).get(value, str(value))
    if name == "area_code":
        return names_of({value}).get(value, value)
    if name == "bucket":
        return BUCKET_LABELS[value][side]
    if name == "channel":
        return CHANNEL_WORDS.get(value, (value, value))[side]
    return value.isoformat(timespec="minutes") if isinstance(value, datetime) else str(value)


INCIDENT_SOURCE = Source(
    key="incidents",
    title_zh="事件清单",
    title_en="Incidents",
    columns=COLUMNS,
    permission=Permission.READ_INCIDENT,
    clear_permission=Permission.REVEAL_PERSONAL,
    read=read_wish,
    say=say_wish,
    count=count_incidents,
    rows=read_incidents,
)
