"""Supervision of an area 综治督导: a finding, a plan, the rectification and its re-check."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from jingwei.domains.supervision.contracts import CaseState
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.scoping import NONE, ScopedModel
from jingwei.kernel.ids import uuid7


class Case(ScopedModel):
    """Raised by the centre ``unit_id`` for an area below it, whose centre is ``receiver_unit_id``."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    unit_id = models.UUIDField()
    receiver_unit_id = models.UUIDField()
    title = models.CharField(max_length=60)
    finding = models.CharField(max_length=2000)
    state = models.CharField(max_length=10, choices=[(one.value, one.value) for one in CaseState])
    raised_at = models.DateTimeField()
    by_name = models.CharField(max_length=80)
    plan = models.CharField(max_length=2000, blank=True)
    due_at = models.DateTimeField(null=True)
    failed = models.PositiveSmallIntegerField(default=0)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["-raised_at", "-id"], name="supervision_case_newest"),
            models.Index(fields=["receiver_unit_id", "-raised_at"], name="supervision_case_receiver"),
        ]

    @classmethod
    def sight_by_part(cls, actor: Actor) -> Q:
        mine = actor.sharing_unit_id
        return NONE if mine is None else Q(unit_id=mine) | Q(receiver_unit_id=mine)


class CaseEntry(models.Model):
    """One line of a case's course, with its proof. Append-only."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+", db_index=False)
    act = models.CharField(max_length=10)
    at = models.DateTimeField()
    unit_id = models.UUIDField(null=True)
    post_id = models.UUIDField(null=True)
    by_name = models.CharField(max_length=80)
    words = models.CharField(max_length=2000, blank=True)
    due_at = models.DateTimeField(null=True)
    file_ids = ArrayField(models.UUIDField(), default=list)

    class Meta:
        indexes = [models.Index(fields=["case", "at"], name="supervision_caseentry_case")]
