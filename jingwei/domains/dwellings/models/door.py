"""What buildings and houses have in common: a standard address, a position, and the ways in which both are found."""

from django.contrib.gis.db import models
from django.contrib.postgres.fields import ArrayField

from jingwei.domains.dwellings.rules.addresses import Parts
from jingwei.foundation.records import Record

DUE_AREAS = ("county", "township", "community")
PARTS = ("road", "number", "estate", "block", "unit", "floor", "room")


class Door(Record):
    """A record with an address. Its area is today's: all codes follow the ground when borders move.

    ``stem`` and ``tail`` are the address's key: the door in the street or the building, and what lies inside it; no
    two that are in use share both within a county. ``sort`` is the address with its numbers in the order of counting.
    ``pairs`` is what looking by words asks (``rules.addresses``); houses in a building are found through it.
    ``given_lon``, ``given_lat`` and ``datum`` are what was handed in; ``position`` was converted from it, once.
    """

    road = models.CharField(max_length=40, blank=True)
    number = models.CharField(max_length=16, blank=True)
    estate = models.CharField(max_length=40, blank=True)
    block = models.CharField(max_length=16, blank=True)
    unit = models.CharField(max_length=8, blank=True)
    floor = models.CharField(max_length=6, blank=True)
    room = models.CharField(max_length=16, blank=True)
    address = models.CharField(max_length=200)
    aliases = ArrayField(models.CharField(max_length=80), default=list)
    stem = models.CharField(max_length=120)
    tail = models.CharField(max_length=40, blank=True)
    sort = models.CharField(max_length=240)
    pairs = ArrayField(models.CharField(max_length=110), default=list)
    position = models.PointField(srid=4326, spatial_index=False)
    given_lon = models.FloatField()
    given_lat = models.FloatField()
    datum = models.CharField(max_length=10)
    accuracy_m = models.FloatField(null=True)
    special_grid_code = models.CharField(max_length=15, null=True)
    place_id = models.UUIDField(null=True)
    photo_ids = ArrayField(models.UUIDField(), default=list)
    map_key = models.GeneratedField(
        expression=models.Func("position", function="jw_map_key"),
        output_field=models.BigIntegerField(null=True),
        db_persist=True,
    )

    class Meta:
        abstract = True

    @property
    def parts(self) -> Parts:
        return Parts(**{name: getattr(self, name) for name in PARTS})
