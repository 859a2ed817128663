"""The work log 工作日志: what the village settles itself, recorded where it happened, and grown to a work order if need be."""

from django.contrib.gis.db import models
from django.contrib.postgres.fields import ArrayField
from django.db.models import Q

from jingwei.foundation.scoping import AREA_COLUMNS, ScopedModel
from jingwei.kernel.ids import uuid7


class LogEntry(ScopedModel):
    """One thing that was settled on the spot. Names of the item are kept as they were on that day.

    An entry that grows gives its id to the incident, so that its photos go along and growing twice is growing once.
    ``origin`` says what it was made of, where it was: then it has the id of that.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    item_code = models.CharField(max_length=6)
    item_name = models.CharField(max_length=80)
    class_name = models.CharField(max_length=40)
    words = models.CharField(max_length=500, blank=True)
    address = models.CharField(max_length=200, blank=True)
    position = models.PointField(srid=4326, null=True, spatial_index=False)
    given_lon = models.FloatField(null=True)
    given_lat = models.FloatField(null=True)
    datum = models.CharField(max_length=10, blank=True)
    accuracy_m = models.FloatField(null=True)
    special_grid_code = models.CharField(max_length=15, null=True)
    happened_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    person_id = models.UUIDField(null=True)
    post_id = models.UUIDField(null=True)
    unit_id = models.UUIDField(null=True)
    recorder_name = models.CharField(max_length=80)
    file_ids = ArrayField(models.UUIDField(), default=list)
    origin = models.CharField(max_length=10, blank=True)
    incident = models.OneToOneField(
        "incidents.Incident", null=True, on_delete=models.PROTECT, related_name="+"
    )
    receipt_no = models.CharField(max_length=20, blank=True)
    grown_at = models.DateTimeField(null=True)
    grown_by_name = models.CharField(max_length=80, blank=True)
    struck_at = models.DateTimeField(null=True)
    struck_reason = models.CharField(max_length=200, blank=True)

    owner_field = "person_id"

    class Meta:
        indexes = [
            *(
                models.Index(fields=[column, "-happened_at", "-id"], name=f"worklog_entry_{name}")
                for name, column in AREA_COLUMNS.items()
            ),
            models.Index(fields=["person_id", "-happened_at", "-id"], name="worklog_entry_own"),
            models.Index(fields=["scope_code"], name="worklog_entry_scope"),
        ]
        constraints = [
            models.CheckConstraint(
                name="worklog_grown_or_struck", condition=Q(incident=None) | Q(struck_at=None)
            )
        ]


class DayCount(ScopedModel):
    """How much was recorded on one day, at one place, of one item: what counts are made of. Struck-out entries are not in it."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    day = models.DateField()
    item_code = models.CharField(max_length=6)
    item_name = models.CharField(max_length=80)
    entries = models.IntegerField()
    grown = models.IntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["day", "scope_code", "item_code", "item_name"], name="worklog_daycount_one"
            )
        ]
        indexes = [
            models.Index(fields=[column, "day"], name=f"worklog_daycount_{name}")
            for name, column in AREA_COLUMNS.items()
        ]
