"""Areas by their sound: the division's names, read once in a while by each process."""

import time

from jingwei.foundation.areas.queries import AreaFound, areas_named
from jingwei.foundation.gazetteer.rules.names import folded, initials_of, is_latin, plain, sounds_of
from jingwei.kernel.codes import Level

KEPT_S = 300.0
MOST_AREAS = 50_000
MOST_FOUND = 5

_heard: list[tuple[str, str, AreaFound]] = []
_heard_at = float("-inf")


def areas_by_ear(words: str, *, within: str) -> list[AreaFound]:
    """Areas whose name sounds like the words, or begins so; by initials where letters alone were typed."""
    sounds = {folded(sound) for sound in sounds_of(words)}
    sounds = {sound for sound in sounds if len(sound) > 3}
    letters = words if is_latin(words) else None
    found = [
        area
        for sound, initials, area in _all()
        if area.code.startswith(within)
        and (any(sound.startswith(one) for one in sounds) or (letters and initials.startswith(letters)))
    ]
    found.sort(key=lambda area: (len(area.code), len(area.name), area.code))
    return found[:MOST_FOUND]


def forget_areas() -> None:
    """Drop the names this process has read (between tests)."""
    global _heard_at
    _heard_at = float("-inf")


def _all() -> list[tuple[str, str, AreaFound]]:
    global _heard, _heard_at
    if time.monotonic() - _heard_at > KEPT_S:
        areas = areas_named("", within="", limit=MOST_AREAS)
        _heard = [
            (folded(sounds_of(area.name)[0]), initials_of(plain(area.name)), area)
            for area in areas
            if len(area.code) > Level.CITY
        ]
        _heard_at = time.monotonic()
    return _heard
