"""A draft of a division: its grids as they are to be, and every change that was made to them."""

from django.contrib.gis.db import models

from jingwei.foundation.areas.contracts import AreaKind, Layer
from jingwei.foundation.scoping import ScopedModel
from jingwei.foundation.territory.rules.features import Base, DraftState, Verb
from jingwei.kernel.ids import uuid7


class Draft(ScopedModel):
    """What is to become of a township or a county. ``scope_code`` is the area it stands on.

    ``version`` counts changes: whoever changes says which they saw, and nobody's work is written over.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    title = models.CharField(max_length=80)
    state = models.CharField(max_length=10, choices=[(s.value, s.value) for s in DraftState])
    version = models.PositiveIntegerField(default=1)
    opened_by_name = models.CharField(max_length=80)
    opened_by_post = models.UUIDField(null=True)
    opened_at = models.DateTimeField()
    changed_by_name = models.CharField(max_length=80)
    changed_at = models.DateTimeField()
    trouble = models.JSONField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["-opened_at", "-id"], name="territory_draft_newest"),
            models.Index(fields=["township_code"], name="territory_draft_township"),
            models.Index(fields=["county_code"], name="territory_draft_county"),
        ]


class Feature(models.Model):
    """A grid of a draft. ``base_id`` is the version in force that it comes from; ``is_closed`` ones are not shown.

    An outline may be wrong here (that is what faults are for); in the division it never is.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="+", db_index=False)
    layer = models.CharField(max_length=8, choices=[(one.value, one.value) for one in Layer])
    code = models.CharField(max_length=15, blank=True)
    name = models.CharField(max_length=80, blank=True)
    kind = models.CharField(max_length=8, choices=[(k.value, k.value) for k in AreaKind])
    parent_code = models.CharField(max_length=12, blank=True)
    households = models.PositiveIntegerField(null=True)
    people = models.PositiveIntegerField(null=True)
    outline = models.MultiPolygonField(srid=4326, null=True, spatial_index=False)
    base_id = models.BigIntegerField(null=True)
    base_code = models.CharField(max_length=15, blank=True)
    base = models.CharField(max_length=8, choices=[(one.value, one.value) for one in Base])
    is_closed = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(fields=["draft", "layer", "code"], name="territory_feature_draft")]


class Change(models.Model):
    """One change of a draft, with the grids it touched before and after: append-only but for the mark of undoing."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="+", db_index=False)
    number = models.PositiveIntegerField()
    version = models.PositiveIntegerField()
    verb = models.CharField(max_length=10, choices=[(v.value, v.value) for v in Verb])
    note_zh = models.CharField(max_length=200)
    note_en = models.CharField(max_length=200)
    by_name = models.CharField(max_length=80)
    by_post = models.UUIDField(null=True)
    at = models.DateTimeField()
    before = models.JSONField(default=list)
    after = models.JSONField(default=list)
    is_undone = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["draft", "number"], name="territory_change_once")]


class Answer(models.Model):
    """What becomes of a post or a unit whose area closes: it moves to another, or it is closed with it."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="+", db_index=False)
    subject = models.CharField(max_length=4, choices=[("post", "post"), ("unit", "unit")], default="post")
    subject_id = models.UUIDField()
    answer = models.CharField(max_length=8, choices=[("move", "move"), ("close", "close")])
    to_code = models.CharField(max_length=15, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["draft", "subject_id"], name="territory_answer_once")]
