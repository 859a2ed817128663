"""Notes of what is on people's minds 民情: a topic, a place, an occasion. No column says who holds the concern."""

from typing import Any

from django.contrib.gis.db import models
from django.db.models import Q

from jingwei.domains.concerns.contracts import ConcernOccasion
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.scoping import AREA_COLUMNS, NONE, ScopedModel
from jingwei.kernel.ids import uuid7


class Topic(models.Model):
    """One topic of the city's own tree: two digits a class, four a topic below it. Put out of use, never taken away."""

    code = models.CharField(primary_key=True, max_length=4)
    name = models.CharField(max_length=40)
    hint = models.CharField(max_length=120, blank=True)
    is_active = models.BooleanField(default=True)


class Concern(ScopedModel):
    """One note. Who took it stands as a post, so that it can be asked; whose concern it is stands nowhere.

    ``times`` is how often this note itself was heard, ``times_all`` with those that were merged into it (``head``).
    A note that is taken up gives its id to the matter or to the entry of the work log that it becomes.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    topic = models.ForeignKey(
        Topic, on_delete=models.PROTECT, related_name="+", db_column="topic_code", db_index=False
    )
    words = models.CharField(max_length=500, blank=True)
    address = models.CharField(max_length=200, blank=True)
    occasion = models.CharField(max_length=12, choices=[(one.value, one.value) for one in ConcernOccasion])
    position = models.PointField(srid=4326, null=True, spatial_index=False)
    given_lon = models.FloatField(null=True)
    given_lat = models.FloatField(null=True)
    datum = models.CharField(max_length=10, blank=True)
    accuracy_m = models.FloatField(null=True)
    special_grid_code = models.CharField(max_length=15, null=True)
    heard_at = models.DateTimeField()
    noted_at = models.DateTimeField()
    last_heard_at = models.DateTimeField()
    times = models.PositiveIntegerField(default=1)
    times_all = models.PositiveIntegerField(default=1)
    post_id = models.UUIDField(null=True)
    unit_id = models.UUIDField(null=True)
    head = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="+")
    incident = models.OneToOneField(
        "incidents.Incident", null=True, on_delete=models.PROTECT, related_name="+"
    )
    receipt_no = models.CharField(max_length=20, blank=True)
    logged_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_reason = models.CharField(max_length=200, blank=True)
    map_key = models.GeneratedField(
        expression=models.Func("position", function="jw_map_key"),
        output_field=models.BigIntegerField(null=True),
        db_persist=True,
    )

    class Meta:
        indexes = [
            *(
                models.Index(fields=[column, "-heard_at", "-id"], name=f"concerns_concern_{name}")
                for name, column in AREA_COLUMNS.items()
            ),
            models.Index(fields=["post_id", "-heard_at", "-id"], name="concerns_concern_own"),
            models.Index(fields=["scope_code"], name="concerns_concern_scope"),
            models.Index(fields=["map_key"], name="concerns_concern_map_key"),
            models.Index(
                fields=["last_heard_at"],
                condition=~Q(words="", address="", withdrawn_reason=""),
                name="concerns_words",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="concerns_taken_up_once",
                condition=Q(incident=None) | Q(logged_at=None),
            ),
            models.CheckConstraint(
                name="concerns_withdrawn_or_taken_up",
                condition=Q(withdrawn_at=None) | Q(incident=None, logged_at=None, head=None),
            ),
        ]

    @property
    def is_taken_up(self) -> bool:
        return self.incident_id is not None or self.logged_at is not None

    @classmethod
    def sight_by_part(cls, actor: Actor) -> Q:
        """What the post itself has noted, also where it helped out elsewhere."""
        return Q(post_id=actor.post_id) if actor.post_id is not None else NONE


class Hearing(models.Model):
    """That something was heard, the first time and each time again: append-only, beside its note."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    concern: Any = models.ForeignKey(Concern, on_delete=models.CASCADE, related_name="+")
    heard_at = models.DateTimeField()
    occasion = models.CharField(max_length=12, choices=[(one.value, one.value) for one in ConcernOccasion])
    post_id = models.UUIDField(null=True)
    unit_id = models.UUIDField(null=True)


class WeekCount(ScopedModel):
    """What was heard in one week, at one place, on one topic: what counts are made of.

    ``notes`` are those that stand for themselves, ``heard`` every hearing, ``taken_up`` what became a matter or an entry.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    week = models.DateField()
    topic_code = models.CharField(max_length=4)
    notes = models.IntegerField()
    heard = models.IntegerField()
    taken_up = models.IntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["week", "scope_code", "topic_code"], name="concerns_weekcount_one"
            )
        ]
        indexes = [
            models.Index(fields=[column, "week"], name=f"concerns_week_{name}")
            for name, column in AREA_COLUMNS.items()
        ]
