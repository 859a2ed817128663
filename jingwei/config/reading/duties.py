"""The dispatch catalogue 派遣目录 for everybody: the lines of the duty matrix in force, without any script."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse

from jingwei.config.reading.pages import reading_page
from jingwei.config.reading.words import limit_word
from jingwei.domains.routing.contracts import SaidLine, Village
from jingwei.domains.routing.queries import names_of_prefixes
from jingwei.domains.routing.queries.duties import duty_brief, lines_page, matrix_in_force
from jingwei.domains.routing.queries.duty_words import say_lines
from jingwei.domains.routing.rules.duty_cells import VILLAGE_NAMES, VILLAGE_NAMES_EN
from jingwei.kernel.clock import local, now

PAGE = 100
ITEM_DIGITS = 6


def duties_page(request: HttpRequest) -> HttpResponse:
    """Who handles what, where and when; the village's three lists each by itself; searched by an item's name or code."""
    item = request.GET.get("item", "").strip()[:60]
    village = request.GET.get("village", "")
    village = village if village in set(Village) else ""
    cursor = request.GET.get("cursor") or None

    def facts(language: str) -> dict[str, Any]:
        today = local(now()).date()
        names = VILLAGE_NAMES_EN if language == "en" else VILLAGE_NAMES
        found: dict[str, Any] = {"item": item, "village": village, "villages": names.items(), "rows": []}
        matrix = matrix_in_force(on=today)
        if matrix is None:
            return found
        code = _code_of(item, today)
        page = lines_page(
            matrix.list_id, item_code=code, village=village, words="", cursor=cursor, limit=PAGE
        )
        rows = page.rows if code or not item else []
        more = {"item": item, "village": village, "cursor": page.next_cursor or "", "lang": language}
        return found | {
            "list": duty_brief(matrix.list_id),
            "rows": [_row(said, language) for said in say_lines(rows)],
            "next": urlencode(more) if page.next_cursor and rows else "",
        }

    return reading_page(request, "duties.html", facts)


def _code_of(item: str, today: Any) -> str:
    """The code that somebody means: digits as they are, else the first item whose name holds the words."""
    if item.isascii() and item.isdigit():
        return item[:ITEM_DIGITS]
    names = names_of_prefixes(on=today)
    return next((code for code in sorted(names) if item and item in names[code]), "")


def _row(said: SaidLine, language: str) -> dict[str, Any]:
    line, is_en = said.line, language == "en"
    return {
        "no": line.no,
        "code": line.item_prefix if len(line.item_prefix) == ITEM_DIGITS else "",
        "when": said.when_en if is_en else said.when,
        "lead": said.lead.words_en if is_en else said.lead.words,
        "assists": (", " if is_en else "、").join(
            one.words_en if is_en else one.words for one in said.assists
        ),
        "limit": limit_word(line.handle_limit, language) if line.handle_limit else "",
        "village": said.village_words_en if is_en else said.village_words,
        "basis": line.basis,
    }
