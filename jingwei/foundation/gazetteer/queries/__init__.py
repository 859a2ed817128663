"""Reads of places: words → position, position → place, and the list of those who keep them."""

from jingwei.foundation.gazetteer.queries.describing import Described, describe, describe_many
from jingwei.foundation.gazetteer.queries.finding import find_places, places_in_words, plug_sources
from jingwei.foundation.gazetteer.queries.listing import (
    PlaceFilter,
    beside,
    list_places,
    place_for,
)

__all__ = [
    "Described",
    "PlaceFilter",
    "beside",
    "describe",
    "describe_many",
    "find_places",
    "list_places",
    "place_for",
    "places_in_words",
    "plug_sources",
]
