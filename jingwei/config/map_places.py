"""The map's search finds what the gazetteer knows; areas the map finds by itself."""

from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.gazetteer.contracts import Sort
from jingwei.foundation.gazetteer.queries import find_places
from jingwei.foundation.gazetteer.rules.refusals import WordsTooShort
from jingwei.foundation.maps.contracts import Found

ZOOM = 17


def places_on_map(actor: Actor, words: str, *, limit: int) -> list[Found]:
    """Places, and landmarks that several reports have named; the surest first."""
    try:
        found = find_places(words, most=limit)
    except WordsTooShort:
        return []
    return [
        Found(
            layer="",
            id=one.ref,
            title=one.name if one.matched == one.name else f"{one.name}（{one.matched}）",
            subtitle=one.address or one.area_name,
            lon=one.lon,
            lat=one.lat,
            zoom=ZOOM,
            kind="place",
        )
        for one in found
        if one.sort is not Sort.AREA
    ]
