"""The code table of grids: which codes fit where, and which one is next.

Source: GB/T 2260 and the statistical codes (streets 001-099, towns 100-199, townships 200-399; residents' committees
001-199, villages 200-399); a grid appends three digits to its community, special grids begin at 901. Codes are never
given twice, so that an old record never points at another ground.
"""

from collections.abc import Iterable

from jingwei.foundation.areas.contracts import AreaKind, Layer
from jingwei.foundation.territory.rules.features import LEVEL_OF_LAYER

RANGES = {
    (Layer.LARGE, AreaKind.URBAN): (1, 99),
    (Layer.LARGE, AreaKind.RURAL): (100, 399),
    (Layer.MEDIUM, AreaKind.URBAN): (1, 199),
    (Layer.MEDIUM, AreaKind.RURAL): (200, 399),
    (Layer.SMALL, AreaKind.URBAN): (1, 900),
    (Layer.SMALL, AreaKind.RURAL): (1, 900),
    (Layer.SPECIAL, AreaKind.SPECIAL): (901, 999),
}


def next_code(parent_code: str, layer: Layer, kind: AreaKind, *, used: Iterable[str]) -> str:
    """The lowest serial behind the highest one used in its range, else the lowest free one; empty where none is left."""
    low, high = RANGES[layer, kind]
    mine = (code for code in used if code.startswith(parent_code) and len(code) == len(parent_code) + 3)
    taken = {int(code[-3:]) for code in mine if code[-3:].isdigit()}
    inside = [one for one in taken if low <= one <= high]
    behind = max(inside, default=low - 1) + 1
    free = behind if behind <= high else next((n for n in range(low, high + 1) if n not in taken), None)
    return f"{parent_code}{free:03d}" if free is not None else ""


def is_fit(code: str, parent_code: str, layer: Layer) -> bool:
    """Whether a code is one of the layer's, in that parent. Special grids begin at 901, small ones end before."""
    if not (code.isascii() and code.isdigit()) or len(code) != LEVEL_OF_LAYER[layer]:
        return False
    if code[:-3] != parent_code or code.endswith("000"):
        return False
    if layer is Layer.SPECIAL:
        return code[-3:] > "900"
    return layer is not Layer.SMALL or code[-3:] <= "900"


def kind_fits(layer: Layer, kind: AreaKind) -> bool:
    """Special is the kind of special grids, and of those only."""
    return (layer is Layer.SPECIAL) == (kind is AreaKind.SPECIAL)


NUMERALS = "一二三四五六七八九"


def usual_name(parent_name: str, layer: Layer, code: str) -> str:
    """What a grid is called until somebody names it: 迎春社区第三网格."""
    serial = int(code[-3:]) if code[-3:].isdigit() else 0
    if layer is Layer.SPECIAL:
        return f"{parent_name}第{_spoken(max(serial - 900, 1))}专属网格"
    word = {Layer.LARGE: "大网格", Layer.MEDIUM: "中网格"}.get(layer, "网格")
    return f"{parent_name}第{_spoken(max(serial, 1))}{word}"


def _spoken(number: int) -> str:
    """A number below a thousand in Chinese."""
    hundreds, tens, ones = number // 100, number // 10 % 10, number % 10
    text = f"{NUMERALS[hundreds - 1]}百" if hundreds else ""
    if tens:
        text += "十" if tens == 1 and not hundreds else f"{NUMERALS[tens - 1]}十"
    elif hundreds and ones:
        text += "零"
    return text + (NUMERALS[ones - 1] if ones else "")
