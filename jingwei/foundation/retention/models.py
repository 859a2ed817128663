"""What proves that retention is carried out: one row for each kind and day."""

from django.db import models


class Run(models.Model):
    """The runs of one kind on one day in China: how often, how many went, how long it took, and whether it failed.

    Holds no ids and nothing of anybody, so everybody who serves may read it.
    """

    kind = models.CharField(max_length=40)
    day = models.DateField()
    runs = models.PositiveIntegerField(default=0)
    failures = models.PositiveIntegerField(default=0)
    gone = models.PositiveBigIntegerField(default=0)
    first_at = models.DateTimeField()
    last_at = models.DateTimeField()
    last_good_at = models.DateTimeField(null=True)
    last_gone = models.PositiveBigIntegerField(default=0)
    last_ms = models.PositiveIntegerField(default=0)
    last_error = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "day"], name="retention_run_once_a_day")]
