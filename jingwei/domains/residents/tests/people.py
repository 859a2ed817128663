"""Residents as tests make them. The numbers are made up and only their check digit is right."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from jingwei.domains.residents.contracts import Living
from jingwei.domains.residents.models import Resident
from jingwei.domains.residents.queries.people import ResidentFilter, list_residents
from jingwei.domains.residents.services.placing import Home
from jingwei.domains.residents.services.registering import NewResident, register_resident
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.scoping import eyes
from jingwei.kernel.numbers import identity_check
from tests.cast import CAST, GRID_1, MONDAY_10

PHONE = "13873711234"
YEAR_AGO = date(2025, 11, 1)
TODAY = date(2026, 11, 16)


def number(order: int, born: str = "19880615") -> str:
    """A made-up identity number."""
    first = f"430902{born}{order:03d}"
    return first + identity_check(first)


def home(grid: str = GRID_1, **more: Any) -> Home:
    given: dict[str, Any] = {"address": "迎春路12号", "area_code": grid, "from_on": YEAR_AGO}
    return Home(**{"living": Living.HOME, **given, **more})


def resident(
    name: str = "王小明",
    order: int | None = 1,
    *,
    actor: Actor = CAST.lin,
    grid: str = GRID_1,
    at: datetime = MONDAY_10,
    facts: Mapping[str, object] | None = None,
    **place: Any,
) -> Resident:
    known: dict[str, object] = {"name": name}
    if order is not None:
        known["identity"] = number(order)
    return register_resident(actor, NewResident(known | dict(facts or {}), home(grid, **place)), at=at)


def listed(actor: Actor, **wanted: Any) -> list[str]:
    """The names a list shows."""
    with eyes(actor):
        page = list_residents(actor, ResidentFilter(**wanted), on=TODAY)
    return [row.name for row in page.rows]


def read(actor: Actor, resident_id: UUID) -> Resident:
    with eyes(actor):
        found: Resident = Resident.objects.visible_to(actor).get(pk=resident_id)
    return found
