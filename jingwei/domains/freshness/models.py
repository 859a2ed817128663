"""Collection tasks 采集任务, the records in them, and how fresh each grid's records are."""

from django.db import models
from django.db.models import Q

from jingwei.domains.freshness.contracts import ItemState
from jingwei.foundation.scoping import AREA_COLUMNS, ScopedModel
from jingwei.kernel.ids import uuid7

AREAS = {name: column for name, column in AREA_COLUMNS.items() if name != "city"}


class Collection(ScopedModel):
    """A building, or a door in the street, that has records to be seen: one task for whoever has the grid.

    Names nobody: the records are read anew whenever it is shown. ``address`` is the building's or the door's.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    place = models.CharField(max_length=130)
    building_id = models.UUIDField(null=True)
    address = models.CharField(max_length=200)
    sort = models.CharField(max_length=240)
    given_at = models.DateTimeField()
    updated_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            *(
                models.Index(
                    fields=[column, "sort", "id"],
                    name=f"freshness_open_{name}",
                    condition=Q(closed_at=None),
                )
                for name, column in AREAS.items()
            ),
            models.Index(fields=["scope_code"], name="freshness_collection_scope"),
            models.Index(
                fields=["closed_at"], name="freshness_collection_closed", condition=Q(closed_at__isnull=False)
            ),
        ]


class Item(models.Model):
    """One record of a collection task. Seen through it.

    ``again_on``: where nobody was at home, the day from which it is gone round for once more.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    collection = models.ForeignKey(Collection, on_delete=models.CASCADE, related_name="+", db_index=False)
    kind = models.CharField(max_length=40)
    record_id = models.UUIDField()
    due_on = models.DateField()
    state = models.PositiveSmallIntegerField(choices=[(int(one), one.name) for one in ItemState])
    given_at = models.DateTimeField()
    marked_at = models.DateTimeField(null=True)
    again_on = models.DateField(null=True)
    post_id = models.UUIDField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["collection", "state"], name="freshness_item_of"),
            models.Index(fields=["record_id", "-given_at"], name="freshness_item_record"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "record_id"],
                condition=Q(state=int(ItemState.OPEN)),
                name="freshness_item_open_once",
            ),
        ]


class GridCount(ScopedModel):
    """How many records of a kind lie in a grid (or in a community, outside its grids), and how many of them are fresh."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    kind = models.CharField(max_length=40)
    counted_on = models.DateField()
    records = models.PositiveIntegerField()
    fresh = models.PositiveIntegerField()

    class Meta:
        indexes = [
            models.Index(fields=[column, "kind"], name=f"freshness_count_{name}")
            for name, column in AREAS.items()
        ]
        constraints = [
            models.UniqueConstraint(fields=["scope_code", "kind"], name="freshness_count_once"),
        ]
