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


class Seal(models.Model):
    """One link of the chain that seals entries: append-only for the application's role, like the entries.

    It covers every entry whose ``xact`` lies in ``from_xact`` (inclusive) … ``to_xact`` (exclusive). ``marks`` holds
    16 bytes per entry in (xact, id) order, 8 of its id and 8 of a keyed digest of its columns: enough to say *which*
    entry was changed, taken out or put in. ``digest`` is keyed over the previous seal's digest and all of this.
    """

    number = models.PositiveBigIntegerField(primary_key=True)
    sealed_at = models.DateTimeField()
    from_xact = models.BigIntegerField()
    to_xact = models.BigIntegerField()
    entry_count = models.PositiveIntegerField()
    marks = models.BinaryField()
    key_mark = models.BinaryField()
    digest = models.BinaryField()


class Check(models.Model):
    """One whole verification: what it went over and what it found. Append-only."""

    id = models.BigAutoField(primary_key=True)
    checked_at = models.DateTimeField()
    seal_count = models.PositiveIntegerField()
    entry_count = models.PositiveBigIntegerField()
    unsealed_count = models.PositiveIntegerField()
    findings = models.JSONField()


class Era(models.Model):
    """After a restore into a new cluster, transactions count from the beginning: the offset lifts them. Append-only."""

    id = models.BigAutoField(primary_key=True)
    began_at = models.DateTimeField()
    xact_offset = models.BigIntegerField()
    reason = models.CharField(max_length=400)
