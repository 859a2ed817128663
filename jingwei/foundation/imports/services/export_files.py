"""Where exports stand: a folder each that only the server's user can enter; rows and finished book encrypted.

``rows`` grows batch by batch while the export is read; ``book-RUN`` is the finished workbook of one run, and only
the run that the export names is ever handed out.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import IO
from uuid import UUID

from django.conf import settings

from jingwei.foundation.imports.contracts.exports import Cell
from jingwei.kernel.crypto import Unreadable, decrypt_bytes, encrypt_bytes

PIECE_BYTES = 1 << 20
LENGTH_BYTES = 4


class SpoolLost(Exception):
    """The rows on disk end before the mark in the database: the disk or a restore lost them."""


def folder() -> Path:
    place = Path(settings.VAR_FOLDER) / "exports"
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    return place


def export_folder(export_id: UUID) -> Path:
    return folder() / str(export_id)


def rows_path(export_id: UUID) -> Path:
    return export_folder(export_id) / "rows"


def book_path(export_id: UUID, run_id: UUID) -> Path:
    return export_folder(export_id) / f"book-{run_id}"


def append_rows(export_id: UUID, from_byte: int, rows: Sequence[Sequence[Cell]]) -> int:
    """Write one batch behind the last committed mark, over whatever a killed runner left; return the new mark.

    Raises: SpoolLost.
    """
    path = rows_path(export_id)
    path.parent.mkdir(mode=0o700, exist_ok=True)
    with os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), "r+b") as file:
        if file.seek(0, os.SEEK_END) < from_byte:
            raise SpoolLost
        file.truncate(from_byte)
        file.seek(from_byte)
        text = json.dumps([[_packed(cell) for cell in row] for row in rows], ensure_ascii=False)
        _write_piece(file, text.encode(), f"exports.rows:{export_id}:{from_byte}")
        file.flush()
        os.fsync(file.fileno())
        return file.tell()


def kept_rows(export_id: UUID, until_byte: int) -> Iterator[list[Cell]]:
    """The rows in order, up to the committed mark. Raises: SpoolLost."""
    try:
        with rows_path(export_id).open("rb") as file:
            while (at_byte := file.tell()) < until_byte:
                piece = _read_piece(file, f"exports.rows:{export_id}:{at_byte}")
                if piece is None:
                    raise SpoolLost
                for row in json.loads(piece):
                    yield [_unpacked(cell) for cell in row]
    except FileNotFoundError:
        raise SpoolLost from None


def seal_book(export_id: UUID, run_id: UUID, plain: Path) -> tuple[int, str]:
    """Encrypt a finished workbook under the run's name and delete the plain one; size and SHA-256 of the plain."""
    digest, size = hashlib.sha256(), 0
    sealed = book_path(export_id, run_id)
    aside = sealed.with_suffix(".part")
    with plain.open("rb") as source, private(aside) as target:
        for index, piece in enumerate(iter(lambda: source.read(PIECE_BYTES), b"")):
            digest.update(piece)
            size += len(piece)
            _write_piece(target, piece, f"exports.book:{export_id}:{index}")
        target.flush()
        os.fsync(target.fileno())
    aside.replace(sealed)
    plain.unlink()
    return size, digest.hexdigest()


class OpenedBook:
    """The workbook, piece by piece; the file is opened at once, so that its end of life cannot cut a download."""

    def __init__(self, path: Path, export_id: UUID) -> None:
        self.file = path.open("rb")
        self.export_id = export_id

    def __iter__(self) -> Iterator[bytes]:
        """Raises: Unreadable where it is not as it was made."""
        with self.file:
            index = 0
            while (piece := _read_piece(self.file, f"exports.book:{self.export_id}:{index}")) is not None:
                yield piece
                index += 1

    def close(self) -> None:
        """For whoever leaves before the end, or before the beginning."""
        self.file.close()


def is_as_made(path: Path, export_id: UUID, sha256: str) -> bool:
    """Whether the sealed file still is what was made."""
    digest = hashlib.sha256()
    try:
        for piece in OpenedBook(path, export_id):
            digest.update(piece)
    except Unreadable:
        return False
    return digest.hexdigest() == sha256


def drop_all_but(export_id: UUID, run_id: UUID) -> None:
    """Of a finished export only the book of its run stays."""
    keep = book_path(export_id, run_id).name
    for one in export_folder(export_id).iterdir():
        if one.name != keep:
            one.unlink(missing_ok=True)


def drop_export(export_id: UUID) -> None:
    shutil.rmtree(export_folder(export_id), ignore_errors=True)


def kept_exports() -> list[UUID]:
    """The exports that have a folder."""
    found = []
    for place in folder().iterdir():
        try:
            found.append(UUID(place.name))
        except ValueError:
            continue
    return found


def private(path: Path) -> IO[bytes]:
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb")


def _write_piece(file: IO[bytes], piece: bytes, field: str) -> None:
    sealed = encrypt_bytes(settings.FIELD_KEY, piece, field=field)
    file.write(len(sealed).to_bytes(LENGTH_BYTES, "big") + sealed)


def _read_piece(file: IO[bytes], field: str) -> bytes | None:
    """None at the end. Raises: Unreadable, also where the file was cut."""
    length = file.read(LENGTH_BYTES)
    if not length:
        return None
    return decrypt_bytes(settings.FIELD_KEY, file.read(int.from_bytes(length, "big")), field=field)


def _packed(cell: Cell) -> object:
    if isinstance(cell, datetime):
        return {"at": cell.isoformat()}
    if isinstance(cell, date):
        return {"on": cell.isoformat()}
    return cell


def _unpacked(cell: object) -> Cell:
    if isinstance(cell, dict):
        return datetime.fromisoformat(cell["at"]) if "at" in cell else date.fromisoformat(cell["on"])
    return cell  # type: ignore[return-value]
