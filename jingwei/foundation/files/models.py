"""Stored files: what they are, what was covered, who may publish them. The content stands on disk."""

from django.db import models
from django.db.models import Q

from jingwei.foundation.files.contracts import FileKind, PositionDatum
from jingwei.kernel.ids import uuid7


class File(models.Model):
    """A file after checking, stripping and masking; what was uploaded exists nowhere.

    Its name is not kept (names of files tell names of people). ``claimed_for`` is the one matter it belongs to.
    ``removed_at`` says that the content went at the end of its retention; the row stays as a sign that there was one.
    ``lon``/``lat`` are what the device wrote; see ``PositionDatum``.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    kind = models.CharField(max_length=8, choices=[(k.value, k.value) for k in FileKind])
    media_type = models.CharField(max_length=40)
    sha256 = models.CharField(max_length=64)
    size_bytes = models.PositiveIntegerField()
    width = models.PositiveIntegerField(null=True)
    height = models.PositiveIntegerField(null=True)
    duration_ms = models.PositiveIntegerField(null=True)
    has_thumbnails = models.BooleanField(default=False)
    taken_at = models.DateTimeField(null=True)
    lon = models.FloatField(null=True)
    lat = models.FloatField(null=True)
    position_datum = models.CharField(
        max_length=12, null=True, choices=[(d.value, d.value) for d in PositionDatum]
    )
    faces_masked = models.PositiveIntegerField(default=0)
    plates_masked = models.PositiveIntegerField(default=0)
    drawn_masked = models.PositiveIntegerField(default=0)
    doubtful_spots = models.PositiveIntegerField(default=0)
    publish_blocked = models.BooleanField(default=True)
    reviewed_at = models.DateTimeField(null=True)
    reviewed_by_id = models.UUIDField(null=True)
    uploader_person_id = models.UUIDField(null=True)
    uploaded_at = models.DateTimeField()
    claimed_at = models.DateTimeField(null=True)
    claimed_for = models.UUIDField(null=True)
    removed_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["uploader_person_id", "uploaded_at"], name="files_file_uploader"),
            models.Index(fields=["uploaded_at"], condition=Q(claimed_at=None), name="files_file_unclaimed"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(lon=None, lat=None, position_datum=None)
                | Q(lon__range=(-180, 180), lat__range=(-90, 90), position_datum__isnull=False),
                name="files_file_position_whole",
            ),
            models.CheckConstraint(
                condition=Q(claimed_at=None, claimed_for=None) | Q(claimed_at__isnull=False),
                name="files_file_claim_order",
            ),
        ]


class PieceUpload(models.Model):
    """A file that arrives in pieces. The pieces stand on disk, sealed; ``file_id`` is what became of them.

    Whoever knows the secret may go on, if they are who began it. ``sender`` is a keyed digest of the account or the
    address, and only counts.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    secret_digest = models.BinaryField(max_length=32, unique=True)
    length_bytes = models.PositiveIntegerField()
    claims_picture = models.BooleanField()
    uploader_person_id = models.UUIDField(null=True)
    sender = models.BinaryField(max_length=32)
    created_at = models.DateTimeField()
    file_id = models.UUIDField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["sender", "created_at"], name="files_pieceupload_sender"),
            models.Index(fields=["created_at"], name="files_pieceupload_age"),
        ]
