"""The item list as a sheet: in as a draft that is opened afterwards, out as a file that can come in unchanged."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from jingwei.domains.routing.models import Item, ItemList
from jingwei.domains.routing.queries import as_new, item_list, items_of, unit_kinds
from jingwei.domains.routing.rules.items import (
    EVIDENCE_WORDS,
    NewItem,
    code_cell,
    evidence_cell,
    evidence_words,
    item_faults,
    limit_cell,
    limit_words,
)
from jingwei.domains.routing.services.lists import item_row
from jingwei.domains.routing.services.sheet_drafts import draft_of_batch, ids_of, keep_opened, kinds_by_word
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.access.queries import is_permitted
from jingwei.foundation.imports.contracts import (
    Column,
    Context,
    Fault,
    FileFormat,
    Row,
    Sheet,
    name_text,
    text,
    yes_no,
)
from jingwei.foundation.imports.services.exporting import export_rows
from jingwei.foundation.imports.services.workbooks import OutFile
from jingwei.foundation.work import work

LIMIT_NOTE = "工作小时、工作日只在工作时间走；小时、天昼夜不停。也可写 4h、5d、2H、3D（大小写不同，含义不同）"
LIMIT_NOTE_EN = "h, d: working hours and days; H, D: natural hours and days (upper and lower case differ)"


def _limit_column(name: str, label_zh: str, label_en: str, example: str) -> Column:
    return Column(
        name=name,
        label_zh=label_zh,
        label_en=label_en,
        parse=limit_cell,
        required=True,
        example=example,
        note_zh=LIMIT_NOTE,
        note_en=LIMIT_NOTE_EN,
    )


COLUMNS = (
    Column(
        name="item_code",
        label_zh="事项代码",
        label_en="Item code",
        parse=code_cell,
        required=True,
        aliases=("代码", "编码", "小项代码"),
        example="010101",
        note_zh="6位数字：大类2位、中类2位、小项2位。停用的代码不再给别的事项使用",
        note_en="six digits: class, sub-class, item. A withdrawn code is not given to another item",
    ),
    Column(
        name="class_name",
        label_zh="大类",
        label_en="Class",
        parse=text(40),
        required=True,
        aliases=("大类名称",),
        example="市容环境",
    ),
    Column(
        name="subclass_name",
        label_zh="中类",
        label_en="Sub-class",
        parse=text(40),
        required=True,
        aliases=("中类名称",),
        example="环境卫生",
    ),
    Column(
        name="item_name",
        label_zh="事项名称",
        label_en="Item",
        parse=text(60),
        required=True,
        aliases=("小项", "事项", "小项名称"),
        example="暴露垃圾",
    ),
    Column(
        name="definition",
        label_zh="界定说明",
        label_en="Definition",
        parse=text(300),
        required=True,
        aliases=("说明", "事项说明", "定义"),
        example="道路、街巷、绿地等公共区域的垃圾未清走",
    ),
    Column(
        name="unit_kind",
        label_zh="责任单位类型",
        label_en="Responsible kind of unit",
        parse=text(40),
        required=True,
        aliases=("责任单位", "主管部门"),
        example="环境卫生",
        note_zh="填“单位类型”表中的中文名称或代码",
        note_en="the Chinese name or the key of a kind of unit",
    ),
    _limit_column("accept_limit", "受理时限", "Limit to accept", "2工作小时"),
    _limit_column("handle_limit", "处置时限", "Limit to handle", "1工作日"),
    _limit_column("verify_limit", "核查时限", "Limit to verify", "4工作小时"),
    Column(
        name="evidence",
        label_zh="办结佐证",
        label_en="Evidence",
        parse=evidence_cell,
        aliases=("佐证材料", "佐证"),
        example="处置前照片+处置后照片",
        note_zh=f"{'、'.join(EVIDENCE_WORDS.values())}，用“+”连接；不需要时填“无”",
        note_en=f"{', '.join(EVIDENCE_WORDS)} joined by +; none",
    ),
    Column(
        name="handling_standard",
        label_zh="处置标准",
        label_en="Handling standard",
        parse=text(300),
        required=True,
        aliases=("处置要求",),
        example="派车清运并冲洗点位",
    ),
    Column(
        name="closing_standard",
        label_zh="结案标准",
        label_en="Closing standard",
        parse=text(300),
        required=True,
        aliases=("结案要求", "办结标准"),
        example="现场无残留垃圾和污渍",
    ),
    Column(
        name="is_urgent",
        label_zh="是否紧急",
        label_en="Urgent",
        parse=yes_no,
        aliases=("紧急",),
        example="否",
        note_zh="紧急事项的三个时限都应为自然时间（小时、天）",
        note_en="the limits of urgent items are natural time",
    ),
    Column(
        name="is_published",
        label_zh="是否公开",
        label_en="Published",
        parse=yes_no,
        aliases=("公开", "公开展示"),
        example="是",
        note_zh="填“是”的事项，公开页面会列出单件（只有事项、社区和模糊位置）；涉及住户、个人、商户的填“否”，只计数",
        note_en="yes: single matters stand on the public pages (item, community, blurred place); no: only counted",
    ),
    Column(
        name="legal_basis",
        label_zh="法律依据",
        label_en="Legal basis",
        parse=text(300),
        aliases=("依据",),
        example="《城市市容和环境卫生管理条例》第二十三条",
        note_zh="写明法规名称和条款；没有核实的留空",
        note_en="law and article; leave it empty where not verified",
    ),
)


def check_item_rows(actor: Actor, rows: Sequence[Row], context: Context) -> Mapping[int, Sequence[Fault]]:
    """Kinds of unit that do not exist, and limits of urgent items that would sleep at night."""
    kinds = kinds_by_word()
    found = {}
    for row in rows:
        if any(row.values[column.name] is None for column in COLUMNS if column.required):
            continue
        item = _item_of(row, kinds)
        faults = item_faults(row.number, item, kinds.values())
        if faults:
            found[row.number] = [Fault(f.column, f.message_zh, f.message_en) for f in faults]
    return found


def write_item_rows(actor: Actor, rows: Sequence[Row], context: Context) -> list[str]:
    """Add rows to the batch's draft. Nothing is in force before the draft is opened. Raises: NotADraft."""
    kinds = kinds_by_word()
    with work(actor, Permission.MANAGE_ITEMS) as job:
        draft = draft_of_batch(ItemList, context)
        stored = [item_row(draft.id, _item_of(row, kinds)) for row in rows]
        Item.objects.bulk_create(stored)
        job.record_in_city(f"routing.itemlist:{draft.id}", drafted=len(stored))
    return [f"routing.item:{item.id}" for item in stored]


def undo_item_rows(actor: Actor, targets: Sequence[str], *, at: datetime) -> dict[str, Fault]:
    """Take rows out of their draft, and the draft with its last row; a list that was opened is kept."""
    ids = ids_of(targets)
    with work(actor, Permission.MANAGE_ITEMS) as job:
        rows = Item.objects.filter(pk__in=ids).select_related("item_list")
        kept = keep_opened(ids, [(row.pk, row.item_list) for row in rows])
        lists = set(Item.objects.filter(pk__in=ids).values_list("item_list_id", flat=True))
        Item.objects.filter(pk__in=ids).delete()
        ItemList.objects.filter(pk__in=lists).exclude(pk__in=Item.objects.values("item_list_id")).delete()
        job.record_in_city("routing.itemlist:draft", undone=len(ids), kept=len(kept))
    return kept


ITEM_SHEET = Sheet(
    key="routing.items",
    title_zh="事项清单",
    title_en="Item list",
    columns=COLUMNS,
    permission=Permission.MANAGE_ITEMS,
    write=write_item_rows,
    check=check_item_rows,
    undo=undo_item_rows,
    key_columns=("item_code",),
    options=(
        Column(
            name="list_name",
            label_zh="清单名称",
            label_en="Name of the list",
            parse=name_text(80),
            required=True,
            example="2027年版事项清单",
        ),
    ),
)


def export_item_list(actor: Actor, list_id: int, *, file_format: FileFormat) -> OutFile:
    """A version as a file with the sheet's own columns: edited or not, it can be imported as it is.

    Raises: ItemListUnknown (drafts are there for those who manage items); Forbidden.
    """
    row = item_list(list_id, with_drafts=is_permitted(actor, Permission.MANAGE_ITEMS))
    names = {kind.key: kind.name_zh for kind in unit_kinds()}
    return export_rows(
        actor,
        row.name,
        COLUMNS,
        (sheet_cells(item, names) for item in as_new(items_of(list_id))),
        file_format=file_format,
        target=f"routing.itemlist:{list_id}",
    )


def sheet_cells(item: NewItem, kind_names: Mapping[str, str]) -> list[str]:
    """An item as people read it in the sheet, in the order of its columns."""
    shown = {
        "unit_kind": kind_names.get(item.unit_kind, item.unit_kind),
        "accept_limit": limit_words(item.accept_limit),
        "handle_limit": limit_words(item.handle_limit),
        "verify_limit": limit_words(item.verify_limit),
        "evidence": evidence_words(item.evidence),
        "is_urgent": "是" if item.is_urgent else "否",
        "is_published": "是" if item.is_published else "否",
    }
    return [shown.get(column.name) or str(getattr(item, column.name)) for column in COLUMNS]


def _item_of(row: Row, kinds: Mapping[str, str]) -> NewItem:
    values = dict(row.values)
    values["unit_kind"] = kinds.get(values["unit_kind"], values["unit_kind"])
    values["evidence"] = values["evidence"] or "none"
    values["is_urgent"] = bool(values["is_urgent"])
    values["is_published"] = bool(values["is_published"])
    values["legal_basis"] = values["legal_basis"] or ""
    return NewItem(**values)
