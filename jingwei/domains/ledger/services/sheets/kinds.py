"""The code table of components as a sheet: new rows are added, present ones take what the sheet says."""

import re
from collections.abc import Sequence

from jingwei.domains.ledger.queries.kinds import KindRow
from jingwei.domains.ledger.services.kinds import load_component_kinds
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.imports.contracts import (
    BadCell,
    Column,
    Context,
    Row,
    Sheet,
    name_text,
    whole_number,
    yes_no,
)

TWO_DIGITS = re.compile(r"\d{1,2}", re.ASCII)


def two_digits(cell: str) -> str:
    """Spreadsheets drop the leading zero."""
    if not TWO_DIGITS.fullmatch(cell) or int(cell) == 0:
        raise BadCell("应填两位数字，如 01", "two digits are expected, such as 01")
    return cell.zfill(2)


def write_kind_rows(actor: Actor, rows: Sequence[Row], context: Context) -> list[str]:
    """Add or change the rows of a chunk."""
    kinds = [
        KindRow(
            code=row.values["class_code"] + row.values["type_code"],
            class_name=row.values["class_name"],
            type_name=row.values["type_name"],
            inspect_days=row.values["inspect_days"] or 0,
            is_active=row.values["is_active"] is not False,
        )
        for row in rows
    ]
    load_component_kinds(actor, kinds)
    return [f"ledger.componentkind:{kind.code}" for kind in kinds]


COMPONENT_KIND_SHEET = Sheet(
    key="ledger.component_kinds",
    title_zh="部件代码表",
    title_en="Code table of components",
    columns=(
        Column(
            "class_code", "大类代码", "Class code", two_digits, True, ("大类码", "大类编码"), "01", "两位数字"
        ),
        Column("class_name", "大类名称", "Class", name_text(40), True, ("大类",), "公用设施"),
        Column(
            "type_code", "小类代码", "Type code", two_digits, True, ("小类码", "小类编码"), "01", "两位数字"
        ),
        Column("type_name", "小类名称", "Type", name_text(40), True, ("小类", "部件名称"), "上水井盖"),
        Column(
            name="inspect_days",
            label_zh="巡检周期（天）",
            label_en="Inspect every (days)",
            parse=whole_number(0, 3650),
            aliases=("巡检周期",),
            example="30",
            note_zh="0或留空表示不定期",
            note_en="0 or empty: no regular inspection",
        ),
        Column(
            name="is_active",
            label_zh="是否在用",
            label_en="In use",
            parse=yes_no,
            aliases=("在用",),
            example="是",
            note_zh="停用的小类不能再登记新部件，已登记的不变",
            note_en="types out of use take no new components",
        ),
    ),
    permission=Permission.MANAGE_ITEMS,
    write=write_kind_rows,
    key_columns=("class_code", "type_code"),
)
