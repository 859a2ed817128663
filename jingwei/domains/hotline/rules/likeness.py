"""Whether two people speak of the same matter: by place, then by the characters their words share."""

from dataclasses import dataclass
from math import cos, hypot, radians

NEAR_M = 150.0
LEAST_LIKENESS = 0.12
METRES_A_DEGREE = 111_320.0


@dataclass(frozen=True, slots=True)
class Told:
    """What is compared of a matter."""

    words: str
    address: str
    lon: float | None
    lat: float | None
    item_code: str = ""


def pairs(text: str) -> frozenset[str]:
    clean = "".join(letter for letter in text if letter.isalnum())
    return frozenset(clean[at : at + 2] for at in range(len(clean) - 1))


def share_of_words(one: str, other: str) -> float:
    """0 to 1: the pairs of characters in common, measured against the shorter text."""
    mine, theirs = pairs(one), pairs(other)
    if not mine or not theirs:
        return 0.0
    return len(mine & theirs) / min(len(mine), len(theirs))


def metres_between(one: Told, other: Told) -> float | None:
    """None where one of them has no position."""
    if one.lon is None or one.lat is None or other.lon is None or other.lat is None:
        return None
    east = (one.lon - other.lon) * cos(radians(one.lat))
    return hypot(east, one.lat - other.lat) * METRES_A_DEGREE


def likeness(one: Told, other: Told) -> float:
    """0 where they are nothing to each other; above 1 where place, item and words all agree.

    The same place alone is not enough to be the same matter, and neither are the same words somewhere else.
    """
    words = share_of_words(one.words, other.words)
    metres = metres_between(one, other)
    same_address = bool(one.address) and one.address == other.address
    near = 1.0 if same_address else max(0.0, 1 - metres / NEAR_M) if metres is not None else 0.0
    same_item = bool(one.item_code) and one.item_code == other.item_code
    if not near and words < 0.5:
        return 0.0
    if words < LEAST_LIKENESS and not same_item and not same_address:
        return 0.0
    return near + words + (0.5 if same_item else 0.0)
