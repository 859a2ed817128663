"""Components 部件: what the city has set up in its streets, under a code of sixteen digits."""

from django.contrib.gis.db import models
from django.db.models import Q

from jingwei.domains.ledger.contracts import Condition, Life
from jingwei.domains.ledger.models.placed import Entry, Placed
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.scoping import AREA_COLUMNS, NONE


class ComponentKind(models.Model):
    """One row of the city's code table: class and type, two digits each. Source: GB/T 30428.2 and CJ/T 214."""

    code = models.CharField(primary_key=True, max_length=4)
    class_name = models.CharField(max_length=40)
    type_name = models.CharField(max_length=40)
    inspect_days = models.PositiveSmallIntegerField(default=0)
    is_active = models.BooleanField(default=True)


class Component(Placed):
    """One component. Code: county 6, class 2, type 2, serial 6 (GB/T 30428).

    The owner 权属单位 and the keeper 养护单位 are units of the platform where they have an account here, else names.
    ``inspect_days`` of 0 means: as its kind says. ``inspect_due_on`` is the day by which it should be looked at next.
    """

    code = models.CharField(max_length=16, unique=True)
    kind = models.ForeignKey(
        ComponentKind, on_delete=models.PROTECT, related_name="+", db_column="kind_code", db_index=False
    )
    owner_unit_id = models.UUIDField(null=True)
    owner_name = models.CharField(max_length=80, blank=True)
    keeper_unit_id = models.UUIDField(null=True)
    keeper_name = models.CharField(max_length=80, blank=True)
    condition = models.PositiveSmallIntegerField(
        choices=[(int(one), one.name) for one in Condition], default=1
    )
    life = models.PositiveSmallIntegerField(choices=[(int(one), one.name) for one in Life], default=10)
    life_reason = models.CharField(max_length=200, blank=True)
    installed_on = models.DateField(null=True)
    inspect_days = models.PositiveSmallIntegerField(default=0)
    inspected_at = models.DateTimeField(null=True)
    inspect_due_on = models.DateField(null=True)
    value_yuan = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    acquired_on = models.DateField(null=True)
    warranty_until_on = models.DateField(null=True)
    maker = models.CharField(max_length=80, blank=True)
    asset_no = models.CharField(max_length=40, blank=True)

    class Meta:
        indexes = [
            *(
                models.Index(fields=[column, "code"], name=f"ledger_component_{name}")
                for name, column in AREA_COLUMNS.items()
            ),
            *(
                models.Index(
                    fields=[column, "inspect_due_on", "id"],
                    name=f"ledger_comp_due_{name}",
                    condition=Q(life=10, inspect_due_on__isnull=False),
                )
                for name, column in AREA_COLUMNS.items()
                if name in {"county", "township", "community"}
            ),
            models.Index(fields=["kind", "code"], name="ledger_component_kind"),
            models.Index(
                fields=["owner_unit_id", "code"],
                name="ledger_component_owner",
                condition=Q(owner_unit_id__isnull=False),
            ),
            models.Index(
                fields=["keeper_unit_id", "code"],
                name="ledger_component_keeper",
                condition=Q(keeper_unit_id__isnull=False),
            ),
            models.Index(fields=["scope_code"], name="ledger_component_scope"),
            models.Index(fields=["map_key"], name="ledger_component_map_key"),
        ]

    @classmethod
    def sight_by_part(cls, actor: Actor) -> Q:
        """Units see what they own or keep."""
        unit_id = actor.sharing_unit_id
        return Q(owner_unit_id=unit_id) | Q(keeper_unit_id=unit_id) if unit_id else NONE


class ComponentEntry(Entry):
    """One line of a component's log: inspections, maintenance, changes."""

    component = models.ForeignKey(Component, on_delete=models.PROTECT, related_name="+", db_index=False)
    condition = models.PositiveSmallIntegerField(null=True)
    cost_yuan = models.DecimalField(max_digits=12, decimal_places=2, null=True)

    class Meta:
        indexes = [models.Index(fields=["component", "-at", "-id"], name="ledger_centry_newest")]
