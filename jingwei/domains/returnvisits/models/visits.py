"""Return visits, and what is counted of them by day, place and unit."""

from django.contrib.gis.db import models
from django.db.models import Q

from jingwei.domains.returnvisits.contracts import VisitState, VisitWay, VisitWhy
from jingwei.domains.returnvisits.models.behind import Behind
from jingwei.foundation.scoping import AREA_COLUMNS
from jingwei.kernel.ids import uuid7


class Visit(Behind):
    """One closing of one matter, about which whoever reported is asked. Written by the machine that keeps them.

    A wish has no closing yet. ``link_index`` finds the visit that a link in a message opens; the link itself is
    stored nowhere.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    incident = models.ForeignKey(
        "incidents.Incident", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    receipt_no = models.CharField(max_length=20)
    item_code = models.CharField(max_length=6, blank=True)
    item_name = models.CharField(max_length=80, blank=True)
    why = models.CharField(max_length=8, choices=[(one.value, one.value) for one in VisitWhy])
    state = models.CharField(max_length=10, choices=[(one.value, one.value) for one in VisitState])
    asked_by_name = models.CharField(max_length=80, blank=True)
    asked_reason = models.CharField(max_length=200, blank=True)
    closed_at = models.DateTimeField(null=True)
    closed_on = models.DateField(null=True)
    planned_at = models.DateTimeField()
    due_at = models.DateTimeField(null=True)
    is_late = models.BooleanField(default=False)
    has_phone = models.BooleanField()
    tries = models.PositiveSmallIntegerField(default=0)
    last_try_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    way = models.CharField(max_length=6, blank=True, choices=[(one.value, one.value) for one in VisitWay])
    is_solved = models.BooleanField(null=True)
    stars = models.PositiveSmallIntegerField(null=True)
    remark = models.CharField(max_length=500, blank=True)
    by_name = models.CharField(max_length=80, blank=True)
    by_post_id = models.UUIDField(null=True)
    reopened_at = models.DateTimeField(null=True)
    link_index = models.BinaryField(null=True, max_length=16)
    link_until = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["incident", "closed_at"], name="returnvisits_visit_once", nulls_distinct=False
            ),
            models.UniqueConstraint(fields=["link_index"], name="returnvisits_visit_link"),
            models.CheckConstraint(
                condition=Q(stars=None) | Q(stars__range=(1, 5)), name="returnvisits_visit_stars"
            ),
        ]
        indexes = [
            *(
                models.Index(fields=[column, "-closed_at", "-id"], name=f"returnvisits_visit_{name}")
                for name, column in AREA_COLUMNS.items()
            ),
            models.Index(fields=["handler_unit_id", "-closed_at", "-id"], name="returnvisits_visit_handler"),
            models.Index(fields=["unit_id", "-closed_at", "-id"], name="returnvisits_visit_caller"),
            models.Index(
                fields=["due_at", "id"], name="returnvisits_visit_waiting", condition=Q(state="waiting")
            ),
        ]


class Count(Behind):
    """What a trigger has counted of visits: one row for each day of closing, place, and units concerned."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    day_on = models.DateField()
    planned = models.IntegerField()
    reached = models.IntegerField()
    unreached = models.IntegerField()
    solved = models.IntegerField()
    satisfied = models.IntegerField()
    late = models.IntegerField()
    reopened = models.IntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["day_on", "scope_code", "unit_id", "handler_unit_id", "about_unit_id", "sight_floor"],
                name="returnvisits_count_once",
                nulls_distinct=False,
            )
        ]
        indexes = [
            *(
                models.Index(fields=[column, "day_on"], name=f"returnvisits_count_{name}")
                for name, column in AREA_COLUMNS.items()
            ),
            models.Index(fields=["handler_unit_id", "day_on"], name="returnvisits_count_handler"),
            models.Index(fields=["unit_id", "day_on"], name="returnvisits_count_caller"),
        ]
