"""The layers and indicators of this installation: told once, by config. Maps itself knows no domain."""

from collections.abc import Mapping, Sequence

from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.access.queries import is_permitted
from jingwei.foundation.access.services import require_permission
from jingwei.foundation.maps.contracts import (
    GROUPS,
    Asked,
    FilterRefused,
    FindOnMap,
    Indicator,
    Layer,
    LayerUnknown,
    PointLayer,
)
from jingwei.foundation.maps.queries.area_layers import AREA_LAYER, GRID_LAYER

_layers: dict[str, Layer] = {}
_indicators: dict[str, Indicator] = {}
_finders: list[FindOnMap] = []


class BadLayer(RuntimeError):
    """A layer contradicts itself or another. A programming error."""


def plug_layers(
    layers: Sequence[Layer], indicators: Sequence[Indicator] = (), finders: Sequence[FindOnMap] = ()
) -> None:
    """Set what the map shows, by what it colours areas, and who else finds places by words. Raises: BadLayer."""
    told: dict[str, Layer] = {}
    groups = {group.key for group in GROUPS}
    for layer in (AREA_LAYER, GRID_LAYER, *layers):
        if layer.key in told or layer.group not in groups:
            raise BadLayer(f"{layer.key}: told twice, or of the unknown group “{layer.group}”")
        told[layer.key] = layer
    _layers.clear()
    _layers.update(told)
    _indicators.clear()
    _indicators.update({one.key: one for one in indicators})
    _finders[:] = finders


def all_layers() -> list[Layer]:
    return list(_layers.values())


def layers_for(actor: Actor) -> list[Layer]:
    """The layers an actor may read, in the order of the panel."""
    return [layer for layer in _layers.values() if is_permitted(actor, layer.permission)]


def layer_for(actor: Actor, key: str) -> Layer:
    """Raises: LayerUnknown; Forbidden without the layer's own permission."""
    layer = _layers.get(key)
    if layer is None:
        raise LayerUnknown(layer=key)
    require_permission(actor, layer.permission)
    return layer


def counted_layers() -> list[PointLayer]:
    """The layers whose points are counted by squares."""
    return [one for one in _layers.values() if isinstance(one, PointLayer) and one.rollup is not None]


def indicators_for(actor: Actor) -> list[Indicator]:
    return [one for one in _indicators.values() if is_permitted(actor, one.permission)]


def indicator_for(actor: Actor, key: str) -> Indicator:
    """Raises: FilterRefused; Forbidden."""
    indicator = _indicators.get(key)
    if indicator is None:
        raise FilterRefused(layer="choropleth", name="indicator", value=key)
    require_permission(actor, indicator.permission)
    return indicator


def finders() -> list[FindOnMap]:
    return list(_finders)


def require_known(layer: Layer, filters: Mapping[str, tuple[str, ...]]) -> None:
    """Raises: FilterRefused. A filter that is misspelt would otherwise show everything."""
    fields = {one.name: one for one in layer.filters}
    for name, values in filters.items():
        for value in values:
            if name not in fields or not fields[name].knows(value):
                raise FilterRefused(layer=layer.key, name=name, value=value)


def asked_of(layer: Layer, asked: Asked) -> Asked:
    """The question, checked. Raises: FilterRefused."""
    require_known(layer, asked.filters)
    return asked
