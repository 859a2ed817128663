"""A sheet of units, written with plain SQL, that stands in for a domain's."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import connection

from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.imports.contracts import (
    Column,
    Context,
    Fault,
    Row,
    Sheet,
    day,
    one_of,
    text,
    whole_number,
)
from jingwei.foundation.work import work
from jingwei.kernel.errors import Invalid

INSERT = """
insert into access_unit (id, code, name, kind, area_code, is_government, is_active, public_phone)
values (%s, %s, %s, %s, %s, true, true, '')
"""
KINDS = {"城管": "urban_management", "供水": "water_company"}


class NameRefused(Invalid):
    code = "demonstration.name_refused"
    message = "名称“{name}”不能使用。"
    message_en = "The name “{name}” cannot be used."


def check_units(actor: Actor, rows: Sequence[Row], context: Context) -> Mapping[int, Sequence[Fault]]:
    with connection.cursor() as cursor:
        cursor.execute(
            "select code from access_unit where code = any(%s)", [[r.values["code"] for r in rows]]
        )
        taken = {code for (code,) in cursor.fetchall()}
    fault = Fault("code", "这个编号已被占用", "this code is taken")
    return {row.number: [fault] for row in rows if row.values["code"] in taken}


def write_units(actor: Actor, rows: Sequence[Row], context: Context) -> Sequence[str]:
    targets = []
    area = context.options.get("area") or actor.area_code
    with work(actor, Permission.IMPORT_ROWS) as job, connection.cursor() as cursor:
        for row in rows:
            if row.values["name"] == "不可写":
                raise NameRefused(name=row.values["name"], column="name")
            values = row.values
            cursor.execute(INSERT, [row.id, values["code"], values["name"], values["kind"] or "other", area])
            targets.append(f"access.unit:{row.id}")
        job.record_in_area("access.unit:many", actor.area_code, rows=len(rows))
    return targets


def undo_units(actor: Actor, targets: Sequence[str], *, at: datetime) -> Mapping[str, Fault]:
    kept = {}
    with work(actor, Permission.IMPORT_ROWS) as job, connection.cursor() as cursor:
        for target in targets:
            unit_id = target.partition(":")[2]
            cursor.execute("delete from access_unit where id = %s and is_active", [unit_id])
            if cursor.rowcount == 0:
                kept[target] = Fault(None, "导入后已停用，未撤销", "switched off since; not undone")
        job.record_own("access.unit:many", undone=len(targets) - len(kept))
    return kept


COLUMNS = (
    Column("code", "编号", "Code", text(40), required=True, aliases=("单位编号",), example="U100"),
    Column("name", "名称", "Name", text(20), required=True, aliases=("单位名称", "unit"), note_zh="单位全称"),
    Column("kind", "类别", "Kind", one_of(KINDS), example="城管"),
    Column("opened_on", "成立日期", "Opened on", day),
    Column("people", "人数", "People", whole_number(0, 1000)),
)

UNITS = Sheet(
    key="test.units",
    title_zh="单位",
    title_en="Units",
    columns=COLUMNS,
    permission=Permission.IMPORT_ROWS,
    check=check_units,
    write=write_units,
    undo=undo_units,
    key_columns=("code",),
    options=(Column("area", "区划", "Area", text(15)),),
)
NAMELESS = Sheet(
    key="test.nameless",
    title_zh="无主键单位",
    title_en="Units without a key",
    columns=COLUMNS,
    permission=Permission.IMPORT_ROWS,
    write=write_units,
)
ADMINISTRATORS = Sheet(
    key="test.items",
    title_zh="清单",
    title_en="Items",
    columns=COLUMNS,
    permission=Permission.MANAGE_ITEMS,
    write=write_units,
)
SHEETS = (UNITS, NAMELESS, ADMINISTRATORS)
