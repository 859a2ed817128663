"""Small pictures for lists, made from the masked picture and only from it."""

from uuid import UUID

from jingwei.foundation.files.rules.limits import THUMB_SIZES_PX
from jingwei.foundation.files.services.faces import Picture
from jingwei.foundation.files.services.pictures import as_thumbnail
from jingwei.foundation.files.services.storage import thumbnail_path, write_durably


def write_thumbnails(file_id: UUID, sha256: str, picture: Picture) -> None:
    """One file per size, beside the content."""
    for side_px in THUMB_SIZES_PX:
        write_durably(thumbnail_path(file_id, sha256, side_px), as_thumbnail(picture, side_px))
