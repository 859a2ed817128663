"""The number of a request: taken in or made, given back, written to the log, and carried on by the jobs it causes."""

import logging
import time
from collections.abc import Awaitable, Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse

from jingwei.config.logs import route_of
from jingwei.foundation.memory.contracts import errand
from jingwei.kernel.trace import HEADER, JOB_KEY, SHAPE, new_trace, present_trace, trace_of, traced

log = logging.getLogger("jingwei.request")
SLOW_MS = 1000


class Traced:
    """The outermost layer: everything inside happens under the request's number, and one line tells of it.

    The line holds how the request ended and how long it took, and neither who asked nor what was asked for: the
    address is the one of the table of addresses. Page files (scripts, pictures of the pages) are not told of.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        started = time.perf_counter()
        with traced(trace_of(request.headers.get(HEADER))), errand():
            response = self.get_response(request)
            response.headers[HEADER] = present_trace()
            if request.resolver_match is not None or response.status_code >= 400:
                self._tell(request, response, round((time.perf_counter() - started) * 1000))
        return response

    def _tell(self, request: HttpRequest, response: HttpResponse, ms: int) -> None:
        facts = {
            "method": request.method,
            "route": route_of(request),
            "status": response.status_code,
            "ms": ms,
        }
        code = getattr(request, "refused_code", None)
        if code is not None:
            facts["code"] = code
        level = logging.ERROR if response.status_code >= 500 else logging.INFO
        log.log(level, "request", extra={"facts": facts})


def server_error(request: HttpRequest) -> HttpResponse:
    """What is told when something of ours broke: to programs as JSON, to readers as a sentence; with the number."""
    number = present_trace()
    if request.path.startswith("/api/"):
        body = {
            "code": "server_error",
            "message": f"系统内部出错，已记录。请稍后再试；如需帮助，请告知编号 {number}。",
            "message_en": f"Something broke on our side and was recorded. Try again later; the number is {number}.",
            "data": {},
            "next": "retry",
        }
        return JsonResponse(body, status=500)
    text = (
        "<!doctype html><html lang=zh-CN><meta charset=utf-8><meta name=viewport content='width=device-width'>"
        f"<title>系统出错</title><h1>系统内部出错，已记录</h1><p>请稍后再试；如需帮助，请告知编号 {number}。</p>"
        f"<p lang=en>Something broke on our side and was recorded. Try again later; the number is {number}.</p></html>"
    )
    return HttpResponse(text, status=500)


async def trace_job(call_next: Callable[[], Awaitable[Any]], context: Any, worker: Any) -> Any:
    """A job goes on under the number of what caused it; one that a clock started gets a number of its own."""
    arguments = context.job.task_kwargs
    number = arguments.pop(JOB_KEY, "")
    if not isinstance(number, str) or not SHAPE.fullmatch(number):
        number = new_trace()
    try:
        with traced(number), errand():
            return await call_next()
    finally:
        arguments[JOB_KEY] = number  # for the line that tells how it ended
