"""The working calendar as data."""

from django.db import models


class CalendarDay(models.Model):
    """A day that differs from Monday–Friday. Source: the State Council's yearly notice on holidays."""

    day_on = models.DateField(primary_key=True)
    is_working = models.BooleanField()
    name = models.CharField(max_length=40)


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
