"""Buildings 楼栋."""

from django.contrib.gis.db import models
from django.contrib.postgres.indexes import GinIndex
from django.db.models import Q

from jingwei.domains.dwellings.models.door import DUE_AREAS, Door
from jingwei.foundation.records import Change
from jingwei.foundation.scoping import AREA_COLUMNS


class Building(Door):
    """One building. ``plan`` is its house plan 楼盘图 (``rules.plans``); empty where nobody has drawn one."""

    name = models.CharField(max_length=80, blank=True)
    structure = models.CharField(max_length=10, blank=True)
    use = models.CharField(max_length=10, blank=True)
    floors_above = models.PositiveSmallIntegerField(null=True)
    floors_below = models.PositiveSmallIntegerField(null=True)
    built_year = models.PositiveSmallIntegerField(null=True)
    plan = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["stem", "county_code"],
                name="dwellings_building_once",
                condition=Q(ended_at=None),
            )
        ]
        indexes = [
            *(
                models.Index(fields=[column, "sort", "id"], name=f"dwellings_bldg_{name}")
                for name, column in AREA_COLUMNS.items()
            ),
            *(
                models.Index(
                    fields=[AREA_COLUMNS[name], "due_on", "id"],
                    name=f"dwellings_bldg_due_{name}",
                    condition=Q(ended_at=None, due_on__isnull=False),
                )
                for name in DUE_AREAS
            ),
            GinIndex(fields=["pairs"], name="dwellings_bldg_pairs"),
            models.Index(fields=["scope_code"], name="dwellings_bldg_scope"),
            models.Index(
                fields=["scope_code", "due_on", "id"],
                name="dwellings_bldg_due_here",
                condition=Q(ended_at=None, due_on__isnull=False),
            ),
            models.Index(fields=["map_key"], name="dwellings_bldg_map_key"),
        ]


class BuildingChange(Change):
    """One line of a building's history."""

    building = models.ForeignKey(Building, on_delete=models.PROTECT, related_name="+", db_index=False)

    class Meta:
        indexes = [models.Index(fields=["building", "-at", "-id"], name="dwellings_bchange_newest")]
