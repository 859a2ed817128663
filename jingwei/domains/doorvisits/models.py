"""What is asked at the door, by version; visits, and which records each of them wrote. No value of anybody stands here."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from jingwei.foundation.scoping import AREA_COLUMNS, ScopedModel
from jingwei.kernel.ids import uuid7


class VisitFormVersion(models.Model):
    """One published version: in force from its day until the next one's. ``questions`` as ``rules.forms`` writes them."""

    version = models.PositiveIntegerField(primary_key=True)
    valid_from = models.DateField()
    title_zh = models.CharField(max_length=40)
    title_en = models.CharField(max_length=80)
    questions = models.JSONField()
    published_at = models.DateTimeField()
    published_by = models.CharField(max_length=80)


class DoorVisit(ScopedModel):
    """One visit. The id is made by the client, so that sending it twice visits once.

    ``notes`` is how many notes were taken; which ones stands nowhere, because a note is nobody's. What was asked is told
    by the form's version, what was answered by the histories of the records.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    house_id = models.UUIDField()
    form_version = models.PositiveIntegerField()
    visited_at = models.DateTimeField()
    person_id = models.UUIDField(null=True)
    post_id = models.UUIDField(null=True)
    unit_id = models.UUIDField(null=True)
    officer_name = models.CharField(max_length=80)
    changed = models.PositiveSmallIntegerField(default=0)
    confirmed = models.PositiveSmallIntegerField(default=0)
    notes = models.PositiveSmallIntegerField(default=0)

    owner_field = "person_id"

    class Meta:
        indexes = [
            *(
                models.Index(fields=[column, "-visited_at", "-id"], name=f"doorvisits_visit_{name}")
                for name, column in AREA_COLUMNS.items()
            ),
            models.Index(fields=["person_id", "-visited_at", "-id"], name="doorvisits_visit_own"),
            models.Index(fields=["house_id", "-visited_at"], name="doorvisits_visit_house"),
            models.Index(fields=["scope_code"], name="doorvisits_visit_scope"),
            models.Index(fields=["visited_at"], name="doorvisits_visit_old"),
        ]


class Landed(models.Model):
    """A record that a visit wrote: the line of its history, which fields changed and which were found unchanged."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    visit = models.ForeignKey(DoorVisit, on_delete=models.CASCADE, related_name="+", db_index=False)
    kind = models.CharField(max_length=30)
    record_id = models.UUIDField()
    change_id = models.UUIDField()
    deed = models.CharField(max_length=12)
    changed = ArrayField(models.CharField(max_length=30), default=list)
    unchanged = ArrayField(models.CharField(max_length=30), default=list)

    class Meta:
        indexes = [models.Index(fields=["record_id"], name="doorvisits_landed_record")]
        constraints = [
            models.UniqueConstraint(fields=["visit", "kind", "record_id"], name="doorvisits_landed_once")
        ]
