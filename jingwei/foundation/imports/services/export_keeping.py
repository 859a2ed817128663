"""The end of exports: finished files live for hours, unanswered requests for days, leftovers not at all."""

from datetime import datetime, timedelta
from uuid import UUID

from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.imports.models import Export
from jingwei.foundation.imports.rules.exporting import IN_QUEUE, ExportAction, ExportState, next_state
from jingwei.foundation.imports.services.export_files import drop_export, export_folder, kept_exports
from jingwei.foundation.imports.services.export_runs import MACHINE
from jingwei.foundation.imports.services.exports import target_of
from jingwei.foundation.work import work

LEFTOVER_AGE = timedelta(minutes=10)
"""A stopped runner may still be writing its last batch."""
KEEPS_FILES = frozenset({*IN_QUEUE, ExportState.READY})


def drop_expired_exports(*, at: datetime) -> int:
    """End what is past its time and delete its file, and folders that nothing needs. Returns how many folders."""
    with work(MACHINE, Permission.EXPORT_ROWS) as job:
        ending = [ExportState.WAITING.value, ExportState.READY.value]
        due = list(Export.objects.select_for_update().filter(state__in=ending, expires_at__lte=at))
        for export in due:
            export.state = next_state(ExportState(export.state), ExportAction.EXPIRE)
            export.finished_at = export.finished_at or at
            export.save(update_fields=["state", "finished_at"])
            job.record_own(target_of(export.id), action="expire", downloads=export.downloads)
        on_disk = kept_exports()
        states = dict(Export.objects.filter(id__in=on_disk).values_list("id", "state"))
        expired = {export.id for export in due}
        leftover = [
            one
            for one in on_disk
            if one in expired or (states.get(one) not in KEEPS_FILES and _is_quiet(one, at))
        ]
        job.record_own("imports.export:expired", action="drop_files", expired=len(due), folders=len(leftover))
    for export_id in leftover:
        drop_export(export_id)
    return len(leftover)


def _is_quiet(export_id: UUID, at: datetime) -> bool:
    return at.timestamp() - export_folder(export_id).stat().st_mtime > LEFTOVER_AGE.total_seconds()
