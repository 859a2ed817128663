"""The working calendar as data."""

from django.db import models

from jingwei.kernel.ids import uuid7


class CalendarDay(models.Model):
    """A day that differs from Monday–Friday. Source: the State Council's yearly notice on holidays."""

    day_on = models.DateField(primary_key=True)
    is_working = models.BooleanField()
    name = models.CharField(max_length=40)
    half = models.CharField(max_length=9, blank=True, default="", db_default="")


class CalendarYear(models.Model):
    """A year whose official arrangement has been entered."""

    year = models.PositiveSmallIntegerField(primary_key=True)
    entered_at = models.DateTimeField()


class WorkingHours(models.Model):
    """One stretch of the working day, in minutes after local midnight."""

    starts_minute = models.PositiveSmallIntegerField()
    ends_minute = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_minute__gt=models.F("starts_minute")), name="clocks_hours_order"
            )
        ]


class Policy(models.Model):
    """A version of the clock policy, in force from its day on."""

    from_on = models.DateField(unique=True)
    quiet_from_minute = models.PositiveSmallIntegerField()
    quiet_until_minute = models.PositiveSmallIntegerField()
    extension_times = models.PositiveSmallIntegerField()
    extension_limit = models.CharField(max_length=8)
    entered_at = models.DateTimeField()


class PolicyLimit(models.Model):
    """The three clocks of the items that begin with a code; an empty one means all."""

    policy = models.ForeignKey(Policy, on_delete=models.CASCADE, related_name="+")
    item_prefix = models.CharField(max_length=6, blank=True)
    is_urgent = models.BooleanField()
    first_limit = models.CharField(max_length=8)
    progress_limit = models.CharField(max_length=8)
    solution_limit = models.CharField(max_length=8)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["policy", "item_prefix", "is_urgent"], name="clocks_policylimit_once"
            )
        ]


class PolicyWarning(models.Model):
    """When a colour comes, in percent of the limit, and who answers it."""

    policy = models.ForeignKey(Policy, on_delete=models.CASCADE, related_name="+")
    colour = models.CharField(max_length=8)
    percent = models.PositiveSmallIntegerField()
    answered_by = models.CharField(max_length=8)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["policy", "colour"], name="clocks_policywarning_once")]


class Watch(models.Model):
    """Something that somebody owes by a moment, beside the incidents' own clocks.

    Seen by machines alone: whose subject it is shows it. ``left_minutes`` and ``given`` (limits, by comma) wait for the
    end of a pause; ``next_at`` is when the sweep has to look at it again, nothing while it stands still or is over.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    kind = models.CharField(max_length=40)
    subject_id = models.UUIDField()
    incident_id = models.UUIDField(null=True)
    unit_id = models.UUIDField(null=True)
    post_id = models.UUIDField(null=True)
    area_code = models.CharField(max_length=15, blank=True)
    title_zh = models.CharField(max_length=60)
    title_en = models.CharField(max_length=120)
    target = models.CharField(max_length=120)
    is_urgent = models.BooleanField(default=False)
    started_at = models.DateTimeField()
    limit = models.CharField(max_length=8)
    due_at = models.DateTimeField(null=True)
    warn_at = models.DateTimeField(null=True)
    is_provisional = models.BooleanField(default=False)
    is_overdue = models.BooleanField(default=False)
    paused_at = models.DateTimeField(null=True)
    pause_reason = models.CharField(max_length=200, blank=True)
    left_minutes = models.IntegerField(null=True)
    is_left_working = models.BooleanField(default=True)
    given = models.CharField(max_length=120, blank=True)
    ended_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=20, blank=True)
    next_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "subject_id"], name="clocks_watch_one_open", condition=models.Q(ended_at=None)
            ),
            models.CheckConstraint(
                condition=models.Q(unit_id=None) ^ models.Q(post_id=None), name="clocks_watch_owed"
            ),
        ]
        indexes = [
            models.Index(
                fields=["next_at"], name="clocks_watch_next", condition=models.Q(next_at__isnull=False)
            ),
            models.Index(fields=["kind", "subject_id", "started_at"], name="clocks_watch_subject"),
        ]
