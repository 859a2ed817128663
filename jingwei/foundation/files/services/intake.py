"""From uploaded bytes to a stored file: checked, stripped, masked, written, recorded — in this order."""

import contextlib
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.access.services import require_permission
from jingwei.foundation.files.contracts import FileKind, PositionDatum
from jingwei.foundation.files.models import File
from jingwei.foundation.files.rules.content import Container, Sniffed, claims_to_be_a_picture, sniff
from jingwei.foundation.files.rules.limits import LARGEST_UPLOAD_BYTES, SIZE_LIMIT_BYTES
from jingwei.foundation.files.rules.publishing import must_be_looked_at
from jingwei.foundation.files.rules.refusals import (
    EmptyFile,
    MaskingBusy,
    NotAnImage,
    NotAVideo,
    NotAVoice,
    UnsupportedKind,
    too_large,
)
from jingwei.foundation.files.services.decoder import Probe, memory_file, probe
from jingwei.foundation.files.services.documents import clean_document
from jingwei.foundation.files.services.faces import Picture
from jingwei.foundation.files.services.footage import clean_video
from jingwei.foundation.files.services.masking import mask_picture
from jingwei.foundation.files.services.pictures import UNKNOWN_ORIGIN, Origin, as_jpeg, open_photo
from jingwei.foundation.files.services.sound import clean_voice
from jingwei.foundation.files.services.storage import content_path, digest_of, remove_file, write_durably
from jingwei.foundation.files.services.thumbnails import write_thumbnails
from jingwei.foundation.work import work
from jingwei.kernel.ids import uuid7

HEAD_BYTES = 1024
_photo_places = threading.BoundedSemaphore(1)
_video_places = threading.BoundedSemaphore(1)
"""How many are masked at once in a process: one photo takes up to 0.9 GB while the networks look at it."""
PHOTO_PATIENCE_SECONDS = 30
VIDEO_PATIENCE_SECONDS = 5


@dataclass(frozen=True, slots=True)
class Upload:
    """What somebody sends. Name and type are what they believe; only the content counts.

    ``size_bytes`` is the size announced, which exceeds ``content`` when the edge stopped reading.
    """

    content: bytes
    size_bytes: int
    name: str = ""
    media_type: str = ""


@dataclass(frozen=True, slots=True)
class Clean:
    """What will be stored of an upload, before anything has been written."""

    kind: FileKind
    media_type: str
    content: bytes
    picture: Picture | None = None
    width: int | None = None
    height: int | None = None
    duration_ms: int | None = None
    faces: int = 0
    plates: int = 0
    doubtful: int = 0
    origin: Origin = UNKNOWN_ORIGIN


def upload_file(actor: Actor, upload: Upload, *, at: datetime) -> File:
    """Take a file in. The transaction opens only when the slow part is over; the content is on disk before it commits.

    Raises: the refusals of ``rules.refusals``; nothing of the file is kept then.
    """
    require_permission(actor, Permission.UPLOAD_FILE)
    return store(actor, cleaned(upload), at=at)


def store(
    actor: Actor, clean: Clean, *, at: datetime, along: Callable[[UUID], None] = lambda file_id: None
) -> File:
    """Write what has been cleaned, and its row; ``along`` joins the row's transaction.

    A commit whose answer got lost may have happened: the content then stays, and is swept where no row came of it.
    """
    file = _row(actor, clean, at=at)
    may_be_kept = False
    try:
        write_durably(content_path(file.id, file.sha256), clean.content)
        if clean.picture is not None:
            write_thumbnails(file.id, file.sha256, clean.picture)
        with work(actor, Permission.UPLOAD_FILE) as job:
            file.save(force_insert=True)
            along(file.id)
            job.record_own(
                f"files.file:{file.id}",
                kind=file.kind,
                size_bytes=file.size_bytes,
                faces_masked=file.faces_masked,
                plates_masked=file.plates_masked,
                publish_blocked=file.publish_blocked,
            )
            may_be_kept = True
    except BaseException:
        if not may_be_kept:
            remove_file(file.id)
        raise
    return file


def cleaned(upload: Upload) -> Clean:
    """Check, strip and mask an upload. Writes nothing."""
    sniffed = _recognised(upload)
    with memory_file(upload.content) as source:
        told = probe(sniffed.container, source) if sniffed.kind in _RECORDINGS else None
    if told is not None:
        sniffed = _by_streams(sniffed, told)
    limit = SIZE_LIMIT_BYTES[sniffed.kind]
    if upload.size_bytes > limit:
        raise too_large(sniffed.kind, upload.size_bytes, limit)
    if sniffed.kind is FileKind.PHOTO:
        return _clean_photo(upload.content, sniffed.container)
    if sniffed.kind is FileKind.DOCUMENT:
        return Clean(FileKind.DOCUMENT, "application/pdf", clean_document(upload.content))
    assert told is not None
    if sniffed.kind is FileKind.VOICE:
        voice = clean_voice(upload.content, sniffed.container)
        origin = replace(told.origin, lon=None, lat=None)
        return Clean(FileKind.VOICE, "audio/mp4", voice.content, duration_ms=voice.duration_ms, origin=origin)
    return _clean_video(upload.content, sniffed.container, told)


_RECORDINGS = {FileKind.VIDEO, FileKind.VOICE}


def _recognised(upload: Upload) -> Sniffed:
    if upload.size_bytes == 0:
        raise EmptyFile
    sniffed = sniff(upload.content[:HEAD_BYTES])
    if sniffed is None:
        if claims_to_be_a_picture(upload.name, upload.media_type):
            raise NotAnImage
        raise UnsupportedKind
    largest = LARGEST_UPLOAD_BYTES if sniffed.kind in _RECORDINGS else SIZE_LIMIT_BYTES[sniffed.kind]
    if upload.size_bytes > largest:
        raise too_large(sniffed.kind, upload.size_bytes, largest)
    return sniffed


def _by_streams(sniffed: Sniffed, told: Probe) -> Sniffed:
    """Recorders write plain sound into video containers: the streams decide."""
    if told.has_picture and sniffed.container in {Container.MP4, Container.MATROSKA, Container.M4A}:
        return Sniffed(
            Container.MP4 if sniffed.container is Container.M4A else sniffed.container, FileKind.VIDEO
        )
    if told.has_sound:
        return Sniffed(sniffed.container, FileKind.VOICE)
    raise NotAVideo if sniffed.kind is FileKind.VIDEO else NotAVoice


def _clean_photo(content: bytes, container: Container) -> Clean:
    with _place(_photo_places, PHOTO_PATIENCE_SECONDS):
        photo = open_photo(content, container)
        masked = mask_picture(photo.picture)
        height, width = masked.picture.shape[:2]
        return Clean(
            kind=FileKind.PHOTO,
            media_type="image/jpeg",
            content=as_jpeg(masked.picture),
            picture=masked.picture,
            width=width,
            height=height,
            faces=masked.faces,
            plates=masked.plates,
            doubtful=masked.doubtful,
            origin=photo.origin,
        )


def _clean_video(content: bytes, container: Container, told: Probe) -> Clean:
    with _place(_video_places, VIDEO_PATIENCE_SECONDS):
        video = clean_video(content, container, told)
    return Clean(
        kind=FileKind.VIDEO,
        media_type="video/mp4",
        content=video.content,
        picture=video.poster,
        width=video.width,
        height=video.height,
        duration_ms=video.duration_ms,
        faces=video.faces,
        plates=video.plates,
        origin=video.origin,
    )


@contextlib.contextmanager
def _place(places: threading.BoundedSemaphore, patience_seconds: int) -> Iterator[None]:
    if not places.acquire(timeout=patience_seconds):
        raise MaskingBusy(seconds=60)
    try:
        yield
    finally:
        places.release()


def _row(actor: Actor, clean: Clean, *, at: datetime) -> File:
    origin = clean.origin
    return File(
        id=uuid7(),
        kind=clean.kind.value,
        media_type=clean.media_type,
        sha256=digest_of(clean.content),
        size_bytes=len(clean.content),
        width=clean.width,
        height=clean.height,
        duration_ms=clean.duration_ms,
        has_thumbnails=clean.picture is not None,
        taken_at=origin.taken_at,
        lon=origin.lon,
        lat=origin.lat,
        position_datum=PositionDatum.WGS84_EXIF.value if origin.lon is not None else None,
        faces_masked=clean.faces,
        plates_masked=clean.plates,
        doubtful_spots=clean.doubtful,
        publish_blocked=must_be_looked_at(
            clean.kind, covered=clean.faces + clean.plates, doubtful=clean.doubtful
        ),
        uploader_person_id=actor.person_id,
        uploaded_at=at,
    )
