"""Places by name: public facts that everybody may find, kept by whoever looks after the ground they stand on."""

from django.contrib.gis.db import models
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GistIndex
from django.db.models import Q

from jingwei.foundation.scoping import ScopedModel
from jingwei.kernel.ids import uuid7


class Place(ScopedModel):
    """A place that people name: a road, an estate, a school. Never somebody's door.

    ``given_lon``, ``given_lat`` are the position as it came, in ``datum``. ``source`` says where it is from, and
    ``source_ref`` which one it was there. A retired place keeps its row, is told with its reason, and is not found.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = models.CharField(max_length=80)
    kind = models.CharField(max_length=12)
    address = models.CharField(max_length=200, blank=True)
    aliases = ArrayField(models.CharField(max_length=80), default=list)
    former_names = ArrayField(models.CharField(max_length=80), default=list)
    position = models.PointField(srid=4326, spatial_index=False)
    given_lon = models.FloatField()
    given_lat = models.FloatField()
    datum = models.CharField(max_length=10)
    source = models.CharField(max_length=40)
    source_ref = models.CharField(max_length=60, blank=True)
    batch_id = models.UUIDField(null=True)
    version = models.PositiveIntegerField(default=1)
    added_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    retired_at = models.DateTimeField(null=True)
    retired_why = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["source", "source_ref"], name="gazetteer_source_once", condition=~Q(source_ref="")
            ),
        ]
        indexes = [
            GistIndex(fields=["position"], name="gazetteer_position", condition=Q(retired_at=None)),
            models.Index(fields=["-changed_at", "-id"], name="gazetteer_newest"),
            models.Index(fields=["county_code", "-changed_at", "-id"], name="gazetteer_county"),
            models.Index(fields=["township_code", "-changed_at", "-id"], name="gazetteer_township"),
            models.Index(fields=["community_code", "-changed_at", "-id"], name="gazetteer_community"),
        ]


class PlaceKey(models.Model):
    """One text by which a place is found: its names, their ends, sounds, initials, and names with a slip in them.

    Every look is a seek in one index, so that it costs the same among a hundred places and a million.
    """

    place = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="+")
    kind = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=120)

    class Meta:
        indexes = [
            models.Index(
                fields=["kind", "text"],
                name="gazetteer_key_text",
                opclasses=["int2_ops", "varchar_pattern_ops"],
            ),
        ]
