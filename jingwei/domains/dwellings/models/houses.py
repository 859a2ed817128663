"""Houses 房屋: flats in a building, shops on its ground floor, and houses with a door of their own."""

from django.contrib.gis.db import models
from django.contrib.postgres.indexes import GinIndex
from django.db.models import Q

from jingwei.domains.dwellings.models.buildings import Building
from jingwei.domains.dwellings.models.door import DUE_AREAS, Door
from jingwei.foundation.records import Change
from jingwei.foundation.scoping import AREA_COLUMNS


class House(Door):
    """One house. Inside a building it stands where the building does, and its address begins with the building's.

    One that was found to be a double is ended and says into which it was merged.
    """

    building = models.ForeignKey(
        Building, on_delete=models.PROTECT, related_name="+", null=True, db_index=False
    )
    use = models.CharField(max_length=10, blank=True)
    tenure = models.CharField(max_length=10, blank=True)
    area_m2 = models.DecimalField(max_digits=9, decimal_places=2, null=True)
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, related_name="+", null=True, db_index=False
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["stem", "tail", "county_code"],
                name="dwellings_house_once",
                condition=Q(ended_at=None),
            )
        ]
        indexes = [
            *(
                models.Index(fields=[column, "sort", "id"], name=f"dwellings_house_{name}")
                for name, column in AREA_COLUMNS.items()
            ),
            *(
                models.Index(
                    fields=[AREA_COLUMNS[name], "due_on", "id"],
                    name=f"dwellings_house_due_{name}",
                    condition=Q(ended_at=None, due_on__isnull=False),
                )
                for name in DUE_AREAS
            ),
            GinIndex(fields=["pairs"], name="dwellings_house_pairs", condition=Q(building=None)),
            models.Index(fields=["building", "room"], name="dwellings_house_building"),
            models.Index(
                fields=["merged_into"],
                name="dwellings_house_merged",
                condition=Q(merged_into__isnull=False),
            ),
            models.Index(fields=["scope_code"], name="dwellings_house_scope"),
            models.Index(
                fields=["scope_code", "due_on", "id"],
                name="dwellings_house_due_here",
                condition=Q(ended_at=None, due_on__isnull=False),
            ),
        ]


class HouseChange(Change):
    """One line of a house's history."""

    house = models.ForeignKey(House, on_delete=models.PROTECT, related_name="+", db_index=False)

    class Meta:
        indexes = [models.Index(fields=["house", "-at", "-id"], name="dwellings_hchange_newest")]
