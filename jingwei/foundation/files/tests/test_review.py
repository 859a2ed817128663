"""Staff cover what was missed, for ever, and release what may be shown."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from jingwei.foundation.files.models import File
from jingwei.foundation.files.queries import file_seen_by, publishable
from jingwei.foundation.files.rules.boxes import Box
from jingwei.foundation.files.rules.refusals import BadBoxes, CannotMask
from jingwei.foundation.files.services import hold_file, mask_file, release_file
from jingwei.foundation.files.services.pictures import picture_of
from jingwei.foundation.files.services.serving import content_of, thumbnail_of
from jingwei.foundation.files.tests.samples import encoded
from jingwei.foundation.files.tests.test_upload import left_on_disk, paper, upload
from jingwei.kernel.errors import Forbidden, NotFound
from tests.cast import CAST, MONDAY_10

pytestmark = pytest.mark.django_db
Capture = Callable[..., AbstractContextManager[Any]]
BOX = Box(100, 100, 200, 150)


def noisy() -> File:
    """A photo with detail everywhere, so that what is covered can be told from what is not."""
    squares = np.random.default_rng(4).integers(0, 256, (60, 80, 3), dtype=np.uint8)
    return upload(CAST.wu, encoded(Image.fromarray(squares.repeat(8, 0).repeat(8, 1))))


def test_what_staff_cover_is_gone_from_disk_too(
    var_folder: Path, django_capture_on_commit_callbacks: Capture
) -> None:
    file = noisy()
    before, old_content, old_thumb = (
        picture_of(content_of(file).read_bytes()),
        content_of(file),
        thumbnail_of(file, 320),
    )
    with django_capture_on_commit_callbacks(execute=True):
        masked = mask_file(CAST.wu, file.id, [BOX], at=MONDAY_10)
    after = picture_of(content_of(masked).read_bytes())
    assert before[100:250, 100:300].std() > 40
    assert after[110:240, 110:290].std() < 30
    assert np.abs(after[300:].astype(int) - before[300:].astype(int)).mean() < 12
    assert not old_content.exists()
    assert not old_thumb.exists()
    assert len(left_on_disk(var_folder)) == 3
    assert (masked.drawn_masked, masked.publish_blocked, masked.reviewed_by_id) == (
        1,
        True,
        CAST.wu.person_id,
    )


def test_a_refused_masking_changes_nothing(var_folder: Path) -> None:
    file = noisy()
    content = content_of(file).read_bytes()
    with pytest.raises(BadBoxes):
        mask_file(CAST.wu, file.id, [BOX, Box(5000, 0, 10, 10)], at=MONDAY_10)
    assert content_of(file_seen_by(CAST.wu, file.id)).read_bytes() == content
    assert len(left_on_disk(var_folder)) == 3


def test_released_files_may_be_published_and_held_ones_not() -> None:
    file = paper(CAST.wu)
    assert publishable(CAST.wu, [file.id]) == []
    release_file(CAST.wu, file.id, at=MONDAY_10)
    assert [one.file_id for one in publishable(CAST.wu, [file.id])] == [file.id]
    hold_file(CAST.wu, file.id, at=MONDAY_10)
    assert publishable(CAST.wu, [file.id]) == []


def test_only_photos_can_be_covered_by_boxes() -> None:
    file = paper(CAST.wu)
    with pytest.raises(CannotMask):
        mask_file(CAST.wu, file.id, [BOX], at=MONDAY_10)


def test_who_cannot_see_a_file_cannot_release_it() -> None:
    file = noisy()
    for act in (release_file, hold_file):
        with pytest.raises(NotFound):
            act(CAST.zhou, file.id, at=MONDAY_10)
    with pytest.raises(NotFound):
        mask_file(CAST.zhou, file.id, [BOX], at=MONDAY_10)


def test_who_lacks_the_permission_cannot_release_even_their_own() -> None:
    file = paper(CAST.lin)
    with pytest.raises(Forbidden):
        release_file(CAST.lin, file.id, at=MONDAY_10)
