"""Which column of a file is which attribute of an area, and how its values are read."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from jingwei.foundation.territory.rules.exchange_refusals import ColumnsRefused

TARGETS = ("code", "name", "layer", "kind", "parent_code", "households", "people")
"""What can be taken from a file; everything else in it is left in the file."""

WORDS: dict[str, tuple[str, ...]] = {
    "code": ("网格编码", "网格代码", "区划代码", "行政区划代码", "编码", "代码", "code", "wgbm", "wgdm", "gridcode", "adcode", "bm", "dm"),
    "name": ("网格名称", "名称", "区划名称", "name", "wgmc", "mc", "gridname", "title"),
    "layer": ("网格层级", "层级", "层次", "级别", "layer", "level", "cj", "jb"),
    "kind": ("网格类型", "类型", "类别", "kind", "type", "wglx", "lx"),
    "parent_code": ("上级编码", "上级代码", "所属社区编码", "社区编码", "所属编码", "parent_code", "parentcode", "parent", "sjbm", "sqbm", "sjdm"),
    "households": ("户数", "居民户数", "总户数", "households", "hs", "hushu"),
    "people": ("人口", "人数", "人口数", "people", "population", "rk", "rks"),
}  # fmt: skip

LAYERS = {
    "large": "large", "大网格": "large", "大": "large", "乡镇": "large", "街道": "large", "乡镇街道": "large", "township": "large",
    "medium": "medium", "中网格": "medium", "中": "medium", "村": "medium", "社区": "medium", "村社区": "medium", "community": "medium",
    "small": "small", "小网格": "small", "小": "small", "网格": "small", "基础网格": "small", "grid": "small",
    "special": "special", "专属网格": "special", "专属": "special", "特殊网格": "special",
}  # fmt: skip
KINDS = {
    "urban": "urban", "城市": "urban", "城镇": "urban", "城区": "urban",
    "rural": "rural", "农村": "rural", "乡村": "rural",
    "special": "special", "专属": "special", "专属网格": "special", "特殊": "special",
}  # fmt: skip
LAYER_OF_LENGTH = {9: "large", 12: "medium", 15: "small"}
CODE_LENGTH = {"large": 9, "medium": 12, "small": 15, "special": 15}
SPECIAL_SERIALS = range(901, 1000)
SEPARATORS = re.compile(r"[\s_\-（）()：:*]+")
NUMBER = re.compile(r"-?\d+(?:\.0+)?(?:e[+-]?\d+)?", re.IGNORECASE)
NAME_LENGTH = 80
CODE_KEPT = 40
MOST_COUNTED = 10_000_000


@dataclass(frozen=True, slots=True)
class Values:
    """The attributes of one feature as they are taken, and what is wrong with them (keys of ``FAULT_WORDS``)."""

    code: str = ""
    name: str = ""
    layer: str = ""
    kind: str = ""
    parent_code: str = ""
    households: int | None = None
    people: int | None = None
    faults: tuple[str, ...] = field(default=())


def guessed_columns(columns: Sequence[str]) -> dict[str, str]:
    """Target → column, by what the columns are called; the closest name wins, and no column is used twice."""
    bare = {column: SEPARATORS.sub("", column).lower() for column in columns}
    found: dict[str, str] = {}
    for closeness in ("same", "within", "cut off"):
        for target in TARGETS:
            if target in found:
                continue
            for word in WORDS[target]:
                plain = SEPARATORS.sub("", word).lower()
                fits = [
                    column
                    for column, told in bare.items()
                    if column not in found.values() and _is_meant(told, plain, closeness)
                ]
                if fits:
                    found[target] = fits[0]
                    break
    return found


def _is_meant(told: str, word: str, closeness: str) -> bool:
    """A .dbf has ten bytes for a name: three Chinese characters of the four."""
    if closeness == "same":
        return told == word
    if closeness == "within":
        return len(word) > 2 and word in told
    return len(told) > 2 and word.startswith(told)


def require_sound_columns(mapping: Mapping[str, str], columns: Sequence[str]) -> None:
    """Raises: ColumnsRefused for a target or column that does not exist, or a column used twice."""
    for target, column in mapping.items():
        if target not in TARGETS:
            raise ColumnsRefused(
                reason_zh=f"没有“{target}”这一项，请从列表中选择",
                reason_en=f"there is no “{target}” to fill; choose from the list",
            )
        if column not in columns:
            raise ColumnsRefused(
                reason_zh=f"文件里没有“{column}”列，请从文件的列中选择",
                reason_en=f"the file has no column “{column}”; choose one that it has",
            )
    if len(set(mapping.values())) < len(mapping):
        raise ColumnsRefused(
            reason_zh="同一列用在了两处，请每列只用一次", reason_en="one column is used twice; use each once"
        )


def values_of(cells: Mapping[str, str], mapping: Mapping[str, str], *, default_layer: str = "") -> Values:
    """The attributes of a feature. What cannot be read becomes a fault, never a guess."""
    told = {target: (cells.get(column) or "").strip() for target, column in mapping.items()}
    faults: list[str] = []
    code, parent_code = _code(told.get("code", "")), _code(told.get("parent_code", ""))
    if code and not (code.isascii() and code.isdigit() and len(code) in {9, 12, 15}):
        faults.append("bad_code")
    if parent_code and not (
        parent_code.isascii() and parent_code.isdigit() and len(parent_code) in {6, 9, 12}
    ):
        faults.append("bad_parent")
    layer = _word(told.get("layer", ""), LAYERS, "bad_layer", faults)
    kind = _word(told.get("kind", ""), KINDS, "bad_kind", faults)
    if not layer and "bad_layer" not in faults:
        layer = _layer_of(code, kind) or default_layer
    if layer and code and "bad_code" not in faults and CODE_LENGTH[layer] != len(code):
        faults.append("code_of_another_layer")
    if code and not parent_code and "bad_code" not in faults:
        parent_code = code[: {15: 12, 12: 9, 9: 6}[len(code)]]
    return Values(
        code=code[:CODE_KEPT],
        name=told.get("name", "")[:NAME_LENGTH],
        layer=layer,
        kind=kind,
        parent_code=parent_code[:CODE_KEPT],
        households=_count(told.get("households", ""), "bad_households", faults),
        people=_count(told.get("people", ""), "bad_people", faults),
        faults=tuple(faults),
    )


def _layer_of(code: str, kind: str) -> str:
    if kind == "special":
        return "special"
    if len(code) == 15 and code.isdigit() and int(code[12:]) in SPECIAL_SERIALS:
        return "special"
    return LAYER_OF_LENGTH.get(len(code), "")


def _code(text: str) -> str:
    """A code that a spreadsheet has turned into a number is a code again."""
    bare = text.replace(" ", "").replace("\u3000", "").lstrip("'")
    if NUMBER.fullmatch(bare) and not bare.isdigit():
        number = float(bare)
        return str(int(number)) if 0 < number < 1e15 and number == int(number) else bare
    return bare


def _word(text: str, known: Mapping[str, str], fault: str, faults: list[str]) -> str:
    if not text:
        return ""
    found = known.get(text.lower())
    if found is None:
        faults.append(fault)
    return found or ""


def _count(text: str, fault: str, faults: list[str]) -> int | None:
    if not text:
        return None
    bare = text.replace(",", "").replace("，", "")
    if NUMBER.fullmatch(bare) and 0 <= float(bare) <= MOST_COUNTED:
        return int(float(bare))
    faults.append(fault)
    return None
