"""Files over HTTP: who may fetch what, and how it travels."""

from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.access.services import open_session
from jingwei.foundation.files.api import stored as api
from jingwei.foundation.files.rules.limits import LARGEST_UPLOAD_BYTES, MEGABYTE
from jingwei.foundation.files.tests.samples import document, jpeg, video
from jingwei.kernel.clock import now
from jingwei.kernel.ids import uuid7
from tests.cast import CAST

pytestmark = pytest.mark.django_db
FILES = "/api/v1/files"


def signed_in(actor: Actor) -> dict[str, str]:
    assert actor.person_id is not None
    return {"Authorization": f"Bearer {open_session(actor.person_id, at=now())}"}


def send(content: bytes, name: str = "photo.jpg", *, headers: dict[str, str] | None = None) -> Any:
    return Client().post(FILES, {"file": SimpleUploadedFile(name, content)}, headers=headers or {})


def get(path: str, actor: Actor, **headers: str) -> Any:
    return Client().get(f"{FILES}{path}", headers=signed_in(actor) | headers)


def body_of(response: Any) -> bytes:
    return b"".join(response.streaming_content)


def test_a_photo_travels_there_and_back() -> None:
    made = send(jpeg(), headers=signed_in(CAST.lin))
    assert made.status_code == 201
    facts = made.json()
    assert facts["kind"] == "photo"
    assert facts["position_datum"] == "wgs84_exif"
    assert facts["thumbnails"] == [320, 1280]
    assert "uploader" not in str(facts)
    again = get(f"/{facts['id']}/facts", CAST.lin)
    assert again.json() == facts
    fetched = get(f"/{facts['id']}", CAST.lin)
    assert fetched.status_code == 200
    assert fetched["Content-Type"] == "image/jpeg"
    assert fetched["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in fetched["Cache-Control"]
    assert "private" in fetched["Cache-Control"]
    assert fetched["Content-Disposition"].startswith("inline")
    assert "sandbox" in fetched["Content-Security-Policy"]
    assert len(body_of(fetched)) == facts["size_bytes"] == int(fetched["Content-Length"])
    small = get(f"/{facts['id']}/thumb/320", CAST.lin)
    assert small["Content-Type"] == "image/webp"
    assert body_of(small)[8:12] == b"WEBP"


@pytest.mark.parametrize("stranger", [CAST.wang, CAST.chen, CAST.wu, CAST.he, CAST.gao, CAST.ding])
def test_a_stranger_gets_the_answer_of_a_file_that_is_not_there(stranger: Actor) -> None:
    file_id = send(document(), "paper.pdf", headers=signed_in(CAST.li)).json()["id"]
    unknown = uuid7()
    for path in ("", "/facts", "/thumb/320"):
        refused, missing = get(f"/{file_id}{path}", stranger), get(f"/{unknown}{path}", stranger)
        assert refused.status_code == missing.status_code == 404
        assert refused.json() == missing.json()


def test_nobody_fetches_without_signing_in() -> None:
    file_id = send(document(), "paper.pdf").json()["id"]
    for path in ("", "/facts", "/thumb/320"):
        assert Client().get(f"{FILES}/{file_id}{path}").status_code == 401


def test_who_has_no_account_may_upload() -> None:
    made = send(document(), "paper.pdf")
    assert made.status_code == 201
    assert UUID(made.json()["id"]).version == 7


def test_a_pdf_is_never_shown_in_place() -> None:
    file_id = send(document(), "paper.pdf", headers=signed_in(CAST.lin)).json()["id"]
    fetched = get(f"/{file_id}", CAST.lin)
    assert fetched["Content-Disposition"].startswith("attachment")
    assert get(f"/{file_id}/thumb/320", CAST.lin).json()["code"] == "files.no_thumbnail"


def test_a_video_can_be_fetched_in_pieces(tmp_path: Path) -> None:
    facts = send(video(tmp_path), "clip.mp4", headers=signed_in(CAST.lin)).json()
    size = facts["size_bytes"]
    whole = body_of(get(f"/{facts['id']}", CAST.lin))
    for asked, first, last in (
        ("bytes=0-99", 0, 99),
        ("bytes=100-", 100, size - 1),
        ("bytes=-50", size - 50, size - 1),
    ):
        piece = get(f"/{facts['id']}", CAST.lin, Range=asked)
        assert piece.status_code == 206
        assert piece["Content-Range"] == f"bytes {first}-{last}/{size}"
        assert body_of(piece) == whole[first : last + 1]
    assert get(f"/{facts['id']}", CAST.lin, Range=f"bytes={size}-").status_code == 416
    assert get(f"/{facts['id']}", CAST.lin, Range="lines=1-2").status_code == 200


@pytest.mark.parametrize(
    ("content", "name", "status", "code"),
    [
        (b"I am a text", "photo.jpg", 422, "files.not_an_image"),
        (b"<svg/>", "drawing.svg", 415, "files.unsupported_kind"),
        (b"%PDF-1.7 rubbish", "paper.pdf", 422, "files.not_a_document"),
    ],
)
def test_refusals_say_what_to_do(content: bytes, name: str, status: int, code: str) -> None:
    refused = send(content, name)
    assert refused.status_code == status
    told = refused.json()
    assert told["code"] == code
    assert "请" in told["message"]
    assert told["message_en"]


def test_an_upload_announced_too_large_is_refused_unread() -> None:
    refused = Client().generic(
        "POST",
        FILES,
        b"",
        content_type="multipart/form-data; boundary=x",
        CONTENT_LENGTH=str(LARGEST_UPLOAD_BYTES + 2 * MEGABYTE),
    )
    assert (refused.status_code, refused.json()["code"]) == (413, "files.too_large")


def test_a_large_upload_never_touches_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    upload = api.services.upload_file

    def look(actor: Actor, sent: Any, **options: Any) -> Any:
        seen.append(f"{type(sent.content).__name__} {sent.size_bytes}")
        return upload(actor, sent, **options)

    def no_disk(*_: object, **__: object) -> None:
        raise AssertionError("an unmasked upload was spooled to disk")

    monkeypatch.setattr(api.services, "upload_file", look)
    monkeypatch.setattr("django.core.files.uploadhandler.TemporaryUploadedFile", no_disk)
    content = jpeg() + bytes(6 * MEGABYTE)
    assert send(content).status_code == 201
    assert seen == [f"bytes {len(content)}"]


def test_staff_cover_hold_and_release_over_http() -> None:
    headers = signed_in(CAST.wu)
    file_id = send(jpeg(), headers=headers).json()["id"]

    def act(verb: str, body: Any = None) -> Any:
        return Client().post(
            f"{FILES}/{file_id}/{verb}", body, content_type="application/json", headers=headers
        )

    masked = act("mask", {"boxes": [{"left": 10, "top": 10, "width": 60, "height": 60}]})
    assert (masked.status_code, masked.json()["drawn_masked"]) == (200, 1)
    assert masked.json()["publish_blocked"] is True
    assert act("release").json()["publish_blocked"] is False
    assert act("hold").json()["publish_blocked"] is True
    assert act("mask", {"boxes": []}).json()["code"] == "files.bad_boxes"
    outside = {"boxes": [{"left": 9000, "top": 10, "width": 60, "height": 60}]}
    assert act("mask", outside).json()["code"] == "files.bad_boxes"
    assert Client().post(f"{FILES}/{file_id}/release", headers=signed_in(CAST.zhou)).status_code == 404
    assert Client().post(f"{FILES}/{file_id}/release", headers=signed_in(CAST.lin)).status_code == 403
