"""Units and the tree of centres."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q

from jingwei.foundation.access.contracts import (
    CENTRE,
    UnitBrief,
)
from jingwei.foundation.access.models import Unit
from jingwei.foundation.memory.services import Kept
from jingwei.kernel.codes import Level
from jingwei.kernel.errors import NotFound
from jingwei.kernel.paging import Page, key_of, page_of


def unit_brief(unit_id: UUID) -> UnitBrief:
    """Raises: NotFound."""
    row = Unit.objects.filter(pk=unit_id, is_active=True).first()
    if row is None:
        raise NotFound
    return _brief(row)


def units_known(*, ids: Iterable[UUID] = (), codes: Iterable[str] = ()) -> list[UnitBrief]:
    """Units by id or code, switched-off ones included."""
    return [_brief(row) for row in Unit.objects.filter(Q(pk__in=set(ids)) | Q(code__in=set(codes)))]


def centres_of(area_codes: Iterable[str]) -> dict[str, UnitBrief]:
    """The active centres of exactly these areas."""
    rows = Unit.objects.filter(kind=CENTRE, is_active=True, area_code__in=set(area_codes))
    return {row.area_code: _brief(row) for row in rows}


def has_units_below(unit_id: UUID) -> bool:
    """Whether active units stand directly below a unit."""
    return Unit.objects.filter(parent_id=unit_id, is_active=True).exists()


def unit_names(unit_ids: Iterable[UUID]) -> dict[UUID, str]:
    """Names by id, switched-off units included (history keeps their names)."""
    return dict(Unit.objects.filter(pk__in=set(unit_ids)).values_list("id", "name"))


def centre_for(area_code: str, *, level: Level) -> UnitBrief | None:
    """The centre that serves an area at a level, or the next one above that exists."""
    centres = CENTRES.get()
    for one in reversed(Level):
        if int(one) <= min(int(level), len(area_code)) and area_code[: int(one)] in centres:
            return centres[area_code[: int(one)]]
    return None


def units_serving(area_code: str, *, kind: str | None = None) -> list[UnitBrief]:
    """Units whose area contains, or lies within, ``area_code``; nearest level first."""
    above = [area_code[: int(one)] for one in Level if int(one) <= len(area_code)]
    rows = Unit.objects.filter(is_active=True, area_code__in=above)
    if kind:
        rows = rows.filter(kind=kind)
    return [_brief(unit) for unit in sorted(rows, key=lambda u: (-len(u.area_code), u.name))]


def _brief(unit: Unit) -> UnitBrief:
    return UnitBrief(
        unit_id=unit.id,
        name=unit.name,
        kind=unit.kind,
        area_code=unit.area_code,
        parent_id=unit.parent_id,
        code=unit.code,
        is_government=unit.is_government,
        is_active=unit.is_active,
        public_phone=unit.public_phone,
    )


def are_close(unit_id: UUID | None, other_id: UUID | None) -> bool:
    """The same unit, or one directly above the other."""
    if unit_id is None or other_id is None:
        return False
    if unit_id == other_id:
        return True
    parents = dict(Unit.objects.filter(pk__in=[unit_id, other_id]).values_list("id", "parent_id"))
    return parents.get(unit_id) == other_id or parents.get(other_id) == unit_id


def units_within(
    area_code: str | None,
    *,
    kind: str | None,
    limit: int,
    cursor: str | None,
    is_active: bool = True,
    parent_id: UUID | None = None,
    words: str = "",
) -> Page[UnitBrief]:
    """Active (or switched-off) units whose area is, or lies within, ``area_code``; by area code."""
    rows = Unit.objects.filter(is_active=is_active)
    if area_code:
        rows = rows.filter(area_code__startswith=area_code)
    if kind:
        rows = rows.filter(kind=kind)
    if parent_id:
        rows = rows.filter(parent_id=parent_id)
    if words:
        rows = rows.filter(Q(name__icontains=words) | Q(code__istartswith=words))
    if cursor:
        code, last_id = key_of(cursor, str, UUID)
        rows = rows.filter(Q(area_code__gt=code) | Q(area_code=code, id__gt=last_id))
    found = [_brief(row) for row in rows.order_by("area_code", "id")[: limit + 1]]
    return page_of(found, limit, lambda row: (row.area_code, row.unit_id))


def _read_centres() -> dict[str, UnitBrief]:
    rows = Unit.objects.filter(kind=CENTRE, is_active=True)
    return {unit.area_code: _brief(unit) for unit in rows}


CENTRES = Kept("access.centres", _read_centres)
"""The active centres by area. Whoever changes a unit forgets them."""
