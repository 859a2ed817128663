"""The check of the disk finds content without a row, a row without content, and content that is another."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest

from bench.faults.disk import YOUNG_S, disk_findings, lost_exports, lost_files
from bench.faults.invariant import Kind
from jingwei.foundation.files.services import Upload, upload_file
from jingwei.foundation.files.tests.samples import document
from jingwei.foundation.imports.models import Export
from jingwei.foundation.imports.services.export_runs import make_to_end
from jingwei.foundation.imports.services.exports import NewExport, request_export
from jingwei.foundation.scoping import eyes
from tests.cast import CAST, MONDAY_10
from tests.databases import owner_connection
from tests.faults.test_checker import bring_in

Folder = Path


@pytest.fixture(scope="module")
def kept(own_city: str, tmp_path_factory: pytest.TempPathFactory) -> Folder:
    """A document, an import and a workbook, as the services keep them."""
    from django.conf import settings

    var = tmp_path_factory.mktemp("var")
    before, settings.VAR_FOLDER = settings.VAR_FOLDER, var
    content = document()
    upload_file(CAST.li, Upload(content, len(content), "paper.pdf", "application/pdf"), at=MONDAY_10)
    bring_in(2)
    export = request_export(
        CAST.wu, NewExport("incidents", {}, ("receipt_no",), False, "月度例会通报"), at=MONDAY_10
    )
    make_to_end(export.id, now=lambda: MONDAY_10)
    settings.VAR_FOLDER = before
    return var


@pytest.fixture
def owner(own_city: str, kept: Folder) -> psycopg.Connection[Any]:
    return owner_connection(own_city)


def content_of(var: Folder) -> Path:
    return next(path for path in (var / "files").rglob("*") if path.is_file())


def book_of(var: Folder) -> Path:
    return next((var / "exports").rglob("book-*"))


def aged(*paths: Path) -> None:
    """As if nobody had touched it for a minute."""
    for path in paths:
        before = path.stat().st_mtime - 2 * YOUNG_S
        os.utime(path, (before, before))


def moved_away(path: Path) -> Callable[[], None]:
    aside = path.with_name("aside")
    path.rename(aside)
    return lambda: aside.rename(path) and None


def changed(path: Path) -> Callable[[], None]:
    content = path.read_bytes()
    path.write_bytes(content[::-1])
    return lambda: path.write_bytes(content) and None


def added(path: Path) -> Callable[[], None]:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"left")
    aged(path, path.parent)

    def take_away() -> None:
        path.unlink()
        if not any(path.parent.iterdir()):
            path.parent.rmdir()

    return take_away


PLANTED: dict[str, tuple[Kind, Callable[[Folder], Callable[[], None]]]] = {
    "a file has no content": (Kind.LOST, lambda var: moved_away(content_of(var))),
    "a file's content is another": (Kind.BROKEN, lambda var: changed(content_of(var))),
    "content of no file": (Kind.ORPHAN, lambda var: added(var / "files" / "ab" / str(uuid4()) / "content")),
    "content that was never finished": (
        Kind.ORPHAN,
        lambda var: added(content_of(var).with_name("content.71.part")),
    ),
    "pieces of no upload": (Kind.ORPHAN, lambda var: added(var / "uploads" / "ab" / str(uuid4()) / "lock")),
    "an import has no file": (
        Kind.LOST,
        lambda var: moved_away(next((var / "imports").rglob("source-1"))),
    ),
    "a file of no import": (Kind.ORPHAN, lambda var: added(var / "imports" / str(uuid4()) / "source-1")),
    "an export has no workbook": (Kind.LOST, lambda var: moved_away(book_of(var))),
    "a workbook of no export": (Kind.ORPHAN, lambda var: added(var / "exports" / str(uuid4()) / "rows")),
    "an open workbook was left lying": (
        Kind.ORPHAN,
        lambda var: added(book_of(var).with_name("plain-1.xlsx")),
    ),
}


def test_what_the_services_keep_is_whole(owner: psycopg.Connection[Any], kept: Folder) -> None:
    with owner:
        assert disk_findings(owner, kept) == []


@pytest.mark.parametrize("fault", PLANTED)
def test_a_planted_fault_is_found(fault: str, owner: psycopg.Connection[Any], kept: Folder) -> None:
    kind, plant = PLANTED[fault]
    take_back = plant(kept)
    try:
        with owner:
            assert (kind, fault) in {(one.kind, one.fault) for one in disk_findings(owner, kept)}
    finally:
        take_back()


def test_what_is_being_written_is_left_for_the_next_time(
    owner: psycopg.Connection[Any], kept: Folder
) -> None:
    place = kept / "files" / "ab" / str(uuid4())
    place.mkdir(parents=True)
    with owner:
        assert disk_findings(owner, kept) == []
        aged(place)
        assert [one.fault for one in disk_findings(owner, kept)] == ["content of no file"]
    place.rmdir()


def test_a_file_without_thumbnails_is_found(owner: psycopg.Connection[Any], kept: Folder) -> None:
    with owner, owner.transaction(force_rollback=True):
        owner.execute("update files_file set has_thumbnails = true")
        assert [one.fault for one in disk_findings(owner, kept)] == ["a file has no thumbnails"]


def test_what_was_acknowledged_and_is_gone_is_found(
    owner: psycopg.Connection[Any], kept: Folder, own_city: str
) -> None:
    with eyes(CAST.wu):
        export = Export.objects.get()
    gone = UUID(int=7)
    with owner:
        assert lost_exports(owner, kept, {export.id: export.sha256}) == []
        assert len(lost_exports(owner, kept, {export.id: "another"})) == 1
        assert len(lost_exports(owner, kept, {gone: export.sha256})) == 1
        assert [one.what for one in lost_files(owner, [gone])] == [str(gone)]
