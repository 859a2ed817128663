"""The audit: append-only. The application's database role can insert and select, never change."""

from django.db import models

INSPECTED = ("export_rows", "approve_export", "take_call", "read_audit", "manage_posts", "read_adoption")
"""Under which permissions people take along, or listen to, what not everybody sees: inspectors look through these."""


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
            models.Index(
                fields=["at", "id"],
                name="audit_entry_inspected",
                condition=models.Q(permission__in=INSPECTED),
            ),
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
    anchor_count = models.PositiveIntegerField(default=0, db_default=0)
    witness_count = models.PositiveIntegerField(default=0, db_default=0)


class Walk(models.Model):
    """A whole verification on its way, portion by portion; when it has arrived it leaves a ``Check``.

    It is progress, not proof, so it may be changed; nothing in it names anybody.
    """

    id = models.BigAutoField(primary_key=True)
    begun_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)
    seal_total = models.PositiveIntegerField()
    reached = models.PositiveBigIntegerField(default=0)
    entry_count = models.PositiveBigIntegerField(default=0)
    findings = models.JSONField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["finished_at"],
                condition=models.Q(finished_at=None),
                nulls_distinct=False,
                name="audit_walk_one_at_a_time",
            ),
        ]


class Era(models.Model):
    """After a restore into a new cluster, transactions count from the beginning: the offset lifts them. Append-only."""

    id = models.BigAutoField(primary_key=True)
    began_at = models.DateTimeField()
    xact_offset = models.BigIntegerField()
    reason = models.CharField(max_length=400)
