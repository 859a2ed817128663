"""The registration sheet of one house on paper: the record, its place in the plan, where it is used, and its history."""

from uuid import UUID

from jingwei.domains.dwellings.contracts import HOUSE
from jingwei.domains.dwellings.models import House
from jingwei.domains.dwellings.queries.hooks import house_sections, uses_told
from jingwei.domains.dwellings.queries.houses import house_changes, house_for
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.access.queries import is_permitted
from jingwei.foundation.areas.queries import path_name
from jingwei.foundation.documents.contracts import Asked, Block, Document, Facts, Section, Table
from jingwei.foundation.documents.services.copies import Copy, copied, copy_for
from jingwei.foundation.forms.services.reading import form_of, shown_facts
from jingwei.foundation.forms.services.telling import fact_sections, history_section
from jingwei.foundation.work import work


def print_house(actor: Actor, house_id: UUID, *, purpose: str, asked: Asked) -> Document:
    """One house's sheet, ready for the printer. Raises: HouseNotFound, PurposeMissing."""
    with work(actor, Permission.READ_LEDGER) as job:
        row = house_for(actor, house_id)
        copy = copy_for(actor, purpose, asked)
        document = _document(copy, row)
        job.record(row, act="print_file", purpose=copy.purpose)
    return document


def _document(copy: Copy, row: House) -> Document:
    actor, asked, form = copy.actor, copy.asked, form_of(HOUSE)
    may_manage = is_permitted(actor, Permission.KEEP_DWELLINGS)
    sections = [
        *fact_sections(form, shown_facts(form, row, may_manage=may_manage), asked),
        Section("place", asked.say("在楼里的位置", "Its place in the building"), _place(row, asked)),
        *house_sections(actor, row.pk, asked),
        Section("used", asked.say("登记在这里的", "What is registered here"), _used(actor, row, asked)),
        history_section(form, house_changes(row.pk), asked),
    ]
    lead = [
        (asked.say("地址", "Address"), row.address),
        (asked.say("别名", "Other names"), asked.say("、", ", ").join(row.aliases)),
        (asked.say("所在区划", "Area"), path_name(row.scope_code)),
        (asked.say("位置（WGS-84）", "Position (WGS-84)"), f"{row.position.x:.6f}, {row.position.y:.6f}"),
        (asked.say("状态", "State"), _state(row, asked)),
        (asked.say("最近核实", "Last seen"), asked.moment(row.seen_at)),
    ]
    title = asked.say("房屋登记表", "Registration sheet of a house")
    return copied(copy, f"{title} · {row.address}", lead, sections)


def _state(row: House, asked: Asked) -> str:
    return asked.say("在用", "in use") if row.ended_at is None else asked.say("已停用", "out of use")


def _place(row: House, asked: Asked) -> tuple[Block, ...]:
    building = row.building
    if building is None:
        return ()
    return (
        Facts(
            (
                (asked.say("楼栋", "Building"), building.name or building.address),
                (asked.say("单元", "Unit"), row.unit),
                (asked.say("层", "Floor"), row.floor),
                (asked.say("室", "Room"), row.room),
            )
        ),
    )


def _used(actor: Actor, row: House, asked: Asked) -> tuple[Block, ...]:
    rows = tuple(
        (asked.say(one.label_zh, one.label_en), str(one.count)) for one in uses_told(actor, HOUSE, row.pk)
    )
    heads = asked.say("种类 数量", "Kind Count").split(" ")
    return (Table(tuple(heads), rows),) if rows else ()
