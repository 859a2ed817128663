"""Collection tasks: one in every place with a building that is no more, and who must see it."""

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from jingwei.domains.dwellings.contracts import BUILDING
from jingwei.domains.freshness.contracts import ItemState
from jingwei.domains.freshness.models import Collection, Item
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import local
from jingwei.kernel.codes import ancestor_codes
from tests.matrix.people import FOUNDER, Seat


def plant_collection(keeper: Seat, at: datetime) -> tuple[dict[str, Any], str]:
    area, building_id = keeper.actor.area_code, uuid4()
    with eyes(FOUNDER):
        row = Collection(
            place=f"b:{building_id}",
            building_id=building_id,
            address="矩阵路1号",
            sort="矩阵路0001号",
            given_at=at,
            updated_at=at,
            **ancestor_codes(area).columns,
        )
        row.save(force_insert=True)
        item = Item(
            collection_id=row.pk,
            kind=BUILDING,
            record_id=building_id,
            due_on=local(at).date() - timedelta(days=1),
            state=int(ItemState.OPEN),
            given_at=at,
        )
        item.save(force_insert=True)
    return {"collection_id": str(row.pk), "item_ids": [str(item.pk)]}, area


def plant_beside(filler: Any, lying_in: Any, areas: tuple[str, ...]) -> None:
    """Tasks with a record, and counts, here and far away."""
    for area in areas:
        row = filler.put("freshness_collection", closed_at=None, **lying_in(area))
        filler.put("freshness_item", collection_id=row["id"], state=int(ItemState.OPEN))
        filler.put("freshness_gridcount", **lying_in(area))
