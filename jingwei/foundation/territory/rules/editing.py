"""The verbs of the drawing table: pure, on a sheet of grids. What is wrong afterwards is for ``faults`` to say."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

import shapely

from jingwei.foundation.areas.contracts import AreaKind, Layer
from jingwei.foundation.territory.rules import ground
from jingwei.foundation.territory.rules.changes import (
    Close,
    Describe,
    Draw,
    Merge,
    MoveEdge,
    Outcome,
    Reshape,
    Split,
)
from jingwei.foundation.territory.rules.codes import kind_fits
from jingwei.foundation.territory.rules.features import LAYER_NAMES, Ground, Shape, Verb
from jingwei.foundation.territory.rules.refusals import (
    BadOutline,
    EdgeTakesAll,
    KindUnfit,
    LineDoesNotCut,
    NotNeighbours,
    StillHoldsGrids,
    Swallowed,
)
from jingwei.foundation.territory.rules.sheet import Sheet, usual_kind
from jingwei.kernel.ids import uuid7
from jingwei.kernel.tessellation import PRECISION_DEG


def draw(sheet: Sheet, step: Draw) -> Outcome:
    """Raises: LayerNotHere; ParentUnfit; KindUnfit; CodeUnfit; CodeTaken; Swallowed."""
    sheet.require_layer(step.layer)
    parent_name = sheet.parent_name(step.layer, step.parent_code)
    siblings = [one for one in sheet.in_layer(step.layer) if one.parent_code == step.parent_code]
    kind = step.kind or usual_kind(step.layer, siblings)
    _require_kind(step.layer, kind)
    new = _new(sheet, step.layer, step.parent_code, kind, step.outline)
    if step.code:
        new = replace(new, code=step.code)
        sheet.require_code(step.code, new)
    name = step.name.strip() or (sheet.usual_name(step.layer, step.parent_code, new.code))
    new = replace(new, name=name, households=step.households, people=step.people)
    robbed = _rob(sheet, new) if step.cuts else []
    layer_zh, layer_en = LAYER_NAMES[step.layer]
    return Outcome(
        Verb.DRAW,
        f"在{parent_name}新画{layer_zh}“{name}”",
        f"Drew the {layer_en} “{name}” in {parent_name}",
        (new, *robbed),
    )


def reshape(sheet: Sheet, step: Reshape) -> Outcome:
    """Raises: FeatureUnknown; Swallowed."""
    one = sheet.grid(step.feature_id)
    new = replace(one, outline=step.outline, is_touched=True)
    robbed = _rob(sheet, new) if step.cuts else []
    return Outcome(
        Verb.RESHAPE, f"改“{one.name}”的边界", f"Changed the border of “{one.name}”", (new, *robbed)
    )


def split(sheet: Sheet, step: Split) -> Outcome:
    """Raises: FeatureUnknown; BadOutline; LineDoesNotCut."""
    one = sheet.grid(step.feature_id)
    parts = [part for part in ground.cut(_sound(one), step.line) if ground.is_ground(part)]
    return divide(sheet, one, parts, Verb.SPLIT)


def divide(sheet: Sheet, one: Ground, parts: Sequence[Shape], verb: Verb) -> Outcome:
    """A grid in parts: the largest keeps code and name; households and people are shared out by area."""
    if len(parts) < 2:
        raise LineDoesNotCut(name=one.name)
    whole = sum(ground.area_m2(part) for part in parts)
    shares = [ground.area_m2(part) / whole for part in parts]
    households, people = _shared(one.households, shares), _shared(one.people, shares)
    made = [
        replace(one, outline=parts[0], households=households[0], people=people[0], is_touched=True),
    ]
    for n, part in enumerate(parts[1:], start=1):
        new = _new(sheet, one.layer, one.parent_code, one.kind, part)
        name = sheet.usual_name(one.layer, one.parent_code, new.code)
        made.append(replace(new, name=name, households=households[n], people=people[n]))
    names = "、".join(f"“{new.name}”" for new in made[1:])
    return Outcome(
        verb, f"把“{one.name}”分开，分出{names}", f"Divided “{one.name}”; new: {names}", tuple(made)
    )


def merge(sheet: Sheet, step: Merge) -> Outcome:
    """Raises: FeatureUnknown; NotNeighbours; BadOutline; StillHoldsGrids."""
    kept = sheet.grid(step.keeps)
    others = [sheet.grid(one) for one in dict.fromkeys(step.feature_ids) if one != kept.feature_id]
    for other in others:
        if other.layer is not kept.layer:
            raise NotNeighbours(one=kept.name, other=other.name)
    if not others:
        raise NotNeighbours(one=kept.name, other=kept.name)
    whole = ground.joined([_sound(one) for one in (kept, *others)])
    inside = [child for other in others for child in sheet.inside(other)]
    moved = _follow(sheet, inside, kept.code)
    together = [kept, *others]
    merged = replace(
        kept,
        outline=whole,
        households=_summed([one.households for one in together]),
        people=_summed([one.people for one in together]),
        is_touched=True,
    )
    names = "、".join(f"“{one.name}”" for one in others)
    return Outcome(
        Verb.MERGE,
        f"把{names}并入“{kept.name}”",
        f"Merged {names} into “{kept.name}”",
        (merged, *moved),
        tuple(one.feature_id for one in others),
    )


def move_edge(sheet: Sheet, step: MoveEdge) -> Outcome:
    """Raises: FeatureUnknown; NotNeighbours; EdgeTakesAll."""
    one, other = sheet.grid(step.one_id), sheet.grid(step.other_id)
    mine, theirs = _sound(one), _sound(other)
    near = shapely.dwithin(mine, theirs, PRECISION_DEG * 2)
    if one.layer is not other.layer or one.feature_id == other.feature_id or not near:
        raise NotNeighbours(one=one.name, other=other.name)
    borders = ground.new_border(mine, theirs, step.line)
    if borders is None or not all(ground.pieces(part) for part in borders):
        raise EdgeTakesAll(one=one.name, other=other.name)
    return Outcome(
        Verb.MOVE_EDGE,
        f"移动“{one.name}”和“{other.name}”的共同边界",
        f"Moved the border between “{one.name}” and “{other.name}”",
        tuple(
            replace(who, outline=outline, is_touched=True)
            for who, outline in zip((one, other), borders, strict=True)
        ),
    )


def describe(sheet: Sheet, step: Describe) -> Outcome:
    """Raises: FeatureUnknown; ParentUnfit; KindUnfit; CodeUnfit; CodeTaken."""
    one = sheet.grid(step.feature_id)
    new = replace(one, is_touched=True)
    if "name" in step.said:
        new = replace(new, name=step.name.strip())
    if "households" in step.said:
        new = replace(new, households=step.households)
    if "people" in step.said:
        new = replace(new, people=step.people)
    if "kind" in step.said and step.kind is not None:
        _require_kind(one.layer, step.kind)
        new = replace(new, kind=step.kind)
    if "parent_code" in step.said and step.parent_code != one.parent_code:
        sheet.parent_name(one.layer, step.parent_code)
        code = sheet.next_code(one.layer, step.parent_code, new.kind)
        new = replace(new, parent_code=step.parent_code, code=code)
    if "code" in step.said and step.code != new.code:
        new = replace(new, code=step.code)
        if step.code:
            sheet.require_code(step.code, new)
    inside = _renamed(sheet, one, new.code) if new.code != one.code else []
    return Outcome(
        Verb.DESCRIBE,
        f"改“{new.name or one.name}”的信息",
        f"Changed what is said of “{new.name or one.name}”",
        (new, *inside),
    )


def close(sheet: Sheet, step: Close) -> Outcome:
    """Raises: FeatureUnknown; StillHoldsGrids; NotNeighbours."""
    one = sheet.grid(step.feature_id)
    inside = sheet.inside(one)
    if step.gives_to is None:
        if inside:
            raise StillHoldsGrids(name=one.name, count=len(inside))
        return Outcome(Verb.CLOSE, f"撤销“{one.name}”", f"Closed “{one.name}”", (), (one.feature_id,))
    if step.gives_to == one.feature_id:
        raise NotNeighbours(one=one.name, other=one.name)
    merged = merge(sheet, Merge((one.feature_id,), step.gives_to))
    return replace(merged, verb=Verb.CLOSE)


# --- parts of verbs -----------------------------------------------------------------------------------------


def _new(sheet: Sheet, layer: Layer, parent_code: str, kind: AreaKind, outline: Shape) -> Ground:
    return Ground(
        feature_id=uuid7(),
        layer=layer,
        code=sheet.next_code(layer, parent_code, kind),
        name="",
        kind=kind,
        parent_code=parent_code,
        households=None,
        people=None,
        outline=outline,
        is_touched=True,
    )


def fill(sheet: Sheet, layer: Layer, parent_code: str, outline: Shape) -> Ground:
    """A new grid of a piece of ground that belongs to none."""
    siblings = [one for one in sheet.in_layer(layer) if one.parent_code == parent_code]
    new = _new(sheet, layer, parent_code, usual_kind(layer, siblings), outline)
    return replace(new, name=sheet.usual_name(layer, parent_code, new.code))


def _rob(sheet: Sheet, taker: Ground) -> list[Ground]:
    """The neighbours of the same layer without the ground that one takes. Raises: BadOutline; Swallowed."""
    taken = _sound(taker)
    robbed = []
    for one in sheet.in_layer(taker.layer):
        if one.feature_id == taker.feature_id or one.outline is None or not one.outline.is_valid:
            continue
        if not ground.pieces(shapely.intersection(one.outline, taken)):
            continue
        left = ground.without(one.outline, taken)
        if left.is_empty:
            raise Swallowed(name=one.name)
        robbed.append(replace(one, outline=left, is_touched=True))
    return robbed


def _follow(sheet: Sheet, inside: Sequence[Ground], parent_code: str) -> list[Ground]:
    """Grids that get another parent, with new codes in it, and what lies in them."""
    moved: list[Ground] = []
    for one in inside:
        code = sheet.next_code(one.layer, parent_code, one.kind)
        new = replace(one, parent_code=parent_code, code=code, is_touched=True)
        moved += [new, *_renamed(sheet, one, code)]
    return moved


def _renamed(sheet: Sheet, holder: Ground, code: str) -> list[Ground]:
    """What lies in a grid whose code changes: its own serial stays, its beginning follows."""
    moved: list[Ground] = []
    for one in sheet.inside(holder):
        own = code + one.code[len(holder.code) :] if code and one.code else ""
        moved.append(replace(one, parent_code=code, code=own, is_touched=True))
        for child in sheet.inside(one):
            moved.append(
                replace(
                    child,
                    parent_code=own,
                    code=own + child.code[len(one.code) :] if own and child.code else "",
                    is_touched=True,
                )
            )
    return moved


def _sound(one: Ground) -> Shape:
    """An outline that can be worked with. Raises: BadOutline."""
    if one.outline is None or one.outline.is_empty:
        raise BadOutline(
            reason=f"“{one.name}”还没有图形，先画出来", reason_en=f"“{one.name}” has no outline yet, draw it"
        )
    if not one.outline.is_valid:
        raise BadOutline(
            reason=f"“{one.name}”的边界自相交，先修复",
            reason_en=f"the border of “{one.name}” crosses itself, repair it first",
        )
    return one.outline


def _require_kind(layer: Layer, kind: AreaKind) -> None:
    if not kind_fits(layer, kind):
        raise KindUnfit


def _shared(whole: int | None, shares: Sequence[float]) -> list[int | None]:
    """A number shared out, so that the parts are together what it was."""
    if whole is None:
        return [None] * len(shares)
    others = [round(whole * share) for share in shares[1:]]
    return [max(whole - sum(others), 0), *others]


def _summed(numbers: Sequence[int | None]) -> int | None:
    known = [one for one in numbers if one is not None]
    return sum(known) if known else None


def ids_of(outcome: Outcome) -> list[UUID]:
    """Every grid that a step touches."""
    return [*(one.feature_id for one in outcome.put), *outcome.gone]
