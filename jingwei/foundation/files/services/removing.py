"""The end of a file's content, when its period is over: the row stays as a sign that there was one."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.files.contracts import FileKind
from jingwei.foundation.files.models import File
from jingwei.foundation.files.services.storage import remove_file
from jingwei.foundation.scoping import eyes
from jingwei.foundation.work import work

NOTHING = {"lon": None, "lat": None, "position_datum": None, "taken_at": None}


def of_kinds(actor: Actor, file_ids: Sequence[UUID], kinds: Sequence[FileKind]) -> list[UUID]:
    """Those of these files that are of some kinds and still have their content."""
    with eyes(actor):
        rows = File.objects.filter(pk__in=file_ids, kind__in=[kind.value for kind in kinds], removed_at=None)
        return list(rows.order_by("pk").values_list("pk", flat=True))


def remove_content(actor: Actor, file_ids: Sequence[UUID], *, at: datetime) -> int:
    """Remove content, thumbnails and what the device wrote into files. Returns how many there were.

    The rows are told first: content that a crash leaves behind is swept like that of no row (``claims.sweep_files``).
    """
    with work(actor, Permission.UPLOAD_FILE) as job:
        rows = File.objects.filter(pk__in=file_ids, removed_at=None)
        gone = list(rows.select_for_update().values_list("pk", flat=True))
        File.objects.filter(pk__in=gone).update(removed_at=at, **NOTHING)
        job.record_own("files.file:past_retention", removed=len(gone))
    for file_id in gone:
        remove_file(file_id)
    return len(gone)
