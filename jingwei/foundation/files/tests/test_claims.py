"""An upload belongs to one matter; what belongs to none goes away, and so does what crashes leave."""

import os
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from django.db import ProgrammingError, transaction

from jingwei.foundation.files.models import File
from jingwei.foundation.files.rules.refusals import NotAttachable
from jingwei.foundation.files.services import claim, sweep_files
from jingwei.foundation.files.services.serving import content_of
from jingwei.foundation.files.services.storage import content_path, write_durably
from jingwei.foundation.files.tests.test_upload import left_on_disk, paper
from jingwei.foundation.scoping import eyes
from jingwei.kernel.ids import uuid7
from tests.cast import CAST, MONDAY_10

pytestmark = pytest.mark.django_db
MATTER, OTHER_MATTER = uuid7(), uuid7()


def claimed_for(file_id: UUID) -> UUID | None:
    with eyes(CAST.machine):
        return File.objects.get(pk=file_id).claimed_for


def test_ones_own_upload_is_tied_to_one_matter_and_again_to_the_same() -> None:
    file = paper(CAST.li)
    for _ in range(2):
        with eyes(CAST.li):
            claim(CAST.li, [file.id, file.id], at=MONDAY_10, target=MATTER)
    assert claimed_for(file.id) == MATTER
    with eyes(CAST.li), pytest.raises(NotAttachable):
        claim(CAST.li, [file.id], at=MONDAY_10, target=OTHER_MATTER)
    assert claimed_for(file.id) == MATTER


def test_a_strangers_upload_cannot_be_taken() -> None:
    file = paper(CAST.li)
    for stranger in (CAST.wang, CAST.wu, CAST.public):
        with eyes(stranger), pytest.raises(NotAttachable, match=str(file.id)):
            claim(stranger, [file.id], at=MONDAY_10, target=MATTER)
    assert claimed_for(file.id) is None


def test_who_reports_without_an_account_may_attach_what_they_uploaded() -> None:
    file = paper(CAST.public)
    with eyes(CAST.public):
        claim(CAST.public, [file.id], at=MONDAY_10, target=MATTER)
    assert claimed_for(file.id) == MATTER


def test_an_unknown_file_is_named() -> None:
    file, unknown = paper(CAST.li), uuid7()
    with eyes(CAST.li), pytest.raises(NotAttachable) as refused, transaction.atomic():
        claim(CAST.li, [file.id, unknown], at=MONDAY_10, target=MATTER)
    assert str(unknown) in refused.value.text
    assert str(file.id) not in refused.value.text
    assert claimed_for(file.id) is None


def test_nothing_to_attach_is_no_fault() -> None:
    with eyes(CAST.li):
        claim(CAST.li, [], at=MONDAY_10)


def test_the_application_cannot_rewrite_whose_a_file_is() -> None:
    file = paper(CAST.li)
    for change in ({"uploader_person_id": CAST.wang.person_id}, {"claimed_for": MATTER}, {"faces_masked": 0}):
        with eyes(CAST.li), pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            File.objects.filter(pk=file.id).update(**change)


def test_uploads_that_nobody_attached_are_removed_after_a_week(var_folder: Path) -> None:
    kept, left = paper(CAST.li), paper(CAST.public)
    with eyes(CAST.li):
        claim(CAST.li, [kept.id], at=MONDAY_10, target=MATTER)
    assert sweep_files(at=MONDAY_10 + timedelta(days=6)) == 0
    assert sweep_files(at=MONDAY_10 + timedelta(days=8)) == 1
    assert content_of(kept).exists()
    assert not content_of(left).exists()
    with eyes(CAST.machine):
        assert list(File.objects.values_list("id", flat=True)) == [kept.id]


def test_content_without_a_row_and_replaced_content_are_removed(var_folder: Path) -> None:
    file = paper(CAST.li)
    orphan = content_path(uuid7(), "f" * 64)
    replaced = content_path(file.id, "e" * 64)
    young = content_path(uuid7(), "d" * 64)
    for path in (orphan, replaced, young):
        write_durably(path, b"left by a crash")
    long_ago = (MONDAY_10 - timedelta(days=1)).timestamp()
    for path in (orphan, replaced):
        os.utime(path.parent, (long_ago, long_ago))
    os.utime(young.parent, (MONDAY_10.timestamp(),) * 2)
    assert sweep_files(at=MONDAY_10) == 1
    assert set(left_on_disk(var_folder)) == {content_of(file), young}


def test_a_half_written_file_is_never_taken_for_a_whole_one(
    var_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: int) -> None:
        raise OSError("power cut")

    monkeypatch.setattr(os, "fsync", broken)
    path = content_path(uuid7(), "a" * 64)
    with pytest.raises(OSError, match="power cut"):
        write_durably(path, b"half")
    assert left_on_disk(var_folder) == []
