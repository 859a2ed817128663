"""Resources 资源: posts, rooms, shelters, hydrants and teams that can be called upon."""

from django.contrib.gis.db import models
from django.db.models import Q

from jingwei.domains.ledger.contracts import ResourceState
from jingwei.domains.ledger.models.placed import Entry, Placed
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.scoping import AREA_COLUMNS, NONE


class ResourceKind(models.Model):
    """A kind of resource; the city adds its own. ``counts_zh`` says what its capacity counts (人、张床位、辆)."""

    key = models.CharField(primary_key=True, max_length=40)
    name_zh = models.CharField(max_length=40)
    name_en = models.CharField(max_length=80)
    counts_zh = models.CharField(max_length=20, blank=True)
    counts_en = models.CharField(max_length=40, blank=True)
    is_active = models.BooleanField(default=True)


class Resource(Placed):
    """One resource. ``phone`` is an office number that may be told; whoever is behind it is sealed.

    ``hours`` is kept as people write it and read by ``rules.hours``; empty means that nobody has said.
    """

    kind = models.ForeignKey(
        ResourceKind, on_delete=models.PROTECT, related_name="+", db_column="kind_key", db_index=False
    )
    unit_id = models.UUIDField(null=True)
    unit_name = models.CharField(max_length=80, blank=True)
    capacity = models.PositiveIntegerField(null=True)
    hours = models.CharField(max_length=200, blank=True)
    phone = models.CharField(max_length=20, blank=True)
    contact_name_sealed = models.BinaryField(null=True)
    contact_phone_sealed = models.BinaryField(null=True)
    contact_set_at = models.DateTimeField(null=True)
    state = models.PositiveSmallIntegerField(
        choices=[(int(one), one.name) for one in ResourceState], default=10
    )
    state_reason = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = [
            *(
                models.Index(fields=[column, "kind", "id"], name=f"ledger_resource_{name}")
                for name, column in AREA_COLUMNS.items()
            ),
            models.Index(
                fields=["unit_id", "id"], name="ledger_resource_unit", condition=Q(unit_id__isnull=False)
            ),
            models.Index(fields=["scope_code"], name="ledger_resource_scope"),
            models.Index(fields=["map_key"], name="ledger_resource_map_key"),
        ]

    @classmethod
    def sight_by_part(cls, actor: Actor) -> Q:
        """Units see what they run."""
        return Q(unit_id=actor.sharing_unit_id) if actor.sharing_unit_id else NONE


class ResourceEntry(Entry):
    """One line of a resource's log."""

    resource = models.ForeignKey(Resource, on_delete=models.PROTECT, related_name="+", db_index=False)

    class Meta:
        indexes = [models.Index(fields=["resource", "-at", "-id"], name="ledger_rentry_newest")]
