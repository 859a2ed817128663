"""A record in words, for a printed page: its fields by section, and its history without what is not told."""

from collections.abc import Mapping, Sequence
from typing import Any

from jingwei.foundation.documents.contracts import Asked, Block, Facts, Section, Table
from jingwei.foundation.forms.contracts import Field, Form, Keeping, SeenBy
from jingwei.foundation.forms.queries.standing import code_table
from jingwei.foundation.forms.rules.values import is_empty
from jingwei.foundation.records import Change, RecordDeed

DEED_WORDS = {
    RecordDeed.REGISTERED: ("登记", "registered"),
    RecordDeed.CHANGED: ("修改", "changed"),
    RecordDeed.CONFIRMED: ("核实无变化", "confirmed"),
    RecordDeed.MOVED: ("迁移", "moved"),
    RecordDeed.MERGED: ("合并", "merged"),
    RecordDeed.ENDED: ("结束", "ended"),
    RecordDeed.RESTORED: ("恢复", "restored"),
}
MOST_LINES = 30
"""Of a history on paper; the rest is read on the page."""


def fact_sections(form: Form, shown: Mapping[str, object], asked: Asked) -> list[Section]:
    """What is shown of a record, by the sections of its form; fields without a value are left out."""
    found: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for field in form.fields:
        value = shown.get(field.key)
        if not is_empty(value):
            rows = found.setdefault((field.section_zh, field.section_en), [])
            rows.append((asked.say(field.label_zh, field.label_en), said(field, value, asked)))
    other = ("登记内容", "Record")
    return [
        Section(
            f"facts_{at}",
            asked.say(zh or other[0], en or zh or other[1]),
            (Facts(tuple(rows)),),
        )
        for at, ((zh, en), rows) in enumerate(found.items())
    ]


def said(field: Field, value: object, asked: Asked) -> str:
    """A shown value in words."""
    if isinstance(value, bool):
        return asked.yes(value)
    if isinstance(value, list | tuple):
        return asked.say("、", ", ").join(said(field, one, asked) for one in value)
    is_masked = field.keeping is not Keeping.PLAIN or field.seen_by is not SeenBy.SCOPE
    table = None if is_masked else code_table(field.code_table)
    code = table.code(str(value)) if table else None
    words = asked.say(code.name_zh, code.name_en) if code else str(value)
    unit = asked.say(field.unit_zh, field.unit_en)
    return f"{words} {unit}".strip() if unit else words


def history_section(form: Form, changes: Sequence[Change], asked: Asked) -> Section:
    """When what was done and by whom; which fields were meant, not what stood in them."""
    labels: dict[str, Any] = {one.key: (one.label_zh, one.label_en) for one in form.fields}
    rows = tuple(
        (
            asked.moment(one.at),
            asked.word(DEED_WORDS[RecordDeed(one.deed)]),
            asked.say("、", ", ").join(asked.word(labels[key]) for key in one.facts if key in labels),
            one.actor_name,
            one.remark,
        )
        for one in changes[:MOST_LINES]
    )
    heads = asked.say("时间 做了什么 哪些项 谁 备注", "When What Fields Who Remark").split(" ")
    blocks: tuple[Block, ...] = (Table(tuple(heads), rows),) if rows else ()
    return Section("history", asked.say("变更记录", "History"), blocks)
