"""Versions of forms, the city's code tables, and how much a field is used."""

from django.db import models
from django.db.models import Q

from jingwei.kernel.ids import uuid7


class FormVersion(models.Model):
    """One version of the form of a kind: a draft until it is published, then in force from a day until the next one's.

    ``fields`` are the fields in order, as ``rules.definitions`` writes them down. ``edition`` counts the changes of a
    draft, so that two who edit it notice each other.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    kind = models.CharField(max_length=30)
    version = models.PositiveIntegerField()
    valid_from = models.DateField(null=True)
    title_zh = models.CharField(max_length=40)
    title_en = models.CharField(max_length=80)
    fields = models.JSONField(default=list)
    period_days = models.PositiveIntegerField(default=0)
    edition = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField()
    changed_by = models.CharField(max_length=80)
    published_at = models.DateTimeField(null=True)
    published_by = models.CharField(max_length=80, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint("kind", "version", name="forms_version_once"),
            models.UniqueConstraint("kind", condition=Q(valid_from=None), name="forms_version_one_draft"),
            models.CheckConstraint(
                condition=Q(valid_from=None, published_at=None)
                | Q(valid_from__isnull=False, published_at__isnull=False),
                name="forms_version_published",
            ),
        ]


class CityTable(models.Model):
    """A code table of the city's own."""

    key = models.CharField(primary_key=True, max_length=40)
    title_zh = models.CharField(max_length=40)
    title_en = models.CharField(max_length=80)
    source = models.CharField(max_length=80, blank=True)


class CityCode(models.Model):
    """A code of the city's own, or a shipped one that the city has put out of use. Never removed."""

    table_key = models.CharField(max_length=40)
    value = models.CharField(max_length=20)
    name_zh = models.CharField(max_length=40)
    name_en = models.CharField(max_length=80)
    is_active = models.BooleanField(default=True)
    place = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint("table_key", "value", name="forms_code_once")]


class FieldUse(models.Model):
    """How often a field was filled in, and how often somebody made use of what stands in it (filtered, took along).

    ``used`` is noted at most once a day by each process; looks in the clear stand in the privacy app's own record.
    """

    kind = models.CharField(max_length=30)
    key = models.CharField(max_length=30)
    given = models.PositiveBigIntegerField(default=0)
    first_given_on = models.DateField(null=True)
    last_given_on = models.DateField(null=True)
    used = models.PositiveBigIntegerField(default=0)
    last_used_on = models.DateField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint("kind", "key", name="forms_use_once")]
