"""What every answer carries, whichever part of the house gave it; and by which names the house answers at all: ADR 35."""

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse, JsonResponse

from jingwei.config.http import refusal_body
from jingwei.kernel.errors import Invalid

NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
"""For answers that are no pages: should a browser ever show one as a page, it loads and runs nothing."""
SCRIPT = "default-src 'none'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
"""For scripts: a worker is bound by the policy of its own script's answer, and the map's worker reads our tiles."""
READING = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
"""For pages rendered by the server: they need no script at all."""
TRYING = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""For the API's own pages. Faces bring their policy themselves (`faces.py`), files theirs (`edge.sent_file`)."""
DOCUMENTATION = "/api/v1/docs"
POWERS = ", ".join(
    [
        *(f"{name}=(self)" for name in ("camera", "fullscreen", "geolocation", "microphone")),
        *(f"{name}=()" for name in ("accelerometer", "display-capture", "gyroscope", "magnetometer")),
        *(f"{name}=()" for name in ("midi", "payment", "publickey-credentials-get", "serial", "usb")),
    ]
)
"""What pages may ask the browser for: what the phone needs, nothing else, and nobody they would embed."""
A_YEAR_SECONDS = 31_536_000


class WrongHost(Invalid):
    code = "wrong_host"
    message = "本平台不以这个主机名提供服务。请使用公布的网址；新增网址请运维人员设置 JINGWEI_HOSTS。"
    message_en = (
        "The platform does not answer by this host name. Use the address you were given; operators add names "
        "in JINGWEI_HOSTS."
    )
    status = 400


class Guarded:
    """Outermost of all: static files, pages, refusals and faults pass it alike."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        try:
            request.get_host()
        except DisallowedHost:
            # Another site's name made to point here (DNS rebinding) would count as our own origin.
            refusal = WrongHost()
            response: HttpResponse = JsonResponse(refusal_body(refusal), status=refusal.status)
        else:
            response = self.get_response(request)
        for name, value in carried().items():
            response.headers.setdefault(name, value)
        response.headers.setdefault("Content-Security-Policy", _policy(request, response))
        return response


def carried() -> dict[str, str]:
    """The headers of every answer."""
    always = {
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "same-origin",
        "Permissions-Policy": POWERS,
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "X-Permitted-Cross-Domain-Policies": "none",
    }
    if settings.IS_BEHIND_TLS:
        always["Strict-Transport-Security"] = f"max-age={A_YEAR_SECONDS}"
    return always


def _policy(request: HttpRequest, response: HttpResponse) -> str:
    kind = response.headers.get("Content-Type", "")
    if kind.startswith("text/javascript"):
        return SCRIPT
    if not kind.startswith("text/html"):
        return NOTHING
    return TRYING if request.path == DOCUMENTATION else READING
