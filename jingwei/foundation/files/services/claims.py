"""Tying uploads to the matter they belong to, and forgetting those that never belonged to any."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection

from jingwei.foundation.access.contracts import Actor, Permission, system_actor
from jingwei.foundation.files.models import File
from jingwei.foundation.files.rules.refusals import NotAttachable
from jingwei.foundation.files.services.storage import remove_file, remove_other_content, stored_file_ids
from jingwei.foundation.scoping import eyes
from jingwei.foundation.work import work

KEEP_UNCLAIMED = timedelta(days=7)
KEEP_ROWLESS = timedelta(hours=2)
"""Longer than any upload takes: its content stands on disk before its row commits."""
SWEEPER = system_actor("附件清理")
SWEPT_AT_ONCE = 500


def claim(actor: Actor, file_ids: Sequence[UUID], *, at: datetime, target: UUID | None = None) -> None:
    """Tie uploads to the matter ``target``, once and for all, within the caller's work.

    Whoever uploaded them may, and for uploads without an account whoever knows the id. Again for the same target is
    fine, so that a repeated submission answers as the first did. Raises: NotAttachable naming the others.
    """
    wanted = list(dict.fromkeys(file_ids))
    if not wanted:
        return
    with connection.cursor() as cursor:
        cursor.execute("select jw_claim_files(%s, %s, %s)", [wanted, target, at])
        claimed = {row[0] for row in cursor.fetchall()}
    missing = [str(one) for one in wanted if one not in claimed]
    if missing:
        raise NotAttachable(file_ids="、".join(missing))


def sweep_files(*, at: datetime) -> int:
    """Remove uploads that nobody attached within a week, and content without a row. Returns how many files went."""
    gone = 0
    while swept := _sweep_unclaimed(at=at):
        gone += swept
    return gone + _sweep_disk(at=at)


def _sweep_unclaimed(*, at: datetime) -> int:
    with eyes(SWEEPER):
        stale = File.objects.filter(claimed_at=None, uploaded_at__lt=at - KEEP_UNCLAIMED)
        ids = list(stale.select_for_update(skip_locked=True).values_list("id", flat=True)[:SWEPT_AT_ONCE])
        if not ids:
            return 0
        with work(SWEEPER, Permission.UPLOAD_FILE) as job:
            File.objects.filter(pk__in=ids).delete()
            job.record_own("files.file:unclaimed", removed=len(ids))
    for file_id in ids:
        remove_file(file_id)
    return len(ids)


def _sweep_disk(*, at: datetime) -> int:
    on_disk = list(stored_file_ids(older_than_epoch=(at - KEEP_ROWLESS).timestamp()))
    gone = 0
    for start in range(0, len(on_disk), SWEPT_AT_ONCE):
        some = on_disk[start : start + SWEPT_AT_ONCE]
        with eyes(SWEEPER):
            present = set(File.objects.filter(pk__in=some, removed_at=None).values_list("id", flat=True))
            # Locked, so that nobody is masking: the digest read here is then the one that counts.
            rows = File.objects.filter(pk__in=some).select_for_update(skip_locked=True)
            for file_id, sha256 in rows.values_list("id", "sha256"):
                remove_other_content(file_id, sha256)
        for file_id in set(some) - present:
            remove_file(file_id)
            gone += 1
    return gone
