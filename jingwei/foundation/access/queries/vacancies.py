"""Where nobody sits: centres without a held desk, and the posts of a unit that somebody holds."""

from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from jingwei.foundation.access.contracts import ANYWHERE, CENTRE, Role
from jingwei.foundation.access.models import Holding, Post, Unit
from jingwei.kernel.clock import local


def unstaffed_centres(area_code: str, *, at: datetime) -> list[UUID]:
    """The centres of an area none of whose desk posts has a holder, and those that are switched off.

    A post that is lent counts as held: whoever lent it holds it.
    """
    desks = Post.objects.filter(unit_id=OuterRef("pk"), role=Role.DESK.value, is_active=True)
    rows = Unit.objects.filter(kind=CENTRE).filter(Q(is_active=False) | ~Exists(desks.filter(_is_held(at))))
    if area_code != ANYWHERE:
        rows = rows.filter(area_code__startswith=area_code)
    return list(rows.values_list("pk", flat=True))


def held_posts(unit_id: UUID, *, at: datetime) -> list[UUID]:
    """The active posts of a unit that somebody holds."""
    rows = Post.objects.filter(_is_held(at), unit_id=unit_id, is_active=True)
    return list(rows.values_list("pk", flat=True))


def _is_held(at: datetime) -> Exists:
    today = local(at).date()
    held = Holding.objects.filter(post_id=OuterRef("pk"), from_on__lte=today)
    return Exists(held.filter(Q(to_on=None) | Q(to_on__gt=today)))
