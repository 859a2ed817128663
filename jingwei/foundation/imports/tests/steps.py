"""Steps that tests of importing share: files made on the spot, batches walked through the services."""

import csv
import io
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import openpyxl
from django.db import connection

from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.imports.models import Batch
from jingwei.foundation.imports.queries import batch_of
from jingwei.foundation.imports.services.runs import check_batch, run_to_end, start_batch
from jingwei.foundation.imports.services.uploads import upload_correction, upload_file
from jingwei.foundation.scoping import eyes
from tests.cast import CAST, MONDAY_10

HEADERS = ("单位编号", "名称", "类别", "成立日期", "人数")
GOOD = [("T1", "一队", "城管", "2024-01-02", "12"), ("T2", "二队", "供水", "2024年3月5日", "7")]


def csv_bytes(*rows: Sequence[object], encoding: str = "utf-8", headers: Sequence[str] = HEADERS) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text).writerows([headers, *rows])
    return text.getvalue().encode(encoding)


def xlsx_bytes(*rows: Sequence[object], headers: Sequence[str] = HEADERS, title: str = "数据") -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    for row in [headers, *rows]:
        sheet.append(list(row))
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def clock() -> datetime:
    return MONDAY_10


def uploaded(
    content: bytes, *, actor: Actor = CAST.wu, sheet: str = "test.units", name: str = "单位.csv"
) -> Batch:
    return upload_file(actor, sheet, file_name=name, pieces=[content], at=MONDAY_10)


def corrected(batch_id: UUID, content: bytes, *, actor: Actor = CAST.wu) -> Batch:
    return upload_correction(actor, batch_id, file_name="改正.csv", pieces=[content], at=MONDAY_10)


def checked(batch: Batch, *, actor: Actor = CAST.wu) -> Batch:
    check_batch(actor, batch.id, at=MONDAY_10)
    return run(batch, actor=actor)


def started(batch: Batch, *, actor: Actor = CAST.wu) -> Batch:
    start_batch(actor, batch.id, at=MONDAY_10)
    return run(batch, actor=actor)


def run(batch: Batch, *, actor: Actor = CAST.wu) -> Batch:
    """Let the queue do its part, then read the batch with the actor's eyes."""
    run_to_end(batch.id, now=clock)
    with eyes(actor):
        return batch_of(actor, batch.id)


def unit_names(prefix: str = "T") -> dict[str, str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "select code, name from access_unit where starts_with(code, %s) order by code", [prefix]
        )
        return dict(cursor.fetchall())
