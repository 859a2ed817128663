"""Posts as a sheet. They come in vacant; people come in through a sheet of their own."""

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
)
from jingwei.foundation.administration.services.sheets.cells import fault_of, unit_code
from jingwei.foundation.administration.services.units import (
    used_among,
)
from jingwei.foundation.areas.queries import names_of
from jingwei.foundation.imports.contracts import (
    Column,
    Context,
    Fault,
    Row,
    Sheet,
    name_text,
    one_of,
    text,
)
from jingwei.foundation.work import work
from jingwei.kernel.codes import lies_within
from jingwei.kernel.errors import DomainError

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
KEPT_IN_USE_POST = ("已有人担任过或办理过事件，不能撤销", "it was held, or has had a part in something")


def check_post_rows(actor: Actor, rows: Sequence[Row], context: Context) -> Mapping[int, Sequence[Fault]]:
    """Units and areas that are unknown or not one's own, roles that do not fit, posts that stand already."""
    return {
        row.number: [fault_of(refusal)] for row, _, refusal in _measured(actor, rows) if refusal is not None
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
            parse=name_text(80),
            required=True,
            aliases=("岗位", "名称"),
            example="石码头社区工作站坐席",
            note_zh="岗位导入后空缺；人员随后逐个任命，或用“人员”表导入，一次性密码都不写入表格",
            note_en="posts come in vacant; people are appointed one by one or by a sheet of their own; no passwords in sheets",
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
