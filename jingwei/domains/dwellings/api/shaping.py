"""Buildings and houses as they travel."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from jingwei.domains.dwellings.api import schemas as io
from jingwei.domains.dwellings.contracts import BUILDING, HOUSE
from jingwei.domains.dwellings.models import Building, Door, House
from jingwei.domains.dwellings.models.door import PARTS
from jingwei.domains.dwellings.queries.buildings import (
    Cell,
    Drawn,
    building_changes,
    house_counts,
)
from jingwei.domains.dwellings.queries.finding import READ_AT_ONCE
from jingwei.domains.dwellings.queries.hooks import people_in, uses_told
from jingwei.domains.dwellings.queries.houses import COUNT_CAP, house_changes
from jingwei.domains.dwellings.rules.map_marks import mark_of
from jingwei.domains.dwellings.services.plans import PlanMade
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.access.queries import is_permitted, unit_names
from jingwei.foundation.areas.queries import names_of, path_name
from jingwei.foundation.files.queries import facts_of
from jingwei.foundation.forms.services.reading import form_of, shown_facts
from jingwei.foundation.forms.services.recording import shown_changes
from jingwei.foundation.records import Change
from jingwei.kernel.clock import local
from jingwei.kernel.paging import Page


def paged(
    rows: Sequence[object], page: Page[Any], total: int | None, *, words: str | None = None
) -> dict[str, Any]:
    """A page of a list as it travels, counted or not; of words only so many are looked up."""
    most = READ_AT_ONCE if words else COUNT_CAP
    return {
        "rows": rows,
        "next_cursor": page.next_cursor,
        "total": total,
        "is_capped": total is not None and total >= most,
    }


def building_rows(rows: Sequence[Building], *, at: datetime) -> list[io.BuildingRowOut]:
    names = names_of({row.scope_code for row in rows})
    counts = house_counts([row.pk for row in rows])
    return [io.BuildingRowOut(**_building_row(row, names, counts, at)) for row in rows]


def house_rows(actor: Actor, rows: Sequence[House], *, at: datetime) -> list[io.HouseRowOut]:
    names = names_of({row.scope_code for row in rows})
    people = people_in(actor, [row.pk for row in rows])
    return [io.HouseRowOut(**_house_row(row, names, people, at)) for row in rows]


def building_out(actor: Actor, row: Building, *, at: datetime) -> io.BuildingOut:
    return io.BuildingOut(
        **_building_row(row, names_of({row.scope_code}), house_counts([row.pk]), at),
        **_whole(actor, row, BUILDING, building_changes(row.pk)),
        has_plan=bool(row.plan),
    )


def house_out(actor: Actor, row: House, *, at: datetime) -> io.HouseOut:
    building = row.building
    return io.HouseOut(
        **_house_row(row, names_of({row.scope_code}), people_in(actor, [row.pk]), at),
        **_whole(actor, row, HOUSE, house_changes(row.pk)),
        building_name=(building.name or building.address) if building else "",
        merged_into=row.merged_into_id,
    )


def plan_out(actor: Actor, drawn: Drawn) -> io.DrawnPlanOut:
    plan, building = drawn.plan, drawn.building
    is_live = building.ended_at is None
    return io.DrawnPlanOut(
        building_id=building.pk,
        name=building.name,
        address=building.address,
        version=building.version,
        units=[
            io.PlanUnitOut(label=one.label, first=one.first, last=one.last, rooms=one.rooms)
            for one in plan.units
        ],
        uncounted=list(plan.uncounted),
        shops=plan.shops,
        missing=list(plan.missing),
        merged=[list(group) for group in plan.merged],
        cells=[_cell(one) for one in drawn.cells],
        counts_people=drawn.counts_people,
        can=["plan", "confirm"] if is_live and is_permitted(actor, Permission.KEEP_DWELLINGS) else [],
    )


def plan_made_out(made: PlanMade, *, is_preview: bool, version: int) -> io.PlanMadeOut:
    return io.PlanMadeOut(
        is_preview=is_preview,
        foreseen=len(made.slots),
        made=made.made,
        kept=made.kept,
        outside=list(made.outside),
        cells=[_cell(Cell(one, None, None, False)) for one in made.slots],
        version=version,
    )


def parts_out(row: Any) -> io.AddressPartsOut:
    return io.AddressPartsOut(**{name: getattr(row, name) for name in PARTS})


def _cell(cell: Cell) -> io.PlanCellOut:
    slot, house = cell.slot, cell.house
    return io.PlanCellOut(
        unit=slot.unit,
        floor=slot.floor,
        at=slot.at,
        span=slot.span,
        room=slot.room,
        is_shop=slot.is_shop,
        house_id=house.pk if house else None,
        use=house.use if house else "",
        tenure=house.tenure if house else "",
        people=cell.people,
        is_due=cell.is_due,
    )


def _row(row: Door, names: Mapping[str, str], at: datetime) -> dict[str, Any]:
    is_ended = row.ended_at is not None
    return {
        "record_id": row.pk,
        "address": row.address,
        "area_code": row.scope_code,
        "area_name": names.get(row.scope_code, row.scope_code),
        "lon": row.position.x,
        "lat": row.position.y,
        "seen_at": row.seen_at,
        "due_on": row.due_on,
        "is_due": not is_ended and row.due_on is not None and row.due_on <= local(at).date(),
        "is_ended": is_ended,
    }


def _building_row(
    row: Building, names: Mapping[str, str], counts: Mapping[UUID, int], at: datetime
) -> dict[str, Any]:
    return _row(row, names, at) | {
        "use": row.use,
        "use_mark": mark_of(row.use),
        "name": row.name,
        "structure": row.structure,
        "floors_above": row.floors_above,
        "houses": counts.get(row.pk, 0),
    }


def _house_row(
    row: House, names: Mapping[str, str], people: Mapping[UUID, int] | None, at: datetime
) -> dict[str, Any]:
    return _row(row, names, at) | {
        "use": row.use,
        "use_mark": mark_of(row.use),
        "building_id": row.building_id,
        "unit": row.unit,
        "room": row.room,
        "tenure": row.tenure,
        "area_m2": float(row.area_m2) if row.area_m2 is not None else None,
        "people": people.get(row.pk, 0) if people is not None else None,
    }


def _whole(actor: Actor, row: Door, kind: str, changes: Sequence[Change]) -> dict[str, Any]:
    form = form_of(kind)
    may_manage = is_permitted(actor, Permission.KEEP_DWELLINGS)
    units = unit_names([one.unit_id for one in changes if one.unit_id])
    wanted: Collection[UUID] = row.photo_ids
    return {
        "version": row.version,
        "form_version": form.version,
        "facts": shown_facts(form, row, may_manage=may_manage),
        "parts": parts_out(row),
        "aliases": row.aliases,
        "area_path": path_name(row.scope_code),
        "special_grid_code": row.special_grid_code,
        "given_lon": row.given_lon,
        "given_lat": row.given_lat,
        "datum": row.datum,
        "place_id": row.place_id,
        "source": row.source,
        "registered_at": row.registered_at,
        "changed_at": row.changed_at,
        "end_reason": row.end_reason,
        "files": [
            io.DwellingFileOut.model_validate(one, from_attributes=True)
            for one in (facts_of(actor, wanted) if wanted else ())
        ],
        "changes": [
            io.DwellingChangeOut(
                change_id=one.pk,
                record_version=one.record_version,
                deed=one.deed,
                at=one.at,
                actor_name=one.actor_name,
                unit_name=units.get(one.unit_id, "") if one.unit_id else "",
                source=one.source,
                remark=one.remark,
                facts=shown_changes(form, one.facts, may_manage=may_manage),
            )
            for one in changes
        ],
        "used_by": [
            io.DwellingUseOut(label=one.label_zh, label_en=one.label_en, count=one.count, path=one.path)
            for one in uses_told(actor, kind, row.pk)
        ],
        "can": _deeds(actor, row),
    }


def _deeds(actor: Actor, row: Door) -> list[str]:
    """What the asker may do with it now."""
    keeps, manages = (
        is_permitted(actor, one) for one in (Permission.KEEP_DWELLINGS, Permission.MANAGE_LEDGER)
    )
    if row.ended_at is not None:
        was_merged = isinstance(row, House) and row.merged_into_id is not None
        return ["restore"] if manages and not was_merged else []
    can = ["change", "confirm"] if keeps else []
    if keeps and isinstance(row, Building):
        can += ["plan"]
    if manages:
        can += ["end"] if isinstance(row, Building) else ["end", "merge"]
    return can
