"""What stands beside an incident when it changes hands: objections, precedents, ties, and the policy about them."""

from django.db import models
from django.db.models import Q

from jingwei.domains.incidents.models.incident import Fact
from jingwei.kernel.ids import uuid7


class Objection(Fact):
    """A unit's objection 异议 to a task: whose it should be, why, and what the referee decided.

    The unit keeps the task and its clock until then; the referee's own time runs on a watch (clocks).
    """

    assignment_id = models.UUIDField()
    unit_id = models.UUIDField()
    named_unit_id = models.UUIDField()
    reason = models.TextField()
    asked_at = models.DateTimeField()
    asked_by_post_id = models.UUIDField(null=True)
    referee_id = models.UUIDField()
    referee_area = models.CharField(max_length=15)
    due_at = models.DateTimeField(null=True)
    decided_at = models.DateTimeField(null=True)
    decided_by_post_id = models.UUIDField(null=True)
    outcome = models.CharField(max_length=10, blank=True)
    given_unit_id = models.UUIDField(null=True)
    ruling = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["incident"], name="incidents_objection_one_open", condition=Q(decided_at=None)
            ),
        ]
        indexes = [models.Index(fields=["incident", "asked_at"], name="incidents_objection_case")]


class Precedent(models.Model):
    """What a ruling says for cases to come: item, area, from whom to whom, why. Nothing of the matter itself.

    ``area_code`` is the referee's area, which the ruling binds; ``place_code`` the community it was about.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    objection_id = models.UUIDField(unique=True)
    incident_id = models.UUIDField()
    item_code = models.CharField(max_length=6)
    item_name = models.CharField(max_length=80)
    place_code = models.CharField(max_length=15)
    area_code = models.CharField(max_length=15)
    from_unit_id = models.UUIDField()
    named_unit_id = models.UUIDField()
    to_unit_id = models.UUIDField()
    is_upheld = models.BooleanField()
    ruling = models.CharField(max_length=500)
    ruled_at = models.DateTimeField()
    ruled_by_unit_id = models.UUIDField()
    drafted_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["item_code", "-ruled_at"], name="incidents_precedent_item"),
            models.Index(fields=["area_code", "-ruled_at"], name="incidents_precedent_area"),
        ]


class Tie(Fact):
    """How a matter hangs on another: as its child task, or as its return at the same place (``times`` before)."""

    other_id = models.UUIDField()
    kind = models.CharField(max_length=10)
    tied_at = models.DateTimeField()
    distance_m = models.PositiveIntegerField(null=True)
    days = models.PositiveIntegerField(null=True)
    times = models.PositiveIntegerField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["incident", "kind"], name="incidents_tie_once")]
        indexes = [models.Index(fields=["other_id", "kind"], name="incidents_tie_other")]


class HandoffRule(models.Model):
    """What a city decided about changing hands, from a day on; the latest that has begun holds."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    from_on = models.DateField(unique=True)
    returns = models.CharField(max_length=14)
    objection_limit = models.CharField(max_length=8)
    recurrence_radius_m = models.PositiveIntegerField()
    recurrence_days = models.PositiveIntegerField()
    set_at = models.DateTimeField()
    set_by = models.CharField(max_length=80)
