"""The doors that take files, and what comes of a file sent to each: over HTTP, as a browser or a program would."""

import contextlib
import resource
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client

from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.access.services import open_session
from jingwei.foundation.imports.tests.steps import csv_bytes
from jingwei.foundation.territory.services.drafts import open_draft
from jingwei.kernel.clock import now
from tests.cast import CAST, TOWNSHIP
from tests.hostile.beasts import MARK, Beast, End
from tests.hostile.grounds import drawn
from tests.hostile.tables import SECRET

API = "/api/v1"
TUS = {"Tus-Resumable": "1.0.0"}
REFUSALS = {400, 413, 415, 422}
INLINE = {"image/jpeg", "video/mp4", "audio/mp4"}
LEFT_OVERS = (MARK, b"PK\x03\x04", b"<?php", b"<svg", b"<html", b"onload=", SECRET)


@dataclass(slots=True)
class Met:
    """What came of one file at one door."""

    status: int
    code: str
    faults: list[str]
    seconds: float = 0.0
    peak_mb: int = 0

    @property
    def end(self) -> End:
        return End.CLEANED if self.status < 300 else End.REFUSED


Door = Callable[[Beast, bytes, Path], Met]


def whole(beast: Beast, content: bytes, folder: Path) -> Met:
    """In one request, by somebody signed in, who then fetches what is stored."""
    headers = _signed_in(CAST.lin)
    name = beast.file_name or "x"
    fields = {"file": SimpleUploadedFile(name, content, content_type=beast.media_type)}
    answer = Client(raise_request_exception=False).post(f"{API}/files", fields, headers=headers)
    return _met(answer, lambda: _stored_faults(answer.json(), headers, folder), folder)


def passing_by(beast: Beast, content: bytes, folder: Path) -> Met:
    """In one request, by nobody."""
    fields = {"file": SimpleUploadedFile(beast.file_name or "x", content, content_type=beast.media_type)}
    answer = Client(raise_request_exception=False).post(f"{API}/files", fields)
    return _met(answer, lambda: _disk_faults(folder), folder)


def in_pieces(beast: Beast, content: bytes, folder: Path) -> Met:
    """As a phone sends it."""
    client = Client(raise_request_exception=False)
    begun = client.post(f"{API}/uploads", headers=TUS | {"Upload-Length": str(len(content))})
    if begun.status_code != 201:
        return _met(begun, list, folder)
    address = begun["Location"]
    sent = client.generic(
        "PATCH",
        address,
        content,
        content_type="application/offset+octet-stream",
        headers=TUS | {"Upload-Offset": "0"},
    )
    if sent.status_code != 204:
        return _met(sent, list, folder)
    answer = client.post(f"{address}/finish")
    met = _met(answer, lambda: _disk_faults(folder), folder)
    client.generic("DELETE", address, headers=TUS)
    return met


def imported(beast: Beast, content: bytes, folder: Path) -> Met:
    """As a sheet of rows."""
    fields = {"file": SimpleUploadedFile(beast.file_name, content), "sheet_key": "test.units"}
    client = Client(raise_request_exception=False)
    answer = client.post(f"{API}/imports", fields, headers=_signed_in(CAST.wu))
    return _met(answer, lambda: _told_faults(answer), folder)


def corrected(beast: Beast, content: bytes, folder: Path) -> Met:
    """As the corrected version of a sheet that was taken before."""
    headers, client = _signed_in(CAST.wu), Client(raise_request_exception=False)
    first = SimpleUploadedFile("a.csv", csv_bytes(("T1", "", "城管", "", "")))
    batch = client.post(f"{API}/imports", {"file": first, "sheet_key": "test.units"}, headers=headers).json()
    stood = _kept(folder)
    fields = {"file": SimpleUploadedFile(beast.file_name, content)}
    answer = client.post(f"{API}/imports/{batch['id']}/correction", fields, headers=headers)
    return _met(answer, lambda: _told_faults(answer), folder, stood)


def surveyed(beast: Beast, content: bytes, folder: Path) -> Met:
    """As a geometry file for a draft of the territory."""
    headers, client = _signed_in(CAST.ding), Client(raise_request_exception=False)
    fields = {"file": SimpleUploadedFile(beast.file_name, content)}
    answer = client.post(f"{API}/territory/drafts/{_draft()}/imports", fields, headers=headers)
    return _met(answer, lambda: _told_faults(answer), folder)


def surveyed_again(beast: Beast, content: bytes, folder: Path) -> Met:
    """As the corrected version of one that was taken before."""
    headers, client = _signed_in(CAST.ding), Client(raise_request_exception=False)
    address = f"{API}/territory/drafts/{_draft()}/imports"
    first = client.post(address, {"file": SimpleUploadedFile("a.geojson", drawn())}, headers=headers).json()
    stood = _kept(folder)
    answer = client.post(
        f"{API}/territory/imports/{first['id']}/correction",
        {"file": SimpleUploadedFile(beast.file_name, content)},
        headers=headers,
    )
    return _met(answer, lambda: _told_faults(answer), folder, stood)


def _draft() -> str:
    return str(open_draft(CAST.ding, area_code=TOWNSHIP, title="测量成果", at=now()).pk)


FOR_FILES: dict[str, Door] = {"whole": whole, "passing by": passing_by, "in pieces": in_pieces}
FOR_TABLES: dict[str, Door] = {"imported": imported, "corrected": corrected}
FOR_GROUNDS: dict[str, Door] = {"surveyed": surveyed, "surveyed again": surveyed_again}
OPERATIONS = {
    "uploadFile": "whole",
    "createUpload": "in pieces",
    "appendUpload": "in pieces",
    "deleteUpload": "in pieces",
    "finishUpload": "in pieces",
    "uploadImport": "imported",
    "resumeImport": "corrected",
    "uploadGeometry": "surveyed",
    "correctGeometry": "surveyed again",
}
"""Every operation that takes a file, and the door that stands for it here."""


def meet(door: Door, beast: Beast, content: bytes, folder: Path) -> Met:
    """Send a file, take the time and the memory, and forget it again.

    Time is the processor's, ours and of programs we started: how busy the machine is must not matter.
    """
    _forget_peak()
    before, began = _peak_mb(), _processor_seconds()
    with transaction.atomic():
        met = door(beast, content, folder)
        transaction.set_rollback(True)
    met.seconds, met.peak_mb = _processor_seconds() - began, max(0, _peak_mb() - before)
    for path in sorted(folder.rglob("*"), reverse=True) if folder.exists() else []:
        path.unlink() if path.is_file() else path.rmdir()
    if met.status >= 500 and met.code != "files.masking_busy":
        met.faults.append(f"a server error: {met.status} {met.code}")
    return met


def _met(answer: Any, look: Callable[[], list[str]], folder: Path, stood: Sequence[Path] = ()) -> Met:
    """What came of it. After a refusal nothing may lie on disk but what ``stood`` there before."""
    code = ""
    if answer.status_code >= 300:
        told = answer.json() if answer.headers.get("Content-Type", "").startswith("application/json") else {}
        code = str(told.get("code", ""))
        faults = (
            []
            if answer.status_code in REFUSALS or answer.status_code >= 500
            else [f"status {answer.status_code}"]
        )
        if answer.status_code in REFUSALS and not (
            "请" in told.get("message", "") and told.get("message_en")
        ):
            faults.append("the refusal says not what to do")
        kept = _kept(folder)
        faults += [f"left on disk: {path.name}" for path in kept if path not in stood]
        faults += [f"gone from disk: {path.name}" for path in stood if path not in kept]
        return Met(answer.status_code, code, faults)
    return Met(answer.status_code, code, look())


def _stored_faults(told: dict[str, Any], headers: dict[str, str], folder: Path) -> list[str]:
    """What is wrong with a stored file as it is handed out."""
    answer = Client().get(f"{API}/files/{told['id']}", headers=headers)
    content = b"".join(answer.streaming_content)
    faults = _disk_faults(folder)
    faults += [f"{one!r} is left in it" for one in LEFT_OVERS if one in content]
    policy, manner = answer["Content-Security-Policy"], answer["Content-Disposition"]
    if "sandbox" not in policy or "default-src 'none'" not in policy:
        faults.append("it is handed out without a sandbox")
    if answer["X-Content-Type-Options"] != "nosniff":
        faults.append("browsers may guess what it is")
    if manner.startswith("inline") and answer["Content-Type"] not in INLINE:
        faults.append(f"{answer['Content-Type']} is shown in place")
    if answer["Content-Type"] == "application/pdf" and not manner.startswith("attachment"):
        faults.append("a document is shown in place")
    if told["id"] not in manner:
        faults.append("it bears another name than its number")
    return faults


def _disk_faults(folder: Path) -> list[str]:
    """Nothing hostile on disk, and no name that somebody else gave."""
    faults = []
    for path in _kept(folder):
        if any(one in path.read_bytes() for one in LEFT_OVERS):
            faults.append(f"{path.suffix} on disk still holds what made it hostile")
        for part in path.relative_to(folder).parts:
            if any(word in part.lower() for word in ("passwd", "evil", "html", "htaccess", "照片", "php")):
                faults.append(f"somebody else's name on disk: {part}")
    return faults


def _told_faults(answer: Any) -> list[str]:
    return [f"{one!r} came out" for one in (SECRET, b"haha") if one in answer.content]


def _kept(folder: Path) -> list[Path]:
    """Files that were kept: pieces stay until the upload is given up, sealed."""
    return [
        path
        for path in folder.rglob("*")
        if path.is_file() and path.relative_to(folder).parts[0] in {"files", "imports", "geometry"}
    ]


def _signed_in(actor: Actor) -> dict[str, str]:
    assert actor.person_id
    return {"Authorization": f"Bearer {open_session(actor.person_id, at=now())}"}


def _processor_seconds() -> float:
    spent = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in spent)


def _forget_peak() -> None:
    with contextlib.suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5")


def _peak_mb() -> int:
    lines = Path("/proc/self/status").read_text(encoding="ascii", errors="replace").splitlines()
    return next(int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM"))
