"""How well words fit a name, and how sure that makes it. Rules, not statistics: each step can be told to people."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import OSA

from jingwei.foundation.gazetteer.contracts import Found, How, Known, Sort
from jingwei.foundation.gazetteer.rules.names import (
    SLIP_FROM,
    folded,
    initials_of,
    is_latin,
    plain,
    sounds_of,
)

SURE_FROM = 0.8
"""From here on a program may take the first candidate by itself; below it a person is asked."""
TWO_SLIPS_FROM = 8
NEAR_M = 1500.0
BASE: dict[How, tuple[float, float]] = {
    How.NAME: (0.95, 0.0),
    How.ALIAS: (0.92, 0.0),
    How.FORMER: (0.88, 0.0),
    How.BEGINS: (0.6, 0.3),
    How.NAMED: (0.55, 0.35),
    How.SOUND: (0.47, 0.3),
    How.WITHIN: (0.5, 0.25),
    How.SLIP: (0.45, 0.3),
    How.INITIALS: (0.35, 0.3),
}
"""What a way of finding is worth, and what is added by the share of the longer text that both have in common."""
LESS_FOR = {Sort.AREA: 0.0, Sort.PLACE: 0.0, Sort.ADDRESS: 0.0, Sort.LANDMARK: 0.06}
"""A landmark is only the middle of where reports lay."""
ALIKE_LESS = 0.25
"""Taken off everybody where another candidate elsewhere fits as well: 人民路 without a district is nobody's certainty."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How words led to one of a place's names, and the share they have in common."""

    how: How
    matched: str
    share: float

    @property
    def sure(self) -> float:
        base, more = BASE[self.how]
        return base + more * self.share


def fit_of(known: Known, words: str) -> Fit | None:
    """The best way from plain words to any of the names; None where there is none."""
    fits = [_fit(known.name, words, How.NAME)]
    fits += [_fit(name, words, How.ALIAS) for name in known.aliases]
    fits += [_fit(name, words, How.FORMER) for name in known.former_names]
    found = [one for one in fits if one is not None]
    return max(found, key=lambda one: one.sure) if found else None


def _fit(name: str, words: str, exact: How) -> Fit | None:
    text = plain(name)
    if not text:
        return None
    share = min(len(text), len(words)) / max(len(text), len(words))
    if text == words:
        return Fit(exact, name, 1.0)
    if text.startswith(words):
        return Fit(How.BEGINS, name, share)
    if len(text) > 1 and text in words:
        return Fit(How.NAMED, name, min(1.0, len(text) / 6))
    if words in text:
        return Fit(How.WITHIN, name, share)
    return _by_ear(name, text, words) or _slip(name, text, words)


def _by_ear(name: str, text: str, words: str) -> Fit | None:
    heard = {folded(sound) for sound in sounds_of(words)}
    for sound in sounds_of(text):
        for one in heard:
            if folded(sound) == one:
                return Fit(How.SOUND, name, 1.0)
            if len(one) > 3 and folded(sound).startswith(one):
                return Fit(How.SOUND, name, len(one) / len(sound))
            if len(one) > 5 and one in folded(sound):
                return Fit(How.SOUND, name, len(one) / len(sound) / 2)
    if is_latin(words) and initials_of(text).startswith(words):
        return Fit(How.INITIALS, name, len(words) / len(text))
    return None


def _slip(name: str, text: str, words: str) -> Fit | None:
    longest = max(len(text), len(words))
    if longest < SLIP_FROM:
        return None
    if is_latin(words):
        sound = folded(sounds_of(text)[0])
        slips = OSA.distance(sound, folded(words), score_cutoff=1)
        return Fit(How.SLIP, name, 1 - 2 / len(sound)) if slips == 1 and len(sound) >= 6 else None
    most = 2 if longest >= TWO_SLIPS_FROM else 1
    slips = OSA.distance(text, words, score_cutoff=most)
    return Fit(How.SLIP, name, 1 - slips / longest) if slips <= most else None


def ranked(found: Sequence[Found], *, inside: str) -> list[Found]:
    """The surest first, near before far. ``inside`` is the area that the words themselves name."""
    weighed = [_weighed(one, inside) for one in found]
    weighed.sort(key=lambda one: (-one.sure, one.distance_m or 0, len(one.name), one.name, one.ref))
    if not weighed:
        return []
    first = weighed[0]
    if not any(_is_rival(one, first) for one in weighed[1:]):
        return weighed
    most = round(max(0.0, first.sure - ALIKE_LESS), 2)
    return [replace(one, sure=min(one.sure, most)) for one in weighed]


def _weighed(one: Found, inside: str) -> Found:
    sure = one.sure - LESS_FOR[one.sort]
    if inside:
        sure += 0.04 if one.area_code.startswith(inside) else -0.3
    if one.distance_m is not None:
        sure += 0.04 * max(0.0, 1 - one.distance_m / NEAR_M)
    return replace(one, sure=round(min(0.99, max(0.0, sure)), 2))


def _is_rival(one: Found, first: Found) -> bool:
    """As good, by another way of saying the same name elsewhere."""
    return one.sure >= first.sure - 0.02 and (one.area_code[:12], one.ref) != (
        first.area_code[:12],
        first.ref,
    )
