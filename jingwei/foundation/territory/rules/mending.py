"""Faults mended in one of the ways they offer."""

from dataclasses import replace
from uuid import UUID

import shapely

from jingwei.foundation.areas.contracts import Layer
from jingwei.foundation.territory.rules import editing, ground
from jingwei.foundation.territory.rules.changes import Outcome
from jingwei.foundation.territory.rules.faults import Fault, FaultKind, Way, WayKind
from jingwei.foundation.territory.rules.features import Ground, Shape, Verb
from jingwei.foundation.territory.rules.refusals import FaultGone, Swallowed
from jingwei.foundation.territory.rules.sheet import Sheet


def mend(sheet: Sheet, fault: Fault, key: str) -> Outcome:
    """Raises: FaultGone for a way that the fault does not offer; Swallowed."""
    way = next((one for one in fault.ways if one.key == key), None)
    if way is None:
        raise FaultGone
    note = f"{way.title_zh}：{fault.detail_zh}"[:200], f"{way.title_en}: {fault.detail_en}"[:200]
    if way.kind is WayKind.HALVE:
        halved = editing.divide(sheet, fault.features[0], ground.halves(fault.features[0].outline), Verb.MEND)
        return replace(halved, note_zh=note[0], note_en=note[1])
    return Outcome(Verb.MEND, *note, put=tuple(_put(sheet, fault, way)))


def _put(sheet: Sheet, fault: Fault, way: Way) -> list[Ground]:
    one = sheet.grid(fault.features[0].feature_id)
    if way.kind is WayKind.CODE:
        return [_touched(one, code=sheet.next_code(one.layer, one.parent_code, one.kind))]
    if way.kind is WayKind.NAME:
        return [_touched(one, name=sheet.usual_name(one.layer, one.parent_code, one.code) or "新网格")]
    if way.kind is WayKind.REPAIR:
        mended = ground.repaired(one.outline)
        return [_touched(one, outline=mended if not mended.is_empty else None)]
    part = fault.outline
    if way.kind is WayKind.CLIP:
        return [_left(one, part)]
    if way.kind is WayKind.EXTEND:
        return _extended(sheet, fault.features[1].feature_id, part)
    if way.kind is WayKind.FILL:
        return [editing.fill(sheet, one.layer, one.parent_code, ground.rounded(part))]
    if way.feature_id is None:
        raise FaultGone
    taker = sheet.grid(way.feature_id)
    if fault.kind is FaultKind.GAP:
        return [_touched(taker, outline=ground.joined([taker.outline, part]))]
    return [
        _left(sheet.grid(one.feature_id), part)
        for one in fault.features
        if one.feature_id != taker.feature_id
    ]


def _extended(sheet: Sheet, holder_id: UUID, part: Shape) -> list[Ground]:
    """The parent grows to where its grid reaches, and its neighbours give that ground up."""
    holder = sheet.grid(holder_id)
    grown = _touched(holder, outline=ground.joined([holder.outline, part]))
    robbed = [
        _left(other, part)
        for other in sheet.in_layer(Layer(holder.layer))
        if other.feature_id != holder_id
        and other.outline is not None
        and other.outline.is_valid
        and ground.pieces(shapely.intersection(other.outline, part))
    ]
    return [grown, *robbed]


def _left(one: Ground, part: Shape) -> Ground:
    left = ground.without(one.outline, part)
    if left.is_empty:
        raise Swallowed(name=one.name)
    return _touched(one, outline=left)


def _touched(one: Ground, **change: object) -> Ground:
    return replace(one, is_touched=True, **change)  # type: ignore[arg-type]
