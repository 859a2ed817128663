"""House plans: looked at first, then kept, and the houses that are missing made in one go."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from jingwei.domains.dwellings.contracts import HOUSE
from jingwei.domains.dwellings.models import Building, House, HouseChange
from jingwei.domains.dwellings.rules.addresses import Parts
from jingwei.domains.dwellings.rules.plans import Plan, Slot, kept_plan, read_plan, slots_of
from jingwei.domains.dwellings.rules.refusals import AddressTaken, NoPlan
from jingwei.domains.dwellings.services.buildings import inherit, within
from jingwei.domains.dwellings.services.keeping import line, locked_building, no_nulls
from jingwei.domains.dwellings.services.standing import set_address, taken
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.forms.contracts import Form, Reading
from jingwei.foundation.forms.services.reading import form_of
from jingwei.foundation.forms.services.recording import apply
from jingwei.foundation.records import RecordDeed
from jingwei.foundation.work import work
from jingwei.kernel.errors import StaleVersion

SHOP_USE, DWELLING_USE = "30", "11"
"""Codes of GB/T 17986.1: commerce for the shops of the ground floor, a self-contained dwelling for the rest."""


@dataclass(frozen=True, slots=True)
class PlanMade:
    """What a plan comes to: the houses it foresees, those that were (or would be) made, and those it does not foresee."""

    slots: tuple[Slot, ...]
    made: int
    kept: int
    outside: tuple[str, ...]
    building: Building


def preview_plan(building: Building, data: Mapping[str, Any]) -> PlanMade:
    """What keeping a plan would come to. Raises: BadPlan, NoPlan."""
    return _compared(building, read_plan(data))


def keep_plan(
    actor: Actor, building_id: UUID, data: Mapping[str, Any], *, version: int, source: str, at: datetime
) -> PlanMade:
    """Keep a plan and register the houses that are not there yet. Houses that it does not foresee stay as they are.

    Raises: BuildingNotFound, AlreadyEnded, StaleVersion, BadPlan, NoPlan, AddressTaken.
    """
    with work(actor, Permission.KEEP_DWELLINGS) as job:
        row = locked_building(actor, building_id)
        if version != row.version:
            raise StaleVersion(name=row.address, seen=version, current=row.version)
        before = dict(row.plan)
        plan = read_plan(data)
        found = _compared(row, plan)
        registered = _registered(row)
        row.plan = kept_plan(plan)
        row.version, row.changed_at, row.source = row.version + 1, at, source
        row.save(update_fields=["plan", "version", "changed_at", "source"])
        form = form_of(HOUSE)
        made = [
            _house(row, slot, form, source=source, at=at)
            for slot in found.slots
            if (slot.unit, slot.room) not in registered
        ]
        for at_position in sorted(taken(made)):
            raise AddressTaken(address=made[at_position].address)
        House.objects.visible_to(actor).bulk_create(made, batch_size=500)
        HouseChange.objects.bulk_create(
            [line(actor, one, RecordDeed.REGISTERED, at=at, source=source) for one in made], batch_size=500
        )
        facts = {"plan": [_said(before), _said(row.plan)]}
        line(actor, row, RecordDeed.CHANGED, at=at, source=source, facts=facts).save(force_insert=True)
        job.record(row, act="plan", houses=len(made))
    return found


def _compared(row: Building, plan: Plan) -> PlanMade:
    slots = tuple(slots_of(plan))
    if not slots:
        raise NoPlan
    registered = _registered(row)
    foreseen = {(one.unit, one.room) for one in slots}
    kept = len(foreseen & registered)
    outside = tuple(f"{unit}单元{room}" if unit else room for unit, room in sorted(registered - foreseen))
    return PlanMade(slots, len(slots) - kept, kept, outside, row)


def _registered(row: Building) -> set[tuple[str, str]]:
    houses = House.objects.unscoped("of a building that was shown").filter(building_id=row.pk, ended_at=None)
    return set(houses.values_list("unit", "room"))


def _house(building: Building, slot: Slot, form: Form, *, source: str, at: datetime) -> House:
    row = House(building_id=building.pk)
    inherit(row, building)
    reading = Reading(built_in={"use": SHOP_USE if slot.is_shop else DWELLING_USE})
    apply(row, form, reading, at=at, source=source)
    no_nulls(row)
    set_address(row, within(building, Parts(unit=slot.unit, room=slot.room)), ())
    return row


def _said(data: Mapping[str, Any]) -> str:
    """A plan in a few words, for the history."""
    units = [
        f"{one['label'] or '楼'}:{one['first']}–{one['last']}×{one['rooms']}" for one in data.get("units", ())
    ]
    shops = f"门面{data['shops']}" if data.get("shops") else ""
    different = len(data.get("missing", ())) + len(data.get("merged", ()))
    return "，".join([*units, *filter(None, (shops, f"更正{different}处" if different else ""))])
