"""Territory: one row per version of an area; the open version has no ``valid_to_on``."""

from django.contrib.gis.db import models
from django.db.models import F, Q

from jingwei.foundation.areas.contracts import AreaKind
from jingwei.kernel.codes import Level


class Area(models.Model):
    """An area of one of five levels as it was from ``valid_from_on`` until ``valid_to_on`` (exclusive).

    Source: GB/T 2260 and the statistical codes; grids append three digits to their community.
    """

    code = models.CharField(max_length=15)
    name = models.CharField(max_length=80)
    level = models.PositiveSmallIntegerField(choices=[(int(level), level.label) for level in Level])
    parent_code = models.CharField(max_length=12, blank=True)
    kind = models.CharField(max_length=8, choices=[(k.value, k.value) for k in AreaKind])
    outline = models.MultiPolygonField(srid=4326, null=True, blank=True)
    label_point = models.PointField(srid=4326, null=True, blank=True)
    is_outline_generated = models.BooleanField(default=False)
    households = models.PositiveIntegerField(null=True, blank=True)
    people = models.PositiveIntegerField(null=True, blank=True)
    valid_from_on = models.DateField()
    valid_to_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                "code", condition=Q(valid_to_on=None), name="areas_area_one_open_version"
            ),
            models.CheckConstraint(
                condition=Q(valid_to_on=None) | Q(valid_to_on__gt=F("valid_from_on")),
                name="areas_area_valid_order",
            ),
        ]
        indexes = [
            models.Index(fields=["code", "valid_from_on"], name="areas_area_code_day"),
            models.Index(fields=["parent_code"], name="areas_area_parent"),
            models.Index(fields=["level"], name="areas_area_level"),
        ]


class Edition(models.Model):
    """One row that counts published changes of the division; processes reload their grids when it grows."""

    number = models.PositiveBigIntegerField(default=0)
    changed_at = models.DateTimeField()
