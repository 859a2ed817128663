"""Many rows of a table in one statement: for imports, where a statement with a placeholder for every cell would cost more
to write and to read than the rows themselves."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.contrib.gis.geos import GEOSGeometry
from django.db import connection, models


def insert_rows(rows: Sequence[models.Model]) -> None:
    """Insert new rows of one table, as ``bulk_create`` does, under the same policies. Raises: IntegrityError, DataError."""
    if rows:
        names = _columns(type(rows[0]))
        insert_cells(type(rows[0]), [{column: vars(row)[name] for name, column in names} for row in rows])
    for row in rows:
        row._state.adding, row._state.db = False, connection.alias


def insert_cells(model: type[models.Model], rows: Sequence[Mapping[str, Any]]) -> None:
    """The same for cells by column, where making a model of each row would cost more than the row."""
    if not rows:
        return
    quote = connection.ops.quote_name
    table, columns = quote(model._meta.db_table), ", ".join(quote(column) for column in rows[0])
    with connection.cursor() as cursor:
        cursor.execute(
            f"insert into {table} ({columns})"  # noqa: S608
            f" select {columns} from json_populate_recordset(null::{table}, %s::json)",
            [json.dumps(rows, default=_as_json, ensure_ascii=False, separators=(",", ":"))],
        )


@lru_cache(maxsize=64)
def _columns(model: type[models.Model]) -> tuple[tuple[str, str], ...]:
    """Attribute and column of what is written; what the database makes itself is left to it."""
    return tuple(
        (field.attname, field.column)
        for field in model._meta.concrete_fields
        if field.column and not field.generated and not isinstance(field, models.AutoField)
    )


def _as_json(value: object) -> object:
    write = WRITTEN.get(type(value))
    if write is not None:
        return write(value)
    if isinstance(value, GEOSGeometry):
        return value.hexewkb.decode()
    raise TypeError(f"{type(value).__name__} is not written in bulk")


WRITTEN: dict[type, Callable[[Any], str]] = {
    UUID: str,
    datetime: datetime.isoformat,
    date: date.isoformat,
    Decimal: str,
    bytes: lambda value: "\\x" + value.hex(),
}
