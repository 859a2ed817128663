"""Files that arrive in pieces, and the anonymous reports they belong to."""

import base64
import io
from uuid import UUID, uuid4

import pikepdf
from PIL import Image

from bench.faults.ledger import Change, Receipt
from bench.faults.people import API, Client
from tests.cast import GRID_1, inside

TUS = {"Tus-Resumable": "1.0.0"}
PIECES = 3
PHOTO_SHARE = 0.1
"""Photos are masked, which takes a core for a second; documents show the same path without it."""


def document(mark: str) -> bytes:
    """A small PDF; no two are the same."""
    out = io.BytesIO()
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(200, 200))
        page.Contents = pdf.make_stream(f"% {mark}\n".encode() * 400)
        pdf.save(out, compress_streams=False)
    return out.getvalue()


def photo(number: int) -> bytes:
    """A small plain picture."""
    out = io.BytesIO()
    Image.new("RGB", (160, 120), (number % 256, 90, 140)).save(out, "JPEG")
    return out.getvalue()


class Uploader(Client):
    """Sends a file piece by piece, goes on where the server has got to, and reports with it without a name."""

    def once(self) -> None:
        is_photo = self.dice.random() < PHOTO_SHARE
        content = photo(self.dice.randrange(999)) if is_photo else document(uuid4().hex)
        file_id = self._uploaded(content, "image/jpeg" if is_photo else "application/pdf")
        if file_id is None:
            return
        self.ledger.files.append(file_id)
        self.ledger.note("upload")
        self._report_with(file_id)
        self.pause(2)

    def _uploaded(self, content: bytes, media_type: str) -> UUID | None:
        told = ",".join(
            f"{key} {base64.b64encode(value.encode()).decode()}".strip()
            for key, value in {"filetype": media_type, "anonymous": ""}.items()
        )
        begin = TUS | {"Upload-Length": str(len(content)), "Upload-Metadata": told}
        answer = self.insist("", "POST", f"{API}/uploads", headers=begin)
        if answer is None or answer.status_code != 201:
            if answer is not None:
                self.ledger.refuse(f"upload: {answer.status_code} {answer.text[:200]}")
            return None
        address = answer.headers["Location"]
        if not self._all_sent(address, content):
            return None
        finished = self.insist("", "POST", f"{address}/finish")
        if finished is None:
            return None
        if finished.status_code != 201:
            self.ledger.refuse(f"finish: {finished.status_code} {finished.text[:200]}")
            return None
        again = self.insist("", "POST", f"{address}/finish", gives_up=0)
        if again is not None and again.json().get("id") != finished.json()["id"]:
            self.ledger.refuse(f"finished twice: {again.text[:200]}")
        return UUID(finished.json()["id"])

    def _all_sent(self, address: str, content: bytes) -> bool:
        size = len(content) // PIECES + 1
        offset = 0
        while offset < len(content):
            piece = content[offset : offset + size]
            sent = TUS | {"Upload-Offset": str(offset), "Content-Type": "application/offset+octet-stream"}
            answer = self.insist("", "PATCH", address, headers=sent, content=piece)
            if answer is None or answer.status_code not in (204, 409):
                if answer is not None:
                    self.ledger.refuse(f"piece: {answer.status_code} {answer.text[:200]}")
                return False
            offset = self._arrived(address)
            if offset < 0:
                return False
        return True

    def _arrived(self, address: str) -> int:
        answer = self.insist("", "HEAD", address, headers=TUS, gives_up=0)
        return int(answer.headers["Upload-Offset"]) if answer and answer.status_code == 200 else -1

    def _report_with(self, file_id: UUID) -> None:
        incident_id = uuid4()
        lon, lat = inside(GRID_1, east=self.dice.uniform(0.1, 0.9), north=self.dice.uniform(0.1, 0.9))
        body = {
            "id": str(incident_id),
            "words": f"附上说明，请看附件（{incident_id.hex[:6]}）",
            "position": {"lon": lon, "lat": lat},
            "identity": "anonymous",
            "file_ids": [str(file_id)],
        }
        answer = self.insist("", "POST", f"{API}/incidents", json=body)
        if answer is None:
            return
        if answer.status_code != 201:
            self.ledger.refuse(f"anonymous report: {answer.status_code} {answer.text[:200]}")
            return
        told = answer.json()
        self.ledger.changed(Change(incident_id, 1, "report"))
        self.ledger.receipts.append(Receipt(body, "", told["receipt_no"], told["tracking_code"]))
