"""The end of uploaded geometry files: their features stay with the draft, the files go."""

from datetime import datetime, timedelta
from uuid import UUID

from jingwei.foundation.access.contracts import Permission, system_actor
from jingwei.foundation.territory.models import GeometryImport
from jingwei.foundation.territory.queries.exchange import expired_imports
from jingwei.foundation.territory.services.exchange_storage import drop_files, import_folder, kept_imports
from jingwei.foundation.work import work

ORPHAN_AGE = timedelta(days=1)
MACHINE = system_actor("几何文件保管")


def drop_expired_geometry(*, at: datetime) -> int:
    """Delete the files of imports past their day, and folders that no import owns. Returns how many."""
    with work(MACHINE, Permission.MANAGE_TERRITORY) as job:
        expired = expired_imports(at=at)
        GeometryImport.objects.filter(id__in=expired).update(is_file_kept=False)
        on_disk = kept_imports()
        owned = set(GeometryImport.objects.filter(id__in=on_disk).values_list("id", flat=True))
        orphans = [one for one in on_disk if one not in owned and _is_old(one, at)]
        job.record_own(
            "territory.geometryimport:expired",
            action="drop_files",
            expired=len(expired),
            orphans=len(orphans),
        )
    for import_id in [*expired, *orphans]:
        drop_files(import_id)
    return len(expired) + len(orphans)


def _is_old(import_id: UUID, at: datetime) -> bool:
    # An upload in progress has a folder before its import is committed.
    made_at = import_folder(import_id).stat().st_mtime
    return at.timestamp() - made_at > ORPHAN_AGE.total_seconds()
