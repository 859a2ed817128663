"""Views of the reading pages. Figures are kept for ten minutes: the same page is opened by a whole neighbourhood."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from jingwei.config.reading.drawing import draw
from jingwei.config.reading.words import LANGUAGES, language_of, limit_word, state_word, words_in
from jingwei.domains.incidents.queries import figures_of, lately_closed, open_matters
from jingwei.domains.incidents.rules.publishing import MOST_SHOWN, PublicMatter
from jingwei.domains.routing.queries import find_items, item_classes, item_detail, unit_kinds
from jingwei.domains.workforce.queries.standards import names_are_public
from jingwei.foundation.access.contracts import Role, system_actor
from jingwei.foundation.access.queries import centres_of, posts_within
from jingwei.foundation.areas.queries import (
    ancestors_of,
    area_by_code,
    children_of,
    city_codes,
    names_of,
    outlines_around,
)
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import local, now
from jingwei.kernel.codes import Level
from jingwei.kernel.errors import DomainError, NotFound

READER = system_actor("公开页面")
KEPT_SECONDS = 600
MOST_KEPT = 2000
MOST_POSTS = 200
KEPT_BY_BROWSERS = "public, max-age=300"


@dataclass(frozen=True, slots=True)
class GridTeam:
    """A grid and who answers for it."""

    name: str
    officers: str
    heads: str


_lock = threading.Lock()
_kept: dict[str, tuple[float, dict[str, Any]]] = {}


def area_page(request: HttpRequest, code: str) -> HttpResponse:
    """Open matters, figures, and who is responsible in one area, from the city down to a community."""
    return reading_page(request, "area.html", lambda language: _area_facts(code, language))


def items_page(request: HttpRequest) -> HttpResponse:
    """The item list with its limits; searched by words, narrowed by class."""
    words = request.GET.get("words", "").strip()[:60]
    class_name = request.GET.get("class", "")[:40]
    cursor = request.GET.get("cursor") or None

    def facts(language: str) -> dict[str, Any]:
        today = local(now()).date()
        page = find_items(on=today, words=words, class_name=class_name, cursor=cursor)
        more = {"words": words, "class": class_name, "cursor": page.next_cursor or "", "lang": language}
        return {
            "rows": [_item(item, language) for item in page.rows],
            "classes": item_classes(on=today),
            "words": words,
            "class_name": class_name,
            "next": urlencode(more) if page.next_cursor else "",
        }

    return reading_page(request, "items.html", facts)


def item_page(request: HttpRequest, code: str) -> HttpResponse:
    """One item: what belongs to it, by when, and when it counts as done."""

    def facts(language: str) -> dict[str, Any]:
        detail = item_detail(code, on=local(now()).date())
        return {"row": _item(detail, language), "detail": detail}

    return reading_page(request, "item.html", facts)


def forget_figures() -> None:
    """Count anew at the next look."""
    with _lock:
        _kept.clear()


def reading_page(request: HttpRequest, template: str, facts: Callable[[str], dict[str, Any]]) -> HttpResponse:
    """A page in the reader's language, with the frame that all have; a refusal is a page too."""
    language = language_of(request)
    frame = {
        "w": words_in(language),
        "language": language,
        "html_language": "en" if language == "en" else "zh-CN",
        "city": next(iter(city_codes()), ""),
        "other": f"{request.path}?{_with(request, lang=LANGUAGES[language == 'zh'])}",
    }
    try:
        frame |= facts(language)
    except DomainError as refusal:
        status = 404 if isinstance(refusal, NotFound) else refusal.status
        frame |= {"refusal": refusal.text_en if language == "en" else refusal.text}
        return render(request, "not_found.html", frame, status=status)
    answer = render(request, template, frame)
    answer.headers["Cache-Control"] = KEPT_BY_BROWSERS
    answer.headers["Vary"] = "Accept-Language"
    return answer


def _with(request: HttpRequest, **changes: str) -> str:
    return urlencode({key: value for key, value in request.GET.items() if key != "cursor"} | changes)


def _area_facts(code: str, language: str) -> dict[str, Any]:
    area = area_by_code(code)
    counted = _kept_for_a_while(code, lambda: _counted(code))
    matters: list[PublicMatter] = counted["open"]
    closed: list[PublicMatter] = counted["closed"]
    names = names_of({one.community_code for one in [*matters, *closed] if one.community_code})
    is_community = len(code) >= Level.COMMUNITY
    return counted | {
        "area": area,
        "code": code,
        "path": ancestors_of(code),
        "children": [] if is_community else children_of(code),
        "open": [_matter(one, names, language) for one in matters],
        "closed": [_matter(one, names, language) for one in closed],
        "is_cut": len(matters) == MOST_SHOWN,
        "teams": _teams(code) if is_community else [],
        "phone": _phone(code),
        "on_time": _percent(counted["figures"].on_time_share),
        "satisfied": _percent(counted["figures"].satisfied_share),
    }


def _counted(code: str) -> dict[str, Any]:
    at = now()
    matters = open_matters(code, at=at)
    squares = [(one.square, one.is_overdue) for one in matters if one.square]
    return {
        "figures": figures_of(code, at=at),
        "open": matters,
        "closed": lately_closed(code, at=at),
        "drawing": draw(outlines_around(code), squares),
        "as_of": local(at),
    }


def _kept_for_a_while(key: str, count: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    moment = time.monotonic()
    with _lock:
        found = _kept.get(key)
    if found is not None and moment - found[0] < KEPT_SECONDS:
        return found[1]
    counted = count()
    with _lock:
        if len(_kept) >= MOST_KEPT:
            _kept.clear()
        _kept[key] = (moment, counted)
    return counted


def _matter(one: PublicMatter, names: dict[str, str], language: str) -> dict[str, Any]:
    return {
        "item": one.item_name,
        "item_code": one.item_code,
        "class": one.class_name,
        "community": names.get(one.community_code, ""),
        "reported_on": one.reported_on,
        "closed_on": one.closed_on,
        "state": state_word(one.state, language),
        "is_overdue": one.is_overdue,
    }


def _item(detail: Any, language: str) -> dict[str, Any]:
    brief = detail.brief
    kinds = {kind.key: kind.name_en if language == "en" else kind.name_zh for kind in unit_kinds()}
    return {
        "code": brief.item_code,
        "name": brief.item_name,
        "class": brief.class_name,
        "subclass": brief.subclass_name,
        "unit": kinds.get(brief.unit_kind, brief.unit_kind),
        "is_urgent": brief.is_urgent,
        "accept": limit_word(brief.accept_limit, language),
        "handle": limit_word(brief.handle_limit, language),
        "verify": limit_word(brief.verify_limit, language),
    }


def _teams(community_code: str) -> list[GridTeam]:
    at = now()
    if not names_are_public(local(at).date()):
        return []
    with eyes(READER):  # who serves where is public; people are not: only these two roles' names leave
        held = {
            role: posts_within(
                community_code, unit_id=None, is_vacant=False, role=role, at=at, limit=MOST_POSTS, cursor=None
            ).rows
            for role in (Role.OFFICER, Role.GRID_HEAD)
        }

    def names(role: Role, grid: str) -> str:
        return "、".join(post.holder_name for post in held[role] if post.area_code == grid)

    return [
        GridTeam(grid.name, names(Role.OFFICER, grid.code), names(Role.GRID_HEAD, grid.code))
        for grid in children_of(community_code)
    ]


def _percent(share: float | None) -> str | None:
    return None if share is None else f"{100 * share:.1f}"


def _phone(code: str) -> str:
    """The nearest centre's published number, from the area upwards."""
    above = [code[: int(level)] for level in reversed(Level) if int(level) <= len(code)]
    centres = centres_of(above)
    return next(
        (centres[one].public_phone for one in above if one in centres and centres[one].public_phone), ""
    )
