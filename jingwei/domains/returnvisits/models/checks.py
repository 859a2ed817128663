"""Random samples of closed matters, each verified on the spot."""

from django.contrib.gis.db import models
from django.contrib.postgres.fields import ArrayField
from django.db.models import Q

from jingwei.domains.returnvisits.contracts import SpotFinding
from jingwei.domains.returnvisits.models.behind import Behind
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.scoping import NONE, ScopedModel
from jingwei.kernel.ids import uuid7


class Sample(ScopedModel):
    """One draw: from which matters, with which seed, how many. Whoever has seed and population draws the same."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    unit_id = models.UUIDField()
    from_on = models.DateField()
    until_on = models.DateField()
    item_prefix = models.CharField(max_length=6, blank=True)
    asked_count = models.PositiveSmallIntegerField()
    population = models.PositiveIntegerField()
    seed = models.CharField(max_length=32)
    limit = models.CharField(max_length=8)
    drawn_at = models.DateTimeField()
    drawn_by_name = models.CharField(max_length=80)

    class Meta:
        indexes = [models.Index(fields=["scope_code", "-drawn_at"], name="returnvisits_sample_area")]

    @classmethod
    def sight_by_part(cls, actor: Actor) -> Q:
        return NONE if actor.sharing_unit_id is None else Q(unit_id=actor.sharing_unit_id)


class SpotCheck(Behind):
    """One matter of a sample: who goes there, and what they found. Only the distance is kept, never where they stood."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    sample = models.ForeignKey(Sample, on_delete=models.PROTECT, related_name="+", db_index=False)
    incident = models.ForeignKey(
        "incidents.Incident", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    receipt_no = models.CharField(max_length=20)
    item_name = models.CharField(max_length=80, blank=True)
    closed_at = models.DateTimeField()
    post_id = models.UUIDField(null=True)
    due_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)
    finding = models.CharField(
        max_length=12, blank=True, choices=[(one.value, one.value) for one in SpotFinding]
    )
    remark = models.CharField(max_length=500, blank=True)
    distance_m = models.PositiveIntegerField(null=True)
    accuracy_m = models.FloatField(null=True)
    file_ids = ArrayField(models.UUIDField(), default=list)
    by_name = models.CharField(max_length=80, blank=True)
    by_post_id = models.UUIDField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["sample", "incident"], name="returnvisits_check_once")]
        indexes = [
            models.Index(fields=["scope_code", "-id"], name="returnvisits_check_area"),
            models.Index(
                fields=["post_id", "-id"], name="returnvisits_check_post", condition=Q(post_id__isnull=False)
            ),
            models.Index(
                fields=["done_at"], name="returnvisits_check_done", condition=Q(done_at__isnull=False)
            ),
            models.Index(fields=["incident"], name="returnvisits_check_case"),
        ]

    @classmethod
    def sight_by_part(cls, actor: Actor) -> Q:
        part = super().sight_by_part(actor)
        return part | Q(post_id=actor.post_id) if actor.post_id else part
