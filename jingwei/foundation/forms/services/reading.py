"""What was filled in, read by its form; and what of a record is shown."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from jingwei.foundation.edge import require_storable
from jingwei.foundation.forms.contracts import (
    CodeTable,
    Field,
    FieldKind,
    Form,
    Keeping,
    Reading,
    SeenBy,
    ValueFault,
)
from jingwei.foundation.forms.queries.standing import code_table, form_of
from jingwei.foundation.forms.rules.hiding import MASKED
from jingwei.foundation.forms.rules.refusals import BadFacts
from jingwei.foundation.forms.rules.values import (
    Value,
    is_empty,
    json_value,
    personal_field,
    read_value,
    text_value,
)
from jingwei.foundation.forms.services.sealing import ciphertext_of
from jingwei.foundation.imports.contracts import BadCell, Column
from jingwei.foundation.privacy.contracts import SealedValue
from jingwei.foundation.privacy.services import masked_value, seal_value
from jingwei.foundation.records import Record
from jingwei.kernel.clock import local, now
from jingwei.kernel.redlines import refuse_red_lines

__all__ = ["columns_of", "form_of", "form_seen", "personal_field", "read_facts", "shown_facts"]
NOTES = {
    FieldKind.DATE: ("如 2026-11-16", "such as 2026-11-16"),
    FieldKind.YES_NO: ("是或否", "是 (yes) or 否 (no)"),
    FieldKind.CHOICES: ("多个用顿号隔开", "several are separated by 、"),
    FieldKind.IDENTITY: ("18位，设为文本格式", "18 characters; format the column as text"),
}


def read_facts(
    form: Form, given: Mapping[str, object], *, is_partial: bool, on: date | None = None
) -> Reading:
    """What was given, read and checked. None or nothing clears a field.

    Required fields are asked for unless ``is_partial``; then only those given must not be cleared. ``on`` is the day
    against which dates are checked (today). Raises: BadFacts, RedLineCrossed, BadCharacter.
    """
    today = on or local(now()).date()
    faults = _stray_faults(form, given)
    built_in: dict[str, object] = {}
    plain: dict[str, object] = {}
    sealed: dict[str, SealedValue | None] = {}
    for one in form.fields:
        is_given = one.key in given
        if not is_given and (is_partial or not one.is_required):
            continue
        value = given.get(one.key)
        if is_empty(value):
            if one.is_required:
                faults.append(_fault(one, "不能为空", "must not be empty"))
            read: Value | None = None
        else:
            try:
                _require_storable(value)
                read = read_value(one, value, table=code_table(one.code_table), today=today)
            except BadCell as refusal:
                faults.append(_fault(one, refusal.text, refusal.text_en))
                continue
        if one.keeping is not Keeping.PLAIN:
            sealed[one.key] = (
                None if read is None else seal_value(personal_field(form.kind, one), text_value(read))
            )
        elif one.is_built_in:
            built_in[one.key] = list(read) if isinstance(read, tuple) else read
        else:
            plain[one.key] = json_value(read)
    if faults:
        raise BadFacts(faults, [_label(form, one.field) for one in faults])
    return Reading(built_in, plain, sealed)


def form_seen(form: Form, *, may_manage: bool) -> Form:
    """The form as somebody draws and fills it in: without the fields that only keepers see, unless they are one."""
    if may_manage:
        return form
    return replace(form, fields=tuple(one for one in form.fields if one.seen_by is not SeenBy.KEEPER))


def shown_facts(form: Form, record: Record, *, may_manage: bool) -> dict[str, object]:
    """Every value by key as somebody within sight may see it: sealed ones and those asked for by need masked.

    What only keepers see is left out for others. Nothing stands for a field without a value.
    """
    shown: dict[str, object] = {}
    for one in form.fields:
        if one.seen_by is SeenBy.KEEPER and not may_manage:
            continue
        if one.keeping is not Keeping.PLAIN:
            value: object = masked_value(personal_field(form.kind, one), ciphertext_of(record, one.key))
        else:
            value = json_value(getattr(record, one.key) if one.is_built_in else record.facts.get(one.key))
            if one.seen_by is SeenBy.NEED and not is_empty(value):
                value = MASKED
        if not is_empty(value):
            shown[one.key] = value
    return shown


def columns_of(form: Form, *, on: date | None = None) -> tuple[Column, ...]:
    """The form as columns of a sheet, for ``Sheet.columns_now``. What is parsed may be given to ``read_facts``."""
    today = on or local(now()).date()
    return tuple(_column(one, today) for one in form.fields)


def _column(field: Field, today: date) -> Column:
    table = code_table(field.code_table)
    note_zh, note_en = NOTES.get(field.kind, ("", ""))
    if table is not None:
        codes = [code for code in table.codes if code.is_active][:20]
        note_zh = "；".join(part for part in (note_zh, "、".join(code.name_zh for code in codes)) if part)
        note_en = "; ".join(part for part in (note_en, ", ".join(code.name_en for code in codes)) if part)
    return Column(
        name=field.key,
        label_zh=field.label_zh,
        label_en=field.label_en,
        parse=_parser(field, table, today),
        required=field.is_required,
        note_zh="；".join(part for part in (field.help_zh, note_zh) if part),
        note_en="; ".join(part for part in (field.help_en, note_en) if part),
    )


def _parser(field: Field, table: CodeTable | None, today: date) -> Callable[[str], Any]:
    return lambda cell: json_value(read_value(field, cell, table=table, today=today))


def _stray_faults(form: Form, given: Mapping[str, object]) -> list[ValueFault]:
    """What is no field of the form. Raises: RedLineCrossed for what is never taken."""
    stray = sorted(set(given) - {one.key for one in form.fields})
    refuse_red_lines(stray, place_zh="要填写的内容", place_en="something to fill in")
    for key in stray:
        require_storable(key)
    return [
        ValueFault(
            key[:60],
            f"“{key[:60]}”不是“{form.title_zh}”的项，请刷新表单后重填。",
            f"“{key[:60]}” is no field of “{form.title_en}”; load the form again.",
        )
        for key in stray
    ]


def _require_storable(value: object) -> None:
    for part in value if isinstance(value, list | tuple) else [value]:
        if isinstance(part, str):
            require_storable(part)


def _fault(field: Field, zh: str, en: str) -> ValueFault:
    return ValueFault(field.key, f"“{field.label_zh}”{zh}。", f"“{field.label_en}”: {en}.")


def _label(form: Form, key: str) -> tuple[str, str]:
    found = form.field(key)
    return (found.label_zh, found.label_en) if found else (key, key)
