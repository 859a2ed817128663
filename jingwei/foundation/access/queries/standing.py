"""Posts and units by the very area they stand in: asked when borders move."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import OuterRef, Q, Subquery

from jingwei.foundation.access.contracts import HeldPost, Role, UnitBrief
from jingwei.foundation.access.models import Holding, Post, Unit
from jingwei.foundation.access.queries.posts import staff_names
from jingwei.foundation.access.queries.units import unit_brief
from jingwei.kernel.clock import local


def posts_standing_in(codes: Iterable[str], *, at: datetime) -> list[HeldPost]:
    """The active posts whose area is one of these, with who holds them, by area."""
    today = local(at).date()
    held = Holding.objects.filter(post_id=OuterRef("pk"), from_on__lte=today)
    held = held.filter(Q(to_on=None) | Q(to_on__gt=today)).order_by("-id")
    rows = Post.objects.filter(is_active=True, area_code__in=set(codes)).select_related("unit")
    found = list(rows.annotate(holder_id=Subquery(held.values("person_id")[:1])).order_by("area_code", "id"))
    names = staff_names({row.holder_id for row in found if row.holder_id})
    return [
        HeldPost(
            post_id=row.id,
            title=row.title,
            role=Role(row.role),
            area_code=row.area_code,
            unit_id=row.unit_id,
            unit_name=row.unit.name if row.unit else "",
            holder_id=row.holder_id,
            holder_name=names.get(row.holder_id, ""),
        )
        for row in found
    ]


def units_standing_in(codes: Iterable[str]) -> list[UnitBrief]:
    """The active units whose area is one of these, by area."""
    rows = Unit.objects.filter(is_active=True, area_code__in=set(codes)).order_by("area_code", "id")
    return [unit_brief(row) for row in rows.values_list("id", flat=True)]
