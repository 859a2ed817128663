"""What a row of an item list holds, how its cells are read, and what is wrong with a list."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum

from jingwei.domains.routing.rules.refusals import ItemListRefused
from jingwei.foundation.imports.contracts import BadCell
from jingwei.kernel.redlines import red_line_of


class Evidence(StrEnum):
    """What must be shown when a task is handled."""

    PHOTO_BEFORE = "photo_before"
    PHOTO_AFTER = "photo_after"
    DOCUMENT = "document"
    CALL_RECORD = "call_record"


EVIDENCE_WORDS = {
    Evidence.PHOTO_BEFORE: "处置前照片",
    Evidence.PHOTO_AFTER: "处置后照片",
    Evidence.DOCUMENT: "文书",
    Evidence.CALL_RECORD: "通话记录",
}
NO_EVIDENCE = "none"
NO_EVIDENCE_WORDS = {"", "none", "无", "不需要"}

LIMIT_WORDS = {"h": "工作小时", "d": "工作日", "H": "小时", "D": "天"}
LIMIT_UNITS = {
    "h": "h",
    "d": "d",
    "H": "H",
    "D": "D",
    "工作小时": "h",
    "个工作小时": "h",
    "工作日": "d",
    "个工作日": "d",
    "小时": "H",
    "个小时": "H",
    "自然小时": "H",
    "天": "D",
    "日": "D",
    "自然日": "D",
    "个自然日": "D",
}
MOST_OF_UNIT = {"h": 2928, "d": 366, "H": 8784, "D": 366}
LONGEST_TEXT = {
    "class_name": 40,
    "subclass_name": 40,
    "item_name": 60,
    "definition": 300,
    "handling_standard": 300,
    "closing_standard": 300,
    "legal_basis": 300,
}


@dataclass(frozen=True, slots=True)
class NewItem:
    """One row of a list that is to be taken. ``evidence`` is written ``photo_before+photo_after``, or ``none``."""

    item_code: str
    class_name: str
    subclass_name: str
    item_name: str
    definition: str
    unit_kind: str
    accept_limit: str
    handle_limit: str
    verify_limit: str
    evidence: str
    handling_standard: str
    closing_standard: str
    is_urgent: bool
    legal_basis: str
    is_published: bool = False


NAMING_COLUMNS = ("class_name", "subclass_name", "item_name")
"""What matters are called by: a name here would become a label of whoever is in the matter (``kernel.redlines``)."""
ITEM_FIELDS = tuple(field.name for field in fields(NewItem))


@dataclass(frozen=True, slots=True)
class ItemFault:
    """What is wrong with a cell of a row; rows are counted from 1."""

    row: int
    column: str
    message_zh: str
    message_en: str


def evidence_of(written: str) -> frozenset[str]:
    """Read ``photo_before+photo_after``; ``none`` and empty mean nothing is asked."""
    return frozenset(
        part.strip() for part in written.split("+") if part.strip() and part.strip() != NO_EVIDENCE
    )


# --- cells, as people write them in a spreadsheet -----------------------------------------------------------


def code_cell(cell: str) -> str:
    """Six digits: class, sub-class, item. A spreadsheet that took the code for a number ate its first zero."""
    if re.fullmatch(r"[0-9]{5}", cell):
        cell = f"0{cell}"
    if not re.fullmatch(r"[0-9]{6}", cell):
        raise BadCell(
            "应为6位数字：大类2位、中类2位、小项2位", "six digits: class, sub-class, item, two each"
        )
    return cell


def limit_cell(cell: str) -> str:
    """``4h`` ``5d`` ``2H`` ``3D``, or in words: 4工作小时、5个工作日、2小时、3天."""
    found = re.fullmatch(r"([0-9]{1,4})\s*([^\s0-9]+)", cell.strip())
    unit = LIMIT_UNITS.get(found[2]) if found else None
    number = int(found[1]) if found else 0
    if unit is None or not 1 <= number <= MOST_OF_UNIT[unit]:
        raise BadCell(
            "应如 4工作小时、5工作日、2小时、3天（或 4h、5d、2H、3D），且不超过一年",
            "write 4h, 5d (working hours, days) or 2H, 3D (natural hours, days), a year at most",
        )
    return f"{number}{unit}"


def limit_words(limit: str) -> str:
    """A limit as the exported sheet shows it: 4工作小时."""
    return f"{limit[:-1]}{LIMIT_WORDS[limit[-1]]}"


def evidence_cell(cell: str) -> str:
    """Keys or Chinese words joined by + or 、; 无 means nothing is asked."""
    if cell.strip().lower() in NO_EVIDENCE_WORDS:
        return NO_EVIDENCE
    by_word = {word: key for key, word in EVIDENCE_WORDS.items()} | {key.value: key for key in Evidence}
    parts = [part.strip() for part in re.split(r"[+＋、,，;；]", cell) if part.strip()]
    unknown = [part for part in parts if part not in by_word]
    if unknown or not parts:
        raise BadCell(
            f"只能填：{'、'.join(EVIDENCE_WORDS.values())}，用“+”连接；不需要时填“无”",
            f"only {', '.join(Evidence)} joined by +, or none",
        )
    chosen = {by_word[part] for part in parts}
    return "+".join(key.value for key in Evidence if key in chosen)


def evidence_words(written: str) -> str:
    """Evidence as the exported sheet shows it: 处置前照片+处置后照片."""
    chosen = evidence_of(written)
    return "+".join(word for key, word in EVIDENCE_WORDS.items() if key in chosen) or "无"


# --- whole lists ----------------------------------------------------------------------------------------------


def item_faults(row: int, item: NewItem, unit_kinds: Iterable[str]) -> list[ItemFault]:
    """What is wrong with a row taken alone."""
    faults = []

    def say(column: str, message_zh: str, message_en: str) -> None:
        faults.append(ItemFault(row, column, message_zh, message_en))

    try:
        if code_cell(item.item_code) != item.item_code:
            say("item_code", "应为6位数字", "six digits are expected")
    except BadCell as bad:
        say("item_code", bad.text, bad.text_en)
    for column in ("accept_limit", "handle_limit", "verify_limit"):
        written = getattr(item, column)
        try:
            if limit_cell(written) != written:
                say(column, "应写作 4h、5d、2H、3D 的形式", "write it like 4h, 5d, 2H, 3D")
            elif item.is_urgent and written[-1] in "hd":
                say(
                    column,
                    "紧急事项的时限应为自然时间（小时、天）：工作时间的时限夜间和节假日不走",
                    "urgent items need natural time: working time stands still at night and on holidays",
                )
        except BadCell as bad:
            say(column, bad.text, bad.text_en)
    for column, most in LONGEST_TEXT.items():
        length = len(getattr(item, column).strip())
        if length == 0 and column != "legal_basis":
            say(column, "不能为空", "must not be empty")
        if length > most:
            say(column, f"最多{most}字，现在{length}字", f"{most} characters at most, found {length}")
    for column in NAMING_COLUMNS:
        crossed = red_line_of(getattr(item, column))
        if crossed is not None:
            say(
                column,
                f"不能作为事项的名称：{crossed.reason_zh}",
                f"not the name of an item: {crossed.reason_en}",
            )
    if not evidence_of(item.evidence) <= {key.value for key in Evidence}:
        say("evidence", f"只能用 {'、'.join(Evidence)}，以+连接", f"only {', '.join(Evidence)} joined by +")
    if item.unit_kind not in unit_kinds:
        say(
            "unit_kind", f"没有“{item.unit_kind}”这种单位类型", f"there is no kind of unit “{item.unit_kind}”"
        )
    return faults


def list_faults(items: Sequence[NewItem], unit_kinds: Iterable[str]) -> list[ItemFault]:
    """Everything that is wrong with a list, row by row; nothing where it can be taken."""
    kinds = frozenset(unit_kinds)
    faults = [fault for row, item in enumerate(items, 1) for fault in item_faults(row, item, kinds)]
    faults += _doubled(items, ("item_code",), "与第{first}行的代码相同", "has the code of row {first}")
    faults += _doubled(
        items,
        ("class_name", "item_name"),
        "与第{first}行的事项同名：同一大类中事项名称不能重复",
        "has the name of row {first}: names are unique within a class",
    )
    faults += _contradictions(items, 2, "class_name", "大类")
    faults += _contradictions(items, 4, "subclass_name", "中类")
    return sorted(faults, key=lambda fault: fault.row)


def refuse_faulty_list(items: Sequence[NewItem], unit_kinds: Iterable[str]) -> None:
    """Raises: ItemListRefused."""
    faults = list_faults(items, unit_kinds)
    if not items:
        faults = [ItemFault(1, "item_code", "没有任何事项", "there is no item")]
    if faults:
        first = faults[0]
        refusal = ItemListRefused(
            count=len(faults), row=first.row, reason=first.message_zh, reason_en=first.message_en
        )
        refusal.data["faults"] = [
            {"row": f.row, "column": f.column, "message": f.message_zh, "message_en": f.message_en}
            for f in faults[:200]
        ]
        raise refusal


def _doubled(
    items: Sequence[NewItem], columns: tuple[str, ...], message_zh: str, message_en: str
) -> list[ItemFault]:
    faults = []
    seen: dict[tuple[str, ...], int] = {}
    for row, item in enumerate(items, 1):
        first = seen.setdefault(tuple(getattr(item, column) for column in columns), row)
        if first != row:
            faults.append(
                ItemFault(row, columns[-1], message_zh.format(first=first), message_en.format(first=first))
            )
    return faults


def _contradictions(items: Sequence[NewItem], digits: int, column: str, word: str) -> list[ItemFault]:
    """Codes and names of classes must go together: one name per code. (Sub-class names may come in many classes.)"""
    faults = []
    names: dict[str, str] = {}
    codes: dict[str, str] = {}
    for row, item in enumerate(items, 1):
        code, name = item.item_code[:digits], getattr(item, column)
        usual = names.setdefault(code, name)
        if usual != name:
            faults.append(
                ItemFault(
                    row,
                    column,
                    f"代码{code}的{word}在前面叫“{usual}”",
                    f"the code {code} was called “{usual}” above",
                )
            )
        elif digits == 2 and codes.setdefault(name, code) != code:
            faults.append(
                ItemFault(
                    row,
                    column,
                    f"{word}“{name}”在前面的代码是{codes[name]}",
                    f"“{name}” had the code {codes[name]} above",
                )
            )
    return faults


# --- versions compared ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class CellChange:
    """One column of an item: what stood there, and what stands there now."""

    column: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ItemChange:
    """An item that differs between two lists, and in which columns."""

    item_code: str
    item_name: str
    columns: tuple[str, ...]
    cells: tuple[CellChange, ...] = ()


@dataclass(frozen=True, slots=True)
class ListChanges:
    """What a list brings, drops and changes against another."""

    added: tuple[ItemChange, ...]
    removed: tuple[ItemChange, ...]
    changed: tuple[ItemChange, ...]


def changes_between(old: Iterable[NewItem], new: Iterable[NewItem]) -> ListChanges:
    """Compare two lists by code."""
    before: Mapping[str, NewItem] = {item.item_code: item for item in old}
    after: Mapping[str, NewItem] = {item.item_code: item for item in new}
    differing = defaultdict(list)
    for code in sorted(before.keys() & after.keys()):
        for column in ITEM_FIELDS:
            old_value, new_value = getattr(before[code], column), getattr(after[code], column)
            if old_value != new_value:
                differing[code].append(CellChange(column, _shown(old_value), _shown(new_value)))
    return ListChanges(
        added=tuple(
            ItemChange(code, after[code].item_name, ()) for code in sorted(after.keys() - before.keys())
        ),
        removed=tuple(
            ItemChange(code, before[code].item_name, ()) for code in sorted(before.keys() - after.keys())
        ),
        changed=tuple(
            ItemChange(code, after[code].item_name, tuple(cell.column for cell in cells), tuple(cells))
            for code, cells in differing.items()
        ),
    )


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    return str(value)
