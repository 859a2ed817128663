"""Files on their way out."""

from collections.abc import Iterable
from typing import Protocol
from urllib.parse import quote

from django.http import StreamingHttpResponse


class Outgoing(Protocol):
    @property
    def name(self) -> str: ...
    @property
    def media_type(self) -> str: ...
    def pieces(self) -> Iterable[bytes]: ...


def sent(out: Outgoing) -> StreamingHttpResponse:
    """As a download, under its own name; nobody on the way may keep a copy."""
    response = StreamingHttpResponse(out.pieces(), content_type=out.media_type)
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(out.name)}"
    response["Cache-Control"] = "no-store"
    return response
