"""What records of the ledger have in common: values by form, when they were last seen, and a history of every field.

No tables here: an app's own model inherits these, as it inherits ``ScopedModel``.
"""

from enum import StrEnum

from django.contrib.postgres.fields import ArrayField
from django.db import models

from jingwei.foundation.scoping import ScopedModel
from jingwei.kernel.ids import uuid7


class RecordDeed(StrEnum):
    """What was done to a record."""

    REGISTERED = "registered"  # 登记
    CHANGED = "changed"  # 变更
    CONFIRMED = "confirmed"  # 核实无变化
    MOVED = "moved"  # 迁移
    MERGED = "merged"  # 合并
    ENDED = "ended"  # 注销
    RESTORED = "restored"  # 恢复


class Record(ScopedModel):
    """A record whose fields a form says. Built-in fields stand in columns of the subclass, named like their keys.

    ``facts`` holds the other plain values by key, ``sealed`` ciphertexts (base64) by key. ``lookups`` finds a record by
    a sealed value: ``key:index`` for the whole, ``key~tail`` for its last four characters (both in hex); a subclass
    that looks things up by it gives it an index. ``form_version`` is the form it was last written with.
    ``source`` is where the last word came from: desk, phone, visit, import, move, or ``department:…``.
    ``seen_at`` is when somebody last saw that it holds; from ``due_on`` it is to be seen again.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    form_version = models.PositiveIntegerField(default=0)
    facts = models.JSONField(default=dict)
    sealed = models.JSONField(default=dict)
    lookups = ArrayField(models.TextField(), default=list)
    version = models.PositiveIntegerField(default=1)
    source = models.CharField(max_length=40)
    registered_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    due_on = models.DateField(null=True)
    ended_at = models.DateTimeField(null=True)
    end_reason = models.CharField(max_length=200, blank=True)
    batch_id = models.UUIDField(null=True)

    class Meta:
        abstract = True


class Change(models.Model):
    """One line of a record's history: append-only. The subclass adds the foreign key to its record.

    ``record_version`` is the record's version after it. ``facts`` are the fields that changed, each with before and
    after; of a field that not everybody within sight may read stands only that it changed.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    record_version = models.PositiveIntegerField()
    deed = models.CharField(max_length=12, choices=[(one.value, one.value) for one in RecordDeed])
    at = models.DateTimeField()
    person_id = models.UUIDField(null=True)
    post_id = models.UUIDField(null=True)
    unit_id = models.UUIDField(null=True)
    actor_name = models.CharField(max_length=80)
    source = models.CharField(max_length=40)
    remark = models.CharField(max_length=500, blank=True)
    facts = models.JSONField(default=dict)

    class Meta:
        abstract = True
