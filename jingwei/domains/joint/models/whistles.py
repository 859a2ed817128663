"""Whistles 吹哨报到: units called to a place and a time, each of which comes or does not."""

from django.contrib.gis.db import models
from django.db.models import Q

from jingwei.domains.joint.contracts import WhistleEnd
from jingwei.domains.joint.models.called import Shared
from jingwei.kernel.ids import uuid7


class Whistle(Shared):
    """A centre calls units to a place. It is over when its result is in, or when it was called off."""

    words = models.CharField(max_length=500)
    place = models.CharField(max_length=200)
    position = models.PointField(srid=4326, spatial_index=False)
    radius_m = models.PositiveSmallIntegerField()
    meet_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    outcome = models.CharField(
        max_length=10, blank=True, choices=[(one.value, one.value) for one in WhistleEnd]
    )
    result = models.CharField(max_length=1000, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["-meet_at", "-id"], name="joint_whistle_newest"),
            models.Index(fields=["unit_id", "-meet_at"], name="joint_whistle_caller"),
            models.Index(fields=["incident"], name="joint_whistle_case", condition=Q(incident__isnull=False)),
        ]


class Summons(models.Model):
    """One unit that was called: when it came, and from where it said so; or who on site confirmed it, and why."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    whistle = models.ForeignKey(Whistle, on_delete=models.PROTECT, related_name="+", db_index=False)
    unit_id = models.UUIDField()
    arrived_at = models.DateTimeField(null=True)
    distance_m = models.PositiveIntegerField(null=True)
    accuracy_m = models.FloatField(null=True)
    by_name = models.CharField(max_length=80, blank=True)
    by_post_id = models.UUIDField(null=True)
    is_confirmed = models.BooleanField(default=False)
    remark = models.CharField(max_length=200, blank=True)
    told_absent_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["whistle", "unit_id"], name="joint_summons_once")]
