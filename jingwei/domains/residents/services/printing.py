"""The registration sheet of one person on paper: as whoever takes it sees the record, with numbers opened only as a look is."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from jingwei.domains.residents.contracts import RESIDENT, Living
from jingwei.domains.residents.models import Resident
from jingwei.domains.residents.queries.people import people_at
from jingwei.domains.residents.queries.person import (
    belonging_to,
    changes_of,
    household_of,
    residences_of,
    resident_for,
)
from jingwei.domains.residents.rules.form import BASIS, ENDED_KEPT_DAYS, NAME, PURPOSE
from jingwei.domains.residents.rules.words import LIVING_WORDS
from jingwei.domains.residents.services.changing import reveal_resident
from jingwei.domains.residents.services.finding import personal, target_of
from jingwei.domains.residents.services.households import RELATIONS
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.access.queries import is_permitted
from jingwei.foundation.areas.queries import names_of, path_name
from jingwei.foundation.documents.contracts import (
    Asked,
    Block,
    Document,
    Facts,
    Section,
    SectionSource,
    Table,
)
from jingwei.foundation.documents.services.copies import Copy, copied, copy_for
from jingwei.foundation.forms.queries.standing import code_table
from jingwei.foundation.forms.services.reading import form_of, shown_facts
from jingwei.foundation.forms.services.telling import fact_sections, history_section
from jingwei.foundation.privacy.contracts import Manner, Purpose
from jingwei.foundation.privacy.services import note_looks
from jingwei.foundation.work import work

MOST_PEOPLE = 100
"""In the sheet of one house."""


def print_resident(
    actor: Actor, resident_id: UUID, *, why: Purpose, purpose: str, is_clear: bool, asked: Asked
) -> Document:
    """One person's sheet, ready for the printer. ``is_clear`` opens the numbers, each of them a look.

    Raises: ResidentNotFound, PurposeMissing, NumberMissing, LookedUpTooOften.
    """
    with work(actor, Permission.VIEW_RESIDENTS) as job:
        row = resident_for(actor, resident_id)
        copy = copy_for(actor, purpose, asked)
        opened: Mapping[str, str] = {}
        if is_clear:
            opened = reveal_resident(actor, row.pk, (), purpose=why, remark=copy.purpose, at=asked.at)
        _note(actor, [row], why=why, remark=copy.purpose, at=asked.at)
        job.record(row, act="print_file", purpose=copy.purpose, is_clear=is_clear)
        document = _document(copy, row, opened)
    return document


def _document(copy: Copy, row: Resident, opened: Mapping[str, str]) -> Document:
    actor, asked, form = copy.actor, copy.asked, form_of(RESIDENT)
    may_manage = is_permitted(actor, Permission.MANAGE_RESIDENTS)
    shown = shown_facts(form, row, may_manage=may_manage) | opened
    sections = [
        *fact_sections(form, shown, asked),
        Section("homes", asked.say("居住经历", "Where they lived"), _homes(row, asked)),
        Section("household", asked.say("户", "Household"), _household(actor, row, asked)),
        Section("why", asked.say("登记的用途和依据", "Why it is kept"), _why(asked)),
        history_section(form, changes_of(row.pk), asked),
    ]
    state = ("已结束", "ended") if row.ended_at else LIVING_WORDS[Living(row.living)]
    lead = [
        (asked.say("姓名", "Name"), row.name),
        (asked.say("居住情况", "Living"), asked.word(state)),
        (asked.say("住址", "Address"), row.address),
        (asked.say("所在区划", "Area"), path_name(row.scope_code)),
        (asked.say("最近核实", "Last seen"), asked.moment(row.seen_at)),
    ]
    title = asked.say("居民登记表", "Registration sheet of a resident")
    return copied(copy, f"{title} · {row.name}", lead, sections)


def _homes(row: Resident, asked: Asked) -> tuple[Block, ...]:
    found = residences_of(row.pk)
    names = names_of({one.scope_code for one in found})
    rows = tuple(
        (
            asked.day(one.from_on),
            asked.day(one.to_on) or asked.say("至今", "now"),
            one.address,
            names.get(one.scope_code, one.scope_code),
            asked.word(LIVING_WORDS[Living(one.living)]),
        )
        for one in found
    )
    heads = asked.say("从 到 住址 所在区划 居住情况", "From To Address Area Living").split(" ")
    return (Table(tuple(heads), rows),) if rows else ()


def _household(actor: Actor, row: Resident, asked: Asked) -> tuple[Block, ...]:
    house = household_of(actor, row.pk)
    if house is None:
        return ()
    table = code_table(RELATIONS)
    rows = []
    for one in belonging_to(actor, house.pk):
        code = table.code(one.relation) if table else None
        relation = asked.say(code.name_zh, code.name_en) if code else one.relation
        stranger = asked.say("不在辖区内的成员", "a member outside the area")
        rows.append(
            (
                relation,
                one.resident.name if one.resident else stranger,
                asked.day(one.from_on),
                asked.day(one.to_on),
            )
        )
    heads = asked.say("与户主关系 姓名 从 到", "Relation Name From To").split(" ")
    number = (asked.say("户号", "Number"), house.number)
    return (Facts((number, (asked.say("地址", "Address"), house.address))), Table(tuple(heads), tuple(rows)))


def _why(asked: Asked) -> tuple[Block, ...]:
    kept = asked.say(f"结束后{ENDED_KEPT_DAYS}天", f"{ENDED_KEPT_DAYS} days after it ended")
    return (
        Facts(
            (
                (asked.say("用途", "Purpose"), PURPOSE),
                (asked.say("依据", "Legal basis"), BASIS),
                (asked.say("保存期", "Kept"), kept),
            )
        ),
    )


def _note(actor: Actor, rows: list[Resident], *, why: Purpose, remark: str, at: datetime) -> None:
    """That names left the house on paper."""
    targets = [(target_of(row), row.account_person_id, row.scope_code) for row in rows]
    note_looks(actor, personal(NAME), targets, purpose=why, remark=remark, at=at, manner=Manner.EXPORTED)


def people_of_house(actor: Actor, house_id: UUID, asked: Asked) -> list[Block]:
    """Who lives in a house, for its own sheet; nobody for those who do not see residents. Each name is a look."""
    if not is_permitted(actor, Permission.VIEW_RESIDENTS):
        return []
    rows = people_at(actor, house_id, most=MOST_PEOPLE)
    if not rows:
        return []
    remark = asked.say("打印房屋登记表", "printing the sheet of a house")
    _note(actor, rows, why=Purpose.KEEP_RECORD, remark=remark, at=asked.at)
    told = tuple(
        (row.name, asked.word(LIVING_WORDS[Living(row.living)]), asked.moment(row.seen_at)) for row in rows
    )
    heads = asked.say("姓名 居住情况 最近核实", "Name Living Seen").split(" ")
    return [Table(tuple(heads), told)]


HOUSE_PEOPLE = SectionSource("people", "居住的人", "Who lives here", 40, people_of_house)
