"""By which texts a place is found."""

from collections.abc import Iterable
from enum import IntEnum

from jingwei.foundation.gazetteer.rules.names import (
    LONGEST_NAME,
    folded,
    initials_of,
    parts_of,
    plain,
    slips_of,
    sound_of,
    sounds_of,
)


class Key(IntEnum):
    """What a text is of a name."""

    NAME = 1
    PART = 2
    SOUND = 3
    INITIALS = 4
    SLIP = 5


def keys_of(names: Iterable[str]) -> list[tuple[Key, str]]:
    """Every text that leads to a place of these names, each once; about twenty for a name of six characters."""
    found: dict[tuple[Key, str], None] = {}
    for name in names:
        text = plain(name)[:LONGEST_NAME]
        if not text:
            continue
        found[Key.NAME, text] = None
        found |= dict.fromkeys((Key.PART, part) for part in parts_of(text))
        found |= dict.fromkeys((Key.SOUND, folded(sound)[:120]) for sound in sounds_of(text))
        found |= dict.fromkeys((Key.SOUND, folded(sound_of(part))[:120]) for part in parts_of(text))
        found[Key.INITIALS, initials_of(text)] = None
        found |= dict.fromkeys((Key.SLIP, slip) for slip in slips_of(text))
        sound = folded(sounds_of(text)[0])[:120]
        found |= dict.fromkeys((Key.SLIP, slip) for slip in slips_of(sound))
    return list(found)
