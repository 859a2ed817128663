"""Mediation 矛盾纠纷调解: what was brought, whose turn it is, what was said and what was agreed.

Whoever sees the area sees how a dispute stands; who quarrels and what they said is for those who mediate.
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from jingwei.domains.joint.contracts import MediationAct, MediationState, MediationWay, PartySide, Performance
from jingwei.domains.joint.models.called import Shared
from jingwei.kernel.ids import uuid7


class DisputeKind(models.Model):
    """A kind of dispute: how long mediating may take, and when to ask afterwards. Dated."""

    id = models.BigAutoField(primary_key=True)
    code = models.CharField(max_length=20)
    name_zh = models.CharField(max_length=40)
    name_en = models.CharField(max_length=60)
    limit = models.CharField(max_length=8)
    follow_up = models.CharField(max_length=8)
    position = models.PositiveSmallIntegerField()
    from_on = models.DateField()
    until_on = models.DateField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["code", "from_on"], name="joint_disputekind_dated")]


class Mediation(Shared):
    """One dispute. ``unit_id`` mediates now; ``unit_ids`` registered it, mediated before, or are the area's centre.

    ``follow_up`` is how long after an agreement somebody asks whether it is kept, ``follow_at`` when next.
    """

    title = models.CharField(max_length=60)
    kind_code = models.CharField(max_length=20)
    kind_name = models.CharField(max_length=40)
    way = models.CharField(max_length=14, choices=[(one.value, one.value) for one in MediationWay])
    level = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10, choices=[(one.value, one.value) for one in MediationState])
    mediators = models.CharField(max_length=200, blank=True)
    limit = models.CharField(max_length=8)
    follow_up = models.CharField(max_length=8)
    due_at = models.DateTimeField()
    taken_at = models.DateTimeField(null=True)
    agreed_at = models.DateTimeField(null=True)
    follow_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    sessions = models.PositiveSmallIntegerField(default=0)
    passes = models.PositiveSmallIntegerField(default=0)
    performance = models.CharField(
        max_length=10, blank=True, choices=[(one.value, one.value) for one in Performance]
    )
    confirmed_no = models.CharField(max_length=60, blank=True)
    confirmed_on = models.DateField(null=True)
    confirmed_by = models.CharField(max_length=80, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["-called_at", "-id"], name="joint_mediation_newest"),
            models.Index(fields=["unit_id", "-called_at"], name="joint_mediation_unit"),
            models.Index(
                fields=["incident"], name="joint_mediation_case", condition=Q(incident__isnull=False)
            ),
            models.Index(
                fields=["ended_at"], name="joint_mediation_ended", condition=Q(ended_at__isnull=False)
            ),
        ]


class Party(models.Model):
    """Somebody who quarrels. Sealed; the telephone goes a year after the end, the name stays with the agreement."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    mediation = models.ForeignKey(Mediation, on_delete=models.PROTECT, related_name="+")
    side = models.CharField(max_length=10, choices=[(one.value, one.value) for one in PartySide])
    number = models.PositiveSmallIntegerField()
    name_sealed = models.BinaryField()
    phone_sealed = models.BinaryField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["mediation", "number"], name="joint_party_number")]


class MediationEntry(models.Model):
    """A line of the course: a session with its record, the agreement, a follow-up visit, a passing on."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    mediation = models.ForeignKey(Mediation, on_delete=models.PROTECT, related_name="+")
    act = models.CharField(max_length=10, choices=[(one.value, one.value) for one in MediationAct])
    at = models.DateTimeField()
    held_at = models.DateTimeField(null=True)
    unit_id = models.UUIDField()
    to_unit_id = models.UUIDField(null=True)
    by_name = models.CharField(max_length=80)
    place = models.CharField(max_length=200, blank=True)
    names = models.CharField(max_length=200, blank=True)
    words = models.TextField(blank=True)
    facts = models.TextField(blank=True)
    performing = models.TextField(blank=True)
    file_ids = ArrayField(models.UUIDField(), default=list)
