"""What every row has that stands behind a closed matter: whose it is to see."""

from typing import ClassVar

from django.contrib.gis.db import models
from django.db.models import Q

from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.scoping import NONE, ScopedModel


class Behind(ScopedModel):
    """``unit_id`` is the centre that asks, ``handler_unit_id`` whose work it was; the rest is as of the matter.

    The unit that a matter is about never sees what its reporter said. All of it stands on the row, so that the fence
    reads nothing else.
    """

    unit_id = models.UUIDField()
    handler_unit_id = models.UUIDField(null=True)
    about_unit_id = models.UUIDField(null=True)
    sight_floor = models.PositiveSmallIntegerField()

    has_sight_floor: ClassVar[bool] = True

    class Meta:
        abstract = True

    @classmethod
    def sight(cls, actor: Actor) -> Q:
        return super().sight(actor) & cls._not_about(actor)

    @classmethod
    def listing(cls, actor: Actor, within: str | None = None) -> Q:
        return super().listing(actor, within) & cls._not_about(actor)

    @classmethod
    def sight_by_part(cls, actor: Actor) -> Q:
        mine = actor.sharing_unit_id
        return NONE if mine is None else Q(unit_id=mine) | Q(handler_unit_id=mine)

    @staticmethod
    def _not_about(actor: Actor) -> Q:
        mine = actor.sharing_unit_id
        return Q() if mine is None else Q(about_unit_id=None) | ~Q(about_unit_id=mine)
