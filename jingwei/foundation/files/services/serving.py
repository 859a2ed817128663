"""Where the bytes of a file stand that somebody may see."""

from pathlib import Path

from jingwei.foundation.files.models import File
from jingwei.foundation.files.rules.limits import THUMB_SIZES_PX
from jingwei.foundation.files.rules.refusals import NoThumbnail
from jingwei.foundation.files.services.storage import content_path, thumbnail_path


def content_of(file: File) -> Path:
    """The stored content."""
    return content_path(file.id, file.sha256)


def thumbnail_of(file: File, side_px: int) -> Path:
    """One of its thumbnails. Raises: NoThumbnail."""
    if not file.has_thumbnails or side_px not in THUMB_SIZES_PX:
        raise NoThumbnail(sizes="、".join(str(size) for size in THUMB_SIZES_PX))
    return thumbnail_path(file.id, file.sha256, side_px)
