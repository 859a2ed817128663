"""Posts and units that follow the ground they stand on. Who may decide so is the caller's business."""

from uuid import UUID

from jingwei.foundation.access.models import Post, Unit
from jingwei.foundation.access.queries.units import CENTRES


def move_post(post_id: UUID, area_code: str) -> None:
    """Let a post stand in another area; its holder keeps it and sees the new one."""
    Post.objects.filter(pk=post_id).update(area_code=area_code)


def switch_post(post_id: UUID, *, on: bool) -> None:
    """Switch a post off or on; while it is off nobody can work in it."""
    Post.objects.filter(pk=post_id).update(is_active=on)


def move_unit(unit_id: UUID, area_code: str) -> None:
    """Let a unit stand in another area."""
    Unit.objects.filter(pk=unit_id).update(area_code=area_code)
    CENTRES.forget_when_committed()
