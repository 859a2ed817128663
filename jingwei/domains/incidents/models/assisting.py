"""Units that help the lead 协办."""

from django.db import models
from django.db.models import Q

from jingwei.domains.incidents.models.incident import Fact


class Assist(Fact):
    """A unit that helps the lead 协办: its own time, evidence and result; never a second lead.

    ``done_version`` is the step whose files are its evidence. ``due_at`` is empty while the matter waits.
    """

    unit_id = models.UUIDField()
    asked_at = models.DateTimeField()
    asked_by_post_id = models.UUIDField(null=True)
    words = models.TextField()
    limit = models.CharField(max_length=8)
    due_at = models.DateTimeField(null=True)
    taken_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=10, blank=True)
    result = models.TextField(blank=True)
    done_version = models.PositiveIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["incident", "unit_id"], name="incidents_assist_one_open", condition=Q(ended_at=None)
            ),
        ]
        indexes = [
            models.Index(fields=["incident", "asked_at"], name="incidents_assist_case"),
            models.Index(fields=["unit_id"], name="incidents_assist_open", condition=Q(ended_at=None)),
        ]
