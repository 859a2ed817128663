"""Warnings of a matter's clocks, and their answers."""

from django.db import models

from jingwei.domains.incidents.models.incident import Fact


class ClockWarning(Fact):
    """A warning before a deadline, or that it passed, and its answer. Once for each colour of each deadline."""

    clock = models.CharField(max_length=10)
    colour = models.CharField(max_length=8)
    due_at = models.DateTimeField()
    warned_at = models.DateTimeField()
    answered_by = models.CharField(max_length=8)
    answered_at = models.DateTimeField(null=True)
    answer_post_id = models.UUIDField(null=True)
    answer_name = models.CharField(max_length=80, blank=True)
    answer = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["incident", "clock", "colour", "due_at"], name="incidents_clockwarning_once"
            ),
        ]
        indexes = [
            models.Index(
                fields=["due_at", "id"],
                name="incidents_warning_open",
                condition=models.Q(answered_at=None),
            ),
        ]
