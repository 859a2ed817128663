"""From what somebody says to the items it may be: shared pairs of characters, rare ones first, and spoken phrases.

An item's definition often says what belongs to another one (“…归‘车辆沿途遗撒’”): those words are counted there.
"""

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from jingwei.domains.routing.contracts import ItemDetail
from jingwei.domains.routing.rules.spoken import SPOKEN

SENTENCES = re.compile(r"[；;。]")
ELSEWHERE = re.compile(r"^(.*?)(?:的?归|先?按|转)“([^”]+)”")
KEPT = re.compile(r"[^\w]+|_")
NAME, SUBCLASS, CLASS, DEFINITION, POINTED_HERE, STANDARD = 3.0, 0.8, 0.3, 1.0, 1.2, 0.2
NAME_COVERED = 4.0
WHOLE_NAME = 12.0
PHRASE = 9.0
LEAST_SCORE = 4.0
FAR_BEHIND = 0.25
"""What scores less than this share of the best is noise."""
MOST_REASONS = 3
PIECE = 2
"""Two characters of a definition explain nothing; of a name they do."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An item that may be meant, and the words that led there."""

    item: ItemDetail
    score: float
    matched: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ItemIndex:
    """A list made ready for being asked; built once a version."""

    items: Mapping[str, ItemDetail]
    weights: Mapping[str, Mapping[str, float]]
    name_pairs: Mapping[str, frozenset[str]]


def item_index(items: Mapping[str, ItemDetail]) -> ItemIndex:
    """Which pair of characters speaks for which item, and how much."""
    by_name = {item.brief.item_name: code for code, item in items.items()}
    raw: dict[str, dict[str, float]] = {}

    def add(code: str, text: str, weight: float) -> None:
        for pair in pairs_of(text):
            row = raw.setdefault(pair, {})
            row[code] = max(row.get(code, 0.0), weight)

    for code, item in items.items():
        add(code, item.brief.item_name, NAME)
        add(code, item.brief.subclass_name, SUBCLASS)
        add(code, item.brief.class_name, CLASS)
        add(code, item.handling_standard, STANDARD)
        for sentence in SENTENCES.split(item.definition):
            pointing = ELSEWHERE.match(sentence)
            if pointing is None:
                add(code, sentence, DEFINITION)
            elif pointing[2] in by_name:
                add(by_name[pointing[2]], pointing[1], POINTED_HERE)
    rarity = {
        pair: math.log(1 + len(items) / len(row)) / math.log(1 + len(items)) for pair, row in raw.items()
    }
    weights = {
        pair: {code: weight * rarity[pair] for code, weight in row.items()} for pair, row in raw.items()
    }
    names = {code: frozenset(pairs_of(item.brief.item_name)) for code, item in items.items()}
    return ItemIndex(items, weights, names)


def suggest(index: ItemIndex, words: str, *, limit: int) -> list[Suggestion]:
    """The items that may be meant, best first; none where nothing speaks for any."""
    said = plain(words)
    asked = list(dict.fromkeys(pairs_of(said)))
    scores: dict[str, float] = {}
    for pair in asked:
        for code, weight in index.weights.get(pair, {}).items():
            scores[code] = scores.get(code, 0.0) + weight
    spoken = _phrases(index, said, scores)
    known = frozenset(asked)
    for code in scores:
        name = index.name_pairs[code]
        if name:
            scores[code] += NAME_COVERED * len(name & known) / len(name)
        if plain(index.items[code].brief.item_name) in said:
            scores[code] += WHOLE_NAME
    best = max(scores.values(), default=0.0)
    floor = max(LEAST_SCORE, best * FAR_BEHIND)
    ranked = sorted((code for code, score in scores.items() if score >= floor), key=lambda c: (-scores[c], c))
    return [
        Suggestion(
            index.items[code], round(scores[code], 2), _reasons(index.items[code], said, spoken.get(code, []))
        )
        for code in ranked[:limit]
    ]


def plain(text: str) -> str:
    return KEPT.sub("", text.lower())


def pairs_of(text: str) -> list[str]:
    clean = plain(text)
    return [clean[at : at + 2] for at in range(len(clean) - 1)]


def _phrases(index: ItemIndex, said: str, scores: dict[str, float]) -> dict[str, list[str]]:
    """Add what spoken phrases speak for; the first item of a phrase a little more than the others."""
    found: dict[str, list[str]] = {}
    for phrase, targets in SPOKEN:
        parts = phrase.split()
        if not all(part in said for part in parts):
            continue
        for place, target in enumerate(targets):
            for code, item in index.items.items():
                if target in item.brief.item_name:
                    gain = PHRASE * (1 + 0.25 * (len(parts) - 1)) * (0.9**place)
                    scores[code] = scores.get(code, 0.0) + gain
                    found.setdefault(code, []).append("…".join(parts))
    return found


def _reasons(item: ItemDetail, said: str, spoken: Iterable[str]) -> tuple[str, ...]:
    """The phrases, then the longest pieces of the item's name and definition that were said."""
    name = plain(item.brief.item_name)
    text = name + plain(item.definition)
    pieces: list[str] = []
    at = 0
    while at < len(said) - 1:
        end = at + 2
        if said[at:end] not in text:
            at += 1
            continue
        while end < len(said) and said[at : end + 1] in text:
            end += 1
        if end - at > PIECE or said[at:end] in name:
            pieces.append(said[at:end])
        at = end
    pieces.sort(key=len, reverse=True)
    return tuple(dict.fromkeys([*spoken, *pieces]))[:MOST_REASONS]
