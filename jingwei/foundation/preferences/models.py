"""Saved views. A view is its person's; a shared one is read by the unit it was shared with."""

from django.db import models
from django.db.models import Q

from jingwei.foundation.preferences.contracts import Place
from jingwei.kernel.ids import uuid7


class SavedView(models.Model):
    """A list narrowed, sorted and laid out as somebody wants to find it again. ``shared_unit_id`` reads it too."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person_id = models.UUIDField()
    shared_unit_id = models.UUIDField(null=True)
    place = models.CharField(max_length=20, choices=[(p.value, p.value) for p in Place])
    name = models.CharField(max_length=40)
    query = models.CharField(max_length=2000, blank=True)
    position = models.PositiveSmallIntegerField(default=0)
    is_default = models.BooleanField(default=False)
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person_id", "place", "name"], name="preferences_view_name_once"),
            models.UniqueConstraint(
                fields=["person_id", "place"],
                name="preferences_view_one_default",
                condition=Q(is_default=True),
            ),
        ]
        indexes = [
            models.Index(
                fields=["shared_unit_id", "place"],
                name="preferences_view_shared",
                condition=Q(shared_unit_id__isnull=False),
            ),
        ]
