"""The faces: built by web/apps, each served whole under its own address with a policy against foreign and inline script."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from whitenoise.middleware import WhiteNoiseMiddleware

from jingwei.config.containers import script_origin
from jingwei.config.reading.words import language_of
from jingwei.foundation.administration.services.containers import containers_served

ROOT = Path(__file__).resolve().parents[2]

# Styles need no 'unsafe-inline': Vue, Element Plus and MapLibre set them through the object model.
POLICY = (
    "default-src 'none'; script-src 'self'{script}; style-src 'self'; font-src 'self'; img-src 'self' data: blob:; "
    "media-src 'self' blob:; worker-src 'self' blob:; connect-src 'self'{live}; manifest-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


@dataclass(frozen=True)
class Face:
    """One built application: where it stands on the disk and under which address."""

    name: str
    prefix: str

    @property
    def folder(self) -> Path:
        return ROOT / "web" / "apps" / self.name / "dist"

    @property
    def assets(self) -> str:
        return f"{self.prefix}/assets/"


DESK = Face("desk", "desk")
POCKET = Face("pocket", "m")
FACES = (DESK, POCKET)

# Where one begins; the second is what the address becomes when the app has taken over.
BEGINNINGS = ("", "start")
# Links to what only the first question needs.
FOR_FIRST = re.compile(rb'<link data-for="first"[^>]*>\s*')

PART_NAME = re.compile(r"[\w.-]+")

# What the phone is installed with.
PLAIN = {
    "offline.html": "text/html; charset=utf-8",
    "service-worker.js": "text/javascript; charset=utf-8",
    "manifest.webmanifest": "application/manifest+json",
    "manifest.en.webmanifest": "application/manifest+json",
    "icon-192.png": "image/png",
    "icon-512.png": "image/png",
    "icon-maskable-512.png": "image/png",
    "apple-touch-icon.png": "image/png",
}


class FaceFiles(WhiteNoiseMiddleware):
    """Static files, and the faces': their names hold their hash, so browsers may keep them for good."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        for face in FACES:
            if (face.folder / "assets").exists():
                self.add_files(str(face.folder / "assets"), prefix=face.assets)

    def __call__(self, request: HttpRequest) -> Any:
        self._look_again(request.path_info)
        return super().__call__(request)

    def _look_again(self, path: str) -> None:
        """A newer build may have taken the place of the one that this process began with."""
        for face in FACES:
            name = path.removeprefix(f"/{face.assets}")
            if name != path and PART_NAME.fullmatch(name):
                file = face.folder / "assets" / name
                if not file.is_file():
                    self.files.pop(path, None)
                elif path not in self.files:
                    self.add_file_to_dictionary(path, str(file))

    @staticmethod
    def serve(static_file: Any, request: HttpRequest) -> Any:
        """What was taken away between two looks is not there; it is no fault of the server."""
        try:
            return WhiteNoiseMiddleware.serve(static_file, request)
        except FileNotFoundError:
            raise Http404 from None

    def immutable_file_test(self, path: str, url: str) -> bool:
        if any(url.startswith(f"/{face.assets}") for face in FACES):
            return True
        return bool(super().immutable_file_test(path, url))


def desk(request: HttpRequest, place: str = "") -> HttpResponse:
    """The one page of the desk, whatever place of it the address names."""
    return _page(request, DESK, place, lambda page: page)


def pocket(request: HttpRequest, place: str = "") -> HttpResponse:
    """The one page of the phone. It begins in the reader's language, and with the first question where one begins."""
    if place in PLAIN:
        return _plain(request, place)
    is_nobody = not request.COOKIES.get(settings.SESSION_COOKIE)

    def shown(page: bytes) -> bytes:
        if not is_nobody:
            page = page.replace(b' data-who="nobody"', b"", 1)
        if place not in BEGINNINGS or not is_nobody:
            page = FOR_FIRST.sub(b"", page.replace(b'data-at="first"', b'data-at="within"', 1))
        if language_of(request) == "en":
            page = page.replace(b'<html lang="zh-CN"', b'<html lang="en"', 1)
            page = page.replace(b"manifest.webmanifest", b"manifest.en.webmanifest", 1)
        return page

    answer = _page(request, POCKET, place, shown)
    answer["Vary"] = "Accept-Language, Cookie, User-Agent"
    return answer


def _page(request: HttpRequest, face: Face, place: str, shown: Callable[[bytes], bytes]) -> HttpResponse:
    """No browser ever keeps it: it names the parts of this very build."""
    if f"{face.prefix}/{place}".startswith(face.assets):
        raise Http404  # a part of an earlier build: a page instead of a script would only confuse
    try:
        page = (face.folder / "index.html").read_bytes()
    except FileNotFoundError:  # not built, or just being replaced
        return render(request, "face-missing.html", status=503)
    headers = {"Cache-Control": "no-store", "Content-Security-Policy": policy(request, face)}
    return HttpResponse(shown(page), content_type="text/html; charset=utf-8", headers=headers)


def _plain(request: HttpRequest, name: str) -> HttpResponse:
    """The few files of the phone whose address must not change; asked for anew each time."""
    file = POCKET.folder / name
    if not file.exists():
        raise Http404
    headers = {"Cache-Control": "no-cache", "Content-Security-Policy": policy(request, POCKET)}
    return HttpResponse(file.read_bytes(), content_type=PLAIN[name], headers=headers)


def policy(request: HttpRequest, face: Face = DESK) -> str:
    """The content policy; live news may come from a port or an address of their own (JINGWEI_LIVE_URL).

    On the phone, inside a container that this installation serves, also the container's own script: ADR 26.
    """
    scheme = "https" if settings.IS_BEHIND_TLS else request.scheme or "http"
    live = live_origin(settings.LIVE_URL, host=request.get_host(), scheme=scheme)
    browser = request.headers.get("User-Agent", "") if face is POCKET else ""
    script = script_origin(browser, containers_served())
    return POLICY.format(live=f" {live}" if live else "", script=f" {script}" if script else "")


def live_origin(address: str, *, host: str, scheme: str) -> str:
    """The origin of the live server, empty where it is our own. ``:8001/…`` is a port of the same machine."""
    if address.startswith(":"):
        port = address[1:].partition("/")[0]
        name = urlsplit(f"//{host}").hostname or ""
        return f"{scheme}://{f'[{name}]' if ':' in name else name}:{port}"
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""
