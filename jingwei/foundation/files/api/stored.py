"""Files over HTTP: upload, facts, content, thumbnails, and what staff do before something is published."""

import io
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from ninja import Field, File, Router, Schema
from ninja.files import UploadedFile

from jingwei.foundation import edge
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.files import models, services
from jingwei.foundation.files.contracts import FileKind, PositionDatum
from jingwei.foundation.files.queries import file_seen_by
from jingwei.foundation.files.rules.boxes import MOST_BOXES, Box
from jingwei.foundation.files.rules.limits import LARGEST_UPLOAD_BYTES, MEGABYTE, THUMB_SIZES_PX
from jingwei.foundation.files.rules.refusals import too_large
from jingwei.foundation.files.services.serving import Stored, content_seen_by, thumbnail_seen_by
from jingwei.kernel.clock import now

router = Router(tags=["files"])


class FileOut(Schema):
    """A stored file. Its position is what the device wrote: a hint to be confirmed on the map."""

    id: UUID
    kind: FileKind
    media_type: str
    size_bytes: int
    width: int | None
    height: int | None
    duration_ms: int | None
    taken_at: datetime | None
    lon: float | None
    lat: float | None
    position_datum: PositionDatum | None
    faces_masked: int
    plates_masked: int
    drawn_masked: int
    doubtful_spots: int
    publish_blocked: bool
    uploaded_at: datetime
    thumbnails: list[int]

    @staticmethod
    def resolve_thumbnails(file: models.File) -> list[int]:
        return list(THUMB_SIZES_PX) if file.has_thumbnails else []


class BoxIn(edge.Input):
    """A box in the stored photo's pixels."""

    left: float = Field(ge=0, le=100_000)
    top: float = Field(ge=0, le=100_000)
    width: float = Field(gt=0, le=100_000)
    height: float = Field(gt=0, le=100_000)


class MaskIn(edge.Input):
    boxes: list[BoxIn] = Field(max_length=MOST_BOXES)


class InMemoryOnly(FileUploadHandler):
    """Keeps an upload in memory: Django would spool a large one to disk before anything in it is masked."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self._content = io.BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        self._content.write(raw_data)

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        self._content.seek(0)
        return InMemoryUploadedFile(
            self._content,
            self.field_name,
            self.file_name or "",
            self.content_type or "",
            file_size,
            self.charset,
        )


def uploader(request: HttpRequest) -> Actor:
    """Anybody; asked before the body is read, which is then kept in memory. Raises: TooLarge."""
    announced = int(request.headers.get("Content-Length") or 0)
    if announced > LARGEST_UPLOAD_BYTES + MEGABYTE:
        raise too_large(None, announced, LARGEST_UPLOAD_BYTES)
    request.upload_handlers = [InMemoryOnly(request)]
    return edge.anybody(request)


@edge.operation(
    router,
    "POST",
    "",
    "uploadFile",
    Permission.UPLOAD_FILE,
    response={201: FileOut},
    is_public=True,
    opens_eyes=False,
    who=uploader,
)
def upload_file(request: HttpRequest, file: File[UploadedFile]) -> models.File:
    """Upload a photo, video, voice message or PDF. Faces and plates are covered before it is stored.

    Attach it by its id to a report or a step within a week, or it is removed.
    """
    upload = services.Upload(
        content=file.read(),
        size_bytes=file.size or 0,
        name=file.name or "",
        media_type=file.content_type or "",
    )
    return services.upload_file(edge.actor(request), upload, at=now())


@edge.operation(
    router, "GET", "/{file_id}/facts", "readFile", Permission.READ_FILE, response=FileOut, sees="file"
)
def read_file(request: HttpRequest, file_id: UUID) -> models.File:
    return file_seen_by(edge.actor(request), file_id)


@edge.operation(
    router,
    "GET",
    "/{file_id}",
    "downloadFile",
    Permission.READ_FILE,
    response={200: None, 206: None},
    sees="file",
)
def download_file(request: HttpRequest, file_id: UUID) -> HttpResponse | StreamingHttpResponse:
    """The content. A PDF is always a download; parts may be asked for with Range."""
    return _sent(request, content_seen_by(edge.actor(request), file_id))


@edge.operation(
    router,
    "GET",
    "/{file_id}/thumb/{side_px}",
    "downloadThumbnail",
    Permission.READ_FILE,
    response={200: None, 206: None},
    sees="file",
)
def download_thumbnail(
    request: HttpRequest, file_id: UUID, side_px: int
) -> HttpResponse | StreamingHttpResponse:
    """A WebP of 320 or 1280 pixels on the longer side, of photos and videos."""
    return _sent(request, thumbnail_seen_by(edge.actor(request), file_id, side_px))


@edge.operation(
    router, "POST", "/{file_id}/mask", "maskFile", Permission.MASK_FILE, response=FileOut, sees="file"
)
def mask_file(request: HttpRequest, file_id: UUID, body: MaskIn) -> models.File:
    """Cover boxes for ever; the photo stays unpublished until it is released."""
    boxes = [Box(box.left, box.top, box.width, box.height) for box in body.boxes]
    return services.mask_file(edge.actor(request), file_id, boxes, at=now())


@edge.operation(
    router, "POST", "/{file_id}/release", "releaseFile", Permission.MASK_FILE, response=FileOut, sees="file"
)
def release_file(request: HttpRequest, file_id: UUID) -> models.File:
    """Somebody has looked at all of it: it may stand in public answers."""
    return services.release_file(edge.actor(request), file_id, at=now())


@edge.operation(
    router, "POST", "/{file_id}/hold", "holdFile", Permission.MASK_FILE, response=FileOut, sees="file"
)
def hold_file(request: HttpRequest, file_id: UUID) -> models.File:
    """Keep it out of public answers."""
    return services.hold_file(edge.actor(request), file_id, at=now())


def _sent(request: HttpRequest, stored: Stored) -> HttpResponse | StreamingHttpResponse:
    return edge.sent_file(
        request, stored.path, media_type=stored.media_type, name=stored.name, is_inline=stored.is_inline
    )
