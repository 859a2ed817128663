"""Joint enforcement 联合执法: a plan, the units that come, what they find and what came of it."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from jingwei.domains.joint.contracts import EnforcementReply, EnforcementState, FindingEnd
from jingwei.domains.joint.models.called import Shared
from jingwei.kernel.ids import uuid7


class Enforcement(Shared):
    """One operation: ``unit_id`` leads, ``unit_ids`` are asked to take part."""

    title = models.CharField(max_length=60)
    plan = models.CharField(max_length=2000)
    place = models.CharField(max_length=200)
    people = models.CharField(max_length=200, blank=True)
    starts_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=[(one.value, one.value) for one in EnforcementState])
    ended_at = models.DateTimeField(null=True)
    result = models.CharField(max_length=2000, blank=True)
    file_ids = ArrayField(models.UUIDField(), default=list)

    class Meta:
        indexes = [
            models.Index(fields=["-starts_at", "-id"], name="joint_enforcement_newest"),
            models.Index(fields=["unit_id", "-starts_at"], name="joint_enforcement_lead"),
            models.Index(
                fields=["incident"], name="joint_enforcement_case", condition=Q(incident__isnull=False)
            ),
        ]


class Enforcer(models.Model):
    """A unit that is asked to come: what it answered, whom it sends, and when it was there."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    enforcement = models.ForeignKey(Enforcement, on_delete=models.PROTECT, related_name="+", db_index=False)
    unit_id = models.UUIDField()
    reply = models.CharField(
        max_length=10, blank=True, choices=[(one.value, one.value) for one in EnforcementReply]
    )
    people = models.CharField(max_length=200, blank=True)
    remark = models.CharField(max_length=200, blank=True)
    by_name = models.CharField(max_length=80, blank=True)
    replied_at = models.DateTimeField(null=True)
    arrived_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["enforcement", "unit_id"], name="joint_enforcer_once")]


class Finding(models.Model):
    """Something found on the way: settled on the spot, or a matter of its own that is followed up there."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    enforcement = models.ForeignKey(Enforcement, on_delete=models.PROTECT, related_name="+", db_index=False)
    number = models.PositiveSmallIntegerField()
    unit_id = models.UUIDField()
    end = models.CharField(max_length=10, choices=[(one.value, one.value) for one in FindingEnd])
    words = models.CharField(max_length=500)
    place = models.CharField(max_length=200, blank=True)
    found_at = models.DateTimeField()
    by_name = models.CharField(max_length=80)
    file_ids = ArrayField(models.UUIDField(), default=list)
    incident = models.ForeignKey(
        "incidents.Incident", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["enforcement", "number"], name="joint_finding_number")]
        indexes = [
            models.Index(fields=["incident"], name="joint_finding_case", condition=Q(incident__isnull=False)),
        ]
