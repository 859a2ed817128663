"""The division on two days, side by side."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

import shapely

from jingwei.foundation.areas.contracts import Layer
from jingwei.foundation.areas.queries import AreaVersion, areas_on
from jingwei.foundation.territory.rules.features import Shape
from jingwei.foundation.territory.rules.ground import area_m2

Difference = Literal["opened", "closed", "changed", "same_ground"]


@dataclass(frozen=True, slots=True)
class Compared:
    """An area that differs between two days; ``moved_m2`` is the ground that it won and lost."""

    code: str
    name: str
    what: Difference
    before: AreaVersion | None
    after: AreaVersion | None
    moved_m2: int


def outline_of(one: AreaVersion | None) -> Shape | None:
    """An area's outline as the rules work with it."""
    return shapely.from_wkb(one.outline_wkb) if one is not None and one.outline_wkb else None


def compared(within: str, *, from_on: date, to_on: date, layer: Layer | None) -> list[Compared]:
    """What differs between two days, by code. Areas that are the very same version are left out."""
    before = {one.code: one for one in areas_on(within, on=from_on)}
    after = {one.code: one for one in areas_on(within, on=to_on)}
    rows = []
    for code in sorted(before.keys() | after.keys()):
        old, new = before.get(code), after.get(code)
        there = new or old
        if there is None or (layer is not None and there.layer is not layer):
            continue
        if old is None or new is None:
            rows.append(_one(code, "opened" if old is None else "closed", old, new))
        elif old.id != new.id:
            is_same = _is_same(outline_of(old), outline_of(new))
            rows.append(_one(code, "same_ground" if is_same else "changed", old, new))
    return rows


def _one(code: str, what: Difference, old: AreaVersion | None, new: AreaVersion | None) -> Compared:
    there = new or old
    one, other = outline_of(old), outline_of(new)
    if one is not None and other is not None:
        moved = shapely.symmetric_difference(one, other)
    else:
        moved = one if other is None else other
    return Compared(code, there.name if there else code, what, old, new, round(area_m2(moved)))


def _is_same(one: Shape | None, other: Shape | None) -> bool:
    if one is None or other is None:
        return one is other
    return bool(shapely.equals(one, other))
