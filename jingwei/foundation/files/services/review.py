"""Staff look at what the detectors left: cover more, release for publishing, or hold back."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.files.contracts import FileKind
from jingwei.foundation.files.models import File
from jingwei.foundation.files.rules.boxes import Box, require_usable
from jingwei.foundation.files.rules.refusals import CannotMask
from jingwei.foundation.files.services.masking import cover
from jingwei.foundation.files.services.pictures import as_jpeg, picture_of
from jingwei.foundation.files.services.storage import (
    content_path,
    digest_of,
    remove_other_content,
    write_durably,
)
from jingwei.foundation.files.services.thumbnails import write_thumbnails
from jingwei.foundation.work import Work, work
from jingwei.kernel.errors import NotFound


def mask_file(actor: Actor, file_id: UUID, boxes: Sequence[Box], *, at: datetime) -> File:
    """Cover drawn boxes of a photo for ever, and hold it back until it is released. Boxes in the photo's pixels.

    Raises: NotFound, CannotMask, BadBoxes.
    """
    with work(actor, Permission.MASK_FILE) as job:
        file = _locked(file_id)
        if file.kind != FileKind.PHOTO or file.width is None or file.height is None:
            raise CannotMask
        require_usable(boxes, file.width, file.height)
        picture = cover(picture_of(content_path(file.id, file.sha256).read_bytes()), boxes)
        content = as_jpeg(picture)
        file.sha256, file.size_bytes = digest_of(content), len(content)
        write_durably(content_path(file.id, file.sha256), content)
        write_thumbnails(file.id, file.sha256, picture)
        file.drawn_masked += len(boxes)
        file.publish_blocked = True
        _save_review(job, file, "mask", at=at)
        transaction.on_commit(lambda: remove_other_content(file.id, file.sha256))
    return file


def release_file(actor: Actor, file_id: UUID, *, at: datetime) -> File:
    """Let a file appear in public answers: somebody has looked at all of it. Raises: NotFound."""
    with work(actor, Permission.MASK_FILE) as job:
        file = _locked(file_id)
        file.publish_blocked = False
        _save_review(job, file, "release", at=at)
    return file


def hold_file(actor: Actor, file_id: UUID, *, at: datetime) -> File:
    """Keep a file out of public answers. Raises: NotFound."""
    with work(actor, Permission.MASK_FILE) as job:
        file = _locked(file_id)
        file.publish_blocked = True
        _save_review(job, file, "hold", at=at)
    return file


def _locked(file_id: UUID) -> File:
    # Row-level security decides what can be found; no scope code stands on a file.
    file = File.objects.select_for_update(of=("self",)).filter(pk=file_id).first()
    if file is None:
        raise NotFound
    return file


def _save_review(job: Work, file: File, action: str, *, at: datetime) -> None:
    file.reviewed_at = at
    file.reviewed_by_id = job.actor.person_id
    file.save(
        update_fields=[
            "sha256",
            "size_bytes",
            "drawn_masked",
            "publish_blocked",
            "reviewed_at",
            "reviewed_by_id",
        ]
    )
    job.record_own(
        f"files.file:{file.id}",
        action=action,
        publish_blocked=file.publish_blocked,
        drawn_masked=file.drawn_masked,
        sha256=file.sha256,
    )
