"""Finding an address from a few of its characters, two Chinese ones included."""

import re

from jingwei.domains.hotline.rules.refusals import WordsTooShort

LEAST = 2
LONGEST = 60
MOST_FOUND = 12
PUNCTUATION = re.compile(r"[\s，。、,.;；:：()（）\-—_/\\\"'“”]+")


def plain(text: str) -> str:
    """An address without blanks and punctuation, in small letters, as it is compared."""
    return PUNCTUATION.sub("", text).lower()


def asked(words: str) -> str:
    """What was typed, as it is looked for. Raises: WordsTooShort."""
    found = plain(words)[:LONGEST]
    if len(found) < LEAST:
        raise WordsTooShort
    return found


def asked_pairs(words: str, area_names: list[str]) -> list[str]:
    """The pairs that an address must hold: of each part between blanks by itself, without the areas named in it."""
    found: list[str] = []
    for part in PUNCTUATION.split(words[:LONGEST]):
        rest = plain(part)
        for name in sorted(area_names, key=len, reverse=True):
            rest = rest.replace(plain(name), "", 1)
        found += pairs_of(rest)
    return list(dict.fromkeys(found))


def pairs_of(text: str) -> list[str]:
    """Every two neighbouring characters, each once, in order."""
    clean = plain(text)
    return list(dict.fromkeys(clean[at : at + 2] for at in range(len(clean) - 1)))


def without_areas(address: str, area_names: list[str]) -> str:
    """An address without the names of the areas it lies in: they stand in thousands of others and find nothing.

    Also in their short forms (资阳区 → 资阳); what would be left with less than two characters stays whole.
    """
    rest = address
    for name in sorted(area_names, key=len, reverse=True):
        rest = rest.removeprefix(name)
    for name in area_names:
        rest = rest.replace(name, "")
    return rest if len(plain(rest)) >= LEAST else address
