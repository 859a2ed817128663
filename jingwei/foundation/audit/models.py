"""The audit: append-only. The application's database role can insert and select, never change."""

from django.db import models


class Entry(models.Model):
    """One act: who, in which post, with which permission, on what, when, and what changed.

    ``xact`` is the writing transaction; seals cover only transactions that can no longer be joined by older ones.
    """

    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField()
    xact = models.BigIntegerField()
    person_id = models.UUIDField(null=True)
    post_id = models.UUIDField(null=True)
    acting_for_id = models.UUIDField(null=True)
    actor_name = models.CharField(max_length=80)
    role = models.CharField(max_length=20)
    permission = models.CharField(max_length=40)
    target = models.CharField(max_length=120)
    area_code = models.CharField(max_length=15)
    change = models.JSONField()

    class Meta:
        indexes = [
            models.Index(fields=["target", "id"], name="audit_entry_target"),
            models.Index(fields=["person_id", "at"], name="audit_entry_person"),
            models.Index(fields=["xact"], name="audit_entry_xact"),
        ]
