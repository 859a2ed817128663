"""What other apps may know of a file: its facts, never its row."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class FileKind(StrEnum):
    """What a file is, decided by its content."""

    PHOTO = "photo"
    VIDEO = "video"
    VOICE = "voice"
    DOCUMENT = "document"


class PositionDatum(StrEnum):
    """Where a position comes from. Some phones sold in China write GCJ-02 into EXIF against the standard, and the
    picture cannot tell: a position from a picture is a hint to be confirmed on the map, never proof."""

    WGS84_EXIF = "wgs84_exif"


@dataclass(frozen=True, slots=True)
class FileFacts:
    """A stored file as other apps see it. ``lon``/``lat`` are what the device wrote, read as WGS-84.

    ``publish_blocked`` files may be shown to people who work on the matter, never in public answers.
    """

    file_id: UUID
    kind: FileKind
    media_type: str
    size_bytes: int
    width: int | None
    height: int | None
    duration_ms: int | None
    taken_at: datetime | None
    lon: float | None
    lat: float | None
    publish_blocked: bool
    uploaded_at: datetime
    faces_masked: int = 0
    plates_masked: int = 0
    drawn_masked: int = 0
    doubtful_spots: int = 0
    has_thumbnails: bool = False
