"""Names as they are compared: plain, by sound, by initials, and with one letter missing."""

import re
import unicodedata
from functools import lru_cache

from jingwei.kernel import sounds

LEAST, LONGEST = 2, 60
LONGEST_NAME = 40
MOST_SOUNDS = 6
SLIP_FROM, SLIP_UP_TO = 3, 16
"""Names of so many characters are also found with one of them wrong, missing, too many, or two in the wrong order."""
IN_WORDS = 16
"""The longest name that is looked for inside longer words."""
BLANKS = re.compile(r"[\s，。、,.;；:：()（）\[\]【】\-—_/\\\"'“”‘’·#!！?？]+")
LATIN = re.compile(r"[a-z]+")
FOLDED = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ng", "n"))
"""What people who type pinyin by ear mix up: 翘舌 and 平舌, 前鼻音 and 后鼻音. Both sides are folded alike."""


def plain(text: str) -> str:
    """A name without blanks and punctuation, in small letters and half width."""
    return BLANKS.sub("", unicodedata.normalize("NFKC", text)).lower()


def is_latin(text: str) -> bool:
    """Whether words were typed in letters alone: pinyin or initials may be meant."""
    return bool(LATIN.fullmatch(text))


def folded(sound: str) -> str:
    """A sound as it is compared."""
    for heard, meant in FOLDED:
        sound = sound.replace(heard, meant)
    return sound


def sound_of(text: str) -> str:
    """The usual reading in pinyin without tones; letters and digits stay."""
    return sounds.sound_of(plain(text))


@lru_cache(maxsize=4096)
def sounds_of(text: str) -> tuple[str, ...]:
    """Readings of a name, the usual one first: 单 has three, and not every phrase is in the dictionary."""
    clean = plain(text)
    readings = sounds.readings_of(clean)
    usual = [options[0] for options in readings]
    others = (
        "".join([*usual[:at], other, *usual[at + 1 :]])
        for at, options in enumerate(readings)
        for other in options[1:3]
    )
    return tuple(dict.fromkeys((sound_of(clean), *others)))[:MOST_SOUNDS]


def initials_of(text: str) -> str:
    """The first letter of each character: 迎春路 is ycl."""
    return sounds.initials_of(plain(text))


def slips_of(text: str) -> list[str]:
    """A text with each of its characters missing once: two texts one slip apart share one of these, or the text."""
    if not SLIP_FROM <= len(text) <= SLIP_UP_TO:
        return []
    return list(dict.fromkeys(text[:at] + text[at + 1 :] for at in range(len(text))))


def parts_of(text: str) -> list[str]:
    """Every end of a name of two characters and more: what stands inside it is the beginning of one of them."""
    return [text[at:] for at in range(1, len(text) - LEAST + 1)]


def pieces_of(words: str) -> list[str]:
    """Every run of characters inside words that could be a name by itself."""
    return list(
        dict.fromkeys(
            words[at : at + length]
            for length in range(LEAST, min(IN_WORDS, len(words)) + 1)
            for at in range(len(words) - length + 1)
        )
    )
