"""Houses: registered in a building or with a door of their own, and changed field by field."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from jingwei.domains.dwellings.models import Building, House
from jingwei.domains.dwellings.queries.hooks import followers
from jingwei.domains.dwellings.rules.addresses import Parts, cleaned, shown
from jingwei.domains.dwellings.rules.refusals import AddressUnclear, PlaceNeeded, PlaceOfBuilding
from jingwei.domains.dwellings.services.buildings import inherit, within
from jingwei.domains.dwellings.services.keeping import (
    change_facts_of,
    fill_in,
    line,
    locked_building,
    locked_house,
    no_nulls,
)
from jingwei.domains.dwellings.services.standing import (
    AddressGiven,
    read_address,
    require_door,
    require_free,
    set_address,
    told_place,
)
from jingwei.domains.ledger.services.placing import stand, standing_at
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.files.services.claims import claim
from jingwei.foundation.forms.services.recording import apply, change_facts, snapshot
from jingwei.foundation.records import RecordDeed
from jingwei.foundation.work import work
from jingwei.kernel.geo import Position
from jingwei.kernel.ids import uuid7


@dataclass(frozen=True, slots=True)
class NewHouse:
    """A house to be registered: inside a building (unit, floor, room of ``address.parts``), or by itself with a position."""

    address: AddressGiven
    facts: Mapping[str, object]
    building_id: UUID | None = None
    position: Position | None = None
    aliases: Sequence[str] = ()
    house_id: UUID = field(default_factory=uuid7)
    batch_id: UUID | None = None


def register_house(
    actor: Actor, new: NewHouse, *, source: str, file_ids: Sequence[UUID] = (), at: datetime
) -> House:
    """Enter a house.

    Raises: BuildingNotFound, AlreadyEnded, PlaceNeeded, PlaceOfBuilding, OutsideCity, OutsideOwnArea, AddressUnclear,
    AddressTaken, BadFacts, NotAttachable.
    """
    with work(actor, Permission.KEEP_DWELLINGS) as job:
        row = House(id=new.house_id, batch_id=new.batch_id)
        if new.building_id is not None:
            building = locked_building(actor, new.building_id)
            if new.position is not None:
                raise PlaceOfBuilding
            parts = settle_in(row, building, new.address)
        else:
            parts = _stand_alone(actor, row, new.address, new.position)
        fill_in(row, new.facts, at=at, source=source)
        set_address(row, parts, new.aliases)
        require_free(row)
        claim(actor, file_ids, at=at, target=row.pk)
        row.photo_ids = list(dict.fromkeys(file_ids))
        row.save(force_insert=True)
        line(actor, row, RecordDeed.REGISTERED, at=at, source=source).save(force_insert=True)
        job.record_new(row, act="register", address=row.address)
    return row


def settle_in(row: House, building: Building, given: AddressGiven) -> Parts:
    """Put a house into a building; its address begins with the building's. Raises: AddressUnclear."""
    row.building_id = building.pk
    inherit(row, building)
    inside = cleaned(given.parts) if given.parts else read_address(given, building.scope_code)
    parts = within(building, inside)
    if not parts.is_inside:
        raise AddressUnclear(
            text=shown(parts)[:60],
            reason="缺少单元、楼层或室号",
            reason_en="the unit, floor or room is missing",
        )
    return parts


def change_house(
    actor: Actor,
    house_id: UUID,
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
) -> House:
    """Correct what is written of a house; what is not given stays.

    Raises: HouseNotFound, AlreadyEnded, BadFacts, EditConflict, StaleVersion, PlaceOfBuilding, OutsideCity,
    OutsideOwnArea, AddressUnclear, AddressTaken, NotAttachable.
    """
    with work(actor, Permission.KEEP_DWELLINGS) as job:
        row = locked_house(actor, house_id)
        if position is not None and row.building_id is not None:
            raise PlaceOfBuilding
        parts, place = row.parts, told_place(row)
        asked: dict[str, str] = {}
        standing = standing_at(actor, position) if position is not None else None
        if standing is not None:
            asked["position"] = f"{standing.position.lon:.6f},{standing.position.lat:.6f}"
        if address is not None:
            parts = _new_parts(actor, row, address, standing.codes.scope if standing else row.scope_code)
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
        if has_new_address:
            require_free(row)
        if file_ids is not None:
            claim(actor, file_ids, at=at, target=row.pk)
            row.photo_ids = list(dict.fromkeys(file_ids))
        changed = change_facts(before, snapshot(form, row) | told_place(row))
        row.save()
        line(actor, row, RecordDeed.CHANGED, at=at, source=source, remark=remark, facts=changed).save(
            force_insert=True
        )
        if standing is not None:
            for follower in followers():
                follower.moved(actor, [row.pk], at=at)
        job.record(row, act="change", fields=sorted(changed))
    return row


def _stand_alone(actor: Actor, row: House, given: AddressGiven, position: Position | None) -> Parts:
    """A house with a door of its own. Raises: PlaceNeeded, OutsideCity, OutsideOwnArea, AddressUnclear."""
    if position is None:
        raise PlaceNeeded
    stand(row, standing_at(actor, position))  # type: ignore[arg-type]
    return require_door(read_address(given, row.scope_code))


def _new_parts(actor: Actor, row: House, given: AddressGiven, area_code: str) -> Parts:
    if row.building_id is None:
        return require_door(read_address(given, area_code))
    return settle_in(row, locked_building(actor, row.building_id), given)
