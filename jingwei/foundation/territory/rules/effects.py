"""What a draft does to the division in force: which areas open, change and close, and who follows a closed one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import shapely

from jingwei.foundation.areas.contracts import AreaKind, Layer
from jingwei.foundation.territory.rules.features import Ground, Shape
from jingwei.foundation.territory.rules.publishing import successors_of


@dataclass(frozen=True, slots=True)
class InForce:
    """An area of the division in force, as the rules see it."""

    area_id: int
    code: str
    name: str
    layer: Layer
    kind: AreaKind
    parent_code: str
    households: int | None
    people: int | None
    outline: Shape | None
    is_generated: bool = False


@dataclass(frozen=True, slots=True)
class Changed:
    """An area that goes on under its code in another form."""

    before: InForce
    after: Ground
    has_new_ground: bool


@dataclass(frozen=True, slots=True)
class Closed:
    """An area that is no more, and the codes on its ground."""

    before: InForce
    successors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Effects:
    """Everything that publishing would do to the division."""

    opens: tuple[Ground, ...]
    changes: tuple[Changed, ...]
    closes: tuple[Closed, ...]

    @property
    def codes_on_the_move(self) -> set[str]:
        """The codes whose rows may have to move."""
        changed = {one.before.code for one in self.changes if one.has_new_ground}
        return changed | {one.before.code for one in self.closes} | {one.code for one in self.opens}


def effects_of(grids: Sequence[Ground], in_force: Mapping[str, InForce]) -> Effects:
    """Compare a draft with the division in force, code by code."""
    by_code = {one.code: one for one in grids if one.code}
    opens = tuple(one for code, one in sorted(by_code.items()) if code not in in_force)
    changes = tuple(
        changed
        for code, one in sorted(by_code.items())
        if one.is_touched and code in in_force and (changed := _changed(in_force[code], one)) is not None
    )
    closes = tuple(
        Closed(before, tuple(_successors(before, by_code)))
        for code, before in sorted(in_force.items())
        if code not in by_code
    )
    return Effects(opens, changes, closes)


def _changed(before: InForce, after: Ground) -> Changed | None:
    has_new_ground = not _same_ground(before.outline, after.outline)
    said = ("name", "kind", "parent_code", "households", "people")
    if not has_new_ground and all(getattr(before, name) == getattr(after, name) for name in said):
        return None
    return Changed(before, after, has_new_ground)


def _same_ground(one: Shape | None, other: Shape | None) -> bool:
    if one is None or other is None:
        return one is other
    return bool(shapely.equals_exact(one, other, tolerance=0.0) or shapely.equals(one, other))


def _successors(before: InForce, by_code: Mapping[str, Ground]) -> list[str]:
    standing = {
        code: one.outline
        for code, one in by_code.items()
        if one.layer is before.layer and one.outline is not None and one.outline.is_valid
    }
    if before.outline is None:
        return []
    near = {code: shape for code, shape in standing.items() if shapely.intersects(shape, before.outline)}
    return successors_of(before.outline, near)
