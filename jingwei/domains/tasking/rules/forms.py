"""The form of a task: few kinds of field, checked when the task is given and when a report comes in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from jingwei.domains.tasking.contracts import FieldKind
from jingwei.domains.tasking.rules.refusals import BadForm, BadValue
from jingwei.kernel.redlines import refuse_red_lines

MOST_FIELDS = 12
MOST_OPTIONS = 20
LONGEST_LABEL = 30
LONGEST_TEXT = 500
LARGEST_NUMBER = 1_000_000_000_000
Value = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class FormField:
    """One thing to fill in. ``options`` belong to a choice."""

    key: str
    label: str
    kind: FieldKind
    is_required: bool = False
    options: tuple[str, ...] = ()


def require_form(fields: Sequence[FormField]) -> None:
    """Raises: BadForm, RedLineCrossed."""
    if len(fields) > MOST_FIELDS:
        raise BadForm(
            label=fields[MOST_FIELDS].label, reason=f"最多{MOST_FIELDS}项", reason_en=f"at most {MOST_FIELDS}"
        )
    named = [name for one in fields for name in (one.key, one.label)]
    for names in (named, *(one.options for one in fields)):
        refuse_red_lines(names, place_zh="任务填报表", place_en="the form of a task")
    labels: set[str] = set()
    for one in fields:
        _require_field(one, labels)
        labels.add(one.label.strip())


def _require_field(one: FormField, others: set[str]) -> None:
    label = one.label.strip()
    if not 1 <= len(label) <= LONGEST_LABEL or label in others:
        raise BadForm(
            label=label,
            reason=f"名称要写，不超过{LONGEST_LABEL}个字，不能重复",
            reason_en=f"a name of at most {LONGEST_LABEL} characters is needed, each of them once",
        )
    options = [option.strip() for option in one.options]
    if one.kind is FieldKind.CHOICE:
        if not 2 <= len(options) <= MOST_OPTIONS or not all(options) or len(set(options)) != len(options):
            raise BadForm(
                label=label,
                reason=f"单选要有2至{MOST_OPTIONS}个不同的选项",
                reason_en=f"a choice needs 2 to {MOST_OPTIONS} different options",
            )
    elif options:
        raise BadForm(label=label, reason="只有单选才有选项", reason_en="only a choice has options")


def checked_values(
    fields: Sequence[FormField], given: Mapping[str, Value], *, is_final: bool
) -> dict[str, Value]:
    """What was filled in, by key. Required fields are asked for when completion is reported. Raises: BadValue."""
    known = {one.key for one in fields}
    stray = sorted(set(given) - known)
    if stray:
        raise BadValue(label=stray[0], reason="不在填报表里", reason_en="is not in the form")
    kept: dict[str, Value] = {}
    for one in fields:
        value = given.get(one.key)
        if value is None or value == "":
            if is_final and one.is_required:
                raise BadValue(label=one.label, reason="必须填写", reason_en="must be filled in")
            continue
        kept[one.key] = _read(one, value)
    return kept


def _read(one: FormField, value: Value) -> Value:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if one.kind is FieldKind.YES_NO and isinstance(value, bool):
        return value
    if one.kind is FieldKind.NUMBER and is_number and abs(value) <= LARGEST_NUMBER:  # type: ignore[arg-type]
        return value
    if isinstance(value, str):
        text = value.strip()
        if one.kind is FieldKind.TEXT and len(text) <= LONGEST_TEXT:
            return text
        if one.kind is FieldKind.CHOICE and text in one.options:
            return text
        if one.kind is FieldKind.DATE and _is_day(text):
            return text
    reason, reason_en = REASONS[one.kind]
    raise BadValue(label=one.label, reason=reason, reason_en=reason_en)


REASONS = {
    FieldKind.TEXT: (f"要填文字，不超过{LONGEST_TEXT}个字", f"is text of at most {LONGEST_TEXT} characters"),
    FieldKind.NUMBER: ("要填数字", "is a number"),
    FieldKind.YES_NO: ("要选是或否", "is yes or no"),
    FieldKind.CHOICE: ("要从选项里选一个", "is one of the options"),
    FieldKind.DATE: ("要填日期，如2026-11-16", "is a date, as in 2026-11-16"),
}


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
