"""The city's code tables: classes and types of components, kinds of resources."""

from dataclasses import dataclass

from django.db.models import QuerySet

from jingwei.domains.ledger.models import ComponentKind, ResourceKind
from jingwei.domains.ledger.rules.refusals import KindUnknown


@dataclass(frozen=True, slots=True)
class KindRow:
    """One row of the code table of components; ``inspect_days`` of 0 asks for no regular inspection."""

    code: str
    class_name: str
    type_name: str
    inspect_days: int
    is_active: bool


@dataclass(frozen=True, slots=True)
class ResourceKindRow:
    """A kind of resource, and what its capacity counts."""

    key: str
    name_zh: str
    name_en: str
    counts_zh: str
    counts_en: str
    is_active: bool


def component_kinds() -> list[KindRow]:
    """The whole code table in its order; rows out of use included."""
    return [_row(kind) for kind in ComponentKind.objects.order_by("code")]


def component_kind(code: str) -> KindRow:
    """A row in use. Raises: KindUnknown."""
    found = ComponentKind.objects.filter(pk=code, is_active=True).first()
    if found is None:
        raise KindUnknown(value=code[:40])
    return _row(found)


def resource_kinds() -> list[ResourceKindRow]:
    """Every kind of resource, by key."""
    rows: QuerySet[ResourceKind] = ResourceKind.objects.order_by("key")
    return [ResourceKindRow(r.key, r.name_zh, r.name_en, r.counts_zh, r.counts_en, r.is_active) for r in rows]


def resource_kind(key: str) -> ResourceKindRow:
    """A kind in use. Raises: KindUnknown."""
    found = next((kind for kind in resource_kinds() if kind.key == key and kind.is_active), None)
    if found is None:
        raise KindUnknown(value=key[:40])
    return found


def _row(kind: ComponentKind) -> KindRow:
    return KindRow(kind.code, kind.class_name, kind.type_name, kind.inspect_days, kind.is_active)
