"""Finding the item somebody means, from a few words or a whole complaint."""

import re

from jingwei.domains.routing.contracts import ItemDetail

SEPARATORS = re.compile(r"[\s,，。、；;!！?？“”\"'（）()]+")
LIKENESS = 100
"""Scores below this come from single pairs of characters, above it from whole words."""
PAIRS_NEEDED = 2


def words_of(query: str) -> tuple[str, ...]:
    """The words of a query, without case and punctuation."""
    return tuple(word for word in SEPARATORS.split(query.strip().lower()) if word)


def score(words: tuple[str, ...], item: ItemDetail) -> int:
    """How well an item fits: 0 is not at all. Every word must be found somewhere; names weigh most.

    A query that is a sentence (路边垃圾没人清理) holds no such word: then the name it quotes, or the pairs of
    characters it shares with name and definition, decide.
    """
    if not words:
        return 0
    found = [_word_score(word, item) for word in words]
    if all(found):
        return LIKENESS + sum(found)
    sentence = "".join(words)
    if len(item.brief.item_name) > 1 and item.brief.item_name in sentence:
        return LIKENESS + 10 * len(item.brief.item_name)
    asked = _pairs(sentence)
    in_name = len(asked & _pairs(item.brief.item_name))
    likeness = 3 * in_name + len(asked & _pairs(item.definition))
    return min(likeness, LIKENESS - 1) if likeness >= PAIRS_NEEDED else 0


def _word_score(word: str, item: ItemDetail) -> int:
    name = item.brief.item_name.lower()
    if word in (item.brief.item_code, name):
        return 1000
    if name.startswith(word):
        return 300
    if word in name:
        return 200
    if item.brief.item_code.startswith(word):
        return 100
    if word in item.brief.subclass_name or word in item.brief.class_name:
        return 50
    return 20 if word in item.definition.lower() else 0


def _pairs(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text) - 1)}
