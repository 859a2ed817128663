"""By which texts a record is found: its names from every character on, their sound and initials, its code, its address.

A name is mostly looked for by its middle: 益阳市金山便利店 by 金山. So each character begins a text of its own.
"""

from collections.abc import Iterable

from jingwei.kernel import sounds
from jingwei.kernel.texts import SIGN, address_ends, plain

MOST_ENDS = 24
LEAST = 2
LONGEST_SOUND = 120


def sound_of(name: str) -> str:
    """By what lists are sorted."""
    return sounds.sound_of(plain(name))[:LONGEST_SOUND]


def name_keys(name: str) -> list[str]:
    """A name, its sound and its initials, from every character on."""
    clean = plain(name)
    heard, initials = sounds.syllables_of(clean), sounds.first_letters_of(clean)
    found = [clean[at:] for at in range(min(len(clean), MOST_ENDS)) if len(clean) - at >= LEAST]
    for syllables in (heard, initials):
        found += [
            "".join(syllables[at:])
            for at in range(min(len(syllables), MOST_ENDS))
            if len(syllables) - at >= LEAST
        ]
    return found or [clean, "".join(heard)]


def keys_of(names: Iterable[str], code: str, address: str, lookups: Iterable[str]) -> list[str]:
    """Every text that leads to a record, each once."""
    texts = [key for name in names for key in name_keys(name)]
    texts += [plain(code), *address_ends(address), *(SIGN + one for one in lookups)]
    return list(dict.fromkeys(one for one in texts if one))
