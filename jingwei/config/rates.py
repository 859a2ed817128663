"""How often a system key may ask, told with every answer. Source: RFC 9110 §10.2.3; RateLimit header fields (IETF draft)."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse


class TellRates:
    """The limit, what is left of it, and with a refusal how long to wait."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        rate = getattr(request, "key_rate", None)
        if rate is not None:
            response.headers["RateLimit-Limit"] = str(rate.limit)
            response.headers["RateLimit-Remaining"] = str(rate.left)
            response.headers["RateLimit-Reset"] = str(rate.wait_s)
            if rate.wait_s:
                response.headers["Retry-After"] = str(rate.wait_s)
        return response
