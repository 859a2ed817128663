"""Whether what stands on the disk and what the database says of it are the same, in both directions."""

import hashlib
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from uuid import UUID

import psycopg

from bench.faults.invariant import Finding, Kind

YOUNG_S = 30
"""Longer than what the house's care leaves alone (``upkeep``)."""
THUMBNAILS_PX = (320, 1280)


def disk_findings(connection: "psycopg.Connection[Any]", var: Path) -> list[Finding]:
    """Files without content, content that is another, and content of nothing. Run when nobody writes, after the
    house has swept: whatever a fault left until then is the sweepers' business, what is left after them is not.

    What is younger than half a minute is looked at the next time.
    """
    return [
        *_files(connection, var / "files"),
        *_folders(
            connection, "upload", var / "uploads", "select id from files_pieceupload where file_id is null"
        ),
        *_imports(connection, var / "imports"),
        *_exports(connection, var / "exports"),
    ]


def lost_files(connection: "psycopg.Connection[Any]", acknowledged: Iterable[UUID]) -> list[Finding]:
    """Files that somebody was told are kept."""
    wanted = list(acknowledged)
    rows = connection.execute("select id from files_file where id = any(%s)", [wanted]).fetchall()
    gone = set(wanted) - {row[0] for row in rows}
    return [Finding(Kind.LOST, "an acknowledged file is not there", str(one)) for one in sorted(gone)]


def lost_exports(
    connection: "psycopg.Connection[Any]", var: Path, acknowledged: dict[UUID, str]
) -> list[Finding]:
    """Workbooks that somebody holds, and that the house no longer knows as the same."""
    sql = "select id, sha256 from imports_export where state = 'ready'"
    known = {row[0]: row[1] for row in connection.execute(sql).fetchall()}
    return [
        Finding(Kind.LOST, "a workbook that was handed out is not there", str(one))
        for one, digest in acknowledged.items()
        if known.get(one) != digest
    ]


def _is_quiet(path: Path) -> bool:
    """Whether nobody has touched it lately: a server may still be at work for somebody who gave up waiting."""
    try:
        return time.time() - path.stat().st_mtime > YOUNG_S
    except FileNotFoundError:
        return False


def _files(connection: "psycopg.Connection[Any]", place: Path) -> list[Finding]:
    found = []
    sql = "select id, sha256, size_bytes, has_thumbnails from files_file"
    rows = {row[0]: row[1:] for row in connection.execute(sql).fetchall()}
    for file_id, (sha256, size, has_thumbnails) in rows.items():
        folder = place / file_id.hex[-2:] / str(file_id)
        content = folder / sha256
        if not content.exists():
            found.append(Finding(Kind.LOST, "a file has no content", str(file_id)))
        elif content.stat().st_size != size or hashlib.sha256(content.read_bytes()).hexdigest() != sha256:
            found.append(Finding(Kind.BROKEN, "a file's content is another", str(file_id)))
        if has_thumbnails and not all((folder / f"{sha256}.{px}.webp").exists() for px in THUMBNAILS_PX):
            found.append(Finding(Kind.LOST, "a file has no thumbnails", str(file_id)))
    for folder in sorted(place.glob("*/*")):
        if UUID(folder.name) not in rows and _is_quiet(folder):
            found.append(Finding(Kind.ORPHAN, "content of no file", folder.name))
        found += [
            Finding(Kind.ORPHAN, "content that was never finished", f"{folder.name}/{path.name}")
            for path in folder.glob("*.part")
            if _is_quiet(path)
        ]
    return found


def _folders(connection: "psycopg.Connection[Any]", what: str, place: Path, sql: str) -> list[Finding]:
    known = {row[0] for row in connection.execute(sql).fetchall()}  # type: ignore[arg-type]
    return [
        Finding(Kind.ORPHAN, f"pieces of no {what}", folder.name)
        for folder in sorted(place.glob("*/*"))
        if UUID(folder.name) not in known and _is_quiet(folder)
    ]


def _imports(connection: "psycopg.Connection[Any]", place: Path) -> list[Finding]:
    sql = "select id, round from imports_batch where is_file_kept"
    rows = {row[0]: row[1] for row in connection.execute(sql).fetchall()}
    found = [
        Finding(Kind.LOST, "an import has no file", str(batch_id))
        for batch_id, number in rows.items()
        if not (place / str(batch_id) / f"source-{number}").exists()
    ]
    on_disk = sorted(place.glob("*"))
    stray = [path.name for path in on_disk if UUID(path.name) not in rows and _is_quiet(path)]
    return found + [Finding(Kind.ORPHAN, "a file of no import", name) for name in stray]


def _exports(connection: "psycopg.Connection[Any]", place: Path) -> list[Finding]:
    sql = "select id, state, run_id from imports_export"
    rows = {row[0]: row[1:] for row in connection.execute(sql).fetchall()}
    found = [
        Finding(Kind.LOST, "an export has no workbook", str(export_id))
        for export_id, (state, run_id) in rows.items()
        if state == "ready" and not (place / str(export_id) / f"book-{run_id}").exists()
    ]
    for folder in sorted(place.glob("*")):
        state = rows.get(UUID(folder.name), ("", None))[0]
        if not _is_quiet(folder):
            continue
        if state not in ("asked", "running", "ready"):
            found.append(Finding(Kind.ORPHAN, "a workbook of no export", folder.name))
        elif any(path.name.startswith("plain-") for path in folder.glob("*")):
            found.append(Finding(Kind.ORPHAN, "an open workbook was left lying", folder.name))
    return found
