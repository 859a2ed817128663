"""What was published: which versions came and went, and how the rows that stand on the ground follow."""

from django.db import models

from jingwei.foundation.scoping import ScopedModel
from jingwei.foundation.territory.models.drafts import Draft
from jingwei.foundation.territory.rules.publishing import PublicationState, Purpose, RunState
from jingwei.kernel.ids import uuid7


class Publication(ScopedModel):
    """A draft put in force on a day."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    draft = models.ForeignKey(Draft, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=80)
    on = models.DateField()
    state = models.CharField(max_length=10, choices=[(s.value, s.value) for s in PublicationState])
    reason = models.CharField(max_length=500)
    published_by_name = models.CharField(max_length=80)
    published_by_post = models.UUIDField(null=True)
    published_at = models.DateTimeField()
    undone_by_name = models.CharField(max_length=80, blank=True)
    undone_at = models.DateTimeField(null=True)
    undo_reason = models.CharField(max_length=500, blank=True)
    opened = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)
    closed = models.PositiveIntegerField(default=0)

    class Meta:
        indexes = [
            models.Index(fields=["-published_at", "-id"], name="territory_pub_newest"),
            models.Index(fields=["on"], name="territory_pub_due", condition=models.Q(state="scheduled")),
        ]


class PublishedVersion(models.Model):
    """One area of a publication: the version it ended, and the one it began (rows of ``areas_area``).

    ``successors`` are the codes on whose ground a closed area's rows without a position go on.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    publication = models.ForeignKey(Publication, on_delete=models.CASCADE, related_name="+")
    code = models.CharField(max_length=15)
    before_id = models.BigIntegerField(null=True)
    after_id = models.BigIntegerField(null=True)
    has_new_ground = models.BooleanField()
    successors = models.JSONField(default=list)


class MovedPost(models.Model):
    """What a publication did to a post or a unit, so that it can be undone. Without ``to_code`` it was closed."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    publication = models.ForeignKey(Publication, on_delete=models.CASCADE, related_name="+")
    subject = models.CharField(max_length=4, choices=[("post", "post"), ("unit", "unit")], default="post")
    subject_id = models.UUIDField()
    from_code = models.CharField(max_length=15)
    to_code = models.CharField(max_length=15, blank=True)


class Run(models.Model):
    """The moving of rows after a publication or its undoing. ``tables`` tells how far each has come.

    ``codes`` are the areas whose rows may have to move, ``closed`` where rows without a position go from those that
    stand no more.
    ``token`` names the only runner that may go on; one that lost it finds out at its next batch and leaves.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    publication = models.ForeignKey(Publication, on_delete=models.CASCADE, related_name="+")
    purpose = models.CharField(max_length=8, choices=[(p.value, p.value) for p in Purpose])
    state = models.CharField(max_length=10, choices=[(s.value, s.value) for s in RunState])
    codes = models.JSONField(default=list)
    closed = models.JSONField(default=dict)
    tables = models.JSONField(default=list)
    token = models.UUIDField(null=True)
    begun_at = models.DateTimeField()
    beat_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["beat_at"], name="territory_run_going", condition=~models.Q(state="done")),
        ]


class Move(models.Model):
    """One row that follows its ground. Kept until a later publication or the undoing needs it no more."""

    id = models.BigAutoField(primary_key=True)
    run = models.ForeignKey(Run, on_delete=models.CASCADE, related_name="+", db_index=False)
    table_name = models.CharField(max_length=60)
    row_key = models.CharField(max_length=40)
    from_code = models.CharField(max_length=15)
    to_code = models.CharField(max_length=15)
    to_special = models.CharField(max_length=15, null=True)
    is_told = models.BooleanField()
    is_done = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["run", "table_name", "row_key"], name="territory_move_once")
        ]
        indexes = [
            models.Index(
                fields=["run", "table_name", "id"],
                name="territory_move_waiting",
                condition=models.Q(is_done=False),
            ),
        ]
