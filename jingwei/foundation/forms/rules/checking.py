"""What a form must fulfil before it may be used: complete, within the red lines, personal fields with their reasons."""

import re
from collections.abc import Iterator, Mapping, Sequence, Set

from jingwei.foundation.forms.contracts import Field, FieldKind, Keeping, RecordKind, SeenBy, ValueFault
from jingwei.foundation.forms.rules.values import SEALABLE
from jingwei.kernel.redlines import red_line_of

KEY = re.compile(r"[a-z][a-z0-9_]{0,29}", re.ASCII)
KIND_KEY = re.compile(r"[a-z]{2,14}\.[a-z_]{2,14}", re.ASCII)
MOST_FIELDS = 80
LONGEST_LABEL, LONGEST_LABEL_EN = 30, 60
LONGEST_WORDS = 200
LONGEST_RETENTION = 36_500
CHOOSES = frozenset({FieldKind.CHOICE, FieldKind.CHOICES})
COUNTS = frozenset({FieldKind.WHOLE, FieldKind.DECIMAL, FieldKind.DATE})
WRITES = frozenset({FieldKind.TEXT, FieldKind.LONG_TEXT})
COLUMNS = frozenset(
    {
        *("id", "pk", "facts", "sealed", "lookups", "version", "form_version", "source", "batch_id", "scope_code"),
        *("registered_at", "changed_at", "seen_at", "due_on", "ended_at", "end_reason", "position", "map_key"),
        *("city_code", "county_code", "township_code", "community_code", "grid_code"),
    }
)  # fmt: skip
"""What a record has of itself: no field is called so."""


def form_faults(
    fields: Sequence[Field],
    *,
    built_in: Sequence[Field],
    published: Mapping[str, Field],
    tables: Set[str],
) -> list[ValueFault]:
    """Everything that keeps a form from being published, in the order of its fields.

    ``published`` are the fields of all published versions by key, the latest first: what was kept in one way is not
    kept in another under the same key.
    """
    faults: list[ValueFault] = []
    if len(fields) > MOST_FIELDS:
        faults.append(_fault("", f"最多{MOST_FIELDS}项", f"at most {MOST_FIELDS} fields"))
    keys: set[str] = set()
    labels: set[str] = set()
    for one in fields:
        if one.key in keys:
            faults.append(
                _fault(one.key, f"有两项的键都是“{one.key}”", f"two fields have the key “{one.key}”")
            )
        if one.label_zh.strip() in labels and one.label_zh.strip():
            faults.append(
                _fault(one.key, f"有两项都叫“{one.label_zh}”", f"two fields are called “{one.label_en}”")
            )
        keys.add(one.key)
        labels.add(one.label_zh.strip())
        faults += field_faults(one, tables)
        faults += _continuity_faults(one, published)
    faults += _built_in_faults(fields, built_in)
    return faults


def kind_faults(kind: RecordKind, tables: Set[str]) -> list[ValueFault]:
    """What is wrong with what a kind brings along."""
    faults = form_faults(kind.built_in, built_in=kind.built_in, published={}, tables=tables)
    if not KIND_KEY.fullmatch(kind.key):
        faults.append(_fault("", "种类的键形如 app.thing", "the key of a kind looks like app.thing"))
    faults += [
        _fault(one.key, "自带的项要写明 is_built_in", "what a kind brings along is built in")
        for one in kind.built_in
        if not one.is_built_in
    ]
    return faults


def field_faults(field: Field, tables: Set[str]) -> list[ValueFault]:
    """What is missing or wrong in one field."""
    return [_fault(field.key, zh, en) for zh, en in _complaints(field, tables)]


def _complaints(one: Field, tables: Set[str]) -> Iterator[tuple[str, str]]:
    label, label_en = one.label_zh.strip(), one.label_en.strip()
    name = f"“{label or one.key}”"
    if not KEY.fullmatch(one.key) or one.key in COLUMNS:
        yield (
            f"{name}的键只能用小写字母、数字和下划线，以字母开头，不能与记录自己的列同名",
            f"the key of {name} takes lower-case letters, digits and underscores, and no name of a record's own columns",
        )
    if not 1 <= len(label) <= LONGEST_LABEL or not 1 <= len(label_en) <= LONGEST_LABEL_EN:
        yield (
            f"{name}要有中文名称（最多{LONGEST_LABEL}字）和英文名称（最多{LONGEST_LABEL_EN}个字符）",
            f"{name} needs a Chinese name ({LONGEST_LABEL} characters) and an English one ({LONGEST_LABEL_EN})",
        )
    for word in (one.key, label, label_en, one.section_zh, one.section_en):
        crossed = red_line_of(word)
        if crossed is not None:
            yield (
                f"{name}不能作为表单的项：{crossed.reason_zh}",
                f"{name} cannot be asked for: {crossed.reason_en}",
            )
            break
    words = (one.section_zh, one.section_en, one.unit_zh, one.unit_en, one.help_zh, one.help_en)
    if any(len(word) > LONGEST_WORDS for word in (*words, one.purpose, one.legal_basis)):
        yield (
            f"{name}的说明每处最多{LONGEST_WORDS}字",
            f"{name}: at most {LONGEST_WORDS} characters in each text",
        )
    yield from _limits(one, name, tables)
    yield from _personal(one, name)


def _limits(one: Field, name: str, tables: Set[str]) -> Iterator[tuple[str, str]]:
    if one.kind in CHOOSES and one.code_table not in tables:
        yield f"{name}要选一张代码表", f"{name} needs a code table"
    if one.kind not in CHOOSES and one.code_table:
        yield f"{name}不是选择项，不用代码表", f"{name} is no choice and takes no code table"
    if (one.least is not None or one.most is not None) and one.kind not in COUNTS:
        yield f"{name}不能设上下限", f"{name} takes no bounds"
    if one.least is not None and one.most is not None and one.least > one.most:
        yield f"{name}的下限大于上限", f"{name}: the least is greater than the most"
    if one.longest is not None and (one.kind not in WRITES or not 1 <= one.longest <= 5000):
        yield f"{name}的字数上限只用于文字，1至5000", f"{name}: a length from 1 to 5000, for text only"
    if one.decimals is not None and (one.kind is not FieldKind.DECIMAL or not 0 <= one.decimals <= 6):
        yield f"{name}的小数位数只用于小数，0至6", f"{name}: 0 to 6 decimal places, for decimals only"


def _personal(one: Field, name: str) -> Iterator[tuple[str, str]]:
    is_hidden = one.keeping is not Keeping.PLAIN
    if is_hidden and one.kind not in SEALABLE:
        yield f"{name}这种项不能加密保存", f"{name} is of a kind that cannot be sealed"
    if one.kind is FieldKind.IDENTITY and not is_hidden:
        yield f"{name}是公民身份号码，必须加密保存", f"{name} is an identity number and must be sealed"
    if (is_hidden or one.kind is FieldKind.IDENTITY) and not one.is_personal:
        yield f"{name}是个人信息，要标明", f"{name} is personal information and must be marked as such"
    if one.is_personal:
        missing = [
            zh_en
            for is_missing, zh_en in (
                (not one.purpose.strip(), ("用途", "purpose")),
                (not one.legal_basis.strip(), ("依据", "legal basis")),
                (
                    one.retention_days is None or not 1 <= one.retention_days <= LONGEST_RETENTION,
                    ("保存期限", "retention"),
                ),
            )
            if is_missing
        ]
        if missing:
            yield (
                f"{name}是个人信息，要写明{'、'.join(zh for zh, _ in missing)}",
                f"{name} is personal: say its {', '.join(en for _, en in missing)}",
            )


def _continuity_faults(one: Field, published: Mapping[str, Field]) -> Iterator[ValueFault]:
    before = published.get(one.key)
    if before is not None and (before.keeping, before.kind) != (one.keeping, one.kind):
        yield _fault(
            one.key,
            f"“{one.label_zh}”已按另一种类型或保存方式发布过，不能改；请换一个键另建一项",
            f"“{one.label_en}” was published with another kind or keeping; make a new field with another key",
        )


def _built_in_faults(fields: Sequence[Field], built_in: Sequence[Field]) -> Iterator[ValueFault]:
    present = {one.key: one for one in fields}
    for own in built_in:
        here = present.get(own.key)
        if here is None or not here.is_built_in:
            yield _fault(
                own.key, f"“{own.label_zh}”是固有的项，不能去掉", f"“{own.label_en}” is built in and stays"
            )
        elif any(getattr(here, name) != getattr(own, name) for name in FIXED):
            yield _fault(
                own.key,
                f"“{own.label_zh}”是固有的项，类型、代码表、保存方式和个人信息标记不能改",
                f"“{own.label_en}” is built in: its kind, code table, keeping and personal mark are fixed",
            )
        elif own.is_required and not here.is_required:
            yield _fault(
                own.key, f"“{own.label_zh}”必须填写，不能改", f"“{own.label_en}” is required and stays so"
            )
        elif _is_wider(here, own):
            yield _fault(
                own.key,
                f"“{own.label_zh}”的限度只能收紧，不能放宽",
                f"“{own.label_en}”: its limits can be narrowed, not widened",
            )
        elif OPENNESS.index(here.seen_by) < OPENNESS.index(own.seen_by):
            yield _fault(
                own.key,
                f"“{own.label_zh}”不能给更多人看",
                f"“{own.label_en}” cannot be shown to more people",
            )
    keys = {one.key for one in built_in}
    for one in fields:
        if one.is_built_in and one.key not in keys:
            yield _fault(one.key, f"“{one.label_zh}”不是固有的项", f"“{one.label_en}” is not built in")


def _is_wider(here: Field, own: Field) -> bool:
    """A column takes no more than it was made for."""
    floors = [(here.least, own.least)]
    ceilings = [(here.most, own.most), (here.longest, own.longest), (here.decimals, own.decimals)]
    return any(kept is not None and (now is None or now < kept) for now, kept in floors) or any(
        kept is not None and (now is None or now > kept) for now, kept in ceilings
    )


FIXED = ("kind", "keeping", "code_table", "is_personal")
OPENNESS = (SeenBy.SCOPE, SeenBy.NEED, SeenBy.KEEPER)
"""From what most people see to what fewest do."""


def _fault(key: str, zh: str, en: str) -> ValueFault:
    return ValueFault(key, f"{zh}。", f"{en}.")
