"""Units and posts as sheets: a new city's organisation comes in from two tables. Posts come in vacant.

Appointing through a sheet would leave one-time passwords behind, in a file or a table; so people are appointed one
by one, where the password is shown once.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from jingwei.foundation.access import queries as people
from jingwei.foundation.access import services as access
from jingwei.foundation.access.contracts import ANYWHERE, Actor, Permission, Role, UnitBrief
from jingwei.foundation.administration.rules import (
    OutsideYourArea,
    PostStands,
    UnitAreaUnknown,
    UnitUnknown,
    UnitWish,
    planned,
)
from jingwei.foundation.administration.services.units import (
    changed_since_opened,
    ground_for,
    open_planned,
    used_among,
)
from jingwei.foundation.areas.queries import names_of
from jingwei.foundation.imports.contracts import (
    BadCell,
    Column,
    Context,
    Fault,
    Row,
    Sheet,
    one_of,
    text,
    yes_no,
)
from jingwei.foundation.work import work
from jingwei.kernel.codes import lies_within
from jingwei.kernel.errors import DomainError

UNIT_CODE_PATTERN = r"^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$"
ROLE_WORDS = {
    "网格员": Role.OFFICER,
    "网格长": Role.GRID_HEAD,
    "总网格长": Role.CHIEF_GRID_HEAD,
    "坐席": Role.DESK,
    "指挥长": Role.COMMANDER,
    "单位负责人": Role.UNIT_HEAD,
    "经办人": Role.HANDLER,
    "纪检监察": Role.SUPERVISOR,
    "审计检查": Role.INSPECTOR,
    "系统管理员": Role.ADMINISTRATOR,
}
KEPT_IN_USE = (
    "导入之后已改动或使用，不能撤销；不用的单位可以停用",
    "it was changed or used since; switch it off instead",
)
KEPT_IN_USE_POST = ("已有人担任过或办理过事件，不能撤销", "it was held, or has had a part in something")
KEPT_STOOD_ON = (
    "有岗位或下级单位，不能撤销；请先撤销它们",
    "it has posts or units below it; undo those first",
)


def unit_code(cell: str) -> str:
    """Raises: BadCell."""
    if not re.fullmatch(UNIT_CODE_PATTERN, cell):
        raise BadCell(
            "单位代码只能用字母、数字和 . _ -，最多40个", "letters, digits and . _ - only, 40 at most"
        )
    return cell


# --- units -----------------------------------------------------------------------------------------------------


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
            found[row.number] = [_fault(refusal)]
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


def _fault(refusal: DomainError) -> Fault:
    return Fault(refusal.data.get("column"), refusal.text, refusal.text_en)


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


# --- posts -----------------------------------------------------------------------------------------------------


def check_post_rows(actor: Actor, rows: Sequence[Row], context: Context) -> Mapping[int, Sequence[Fault]]:
    """Units and areas that are unknown or not one's own, roles that do not fit, posts that stand already."""
    return {
        row.number: [_fault(refusal)] for row, _, refusal in _measured(actor, rows) if refusal is not None
    }


def write_post_rows(actor: Actor, rows: Sequence[Row], context: Context) -> list[str]:
    """Open vacant posts. Raises: UnitUnknown; UnitAreaUnknown; OutsideYourArea; PostStands; UnitDoesNotFit."""
    with work(actor, Permission.MANAGE_POSTS) as job:
        access.lock_units()
        for row, unit, refusal in _measured(actor, rows):
            if refusal is not None or unit is None:
                raise refusal or UnitUnknown(unit_code=row.values["unit_code"])
            title, role, area_code = (row.values[name] for name in ("title", "role", "area_code"))
            access.create_post(
                title=title, role=role, area_code=area_code, unit_id=unit.unit_id, post_id=row.id
            )
            job.record_in_area(
                f"access.post:{row.id}",
                area_code,
                act="create",
                title=title,
                role=role.value,
                unit=unit.unit_id,
            )
    return [f"access.post:{row.id}" for row in rows]


def undo_post_rows(actor: Actor, targets: Sequence[str], *, at: datetime) -> dict[str, Fault]:
    """Delete posts that nobody ever held and that never had a part in anything."""
    ids = {UUID(target.rpartition(":")[2]): target for target in targets}
    with work(actor, Permission.MANAGE_POSTS) as job:
        access.lock_units()
        used = people.posts_ever_held(ids) | used_among(ids)
        access.remove_posts(ids.keys() - used)
        for post_id in ids.keys() - used:
            job.record_own(f"access.post:{post_id}", act="undo")
        job.record_own("access.post:import", act="undo_posts", undone=len(ids) - len(used), kept=len(used))
    return {ids[post_id]: Fault(None, *KEPT_IN_USE_POST) for post_id in used}


def _measured(
    actor: Actor, rows: Sequence[Row]
) -> Iterator[tuple[Row, UnitBrief | None, DomainError | None]]:
    """Each row with its unit and what speaks against it; a fixed number of reads for all of them."""
    units = {one.code: one for one in people.units_known(codes=[row.values["unit_code"] for row in rows])}
    areas = names_of({row.values["area_code"] for row in rows})
    standing = people.posts_titled(unit.unit_id for unit in units.values())
    for row in rows:
        unit = units.get(row.values["unit_code"])
        refusal: DomainError | None = None
        try:
            unit = _fitting_unit(actor, row, unit, areas)
            key = (unit.unit_id, row.values["area_code"], row.values["title"])
            if key in standing:
                raise PostStands(unit=unit.name, title=row.values["title"], column="title")
            standing.add(key)
        except DomainError as found:
            refusal = found
        yield row, unit, refusal


def _fitting_unit(actor: Actor, row: Row, unit: UnitBrief | None, areas: Mapping[str, str]) -> UnitBrief:
    area_code = row.values["area_code"]
    is_mine = unit is not None and (actor.scope == ANYWHERE or lies_within(unit.area_code, actor.scope))
    if unit is None or not unit.is_active or not is_mine:
        raise UnitUnknown(unit_code=row.values["unit_code"], column="unit_code")
    if area_code not in areas:
        raise UnitAreaUnknown(area_code=area_code, column="area_code")
    if actor.scope != ANYWHERE and not lies_within(area_code, actor.scope):
        raise OutsideYourArea(area_code=area_code, column="area_code")
    access.require_fitting(row.values["role"], area_code, unit)
    return unit


POST_SHEET = Sheet(
    key="administration.posts",
    title_zh="岗位",
    title_en="Posts",
    columns=(
        Column(
            name="title",
            label_zh="岗位名称",
            label_en="Title",
            parse=text(80),
            required=True,
            aliases=("岗位", "名称"),
            example="石码头社区工作站坐席",
            note_zh="岗位导入后空缺；人员在“岗位”中逐个任命，一次性密码只在任命时显示，不写入表格",
            note_en="posts come in vacant; people are appointed one by one, where the password is shown once",
        ),
        Column(
            name="role",
            label_zh="角色",
            label_en="Role",
            parse=one_of(ROLE_WORDS | {role.value: role for role in ROLE_WORDS.values()}),
            required=True,
            aliases=("岗位角色",),
            example="坐席",
            note_zh="、".join(ROLE_WORDS),
            note_en=", ".join(role.value for role in ROLE_WORDS.values()),
        ),
        Column(
            name="area_code",
            label_zh="区划代码",
            label_en="Area code",
            parse=text(15),
            required=True,
            aliases=("辖区代码", "区划"),
            example="430902005001",
            note_zh="岗位的辖区，在单位的辖区以内；网格员填15位网格代码",
            note_en="the post's area, inside the unit's; 15 digits for officers",
        ),
        Column(
            name="unit_code",
            label_zh="单位代码",
            label_en="Unit code",
            parse=unit_code,
            required=True,
            aliases=("所属单位代码", "机构代码"),
            example="430902005001-centre",
            note_zh="建城时自动设立的综治中心，代码是“区划代码-centre”",
            note_en="a centre that came with the city has the code AREA-centre",
        ),
    ),
    permission=Permission.MANAGE_POSTS,
    write=write_post_rows,
    check=check_post_rows,
    undo=undo_post_rows,
    key_columns=("title", "area_code", "unit_code"),
)
