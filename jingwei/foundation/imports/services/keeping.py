"""The end of uploaded files: retention is 30 days after the last upload of a batch."""

from datetime import datetime, timedelta
from uuid import UUID

from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.imports.models import Batch, BatchRow
from jingwei.foundation.imports.rules.lifecycle import RUNNING
from jingwei.foundation.imports.services.runs import MACHINE
from jingwei.foundation.imports.services.storage import batch_folder, drop_files, kept_batches
from jingwei.foundation.work import work

ORPHAN_AGE = timedelta(days=1)


def drop_expired_files(*, at: datetime) -> int:
    """Delete the files of batches past their day with what they were answered, and folders that no batch owns.

    Returns how many.
    """
    with work(MACHINE, Permission.IMPORT_ROWS) as job:
        due = Batch.objects.filter(is_file_kept=True, expires_at__lte=at).exclude(state__in=list(RUNNING))
        expired = list(due.values_list("id", flat=True))
        Batch.objects.filter(id__in=expired).update(is_file_kept=False)
        BatchRow.objects.filter(batch__in=expired).update(answer_sealed=None)
        on_disk = kept_batches()
        owned = set(Batch.objects.filter(id__in=on_disk).values_list("id", flat=True))
        orphans = [one for one in on_disk if one not in owned and _is_old(one, at)]
        job.record_own(
            "imports.batch:expired", action="drop_files", expired=len(expired), orphans=len(orphans)
        )
    for batch_id in [*expired, *orphans]:
        drop_files(batch_id)
    return len(expired) + len(orphans)


def _is_old(batch_id: UUID, at: datetime) -> bool:
    # An upload in progress has a folder before its batch is committed.
    made_at = batch_folder(batch_id).stat().st_mtime
    return at.timestamp() - made_at > ORPHAN_AGE.total_seconds()
