"""Kinds of force, and the standard in force on a day."""

from datetime import date

from jingwei.domains.workforce.contracts import ForceKind, Ground, Standard, Tier
from jingwei.domains.workforce.models import Kind
from jingwei.domains.workforce.models import Standard as StandardRow
from jingwei.domains.workforce.rules.refusals import KindNotKnown
from jingwei.domains.workforce.rules.standard import standard_on
from jingwei.foundation.access.contracts import Role


def force_kinds() -> list[ForceKind]:
    """Every kind, in the city's order; a few dozen at most."""
    return [_read(row) for row in Kind.objects.order_by("order_no", "key")]


def active_kinds() -> list[ForceKind]:
    return [one for one in force_kinds() if one.is_active]


def force_kind(key: str) -> ForceKind:
    """A kind in use. Raises: KindNotKnown."""
    row = Kind.objects.filter(pk=key, is_active=True).first()
    if row is None:
        raise KindNotKnown(kind=key)
    return _read(row)


def standards() -> list[Standard]:
    """Every version, the earliest first."""
    return [
        Standard(
            from_on=row.from_on,
            households_per_officer=row.households_per_officer,
            matters_per_officer=row.matters_per_officer,
            names_are_public=row.names_are_public,
            wanted=row.wanted,
        )
        for row in StandardRow.objects.order_by("from_on")
    ]


def standard_of(day: date) -> Standard:
    """What is in force on a day; the house's own where nothing was entered."""
    return standard_on(standards(), day)


def present_and_coming(day: date) -> list[Standard]:
    """The version in force, then those to come."""
    return [standard_of(day), *(one for one in standards() if one.from_on > day)]


def names_are_public(day: date) -> bool:
    """Whether residents are told what their grid's officer is called."""
    return standard_of(day).names_are_public


def _read(row: Kind) -> ForceKind:
    return ForceKind(
        key=row.key,
        name_zh=row.name_zh,
        name_en=row.name_en,
        tier=Tier(row.tier),
        ground=Ground(row.ground),
        role=Role(row.role) if row.role else None,
        is_specialist=row.is_specialist,
        is_active=row.is_active,
    )
