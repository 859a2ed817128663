"""The policy of supervision, version by version."""

from django.db import models


class PolicyVersion(models.Model):
    """A version in force from its day on; ``rungs`` is kept as written, the gravest last."""

    from_on = models.DateField(unique=True)
    rungs = models.JSONField()
    note_limit = models.CharField(max_length=8)
    plan_limit = models.CharField(max_length=8)
    recheck_limit = models.CharField(max_length=8)
    repeated_times = models.PositiveSmallIntegerField()
    bad_stars = models.PositiveSmallIntegerField()
    entered_at = models.DateTimeField()
