"""Joint meetings 联席会议: who was asked, who came, what was said and what was decided."""

from django.contrib.gis.db import models
from django.contrib.postgres.fields import ArrayField
from django.db.models import Q

from jingwei.domains.joint.contracts import DecisionKind, MeetingState
from jingwei.domains.joint.models.called import Shared
from jingwei.kernel.ids import uuid7


class Meeting(Shared):
    """One meeting. Its minutes are written once; what was decided goes on in rows of their own."""

    title = models.CharField(max_length=60)
    agenda = models.CharField(max_length=2000)
    place = models.CharField(max_length=200)
    starts_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=[(one.value, one.value) for one in MeetingState])
    ended_at = models.DateTimeField(null=True)
    chaired_by = models.CharField(max_length=80, blank=True)
    minutes = models.TextField(blank=True)
    remark = models.CharField(max_length=500, blank=True)
    file_ids = ArrayField(models.UUIDField(), default=list)

    class Meta:
        indexes = [
            models.Index(fields=["-starts_at", "-id"], name="joint_meeting_newest"),
            models.Index(fields=["unit_id", "-starts_at"], name="joint_meeting_caller"),
            models.Index(fields=["incident"], name="joint_meeting_case", condition=Q(incident__isnull=False)),
        ]


class Invited(models.Model):
    """A unit that was asked to a meeting; ``came`` is null until the minutes say."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="+", db_index=False)
    unit_id = models.UUIDField()
    came = models.BooleanField(null=True)
    names = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["meeting", "unit_id"], name="joint_invited_once")]


class Decision(models.Model):
    """What was decided: a task of its own with a deadline, or an assist or a matter that is followed up there."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="+", db_index=False)
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10, choices=[(one.value, one.value) for one in DecisionKind])
    words = models.CharField(max_length=500)
    unit_id = models.UUIDField(null=True)
    due_at = models.DateTimeField(null=True)
    incident_id = models.UUIDField(null=True)
    assist_id = models.UUIDField(null=True)
    done_at = models.DateTimeField(null=True)
    done_by_name = models.CharField(max_length=80, blank=True)
    result = models.CharField(max_length=1000, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["meeting", "number"], name="joint_decision_number")]
        indexes = [
            models.Index(fields=["unit_id", "due_at"], name="joint_decision_open", condition=Q(done_at=None)),
        ]
