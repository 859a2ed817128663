"""Tasks from above, each receiver's share of them, and what was done to a share."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from jingwei.domains.tasking.contracts import Measure, Repeat, ShareState, TaskAct
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.scoping import NONE, ScopedModel
from jingwei.kernel.ids import uuid7


class Task(ScopedModel):
    """What a level asks of those below: its area is the giver's. Receivers see it through their shares.

    A task that repeats is one of a series: ``series_no`` since ``series_from``; its latest alone has ``next_at``.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    title = models.CharField(max_length=80)
    words = models.TextField(blank=True)
    measure = models.CharField(max_length=8, choices=[(one.value, one.value) for one in Measure])
    target_unit = models.CharField(max_length=10, blank=True)
    form = models.JSONField(default=list)
    file_ids = ArrayField(models.UUIDField(), default=list)
    due_at = models.DateTimeField()
    giver_unit_id = models.UUIDField(null=True)
    giver_post_id = models.UUIDField(null=True)
    giver_name = models.CharField(max_length=80)
    giver_unit_name = models.CharField(max_length=80, blank=True)
    given_at = models.DateTimeField()
    repeats = models.CharField(
        max_length=8, blank=True, default="", choices=[(one.value, one.value) for one in Repeat]
    )
    repeats_until = models.DateField(null=True)
    series_id = models.UUIDField(null=True)
    series_from = models.DateTimeField(null=True)
    series_no = models.PositiveIntegerField(default=0)
    next_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["giver_unit_id", "-given_at", "-id"], name="tasking_task_by_unit"),
            models.Index(fields=["giver_post_id", "-given_at", "-id"], name="tasking_task_by_post"),
            models.Index(fields=["scope_code"], name="tasking_task_scope"),
            models.Index(fields=["next_at"], name="tasking_task_next", condition=Q(next_at__isnull=False)),
            models.Index(
                fields=["series_id"], name="tasking_task_series", condition=Q(series_id__isnull=False)
            ),
        ]

    @classmethod
    def sight_by_part(cls, actor: Actor) -> Q:
        """The giver's unit and post, and whoever sees one of its shares."""
        mine = Q(pk__in=Share.objects.visible_to(actor).values("task_id"))
        if actor.sharing_unit_id is not None:
            mine |= Q(giver_unit_id=actor.sharing_unit_id)
        return mine | Q(giver_post_id=actor.post_id) if actor.post_id is not None else mine


class Share(ScopedModel):
    """One receiver's part of a task; its area is the receiver's.

    ``receiver_post_id`` is set where it was given to a post, of the unit beside it. ``above_units`` are the units of
    all who passed it down, first the one that gave the task; ``parent`` is the share it was split from. ``done`` is
    what the receiver has reported of its own doing, without what it passed down.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="+", db_index=False)
    parent = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    depth = models.PositiveSmallIntegerField()
    receiver_unit_id = models.UUIDField(null=True)
    receiver_post_id = models.UUIDField(null=True)
    receiver_name = models.CharField(max_length=120)
    giver_unit_id = models.UUIDField(null=True)
    giver_post_id = models.UUIDField(null=True)
    above_units = ArrayField(models.UUIDField(), default=list)
    state = models.PositiveSmallIntegerField(choices=[(int(one), one.name) for one in ShareState])
    target = models.PositiveIntegerField(null=True)
    done = models.PositiveIntegerField(default=0)
    values = models.JSONField(default=dict)
    due_at = models.DateTimeField()
    given_at = models.DateTimeField()
    acknowledged_at = models.DateTimeField(null=True)
    reported_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    urged = models.PositiveSmallIntegerField(default=0)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [
            models.Index(fields=["task", "given_at"], name="tasking_share_task"),
            models.Index(fields=["receiver_unit_id", "due_at", "id"], name="tasking_share_unit"),
            models.Index(
                fields=["receiver_post_id", "due_at", "id"],
                name="tasking_share_post",
                condition=Q(receiver_post_id__isnull=False),
            ),
            models.Index(fields=["giver_unit_id", "due_at", "id"], name="tasking_share_given"),
            models.Index(fields=["giver_post_id", "due_at", "id"], name="tasking_share_given_by_post"),
            models.Index(fields=["county_code", "due_at", "id"], name="tasking_share_county"),
            models.Index(fields=["township_code", "due_at", "id"], name="tasking_share_township"),
            models.Index(fields=["community_code", "due_at", "id"], name="tasking_share_community"),
            models.Index(fields=["scope_code"], name="tasking_share_scope"),
        ]

    @classmethod
    def sight_by_part(cls, actor: Actor) -> Q:
        """The receiver, the giver, and every unit above that passed it down."""
        found = NONE
        if (unit_id := actor.sharing_unit_id) is not None:
            found |= Q(receiver_unit_id=unit_id) | Q(above_units__contains=[unit_id])
        if actor.post_id is not None:
            found |= Q(receiver_post_id=actor.post_id) | Q(giver_post_id=actor.post_id)
        return found


class ShareEntry(models.Model):
    """One line of a share's course: append-only."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    share = models.ForeignKey(Share, on_delete=models.PROTECT, related_name="+", db_index=False)
    act = models.CharField(max_length=12, choices=[(one.value, one.value) for one in TaskAct])
    at = models.DateTimeField()
    person_id = models.UUIDField(null=True)
    post_id = models.UUIDField(null=True)
    unit_id = models.UUIDField(null=True)
    actor_name = models.CharField(max_length=80)
    remark = models.CharField(max_length=500, blank=True)
    done = models.PositiveIntegerField(null=True)
    values = models.JSONField(default=dict)
    due_at = models.DateTimeField(null=True)
    file_ids = ArrayField(models.UUIDField(), default=list)

    class Meta:
        indexes = [models.Index(fields=["share", "at", "id"], name="tasking_entry_order")]
