"""Where uploaded files stand: a folder per batch that only the server's user can enter, until they expire."""

import os
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO
from uuid import UUID

from django.conf import settings

from jingwei.foundation.imports.rules.refusals import FileRefused
from jingwei.foundation.imports.rules.rows import SourceRow
from jingwei.foundation.imports.services.reading import MOST_BYTES

KEEP_DAYS = 30


def folder() -> Path:
    place = Path(settings.VAR_FOLDER) / "imports"
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    return place


def batch_folder(batch_id: UUID) -> Path:
    return folder() / str(batch_id)


def source_path(batch_id: UUID, round_number: int) -> Path:
    return batch_folder(batch_id) / f"source-{round_number}"


def spool_path(batch_id: UUID, round_number: int) -> Path:
    return batch_folder(batch_id) / f"rows-{round_number}.jsonl"


def keep_source(batch_id: UUID, round_number: int, pieces: Iterable[bytes]) -> tuple[Path, int]:
    """Write an upload down and say how large it was. Raises: FileRefused, leaving nothing."""
    place = batch_folder(batch_id)
    place.mkdir(mode=0o700, exist_ok=True)
    path = source_path(batch_id, round_number)
    size = 0
    with _private(path) as file:
        for piece in pieces:
            size += len(piece)
            if size > MOST_BYTES:
                break
            file.write(piece)
    if size > MOST_BYTES:
        path.unlink()
        limit = MOST_BYTES // 1024**2
        raise FileRefused(
            f"文件超过{limit} MB，请压缩为 .csv.gz 或分成几个文件",
            f"the file is larger than {limit} MB; compress it to .csv.gz or split it",
        )
    return path, size


class SpoolWriter:
    """The rows of a round, one JSON line each; written aside and put in place when complete."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.aside = path.with_suffix(f".{os.getpid()}")
        self.file = _private(self.aside)

    def add(self, row: SourceRow) -> None:
        self.file.write(row.line().encode() + b"\n")

    def finish(self) -> None:
        self.file.flush()
        os.fsync(self.file.fileno())
        self.file.close()
        self.aside.replace(self.path)

    def abandon(self) -> None:
        self.file.close()
        self.aside.unlink(missing_ok=True)


def spooled(path: Path, *, from_byte: int = 0, most: int | None = None) -> Iterator[tuple[SourceRow, int]]:
    """Rows from a mark on, each with the mark after it."""
    with path.open("rb") as file:
        file.seek(from_byte)
        mark = from_byte
        for count, line in enumerate(file):
            if most is not None and count >= most:
                return
            mark += len(line)
            yield SourceRow.of_line(line), mark


def drop_files(batch_id: UUID) -> None:
    shutil.rmtree(batch_folder(batch_id), ignore_errors=True)


def kept_batches() -> list[UUID]:
    """The batches that have files."""
    found = []
    for place in folder().iterdir():
        try:
            found.append(UUID(place.name))
        except ValueError:
            continue
    return found


def _private(path: Path) -> IO[bytes]:
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb")
