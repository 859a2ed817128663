"""Collection tasks as tests make and read them."""

from datetime import datetime, timedelta
from typing import Any

from jingwei.domains.dwellings.models import Building, House
from jingwei.domains.freshness.models import Collection, Item
from jingwei.domains.freshness.queries.collections import Task, list_tasks
from jingwei.domains.freshness.services.planning import Planned, plan_area
from jingwei.domains.residents.models import Resident
from jingwei.domains.residents.tests.people import resident
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.scoping import eyes
from tests.cast import CAST, COMMUNITY, MONDAY_10

HALF_A_YEAR = timedelta(days=182)
LONG_AGO = MONDAY_10 - timedelta(days=400)
"""Whatever was seen then is due: buildings yearly, houses and residents every half year."""


def somebody(name: str, order: int, *, at: datetime = LONG_AGO, **more: Any) -> Resident:
    """A resident who has lived there since they were seen."""
    return resident(name, order, at=at, **({"from_on": at.date()} | more))


def planned(area_code: str = COMMUNITY, *, actor: Actor = CAST.wu, at: datetime = MONDAY_10) -> Planned:
    return plan_area(actor, area_code, at=at)


def tasks(actor: Actor = CAST.lin, *, at: datetime = MONDAY_10, **wanted: Any) -> list[Task]:
    narrowed = {"area_code": None, "cursor": None, "size": 50} | wanted
    with eyes(actor):
        return list(list_tasks(actor, at=at, **narrowed).rows)


def items_of(task: Task, *labels: str) -> list[Any]:
    """The ids of a task's records, of all or of some by their label."""
    shown = [one for door in task.doors for one in door.shown]
    return [one.item.pk for one in shown if not labels or one.record.label in labels]


def kept() -> tuple[list[Collection], list[Item]]:
    """Everything that is written down."""
    with eyes(CAST.machine):
        rows = Collection.objects.visible_to(CAST.machine).order_by("given_at", "id")
        return list(rows), list(Item.objects.order_by("given_at", "id"))


def stored(row: Building | House | Resident) -> Any:
    with eyes(CAST.machine):
        return type(row).objects.visible_to(CAST.machine).get(pk=row.pk)
