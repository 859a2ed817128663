"""Areas by their sound: the division's names, read once in a while by each process."""

import time

from jingwei.foundation.areas.queries import AreaFound, areas_named, edition_number
from jingwei.foundation.gazetteer.rules.names import folded, initials_of, is_latin, plain, sound_of, sounds_of
from jingwei.kernel.codes import Level

CHECKED_S = 30.0
MOST_AREAS = 50_000
MOST_FOUND = 5

_heard: list[tuple[str, str, AreaFound]] = []
_heard_at = float("-inf")
_edition = -1


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
    global _heard_at, _edition
    _heard_at, _edition = float("-inf"), -1


def _all() -> list[tuple[str, str, AreaFound]]:
    """Read again when the division has a new edition: 0.3 s for 8,000 areas, once for each process."""
    global _heard, _heard_at, _edition
    if time.monotonic() - _heard_at > CHECKED_S:
        edition = edition_number()
        if edition != _edition:
            _heard = [
                (folded(sound_of(area.name)), initials_of(plain(area.name)), area)
                for area in areas_named("", within="", limit=MOST_AREAS)
                if len(area.code) > Level.CITY
            ]
        _heard_at, _edition = time.monotonic(), edition
    return _heard
