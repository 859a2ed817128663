"""From words to buildings and houses: the index of pairs of characters and of initials, within the asker's own area."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection

from jingwei.domains.dwellings.contracts import HouseCard
from jingwei.domains.dwellings.models import Building, Door, House
from jingwei.domains.dwellings.rules.addresses import (
    Parts,
    also_known,
    letter_pairs,
    pairs_of,
    parse,
    shown,
    stem_of,
    tail_of,
    tidy,
)
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.areas.queries import ancestors_of, areas_named
from jingwei.foundation.gazetteer.queries import initials_of, is_latin

READ_AT_ONCE = 300
MOST_FOUND = 20
LONGEST_WORDS = 60
AREAS_READ = 40


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody looks for: read as an address, and as pairs for the index. ``text`` orders what is found."""

    text: str
    parts: Parts
    pairs: tuple[str, ...]


def read_words(words: str) -> Asked:
    """Names of areas in front are taken off: they stand in thousands of addresses and tell none apart."""
    text = tidy(words)[:LONGEST_WORDS]
    if is_latin(text.lower()):
        return Asked(text.lower(), Parts(), tuple(letter_pairs(text.lower())))
    parts = parse(words[:LONGEST_WORDS], _areas_in(text))
    pieces = [
        parts.road,
        f"{parts.number}号" if parts.number else "",
        *words_of(parts.estate, words),
        f"{parts.block}栋" if parts.block else "",
    ]
    pairs = dict.fromkeys(pair for piece in pieces for pair in pairs_of(piece))
    if not pairs:  # a room by itself, one character
        pairs = dict.fromkeys(pairs_of(text))
    return Asked(stem_of(parts) or text.lower(), parts, tuple(pairs))


def words_of(estate: str, words: str) -> list[str]:
    """An estate as it was typed with blanks: each word is looked for by itself."""
    typed = [tidy(one) for one in words.split()]
    inside = [one for one in typed if one and one in estate]
    return inside if len("".join(inside)) == len(estate) else [estate]


def found_buildings(asked: Asked) -> list[UUID]:
    """Buildings within the asker's area, the best fitting first, three hundred at most. Asked with the asker's eyes."""
    return _fitting(Building, "building", asked)


def found_houses(asked: Asked) -> list[UUID]:
    """The same among houses with a door of their own."""
    return _fitting(House, "house", asked)


def find_houses(actor: Actor, words: str, *, limit: int = MOST_FOUND) -> list[HouseCard]:
    """Houses in use that some words mean, the best first."""
    from jingwei.domains.dwellings.queries.houses import card_of, searched

    rows = House.objects.listed_for(actor).filter(searched(words), ended_at=None)
    return [card_of(row) for row in rows.order_by("sort", "id")[:limit]]


def find_buildings(actor: Actor, words: str, *, limit: int = MOST_FOUND) -> list[Building]:
    """Buildings in use that some words mean, the best first."""
    ids = found_buildings(read_words(words))[:limit]
    rows = {row.pk: row for row in Building.objects.visible_to(actor).filter(pk__in=ids)}
    return [rows[one] for one in ids if one in rows]


def houses_at(actor: Actor, texts: Sequence[str]) -> dict[str, HouseCard]:
    """Houses by their whole addresses as people write them; what is not there, not in sight or not clear is left out."""
    from jingwei.domains.dwellings.queries.houses import card_of

    scope_names = _scope_names(actor)
    wanted: dict[tuple[str, str], list[str]] = {}
    for text in dict.fromkeys(texts):
        parts = parse(text, scope_names)
        wanted.setdefault((stem_of(parts), tail_of(parts)), []).append(text)
    rows = House.objects.listed_for(actor).filter(ended_at=None, stem__in={stem for stem, _ in wanted})
    found: dict[tuple[str, str], list[House]] = {}
    for row in rows:
        if (row.stem, row.tail) in wanted:
            found.setdefault((row.stem, row.tail), []).append(row)
    return {text: card_of(same[0]) for key, same in found.items() if len(same) == 1 for text in wanted[key]}


def search_pairs(parts: Parts, aliases: Sequence[str], name: str = "") -> list[str]:
    """What the index holds of an address: its pairs, those of its other names, and the initials of all names."""
    stem = shown(parts.of_building)
    names = [one for one in (parts.road, parts.estate, name, *aliases) if one]
    found = dict.fromkeys(pairs_of(stem))
    for one in (name, *aliases):
        found |= dict.fromkeys(pairs_of(one))
    for one in names:
        found |= dict.fromkeys(letter_pairs(initials_of(one)))
    found |= dict.fromkeys(also_known(one) for one in aliases)
    return list(found)


def _fitting(things: type[Door], what: str, asked: Asked) -> list[UUID]:
    if not asked.pairs:
        return []
    with connection.cursor() as cursor:
        cursor.execute(
            "select id from jw_find_dwellings(%s, %s, %s)", [what, list(asked.pairs), READ_AT_ONCE]
        )
        ids = [row[0] for row in cursor.fetchall()]
    rows: Any = things.objects.unscoped("only what the asker's own area was asked for")
    fits = [
        (_fit(asked, row), row.sort, row.pk)
        for row in rows.filter(pk__in=ids).only("pk", "stem", "block", "sort", "pairs", "number")
    ]
    return [pk for _, _, pk in sorted(fits)]


def _fit(asked: Asked, row: Door) -> int:
    """Smaller fits better: the whole address, another name of it, its number and block, what holds the words together."""
    if row.stem == asked.text or "=" + asked.text in row.pairs:
        return 0
    is_other = (asked.parts.block and row.block != asked.parts.block) or (
        asked.parts.number and row.number != asked.parts.number
    )
    return (4 if is_other else 1) + (0 if asked.text in row.stem else 1)


def _areas_in(text: str) -> list[str]:
    """Names of areas that the words begin with, from the city down."""
    names = [one.name for one in areas_named(text, within="", limit=AREAS_READ)]
    rest, found = text, []
    while True:
        first = max((one for one in names if rest.startswith(one)), key=len, default="")
        if not first or len(rest) <= len(first) + 1:
            return found
        found.append(first)
        rest = rest.removeprefix(first)


def _scope_names(actor: Actor) -> list[str]:
    return [one.name for one in ancestors_of(actor.scope)] if actor.scope.isdigit() else []
