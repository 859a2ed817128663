"""Units as a sheet: a new city's organisation comes in from tables."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from jingwei.foundation.access import queries as people
from jingwei.foundation.access import services as access
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.administration.rules import (
    UnitWish,
    planned,
)
from jingwei.foundation.administration.services.sheets.cells import fault_of, unit_code
from jingwei.foundation.administration.services.units import (
    changed_since_opened,
    ground_for,
    open_planned,
    used_among,
)
from jingwei.foundation.imports.contracts import (
    Column,
    Context,
    Fault,
    Row,
    Sheet,
    text,
    yes_no,
)
from jingwei.foundation.work import work
from jingwei.kernel.errors import DomainError

KEPT_IN_USE = (
    "导入之后已改动或使用，不能撤销；不用的单位可以停用",
    "it was changed or used since; switch it off instead",
)
KEPT_STOOD_ON = (
    "有岗位或下级单位，不能撤销；请先撤销它们",
    "it has posts or units below it; undo those first",
)


def check_unit_rows(actor: Actor, rows: Sequence[Row], context: Context) -> Mapping[int, Sequence[Fault]]:
    """Codes taken, unknown kinds and areas, parents that do not fit.

    A parent that is not there yet may stand in an earlier part of the file: that is decided when it is written.
    """
    wishes = [_wish(row) for row in rows]
    ground = ground_for(wishes)
    found = {}
    for row, wish in zip(rows, wishes, strict=True):
        try:
            if wish.parent_code and wish.parent_code not in ground.by_code:
                wish = _without_parent(wish)
            planned(wish, ground, scope=actor.scope)
        except DomainError as refusal:
            found[row.number] = [fault_of(refusal)]
    return found


def write_unit_rows(actor: Actor, rows: Sequence[Row], context: Context) -> list[str]:
    """Open units in the order of the file. Raises: what ``planned`` raises."""
    wishes = [_wish(row) for row in rows]
    with work(actor, Permission.MANAGE_POSTS) as job:
        access.lock_units()
        ground = ground_for(wishes)
        open_planned(job, [planned(wish, ground, scope=actor.scope) for wish in wishes])
    return [f"access.unit:{row.id}" for row in rows]


def undo_unit_rows(actor: Actor, targets: Sequence[str], *, at: datetime) -> dict[str, Fault]:
    """Delete units that nothing stands on and that never had a part in anything."""
    kept = {}
    ids = {UUID(target.rpartition(":")[2]): target for target in targets}
    with work(actor, Permission.MANAGE_POSTS) as job:
        access.lock_units()
        used = used_among(ids)
        standing = {unit.unit_id: unit for unit in people.units_known(ids=ids)}
        for unit_id, target in ids.items():
            unit = standing.get(unit_id)
            if unit is not None and (unit_id in used or changed_since_opened(unit_id)):
                kept[target] = Fault(None, *KEPT_IN_USE)
            elif unit is not None and not access.remove_unit(unit_id):
                kept[target] = Fault(None, *KEPT_STOOD_ON)
            elif unit is not None:
                job.record_in_area(target, unit.area_code, act="undo_unit", code=unit.code, name=unit.name)
        job.record_own("access.unit:import", act="undo_units", undone=len(ids) - len(kept), kept=len(kept))
    return kept


def _wish(row: Row) -> UnitWish:
    values = row.values
    return UnitWish(
        unit_id=row.id,
        code=values["code"],
        name=values["name"],
        kind=values["kind"],
        area_code=values["area_code"],
        parent_code=values["parent_code"] or "",
        is_government=values["is_government"] is not False,
    )


def _without_parent(wish: UnitWish) -> UnitWish:
    return UnitWish(wish.unit_id, wish.code, wish.name, wish.kind, wish.area_code)


UNIT_SHEET = Sheet(
    key="administration.units",
    title_zh="单位",
    title_en="Units",
    columns=(
        Column(
            name="code",
            label_zh="单位代码",
            label_en="Unit code",
            parse=unit_code,
            required=True,
            aliases=("代码", "机构代码"),
            example="430902-urban_management",
            note_zh="自行编定，全市不重复：字母、数字和 . _ -，最多40个",
            note_en="your own, unique in the city: letters, digits and . _ -, 40 at most",
        ),
        Column(
            name="name",
            label_zh="单位名称",
            label_en="Name",
            parse=text(120),
            required=True,
            aliases=("名称", "机构名称"),
            example="资阳区城市管理和综合执法局",
        ),
        Column(
            name="kind",
            label_zh="单位类型",
            label_en="Kind",
            parse=text(40),
            required=True,
            aliases=("类型", "机构类型"),
            example="城市管理",
            note_zh="填“单位类型”表中的中文名称或代码；综治中心填“综治中心”或 centre",
            note_en="the Chinese name or the key of a kind of unit; centre for centres",
        ),
        Column(
            name="area_code",
            label_zh="区划代码",
            label_en="Area code",
            parse=text(15),
            required=True,
            aliases=("辖区代码", "区划"),
            example="430902",
            note_zh="单位管辖的区划：市4位、区县6位、乡镇街道9位、村社区12位",
            note_en="the area it serves: 4, 6, 9 or 12 digits",
        ),
        Column(
            name="parent_code",
            label_zh="上级单位代码",
            label_en="Code of the parent",
            parse=unit_code,
            aliases=("上级代码", "上级单位"),
            example="430902-centre",
            note_zh="留空则归最近的综治中心；上级是同一文件中的单位时，写在下级前面",
            note_en="empty: the nearest centre. A parent in the same file stands before its children",
        ),
        Column(
            name="is_government",
            label_zh="是否政府单位",
            label_en="Government",
            parse=yes_no,
            aliases=("政府单位",),
            example="是",
            note_zh="企业、社会组织填“否”；留空为“是”",
            note_en="否/no for companies and associations; empty means yes",
        ),
    ),
    permission=Permission.MANAGE_POSTS,
    write=write_unit_rows,
    check=check_unit_rows,
    undo=undo_unit_rows,
    key_columns=("code",),
)
