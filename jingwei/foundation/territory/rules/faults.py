"""What is wrong with a division: each fault has a place, a size and the ways in which it can be mended."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

import numpy as np
import shapely

from jingwei.foundation.areas.contracts import AreaKind, Layer
from jingwei.foundation.territory.rules import ground
from jingwei.foundation.territory.rules.codes import is_fit
from jingwei.foundation.territory.rules.features import LAYER_NAMES, Ground, Limits, Shape
from jingwei.kernel.tessellation import PRECISION_DEG

MOST_NEIGHBOURS = 4
CROSSING = re.compile(r"\[(\S+) (\S+)\]")


class FaultKind(StrEnum):
    """What can be wrong."""

    GAP = "gap"
    OVERLAP = "overlap"
    OUTSIDE_PARENT = "outside_parent"
    INVALID = "invalid"
    NO_OUTLINE = "no_outline"
    MISSING_CODE = "missing_code"
    BAD_CODE = "bad_code"
    MISSING_NAME = "missing_name"
    MISSING_PARENT = "missing_parent"
    TOO_BIG = "too_big"
    TOO_SMALL = "too_small"
    TOO_MANY_HOUSEHOLDS = "too_many_households"
    TOO_FEW_HOUSEHOLDS = "too_few_households"


class WayKind(StrEnum):
    """How a fault can be mended."""

    GIVE = "give"  # 划给一个网格
    FILL = "fill"  # 空白处新建网格
    CLIP = "clip"  # 裁掉超出的部分
    EXTEND = "extend"  # 上级随之扩大
    REPAIR = "repair"  # 修复图形
    CODE = "code"  # 编下一个代码
    NAME = "name"  # 用通常的名称
    HALVE = "halve"  # 一分为二


@dataclass(frozen=True, slots=True)
class Way:
    """One way to mend; ``feature_id`` where ground is given to somebody."""

    kind: WayKind
    title_zh: str
    title_en: str
    feature_id: UUID | None = None

    @property
    def key(self) -> str:
        """As it travels to the browser and back."""
        return f"{self.kind.value}:{self.feature_id}" if self.feature_id else self.kind.value


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with one grid or between several. ``outline`` is the ground in question."""

    kind: FaultKind
    blocks: bool
    layer: Layer
    features: tuple[Ground, ...]
    detail_zh: str
    detail_en: str
    outline: Shape | None = None
    ways: tuple[Way, ...] = ()

    @property
    def fault_id(self) -> str:
        """The same as long as the same is wrong at the same place."""
        box = [round(edge, 6) for edge in self.outline.bounds] if self.outline is not None else []
        told = f"{self.kind}|{sorted(str(one.feature_id) for one in self.features)}|{box}"
        return hashlib.sha256(told.encode()).hexdigest()[:16]

    @property
    def spot(self) -> tuple[float, float] | None:
        """Where to look, in degrees: where a border crosses itself, else inside the ground in question."""
        if self.outline is None:
            return None
        if self.kind is FaultKind.INVALID:
            where = CROSSING.search(str(shapely.is_valid_reason(self.outline)))
            middle = self.outline.centroid
            return (float(where[1]), float(where[2])) if where else (middle.x, middle.y)
        return ground.label_point(self.outline)


TITLES = {
    FaultKind.GAP: ("空白", "Gap"),
    FaultKind.OVERLAP: ("重叠", "Overlap"),
    FaultKind.OUTSIDE_PARENT: ("超出上级", "Outside its parent"),
    FaultKind.INVALID: ("图形有误", "Crossing outline"),
    FaultKind.NO_OUTLINE: ("没有图形", "No outline"),
    FaultKind.MISSING_CODE: ("没有代码", "No code"),
    FaultKind.BAD_CODE: ("代码不合要求", "Code does not fit"),
    FaultKind.MISSING_NAME: ("没有名称", "No name"),
    FaultKind.MISSING_PARENT: ("没有上级", "No parent"),
    FaultKind.TOO_BIG: ("面积太大", "Too big"),
    FaultKind.TOO_SMALL: ("面积太小", "Too small"),
    FaultKind.TOO_MANY_HOUSEHOLDS: ("户数太多", "Too many households"),
    FaultKind.TOO_FEW_HOUSEHOLDS: ("户数太少", "Too few households"),
}

REPAIR = Way(WayKind.REPAIR, "修复图形", "Repair the outline")
CLIP = Way(WayKind.CLIP, "裁掉超出的部分", "Cut off what lies outside")
EXTEND = Way(WayKind.EXTEND, "让上级扩大到这里", "Let the parent grow to here")
FILL = Way(WayKind.FILL, "在空白处新建网格", "Make a new grid of it")
CODE = Way(WayKind.CODE, "编下一个代码", "Give it the next code")
NAME = Way(WayKind.NAME, "用通常的名称", "Give it the usual name")
HALVE = Way(WayKind.HALVE, "一分为二", "Cut it in two")


def find_faults(
    features: Sequence[Ground],
    *,
    top: tuple[str, Shape | None],
    limits: Mapping[tuple[Layer, AreaKind], Limits],
    in_force: Mapping[Layer, Sequence[Shape]],
) -> list[Fault]:
    """Everything wrong with a draft. ``top`` is the area it stands on: its code and its outline, which it does not edit.

    What was so before, where nothing was touched, is told but does not block; ``in_force`` is the division before.
    """
    before = {layer: shapely.STRtree(list(shapes)) for layer, shapes in in_force.items()}
    faults = [fault for one in features for fault in _of_itself(one, limits)]
    broken = {fault.features[0].feature_id for fault in faults if fault.kind is FaultKind.INVALID}
    holders = {one.code: one for one in features if one.code and one.layer in (Layer.LARGE, Layer.MEDIUM)}
    groups: dict[tuple[str, bool], list[Ground]] = defaultdict(list)
    unsound = set()
    for one in features:
        if one.parent_code != top[0] and one.parent_code not in holders:
            faults.append(_plain(FaultKind.MISSING_PARENT, one, one.parent_code or "空"))
        elif one.feature_id in broken:
            unsound.add((one.parent_code, one.layer is Layer.SPECIAL))
        else:
            groups[one.parent_code, one.layer is Layer.SPECIAL].append(one)
    for (parent_code, is_special), group in groups.items():
        holder = holders.get(parent_code)
        is_whole = not is_special and (parent_code, is_special) not in unsound
        if holder is not None and holder.feature_id in broken:
            continue
        outline = holder.outline if holder else top[1]
        faults += _between(group, holder, outline, before.get(group[0].layer) if is_whole else None)
    return sorted(faults, key=lambda fault: (not fault.blocks, fault.kind.value))


def _of_itself(one: Ground, limits: Mapping[tuple[Layer, AreaKind], Limits]) -> Iterable[Fault]:
    if not one.code:
        yield _plain(FaultKind.MISSING_CODE, one, one.name or "新网格", ways=(CODE,))
    elif not is_fit(one.code, one.parent_code, one.layer):
        yield _plain(FaultKind.BAD_CODE, one, one.code, blocks=one.is_touched, ways=(CODE,))
    if not one.name.strip():
        yield _plain(FaultKind.MISSING_NAME, one, one.code, ways=(NAME,))
    if one.outline is None or one.outline.is_empty:
        yield _plain(FaultKind.NO_OUTLINE, one, one.name, blocks=False)
        return
    if not one.outline.is_valid:
        yield Fault(
            FaultKind.INVALID,
            True,
            one.layer,
            (one,),
            f"“{_called(one)}”的边界自相交或不成面。",
            f"The border of “{_called(one)}” crosses itself or encloses nothing.",
            one.outline,
            (REPAIR,),
        )
        return
    limit = limits.get((one.layer, one.kind))
    if limit is not None:
        yield from _beyond(one, limit)


def _beyond(one: Ground, limit: Limits) -> Iterable[Fault]:
    size = round(ground.area_m2(one.outline))
    households = one.households
    blocks = limit.is_strict and one.is_touched
    told = [
        (FaultKind.TOO_BIG, limit.max_area_m2, size, 1, "平方米", "m²"),
        (FaultKind.TOO_SMALL, limit.min_area_m2, size, -1, "平方米", "m²"),
        (FaultKind.TOO_MANY_HOUSEHOLDS, limit.max_households, households, 1, "户", "households"),
        (FaultKind.TOO_FEW_HOUSEHOLDS, limit.min_households, households, -1, "户", "households"),
    ]
    for kind, bound, value, sign, unit_zh, unit_en in told:
        if bound is None or value is None or (value - bound) * sign <= 0:
            continue
        yield Fault(
            kind,
            blocks,
            one.layer,
            (one,),
            f"“{_called(one)}”有{value:,}{unit_zh}，标准是{'不超过' if sign > 0 else '不少于'}{bound:,}{unit_zh}。",
            f"“{_called(one)}” has {value:,} {unit_en}; the standard says "
            f"{'at most' if sign > 0 else 'at least'} {bound:,}.",
            one.outline,
            (HALVE,) if sign > 0 else (),
        )


def _between(
    group: list[Ground], holder: Ground | None, outline: Shape | None, before: shapely.STRtree | None
) -> Iterable[Fault]:
    """Faults of the grids of one parent among each other and against it.

    Without ``before`` gaps are not asked for: special grids need not cover their community, and while a border crosses
    itself nobody knows what it holds.
    """
    drawn = [one for one in group if one.outline is not None and not one.outline.is_empty]
    if not drawn:
        return
    shapes = np.asarray([one.outline for one in drawn], dtype=object)
    tree = shapely.STRtree(shapes)
    yield from _overlaps(drawn, shapes, tree)
    if outline is None or outline.is_empty:
        return
    shapely.prepare(outline)
    covered = shapely.covers(outline, shapes)
    for one, shape in ((drawn[n], shapes[n]) for n in np.flatnonzero(~covered)):
        for part in ground.pieces(shapely.difference(shape, outline, grid_size=PRECISION_DEG)):
            yield _outside(one, holder, part)
    if before is not None:
        everything = shapely.union_all(shapes, grid_size=PRECISION_DEG)
        for part in ground.pieces(shapely.difference(outline, everything, grid_size=PRECISION_DEG)):
            is_new = _was_held(before, part) or (holder is not None and holder.is_touched)
            yield _gap(part, drawn, tree, is_new=is_new, is_drawn_through=len(drawn) == len(group))


def _was_held(before: shapely.STRtree, part: Shape) -> bool:
    """Whether any of this ground belonged to a grid in the division before."""
    near = before.geometries[before.query(part, predicate="intersects")]
    return any(ground.pieces(shapely.intersection(one, part)) for one in near if one.is_valid)


def _overlaps(drawn: list[Ground], shapes: Shape, tree: shapely.STRtree) -> Iterable[Fault]:
    first, second = tree.query(shapes, predicate="intersects")
    pairs = first < second
    first, second = first[pairs], second[pairs]
    shared = shapely.intersection(shapes[first], shapes[second])
    for n in np.flatnonzero(shapely.area(shared) > 0):
        one, other = drawn[first[n]], drawn[second[n]]
        for part in ground.pieces(shared[n]):
            size = round(ground.area_m2(part))
            yield Fault(
                FaultKind.OVERLAP,
                one.is_touched or other.is_touched,
                one.layer,
                (one, other),
                f"“{_called(one)}”和“{_called(other)}”重叠{size:,}平方米。",
                f"“{_called(one)}” and “{_called(other)}” overlap by {size:,} m².",
                part,
                tuple(_give(to) for to in (one, other)),
            )


def _outside(one: Ground, holder: Ground | None, part: Shape) -> Fault:
    size = round(ground.area_m2(part))
    return Fault(
        FaultKind.OUTSIDE_PARENT,
        one.is_touched or (holder is not None and holder.is_touched),
        one.layer,
        (one, holder) if holder else (one,),
        f"“{_called(one)}”有{size:,}平方米在上级边界之外。",
        f"{size:,} m² of “{_called(one)}” lie outside its parent.",
        part,
        (CLIP, EXTEND) if holder else (CLIP,),
    )


def _gap(
    part: Shape,
    drawn: list[Ground],
    tree: shapely.STRtree,
    *,
    is_new: bool,
    is_drawn_through: bool,
) -> Fault:
    """A hole in the division. Where some grids have no outline yet, the hole may be theirs: it does not block."""
    edge = shapely.buffer(part, PRECISION_DEG * 2)
    beside = tree.query(edge, predicate="intersects")
    border = {n: shapely.intersection(edge, shapely.boundary(drawn[n].outline)).length for n in beside}
    nearest = [drawn[n] for n in sorted(border, key=lambda n: -border[n])][:MOST_NEIGHBOURS]
    size = round(ground.area_m2(part))
    names = "、".join(f"“{_called(one)}”" for one in nearest)
    return Fault(
        FaultKind.GAP,
        is_new and is_drawn_through,
        drawn[0].layer,
        tuple(nearest),
        f"有{size:,}平方米不属于任何网格，旁边是{names}。",
        f"{size:,} m² belong to no grid, beside {names}.",
        part,
        (*(_give(one) for one in nearest), FILL),
    )


def _give(to: Ground) -> Way:
    return Way(WayKind.GIVE, f"划给“{_called(to)}”", f"Give it to “{_called(to)}”", to.feature_id)


def _called(one: Ground) -> str:
    return one.name or one.code or "新网格"


def _plain(
    kind: FaultKind, one: Ground, what: str, *, blocks: bool = True, ways: tuple[Way, ...] = ()
) -> Fault:
    """A fault of the table, not of the map."""
    zh, en = TITLES[kind]
    layer_zh, layer_en = LAYER_NAMES[one.layer]
    return Fault(
        kind,
        blocks,
        one.layer,
        (one,),
        f"{layer_zh}“{what}”：{zh}。",
        f"{layer_en.capitalize()} “{what}”: {en.lower()}.",
        one.outline if one.outline is not None and not one.outline.is_empty else None,
        ways,
    )
