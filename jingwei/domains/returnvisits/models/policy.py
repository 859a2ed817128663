"""Who is visited, as dated data."""

from django.db import models

from jingwei.kernel.ids import uuid7


class Policy(models.Model):
    """A version, in force from its day on. ``lines`` is an ordered list of item prefix, area code and share."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    from_on = models.DateField(unique=True)
    limit = models.CharField(max_length=8)
    tries = models.PositiveSmallIntegerField()
    sends_link = models.BooleanField()
    link_days = models.PositiveSmallIntegerField()
    lines = models.JSONField(default=list)
    entered_at = models.DateTimeField()
    entered_by_name = models.CharField(max_length=80)
