"""Versions of the item list: taken whole, or drafted by an import and then opened."""

from collections.abc import Sequence
from datetime import date, datetime

from jingwei.domains.routing.models import Item, ItemList, UnitKind
from jingwei.domains.routing.queries import as_new, items_of, unit_kinds
from jingwei.domains.routing.queries.items import LISTS
from jingwei.domains.routing.rules.items import ITEM_FIELDS, NewItem, refuse_faulty_list
from jingwei.domains.routing.rules.refusals import (
    BadUnitKind,
    CountChanged,
    ItemListUnknown,
    NotADraft,
)
from jingwei.domains.routing.services.dated import begin_version, withdraw_version
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.work import Work, work
from jingwei.kernel.redlines import refuse_red_lines

KEY_SHAPE = set("abcdefghijklmnopqrstuvwxyz0123456789_")


def load_item_list(
    actor: Actor, name: str, rows: Sequence[NewItem], valid_from_on: date, *, at: datetime
) -> ItemList:
    """Take a whole list and bring it into force on a day; the list open until then ends there. All or nothing.

    Raises: ItemListRefused with the faults by row and column; RedLineCrossed; StartRefused; NotFound for administrators of a part
    of the city.
    """
    refuse_red_lines([name], place_zh="清单的名称", place_en="the name of a list")
    refuse_faulty_list(rows, _kind_keys())
    with work(actor, Permission.MANAGE_ITEMS) as job:
        opened = ItemList(name=name, loaded_at=at)
        begin_version(opened, valid_from_on, at=at)
        Item.objects.bulk_create([item_row(opened.id, row) for row in rows])
        _record(job, opened, opened=valid_from_on.isoformat(), items=len(rows))
        LISTS.forget_when_committed()
    return opened


def open_item_list(
    actor: Actor, list_id: int, *, valid_from_on: date, items_seen: int, at: datetime
) -> ItemList:
    """Bring a draft into force on a day. ``items_seen`` is how many it had when the actor looked it over.

    Raises: ItemListUnknown, NotADraft, CountChanged, ItemListRefused, StartRefused, NotFound.
    """
    with work(actor, Permission.MANAGE_ITEMS) as job:
        draft = _draft(list_id)
        _record(job, draft, opened=valid_from_on.isoformat(), items=items_seen)
        rows = as_new(items_of(list_id))
        if len(rows) != items_seen:
            raise CountChanged(current=len(rows), seen=items_seen)
        refuse_faulty_list(rows, _kind_keys())
        begin_version(draft, valid_from_on, at=at)
        LISTS.forget_when_committed()
    return draft


def withdraw_item_list(actor: Actor, list_id: int, *, at: datetime) -> ItemList:
    """Make a list that is not in force yet a draft again; the one before it goes on.

    Raises: ItemListUnknown, CannotWithdraw, NotFound.
    """
    with work(actor, Permission.MANAGE_ITEMS) as job:
        coming = _locked(list_id)
        began = withdraw_version(coming, at=at)
        _record(job, coming, withdrawn=began.isoformat())
        LISTS.forget_when_committed()
    return coming


def delete_draft(actor: Actor, list_id: int) -> None:
    """Throw a draft away. Raises: ItemListUnknown, NotADraft, NotFound."""
    with work(actor, Permission.MANAGE_ITEMS) as job:
        draft = _draft(list_id)
        _record(job, draft, deleted=draft.name)
        Item.objects.filter(item_list=draft).delete()
        draft.delete()


def save_unit_kind(actor: Actor, key: str, *, name_zh: str, name_en: str) -> None:
    """Add a kind of unit, or rename it. Raises: BadUnitKind, RedLineCrossed, NotFound."""
    if not key or len(key) > 40 or not set(key) <= KEY_SHAPE:
        raise BadUnitKind(
            reason="代码只能用小写字母、数字和下划线，最多40个",
            reason_en="the key takes lower-case letters, digits and underscores, 40 at most",
        )
    zh, en = name_zh.strip(), name_en.strip()
    if not zh or not en or len(zh) > 40 or len(en) > 80:
        raise BadUnitKind(
            reason="中文名称（最多40字）和英文名称（最多80字）都要填写",
            reason_en="both the Chinese (40 characters at most) and the English name (80) are needed",
        )
    refuse_red_lines([key, zh, en], place_zh="单位类型的名称", place_en="the name of a kind of unit")
    with work(actor, Permission.MANAGE_ITEMS) as job:
        if UnitKind.objects.filter(name_zh=zh).exclude(key=key).exists():
            raise BadUnitKind(
                reason=f"已有名为“{zh}”的单位类型", reason_en=f"there is a kind named “{zh}” already"
            )
        job.record_in_city(f"routing.unitkind:{key}", name_zh=zh, name_en=en)
        UnitKind(key=key, name_zh=zh, name_en=en).save()


def item_row(list_id: int, item: NewItem) -> Item:
    """An item about to be stored under a list."""
    return Item(item_list_id=list_id, **{name: getattr(item, name) for name in ITEM_FIELDS})


def _locked(list_id: int) -> ItemList:
    found = ItemList.objects.select_for_update().filter(pk=list_id).first()
    if found is None:
        raise ItemListUnknown
    return found


def _draft(list_id: int) -> ItemList:
    found = _locked(list_id)
    if found.valid_from_on is not None:
        raise NotADraft(name=found.name, valid_from_on=found.valid_from_on.isoformat())
    return found


def _kind_keys() -> list[str]:
    return [kind.key for kind in unit_kinds()]


def _record(job: Work, row: ItemList, **change: object) -> None:
    """The list is the city's: whoever changes it has the whole city in their jurisdiction."""
    job.record_in_city(f"routing.itemlist:{row.pk}", **change)
