"""GeoJSON read piece by piece: a collection, one feature, or a feature a line. Memory holds one feature at a time."""

import json
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Any

SPACES = " \t\r\n\x1e"
"""White space of JSON, and what stands before each record of a text sequence. Source: RFC 8142."""


class Why(StrEnum):
    """Why a text cannot be read as features."""

    SYNTAX = "syntax"
    LONG = "long"
    DEEP = "deep"
    OTHER = "other"


class Broken(ValueError):
    """The text is no GeoJSON; ``at`` is the character where it stopped being some."""

    def __init__(self, why: Why, at: int) -> None:
        super().__init__(f"{why.value} at {at}")
        self.why, self.at = why, at


class FeatureText:
    """The features of a text. ``told`` holds what else the collection says (crs, name) as far as it was read."""

    def __init__(self, pieces: Iterable[str], *, longest: int) -> None:
        """``longest`` is how many characters one feature may have."""
        self.told: dict[str, Any] = {}
        self._pieces = iter(pieces)
        self._text = ""
        self._at = self._passed = 0
        self._longest = longest
        self._decode = json.JSONDecoder().raw_decode

    def features(self) -> Iterator[dict[str, Any]]:
        """Each feature as it stands there, without a look at its geometry. Raises: Broken, also half-way."""
        while self._next():
            yield from self._whole()

    def _whole(self) -> Iterator[dict[str, Any]]:
        found: dict[str, Any] = {}
        is_collection = False
        self._take("{")
        while True:
            name = self._value()
            if not isinstance(name, str):
                raise self._broken(Why.SYNTAX)
            self._take(":")
            if name == "features" and self._next() == "[":
                is_collection = True
                yield from self._elements()
            else:
                found[name] = self._value()
            if self._next() != ",":
                break
            self._take(",")
        self._take("}")
        if is_collection:
            self.told |= found
        elif found.get("type") == "Feature":
            yield found
        else:
            raise self._broken(Why.OTHER)

    def _elements(self) -> Iterator[dict[str, Any]]:
        self._take("[")
        while self._next() != "]":
            value = self._value()
            yield value if isinstance(value, dict) else {}
            if self._next() != ",":
                break
            self._take(",")
        self._take("]")

    def _next(self) -> str:
        """The next sign that is no space; nothing at the end."""
        while True:
            while self._at < len(self._text):
                if self._text[self._at] not in SPACES:
                    return self._text[self._at]
                self._at += 1
            if not self._more():
                return ""

    def _take(self, sign: str) -> None:
        if self._next() != sign:
            raise self._broken(Why.SYNTAX)
        self._at += 1

    def _value(self) -> Any:
        self._next()
        while True:
            try:
                value, end = self._decode(self._text, self._at)
            except RecursionError:
                raise self._broken(Why.DEEP) from None
            except ValueError:
                end = -1
            # A number at the edge of a piece may go on in the next.
            if 0 <= end < len(self._text):
                self._at = end
                return value
            if len(self._text) - self._at > self._longest:
                raise self._broken(Why.LONG)
            if not self._more():
                if end < 0:
                    raise self._broken(Why.SYNTAX)
                self._at = end
                return value

    def _more(self) -> bool:
        """Read on: at least as much again, so that a long feature is not begun anew for every piece."""
        self._passed += self._at
        kept = [self._text[self._at :]]
        self._at, wanted = 0, len(kept[0]) or 1
        for piece in self._pieces:
            kept.append(piece)
            wanted -= len(piece)
            if wanted <= 0:
                break
        self._text = "".join(kept)
        return len(kept) > 1

    def _broken(self, why: Why) -> Broken:
        return Broken(why, self._passed + self._at)


def point_of(geometry: object) -> tuple[float, float] | None:
    """Longitude and latitude (or easting and northing) of a point, or of points that are one; None for all else."""
    if not isinstance(geometry, dict):
        return None
    place = geometry.get("coordinates")
    if geometry.get("type") == "MultiPoint" and isinstance(place, list) and len(place) == 1:
        place = place[0]
    elif geometry.get("type") != "Point":
        return None
    if not isinstance(place, list) or len(place) < 2:
        return None
    x, y = place[:2]
    if isinstance(x, bool) or isinstance(y, bool):
        return None
    return (x, y) if isinstance(x, int | float) and isinstance(y, int | float) else None


def said_system(told: dict[str, Any]) -> str:
    """What a collection says of its coordinates, in its own words; nothing where it is silent.

    Source: GeoJSON 2008, section 3; RFC 7946 knows WGS-84 only and leaves it out.
    """
    crs = told.get("crs")
    properties = crs.get("properties") if isinstance(crs, dict) else None
    name = properties.get("name") if isinstance(properties, dict) else None
    return name[:200] if isinstance(name, str) else ""
