"""What every answer carries, and how a refusal travels."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse

from jingwei.kernel.errors import DomainError

NEXT_STEP = {
    400: "correct",
    401: "sign_in",
    403: "switch_post",
    404: "check_number",
    409: "refresh",
    413: "correct",
    415: "correct",
    422: "correct",
    429: "wait",
    503: "wait",
}
SPECIAL_STEPS = {"step_up", "second_factor", "enrol"}
"""What a refusal asks for by itself: proving again who one is, a second factor, setting one up."""


class PlainHeaders:
    """Every answer says its length, and is kept by no cache unless it says so itself: most are personal."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if not response.streaming and not response.has_header("Content-Length"):
            response.headers["Content-Length"] = str(len(response.content))
        response.headers.setdefault("Cache-Control", "private, no-store")
        return response


def refusal_body(error: DomainError) -> dict[str, Any]:
    """A refusal as it travels: people read ``message``, machines ``code`` and ``data``, both ``next``."""
    return {
        "code": error.code,
        "message": error.text,
        "message_en": error.text_en,
        "data": error.data,
        "next": error.next or NEXT_STEP.get(error.status, "retry"),
    }
