"""The course across levels as a picture: strips of a page's width, each step with its colour, its shape and its word."""

from collections.abc import Sequence
from html import escape

from jingwei.foundation.documents.contracts import Lanes, Mark
from jingwei.foundation.documents.rules.style import FONTS

IN_A_STRIP = 8
LEFT, COLUMN, ROW, TOP, GAP = 66, 74, 40, 6, 14
WIDTH = LEFT + IN_A_STRIP * COLUMN
INK, MUTED, LINE, GROUND, PAPER = "#16202a", "#5a6b7b", "#b8c4d0", "#f4f6f8", "#ffffff"
TONES = {
    "late": "#c2272d",
    "back": "#b7791f",
    "end": "#1e7f4f",
    "wait": "#5a6b7b",
    "note": "#5a6b7b",
    "plain": "#1f5fbf",
}


def strips_of(course: Lanes) -> list[str]:
    """The course as SVGs, one below the other, so that a page can end between them; every word is escaped."""
    marks = course.marks
    high = TOP + len(course.lanes) * ROW + GAP
    return [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {high}" width="{WIDTH}" height="{high}" '
        f'font-family="{escape(FONTS, quote=True)}">'
        f"{_strip(course.lanes, marks[at : at + IN_A_STRIP], marks[at - 1] if at else None)}</svg>"
        for at in range(0, len(marks), IN_A_STRIP)
    ]


def _strip(lanes: Sequence[str], marks: Sequence[Mark], before: Mark | None) -> str:
    parts = []
    for row, lane in enumerate(lanes):
        top = TOP + row * ROW
        fill = GROUND if row % 2 else PAPER
        parts.append(
            f'<rect x="0" y="{top}" width="{WIDTH}" height="{ROW}" fill="{fill}" stroke="#d9e0e7" stroke-width="0.5"/>'
        )
        parts.append(f'<text x="6" y="{top + 24}" font-size="11" fill="{MUTED}">{escape(lane)}</text>')
    if before is not None and marks:  # where the strip above ended
        parts.append(_line(LEFT, _y(before), _x(0), _y(marks[0]), is_back=marks[0].tone == "back"))
    for column in range(1, len(marks)):
        one, last = marks[column], marks[column - 1]
        parts.append(_line(_x(column - 1), _y(last), _x(column), _y(one), is_back=one.tone == "back"))
    parts += [_mark(one, _x(column), _y(one)) for column, one in enumerate(marks)]
    return "".join(parts)


def _x(column: int) -> int:
    return LEFT + column * COLUMN + COLUMN // 2


def _y(mark: Mark) -> int:
    return TOP + mark.lane * ROW + 12


def _line(from_x: int, from_y: int, to_x: int, to_y: int, *, is_back: bool) -> str:
    colour, dashes = (TONES["back"], ' stroke-dasharray="4 3"') if is_back else (LINE, "")
    way = f"M{from_x} {from_y} C{from_x + 30} {from_y} {to_x - 30} {to_y} {to_x} {to_y}"
    return f'<path d="{way}" fill="none" stroke="{colour}" stroke-width="1.4"{dashes}/>'


def _mark(mark: Mark, x: int, y: int) -> str:
    colour = TONES.get(mark.tone, TONES["plain"])
    if mark.tone == "late":
        shape = f'<path d="M{x} {y - 7} l8 13 h-16 z" fill="{colour}"/>'
    elif mark.tone == "back":
        shape = f'<path d="M{x} {y - 7} l7 7 l-7 7 l-7 -7 z" fill="{colour}"/>'
    elif mark.tone == "end":
        shape = f'<rect x="{x - 6}" y="{y - 6}" width="12" height="12" rx="2" fill="{colour}"/>'
    else:
        shape = f'<circle cx="{x}" cy="{y}" r="{4 if mark.tone == "note" else 6}" fill="{colour}"/>'
    word = f'<text x="{x}" y="{y + 17}" font-size="10" fill="{INK}" text-anchor="middle">{escape(mark.word)}</text>'
    when = f'<text x="{x}" y="{y + 26}" font-size="7.5" fill="{MUTED}" text-anchor="middle">{escape(mark.at)}</text>'
    return shape + word + when
