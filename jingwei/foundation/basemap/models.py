"""The base map's data: files that were read, what they held, and what is left of it at small scales. Public facts."""

from django.contrib.gis.db import models
from django.contrib.postgres.indexes import GistIndex
from django.db.models import Q

from jingwei.foundation.basemap.contracts import Layer, Stage

BANDS = (7, 9, 11, 13)
"""The last zoom of each generalised band; beyond them everything is drawn as it was measured."""


class Dataset(models.Model):
    """One file as it was read. ``name`` stays when a newer file takes its place.

    ``objects_read`` is how far into the file it has come: an import that was stopped goes on from there.
    """

    name = models.CharField(max_length=40)
    file_name = models.CharField(max_length=120)
    file_digest = models.CharField(max_length=64)
    size_bytes = models.PositiveBigIntegerField()
    file_format = models.CharField(max_length=8)
    options = models.JSONField(default=dict)
    attribution = models.CharField(max_length=200)
    stage = models.CharField(max_length=12, choices=[(s.value, s.value) for s in Stage])
    is_shown = models.BooleanField(default=False)
    objects_read = models.PositiveBigIntegerField(default=0)
    counts = models.JSONField(default=dict)
    left_out = models.JSONField(default=dict)
    west = models.FloatField(null=True)
    south = models.FloatField(null=True)
    east = models.FloatField(null=True)
    north = models.FloatField(null=True)
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["name"], condition=~Q(stage=Stage.READY.value), name="basemap_dataset_one_unfinished"
            ),
            models.UniqueConstraint(
                fields=["name"], condition=Q(is_shown=True), name="basemap_dataset_one_shown"
            ),
        ]


class _Drawn(models.Model):
    layer = models.CharField(max_length=8, choices=[(one.value, one.value) for one in Layer])
    kind = models.CharField(max_length=16)
    name = models.CharField(max_length=80, blank=True)
    name_en = models.CharField(max_length=80, blank=True)
    rank = models.PositiveSmallIntegerField()
    lowest_zoom = models.PositiveSmallIntegerField()
    geom = models.GeometryField(srid=3857, spatial_index=False)

    class Meta:
        abstract = True


class Feature(_Drawn):
    """A thing as it was measured, in the projection in which it is drawn."""

    dataset = models.ForeignKey(Dataset, on_delete=models.CASCADE, related_name="+")
    height_m = models.FloatField(null=True)
    base_m = models.FloatField(null=True)

    class Meta:
        indexes = [GistIndex(fields=["geom"], name="basemap_feature_geom")]


class Shape(_Drawn):
    """What is left of things at the zooms of one band: merged, simplified, without what one would not see."""

    dataset = models.ForeignKey(Dataset, on_delete=models.CASCADE, related_name="+")
    band = models.PositiveSmallIntegerField()

    class Meta:
        indexes = [
            GistIndex(fields=["geom"], condition=Q(band=at), name=f"basemap_shape_band_{at}")
            for at in range(len(BANDS))
        ]


class Edition(models.Model):
    """One row that counts changes of what the base map shows: addresses of tiles carry it."""

    number = models.PositiveBigIntegerField(default=0)
    changed_at = models.DateTimeField()
