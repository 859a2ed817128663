"""Units: opened, renamed, switched off and on. What is allowed is decided by administration, which calls them."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db import connection

from jingwei.foundation.access.contracts import NewUnit
from jingwei.foundation.access.models import Post, Unit
from jingwei.foundation.access.queries.units import CENTRES

LOCK_UNITS = "select pg_advisory_xact_lock(hashtextextended('access.units', 4309))"


def lock_units() -> None:
    """One change of the organisation at a time: two centres for one area, or a parent that goes, cannot happen."""
    with connection.cursor() as cursor:
        cursor.execute(LOCK_UNITS)


def open_units(units: Sequence[NewUnit]) -> None:
    """Write units, parents before children."""
    Unit.objects.bulk_create(
        [
            Unit(
                id=one.unit_id,
                code=one.code,
                name=one.name,
                kind=one.kind,
                area_code=one.area_code,
                parent_id=one.parent_id,
                is_government=one.is_government,
            )
            for one in units
        ],
        batch_size=500,
    )
    CENTRES.forget_when_committed()


def rename_unit(unit_id: UUID, name: str) -> None:
    """Give a unit another name; history shows the new one."""
    Unit.objects.filter(pk=unit_id).update(name=name)
    CENTRES.forget_when_committed()


def set_public_phone(unit_id: UUID, phone: str) -> None:
    """The office number residents may call to complain or ask; empty for none."""
    Unit.objects.filter(pk=unit_id).update(public_phone=phone)
    CENTRES.forget_when_committed()


def switch_unit(unit_id: UUID, *, on: bool) -> int:
    """Switch a unit and its posts off or on. Returns how many posts."""
    Unit.objects.filter(pk=unit_id).update(is_active=on)
    CENTRES.forget_when_committed()
    return Post.objects.filter(unit_id=unit_id, is_active=not on).update(is_active=on)


def remove_unit(unit_id: UUID) -> bool:
    """Delete a unit that has neither posts nor units below it. Returns whether it could be."""
    has_posts = Post.objects.filter(unit_id=unit_id).exists()
    if has_posts or Unit.objects.filter(parent_id=unit_id).exists():
        return False
    Unit.objects.filter(pk=unit_id).delete()
    CENTRES.forget_when_committed()
    return True


def remove_posts(post_ids: Iterable[UUID]) -> None:
    """Delete posts that nobody has ever held."""
    Post.objects.filter(pk__in=set(post_ids)).delete()
