"""How Chinese words sound, in pinyin without tones; letters and digits stay as they are.

The dictionary is read when it is first asked: it is large, and most starts of the program never need it.
"""

from collections.abc import Callable
from functools import lru_cache

KEPT = 1 << 16
"""So many words are remembered: the given names, surnames and roads of a city repeat."""
OTHER = "\0"
"""Stands before what is no Chinese character while a text is read."""


def _apart(run: str) -> str:
    return OTHER + run


@lru_cache(maxsize=1)
def _reader() -> Callable[[str], list[str]]:
    from pypinyin import lazy_pinyin

    def read(text: str) -> list[str]:
        return lazy_pinyin(text, errors=_apart)

    return read


@lru_cache(maxsize=KEPT)
def _heard(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The syllables of a text and the first letter of each; a run of letters or digits is one of them, whole."""
    syllables, initials = [], []
    for one in _reader()(text) if text else ():
        is_other = one.startswith(OTHER)
        syllables.append(one[1:] if is_other else one)
        initials.append(one[1:] if is_other else one[:1])
    return tuple(syllables), tuple(initials)


def syllables_of(text: str) -> tuple[str, ...]:
    """重庆路3号 is chong, qing, lu, 3, hao."""
    return _heard(text)[0]


def first_letters_of(text: str) -> tuple[str, ...]:
    """重庆路3号 is c, q, l, 3, h."""
    return _heard(text)[1]


def sound_of(text: str) -> str:
    """重庆路 is chongqinglu."""
    return "".join(_heard(text)[0])


def initials_of(text: str) -> str:
    """重庆路 is cql."""
    return "".join(_heard(text)[1])


def readings_of(text: str) -> list[list[str]]:
    """Every reading of each character, the usual one first."""
    from pypinyin import Style, pinyin

    return pinyin(text, style=Style.NORMAL, heteronym=True)
