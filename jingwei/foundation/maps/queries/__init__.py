"""Reads of the map. Every one is scoped as whoever asks."""

from jingwei.foundation.maps.queries.choropleth import choropleth, counts_of_layer
from jingwei.foundation.maps.queries.features import (
    Feature,
    FeaturePage,
    RowPage,
    card,
    counts_in_view,
    feature,
    features,
    list_rows,
    nearest_rows,
)
from jingwei.foundation.maps.queries.finding import find_on_map
from jingwei.foundation.maps.queries.registry import (
    all_layers,
    counted_layers,
    indicator_for,
    indicators_for,
    layer_for,
    layers_for,
    plug_layers,
)
from jingwei.foundation.maps.queries.rows import in_ranges, inside_shape
from jingwei.foundation.maps.queries.tiles import tile, tile_version

__all__ = [
    "Feature",
    "FeaturePage",
    "RowPage",
    "all_layers",
    "card",
    "choropleth",
    "counted_layers",
    "counts_in_view",
    "counts_of_layer",
    "feature",
    "features",
    "find_on_map",
    "in_ranges",
    "indicator_for",
    "indicators_for",
    "inside_shape",
    "layer_for",
    "layers_for",
    "list_rows",
    "nearest_rows",
    "plug_layers",
    "tile",
    "tile_version",
]
