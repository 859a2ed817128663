"""Uploads: checked, stored whole or not at all, seen by nobody else."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pillow_heif
import pytest
from django.db import OperationalError
from PIL import Image

from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.audit.models import Entry
from jingwei.foundation.files.contracts import FileKind
from jingwei.foundation.files.models import File
from jingwei.foundation.files.queries import facts_of, file_seen_by, publishable
from jingwei.foundation.files.rules import limits
from jingwei.foundation.files.rules.refusals import (
    DocumentActive,
    EmptyFile,
    MaskingUnavailable,
    NotAnImage,
    TooLarge,
    TooManyPixels,
    UnsupportedKind,
)
from jingwei.foundation.files.services import Upload, intake, masking, upload_file
from jingwei.foundation.files.services.serving import content_of, thumbnail_of
from jingwei.foundation.files.tests.samples import (
    LAT,
    LON,
    document,
    encoded,
    exif,
    jpeg,
    picture,
    street,
    video,
    voice,
)
from jingwei.foundation.files.tests.test_documents import opens_a_program
from jingwei.foundation.scoping import eyes
from jingwei.foundation.work import Work, work
from jingwei.kernel.errors import DomainError, NotFound
from tests.cast import CAST, MONDAY_10

pytestmark = pytest.mark.django_db


def upload(actor: Actor, content: bytes, name: str = "photo.jpg", media_type: str = "image/jpeg") -> File:
    return upload_file(actor, Upload(content, len(content), name, media_type), at=MONDAY_10)


def paper(actor: Actor) -> File:
    """The quickest upload there is."""
    return upload(actor, document(), "paper.pdf", "application/pdf")


def left_on_disk(var_folder: Path) -> list[Path]:
    return [path for path in var_folder.rglob("*") if path.is_file()]


def test_a_photo_is_stored_stripped_with_thumbnails_and_its_place(var_folder: Path) -> None:
    file = upload(CAST.lin, jpeg())
    assert (file.kind, file.media_type, file.width, file.height) == ("photo", "image/jpeg", 640, 480)
    assert (file.lon, file.lat) == (pytest.approx(LON, abs=1e-5), pytest.approx(LAT, abs=1e-5))
    assert file.position_datum == "wgs84_exif"
    assert not file.publish_blocked
    stored = content_of(file).read_bytes()
    assert b"Testphone" not in stored
    with Image.open(io.BytesIO(stored)) as image:
        assert not image.getexif()
    for side_px in limits.THUMB_SIZES_PX:
        with Image.open(thumbnail_of(file, side_px)) as small:
            assert max(small.size) == min(side_px, 640)
    assert len(left_on_disk(var_folder)) == 3


def test_faces_are_covered_before_storing_and_staff_must_look(var_folder: Path) -> None:
    original = street("bus_on_road.jpg")
    file = upload(CAST.lin, original)
    assert file.faces_masked >= 1
    assert file.plates_masked >= 1
    assert file.publish_blocked
    assert publishable(CAST.lin, [file.id]) == []
    for path in left_on_disk(var_folder):
        assert path.read_bytes() != original


def test_heic_from_a_phone_is_stored_as_jpeg() -> None:
    pillow_heif.register_heif_opener()
    file = upload(CAST.lin, encoded(picture(), "HEIF", exif=exif().tobytes()), "IMG_1.HEIC", "image/heic")
    assert file.media_type == "image/jpeg"
    assert content_of(file).read_bytes().startswith(b"\xff\xd8\xff")
    assert file.lat == pytest.approx(LAT, abs=1e-5)


def test_voice_video_and_documents_wait_for_staff(tmp_path: Path) -> None:
    memo = upload(CAST.lin, voice(tmp_path), "memo.mp3", "audio/mpeg")
    clip = upload(CAST.lin, video(tmp_path), "clip.mp4", "video/mp4")
    letter = paper(CAST.lin)
    assert [one.kind for one in (memo, clip, letter)] == ["voice", "video", "document"]
    assert all(one.publish_blocked for one in (memo, clip, letter))
    assert (memo.media_type, clip.media_type, letter.media_type) == (
        "audio/mp4",
        "video/mp4",
        "application/pdf",
    )
    assert clip.has_thumbnails
    assert (clip.lon, clip.lat) == (112.3205, 28.5512)
    assert (memo.lon, memo.position_datum) == (None, None)


@pytest.mark.parametrize(
    ("content", "name", "media_type", "refusal"),
    [
        (b"", "photo.jpg", "image/jpeg", EmptyFile),
        (b"I am a text", "photo.jpg", "image/jpeg", NotAnImage),
        (b"<svg onload='alert(1)'/>", "drawing.svg", "image/svg+xml", UnsupportedKind),
        (b"<html><script>", "page.html", "text/html", UnsupportedKind),
        (b"\xff\xd8\xff and then nothing", "photo.jpg", "image/jpeg", NotAnImage),
        (b"MZ" + bytes(500), "photo.pdf", "application/pdf", UnsupportedKind),
        (b"#EXTM3U\nfile:///etc/passwd", "clip.mp4", "video/mp4", UnsupportedKind),
        (encoded(Image.new("1", (9000, 6000)), "PNG"), "bomb.png", "image/png", TooManyPixels),
        (document(prepare=opens_a_program), "paper.pdf", "application/pdf", DocumentActive),
    ],
)
def test_what_is_refused_leaves_nothing(
    var_folder: Path, content: bytes, name: str, media_type: str, refusal: type[DomainError]
) -> None:
    with pytest.raises(refusal) as refused:
        upload(CAST.lin, content, name, media_type)
    assert refused.value.text
    assert refused.value.text_en
    assert left_on_disk(var_folder) == []
    with eyes(CAST.machine):
        assert not File.objects.exists()


@pytest.mark.parametrize(
    ("head", "limit_mb", "word"),
    [
        (b"\xff\xd8\xff", 20, "照片"),
        (b"%PDF-1.7", 20, "PDF"),
        (b"\0\0\0\x18ftypisom\0\0\x02\0isomavc1", 100, "视频"),
    ],
)
def test_a_file_too_large_is_told_its_limit(head: bytes, limit_mb: int, word: str) -> None:
    size = limit_mb * limits.MEGABYTE + 1
    with pytest.raises(TooLarge) as refused:
        upload_file(CAST.lin, Upload(head, size), at=MONDAY_10)
    assert word in refused.value.text
    assert f"{limit_mb}MB" in refused.value.text


def test_a_voice_has_a_limit_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(limits.SIZE_LIMIT_BYTES, FileKind.VOICE, 1000)
    with pytest.raises(TooLarge, match="语音"):
        upload(CAST.lin, voice(tmp_path), "memo.mp3", "audio/mpeg")


def test_without_a_detector_nothing_is_stored(var_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("no weights")

    monkeypatch.setattr(masking, "find_faces", broken)
    with pytest.raises(MaskingUnavailable):
        upload(CAST.lin, jpeg())
    assert left_on_disk(var_folder) == []


def test_a_failure_after_writing_leaves_nothing(var_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(intake, "write_thumbnails", broken)
    with pytest.raises(OSError, match="disk full"):
        upload(CAST.lin, jpeg())
    assert left_on_disk(var_folder) == []


def test_a_commit_whose_answer_was_lost_keeps_its_content(
    var_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    @contextmanager
    def unanswered(*given: Any) -> Iterator[Work]:
        with work(*given) as job:
            yield job
        raise OperationalError("server closed the connection unexpectedly")

    monkeypatch.setattr(intake, "work", unanswered)
    with pytest.raises(OperationalError):
        paper(CAST.li)
    with eyes(CAST.li):
        file = File.objects.get()
    assert [path.name for path in left_on_disk(var_folder)] == [file.sha256]


def test_an_upload_is_seen_by_its_uploader_and_by_nobody_else() -> None:
    file = paper(CAST.li)
    assert file_seen_by(CAST.li, file.id).id == file.id
    for stranger in (CAST.wang, CAST.lin, CAST.wu, CAST.he, CAST.qian, CAST.gao, CAST.ding, CAST.public):
        with pytest.raises(NotFound):
            file_seen_by(stranger, file.id)
        assert facts_of(stranger, [file.id]) == []


def test_an_upload_without_an_account_is_seen_by_nobody() -> None:
    file = paper(CAST.public)
    for stranger in (CAST.public, CAST.li, CAST.he):
        with pytest.raises(NotFound):
            file_seen_by(stranger, file.id)


def test_without_eyes_the_database_shows_no_file() -> None:
    paper(CAST.lin)
    with eyes(CAST.public):
        assert not File.objects.exists()


def test_the_upload_stands_in_the_audit() -> None:
    file = paper(CAST.lin)
    with eyes(CAST.machine):
        entry = Entry.objects.get(target=f"files.file:{file.id}")
    assert entry.person_id == CAST.lin.person_id
    assert entry.change["kind"] == "document"
