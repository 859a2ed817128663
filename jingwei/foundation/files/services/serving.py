"""Where the bytes of a file stand that somebody may see."""

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.files.models import File
from jingwei.foundation.files.queries import file_seen_by
from jingwei.foundation.files.rules.limits import THUMB_SIZES_PX
from jingwei.foundation.files.rules.refusals import NoThumbnail
from jingwei.foundation.files.services.storage import content_path, thumbnail_path

EXTENSIONS = {
    "image/jpeg": "jpg",
    "image/webp": "webp",
    "video/mp4": "mp4",
    "audio/mp4": "m4a",
    "application/pdf": "pdf",
}
SHOWN_IN_PLACE = {"image/jpeg", "image/webp", "video/mp4", "audio/mp4"}


@dataclass(frozen=True, slots=True)
class Stored:
    """Bytes on disk, and how they may be handed out; a PDF is always a download."""

    path: Path
    media_type: str
    name: str
    is_inline: bool


def content_seen_by(actor: Actor, file_id: UUID) -> Stored:
    """The content of a file the actor may see. Raises: NotFound."""
    file = file_seen_by(actor, file_id)
    return _stored(content_of(file), file.media_type, file_id)


def thumbnail_seen_by(actor: Actor, file_id: UUID, side_px: int) -> Stored:
    """A small picture of a file the actor may see. Raises: NotFound, NoThumbnail."""
    return _stored(thumbnail_of(file_seen_by(actor, file_id), side_px), "image/webp", file_id)


def _stored(path: Path, media_type: str, file_id: UUID) -> Stored:
    name = f"{file_id}.{EXTENSIONS[media_type]}"
    return Stored(path, media_type, name, media_type in SHOWN_IN_PLACE)


def content_of(file: File) -> Path:
    """The stored content."""
    return content_path(file.id, file.sha256)


def thumbnail_of(file: File, side_px: int) -> Path:
    """One of its thumbnails. Raises: NoThumbnail."""
    if not file.has_thumbnails or side_px not in THUMB_SIZES_PX:
        raise NoThumbnail(sizes="、".join(str(size) for size in THUMB_SIZES_PX))
    return thumbnail_path(file.id, file.sha256, side_px)
