"""From words to positions: seeks in the table of keys, the division's names, and whatever other sources know."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django.db import connection

from jingwei.foundation.areas.queries import areas_named, path_names
from jingwei.foundation.gazetteer.contracts import Asked, Found, How, Known, Sort, Source
from jingwei.foundation.gazetteer.queries.areas import areas_by_ear
from jingwei.foundation.gazetteer.rules.keys import Key
from jingwei.foundation.gazetteer.rules.matching import fit_of, ranked
from jingwei.foundation.gazetteer.rules.names import (
    LEAST,
    LONGEST,
    folded,
    is_latin,
    pieces_of,
    plain,
    slips_of,
    sound_of,
)
from jingwei.foundation.gazetteer.rules.refusals import WordsTooShort
from jingwei.kernel.codes import Level
from jingwei.kernel.geo import Position, distance_m

MOST_FOUND = 8
MOST_AREAS = 40
EACH_LOOK = 80
"""How much each way of looking brings back at most; the best of it is chosen here."""
WORDS_READ = 120
SAYS_WHERE = 0.4
PUNCTUATION = re.compile(r"[，。；！？,;!?\n]")

# Each branch is one range of one index. Under the fence this needs no definer function: every row is everybody's.
LOOK = """
with hit as (
  (select place_id from gazetteer_placekey where kind = %(name)s and text = any(%(pieces)s) limit %(most)s)
  union (select place_id from gazetteer_placekey where kind = %(name)s and text like %(begins)s limit %(most)s)
  union (select place_id from gazetteer_placekey where kind = %(part)s and text like %(begins)s limit %(most)s)
  union (select place_id from gazetteer_placekey where kind = %(sound)s and text like %(sounds)s limit %(most)s)
  union (select place_id from gazetteer_placekey where kind = %(initials)s and text like %(letters)s limit %(most)s)
  union (select place_id from gazetteer_placekey where kind = %(slip)s and text = any(%(slips)s) limit %(most)s)
  union (select place_id from gazetteer_placekey where kind = %(name)s and text = any(%(slips)s) limit %(most)s)
)
select p.id, p.name, p.scope_code, st_x(p.position), st_y(p.position), p.kind, p.address, p.aliases, p.former_names
  from hit join gazetteer_place p on p.id = hit.place_id
"""
NOTHING = "\x01"

_sources: tuple[Source, ...] = ()


def plug_sources(sources: Sequence[Source]) -> None:
    """Say who else knows names of places. Called once, by the wiring."""
    global _sources
    _sources = tuple(sources)


def find_places(
    words: str, *, near: Position | None = None, within: str = "", most: int = MOST_FOUND
) -> list[Found]:
    """What was meant, the surest first: areas, places by any of their names, and what other sources know.

    By the name, a part of it, its sound, its initials or with a slip in it, also inside longer words; nearest first
    where ``near`` is known, and of equal names those of the area that the words name. Asked with the asker's eyes.
    Raises: WordsTooShort.
    """
    whole = plain(words)[:LONGEST]
    if len(whole) < LEAST:
        raise WordsTooShort
    areas, inside, rest = _areas_in(whole, within)
    asked = Asked(words=words, plain=rest or whole, near=near, within=within)
    known = [] if not rest else _looked_up(asked)
    for source in _sources if rest else ():
        known += source(asked)
    places = _weighed(known, asked.plain, near)
    found = [*_areas_weighed(areas, whole, near, behind=[one for one in places if inside]), *places]
    if within:
        found = [one for one in found if one.area_code.startswith(within)]
    return ranked(_once(found), inside=inside)[:most]


def places_in_words(words: str, *, near: Position | None = None, most: int = 3) -> list[Found]:
    """Places that a longer text names, for a report without a pin: each sentence by itself, at most the first few."""
    found: dict[tuple[Sort, str], Found] = {}
    for part in PUNCTUATION.split(words[: WORDS_READ * 2])[:6]:
        if len(plain(part)) < LEAST:
            continue
        for one in find_places(part, near=near, most=most):
            is_named = plain(one.matched) in plain(part)
            key = one.sort, one.ref
            if is_named and (key not in found or one.sure > found[key].sure):
                found[key] = one
    return sorted(found.values(), key=lambda one: (one.sort is Sort.AREA, -one.sure, one.name))[:most]


def _areas_in(whole: str, within: str) -> tuple[list[Known], str, str]:
    """Areas that are meant, the deepest one that the words name, and what of the words is left without it."""
    named = [one for one in areas_named(whole, within=within, limit=MOST_AREAS) if len(one.code) > Level.CITY]
    spoken = [one for one in named if plain(one.name) in whole]
    inside = max((one.code for one in spoken), key=len, default="")
    rest = whole
    for one in sorted(spoken, key=lambda area: -len(area.name)):
        if inside.startswith(one.code):
            rest = rest.replace(plain(one.name), "", 1)
    known = [
        Known(
            Sort.AREA, one.code, one.name, one.code, one.lon, one.lat, kind=Level(len(one.code)).name.lower()
        )
        for one in named or areas_by_ear(whole, within=within)
    ]
    return known, inside, rest if len(rest) >= LEAST else ""


def _looked_up(asked: Asked) -> list[Known]:
    words = asked.plain
    with connection.cursor() as cursor:
        cursor.execute(LOOK, _looks(words))
        rows = cursor.fetchall()
    return [_known(row) for row in rows]


def _looks(words: str) -> dict[str, Any]:
    sound = folded(sound_of(words))
    return {
        "name": Key.NAME,
        "part": Key.PART,
        "sound": Key.SOUND,
        "initials": Key.INITIALS,
        "slip": Key.SLIP,
        "pieces": pieces_of(words),
        "begins": _begins(words),
        "sounds": _begins(sound) if len(sound) > 2 else NOTHING,
        "letters": _begins(words) if is_latin(words) else NOTHING,
        "slips": [folded(one) for one in slips_of(words)] + slips_of(words) + [words, sound],
        "most": EACH_LOOK,
    }


def _begins(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"


def _known(row: tuple[Any, ...]) -> Known:
    place_id, name, code, lon, lat, kind, address, aliases, former = row
    return Known(
        Sort.PLACE, str(place_id), name, code, lon, lat, kind, address, tuple(aliases), tuple(former)
    )


def _weighed(known: Sequence[Known], words: str, near: Position | None) -> list[Found]:
    fits = [(one, fit) for one in known if (fit := fit_of(one, words)) is not None]
    paths = path_names({one.area_code for one, _ in fits})
    return [
        Found(
            sort=one.sort,
            ref=one.ref,
            name=one.name,
            matched=fit.matched,
            how=fit.how,
            sure=fit.sure,
            kind=one.kind,
            address=one.address,
            area_code=one.area_code,
            area_name=paths.get(one.area_code, ""),
            lon=one.lon,
            lat=one.lat,
            distance_m=_away(near, one.lon, one.lat),
        )
        for one, fit in fits
    ]


def _areas_weighed(
    areas: Sequence[Known], whole: str, near: Position | None, *, behind: Sequence[Found]
) -> list[Found]:
    """Areas; one that the words name only to say where the place lies stands behind that place."""
    found = _weighed(areas, whole, near)
    return [
        replace(one, sure=one.sure - SAYS_WHERE)
        if one.how is How.NAMED and any(place.area_code.startswith(one.area_code) for place in behind)
        else one
        for one in found
    ]


def _once(found: Sequence[Found]) -> list[Found]:
    """A landmark that the table of places holds as well is told once, as the place."""
    places = {(plain(one.name), one.area_code[:12]) for one in found if one.sort is Sort.PLACE}
    return [
        one
        for one in found
        if one.sort is not Sort.LANDMARK or (plain(one.name), one.area_code[:12]) not in places
    ]


def _away(near: Position | None, lon: float | None, lat: float | None) -> int | None:
    if near is None or lon is None or lat is None:
        return None
    return round(distance_m(near.lon, near.lat, lon, lat))
