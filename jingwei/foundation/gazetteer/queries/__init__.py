"""Reads of places: words → position, position → place, and the list of those who keep them."""

from jingwei.foundation.gazetteer.queries.answering import Answered, Wanted, answer_many
from jingwei.foundation.gazetteer.queries.describing import Described, describe, describe_many
from jingwei.foundation.gazetteer.queries.finding import find_places, places_in_words, plug_sources
from jingwei.foundation.gazetteer.queries.listing import (
    PlaceFilter,
    beside,
    list_places,
    place_for,
)
from jingwei.foundation.gazetteer.rules.names import initials_of, is_latin, sound_of

__all__ = [
    "Answered",
    "Described",
    "PlaceFilter",
    "Wanted",
    "answer_many",
    "beside",
    "describe",
    "describe_many",
    "find_places",
    "initials_of",
    "is_latin",
    "list_places",
    "place_for",
    "places_in_words",
    "plug_sources",
    "sound_of",
]
