"""Uploads in pieces, for phones whose network comes and goes; what is complete goes the way of every other file."""

import secrets
from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Count, Sum

from jingwei.foundation.access.contracts import PUBLIC_ACTOR, Actor, Permission, system_actor
from jingwei.foundation.access.services import require_permission
from jingwei.foundation.files.models import File, PieceUpload
from jingwei.foundation.files.rules.content import claims_to_be_a_picture
from jingwei.foundation.files.rules.refusals import too_large
from jingwei.foundation.files.rules.uploads import (
    CHECKED_PIECE_BYTES,
    KEEP_UPLOADS,
    MOST_AN_HOUR,
    MOST_BYTES_AN_HOUR,
    ROOM_LEFT_BYTES,
    STORED_PIECE_BYTES,
    Checksum,
    NoRoom,
    OffsetMoved,
    PieceDamaged,
    TooManyUploads,
    UploadIncomplete,
    UploadUnknown,
)
from jingwei.foundation.files.services import pieces
from jingwei.foundation.files.services.intake import Upload, cleaned, store
from jingwei.foundation.privacy.services import fingerprint_of
from jingwei.foundation.scoping import eyes
from jingwei.foundation.work import work
from jingwei.kernel.ids import uuid7

RECEIVER = system_actor("分段上传")
SECRET_BYTES = 32
KEEP_STRAY_PIECES = timedelta(hours=1)
SWEPT_AT_ONCE = 500
Read = Callable[[int], bytes]
"""Reads at most so many bytes of what is being sent; nothing at its end."""


def create_upload(
    actor: Actor, *, length_bytes: int, name: str, media_type: str, address: str, at: datetime
) -> tuple[PieceUpload, str]:
    """Begin an upload; the secret that comes back is its address, and told to nobody else.

    The file's name is not kept, only whether it claims to be a picture. Raises: TooManyUploads, NoRoom.
    """
    require_permission(actor, Permission.UPLOAD_FILE)
    secret = secrets.token_urlsafe(SECRET_BYTES)
    upload = PieceUpload(
        id=uuid7(),
        secret_digest=pieces.digest_of_secret(secret),
        length_bytes=length_bytes,
        claims_picture=claims_to_be_a_picture(name, media_type),
        uploader_person_id=actor.person_id,
        sender=fingerprint_of(f"sender {actor.person_id or address}"),
        created_at=at,
    )
    if pieces.free_bytes() - length_bytes < ROOM_LEFT_BYTES:
        raise NoRoom
    with work(actor, Permission.UPLOAD_FILE) as job:
        with eyes(RECEIVER):
            _require_measure(upload, at=at)
            upload.save(force_insert=True)
        job.record_own(f"files.upload:{upload.id}", length_bytes=length_bytes)
    return upload, secret


def upload_of(actor: Actor, secret: str, *, at: datetime) -> PieceUpload:
    """The upload behind an address, for whoever began it. Raises: UploadUnknown."""
    with eyes(RECEIVER):
        upload = PieceUpload.objects.filter(
            secret_digest=pieces.digest_of_secret(secret), created_at__gt=at - KEEP_UPLOADS
        ).first()
    if upload is None or upload.uploader_person_id not in {None, actor.person_id}:
        raise UploadUnknown
    return upload


def received_bytes(upload: PieceUpload) -> int:
    """Where to go on."""
    return upload.length_bytes if upload.file_id else pieces.received_bytes(upload.id)


def append_upload(
    upload: PieceUpload, secret: str, read: Read, *, offset: int, size_bytes: int, checksum: Checksum | None
) -> int:
    """Take in what is being sent, piece by piece, and say how much there is now.

    A connection that breaks leaves every piece that was complete, and what came of the last one. With a checksum
    all of it is taken or nothing. Raises: OffsetMoved, TooLarge, PieceDamaged, UploadBusy.
    """
    _require_offset(upload, offset)
    if offset + size_bytes > upload.length_bytes:
        raise too_large(None, offset + size_bytes, upload.length_bytes)
    if checksum is not None and size_bytes > CHECKED_PIECE_BYTES:
        raise too_large(None, size_bytes, CHECKED_PIECE_BYTES)
    key = pieces.key_of_secret(secret)
    at_once = CHECKED_PIECE_BYTES if checksum else STORED_PIECE_BYTES
    is_over = False
    while not is_over and (content := _read_piece(read, min(at_once, upload.length_bytes - offset))):
        is_over = len(content) < at_once
        if checksum is not None and not checksum.fits(content):
            raise PieceDamaged
        with pieces.alone_with(upload.id):
            _require_offset(upload, offset)
            pieces.write_piece(upload.id, key, offset, content)
        offset += len(content)
    return offset


def finish_upload(actor: Actor, secret: str, *, at: datetime) -> File:
    """Check, strip, mask and store what has arrived, as every upload; asked again, the same file is the answer.

    It belongs to whoever began it, or to nobody.
    Raises: UploadUnknown, UploadIncomplete, UploadBusy, and the refusals of ``upload_file``: the pieces stay then,
    until the upload is deleted or two days old.
    """
    require_permission(actor, Permission.UPLOAD_FILE)
    upload = upload_of(actor, secret, at=at)
    if upload.file_id is not None:
        return _finished(upload.file_id)
    with pieces.alone_with(upload.id):
        upload = upload_of(actor, secret, at=at)  # as it is now that nobody else works on it
        if upload.file_id is not None:
            return _finished(upload.file_id)
        received = pieces.received_bytes(upload.id)
        if received < upload.length_bytes:
            raise UploadIncomplete(received_bytes=received, length_bytes=upload.length_bytes)
        content = pieces.whole_content(upload.id, pieces.key_of_secret(secret))
        media_type = "image/*" if upload.claims_picture else ""
        clean = cleaned(Upload(content, len(content), media_type=media_type))
        owner = PUBLIC_ACTOR if upload.uploader_person_id is None else actor
        file = store(owner, clean, at=at, along=lambda file_id: _link(upload, file_id))
        pieces.remove_pieces(upload.id)
    return file


def delete_upload(actor: Actor, upload: PieceUpload) -> None:
    """Forget an upload and what has arrived of it; a file made of it stays."""
    with pieces.alone_with(upload.id):
        with work(actor, Permission.UPLOAD_FILE) as job:
            with eyes(RECEIVER):
                PieceUpload.objects.filter(pk=upload.id).delete()
            job.record_own(f"files.upload:{upload.id}", removed=1)
        pieces.remove_pieces(upload.id)


def sweep_uploads(*, at: datetime) -> int:
    """Remove uploads that are too old, and pieces without a row. Returns how many uploads went."""
    gone = 0
    while swept := _sweep_old(at=at):
        gone += swept
    _sweep_disk(at=at)
    return gone


def _require_measure(upload: PieceUpload, *, at: datetime) -> None:
    recent = PieceUpload.objects.filter(sender=upload.sender, created_at__gt=at - timedelta(hours=1))
    told = recent.aggregate(count=Count("id"), size=Sum("length_bytes", default=0))
    if told["count"] >= MOST_AN_HOUR or told["size"] + upload.length_bytes > MOST_BYTES_AN_HOUR:
        raise TooManyUploads(most=MOST_AN_HOUR, most_mb=MOST_BYTES_AN_HOUR // 1024 // 1024)


def _require_offset(upload: PieceUpload, offset: int) -> None:
    received = received_bytes(upload)
    if offset != received:
        raise OffsetMoved(received_bytes=received)


def _read_piece(read: Read, most: int) -> bytes:
    content = bytearray()
    while len(content) < most:
        try:
            some = read(most - len(content))
        except OSError:  # the network went away: what came is kept
            break
        if not some:
            break
        content += some
    return bytes(content)


def _link(upload: PieceUpload, file_id: UUID) -> None:
    """In the transaction that makes the file, so that a crash leaves both or neither."""
    with eyes(RECEIVER):
        PieceUpload.objects.filter(pk=upload.id).update(file_id=file_id)


def _finished(file_id: UUID) -> File:
    with eyes(RECEIVER):
        file = File.objects.filter(pk=file_id).first()
    if file is None:
        raise UploadUnknown
    return file


def _sweep_old(*, at: datetime) -> int:
    with eyes(RECEIVER):
        old = PieceUpload.objects.filter(created_at__lt=at - KEEP_UPLOADS)
        ids = list(old.select_for_update(skip_locked=True).values_list("id", flat=True)[:SWEPT_AT_ONCE])
        if not ids:
            return 0
        with work(RECEIVER, Permission.UPLOAD_FILE) as job:
            PieceUpload.objects.filter(pk__in=ids).delete()
            job.record_own("files.upload:abandoned", removed=len(ids))
    for upload_id in ids:
        pieces.remove_pieces(upload_id)
    return len(ids)


def _sweep_disk(*, at: datetime) -> None:
    stray = pieces.upload_ids_on_disk(older_than_epoch=(at - KEEP_STRAY_PIECES).timestamp())
    on_disk = list(stray)
    for start in range(0, len(on_disk), SWEPT_AT_ONCE):
        some = on_disk[start : start + SWEPT_AT_ONCE]
        with eyes(RECEIVER):
            known = PieceUpload.objects.filter(pk__in=some, file_id=None)
            wanted = set(known.values_list("id", flat=True))
        for upload_id in set(some) - wanted:
            pieces.remove_pieces(upload_id)
