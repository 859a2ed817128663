"""The page behind a link in a message: was it solved, how satisfied. Without script, without an account, once."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import render

from jingwei.config.reading.words import LANGUAGES, language_of, words_in
from jingwei.domains.incidents.services import Verdict
from jingwei.domains.returnvisits.queries.words import STARS_WORDS
from jingwei.domains.returnvisits.services import answer_by_link, linked_visit
from jingwei.foundation.areas.queries import city_codes
from jingwei.kernel.clock import now
from jingwei.kernel.errors import DomainError

MOST_REMARK = 500
PRIVATE = {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex"}
"""Whoever has the address may answer: it stays between the message and the browser."""


def visit_page(request: HttpRequest, token: str) -> HttpResponse:
    """Ask, take the answer, thank; what is over or unknown says so and where to go instead."""
    if request.method not in {"GET", "HEAD", "POST"}:
        return HttpResponseNotAllowed(["GET", "HEAD", "POST"])
    language = language_of(request)
    side = 1 if language == "en" else 0
    frame: dict[str, Any] = {
        "w": words_in(language),
        "language": language,
        "html_language": "en" if side else "zh-CN",
        "city": next(iter(city_codes()), ""),
        "other": f"{request.path}?lang={LANGUAGES[language == 'zh']}",
        "stars": [(number, words[side]) for number, words in STARS_WORDS.items()],
        "most_remark": MOST_REMARK,
    }
    try:
        if request.method == "POST":
            verdict = _verdict(request)
            if verdict is not None:
                answer_by_link(token, verdict, at=now())
                return _answer(request, frame | {"is_done": True, "is_solved": verdict.is_solved}, 200)
            frame |= {"is_incomplete": True, "given": request.POST}
        frame["visit"] = linked_visit(token, at=now())
    except DomainError as refusal:
        return _answer(
            request, frame | {"refusal": refusal.text_en if side else refusal.text}, refusal.status
        )
    return _answer(request, frame, 422 if "is_incomplete" in frame else 200)


def _verdict(request: HttpRequest) -> Verdict | None:
    """The form as it was sent, or None where something is missing or was made up."""
    solved = {"yes": True, "no": False}.get(request.POST.get("solved", ""))
    stars = next((one for one in STARS_WORDS if str(one) == request.POST.get("stars")), None)
    remark = request.POST.get("remark", "").replace("\x00", "").strip()
    if solved is None or stars is None or len(remark) > MOST_REMARK:
        return None
    return Verdict(stars=stars, is_solved=solved, remark=remark)


def _answer(request: HttpRequest, frame: dict[str, Any], status: int) -> HttpResponse:
    answer = render(request, "visit.html", frame, status=status)
    for name, value in PRIVATE.items():
        answer.headers[name] = value
    return answer
