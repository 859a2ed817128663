"""The content on disk: one folder per file, names that are the content's own digest.

Content is not shared between files: masking one must be able to destroy what it replaces.
"""

import hashlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

from django.conf import settings


def digest_of(content: bytes) -> str:
    """The name under which content is stored."""
    return hashlib.sha256(content).hexdigest()


def content_path(file_id: UUID, sha256: str) -> Path:
    """Where a file's content stands."""
    return _folder(file_id) / sha256


def thumbnail_path(file_id: UUID, sha256: str, side_px: int) -> Path:
    """Where a thumbnail of that content stands."""
    return _folder(file_id) / f"{sha256}.{side_px}.webp"


def write_durably(path: Path, content: bytes) -> None:
    """Whole and on the disk when this returns, or not there at all."""
    path.parent.mkdir(mode=0o750, parents=True, exist_ok=True)
    partial = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        with partial.open("wb") as target:
            target.write(content)
            target.flush()
            os.fsync(target.fileno())
        partial.rename(path)
        _sync_folder(path.parent)
    finally:
        partial.unlink(missing_ok=True)


def remove_other_content(file_id: UUID, sha256: str) -> None:
    """Remove whatever of a file is not the content named."""
    for path in _folder(file_id).glob("*"):
        if not path.name.startswith(sha256):
            path.unlink(missing_ok=True)


def remove_file(file_id: UUID) -> None:
    """Remove all content of a file."""
    shutil.rmtree(_folder(file_id), ignore_errors=True)


def stored_file_ids(*, older_than_epoch: float) -> Iterator[UUID]:
    """Ids of the folders on disk that were last changed before a moment."""
    for folder in sorted(_root().glob("*/*")):
        if folder.is_dir() and folder.stat().st_mtime < older_than_epoch:
            yield UUID(folder.name)


def _root() -> Path:
    return Path(settings.VAR_FOLDER) / "files"


def _folder(file_id: UUID) -> Path:
    # The end of a time-ordered id is random: folders fill evenly.
    return _root() / file_id.hex[-2:] / str(file_id)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
