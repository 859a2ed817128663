"""What travels of forms and code tables."""

from datetime import date, datetime
from typing import Annotated, Literal

from ninja import Field, Schema
from pydantic import StringConstraints

from jingwei.foundation import edge

Kind = Literal[
    "text", "long_text", "whole", "decimal", "yes_no", "choice", "choices", "date", "phone", "identity", "credit_code"
]  # fmt: skip
Keeping = Literal["plain", "sealed", "indexed"]
SeenBy = Literal["scope", "need", "keeper"]
Key = Annotated[str, StringConstraints(max_length=30)]
Label = Annotated[str, StringConstraints(max_length=60, strip_whitespace=True)]
Words = Annotated[str, StringConstraints(max_length=200, strip_whitespace=True)]
Unit = Annotated[str, StringConstraints(max_length=20, strip_whitespace=True)]
Bound = Annotated[float, Field(ge=-1_000_000_000_000, le=1_000_000_000_000)]
Title = Annotated[str, StringConstraints(max_length=40, strip_whitespace=True)]


class FormFieldOut(Schema):
    """One field. ``least`` and ``most`` bound numbers; of dates they are days from today.

    ``is_built_in``: its kind, code table and keeping are fixed, and it stays in the form.
    """

    key: str
    label_zh: str
    label_en: str
    kind: Kind
    section_zh: str
    section_en: str
    is_required: bool
    keeping: Keeping
    seen_by: SeenBy
    code_table: str
    least: float | None
    most: float | None
    longest: int | None
    decimals: int | None
    unit_zh: str
    unit_en: str
    help_zh: str
    help_en: str
    is_personal: bool
    purpose: str
    legal_basis: str
    retention_days: int | None
    is_built_in: bool


class FormFieldIn(edge.Input):
    """A field as it is to be; whether it is complete is said by the draft's faults."""

    key: Key
    label_zh: Label
    label_en: Label
    kind: Kind
    section_zh: Label = ""
    section_en: Label = ""
    is_required: bool = False
    keeping: Keeping = "plain"
    seen_by: SeenBy = "scope"
    code_table: Annotated[str, StringConstraints(max_length=40)] = ""
    least: Bound | None = None
    most: Bound | None = None
    longest: Annotated[int, Field(ge=1, le=5000)] | None = None
    decimals: Annotated[int, Field(ge=0, le=6)] | None = None
    unit_zh: Unit = ""
    unit_en: Unit = ""
    help_zh: Words = ""
    help_en: Words = ""
    is_personal: bool = False
    purpose: Words = ""
    legal_basis: Words = ""
    retention_days: Annotated[int, Field(ge=1, le=36_500)] | None = None
    is_built_in: bool = False


class CodeOut(Schema):
    value: str
    name_zh: str
    name_en: str
    is_active: bool


class CodeTableOut(Schema):
    """``is_national``: codes of the standard named in ``source``; they can be put out of use, not added."""

    key: str
    title_zh: str
    title_en: str
    source: str
    is_national: bool
    is_shipped: bool
    codes: list[CodeOut]


class RecordFormOut(Schema):
    """The form in force, with the code tables it chooses from. ``may_manage``: of this kind, by the present post."""

    kind: str
    version: int
    valid_from: date | None
    title_zh: str
    title_en: str
    period_days: int
    is_about_person: bool
    may_manage: bool
    fields: list[FormFieldOut]
    code_tables: list[CodeTableOut]


class RecordKindOut(Schema):
    """A kind of record: its form in force, from when another one holds, and whether there is a draft."""

    kind: str
    title_zh: str
    title_en: str
    version: int
    valid_from: date | None
    coming_from: date | None
    has_draft: bool
    field_count: int
    personal_count: int
    period_days: int
    is_about_person: bool


class FormFaultOut(Schema):
    """What keeps a draft from being published; of the whole form where ``field`` is empty."""

    field: str
    message: str
    message_en: str


class FormVersionOut(Schema):
    """One version. ``edition`` and ``faults`` are those of the draft; ``by`` is who published it, or saved it last."""

    kind: str
    version: int
    standing: Literal["draft", "coming", "valid", "past"]
    valid_from: date | None
    title_zh: str
    title_en: str
    period_days: int
    fields: list[FormFieldOut]
    by: str
    edition: int
    faults: list[FormFaultOut]


class FormDraftIn(edge.Input):
    """The whole draft as it is to be; ``edition`` is the one that was seen."""

    title_zh: Title
    title_en: Annotated[str, StringConstraints(max_length=80, strip_whitespace=True)]
    period_days: Annotated[int, Field(ge=0, le=3650)]
    fields: Annotated[list[FormFieldIn], Field(max_length=80)]
    edition: Annotated[int, Field(ge=1, le=1_000_000)]


class FormPublishIn(edge.Input):
    valid_from: edge.Day
    edition: Annotated[int, Field(ge=1, le=1_000_000)]


class CodeInTableIn(edge.Input):
    value: Annotated[str, StringConstraints(max_length=20)]
    name_zh: Title
    name_en: Annotated[str, StringConstraints(max_length=80, strip_whitespace=True)]
    is_active: bool = True


class CodeTableIn(edge.Input):
    """All codes the table shall have, in order."""

    title_zh: Title
    title_en: Annotated[str, StringConstraints(max_length=80, strip_whitespace=True)]
    source: Annotated[str, StringConstraints(max_length=80, strip_whitespace=True)] = ""
    codes: Annotated[list[CodeInTableIn], Field(max_length=500)]


class UnusedFieldOut(Schema):
    """A required field that nobody has used for a while, though it is filled in."""

    kind: str
    title_zh: str
    title_en: str
    key: str
    label_zh: str
    label_en: str
    given: int
    first_given_on: date
    last_given_on: date
    last_used_on: date | None


class UnusedFieldsOut(Schema):
    days: int
    rows: list[UnusedFieldOut]


class AssessedFieldOut(Schema):
    """``retention_days`` of 0: as long as the record it belongs to."""

    name: str
    label_zh: str
    label_en: str
    purpose: str
    legal_basis: str
    retention_days: int
    keeping: Keeping
    seen_by: SeenBy
    is_required: bool
    looks: int
    lookers: int


class AssessedFormOut(Schema):
    kind: str
    title_zh: str
    title_en: str
    version: int
    is_about_person: bool
    fields: list[AssessedFieldOut]
    other_fields: int


class NeverAskedOut(Schema):
    """A kind of fact that is refused at every entrance, with the reason."""

    reason_zh: str
    reason_en: str


class DataAssessmentOut(Schema):
    """个人信息保护影响评估：由各表单和程序的定义生成。"""

    made_at: datetime
    look_days: int
    forms: list[AssessedFormOut]
    other: list[AssessedFieldOut]
    never: list[NeverAskedOut]
