"""The city's grid standard 网格划分标准: limits of area and households as data, from a day on."""

from django.db import models

from jingwei.foundation.areas.contracts import AreaKind, Layer


class Standard(models.Model):
    """The limits in force from a day until the next standard's day. ``basis`` says by which decision."""

    valid_from_on = models.DateField(unique=True)
    basis = models.CharField(max_length=500, blank=True)
    set_by_name = models.CharField(max_length=80)
    set_at = models.DateTimeField()


class Limit(models.Model):
    """What the standard says of one layer and kind; strict limits hold a publication up, others warn."""

    standard = models.ForeignKey(Standard, on_delete=models.CASCADE, related_name="+")
    layer = models.CharField(max_length=8, choices=[(one.value, one.value) for one in Layer])
    kind = models.CharField(max_length=8, choices=[(k.value, k.value) for k in AreaKind])
    min_area_m2 = models.PositiveBigIntegerField(null=True)
    max_area_m2 = models.PositiveBigIntegerField(null=True)
    min_households = models.PositiveIntegerField(null=True)
    max_households = models.PositiveIntegerField(null=True)
    is_strict = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["standard", "layer", "kind"], name="territory_limit_once")
        ]
