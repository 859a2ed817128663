"""The grids of one draft at one moment, and what is asked of them while they are changed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from jingwei.foundation.areas.contracts import AreaKind, Layer
from jingwei.foundation.territory.rules.codes import is_fit, next_code, usual_name
from jingwei.foundation.territory.rules.features import LAYER_NAMES, LEVEL_OF_LAYER, Ground, Shape
from jingwei.foundation.territory.rules.refusals import (
    CodeTaken,
    CodeUnfit,
    FeatureUnknown,
    LayerNotHere,
    ParentUnfit,
)

HOLDS = {
    Layer.LARGE: (Layer.MEDIUM,),
    Layer.MEDIUM: (Layer.SMALL, Layer.SPECIAL),
    Layer.SMALL: (),
    Layer.SPECIAL: (),
}
"""What lies in a grid of each layer."""


@dataclass(frozen=True)
class Sheet:
    """A draft's grids. ``top`` is the area it stands on; ``ever_used`` its codes past and present, with whose they were."""

    top_code: str
    top_name: str
    top_outline: Shape | None
    layers: tuple[Layer, ...]
    grids: Mapping[UUID, Ground]
    own_codes: Mapping[UUID, str]
    ever_used: Mapping[str, str]
    in_force: Mapping[Layer, Sequence[Shape]] = field(default_factory=dict)
    given: set[str] = field(default_factory=set)

    def grid(self, feature_id: UUID) -> Ground:
        """Raises: FeatureUnknown."""
        found = self.grids.get(feature_id)
        if found is None:
            raise FeatureUnknown
        return found

    def in_layer(self, layer: Layer) -> list[Ground]:
        """The grids of a layer, by code."""
        found = (one for one in self.grids.values() if one.layer is layer)
        return sorted(found, key=lambda one: (one.code, str(one.feature_id)))

    def inside(self, holder: Ground) -> list[Ground]:
        """The grids directly in another."""
        layers = HOLDS[holder.layer]
        return [
            one for one in self.grids.values() if one.layer in layers and one.parent_code == holder.code != ""
        ]

    def holder_of(self, one: Ground) -> Ground | None:
        """The grid of this draft that holds another; none for those that lie directly in the draft's own area."""
        found = (
            other
            for other in self.grids.values()
            if one.layer in HOLDS[other.layer] and other.code == one.parent_code
        )
        return next(found, None)

    def require_layer(self, layer: Layer) -> None:
        """Raises: LayerNotHere."""
        if layer not in self.layers:
            zh, en = LAYER_NAMES[layer]
            raise LayerNotHere(layer=zh, layer_en=en)

    def parent_name(self, layer: Layer, parent_code: str) -> str:
        """What a parent is called. Raises: ParentUnfit where it does not hold that layer here."""
        if parent_code == self.top_code and len(parent_code) == _length_above(layer):
            return self.top_name
        for one in self.grids.values():
            if layer in HOLDS[one.layer] and one.code == parent_code:
                return one.name
        raise ParentUnfit(code=parent_code)

    def next_code(self, layer: Layer, parent_code: str, kind: AreaKind) -> str:
        """A code that nobody has or had; two calls give two. Empty where the serials are used up."""
        present = {one.code for one in self.grids.values()}
        code = next_code(parent_code, layer, kind, used=present | self.given | set(self.ever_used))
        self.given.add(code)
        return code

    def require_code(self, code: str, one: Ground) -> None:
        """Whether a grid may have a code. Raises: CodeUnfit; CodeTaken."""
        if not is_fit(code, one.parent_code, one.layer):
            raise CodeUnfit(value=code, parent=one.parent_code, offer=self._offer(one))
        others = {other.code: other for other in self.grids.values() if other.feature_id != one.feature_id}
        if code in others:
            raise CodeTaken(value=code, by=others[code].name, offer=self._offer(one))
        if code in self.ever_used and self.own_codes.get(one.feature_id) != code:
            raise CodeTaken(value=code, by=self.ever_used[code], offer=self._offer(one))

    def usual_name(self, layer: Layer, parent_code: str, code: str) -> str:
        """What a grid is called until somebody names it."""
        return usual_name(self.parent_name(layer, parent_code), layer, code) if code else ""

    def _offer(self, one: Ground) -> str:
        present = {other.code for other in self.grids.values()}
        return next_code(one.parent_code, one.layer, one.kind, used=present | set(self.ever_used)) or "-"


def _length_above(layer: Layer) -> int:
    above = LEVEL_OF_LAYER[layer].above
    return int(above) if above else 0


def usual_kind(layer: Layer, siblings: Iterable[Ground]) -> AreaKind:
    """Special for special grids; else what most of the neighbours are."""
    if layer is Layer.SPECIAL:
        return AreaKind.SPECIAL
    rural = [one.kind is AreaKind.RURAL for one in siblings]
    return AreaKind.RURAL if sum(rural) * 2 > len(rural) else AreaKind.URBAN
