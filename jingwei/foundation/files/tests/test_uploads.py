"""Uploads in pieces: what has arrived is kept and unreadable, what is complete becomes one file."""

import base64
import hashlib
import io
import os
import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import ProgrammingError, transaction
from django.test import Client, RequestFactory

from jingwei.foundation import edge
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.audit.models import Entry
from jingwei.foundation.files.models import File, PieceUpload
from jingwei.foundation.files.rules import uploads as rules
from jingwei.foundation.files.rules.limits import LARGEST_UPLOAD_BYTES, MEGABYTE
from jingwei.foundation.files.services import pieces, sweep_uploads, uploads
from jingwei.foundation.files.services.serving import content_of
from jingwei.foundation.files.tests.samples import document, jpeg
from jingwei.foundation.files.tests.test_api import signed_in
from jingwei.foundation.files.tests.test_upload import left_on_disk
from jingwei.foundation.scoping import eyes
from jingwei.kernel.crypto import Unreadable
from jingwei.kernel.ids import uuid7
from tests.cast import CAST, MONDAY_10

pytestmark = pytest.mark.django_db
UPLOADS = "/api/v1/uploads"
TUS = {"Tus-Resumable": "1.0.0"}


def ask(verb: str, path: str = "", content: bytes = b"", **headers: str) -> Any:
    content_type = headers.pop("Content_Type", rules.PIECE_TYPE)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Client().generic(verb, path or UPLOADS, content, content_type=content_type, headers=TUS | named)


def begun(length: int, **headers: str) -> str:
    """The address of a new upload."""
    made = ask("POST", Upload_Length=str(length), **headers)
    assert made.status_code == 201, made.content
    return str(made["Location"])


def send(address: str, offset: int, content: bytes, **headers: str) -> Any:
    return ask("PATCH", address, content, Upload_Offset=str(offset), **headers)


def offset_of(address: str) -> int:
    return int(ask("HEAD", address)["Upload-Offset"])


def refused(answer: Any) -> tuple[int, str]:
    assert answer["Tus-Resumable"] == "1.0.0"
    told = answer.json()
    assert "请" in told["message"]
    assert told["message_en"]
    return answer.status_code, told["code"]


def coded(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


def test_a_photo_arrives_in_pieces_and_is_a_file_like_any_other() -> None:
    photo = jpeg()
    address = begun(
        len(photo), Upload_Metadata=f"filename {coded('街口.jpg')},filetype {coded('image/jpeg')}"
    )
    third = len(photo) // 3
    for offset in (0, third, 2 * third):
        assert offset_of(address) == offset
        piece = photo[offset:] if offset == 2 * third else photo[offset : offset + third]
        sent = send(address, offset, piece)
        assert (sent.status_code, int(sent["Upload-Offset"])) == (204, offset + len(piece))
    made = ask("POST", f"{address}/finish", Content_Type="application/json")
    assert made.status_code == 201
    facts = made.json()
    assert (facts["kind"], facts["position_datum"], facts["thumbnails"]) == (
        "photo",
        "wgs84_exif",
        [320, 1280],
    )
    with eyes(CAST.machine):
        file = File.objects.get()
        assert str(file.id) == facts["id"]
        assert file.uploader_person_id is None
    assert b"Testphone" not in content_of(file).read_bytes()


def test_finishing_again_is_answered_with_the_same_file(var_folder: Path) -> None:
    letter = document()
    address = begun(len(letter))
    send(address, 0, letter)
    first = ask("POST", f"{address}/finish").json()
    assert ask("POST", f"{address}/finish").json() == first
    assert offset_of(address) == len(letter)
    with eyes(CAST.machine):
        assert File.objects.count() == 1
    assert [path.name for path in left_on_disk(var_folder) if "uploads" in path.parts] == []


def test_what_the_server_speaks_is_told() -> None:
    told = ask("OPTIONS")
    assert told.status_code == 204
    assert told["Tus-Version"] == "1.0.0"
    assert set(told["Tus-Extension"].split(",")) == {"creation", "termination", "checksum", "expiration"}
    assert int(told["Tus-Max-Size"]) == LARGEST_UPLOAD_BYTES


def test_what_has_not_been_masked_can_be_read_by_nobody(var_folder: Path) -> None:
    letter = document()
    address = begun(len(letter))
    send(address, 0, letter)
    left = left_on_disk(var_folder)
    assert sum(len(path.read_bytes()) for path in left) > len(letter)
    assert not any(b"PDF" in path.read_bytes() for path in left)
    with eyes(CAST.machine):
        upload = PieceUpload.objects.get()
    secret = address.rpartition("/")[2]
    assert pieces.whole_content(upload.id, pieces.key_of_secret(secret)) == letter
    kept = bytes(upload.secret_digest)
    for key in (kept, pieces.key_of_secret(kept.hex()), bytes(upload.sender)):
        with pytest.raises(Unreadable):
            pieces.whole_content(upload.id, key)


@pytest.mark.parametrize(
    ("headers", "status", "code"),
    [
        ({"Tus_Resumable": "0.2.2"}, 412, "files.upload_protocol"),
        ({}, 400, "files.upload_header"),
        ({"Upload_Length": "-1"}, 400, "files.upload_header"),
        ({"Upload_Length": "0"}, 422, "files.empty"),
        ({"Upload_Length": str(LARGEST_UPLOAD_BYTES + 1)}, 413, "files.too_large"),
        ({"Upload_Length": "9", "Upload_Metadata": "filename ?"}, 400, "files.upload_header"),
    ],
)
def test_a_beginning_that_is_not_understood_is_refused(
    headers: dict[str, str], status: int, code: str
) -> None:
    assert refused(ask("POST", **headers)) == (status, code)


def test_a_piece_must_fit_where_it_says() -> None:
    address = begun(10)
    assert send(address, 0, b"12345").status_code == 204
    assert refused(send(address, 0, b"12345")) == (409, "files.upload_offset")
    assert refused(send(address, 7, b"890")) == (409, "files.upload_offset")
    assert refused(send(address, 5, b"678901")) == (413, "files.too_large")
    assert refused(send(address, 5, b"67890", Content_Type="image/jpeg")) == (415, "files.upload_piece_type")
    assert refused(send(address, 5, b"67890", Tus_Resumable="2.0.0")) == (412, "files.upload_protocol")
    assert refused(ask("POST", f"{address}/finish")) == (409, "files.upload_incomplete")
    assert offset_of(address) == 5


def test_a_piece_that_was_damaged_is_not_kept() -> None:
    address = begun(5)
    right = base64.b64encode(hashlib.sha256(b"12345").digest()).decode()
    assert refused(send(address, 0, b"1234x", Upload_Checksum=f"sha256 {right}")) == (
        460,
        "files.upload_damaged",
    )
    assert refused(send(address, 0, b"12345", Upload_Checksum="md5 abcd")) == (400, "files.upload_header")
    assert offset_of(address) == 0
    assert send(address, 0, b"12345", Upload_Checksum=f"sha256 {right}").status_code == 204


def test_web_views_that_know_only_post_may_say_what_they_mean() -> None:
    address = begun(5)
    sent = ask("POST", address, b"12345", Upload_Offset="0", X_HTTP_Method_Override="PATCH")
    assert (sent.status_code, sent["Upload-Offset"]) == (204, "5")
    assert ask("POST", address, X_HTTP_Method_Override="DELETE").status_code == 204
    assert ask("POST", address).status_code == 404


def test_who_is_signed_in_may_begin_an_upload_as_nobody() -> None:
    """Only so can a photo go with an anonymous report: one's own would tell the name."""
    letter, li = document(), signed_in(CAST.li)
    address = begun(len(letter), Upload_Metadata="filename cA==,anonymous", **li)
    send(address, 0, letter, **li)
    file_id = ask("POST", f"{address}/finish", **li).json()["id"]
    with eyes(CAST.machine):
        assert File.objects.get(pk=file_id).uploader_person_id is None
        assert not Entry.objects.filter(person_id=CAST.li.person_id, target__contains=file_id).exists()
        assert not Entry.objects.filter(
            person_id=CAST.li.person_id, target__startswith="files.upload"
        ).exists()


def test_an_upload_belongs_to_whoever_began_it() -> None:
    made = ask("POST", Upload_Length="5", **signed_in(CAST.li))
    address = made["Location"]
    for stranger in ({}, signed_in(CAST.wang), signed_in(CAST.he)):
        assert ask("HEAD", address, **stranger).status_code == 404
        assert refused(send(address, 0, b"12345", **stranger)) == (404, "files.upload_unknown")
        assert refused(ask("POST", f"{address}/finish", **stranger)) == (404, "files.upload_unknown")
        assert ask("DELETE", address, **stranger).status_code == 404
    assert send(address, 0, b"12345", **signed_in(CAST.li)).status_code == 204
    assert refused(ask("PATCH", f"{UPLOADS}/guessed", Upload_Offset="0")) == (404, "files.upload_unknown")


def test_a_file_refused_can_be_given_up(var_folder: Path) -> None:
    address = begun(11, Upload_Metadata=f"filetype {coded('image/jpeg')}")
    send(address, 0, b"I am a text")
    assert refused(ask("POST", f"{address}/finish")) == (422, "files.not_an_image")
    assert ask("DELETE", address).status_code == 204
    assert ask("HEAD", address).status_code == 404
    assert left_on_disk(var_folder) == []


def upload(actor: Actor, length: int, address: str = "203.0.113.5") -> tuple[PieceUpload, str]:
    return uploads.create_upload(
        actor, length_bytes=length, name="", media_type="", address=address, at=MONDAY_10
    )


def append(begun: tuple[PieceUpload, str], read: Any, offset: int, size: int) -> int:
    return uploads.append_upload(*begun, read, offset=offset, size_bytes=size, checksum=None)


def test_a_connection_that_breaks_leaves_what_came(var_folder: Path) -> None:
    content = os.urandom(3 * MEGABYTE)
    one = upload(CAST.li, len(content))

    arrived = io.BytesIO(content[: MEGABYTE + 70_000])

    def read(most: int) -> bytes:
        some = arrived.read(min(most, 100_000))
        if not some:
            raise OSError("reset by peer")
        return some

    assert append(one, read, 0, len(content)) == MEGABYTE + 70_000
    received = uploads.received_bytes(one[0])
    assert append(one, io.BytesIO(content[received:]).read, received, len(content) - received) == len(content)
    assert pieces.whole_content(one[0].id, pieces.key_of_secret(one[1])) == content


KILLED = """
import sys, uuid
import django
django.setup()
from django.conf import settings
settings.VAR_FOLDER = sys.argv[1]
from jingwei.foundation.files.services import pieces
upload_id, offset = uuid.UUID(sys.argv[2]), 0
while True:
    with pieces.alone_with(upload_id):
        pieces.write_piece(upload_id, bytes(32), offset, bytes([offset % 251]) * 50_000)
    offset += 50_000
    print(offset, flush=True)
"""


def test_a_killed_server_has_every_byte_it_acknowledged(var_folder: Path) -> None:
    """Killed without warning while it writes: what it said it has is there, whole, and nothing is locked."""
    upload_id = uuid7()
    command = [sys.executable, "-c", KILLED, str(var_folder), str(upload_id)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        for _ in range(20):
            acknowledged = int(server.stdout.readline())
        server.send_signal(signal.SIGKILL)
    received = pieces.received_bytes(upload_id)
    assert received >= acknowledged >= 1_000_000
    content = pieces.whole_content(upload_id, bytes(32))
    assert len(content) == received
    assert all(
        content[start] == content[start + 49_999] == start % 251 for start in range(0, received, 50_000)
    )
    with pieces.alone_with(upload_id):
        pieces.write_piece(upload_id, bytes(32), received, b"on it goes")


def test_a_crash_between_file_and_answer_makes_no_second_file(monkeypatch: pytest.MonkeyPatch) -> None:
    letter = document()
    one = upload(CAST.li, len(letter))
    append(one, io.BytesIO(letter).read, 0, len(letter))

    def dies(*_: object) -> None:
        raise SystemExit

    with monkeypatch.context() as patched:
        patched.setattr(pieces, "remove_pieces", dies)
        with pytest.raises(SystemExit):
            uploads.finish_upload(CAST.li, one[1], at=MONDAY_10)
    file = uploads.finish_upload(CAST.li, one[1], at=MONDAY_10)
    assert file.uploader_person_id == CAST.li.person_id
    with eyes(CAST.machine):
        assert File.objects.count() == 1


def test_a_failed_row_leaves_the_pieces_for_another_try(
    var_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    letter = document()
    one = upload(CAST.public, len(letter))
    append(one, io.BytesIO(letter).read, 0, len(letter))

    def broken(*_: object) -> None:
        raise OSError("database gone")

    with monkeypatch.context() as patched:
        patched.setattr(uploads, "_link", broken)
        with pytest.raises(OSError, match="gone"):
            uploads.finish_upload(CAST.public, one[1], at=MONDAY_10)
    with eyes(CAST.machine):
        assert not File.objects.exists()
    assert uploads.finish_upload(CAST.public, one[1], at=MONDAY_10).kind == "document"


def test_two_at_once_do_not_finish_the_same_upload() -> None:
    letter = document()
    one = upload(CAST.li, len(letter))
    append(one, io.BytesIO(letter).read, 0, len(letter))
    with pieces.alone_with(one[0].id), pytest.raises(rules.UploadBusy):
        uploads.finish_upload(CAST.li, one[1], at=MONDAY_10)
    assert uploads.finish_upload(CAST.li, one[1], at=MONDAY_10)


def test_nobody_fills_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "MOST_AN_HOUR", 2)
    for sender in (CAST.li, CAST.public):
        upload(sender, 5)
        upload(sender, 5)
        with pytest.raises(rules.TooManyUploads):
            upload(sender, 5)
    upload(CAST.public, 5, address="203.0.113.6")
    with pytest.raises(rules.TooManyUploads):
        upload(CAST.wang, rules.MOST_BYTES_AN_HOUR + 1)
    monkeypatch.setattr(pieces, "free_bytes", lambda: rules.ROOM_LEFT_BYTES)
    with pytest.raises(rules.NoRoom):
        upload(CAST.wang, 5)


def test_abandoned_uploads_and_stray_pieces_are_swept(var_folder: Path) -> None:
    old, stray = upload(CAST.public, 5), uuid7()
    append(old, io.BytesIO(b"123").read, 0, 3)
    pieces.write_piece(stray, bytes(32), 0, b"left by a crash")
    long_ago = (MONDAY_10 - timedelta(days=1)).timestamp()
    os.utime(
        next(path.parent for path in left_on_disk(var_folder) if str(stray) in str(path)), (long_ago,) * 2
    )
    assert sweep_uploads(at=MONDAY_10 + timedelta(hours=47)) == 0
    assert uploads.received_bytes(old[0]) == 3
    assert pieces.received_bytes(stray) == 0
    with pytest.raises(rules.UploadUnknown):
        uploads.upload_of(CAST.public, old[1], at=MONDAY_10 + timedelta(hours=49))
    assert sweep_uploads(at=MONDAY_10 + timedelta(hours=49)) == 1
    assert left_on_disk(var_folder) == []


def test_nobody_but_the_receiver_sees_uploads() -> None:
    upload(CAST.li, 5)
    for actor in (CAST.li, CAST.he, CAST.gao, CAST.public):
        with eyes(actor):
            assert not PieceUpload.objects.exists()
    with eyes(CAST.machine), pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        PieceUpload.objects.update(uploader_person_id=CAST.wang.person_id)


@pytest.mark.parametrize(
    ("direct", "told", "expected"),
    [
        ("8.8.8.8", "198.51.100.1", "8.8.8.8"),
        ("127.0.0.1", "", "127.0.0.1"),
        ("127.0.0.1", "6.6.6.6, 198.51.100.1", "198.51.100.1"),
        ("10.0.0.2", "rubbish", "10.0.0.2"),
        ("2409:8a00:1:2:3:4:5:6", "", "2409:8a00:1:2::/64"),
        ("", "", "unknown"),
    ],
)
def test_the_sender_is_whom_the_gateway_names_and_not_who_says_so(
    direct: str, told: str, expected: str
) -> None:
    request = RequestFactory().get("/", REMOTE_ADDR=direct, headers={"X-Forwarded-For": told})
    assert edge.sender_address(request) == expected
