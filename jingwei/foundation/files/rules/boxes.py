"""Boxes in a picture: grown, clipped, followed from one sampled frame to the next."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from jingwei.foundation.files.rules.refusals import BadBoxes

MOST_BOXES = 200


class Found(StrEnum):
    """What a box covers."""

    FACE = "face"
    PLATE = "plate"
    DRAWN = "drawn"  # by a member of staff


@dataclass(frozen=True, slots=True)
class Box:
    """A box in pixels of the picture it was found in; ``score`` is the detector's confidence."""

    left: float
    top: float
    width: float
    height: float
    score: float = 1.0
    found: Found = Found.DRAWN

    def grown(self, factor: float) -> "Box":
        """The same centre, each side ``factor`` times as long."""
        extra_w, extra_h = self.width * (factor - 1), self.height * (factor - 1)
        return Box(
            self.left - extra_w / 2,
            self.top - extra_h / 2,
            self.width + extra_w,
            self.height + extra_h,
            self.score,
            self.found,
        )

    def scaled(self, factor: float) -> "Box":
        """The box in a picture ``factor`` times as large."""
        return Box(
            self.left * factor,
            self.top * factor,
            self.width * factor,
            self.height * factor,
            self.score,
            self.found,
        )

    def joined(self, other: "Box") -> "Box":
        """The smallest box round both."""
        left, top = min(self.left, other.left), min(self.top, other.top)
        right = max(self.left + self.width, other.left + other.width)
        bottom = max(self.top + self.height, other.top + other.height)
        return Box(left, top, right - left, bottom - top, max(self.score, other.score), self.found)

    def corners(self, width: int, height: int) -> tuple[int, int, int, int] | None:
        """Left, top, right, bottom in whole pixels inside a picture; None if nothing of it lies inside."""
        left, top = max(0, int(self.left)), max(0, int(self.top))
        right = min(width, int(self.left + self.width + 0.999))
        bottom = min(height, int(self.top + self.height + 0.999))
        return (left, top, right, bottom) if right > left and bottom > top else None


def overlap(one: Box, other: Box) -> float:
    """Shared area divided by the area of both together."""
    wide = min(one.left + one.width, other.left + other.width) - max(one.left, other.left)
    high = min(one.top + one.height, other.top + other.height) - max(one.top, other.top)
    if wide <= 0 or high <= 0:
        return 0.0
    shared = wide * high
    return shared / (one.width * one.height + other.width * other.height - shared)


def without_doubles(boxes: Iterable[Box], *, limit: float = 0.4) -> list[Box]:
    """The most confident of boxes that cover the same thing."""
    kept: list[Box] = []
    for box in sorted(boxes, key=lambda b: -b.score):
        if all(overlap(box, other) < limit for other in kept):
            kept.append(box)
    return kept


def between(earlier: Sequence[Box], later: Sequence[Box]) -> list[Box]:
    """What to cover in the frames between two sampled ones: each thing where it was, where it will be, and the way.

    A box and its nearest fellow no farther than twice its size count as one thing that moved.
    """
    covered: list[Box] = []
    used: set[int] = set()
    for box in earlier:
        reach = 2 * max(box.width, box.height)
        near = [
            (distance, i)
            for i, other in enumerate(later)
            if other.found is box.found and (distance := _distance(box, other)) <= reach
        ]
        if near:
            _, i = min(near)
            used.add(i)
            covered.append(box.joined(later[i]))
        else:
            covered.append(box)
    return covered + [other for i, other in enumerate(later) if i not in used]


def require_usable(boxes: Sequence[Box], width: int, height: int) -> None:
    """Raises: BadBoxes unless each drawn box covers something of the picture."""
    if not boxes:
        raise BadBoxes(reason="没有画框 / no box was drawn")
    if len(boxes) > MOST_BOXES:
        raise BadBoxes(reason=f"超过{MOST_BOXES}个 / more than {MOST_BOXES}")
    for box in boxes:
        if box.width < 2 or box.height < 2 or box.corners(width, height) is None:
            raise BadBoxes(reason="有框在图片之外或过小 / a box lies outside the picture or is too small")


def _distance(one: Box, other: Box) -> float:
    across = one.left + one.width / 2 - other.left - other.width / 2
    down = one.top + one.height / 2 - other.top - other.height / 2
    return float((across * across + down * down) ** 0.5)
