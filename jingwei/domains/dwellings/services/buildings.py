"""Buildings: registered with address and position, changed field by field; their houses go with them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from jingwei.domains.dwellings.models import Building, House, HouseChange
from jingwei.domains.dwellings.queries.hooks import followers
from jingwei.domains.dwellings.rules.addresses import Parts, shown
from jingwei.domains.dwellings.services.keeping import (
    change_facts_of,
    fill_in,
    line,
    locked_building,
    no_nulls,
)
from jingwei.domains.dwellings.services.standing import (
    ADDRESS_COLUMNS,
    STANDING_COLUMNS,
    AddressGiven,
    read_address,
    require_building,
    require_free,
    set_address,
    told_place,
)
from jingwei.domains.ledger.services.placing import Standing, stand, standing_at
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.files.services.claims import claim
from jingwei.foundation.forms.services.recording import apply, change_facts, snapshot
from jingwei.foundation.records import RecordDeed
from jingwei.foundation.work import work
from jingwei.kernel.geo import Position
from jingwei.kernel.ids import uuid7


@dataclass(frozen=True, slots=True)
class NewBuilding:
    """A building to be registered. ``facts`` are the form's fields by key."""

    address: AddressGiven
    position: Position
    facts: Mapping[str, object]
    aliases: Sequence[str] = ()
    place_id: UUID | None = None
    building_id: UUID = field(default_factory=uuid7)
    batch_id: UUID | None = None


def register_building(
    actor: Actor, new: NewBuilding, *, source: str, file_ids: Sequence[UUID] = (), at: datetime
) -> Building:
    """Enter a building.

    Raises: OutsideCity, OutsideOwnArea, AddressUnclear, AddressTaken, BadFacts, NotAttachable.
    """
    with work(actor, Permission.KEEP_DWELLINGS) as job:
        row = added(new, standing_at(actor, new.position), source=source, at=at)
        require_free(row)
        claim(actor, file_ids, at=at, target=row.pk)
        row.photo_ids = list(dict.fromkeys(file_ids))
        row.save(force_insert=True)
        line(actor, row, RecordDeed.REGISTERED, at=at, source=source).save(force_insert=True)
        job.record_new(row, act="register", address=row.address)
    return row


def added(new: NewBuilding, standing: Standing, *, source: str, at: datetime) -> Building:
    """The row of a new building, checked and not yet saved. Raises: AddressUnclear, BadFacts."""
    row = Building(id=new.building_id, place_id=new.place_id, batch_id=new.batch_id)
    stand(row, standing)  # type: ignore[arg-type]  # has the columns of a thing that stands somewhere
    parts = require_building(read_address(new.address, row.scope_code))
    fill_in(row, new.facts, at=at, source=source)
    set_address(row, parts, new.aliases)
    return row


def change_building(
    actor: Actor,
    building_id: UUID,
    facts: Mapping[str, object],
    *,
    address: AddressGiven | None,
    aliases: Sequence[str] | None,
    position: Position | None,
    file_ids: Sequence[UUID] | None,
    base_version: int,
    source: str,
    remark: str,
    at: datetime,
) -> Building:
    """Correct what is written of a building; what is not given stays. Its houses take its address and place.

    Raises: BuildingNotFound, AlreadyEnded, BadFacts, EditConflict, StaleVersion, OutsideCity, OutsideOwnArea,
    AddressUnclear, AddressTaken, NotAttachable.
    """
    with work(actor, Permission.KEEP_DWELLINGS) as job:
        row = locked_building(actor, building_id)
        parts, place, county = row.parts, told_place(row), row.county_code
        asked: dict[str, str] = {}
        standing = standing_at(actor, position) if position is not None else None
        if standing is not None:
            asked["position"] = f"{standing.position.lon:.6f},{standing.position.lat:.6f}"
        if address is not None:
            parts = require_building(
                read_address(address, standing.codes.scope if standing else row.scope_code)
            )
            asked["address"] = shown(parts)
        if aliases is not None:
            asked["aliases"] = "、".join(aliases)
        form, wanted = change_facts_of(actor, row, facts, asked, base_version=base_version)
        before = snapshot(form, row) | place
        if standing is not None:
            stand(row, standing)  # type: ignore[arg-type]
        apply(row, form, wanted, at=at, source=source)
        no_nulls(row)
        has_new_address = parts != row.parts
        set_address(row, parts, aliases)
        if has_new_address or row.county_code != county:
            require_free(row)
        if file_ids is not None:
            claim(actor, file_ids, at=at, target=row.pk)
            row.photo_ids = list(dict.fromkeys(file_ids))
        changed = change_facts(before, snapshot(form, row) | told_place(row))
        row.save()
        line(actor, row, RecordDeed.CHANGED, at=at, source=source, remark=remark, facts=changed).save(
            force_insert=True
        )
        if has_new_address or standing is not None:
            take_along(actor, row, has_moved=standing is not None, source=source, at=at)
        job.record(row, act="change", fields=sorted(changed))
    return row


def take_along(actor: Actor, building: Building, *, has_moved: bool, source: str, at: datetime) -> int:
    """A building's houses take its address and place; each says so in its history. Returns how many.

    Raises: AddressTaken where one of them would have the address of another.
    """
    houses = list(House.objects.visible_to(actor).select_for_update().filter(building_id=building.pk))
    lines: list[HouseChange] = []
    for row in houses:
        before = told_place(row)
        inherit(row, building)
        set_address(row, within(building, row.parts))
        row.version, row.changed_at = row.version + 1, at
        changed = change_facts(before, told_place(row))
        lines.append(line(actor, row, RecordDeed.MOVED, at=at, source=source, facts=changed))
    House.objects.visible_to(actor).bulk_update(
        houses, [*ADDRESS_COLUMNS, *STANDING_COLUMNS, "version", "changed_at"], batch_size=500
    )
    HouseChange.objects.bulk_create(lines)
    if has_moved and houses:
        for follower in followers():
            follower.moved(actor, [row.pk for row in houses], at=at)
    return len(houses)


def inherit(row: House, building: Building) -> None:
    """A house in a building stands where the building does."""
    for name in STANDING_COLUMNS:
        setattr(row, name, getattr(building, name))


def within(building: Building, inside: Parts) -> Parts:
    """The address of something inside a building."""
    outer = building.parts
    return Parts(outer.road, outer.number, outer.estate, outer.block, inside.unit, inside.floor, inside.room)
