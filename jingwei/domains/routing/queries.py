"""Items in force."""

import threading
import time
from datetime import date

from django.db.models import Q

from jingwei.domains.routing.contracts import ItemBrief
from jingwei.domains.routing.models import Item, ItemList
from jingwei.domains.routing.rules import ItemUnknown, evidence_of

LIST_SECONDS = 60.0

_lock = threading.Lock()
_lists: tuple[float, dict[int, dict[str, ItemBrief]], list[tuple[date, date | None, int]]] | None = None


def item_in_force(item_code: str, *, on: date) -> ItemBrief:
    """An item of the list in force on a day. Raises: ItemUnknown."""
    _, by_list, periods = _loaded()
    for start, end, list_id in periods:
        if start <= on and (end is None or on < end):
            found = by_list[list_id].get(item_code)
            if found is not None:
                return found
    raise ItemUnknown(item_code=item_code, on=on.isoformat())


def item_by_id(item_id: int) -> ItemBrief:
    """The item exactly as it stood in the list an incident was registered under. Raises: ItemUnknown."""
    for items in _loaded()[1].values():
        for item in items.values():
            if item.item_id == item_id:
                return item
    raise ItemUnknown(item_code=str(item_id), on="")


def items_of(list_id: int) -> list[Item]:
    """Every item of one list, in order of code."""
    return list(Item.objects.filter(item_list_id=list_id).order_by("item_code"))


def list_in_force(*, on: date) -> ItemList | None:
    """The list in force on a day."""
    rows = ItemList.objects.filter(valid_from_on__lte=on)
    return rows.filter(Q(valid_to_on=None) | Q(valid_to_on__gt=on)).first()


def forget_lists() -> None:
    """Drop the lists kept in this process (after one was loaded, and between tests)."""
    global _lists
    _lists = None


def _loaded() -> tuple[float, dict[int, dict[str, ItemBrief]], list[tuple[date, date | None, int]]]:
    global _lists
    present = _lists
    if present is not None and time.monotonic() - present[0] < LIST_SECONDS:
        return present
    with _lock:
        by_list: dict[int, dict[str, ItemBrief]] = {}
        for row in Item.objects.all():
            by_list.setdefault(row.item_list_id, {})[row.item_code] = brief_of(row)
        periods = [(r.valid_from_on, r.valid_to_on, r.id) for r in ItemList.objects.order_by("-valid_from_on")]
        for _, _, list_id in periods:
            by_list.setdefault(list_id, {})
        _lists = (time.monotonic(), by_list, periods)
        return _lists


def brief_of(row: Item) -> ItemBrief:
    """An item as other domains may read it."""
    return ItemBrief(
        item_id=row.id,
        item_code=row.item_code,
        class_name=row.class_name,
        subclass_name=row.subclass_name,
        item_name=row.item_name,
        unit_kind=row.unit_kind,
        accept_limit=row.accept_limit,
        handle_limit=row.handle_limit,
        verify_limit=row.verify_limit,
        evidence=evidence_of(row.evidence),
        is_urgent=row.is_urgent,
    )
