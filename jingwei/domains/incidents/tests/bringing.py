"""Small tables as others export them, and what came of bringing them in."""

import csv
import gzip
import io
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.db import connection

from jingwei.domains.incidents.management.commands.import_messages import preset_maps
from jingwei.domains.incidents.models import Incident
from jingwei.domains.incidents.rules.transplant_map import ColumnMap
from jingwei.domains.incidents.services.transplant import BRINGER, Tally, bring_in, survey
from jingwei.foundation.scoping import eyes
from tests.cast import COMMUNITY, MONDAY_10

MESSAGE_HEADER = ["message_id", "user_id", "created_at", "subject", "detail", "likes", "dislikes", "dup_of"]
PAST_HEADER = [
    "dataset",
    "source_id",
    "category",
    "subtype",
    "agency",
    "agency_name",
    "created_at",
    "closed_at",
    "due_at",
    "status",
    "resolution",
    "channel",
    "location_type",
    "address",
    "district",
    "subdistrict",
    "lat",
    "lon",
    "source_repo",
]
MESSAGE = {
    "user_id": "A0001",
    "created_at": "2019-02-28 11:25:05",
    "subject": "路灯不亮",
    "likes": "3",
    "dislikes": "0",
}
PAST = {
    "dataset": "nyc311",
    "category": "Noise - Residential",
    "subtype": "Loud Music/Party",
    "agency_name": "Police Department",
    "created_at": "2018-03-11T00:36:16",
    "closed_at": "2018-03-12T11:36:29",
    "due_at": "2018-03-13T00:36:16",
    "status": "Closed",
    "resolution": "The music had ended.",
    "address": "1 SOME STREET",
    "lat": "40.70",
    "lon": "-73.98",
}


def message(number: int, **changes: str) -> dict[str, str]:
    return MESSAGE | {"message_id": str(number), "detail": f"第{number}盏路灯坏了"} | changes


def matter(number: int, **changes: str) -> dict[str, str]:
    return PAST | {"source_id": str(number)} | changes


def table(path: Path, header: list[str], rows: Iterable[dict[str, str]]) -> Path:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, header, restval="")
    writer.writeheader()
    writer.writerows(rows)
    content = text.getvalue().encode()
    path.write_bytes(gzip.compress(content) if path.suffix == ".gz" else content)
    return path


def messages(folder: Path, *rows: dict[str, str], name: str = "messages.csv") -> Path:
    return table(folder / name, MESSAGE_HEADER, rows)


def matters(folder: Path, *rows: dict[str, str], name: str = "past.csv") -> Path:
    return table(folder / name, PAST_HEADER, rows)


def bring(path: Path, area: str = COMMUNITY, *, chosen: ColumnMap | None = None, **changes: Any) -> Tally:
    """The whole of a file, at ten on the usual Monday."""
    file = survey(path, chosen=chosen, presets=list(preset_maps().values()))
    settings: dict[str, Any] = {"at": MONDAY_10, "limit": None, "say": lambda tally: None}
    return bring_in(file, area, **(settings | changes))


def stored() -> dict[str, Incident]:
    """Everything that was brought in, by external id."""
    with eyes(BRINGER):
        rows = Incident.objects.visible_to(BRINGER).exclude(external_id="")
        return {row.external_id: row for row in rows}


def rows_of(sql: str, *values: object) -> list[tuple[Any, ...]]:
    """What a statement finds with the eyes of the machine; objects are read from their JSON."""
    with eyes(BRINGER), connection.cursor() as cursor:
        cursor.execute(sql, values)
        return [tuple(_read(cell) for cell in row) for row in cursor.fetchall()]


def _read(cell: Any) -> Any:
    return json.loads(cell) if isinstance(cell, str) and cell.startswith("{") else cell
