"""What is said about each feature of a file: what was mended, what is wrong, and what to do about it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from shapely import Geometry, MultiPolygon

from jingwei.foundation.territory.rules.exchange_columns import Values
from jingwei.foundation.territory.rules.exchange_mending import Fault, Mend, Mended, area_m2
from jingwei.kernel.codes import lies_within

OUTSIDE_SHARE = 0.02
"""An outline of which less lies on the ground is somewhere else; a part outside is a fault of the draft, with its size."""


class FeatureState(StrEnum):
    """What becomes of a feature when the import is applied."""

    GOOD = "good"
    MENDED = "mended"
    BAD = "bad"
    SAME = "same"


class ImportState(StrEnum):
    """Where an import stands."""

    CHECKED = "checked"
    APPLIED = "applied"


@dataclass(frozen=True, slots=True)
class Words:
    zh: str
    en: str


STATE_WORDS = {
    ImportState.CHECKED: Words("已检查", "checked"),
    ImportState.APPLIED: Words("已放进草稿", "put into the draft"),
}

MEND_WORDS: dict[Mend, Words] = {
    Mend.RING_CLOSED: Words("边线没有闭合，已闭合", "an outline was not closed; closed"),
    Mend.LINE_TAKEN: Words("是闭合的线，已当作面", "a closed line, taken as an area"),
    Mend.HEIGHT_DROPPED: Words("去掉了高程或测量值", "heights or measures left out"),
    Mend.OTHERS_DROPPED: Words("去掉了{count}个点或线", "{count} points or lines left out"),
    Mend.REPEATED_DROPPED: Words("去掉了{count}个重复的点", "{count} repeated points left out"),
    Mend.CROSSING_MENDED: Words("边线自相交，已改正", "the outline crossed itself; mended"),
    Mend.SLIVER_DROPPED: Words(
        "去掉了{count}个碎片（共{area}平方米）", "{count} slivers left out ({area} m²)"
    ),
    Mend.HOLE_FILLED: Words("填上了{count}个小洞（共{area}平方米）", "{count} tiny holes filled ({area} m²)"),
    Mend.HAS_HOLE: Words("中间有{count}个洞，照原样保留", "has {count} holes, kept as they are"),
    Mend.HAS_PARTS: Words("由{count}块组成", "is made of {count} parts"),
    Mend.CHANGED_MUCH: Words(
        "边线自相交处有{area}平方米可以有两种理解，请在地图上核对",
        "where the outline crosses itself {area} m² can be read in two ways; look at it on the map",
    ),
}
JUST_TOLD = frozenset({Mend.HAS_HOLE, Mend.HAS_PARTS})
"""Nothing was changed; it is only said."""

FAULT_WORDS: dict[str, Words] = {
    Fault.EMPTY: Words(
        "没有图形，也没有可以对上的编码。请补画，或填上已有的编码", "no geometry and no code it could belong to; draw it, or give a code"
    ),
    Fault.UNREADABLE: Words("图形无法读取。请重新画这一个", "its geometry cannot be read; draw it anew"),
    Fault.NOT_AN_AREA: Words("不是面（是点或线）。请改为面", "it is no area but points or lines; make it an area"),
    Fault.NOT_A_PLACE: Words(
        "坐标不在地球上，或不是数。请核对坐标系，或重新画这一个", "its coordinates are nowhere on earth; check the coordinate system, or draw it anew"
    ),
    Fault.TOO_SMALL: Words("面积不足1平方米。请删去或重新画", "smaller than 1 m²; leave it out or draw it anew"),
    Fault.TOO_MANY_PARTS: Words("由一万以上的块组成。请拆开", "made of more than 10,000 parts; split it"),
    "bad_code": Words("编码应为9、12或15位数字。请改正", "a code of 9, 12 or 15 digits is expected"),
    "bad_parent": Words("上级编码应为6、9或12位数字。请改正", "the parent's code has 6, 9 or 12 digits"),
    "bad_layer": Words("层级应为大网格、中网格、小网格或专属网格。请改正", "the layer is large, medium, small or special"),
    "bad_kind": Words("类型应为城市、农村或专属。请改正", "the kind is urban, rural or special"),
    "bad_households": Words("户数应为数字。请改正", "the number of households is no number"),
    "bad_people": Words("人口应为数字。请改正", "the number of people is no number"),
    "code_of_another_layer": Words("编码的位数与层级不符。请核对", "the length of the code does not fit the layer"),
    "no_layer_told": Words("没有层级，编码也看不出。请选择这个文件的层级", "neither layer nor code; choose the layer of this file"),
    "layer_not_here": Words("这个草稿不改大网格。请在区县的草稿里导入", "this draft does not change townships; use one of the county"),
    "code_elsewhere": Words("编码不在这个草稿的范围内。请核对编码", "the code lies outside the draft's area"),
    "double_code": Words("编码在文件里出现了两次。请只留一个", "the code stands in the file twice; keep one"),
    "double_outline": Words("与文件里另一个图形完全重合。请删去一个", "the same outline stands in the file twice"),
    "outside": Words("图形不在这个草稿的范围内。请核对坐标系和图形", "the outline lies outside the draft's area; check the system"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Judged:
    """What is known of one feature before it may go into a draft."""

    state: FeatureState
    faults: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A feature as it comes from the file."""

    values: Values
    outline: MultiPolygon | None
    done: tuple[Mended, ...]
    fault: str


def judged(
    features: Sequence[Candidate], *, area_code: str, ground: Geometry | None, known_codes: Mapping[str, str]
) -> list[Judged]:
    """Every feature on its own, against the others of the file, and against the draft's ground.

    ``known_codes`` are the codes in the draft with their layers. A code without geometry is not refused where the
    draft knows it: its attributes are taken and its outline stays.
    """
    codes = Counter(one.values.code for one in features if one.values.code)
    outlines = Counter(one.outline.wkb for one in features if one.outline is not None)
    seen_codes: set[str] = set()
    seen_outlines: set[bytes] = set()
    found = []
    for one in features:
        faults = list(one.values.faults)
        faults += _faults_of_outline(one, ground, known_codes)
        faults += _faults_of_place(one.values, area_code)
        if codes[one.values.code] > 1:
            if one.values.code in seen_codes:
                faults.append("double_code")
            seen_codes.add(one.values.code)
        if one.outline is not None and outlines[one.outline.wkb] > 1:
            if one.outline.wkb in seen_outlines:
                faults.append("double_outline")
            seen_outlines.add(one.outline.wkb)
        is_mended = any(done.mend not in JUST_TOLD for done in one.done)
        state = FeatureState.BAD if faults else FeatureState.MENDED if is_mended else FeatureState.GOOD
        found.append(Judged(state, tuple(dict.fromkeys(faults))))
    return found


def _faults_of_outline(one: Candidate, ground: Geometry | None, known_codes: Mapping[str, str]) -> list[str]:
    if one.outline is None:
        is_row_of_codes = one.fault == Fault.EMPTY and one.values.code in known_codes
        return [] if is_row_of_codes else [one.fault or Fault.EMPTY]
    if ground is None or ground.is_empty:
        return []
    whole = area_m2(one.outline)
    inside = area_m2(one.outline.intersection(ground))
    return ["outside"] if inside < OUTSIDE_SHARE * whole else []


def _faults_of_place(values: Values, area_code: str) -> list[str]:
    faults = []
    if not values.layer:
        faults.append("no_layer_told")
    elif values.layer == "large" and len(area_code) > 6:
        faults.append("layer_not_here")
    if values.code and "bad_code" not in values.faults and not lies_within(values.code, area_code):
        faults.append("code_elsewhere")
    return faults


def told_mend(mend: Mend, *, count: int, area_m2: float | None) -> Words:
    """What was done, in both languages."""
    words, area = MEND_WORDS[mend], f"{area_m2 or 0:,.0f}"
    return Words(words.zh.format(count=count, area=area), words.en.format(count=count, area=area))
