"""The desk: built by web/apps/desk, served under /desk/ with a content policy that allows no foreign or inline script."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from whitenoise.middleware import WhiteNoiseMiddleware

ROOT = Path(__file__).resolve().parents[2]
DESK = ROOT / "web" / "apps" / "desk" / "dist"
ASSETS = "desk/assets/"

# Styles need no 'unsafe-inline': Vue, Element Plus and MapLibre set them through the object model.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data: blob:; "
    "media-src 'self' blob:; worker-src 'self' blob:; connect-src 'self'{live}; manifest-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


class DeskFiles(WhiteNoiseMiddleware):
    """Static files, and the desk's: their names hold their hash, so browsers may keep them for good."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        if (DESK / "assets").exists():
            self.add_files(str(DESK / "assets"), prefix=ASSETS)

    def immutable_file_test(self, path: str, url: str) -> bool:
        return url.startswith(f"/{ASSETS}") or bool(super().immutable_file_test(path, url))


def desk(request: HttpRequest, place: str = "") -> HttpResponse:
    """The one page of the desk, whatever place of it the address names; the browser never keeps it."""
    if f"desk/{place}".startswith(ASSETS):
        raise Http404  # a part of an earlier build: a page instead of a script would only confuse
    page = DESK / "index.html"
    if not page.exists():
        return render(request, "desk-missing.html", status=503)
    headers = {"Cache-Control": "no-store", "Content-Security-Policy": policy(request)}
    return HttpResponse(page.read_bytes(), content_type="text/html; charset=utf-8", headers=headers)


def policy(request: HttpRequest) -> str:
    """The content policy; live news may come from a port or an address of their own (JINGWEI_LIVE_URL)."""
    live = live_origin(settings.LIVE_URL, host=request.get_host(), scheme=request.scheme or "http")
    return POLICY.format(live=f" {live}" if live else "")


def live_origin(address: str, *, host: str, scheme: str) -> str:
    """The origin of the live server, empty where it is our own. ``:8001/…`` is a port of the same machine."""
    if address.startswith(":"):
        port = address[1:].partition("/")[0]
        name = urlsplit(f"//{host}").hostname or ""
        return f"{scheme}://{f'[{name}]' if ':' in name else name}:{port}"
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""
