"""What joint work has in common: one unit called it, others take part, and an area looks on."""

from django.contrib.gis.db import models
from django.contrib.postgres.fields import ArrayField
from django.db.models import Q

from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.scoping import NONE, ScopedModel
from jingwei.kernel.ids import uuid7


class Shared(ScopedModel):
    """Called by ``unit_id``, with ``unit_ids`` taking part. They are on the row itself, so that the fence can read them."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    unit_id = models.UUIDField()
    unit_ids = ArrayField(models.UUIDField())
    incident = models.ForeignKey(
        "incidents.Incident", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    called_at = models.DateTimeField()
    called_by_name = models.CharField(max_length=80)
    called_by_post_id = models.UUIDField(null=True)

    class Meta:
        abstract = True

    @classmethod
    def sight_by_part(cls, actor: Actor) -> Q:
        mine = actor.sharing_unit_id
        return NONE if mine is None else Q(unit_id=mine) | Q(unit_ids__contains=[mine])

    @classmethod
    def listing(cls, actor: Actor, within: str | None = None) -> Q:
        """By area and by part: a centre is called to places outside its own area, too. These lists are short."""
        found = cls.sight_by_area(actor, within)
        by_part = cls.sight_by_part(actor)
        return found | (by_part & cls.inside(within) if within else by_part)
