"""Items, their lists and the kinds of unit over HTTP. Lists come in through the imports, as drafts."""

from datetime import date
from typing import Annotated
from urllib.parse import quote

from django.http import HttpRequest, StreamingHttpResponse
from ninja import Field, Path, Query, Router, Schema

from jingwei.domains.routing import queries
from jingwei.domains.routing.contracts import ItemDetail, UnitKindBrief
from jingwei.domains.routing.rules.items import Evidence, ItemChange
from jingwei.domains.routing.services import lists, sheets
from jingwei.foundation import edge
from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.imports.contracts import FileFormat
from jingwei.kernel.clock import local, now
from jingwei.kernel.paging import Page

router = Router(tags=["items"])

READ, MANAGE = Permission.READ_ITEMS, Permission.MANAGE_ITEMS
ListId = Annotated[int, Path(ge=1, le=2**63 - 1)]
Limit = Annotated[int, Query(ge=1, le=400)]


class ItemOut(Schema):
    """Limits are a number with ``h`` ``d`` (working hours, days) or ``H`` ``D`` (natural hours, days)."""

    item_id: int
    item_code: str
    class_name: str
    subclass_name: str
    item_name: str
    definition: str
    unit_kind: str
    accept_limit: str
    handle_limit: str
    verify_limit: str
    evidence: list[Evidence]
    is_urgent: bool
    is_published: bool
    handling_standard: str
    closing_standard: str
    legal_basis: str


class SuggestionOut(Schema):
    """An item that may be meant, and the words that led there."""

    item: ItemOut
    matched: list[str]


class ItemPageOut(Schema):
    rows: list[ItemOut]
    next_cursor: str | None


class SubclassOut(Schema):
    subclass_code: str
    subclass_name: str
    items: int


class ClassOut(Schema):
    class_code: str
    class_name: str
    items: int
    subclasses: list[SubclassOut]


class ListOut(Schema):
    """A version, in force from a day until a day (exclusive); without a first day it is a draft."""

    list_id: int
    name: str
    valid_from_on: date | None
    valid_to_on: date | None
    items: int


class CellOut(Schema):
    column: str
    before: str
    after: str


class ChangeOut(Schema):
    item_code: str
    item_name: str
    columns: list[str]
    cells: list[CellOut]


class ChangesOut(Schema):
    """Against the list named, the one in force, or the one that came before. ``against`` is empty where there is none."""

    against: ListOut | None
    added: list[ChangeOut]
    removed: list[ChangeOut]
    changed: list[ChangeOut]


class OpenIn(edge.Input):
    """``items_seen`` is the number of items looked over; if it has changed since, nothing is opened."""

    valid_from_on: edge.Day
    items_seen: int = Field(ge=1, le=100_000)


class UnitKindOut(Schema):
    key: str
    name_zh: str
    name_en: str


class UnitKindIn(edge.Input):
    name_zh: str = Field(min_length=1, max_length=40)
    name_en: str = Field(min_length=1, max_length=80)


@edge.operation(router, "GET", "", "listItems", READ, response=ItemPageOut, is_public=True)
def list_items(
    request: HttpRequest,
    on: edge.Day | None = None,
    words: str = "",
    class_name: str = "",
    unit_kind: str = "",
    cursor: str | None = None,
    limit: Limit = queries.PAGE,
) -> ItemPageOut:
    """某日（默认今天）有效的事项；给出 words 时按相符程度排列，否则按代码。"""
    page: Page[ItemDetail] = queries.find_items(
        on=on or _today(),
        words=words,
        class_name=class_name,
        unit_kind=unit_kind,
        cursor=cursor,
        limit=limit,
    )
    return ItemPageOut(rows=[item_out(item) for item in page.rows], next_cursor=page.next_cursor)


@edge.operation(router, "GET", "/find", "findItems", READ, response=list[SuggestionOut], is_public=True)
def find_items(
    request: HttpRequest,
    words: str,
    on: edge.Day | None = None,
    limit: Annotated[int, Query(ge=1, le=20)] = queries.SUGGESTIONS,
) -> list[SuggestionOut]:
    """从一句话找事项：按常说的话、相同的字排列，并说明凭哪几个字。"""
    return [
        SuggestionOut(item=item_out(one.item), matched=list(one.matched))
        for one in queries.suggested_items(words[:2000], on=on or _today(), limit=limit)
    ]


@edge.operation(router, "GET", "/classes", "listItemClasses", READ, response=list[ClassOut], is_public=True)
def list_classes(request: HttpRequest, on: edge.Day | None = None) -> list[ClassOut]:
    """某日有效清单的大类和中类，以及各有多少事项。"""
    return [
        ClassOut(
            class_code=one.class_code,
            class_name=one.class_name,
            items=one.items,
            subclasses=[
                SubclassOut(subclass_code=code, subclass_name=name, items=items)
                for code, name, items in one.subclasses
            ],
        )
        for one in queries.item_classes(on=on or _today())
    ]


@edge.operation(
    router, "GET", "/unit-kinds", "listUnitKinds", READ, response=list[UnitKindOut], is_public=True
)
def list_unit_kinds(request: HttpRequest) -> list[UnitKindBrief]:
    """事项可以指定的责任单位类型。"""
    return queries.unit_kinds()


@edge.operation(router, "PUT", "/unit-kinds/{key}", "saveUnitKind", MANAGE, response=list[UnitKindOut])
def save_unit_kind(request: HttpRequest, key: str, body: UnitKindIn) -> list[UnitKindBrief]:
    """新增单位类型，或更改其名称。"""
    edge.require_storable(key)
    lists.save_unit_kind(edge.actor(request), key, name_zh=body.name_zh, name_en=body.name_en)
    return queries.unit_kinds()


@edge.operation(router, "GET", "/lists", "listItemLists", READ, response=list[ListOut], is_public=True)
def list_item_lists(request: HttpRequest) -> list[queries.ListBrief]:
    """生效过、正在生效和将要生效的清单版本，最近的在前。"""
    return queries.list_briefs()


@edge.operation(router, "GET", "/drafts", "listItemListDrafts", MANAGE, response=list[ListOut])
def list_drafts(request: HttpRequest) -> list[queries.ListBrief]:
    """已导入、尚未启用的清单。"""
    return queries.draft_briefs()


@edge.operation(router, "GET", "/lists/{list_id}/changes", "compareItemList", MANAGE, response=ChangesOut)
def compare_list(
    request: HttpRequest, list_id: ListId, against: Annotated[int | None, Query(ge=1, le=2**63 - 1)] = None
) -> ChangesOut:
    """与任意另一版或草稿相比，新增、取消和改动了哪些事项；不指定时与前一版（草稿与现行版）比。"""
    row = queries.item_list(list_id, with_drafts=True)
    if against is None:
        before = queries.list_before(row, on=_today())
    else:
        before = queries.item_list(against, with_drafts=True)
    changes = queries.changes_against(row, before) if before else queries.list_changes(row, on=_today())
    return ChangesOut(
        against=ListOut.from_orm(queries.list_brief(before.pk)) if before else None,
        added=_changes(changes.added),
        removed=_changes(changes.removed),
        changed=_changes(changes.changed),
    )


@edge.operation(router, "GET", "/lists/{list_id}/items", "listItemsOfList", MANAGE, response=ItemPageOut)
def list_items_of_list(
    request: HttpRequest,
    list_id: ListId,
    words: Annotated[str, Query(max_length=60)] = "",
    cursor: str | None = None,
    limit: Limit = queries.PAGE,
) -> ItemPageOut:
    """一个版本（草稿也可以）的事项，按代码；可按代码、名称或类别查找。"""
    queries.item_list(list_id, with_drafts=True)
    page = queries.items_of_list(list_id, words=words.strip(), cursor=cursor, limit=limit)
    return ItemPageOut(rows=[item_out(item) for item in page.rows], next_cursor=page.next_cursor)


@edge.operation(router, "POST", "/lists/{list_id}/open", "openItemList", MANAGE, response=ListOut)
def open_list(request: HttpRequest, list_id: ListId, body: OpenIn) -> queries.ListBrief:
    """启用一份草稿：现行清单在启用日前一天结束。"""
    lists.open_item_list(
        edge.actor(request),
        list_id,
        valid_from_on=body.valid_from_on,
        items_seen=body.items_seen,
        at=now(),
    )
    return queries.list_brief(list_id)


@edge.operation(router, "POST", "/lists/{list_id}/withdraw", "withdrawItemList", MANAGE, response=ListOut)
def withdraw_list(request: HttpRequest, list_id: ListId) -> queries.ListBrief:
    """撤回尚未生效的清单，退回草稿；前一版继续有效。"""
    lists.withdraw_item_list(edge.actor(request), list_id, at=now())
    return queries.list_brief(list_id)


@edge.operation(router, "DELETE", "/lists/{list_id}", "deleteItemListDraft", MANAGE, response={204: None})
def delete_draft(request: HttpRequest, list_id: ListId) -> None:
    """删除一份草稿。"""
    lists.delete_draft(edge.actor(request), list_id)


@edge.operation(
    router,
    "GET",
    "/lists/{list_id}/export",
    "exportItemList",
    Permission.EXPORT_ROWS,
    response=None,
)
def export_list(
    request: HttpRequest, list_id: ListId, file_format: FileFormat = FileFormat.XLSX
) -> StreamingHttpResponse:
    """导出一个版本；改或不改都可以原样再导入。草稿只有事项管理员能导出。"""
    out = sheets.export_item_list(edge.actor(request), list_id, file_format=file_format)
    response = StreamingHttpResponse(out.pieces(), content_type=out.media_type)
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(out.name)}"
    return response


@edge.operation(router, "GET", "/{item_code}", "getItem", READ, response=ItemOut, is_public=True)
def get_item(request: HttpRequest, item_code: str, on: edge.Day | None = None) -> ItemOut:
    """某日（默认今天）有效清单中的一个事项。"""
    return item_out(queries.item_detail(item_code, on=on or _today()))


def item_out(item: ItemDetail) -> ItemOut:
    """An item as it travels."""
    brief = item.brief
    return ItemOut(
        item_id=brief.item_id,
        item_code=brief.item_code,
        class_name=brief.class_name,
        subclass_name=brief.subclass_name,
        item_name=brief.item_name,
        definition=item.definition,
        unit_kind=brief.unit_kind,
        accept_limit=brief.accept_limit,
        handle_limit=brief.handle_limit,
        verify_limit=brief.verify_limit,
        evidence=[key for key in Evidence if key in brief.evidence],
        is_urgent=brief.is_urgent,
        is_published=brief.is_published,
        handling_standard=item.handling_standard,
        closing_standard=item.closing_standard,
        legal_basis=item.legal_basis,
    )


def _changes(found: tuple[ItemChange, ...]) -> list[ChangeOut]:
    return [ChangeOut.from_orm(one) for one in found]


def _today() -> date:
    return local(now()).date()
