"""Geometry files brought into drafts: what each said of itself, and every feature as it was given and as it is taken."""

from django.contrib.gis.db import models

from jingwei.foundation.territory.models.drafts import Draft
from jingwei.foundation.territory.rules.exchange_formats import GeometryFormat
from jingwei.foundation.territory.rules.exchange_placing import Certainty
from jingwei.foundation.territory.rules.exchange_report import FeatureState, ImportState
from jingwei.kernel.ids import uuid7


class GeometryImport(models.Model):
    """One file with the corrected files that followed it (rounds). ``placing`` says how its coordinates were found,
    ``columns`` what it calls its attributes, ``mapping`` which of them is what.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="+")
    state = models.CharField(max_length=10, choices=[(s.value, s.value) for s in ImportState])
    round = models.PositiveSmallIntegerField(default=1)
    file_name = models.CharField(max_length=200)
    size_bytes = models.PositiveBigIntegerField()
    format = models.CharField(max_length=12, choices=[(f.value, f.value) for f in GeometryFormat])
    layers = models.JSONField(default=list)
    layer = models.CharField(max_length=200, blank=True)
    columns = models.JSONField(default=list)
    encoding = models.CharField(max_length=20, blank=True)
    is_claim_wrong = models.BooleanField(default=False)
    crs = models.TextField(blank=True)
    vertices = models.PositiveIntegerField(default=0)
    system = models.CharField(max_length=60)
    is_swapped = models.BooleanField(default=False)
    certainty = models.CharField(max_length=10, choices=[(c.value, c.value) for c in Certainty])
    placing = models.JSONField(default=dict)
    points = models.JSONField(default=list)
    mapping = models.JSONField(default=dict)
    is_mapping_chosen = models.BooleanField(default=False)
    default_layer = models.CharField(max_length=8, blank=True)
    counts = models.JSONField(default=dict)
    by_name = models.CharField(max_length=80)
    by_post = models.UUIDField(null=True)
    created_at = models.DateTimeField()
    applied_at = models.DateTimeField(null=True)
    applied_version = models.PositiveIntegerField(null=True)
    expires_at = models.DateTimeField()
    is_file_kept = models.BooleanField(default=True)

    class Meta:
        indexes = [
            models.Index(fields=["draft", "-id"], name="territory_import_draft"),
            models.Index(
                fields=["expires_at"], name="territory_import_ending", condition=models.Q(is_file_kept=True)
            ),
        ]


class ImportedFeature(models.Model):
    """A feature of a file. ``given`` is its outline in the file's own coordinates, ``outline`` the one in WGS-84."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    geometry_import = models.ForeignKey(
        GeometryImport, on_delete=models.CASCADE, related_name="+", db_index=False
    )
    number = models.PositiveIntegerField()
    state = models.CharField(max_length=8, choices=[(s.value, s.value) for s in FeatureState])
    layer = models.CharField(max_length=8, blank=True)
    code = models.CharField(max_length=40, blank=True)
    name = models.CharField(max_length=80, blank=True)
    kind = models.CharField(max_length=8, blank=True)
    parent_code = models.CharField(max_length=40, blank=True)
    households = models.PositiveIntegerField(null=True)
    people = models.PositiveIntegerField(null=True)
    given = models.BinaryField(null=True)
    outline = models.MultiPolygonField(srid=4326, null=True, spatial_index=False)
    done = models.JSONField(default=list)
    faults = models.JSONField(default=list)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["geometry_import", "number"], name="territory_imported_once")
        ]
