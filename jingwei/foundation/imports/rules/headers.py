"""Headers: which column a header means. Which facts about people are never taken: ``kernel.redlines``."""

import hashlib
from collections.abc import Sequence, Set

from jingwei.foundation.imports.contracts import Column, Sheet
from jingwei.kernel.redlines import plain

ERRORS_HEADER = "错误"
ORIGIN_HEADER = "原行号"
OUR_HEADERS = {ERRORS_HEADER, ORIGIN_HEADER}
"""Columns of the file we returned; coming back with it, they are not the user's data."""


def our_headers(sheet: Sheet) -> set[str]:
    """Headers of what we add to a returned file of this sheet: faults, the row's number, and answers."""
    return OUR_HEADERS | {column.label_zh for column in sheet.answers}


LOOK_FOR_HEADER_IN_ROWS = 10
"""Sheets often begin with a title and a note; the header is looked for this far down."""


def signature(headers: Sequence[str]) -> str:
    """What a layout is remembered by: the same headers in the same order, as people would call them the same."""
    joined = "\x1f".join(plain(header) for header in headers)
    return hashlib.sha256(joined.encode()).hexdigest()[:32]


def guess_mapping(
    headers: Sequence[str], columns: Sequence[Column], *, ours: Set[str] = OUR_HEADERS
) -> list[str | None]:
    """For each header the name of the column it most likely means; each column is taken once.

    Exact words (name, labels, aliases) go first; then a header that begins or ends with a label of at least
    two characters, such as “事发地址（详细）”.
    """
    words = {column.name: _words(column) for column in columns}
    guesses: list[str | None] = [None] * len(headers)
    for matches in (_is_same, _is_around):
        for index, header in enumerate(headers):
            if guesses[index] is not None or header.strip() in ours:
                continue
            taken = set(guesses)
            clean = plain(header)
            free = (column.name for column in columns if column.name not in taken)
            guesses[index] = next((name for name in free if matches(clean, words[name])), None)
    return guesses


def header_row_index(rows: Sequence[Sequence[str]], columns: Sequence[Column]) -> int:
    """Which of the first rows is the header: the one with most known words, else the first that is not empty."""
    known = {word for column in columns for word in _words(column)}
    best, best_score = -1, 0
    for index, row in enumerate(rows[:LOOK_FOR_HEADER_IN_ROWS]):
        score = sum(1 for cell in row if plain(cell) in known)
        if score > best_score:
            best, best_score = index, score
    if best >= 0:
        return best
    return next((index for index, row in enumerate(rows) if any(cell.strip() for cell in row)), 0)


def _words(column: Column) -> set[str]:
    words = (column.name, column.label_zh, column.label_en, *column.aliases)
    return {plain(word) for word in words if plain(word)}


def _is_same(clean: str, words: set[str]) -> bool:
    return clean in words


def _is_around(clean: str, words: set[str]) -> bool:
    return any(len(word) >= 2 and (clean.startswith(word) or clean.endswith(word)) for word in words)
