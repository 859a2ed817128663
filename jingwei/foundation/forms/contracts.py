"""Forms as data: what a field is, what a kind of record is, and what was read from what somebody filled in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.privacy.contracts import SealedValue


class FieldKind(StrEnum):
    """What a field holds; how it is asked for and checked follows from it."""

    TEXT = "text"  # 单行文字
    LONG_TEXT = "long_text"  # 多行文字
    WHOLE = "whole"  # 整数
    DECIMAL = "decimal"  # 小数
    YES_NO = "yes_no"  # 是或否
    CHOICE = "choice"  # 单选
    CHOICES = "choices"  # 多选
    DATE = "date"  # 日期
    PHONE = "phone"  # 电话
    IDENTITY = "identity"  # 公民身份号码
    CREDIT_CODE = "credit_code"  # 统一社会信用代码


class Keeping(StrEnum):
    """How a value is kept."""

    PLAIN = "plain"  # 明文
    SEALED = "sealed"  # 加密
    INDEXED = "indexed"  # 加密，可按原值和后四位查找


class SeenBy(StrEnum):
    """Who reads a value of a record that they may see."""

    SCOPE = "scope"  # 看得到这条记录的人
    NEED = "need"  # 说明用途后查看
    KEEPER = "keeper"  # 只有管理这类记录的人


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form.

    ``is_built_in``: the kind brings it along: it can be relabelled, explained and made required, not removed; its kind
    and keeping are fixed. A plain one stands in a column named like its key, a sealed one with the other sealed values.
    ``least``/``most`` bound numbers; for dates they are days from today (``most=0``: not in the future).
    """

    key: str
    label_zh: str
    label_en: str
    kind: FieldKind
    section_zh: str = ""
    section_en: str = ""
    is_required: bool = False
    keeping: Keeping = Keeping.PLAIN
    seen_by: SeenBy = SeenBy.SCOPE
    code_table: str = ""
    least: float | None = None
    most: float | None = None
    longest: int | None = None
    decimals: int | None = None
    unit_zh: str = ""
    unit_en: str = ""
    help_zh: str = ""
    help_en: str = ""
    is_personal: bool = False
    purpose: str = ""
    legal_basis: str = ""
    retention_days: int | None = None
    is_built_in: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """One version of the form of a kind of record. Version 0 is what the kind brings along, before anybody published.

    ``period_days``: how long after it was last seen a record is to be seen again; 0 for never.
    """

    kind: str
    version: int
    valid_from: date | None
    title_zh: str
    title_en: str
    fields: tuple[Field, ...]
    period_days: int = 0

    def field(self, key: str) -> Field | None:
        return next((one for one in self.fields if one.key == key), None)


@dataclass(frozen=True, slots=True)
class RecordKind:
    """A kind of record that an app keeps. ``permission`` is who manages its records."""

    key: str
    title_zh: str
    title_en: str
    built_in: tuple[Field, ...]
    permission: Permission
    period_days: int = 0
    is_about_person: bool = False


@dataclass(frozen=True, slots=True)
class Code:
    """One value that can be chosen. Put out of use it is offered no more; what holds it already keeps its words."""

    value: str
    name_zh: str
    name_en: str
    is_active: bool = True


@dataclass(frozen=True, slots=True)
class CodeTable:
    """A table of codes. ``source`` names the standard; a national one takes no codes of the city's own."""

    key: str
    title_zh: str
    title_en: str
    source: str
    is_national: bool
    codes: tuple[Code, ...]

    def code(self, value: str) -> Code | None:
        return next((one for one in self.codes if one.value == value), None)


@dataclass(frozen=True, slots=True)
class Reading:
    """What somebody gave, read and checked, by where it is kept. None clears a field.

    ``built_in`` holds values as their columns take them; ``plain`` as JSON takes them.
    """

    built_in: Mapping[str, object] = field(default_factory=dict)
    plain: Mapping[str, object] = field(default_factory=dict)
    sealed: Mapping[str, SealedValue | None] = field(default_factory=dict)

    @property
    def keys(self) -> frozenset[str]:
        return frozenset((*self.built_in, *self.plain, *self.sealed))


@dataclass(frozen=True, slots=True)
class ValueFault:
    """What is wrong with what was given for a field; the message says what would be right and never repeats it."""

    field: str
    message_zh: str
    message_en: str


@dataclass(frozen=True, slots=True)
class FieldConflict:
    """A field that two people changed at a time. Sealed values come masked."""

    field: str
    label: str
    label_en: str
    yours: object
    theirs: object
    by: str
    at: str


class RecordSide(StrEnum):
    """Which of two records of one thing: the one that stays, or the one that is joined to it."""

    KEPT = "kept"
    OTHER = "other"


class Outcome(StrEnum):
    """What becomes of a field when two records are joined."""

    SAME = "same"  # 两份相同
    KEPT = "kept"  # 保留的一份
    FILLED = "filled"  # 由另一份补上
    CHOOSE = "choose"  # 两份不同，要选


@dataclass(frozen=True, slots=True)
class FieldPair:
    """A field of two records that are to be joined. Sealed values come masked."""

    field: str
    outcome: Outcome
    kept: object
    other: object


@dataclass(frozen=True, slots=True)
class RecordAtDoor:
    """A record as it is looked at on the spot: what it is, behind which door, and by when it is to be seen again.

    ``stem`` is the key of the building or the door in the street, ``stands_at`` the same as people write it; ``sort``
    the order of counting along the way. ``house_id`` is the house it is or lives in.
    """

    kind: str
    record_id: UUID
    label: str
    stem: str
    stands_at: str
    address: str
    sort: str
    building_id: UUID | None
    house_id: UUID | None
    due_on: date | None
    seen_at: datetime
