"""Rows of the ledger as they travel."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from jingwei.domains.ledger.api import schemas as io
from jingwei.domains.ledger.contracts import Condition, Deed, Life, ResourceState
from jingwei.domains.ledger.models import Component, ComponentEntry, Entry, Resource
from jingwei.domains.ledger.queries.components import COUNT_CAP, entries_of
from jingwei.domains.ledger.queries.nearest import Near
from jingwei.domains.ledger.queries.resources import resource_entries
from jingwei.domains.ledger.rules.components import DEED_WORDS, deeds_open_to, label_rows
from jingwei.domains.ledger.rules.hours import is_open
from jingwei.domains.ledger.rules.personal import CONTACT_NAME, CONTACT_PHONE
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.access.queries import is_permitted, unit_names
from jingwei.foundation.areas.queries import names_of, path_name
from jingwei.foundation.files.queries import facts_of
from jingwei.foundation.privacy.services import masked_value
from jingwei.kernel.clock import local
from jingwei.kernel.paging import Page


def paged(rows: Sequence[object], page: Page[Any], total: int | None) -> dict[str, Any]:
    """A page of a list as it travels, counted or not."""
    return {
        "rows": rows,
        "next_cursor": page.next_cursor,
        "total": total,
        "is_capped": total is not None and total >= COUNT_CAP,
    }


def near_out(
    what: Literal["component", "resource"], near: Near[Any], kind: str, kind_en: str
) -> io.NearThingOut:
    """A thing that stands close by; one without a name is called by its number."""
    thing = near.thing
    return io.NearThingOut(
        what=what,
        thing_id=thing.pk,
        kind=thing.kind_id,
        kind_name=kind,
        kind_name_en=kind_en,
        name=thing.name or thing.code,
        address=thing.address,
        lon=thing.position.x,
        lat=thing.position.y,
        distance_m=round(near.distance_m, 1),
    )


def component_rows(rows: Sequence[Component], *, at: datetime) -> list[io.ComponentRowOut]:
    names = names_of({row.scope_code for row in rows})
    return [io.ComponentRowOut(**_component_row(row, names, at)) for row in rows]


def component_out(actor: Actor, row: Component, *, card_address: str, at: datetime) -> io.ComponentOut:
    """``card_address`` is where the card of a number is read."""
    names = names_of({row.scope_code})
    today = local(at).date()
    return io.ComponentOut(
        **_component_row(row, names, at),
        version=row.version,
        area_path=path_name(row.scope_code),
        special_grid_code=row.special_grid_code,
        given_lon=row.given_lon,
        given_lat=row.given_lat,
        datum=row.datum,
        owner_unit_id=row.owner_unit_id,
        owner_name=row.owner_name,
        keeper_unit_id=row.keeper_unit_id,
        keeper_name=row.keeper_name,
        life_reason=row.life_reason,
        installed_on=row.installed_on,
        inspect_days=row.inspect_days,
        kind_inspect_days=row.kind.inspect_days,
        value_yuan=row.value_yuan,
        acquired_on=row.acquired_on,
        warranty_until_on=row.warranty_until_on,
        is_under_warranty=row.warranty_until_on is not None and row.warranty_until_on >= today,
        maker=row.maker,
        asset_no=row.asset_no,
        registered_at=row.registered_at,
        entries=_entries(actor, entries_of(row.pk)),
        can=_component_deeds(actor, Life(row.life)),
        label_rows=label_rows(f"{card_address}{row.code}"),
    )


def resource_rows(rows: Sequence[Resource], *, at: datetime) -> list[io.ResourceRowOut]:
    names = names_of({row.scope_code for row in rows})
    return [io.ResourceRowOut(**_resource_row(row, names, at)) for row in rows]


def resource_out(actor: Actor, row: Resource, *, at: datetime) -> io.ResourceOut:
    return io.ResourceOut(
        **_resource_row(row, names_of({row.scope_code}), at),
        version=row.version,
        area_path=path_name(row.scope_code),
        special_grid_code=row.special_grid_code,
        unit_id=row.unit_id,
        state_reason=row.state_reason,
        contact_name=masked_value(CONTACT_NAME, row.contact_name_sealed),
        contact_phone=masked_value(CONTACT_PHONE, row.contact_phone_sealed),
        registered_at=row.registered_at,
        entries=_entries(actor, resource_entries(row.pk)),
        can=_resource_deeds(actor, row),
    )


def _component_row(row: Component, names: dict[str, str], at: datetime) -> dict[str, object]:
    due = row.inspect_due_on
    return {
        "component_id": row.pk,
        "code": row.code,
        "kind": row.kind_id,
        "class_name": row.kind.class_name,
        "type_name": row.kind.type_name,
        "name": row.name,
        "address": row.address,
        "area_code": row.scope_code,
        "area_name": names.get(row.scope_code, row.scope_code),
        "lon": row.position.x,
        "lat": row.position.y,
        "condition": Condition(row.condition),
        "life": Life(row.life),
        "unit_name": row.keeper_name or row.owner_name,
        "inspected_at": row.inspected_at,
        "inspect_due_on": due,
        "is_due": row.life == Life.IN_USE and due is not None and due <= local(at).date(),
    }


def _resource_row(row: Resource, names: dict[str, str], at: datetime) -> dict[str, object]:
    return {
        "resource_id": row.pk,
        "kind": row.kind_id,
        "kind_name": row.kind.name_zh,
        "kind_name_en": row.kind.name_en,
        "name": row.name,
        "address": row.address,
        "area_code": row.scope_code,
        "area_name": names.get(row.scope_code, row.scope_code),
        "lon": row.position.x,
        "lat": row.position.y,
        "unit_name": row.unit_name,
        "capacity": row.capacity,
        "counts_zh": row.kind.counts_zh,
        "counts_en": row.kind.counts_en,
        "opening_hours": row.hours,
        "is_open": is_open(row.hours, local(at)) if row.state == ResourceState.READY else None,
        "phone": row.phone,
        "state": ResourceState(row.state),
    }


def _component_deeds(actor: Actor, life: Life) -> list[str]:
    can: list[str] = []
    if is_permitted(actor, Permission.INSPECT_COMPONENT) and life is not Life.RETIRED:
        can += ["inspect", "maintain"]
    if is_permitted(actor, Permission.MANAGE_LEDGER):
        can += ["change", *(deed.value for deed in deeds_open_to(life))]
    return can


def _resource_deeds(actor: Actor, row: Resource) -> list[str]:
    can = ["change", "set_contact", "set_state"] if is_permitted(actor, Permission.MANAGE_LEDGER) else []
    if row.contact_phone_sealed is not None and is_permitted(actor, Permission.REVEAL_PERSONAL):
        can.append("reveal_contact")
    return can


def _entries(actor: Actor, rows: Iterable[Entry]) -> list[io.LedgerEntryOut]:
    found = list(rows)
    wanted = [file_id for row in found for file_id in row.file_ids]
    files = {one.file_id: one for one in facts_of(actor, wanted)} if wanted else {}
    units = unit_names({row.unit_id for row in found if row.unit_id})
    return [_entry(row, units, files) for row in found]


def _entry(row: Entry, units: dict[UUID, str], files: dict[UUID, object]) -> io.LedgerEntryOut:
    deed = Deed(row.deed)
    of_component = row if isinstance(row, ComponentEntry) else None
    return io.LedgerEntryOut(
        entry_id=row.pk,
        deed=deed,
        label=DEED_WORDS[deed][0],
        label_en=DEED_WORDS[deed][1],
        at=row.at,
        actor_name=row.actor_name,
        unit_name=units.get(row.unit_id, "") if row.unit_id else "",
        remark=row.remark,
        condition=Condition(of_component.condition) if of_component and of_component.condition else None,
        cost_yuan=of_component.cost_yuan if of_component else None,
        facts=row.facts,
        files=[
            io.LedgerFileOut.model_validate(files[one], from_attributes=True)
            for one in row.file_ids
            if one in files
        ],
    )
