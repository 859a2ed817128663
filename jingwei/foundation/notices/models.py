"""The inbox, what is on its way out, and what the fake outlet was given."""

from django.db import models
from django.db.models import Q

from jingwei.foundation.notices.contracts import Audience, Channel
from jingwei.foundation.notices.rules import MessageState
from jingwei.kernel.ids import uuid7


class Notice(models.Model):
    """Something a post or a person should know. ``times`` counts what was folded into it; ``at`` is the latest.

    ``target`` is what it is about (``incidents.incident:UUID``), ``fold`` what makes two notices one.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    post_id = models.UUIDField(null=True)
    person_id = models.UUIDField(null=True)
    kind = models.CharField(max_length=60)
    fold = models.CharField(max_length=120)
    title_zh = models.CharField(max_length=120)
    title_en = models.CharField(max_length=200)
    body_zh = models.CharField(max_length=500, blank=True)
    body_en = models.CharField(max_length=800, blank=True)
    target = models.CharField(max_length=120, blank=True)
    is_urgent = models.BooleanField(default=False)
    times = models.PositiveIntegerField(default=1)
    first_at = models.DateTimeField()
    at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)
    read_by_id = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(post_id=None, person_id__isnull=False) | Q(post_id__isnull=False, person_id=None),
                name="notices_notice_one_reader",
            ),
        ]
        indexes = [
            models.Index(fields=["post_id", "-at", "-id"], name="notices_notice_post"),
            models.Index(fields=["person_id", "-at", "-id"], name="notices_notice_person"),
            models.Index(fields=["post_id", "kind"], name="notices_post_unread", condition=Q(read_at=None)),
            models.Index(
                fields=["person_id", "kind"], name="notices_person_unread", condition=Q(read_at=None)
            ),
        ]


class Announcement(models.Model):
    """Something a desk or an administrator tells many posts of their area. What was sent is not changed, only withdrawn.

    ``receivers`` is None until it has been spread; a post that is filled later does not receive it any more.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    title = models.CharField(max_length=80)
    words = models.TextField()
    area_codes = models.JSONField()
    roles = models.JSONField()
    unit_ids = models.JSONField()
    must_confirm = models.BooleanField(default=False)
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True)
    author_name = models.CharField(max_length=80)
    author_person_id = models.UUIDField(null=True)
    author_post_id = models.UUIDField(null=True)
    author_unit_id = models.UUIDField(null=True)
    author_unit_name = models.CharField(max_length=120, blank=True)
    area_code = models.CharField(max_length=15)
    created_at = models.DateTimeField()
    spread_at = models.DateTimeField(null=True)
    receivers = models.PositiveIntegerField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by_id = models.UUIDField(null=True)
    withdrawn_reason = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until_at=None) | Q(until_at__gt=models.F("from_at")),
                name="notices_announcement_order",
            ),
        ]
        indexes = [models.Index(fields=["area_code", "-from_at", "-id"], name="notices_announcement_area")]


class Receiver(models.Model):
    """A post that received an announcement, and who confirmed it there."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    announcement = models.ForeignKey(Announcement, on_delete=models.CASCADE, related_name="+")
    post_id = models.UUIDField()
    unit_id = models.UUIDField(null=True)
    from_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True)
    confirmed_by_id = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["announcement", "post_id"], name="notices_receiver_once"),
        ]
        indexes = [models.Index(fields=["post_id", "-from_at", "-id"], name="notices_receiver_post")]


class Outgoing(models.Model):
    """A message on its way out. The address is sealed as the domain sealed it, and opened only to send."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    channel = models.CharField(max_length=10, choices=[(c.value, c.value) for c in Channel])
    audience = models.CharField(max_length=10, choices=[(a.value, a.value) for a in Audience])
    is_urgent = models.BooleanField(default=False)
    once = models.CharField(max_length=160, unique=True)
    target = models.CharField(max_length=120)
    subject_id = models.UUIDField(null=True)
    address_field = models.JSONField()
    address_sealed = models.BinaryField(null=True)
    text_sealed = models.BinaryField(null=True)
    state = models.CharField(max_length=10, choices=[(s.value, s.value) for s in MessageState])
    tries = models.PositiveSmallIntegerField(default=0)
    created_at = models.DateTimeField()
    due_at = models.DateTimeField()
    begun_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    outlet = models.CharField(max_length=40, blank=True)
    reference = models.CharField(max_length=120, blank=True)
    trouble = models.CharField(max_length=60, blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["due_at"], name="notices_outgoing_open", condition=Q(state__in=["waiting", "sending"])
            ),
            models.Index(fields=["target"], name="notices_outgoing_target"),
            models.Index(fields=["ended_at"], name="notices_outgoing_ended"),
        ]


class FakeDelivery(models.Model):
    """What the fake outlet was given, for tests and the demonstration. Nothing in it has left the house."""

    id = models.UUIDField(primary_key=True, editable=False)
    channel = models.CharField(max_length=10)
    address_masked = models.CharField(max_length=40)
    text = models.CharField(max_length=500)
    at = models.DateTimeField()
