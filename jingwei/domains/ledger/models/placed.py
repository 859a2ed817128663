"""What things of the ledger have in common: a place with its original coordinates, and a log of what was done."""

from django.contrib.gis.db import models
from django.contrib.postgres.fields import ArrayField

from jingwei.domains.ledger.contracts import Deed
from jingwei.foundation.scoping import ScopedModel
from jingwei.kernel.ids import uuid7


class Placed(ScopedModel):
    """Something that stands somewhere. Its area is today's: all codes follow the ground when borders move.

    ``given_lon``, ``given_lat`` and ``datum`` are what was handed in; ``position`` was converted from it, once.
    ``special_grid_code`` is the special grid that stands there besides, if any.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = models.CharField(max_length=80, blank=True)
    address = models.CharField(max_length=200, blank=True)
    position = models.PointField(srid=4326)
    given_lon = models.FloatField()
    given_lat = models.FloatField()
    datum = models.CharField(max_length=10)
    accuracy_m = models.FloatField(null=True)
    special_grid_code = models.CharField(max_length=15, null=True)
    version = models.PositiveIntegerField(default=1)
    registered_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    batch_id = models.UUIDField(null=True)
    map_key = models.GeneratedField(
        expression=models.Func("position", function="jw_map_key"),
        output_field=models.BigIntegerField(null=True),
        db_persist=True,
    )

    class Meta:
        abstract = True


class Entry(models.Model):
    """One line of a thing's log: append-only. ``facts`` are the fields that changed, each with before and after."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    deed = models.CharField(max_length=12, choices=[(one.value, one.value) for one in Deed])
    at = models.DateTimeField()
    person_id = models.UUIDField(null=True)
    post_id = models.UUIDField(null=True)
    unit_id = models.UUIDField(null=True)
    actor_name = models.CharField(max_length=80)
    remark = models.CharField(max_length=500, blank=True)
    facts = models.JSONField(default=dict)
    file_ids = ArrayField(models.UUIDField(), default=list)

    class Meta:
        abstract = True
