"""Steps that tests of exporting share."""

import io
from datetime import datetime
from typing import Any
from uuid import UUID

import openpyxl
from django.db import connection

from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.imports.models import Export
from jingwei.foundation.imports.queries import export_of
from jingwei.foundation.imports.services.export_runs import make_to_end
from jingwei.foundation.imports.services.exports import NewExport, hand_out, request_export
from jingwei.foundation.scoping import eyes
from tests.cast import CAST, MONDAY_10


def clock() -> datetime:
    return MONDAY_10


def asked(actor: Actor = CAST.wu, **changes: Any) -> Export:
    values: dict[str, Any] = {
        "source_key": "test.units",
        "wish": {"begins": "U"},
        "columns": ("code", "name", "is_active"),
        "is_clear": False,
        "purpose": "月度例会通报",
    }
    return request_export(actor, NewExport(**(values | changes)), at=MONDAY_10)


def made(export: Export, *, actor: Actor = CAST.wu) -> Export:
    """Let the queue do its part, then read it with the actor's eyes."""
    make_to_end(export.id, now=clock)
    return read(export.id, actor=actor)


def read(export_id: UUID, *, actor: Actor = CAST.wu) -> Export:
    with eyes(actor):
        return export_of(actor, export_id)


def content(export: Export, *, actor: Actor = CAST.wu, at: datetime = MONDAY_10) -> bytes:
    return b"".join(hand_out(actor, export.id, at=at).pieces())


def book(export: Export, *, actor: Actor = CAST.wu) -> Any:
    return openpyxl.load_workbook(io.BytesIO(content(export, actor=actor)))


def table(export: Export, *, actor: Actor = CAST.wu) -> list[tuple[object, ...]]:
    """Header and rows, without the line above them."""
    sheet = book(export, actor=actor).worksheets[0]
    return list(sheet.iter_rows(min_row=2, values_only=True))


def audited(export: Export) -> list[str]:
    """What was done, in order."""
    with eyes(CAST.machine), connection.cursor() as cursor:
        cursor.execute(
            "select change::jsonb ->> 'action' from audit_entry where target = %s order by id",
            [f"imports.export:{export.id}"],
        )
        return [action for (action,) in cursor.fetchall()]


def told(kind: str) -> list[str]:
    """Titles of the announcements that wait for a kind."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select args ->> 'post_id' from procrastinate_jobs where task_name = 'notices.announce' and args ->> 'kind' = %s",
            [kind],
        )
        return sorted(post for (post,) in cursor.fetchall())
