"""What the base map is made of, for those who look after it."""

from dataclasses import dataclass
from datetime import datetime

from django.db import connection

from jingwei.foundation.basemap.models import Dataset, Edition


def datasets() -> list[Dataset]:
    """Everything that was read, what is shown first."""
    return list(Dataset.objects.order_by("-is_shown", "name", "-began_at"))


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown now: which data, how far they reach, who is to be named."""

    edition: int
    changed_at: datetime | None
    dataset_ids: tuple[int, ...]
    bounds: tuple[float, float, float, float] | None
    attributions: tuple[str, ...]
    layers: tuple[str, ...]


def shown() -> Shown:
    """Two small statements."""
    edition = Edition.objects.first()
    rows = list(Dataset.objects.filter(is_shown=True).order_by("name"))
    boxes = [(row.west, row.south, row.east, row.north) for row in rows if None not in (row.west, row.north)]
    return Shown(
        edition=edition.number if edition else 0,
        changed_at=edition.changed_at if edition else None,
        dataset_ids=tuple(row.pk for row in rows),
        bounds=_around([(w or 0, s or 0, e or 0, n or 0) for w, s, e, n in boxes]),
        attributions=tuple(dict.fromkeys(row.attribution for row in rows)),
        layers=tuple(sorted({name for row in rows for name in row.counts})),
    )


def _around(boxes: list[tuple[float, float, float, float]]) -> tuple[float, float, float, float] | None:
    if not boxes:
        return None
    west, south, east, north = zip(*boxes, strict=True)
    return min(west), min(south), max(east), max(north)


def stored_bytes() -> int:
    """What the base map takes on the disk, indexes included."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select pg_total_relation_size('basemap_feature') + pg_total_relation_size('basemap_shape')"
        )
        return int(cursor.fetchone()[0])
