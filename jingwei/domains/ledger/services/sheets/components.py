"""Components as a sheet. What a batch brought in can be taken out again as long as nobody has touched it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from jingwei.domains.ledger.contracts import Condition, Deed
from jingwei.domains.ledger.models import Component, ComponentEntry
from jingwei.domains.ledger.queries.components import cards_of
from jingwei.domains.ledger.queries.kinds import KindRow, component_kinds
from jingwei.domains.ledger.rules.components import CONDITION_WORDS, parts_of
from jingwei.domains.ledger.rules.refusals import CodeTaken
from jingwei.domains.ledger.services.components import ComponentFacts, NewComponent, Serials, added
from jingwei.domains.ledger.services.keeping import signed, take_back
from jingwei.domains.ledger.services.placing import Standing
from jingwei.domains.ledger.services.sheets.cells import (
    POSITION_COLUMNS,
    place_faults,
    standing_of,
    units_by_word,
)
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.imports.contracts import (
    DATUM_OPTION,
    Column,
    Context,
    Fault,
    Row,
    Sheet,
    day,
    decimal,
    name_text,
    one_of,
    text,
    whole_number,
)
from jingwei.foundation.work import work
from jingwei.kernel.errors import DomainError

COLUMNS = (
    Column(
        name="code",
        label_zh="部件编码",
        label_en="Component code",
        parse=text(16),
        aliases=("编码", "标识码", "部件标识码", "ObjID"),
        example="4309020101000001",
        note_zh="16位数字：区县6位、大类2位、小类2位、顺序号6位；留空由系统编",
        note_en="sixteen digits; left empty the platform gives one",
    ),
    Column(
        name="kind",
        label_zh="小类",
        label_en="Type",
        parse=text(40),
        required=True,
        aliases=("部件小类", "类别", "小类名称", "小类代码"),
        example="上水井盖",
        note_zh="填代码表中的小类名称，或大类加小类的4位代码",
        note_en="the name of a type, or four digits",
    ),
    *POSITION_COLUMNS,
    Column("name", "名称", "Name", name_text(80), False, ("部件名称",), "人民路口上水井盖"),
    Column("address", "位置描述", "Address", text(200), False, ("地址", "位置"), "人民路与建设路口东北角"),
    Column("owner", "权属单位", "Owner", text(80), False, ("产权单位", "主管单位"), "市自来水公司"),
    Column("keeper", "养护单位", "Keeper", text(80), False, ("维护单位", "管养单位"), "市自来水公司"),
    Column(
        name="condition",
        label_zh="状况",
        label_en="Condition",
        parse=one_of({words[0]: one for one, words in CONDITION_WORDS.items()}),
        aliases=("部件状态", "状态"),
        example="完好",
    ),
    Column("installed_on", "安装日期", "Installed on", day, False, ("启用日期",), "2020-05-01"),
    Column("inspect_days", "巡检周期（天）", "Inspect every (days)", whole_number(0, 3650), False, (), "30"),
    Column("value_yuan", "资产价值（元）", "Value (yuan)", decimal(least=0), False, ("原值",), "1200.00"),
    Column("acquired_on", "取得日期", "Acquired on", day, False, (), "2020-04-01"),
    Column("warranty_until_on", "质保至", "Warranty until", day, False, ("质保期至",), "2025-04-30"),
    Column("maker", "生产厂家", "Maker", text(80), False, ("厂家",), ""),
    Column("asset_no", "资产编号", "Asset number", text(40), False, ("固定资产编号",), ""),
)
EMPTY = {"address": "", "maker": "", "asset_no": ""}
SAME_NAME = ("address", "installed_on", "acquired_on", "warranty_until_on", "maker", "asset_no", "value_yuan")


def check_component_rows(
    actor: Actor, rows: Sequence[Row], context: Context
) -> Mapping[int, Sequence[Fault]]:
    """Types that do not exist, places outside one's area, codes that are taken."""
    kinds = kinds_by_word()
    codes = [row.values["code"] for row in rows if row.values["code"]]
    taken = {
        card.code
        for start in range(0, len(codes), 100)
        for card in cards_of(codes=codes[start : start + 100])
    }
    found = {}
    for row in rows:
        faults = place_faults(actor, row, context.options["datum"])
        kind = kinds.get(row.values["kind"] or "")
        if row.values["kind"] and kind is None:
            faults.append(
                Fault("kind", "代码表中没有在用的这个小类", "the code table has no such type in use")
            )
        if row.values["code"]:
            faults += _code_faults(row.values["code"], kind, taken)
        if faults:
            found[row.number] = faults
    return found


def _code_faults(code: str, kind: KindRow | None, taken: set[str]) -> list[Fault]:
    try:
        parts = parts_of(code)
        if code in taken:
            raise CodeTaken(value=code)
    except DomainError as refused:
        return [Fault("code", refused.text, refused.text_en)]
    if kind is not None and parts.kind != kind.code:
        return [
            Fault(
                "code",
                f"编码第7至10位是{parts.kind}，小类是{kind.code}（{kind.type_name}），两者应一致",
                f"digits 7 to 10 say {parts.kind}, the type is {kind.code}",
            )
        ]
    return []


def write_component_rows(actor: Actor, rows: Sequence[Row], context: Context) -> list[str]:
    """Register the rows of a chunk. Raises: what registering raises, with the column of the code."""
    kinds = kinds_by_word()
    units = units_by_word(row.values[name] for row in rows for name in ("owner", "keeper"))
    with work(actor, Permission.MANAGE_LEDGER) as job:
        serials = Serials()
        made = []
        for row in sorted(rows, key=lambda one: not one.values["code"]):  # given codes first
            kind = kinds[row.values["kind"]]
            standing = standing_of(actor, row, context.options["datum"])
            new = _new(row, kind, standing, units, context)
            made.append(added(new, kind, standing, serials=serials, at=context.at))
        Component.objects.bulk_create(made)
        ComponentEntry.objects.bulk_create(
            signed(
                ComponentEntry(component_id=row.pk, condition=row.condition),
                actor,
                Deed.REGISTERED,
                at=context.at,
            )
            for row in made
        )
        job.record_own(f"imports.batch:{context.batch_id}", act="register_components", rows=len(made))
    return [f"ledger.component:{row.id}" for row in rows]


def undo_component_rows(actor: Actor, targets: Sequence[str], *, at: datetime) -> dict[str, Fault]:
    """Take components out again; what was changed, inspected or moved since is kept."""
    return take_back(
        actor,
        Component,
        ComponentEntry,
        targets,
        kept_because=Fault(
            None, "登记后已有修改或巡检记录，不能撤销", "changed or inspected since; it is kept"
        ),
    )


def kinds_by_word() -> dict[str, KindRow]:
    """Types in use by four digits, and by name where it is the only one."""
    kinds = [kind for kind in component_kinds() if kind.is_active]
    names = [kind.type_name for kind in kinds]
    return {kind.type_name: kind for kind in kinds if names.count(kind.type_name) == 1} | {
        kind.code: kind for kind in kinds
    }


def _new(
    row: Row, kind: KindRow, standing: Standing, units: Mapping[str, UUID], context: Context
) -> NewComponent:
    values = row.values
    owner, keeper = values["owner"] or "", values["keeper"] or ""
    facts = ComponentFacts(
        name=values["name"] or "",
        owner_unit_id=units.get(owner),
        owner_name=owner,
        keeper_unit_id=units.get(keeper),
        keeper_name=keeper,
        inspect_days=values["inspect_days"] or 0,
        **{name: values[name] if values[name] is not None else EMPTY.get(name) for name in SAME_NAME},
    )
    return NewComponent(
        kind=kind.code,
        position=standing.position,
        facts=facts,
        code=values["code"] or "",
        component_id=row.id,
        batch_id=context.batch_id,
        condition=values["condition"] or Condition.GOOD,
    )


COMPONENT_SHEET = Sheet(
    key="ledger.components",
    title_zh="部件",
    title_en="Components",
    columns=COLUMNS,
    permission=Permission.MANAGE_LEDGER,
    write=write_component_rows,
    check=check_component_rows,
    undo=undo_component_rows,
    options=(DATUM_OPTION,),
)
