"""Components and resources as tests make them."""

from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from jingwei.domains.ledger.models import Component, Resource
from jingwei.domains.ledger.queries.kinds import KindRow, ResourceKindRow
from jingwei.domains.ledger.services.components import ComponentFacts, NewComponent, register_component
from jingwei.domains.ledger.services.kinds import load_component_kinds, save_resource_kind
from jingwei.domains.ledger.services.resources import (
    Contact,
    NewResource,
    ResourceFacts,
    register_resource,
)
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.files.models import File
from jingwei.foundation.scoping import eyes
from jingwei.kernel.geo import Datum, position
from tests.cast import CAST, GRID_1, MONDAY_10, WATER, inside

COVER = "0101"
LAMP = "0118"
STATION = "grid_station"
PHONE = "13873712345"


def kinds() -> None:
    """A small code table, whatever the city ships."""
    load_component_kinds(
        CAST.ding,
        [
            KindRow(COVER, "公用设施", "上水井盖", 30, True),
            KindRow(LAMP, "公用设施", "路灯", 0, True),
            KindRow("0199", "公用设施", "旧式电话亭", 0, False),
        ],
    )
    save_resource_kind(CAST.ding, ResourceKindRow(STATION, "网格驿站", "Grid post", "人", "people", True))


def component(
    grid: str = GRID_1,
    *,
    actor: Actor = CAST.wu,
    kind: str = COVER,
    code: str = "",
    east: float = 0.5,
    at: datetime = MONDAY_10,
    files: tuple[UUID, ...] = (),
    **facts: Any,
) -> Component:
    usual = {"name": "春江路口上水井盖", "keeper_unit_id": WATER, "value_yuan": Decimal("1200.00")}
    new = NewComponent(
        kind=kind,
        position=position(*inside(grid, east=east), datum=Datum.WGS84),
        facts=ComponentFacts(**(usual | facts)),
        code=code,
    )
    return register_component(actor, new, file_ids=files, at=at)


def resource(
    grid: str = GRID_1,
    *,
    actor: Actor = CAST.wu,
    phone: str | None = PHONE,
    east: float = 0.5,
    at: datetime = MONDAY_10,
    **facts: Any,
) -> Resource:
    usual = {"name": "迎春社区网格驿站", "capacity": 30, "hours": "周一至周五 08:30-17:30"}
    new = NewResource(
        kind=STATION,
        position=position(*inside(grid, east=east), datum=Datum.WGS84),
        facts=ResourceFacts(**(usual | facts)),
        contact=Contact("罗敏", phone) if phone else None,
    )
    return register_resource(actor, new, at=at)


def photo(actor: Actor) -> UUID:
    """A stored file of the actor, as an upload leaves it."""
    file = File(
        kind="photo",
        media_type="image/jpeg",
        sha256="0" * 64,
        size_bytes=1,
        uploader_person_id=actor.person_id,
        uploaded_at=MONDAY_10,
    )
    with eyes(actor):
        file.save(force_insert=True)
    found: UUID = file.pk
    return found
