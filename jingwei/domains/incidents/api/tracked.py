"""Photos and voices of one's own report, for whoever knows its tracking code."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from ninja import Path

from jingwei.domains.incidents.api import schemas as io
from jingwei.domains.incidents.api.routes import router
from jingwei.domains.incidents.api.sending import proved
from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.edge import operation, sent_file
from jingwei.foundation.files.services.serving import Stored, content_seen_by, thumbnail_seen_by

P = Permission


@operation(
    router,
    "GET",
    "/track/{code}/files/{file_id}",
    "downloadTrackedFile",
    P.TRACK_INCIDENT,
    response={200: None, 206: None},
    is_public=True,
    opens_eyes=False,
    sees="tracked file",
)
def download_tracked_file(
    request: HttpRequest, code: Path[io.Line], file_id: UUID
) -> HttpResponse | StreamingHttpResponse:
    """A file of the one matter that the code opens, faces and plates covered."""
    reporter, _ = proved(request, code)
    return _sent(request, content_seen_by(reporter, file_id))


@operation(
    router,
    "GET",
    "/track/{code}/files/{file_id}/thumb/{side_px}",
    "downloadTrackedThumbnail",
    P.TRACK_INCIDENT,
    response={200: None, 206: None},
    is_public=True,
    opens_eyes=False,
    sees="tracked file",
)
def download_tracked_thumbnail(
    request: HttpRequest, code: Path[io.Line], file_id: UUID, side_px: int
) -> HttpResponse | StreamingHttpResponse:
    """A WebP of 320 or 1280 pixels on the longer side, of photos and videos."""
    reporter, _ = proved(request, code)
    return _sent(request, thumbnail_seen_by(reporter, file_id, side_px))


def _sent(request: HttpRequest, stored: Stored) -> HttpResponse | StreamingHttpResponse:
    return sent_file(
        request, stored.path, media_type=stored.media_type, name=stored.name, is_inline=stored.is_inline
    )
