"""Pieces of an upload on disk, each sealed with a key that nobody but the uploading phone holds.

What has not been masked must stand nowhere where somebody could read it (docs/adr/0028-uploads-in-pieces.md). So the key is made from
the secret in the upload's address, of which the server keeps only a digest: a stolen disk tells nothing.
How much has arrived is what stands on the disk: a piece is written whole and durably, or it is not there, and no
second book could disagree with it.
"""

import contextlib
import fcntl
import hashlib
import hmac
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

from django.conf import settings

from jingwei.foundation.files.rules.uploads import UploadBusy
from jingwei.foundation.files.services.storage import write_durably
from jingwei.kernel.crypto import decrypt_bytes, encrypt_bytes

_PIECE = re.compile(r"(\d{12})-(\d{8})")
_LOCK = "lock"
BUSY_SECONDS = 3


def digest_of_secret(secret: str) -> bytes:
    """What the server keeps of an upload's secret."""
    return hashlib.sha256(secret.encode()).digest()


def key_of_secret(secret: str) -> bytes:
    """The key of an upload's pieces; it cannot be told from what the server keeps."""
    return hmac.digest(secret.encode(), b"jingwei upload pieces", hashlib.sha256)


@contextlib.contextmanager
def alone_with(upload_id: UUID) -> Iterator[None]:
    """Nobody else adds to this upload or finishes it meanwhile; a process that dies lets go. Raises: UploadBusy."""
    folder = _folder(upload_id)
    folder.mkdir(mode=0o750, parents=True, exist_ok=True)
    with (folder / _LOCK).open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise UploadBusy(seconds=BUSY_SECONDS) from None
        yield


def received_bytes(upload_id: UUID) -> int:
    """How much has arrived without a gap."""
    end = 0
    for offset, size, _ in _pieces(upload_id):
        if offset != end:
            break
        end += size
    return end


def write_piece(upload_id: UUID, key: bytes, offset: int, content: bytes) -> None:
    """Seal a piece and have it on the disk when this returns."""
    sealed = encrypt_bytes(key, content, field=_field(upload_id, offset))
    write_durably(_folder(upload_id) / f"{offset:012d}-{len(content):08d}", sealed)


def whole_content(upload_id: UUID, key: bytes) -> bytes:
    """All pieces in their order. Raises: Unreadable where one was altered, moved or sealed with another key."""
    content = bytearray()
    for offset, size, path in _pieces(upload_id):
        if offset == len(content):
            content += decrypt_bytes(key, path.read_bytes(), field=_field(upload_id, offset))
            assert len(content) == offset + size
    return bytes(content)


def remove_pieces(upload_id: UUID) -> None:
    """Remove whatever has arrived."""
    shutil.rmtree(_folder(upload_id), ignore_errors=True)


def upload_ids_on_disk(*, older_than_epoch: float) -> Iterator[UUID]:
    """Ids of the folders that were last changed before a moment."""
    for folder in sorted(_root().glob("*/*")):
        if folder.is_dir() and folder.stat().st_mtime < older_than_epoch:
            yield UUID(folder.name)


def free_bytes() -> int:
    """The room on the disk that pieces go to."""
    place = _root()
    while not place.exists():
        place = place.parent
    return shutil.disk_usage(place).free


def _pieces(upload_id: UUID) -> list[tuple[int, int, Path]]:
    found = []
    with contextlib.suppress(FileNotFoundError):
        for entry in os.scandir(_folder(upload_id)):
            if name := _PIECE.fullmatch(entry.name):
                found.append((int(name[1]), int(name[2]), Path(entry.path)))
    return sorted(found)


def _field(upload_id: UUID, offset: int) -> str:
    return f"files.upload:{upload_id}:{offset}"


def _root() -> Path:
    return Path(settings.VAR_FOLDER) / "uploads"


def _folder(upload_id: UUID) -> Path:
    return _root() / upload_id.hex[-2:] / str(upload_id)
