"""Items in force, and the lists they stand in."""

import threading
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from jingwei.domains.routing.contracts import ItemBrief, ItemDetail, UnitKindBrief
from jingwei.domains.routing.models import Item, ItemList, UnitKind
from jingwei.domains.routing.rules import ItemUnknown, evidence_of
from jingwei.domains.routing.rules.items import ITEM_FIELDS, ListChanges, NewItem, changes_between
from jingwei.domains.routing.rules.refusals import ItemListUnknown, ItemNotFound
from jingwei.domains.routing.rules.search import score, words_of
from jingwei.domains.routing.rules.suggesting import ItemIndex, Suggestion, item_index, suggest
from jingwei.foundation.memory.services import Kept
from jingwei.kernel.paging import Page, key_of, page_of

PAGE = 50
SUGGESTIONS = 6


@dataclass(frozen=True, slots=True)
class _Period:
    from_on: date
    to_on: date | None
    list_id: int


@dataclass(frozen=True, slots=True)
class _Lists:
    periods: tuple[_Period, ...]
    by_list: dict[int, dict[str, ItemDetail]]
    by_id: dict[int, ItemDetail]


@dataclass(frozen=True, slots=True)
class ListBrief:
    """A version of the list; ``valid_from_on`` is None for drafts."""

    list_id: int
    name: str
    valid_from_on: date | None
    valid_to_on: date | None
    items: int


@dataclass(frozen=True, slots=True)
class ClassBrief:
    """A class 大类 with its sub-classes 中类, and how many items stand in each."""

    class_code: str
    class_name: str
    items: int
    subclasses: list[tuple[str, str, int]]


_lock = threading.Lock()
_indexes: dict[tuple[int, ...], ItemIndex] = {}


def item_in_force(item_code: str, *, on: date) -> ItemBrief:
    """An item of the list in force on a day. Raises: ItemUnknown."""
    found = _in_force(on).get(item_code)
    if found is None:
        raise ItemUnknown(item_code=item_code, on=on.isoformat())
    return found.brief


def item_by_id(item_id: int) -> ItemBrief:
    """The item exactly as it stood in the list an incident was registered under. Raises: ItemUnknown."""
    found = LISTS.get().by_id.get(item_id)
    if found is None:
        raise ItemUnknown(item_code=str(item_id), on="")
    return found.brief


def item_detail_by_id(item_id: int) -> ItemDetail:
    """The same with its sentences. Raises: ItemUnknown."""
    found = LISTS.get().by_id.get(item_id)
    if found is None:
        raise ItemUnknown(item_code=str(item_id), on="")
    return found


def item_detail(item_code: str, *, on: date) -> ItemDetail:
    """An item with its sentences. Raises: ItemNotFound."""
    found = _in_force(on).get(item_code)
    if found is None:
        raise ItemNotFound(item_code=item_code, on=on.isoformat())
    return found


def find_items(
    *,
    on: date,
    words: str = "",
    class_name: str = "",
    unit_kind: str = "",
    cursor: str | None = None,
    limit: int = PAGE,
) -> Page[ItemDetail]:
    """Items of the list in force on a day, best match first, else by code. Raises: BadCursor.

    Searched in process: a list has hundreds of rows, and they are there already.
    """
    asked = words_of(words)
    ranked = [
        (-score(asked, item) if asked else 0, code, item)
        for code, item in _in_force(on).items()
        if class_name in ("", item.brief.class_name) and unit_kind in ("", item.brief.unit_kind)
    ]
    if asked:
        ranked = [one for one in ranked if one[0] < 0]
    ranked.sort(key=lambda one: one[:2])
    if cursor is not None:
        after = key_of(cursor, int, str)
        ranked = [one for one in ranked if one[:2] > after]
    page = page_of(ranked[: limit + 1], limit, lambda one: one[:2])
    return Page([item for _, _, item in page.rows], page.next_cursor)


def items_in_force(*, on: date) -> list[ItemBrief]:
    """Every item of the list in force on a day, in order of code."""
    return [item.brief for item in _in_force(on).values()]


def names_of_prefixes(*, on: date) -> dict[str, str]:
    """What the codes of the list in force are called: of classes (two digits), sub-classes (four) and items (six)."""
    names: dict[str, str] = {}
    for code, item in _in_force(on).items():
        names[code] = item.brief.item_name
        names[code[:4]], names[code[:2]] = item.brief.subclass_name, item.brief.class_name
    return names


def published_codes(*, on: date) -> list[str]:
    """The items of the list in force whose single matters may be shown to everybody."""
    return [code for code, item in _in_force(on).items() if item.brief.is_published]


def suggested_items(words: str, *, on: date, limit: int = SUGGESTIONS) -> list[Suggestion]:
    """The items that somebody's own words may mean, best first: about a millisecond for a sentence."""
    return suggest(_index_on(on), words, limit=limit)


def item_classes(*, on: date) -> list[ClassBrief]:
    """The classes and sub-classes of the list in force on a day, in order of code."""
    details = _in_force(on).values()
    classes = Counter((d.brief.item_code[:2], d.brief.class_name) for d in details)
    subclasses = Counter((d.brief.item_code[:4], d.brief.subclass_name) for d in details)
    return [
        ClassBrief(
            class_code=code,
            class_name=name,
            items=count,
            subclasses=[(c, n, k) for (c, n), k in sorted(subclasses.items()) if c.startswith(code)],
        )
        for (code, name), count in sorted(classes.items())
    ]


def items_of(list_id: int) -> list[Item]:
    """Every item of one list, in order of code."""
    return list(Item.objects.filter(item_list_id=list_id).order_by("item_code"))


def list_in_force(*, on: date) -> ItemList | None:
    """The list in force on a day."""
    rows = ItemList.objects.filter(valid_from_on__lte=on)
    return rows.filter(Q(valid_to_on=None) | Q(valid_to_on__gt=on)).first()


def item_list(list_id: int, *, with_drafts: bool) -> ItemList:
    """A version. Raises: ItemListUnknown, also for drafts where the asker may not see them."""
    found = ItemList.objects.filter(pk=list_id).first()
    if found is None or (found.valid_from_on is None and not with_drafts):
        raise ItemListUnknown
    return found


def list_briefs() -> list[ListBrief]:
    """The versions that are, were or will be in force, latest first."""
    return _briefs(ItemList.objects.filter(valid_from_on__isnull=False).order_by("-valid_from_on"))


def draft_briefs() -> list[ListBrief]:
    """Lists that were imported and not opened yet, latest first."""
    return _briefs(ItemList.objects.filter(valid_from_on=None).order_by("-id"))


def list_brief(list_id: int) -> ListBrief:
    """Raises: ItemListUnknown."""
    for brief in _briefs(ItemList.objects.filter(pk=list_id)):
        return brief
    raise ItemListUnknown


def list_changes(row: ItemList, *, on: date) -> ListChanges:
    """What a list changes against the one before it; a draft against the one in force on a day."""
    before = list_before(row, on=on)
    return changes_between(as_new(items_of(before.id)) if before else [], as_new(items_of(row.id)))


def list_before(row: ItemList, *, on: date) -> ItemList | None:
    """The version a list followed; for a draft the one in force on a day."""
    if row.valid_from_on is None:
        return list_in_force(on=on)
    return ItemList.objects.filter(valid_to_on=row.valid_from_on).first()


def changes_against(row: ItemList, other: ItemList) -> ListChanges:
    """What a list changes against any other version or draft."""
    return changes_between(as_new(items_of(other.id)), as_new(items_of(row.id)))


def items_of_list(list_id: int, *, words: str, cursor: str | None, limit: int) -> Page[ItemDetail]:
    """The items of one version, a draft too, in order of code; those whose code, name or class holds the words."""
    rows = Item.objects.filter(item_list_id=list_id)
    if words:
        rows = rows.filter(
            Q(item_code__startswith=words)
            | Q(item_name__icontains=words)
            | Q(class_name__icontains=words)
            | Q(subclass_name__icontains=words)
        )
    if cursor is not None:
        rows = rows.filter(item_code__gt=key_of(cursor, str)[0])
    found = [detail_of(row) for row in rows.order_by("item_code")[: limit + 1]]
    return page_of(found, limit, lambda item: [item.brief.item_code])


def unit_kinds() -> list[UnitKindBrief]:
    """The kinds of unit, by key."""
    rows = UnitKind.objects.order_by("key")
    return [UnitKindBrief(row.key, row.name_zh, row.name_en) for row in rows]


def as_new(rows: Iterable[Item]) -> list[NewItem]:
    """Stored rows as they could be taken again."""
    return [NewItem(**{name: getattr(row, name) for name in ITEM_FIELDS}) for row in rows]


def detail_of(row: Item) -> ItemDetail:
    """An item with its sentences."""
    return ItemDetail(
        brief=brief_of(row),
        definition=row.definition,
        handling_standard=row.handling_standard,
        closing_standard=row.closing_standard,
        legal_basis=row.legal_basis,
    )


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
        is_published=row.is_published,
    )


def _briefs(rows: QuerySet[ItemList]) -> list[ListBrief]:
    found = list(rows)
    counted = Item.objects.filter(item_list_id__in=[row.id for row in found]).values_list("item_list_id")
    items = dict(counted.annotate(Count("id")))
    return [ListBrief(r.id, r.name, r.valid_from_on, r.valid_to_on, items.get(r.id, 0)) for r in found]


def _index_on(on: date) -> ItemIndex:
    """The list's index for words; made once a version and process (0.1 s), however often lists are read."""
    items = _in_force(on)
    version = tuple(item.brief.item_id for item in items.values())
    with _lock:
        made = _indexes.get(version)
        if made is None:
            _indexes.clear()
            made = _indexes[version] = item_index(items)
    return made


def _in_force(on: date) -> dict[str, ItemDetail]:
    lists = LISTS.get()
    for period in lists.periods:
        if period.from_on <= on and (period.to_on is None or on < period.to_on):
            return lists.by_list[period.list_id]
    return {}


def _read() -> _Lists:
    rows = ItemList.objects.filter(valid_from_on__isnull=False).order_by("-valid_from_on")
    periods = tuple(_Period(r.valid_from_on, r.valid_to_on, r.id) for r in rows)
    by_list: dict[int, dict[str, ItemDetail]] = {period.list_id: {} for period in periods}
    for item in Item.objects.filter(item_list_id__in=list(by_list)).order_by("item_code"):
        by_list[item.item_list_id][item.item_code] = detail_of(item)
    by_id = {d.brief.item_id: d for details in by_list.values() for d in details.values()}
    return _Lists(periods, by_list, by_id)


LISTS = Kept("routing.items", _read)
"""Whoever opens or withdraws a version forgets it."""
