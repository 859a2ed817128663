"""The PDF of a document: tagged (PDF/UA-1), its fonts embedded, nothing fetched from anywhere.

One at a time per process: laying out a page takes about a second of CPU. The library is loaded when the first
document is made, because most processes (tasks, live news, commands) never make one.
"""

import functools
import importlib
import io
import threading
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from PIL import Image, ImageFile

from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.documents.contracts import Document, PrinterBusy
from jingwei.foundation.documents.rules.page import SCHEME, drawings, page_of, picture_ids
from jingwei.foundation.files.queries import facts_of
from jingwei.foundation.files.services.serving import thumbnail_seen_by

MEDIA_TYPE = "application/pdf"
PICTURE_SIDE_PX = 320
JPEG_QUALITY = 82
PATIENCE_SECONDS = 60
VARIANT = "pdf/ua-1"
_printer = threading.BoundedSemaphore(1)


class Elsewhere(ValueError):
    """A page asked for something that is not a part of it. A programming error; the printer leaves it out."""


def make_pdf(actor: Actor, document: Document) -> bytes:
    """The document as a PDF, with the photos that the actor sees. Raises: PrinterBusy."""
    return render_pdf(document, pictures_of(actor, document))


def pictures_of(actor: Actor, document: Document) -> dict[UUID, bytes]:
    """The small pictures of a document, as JPEG: those that the actor sees and that still are there."""
    wanted = [one.file_id for one in facts_of(actor, picture_ids(document)) if one.has_thumbnails]
    found = {}
    for file_id in wanted:
        path = thumbnail_seen_by(actor, file_id, PICTURE_SIDE_PX).path
        if path.exists():
            found[file_id] = _as_jpeg(path.read_bytes())
    return found


def render_pdf(document: Document, pictures: Mapping[UUID, bytes]) -> bytes:
    """Lay the document out. The same document makes the same bytes. Raises: PrinterBusy."""
    parts = {f"{SCHEME}picture/{key}": ("image/jpeg", content) for key, content in pictures.items()}
    for number, strip in enumerate(drawings(document)):
        parts[f"{SCHEME}drawing/{number}"] = ("image/svg+xml", strip.encode())
    page = page_of(document, shown=frozenset(pictures))
    if not _printer.acquire(timeout=PATIENCE_SECONDS):
        raise PrinterBusy
    try:
        written: bytes = _printed(page, parts)
    finally:
        _printer.release()
    return written


def _printed(page: str, parts: Mapping[str, tuple[str, bytes]]) -> Any:
    weasyprint, urls = _library()

    class OnlyParts(urls.URLFetcher):
        def fetch(self, url: str, headers: Any = None) -> Any:
            if url not in parts:
                raise Elsewhere(url[:80])
            media_type, content = parts[url]
            return urls.URLFetcherResponse(url, content, {"Content-Type": media_type})

    html = weasyprint.HTML(string=page, base_url=SCHEME, url_fetcher=OnlyParts())
    return html.write_pdf(pdf_variant=VARIANT, pdf_identifier=b"jingwei")


@functools.cache
def _library() -> tuple[Any, Any]:
    found = importlib.import_module("weasyprint"), importlib.import_module("weasyprint.urls")
    # It tells the imaging library to take photos that break off, in the whole process; uploads must not be taken so.
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    return found


def _as_jpeg(content: bytes) -> bytes:
    """Pictures are kept as WebP, which a PDF cannot hold: they would go in uncompressed."""
    written = io.BytesIO()
    with Image.open(io.BytesIO(content), formats=["WEBP", "JPEG"]) as picture:
        picture.convert("RGB").save(written, "JPEG", quality=JPEG_QUALITY, optimize=True)
    return written.getvalue()
