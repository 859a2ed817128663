"""Resources as a sheet. What a batch brought in can be taken out again as long as nobody has touched it."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from jingwei.domains.ledger.contracts import Deed
from jingwei.domains.ledger.models import Resource, ResourceEntry
from jingwei.domains.ledger.queries.kinds import resource_kinds
from jingwei.domains.ledger.rules.hours import spans_of
from jingwei.domains.ledger.rules.personal import CONTACT_PHONE
from jingwei.domains.ledger.rules.refusals import BadHours
from jingwei.domains.ledger.services.keeping import signed, take_back
from jingwei.domains.ledger.services.resources import (
    Contact,
    NewResource,
    ResourceFacts,
    added_resource,
)
from jingwei.domains.ledger.services.sheets.cells import (
    POSITION_COLUMNS,
    place_faults,
    standing_of,
    units_by_word,
)
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.imports.contracts import (
    DATUM_OPTION,
    BadCell,
    Column,
    Context,
    Fault,
    Row,
    Sheet,
    name_text,
    text,
    whole_number,
)
from jingwei.foundation.privacy.services import seal_value
from jingwei.foundation.work import work
from jingwei.kernel.errors import Invalid


def hours_cell(cell: str) -> str:
    """Hours that can be read."""
    try:
        spans_of(cell)
    except BadHours as refused:
        raise BadCell(refused.text, refused.text_en) from None
    return cell


def phone_cell(cell: str) -> str:
    """A number that can be called. What it is, is not repeated."""
    try:
        seal_value(CONTACT_PHONE, cell)
    except Invalid:
        raise BadCell("电话号码不正确", "not a telephone number") from None
    return cell


COLUMNS = (
    Column("name", "名称", "Name", name_text(80), True, ("资源名称",), "迎春社区网格驿站"),
    Column("kind", "类别", "Kind", text(40), True, ("资源类别", "类型"), "网格驿站"),
    *POSITION_COLUMNS,
    Column("address", "地址", "Address", text(200), False, ("位置",), "人民路12号"),
    Column("unit", "管理单位", "Run by", text(80), False, ("责任单位",), "迎春社区居委会"),
    Column("capacity", "容量", "Capacity", whole_number(0, 10_000_000), False, ("可容纳",), "30"),
    Column(
        name="hours",
        label_zh="开放时间",
        label_en="Hours",
        parse=hours_cell,
        aliases=("服务时间",),
        example="周一至周五 08:30-17:30；周六 09:00-12:00",
        note_zh="全天开放写“全天”",
        note_en="“全天” for day and night",
    ),
    Column("phone", "公开电话", "Public phone", text(20), False, ("值班电话", "电话"), "0737-4220000"),
    Column("contact_name", "联系人", "Contact", text(40), False, ("负责人",), ""),
    Column(
        name="contact_phone",
        label_zh="联系人电话",
        label_en="Contact's phone",
        parse=phone_cell,
        aliases=("负责人电话",),
        note_zh="加密保存，查看要留痕",
        note_en="sealed; each look is recorded",
    ),
)


def check_resource_rows(actor: Actor, rows: Sequence[Row], context: Context) -> Mapping[int, Sequence[Fault]]:
    """Kinds that do not exist, places outside one's area, names without a number."""
    kinds = kinds_by_name()
    found = {}
    for row in rows:
        faults = place_faults(actor, row, context.options["datum"])
        if row.values["kind"] and row.values["kind"] not in kinds:
            listed = "、".join(name for name in kinds if not name.isascii())
            faults.append(Fault("kind", f"没有这个类别；可填：{listed}", f"no such kind; known: {listed}"))
        if row.values["contact_name"] and not row.values["contact_phone"]:
            faults.append(Fault("contact_phone", "有联系人时要填电话", "a contact needs a number"))
        if faults:
            found[row.number] = faults
    return found


def write_resource_rows(actor: Actor, rows: Sequence[Row], context: Context) -> list[str]:
    """Register the rows of a chunk."""
    kinds = kinds_by_name()
    units = units_by_word(row.values["unit"] for row in rows)
    with work(actor, Permission.MANAGE_LEDGER) as job:
        made = []
        for row in rows:
            standing = standing_of(actor, row, context.options["datum"])
            values, unit = row.values, row.values["unit"] or ""
            facts = ResourceFacts(
                name=values["name"],
                address=values["address"] or "",
                unit_id=units.get(unit),
                unit_name=unit,
                capacity=values["capacity"],
                hours=values["hours"] or "",
                phone=values["phone"] or "",
            )
            phone = values["contact_phone"]
            new = NewResource(
                kind=kinds[values["kind"]],
                position=standing.position,
                facts=facts,
                contact=Contact(values["contact_name"] or "", phone) if phone else None,
                resource_id=row.id,
                batch_id=context.batch_id,
            )
            made.append(added_resource(new, standing, at=context.at))
        Resource.objects.bulk_create(made)
        ResourceEntry.objects.bulk_create(
            signed(ResourceEntry(resource_id=row.pk), actor, Deed.REGISTERED, at=context.at) for row in made
        )
        job.record_own(f"imports.batch:{context.batch_id}", act="register_resources", rows=len(made))
    return [f"ledger.resource:{row.id}" for row in rows]


def undo_resource_rows(actor: Actor, targets: Sequence[str], *, at: datetime) -> dict[str, Fault]:
    """Take resources out again; what was changed since is kept."""
    return take_back(
        actor,
        Resource,
        ResourceEntry,
        targets,
        kept_because=Fault(None, "登记后已有修改，不能撤销", "changed since; it is kept"),
    )


def kinds_by_name() -> dict[str, str]:
    """Keys of kinds in use, by name and by key."""
    kinds = [kind for kind in resource_kinds() if kind.is_active]
    return {kind.name_zh: kind.key for kind in kinds} | {kind.key: kind.key for kind in kinds}


RESOURCE_SHEET = Sheet(
    key="ledger.resources",
    title_zh="资源",
    title_en="Resources",
    columns=COLUMNS,
    permission=Permission.MANAGE_LEDGER,
    write=write_resource_rows,
    check=check_resource_rows,
    undo=undo_resource_rows,
    options=(DATUM_OPTION,),
    key_columns=("name", "kind"),
)
