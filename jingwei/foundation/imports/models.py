"""Batches of imported rows, and exports. The rows stay in the files; see docs/guides/import.md and export.md."""

from django.db import models
from django.db.models import Q

from jingwei.foundation.imports.rules.exporting import ExportState
from jingwei.foundation.imports.rules.lifecycle import BatchState, MappingSource, RowState
from jingwei.kernel.ids import uuid7


class Batch(models.Model):
    """One upload with the corrected files that followed it (rounds), and how far it has come.

    ``done_rows`` and ``done_bytes`` mark the end of the last chunk that was committed; ``run_id`` names the only
    runner that may move the mark. Whoever acts is noted as they were when they asked.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    sheet_key = models.CharField(max_length=60)
    state = models.CharField(max_length=12, choices=[(s.value, s.value) for s in BatchState])
    round = models.PositiveSmallIntegerField(default=1)
    file_name = models.CharField(max_length=200)
    file_suffix = models.CharField(max_length=8)
    size_bytes = models.PositiveBigIntegerField()
    worksheet = models.CharField(max_length=80, blank=True)
    encoding = models.CharField(max_length=20, blank=True)
    header_row = models.PositiveIntegerField(default=1)
    headers = models.JSONField(default=list)
    mapping = models.JSONField(default=list)
    key_names = models.JSONField(default=list)
    options = models.JSONField(default=dict)
    mapping_source = models.CharField(
        max_length=12, choices=[(s.value, s.value) for s in MappingSource], default=MappingSource.GUESSED
    )

    total_rows = models.PositiveIntegerField(null=True)
    done_rows = models.PositiveIntegerField(default=0)
    done_bytes = models.PositiveBigIntegerField(default=0)
    written_rows = models.PositiveIntegerField(default=0)
    skipped_rows = models.PositiveIntegerField(default=0)
    bad_rows = models.PositiveIntegerField(default=0)
    undone_rows = models.PositiveIntegerField(default=0)
    kept_rows = models.PositiveIntegerField(default=0)
    trouble = models.JSONField(null=True)

    role = models.CharField(max_length=20)
    actor_name = models.CharField(max_length=80)
    person_id = models.UUIDField(null=True)
    post_id = models.UUIDField(null=True)
    unit_id = models.UUIDField(null=True)
    area_code = models.CharField(max_length=15, blank=True)
    scope = models.CharField(max_length=15, blank=True)
    acting_for_id = models.UUIDField(null=True)

    run_id = models.UUIDField(null=True)
    beat_at = models.DateTimeField(null=True)
    stalls = models.PositiveSmallIntegerField(default=0)
    created_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    expires_at = models.DateTimeField()
    is_file_kept = models.BooleanField(default=True)

    class Meta:
        indexes = [
            models.Index(fields=["post_id", "id"], name="imports_batch_post"),
            models.Index(fields=["unit_id", "id"], name="imports_batch_unit"),
            models.Index(
                fields=["beat_at"],
                name="imports_batch_running",
                condition=Q(state__in=["checking", "writing", "undoing"]),
            ),
        ]


class BatchRow(models.Model):
    """A row that is bad or was written. What stood in its cells is not here.

    ``key`` is a blind index of what names the row; ``origin`` its number in the file it first came with.
    ``faults_sealed`` is the encrypted list of faults (a refusal may quote what it refuses), ``answer_sealed`` what a
    sheet that only asks was answered; it goes with the files.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="+")
    round = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    origin = models.PositiveIntegerField(null=True)
    key = models.BinaryField(max_length=16)
    state = models.CharField(max_length=10, choices=[(s.value, s.value) for s in RowState])
    target = models.CharField(max_length=120, blank=True)
    faults_sealed = models.BinaryField(null=True)
    answer_sealed = models.BinaryField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["batch", "round", "number"], name="imports_batchrow_once"),
        ]
        indexes = [
            models.Index(fields=["batch", "key"], name="imports_batchrow_key"),
            models.Index(fields=["batch", "origin"], name="imports_batchrow_origin"),
            models.Index(
                fields=["batch", "round", "number"],
                name="imports_batchrow_bad",
                condition=Q(state="bad"),
            ),
            models.Index(
                fields=["batch", "-round", "-number"],
                name="imports_batchrow_written",
                condition=Q(state="written"),
            ),
        ]


class Mapping(models.Model):
    """How a layout of headers was last mapped to a sheet; proposed when the same layout comes again.

    ``keeper_id`` is the unit that remembers it, or the post where the unit's affairs are not shared.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    sheet_key = models.CharField(max_length=60)
    signature = models.CharField(max_length=32)
    keeper_id = models.UUIDField(null=True)
    columns = models.JSONField()
    used_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["sheet_key", "signature", "keeper_id"],
                name="imports_mapping_one",
                nulls_distinct=False,
            ),
        ]


class Export(models.Model):
    """Rows that somebody takes along as a workbook: what was asked, who agreed, how far it has come.

    ``wish`` is the list's filter; ``cursor`` and ``done_bytes`` mark the end of the last batch that was committed;
    ``run_id`` names the only runner that may move the mark, and in the end the file. Whoever asks is noted as they
    were: the file belongs to this person in this post.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    source_key = models.CharField(max_length=60)
    state = models.CharField(max_length=10, choices=[(s.value, s.value) for s in ExportState])
    wish = models.JSONField(default=dict)
    columns = models.JSONField(default=list)
    is_clear = models.BooleanField(default=False)
    language = models.CharField(max_length=2)
    purpose = models.CharField(max_length=200)

    role = models.CharField(max_length=20)
    actor_name = models.CharField(max_length=80)
    person_id = models.UUIDField(null=True)
    post_id = models.UUIDField(null=True)
    unit_id = models.UUIDField(null=True)
    area_code = models.CharField(max_length=15, blank=True)
    scope = models.CharField(max_length=15, blank=True)
    acting_for_id = models.UUIDField(null=True)

    decided_at = models.DateTimeField(null=True)
    decided_by_id = models.UUIDField(null=True)
    decided_by_name = models.CharField(max_length=80, blank=True)
    decided_by_post_id = models.UUIDField(null=True)
    decision_remark = models.CharField(max_length=500, blank=True)

    total_rows = models.PositiveIntegerField(null=True)
    done_rows = models.PositiveIntegerField(default=0)
    done_bytes = models.PositiveBigIntegerField(default=0)
    cursor = models.CharField(max_length=300, blank=True)
    is_read_to_end = models.BooleanField(default=False)
    trouble = models.JSONField(null=True)

    size_bytes = models.PositiveBigIntegerField(null=True)
    sha256 = models.CharField(max_length=64, blank=True)
    downloads = models.PositiveIntegerField(default=0)
    downloaded_at = models.DateTimeField(null=True)

    run_id = models.UUIDField(null=True)
    beat_at = models.DateTimeField(null=True)
    stalls = models.PositiveSmallIntegerField(default=0)
    asked_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    expires_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["post_id", "person_id", "id"], name="imports_export_own"),
            models.Index(
                fields=["area_code"],
                name="imports_export_waiting",
                condition=Q(state=ExportState.WAITING.value),
            ),
            models.Index(
                fields=["beat_at"], name="imports_export_queue", condition=Q(state__in=["asked", "running"])
            ),
            models.Index(
                fields=["expires_at"],
                name="imports_export_ending",
                condition=Q(state__in=["waiting", "ready"]),
            ),
        ]
