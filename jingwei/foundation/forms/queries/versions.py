"""The versions of forms, drafts among them, and what is wrong with a draft."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jingwei.foundation.forms.contracts import Field, Form, RecordKind, ValueFault
from jingwei.foundation.forms.models import FormVersion
from jingwei.foundation.forms.queries.registry import all_kinds, kind_of
from jingwei.foundation.forms.queries.standing import code_tables, form_of, form_of_row, published_forms
from jingwei.foundation.forms.rules.checking import CHOOSES, form_faults
from jingwei.foundation.forms.rules.definitions import first_form
from jingwei.kernel.redlines import red_line_of


class Standing(StrEnum):
    """Where a version of a form stands on a day."""

    DRAFT = "draft"  # 草稿
    COMING = "coming"  # 待生效
    VALID = "valid"  # 现行
    PAST = "past"  # 已被替换


@dataclass(frozen=True, slots=True)
class VersionBrief:
    """A version, and who published it (or last saved it); nobody for what a kind brings along."""

    form: Form
    standing: Standing
    by: str


@dataclass(frozen=True, slots=True)
class KindBrief:
    """A kind with the form in force, the day from which another one holds, and whether there is a draft."""

    kind: RecordKind
    form: Form
    coming_from: date | None
    has_draft: bool


def kinds_with_forms(*, on: date) -> list[KindBrief]:
    """Every kind of records, in the order told."""
    drafted = set(FormVersion.objects.filter(valid_from=None).values_list("kind", flat=True))
    found = []
    for kind in all_kinds():
        coming = [
            one.valid_from for one in published_forms(kind.key) if one.valid_from and one.valid_from > on
        ]
        found.append(
            KindBrief(kind, form_of(kind.key, on=on), min(coming, default=None), kind.key in drafted)
        )
    return found


def draft_of(kind: str) -> FormVersion | None:
    """The draft of a kind, if somebody has begun one."""
    found: FormVersion | None = FormVersion.objects.filter(kind=kind, valid_from=None).first()
    return found


def versions_of(kind: str, *, on: date) -> list[VersionBrief]:
    """The draft, then what was published, the latest first, then what the kind brings along. Raises: KindUnknown."""
    own = first_form(kind_of(kind))
    present = form_of(kind, on=on)
    rows = FormVersion.objects.filter(kind=kind).order_by("-version")
    told = [(form_of_row(row), row.published_by or row.changed_by) for row in rows]
    return [
        *(VersionBrief(form, _standing(form, present, on), by) for form, by in told),
        VersionBrief(own, Standing.VALID if present.version == 0 else Standing.PAST, ""),
    ]


def faults_of_draft(draft: FormVersion) -> list[ValueFault]:
    """What keeps a draft from being published."""
    form = form_of_row(draft)
    tables = code_tables()
    before: dict[str, Field] = {}
    for one in reversed(published_forms(draft.kind)):
        before |= {field.key: field for field in one.fields}
    faults = _title_faults(form)
    faults += form_faults(
        form.fields, built_in=kind_of(draft.kind).built_in, published=before, tables=set(tables)
    )
    for field in form.fields:
        table = tables.get(field.code_table) if field.kind in CHOOSES else None
        if table is not None and not any(code.is_active for code in table.codes):
            faults.append(
                ValueFault(
                    field.key,
                    f"“{field.label_zh}”的代码表里没有可选的代码。",
                    f"The code table of “{field.label_en}” has no code to choose.",
                )
            )
    return faults


def _title_faults(form: Form) -> list[ValueFault]:
    crossed = red_line_of(form.title_zh) or red_line_of(form.title_en)
    if crossed is not None:
        return [
            ValueFault(
                "", f"表单不能这样命名：{crossed.reason_zh}。", f"Not a name for a form: {crossed.reason_en}."
            )
        ]
    if not form.title_zh.strip() or not form.title_en.strip():
        return [ValueFault("", "表单要有中文和英文名称。", "The form needs a Chinese and an English title.")]
    return []


def _standing(form: Form, present: Form, on: date) -> Standing:
    if form.valid_from is None:
        return Standing.DRAFT
    if form.version == present.version:
        return Standing.VALID
    return Standing.COMING if form.valid_from > on else Standing.PAST
