"""A file becomes part of the base map: read in portions that are kept at once, generalised, then shown all together."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from django.db import connection, transaction

from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.areas.queries.borders import city_bounds
from jingwei.foundation.basemap.contracts import FORM_OF, Form, Stage
from jingwei.foundation.basemap.models import BANDS, Dataset
from jingwei.foundation.basemap.rules.refusals import BusyElsewhere, NothingThere, OtherFile
from jingwei.foundation.basemap.rules.survey import Reading, Tally
from jingwei.foundation.basemap.services.generalising import generalise
from jingwei.foundation.basemap.services.keeping import forget_unfinished, show
from jingwei.foundation.basemap.services.reading import Passed, Thing, format_of, objects_of
from jingwei.foundation.work import work
from jingwei.kernel.projections import system_of, to_wgs84

PORTION = 4000
MARGIN_DEGREES = 0.1
"""What lies about ten kilometres beyond the city is kept: a map does not end at a border."""
LOCK = "select pg_try_advisory_lock(43090061, hashtext(%s))"
UNLOCK = "select pg_advisory_unlock(43090061, hashtext(%s))"
EXTENT = """
select ST_XMin(e), ST_YMin(e), ST_XMax(e), ST_YMax(e)
  from (select ST_Transform(ST_SetSRID(ST_Extent(geom)::geometry, 3857), 4326) as e
          from basemap_feature where dataset_id = %s) drawn
 where e is not null
"""
ADD = """
insert into basemap_feature (dataset_id, layer, kind, name, name_en, rank, lowest_zoom, height_m, base_m, geom)
select %(dataset)s, layer, kind, name, name_en, rank, zoom, height, base, ST_Transform(ST_GeomFromWKB(wkb, 4326), 3857)
  from unnest(%(layers)s::text[], %(kinds)s::text[], %(names)s::text[], %(names_en)s::text[], %(ranks)s::int[],
              %(zooms)s::int[], %(heights)s::float8[], %(bases)s::float8[], %(wkbs)s::bytea[])
       as given(layer, kind, name, name_en, rank, zoom, height, base, wkb)
"""
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far it is: objects of the file that were looked at, things that were kept, the step of the way."""

    stage: Stage
    objects_read: int
    kept: int


Heard = Callable[[Progress], None]


def import_file(
    actor: Actor,
    file: Path,
    *,
    name: str,
    attribution: str,
    reading: Reading,
    at: datetime,
    is_anew: bool = False,
    heard: Heard = lambda _: None,
) -> Dataset:
    """Read a file under a name and show it in place of what had that name. What is shown already is left alone.

    An import that was stopped goes on where it was. Raises: FileUnreadable, OtherFile, NothingThere, BusyElsewhere.
    """
    with _alone(name):
        dataset = _begun(actor, file, name, attribution, reading, at, is_anew=is_anew)
        if dataset.stage != Stage.READY:
            if dataset.stage == Stage.READING:
                _read(dataset, file, reading, heard)
            _generalise(dataset, heard)
            show(actor, dataset.pk, at=at, is_finished=True)
        dataset.refresh_from_db()
        return dataset


@contextmanager
def _alone(name: str) -> Iterator[None]:
    """One at a time under a name; the lock goes with the connection of whoever is killed."""
    with connection.cursor() as cursor:
        cursor.execute(LOCK, [name])
        if not cursor.fetchone()[0]:
            raise BusyElsewhere(name=name)
        try:
            yield
        finally:
            cursor.execute(UNLOCK, [name])


def _begun(
    actor: Actor, file: Path, name: str, attribution: str, reading: Reading, at: datetime, *, is_anew: bool
) -> Dataset:
    file_format = format_of(file)
    with file.open("rb") as content:
        digest = hashlib.file_digest(content, "sha256").hexdigest()
    options = reading.as_kept()
    same = {"name": name, "file_digest": digest, "options": options}
    unfinished = Dataset.objects.filter(name=name).exclude(stage=Stage.READY).first()
    if unfinished and is_anew:
        forget_unfinished(unfinished.pk)
        unfinished = None
    if unfinished:
        if (unfinished.file_digest, unfinished.options) != (digest, _as_stored(options)):
            raise OtherFile(name=name)
        return unfinished
    shown = Dataset.objects.filter(**same, is_shown=True).first()
    if shown and not is_anew:
        return shown
    with work(actor, Permission.MANAGE_TERRITORY) as job:
        dataset = Dataset.objects.create(
            **same,
            file_name=file.name[:120],
            size_bytes=file.stat().st_size,
            file_format=file_format,
            attribution=attribution,
            stage=Stage.READING,
            began_at=at,
        )
        job.record_own(f"basemap.dataset:{dataset.pk}", action="import", name=name, file_sha256=digest)
    return dataset


def _as_stored(options: dict[str, Any]) -> Any:
    """As JSON gives it back: tuples are lists there."""
    return {key: _listed(value) for key, value in options.items()}


def _listed(value: Any) -> Any:
    return [_listed(one) for one in value] if isinstance(value, list | tuple) else value


def _read(dataset: Dataset, file: Path, reading: Reading, heard: Heard) -> None:
    box = None if reading.is_everywhere else _around(city_bounds())
    tally = Tally(dict(dataset.counts), dict(dataset.left_out))
    objects = islice(objects_of(file, reading), dataset.objects_read, None)
    while portion := list(islice(objects, PORTION)):
        with transaction.atomic():
            _keep(dataset.pk, portion, reading, box, tally)
            dataset.objects_read += len(portion)
            dataset.counts, dataset.left_out = tally.counts, tally.left_out
            dataset.save(update_fields=["objects_read", "counts", "left_out"])
        heard(Progress(Stage.READING, dataset.objects_read, sum(tally.counts.values())))
    if not sum(tally.counts.values()):
        seen, outside = dataset.objects_read, tally.left_out.get("outside", 0)
        with transaction.atomic():
            forget_unfinished(dataset.pk)
        raise NothingThere(seen=seen, outside=outside)
    with connection.cursor() as cursor:
        cursor.execute(EXTENT, [dataset.pk])
        dataset.west, dataset.south, dataset.east, dataset.north = cursor.fetchone()
    dataset.stage = Stage.GENERALISING
    dataset.save(update_fields=["stage", "west", "south", "east", "north"])


def _around(city: Box | None) -> Box | None:
    if city is None:
        return None
    west, south, east, north = city
    return west - MARGIN_DEGREES, south - MARGIN_DEGREES, east + MARGIN_DEGREES, north + MARGIN_DEGREES


def _generalise(dataset: Dataset, heard: Heard) -> None:
    for band in range(len(BANDS)):
        generalise(dataset.pk, band)
        heard(Progress(Stage.GENERALISING, dataset.objects_read, band + 1))


def _keep(dataset_id: int, portion: list[Passed], reading: Reading, box: Box | None, tally: Tally) -> None:
    things: list[Thing] = []
    for passed in portion:
        if passed.fault:
            tally.leave_out(passed.fault)
        wanted = [one for one in passed.things if reading.wants(one.kind.layer)]
        tally.leave_out("unwanted", len(passed.things) - len(wanted))
        things += wanted
    if not things:
        return
    shapes = _in_degrees(np.array([one.geometry for one in things], dtype=object), reading.datum)
    rows = []
    for thing, geometry in zip(things, shapes, strict=True):
        if not _is_on_earth(geometry):
            tally.leave_out("broken")
        elif box is not None and not _touches(geometry, box):
            tally.leave_out("outside")
        else:
            drawn, was_broken = _mended(geometry, FORM_OF[thing.kind.layer])
            if drawn is None:
                tally.leave_out("form")
                continue
            tally.leave_out("mended", int(was_broken))
            tally.count(thing.kind.layer)
            rows.append((thing, shapely.to_wkb(drawn)))
    _add(dataset_id, rows)


def _in_degrees(shapes: Any, datum: str) -> Any:
    system = system_of(datum)
    flat = shapely.force_2d(shapes)

    def turned(points: Any) -> Any:
        lon, lat = to_wgs84(points[:, 0].copy(), points[:, 1].copy(), system)
        return np.column_stack([lon, lat])

    return flat if system.code in {"wgs84", "cgcs2000"} else shapely.transform(flat, turned)


def _is_on_earth(geometry: Any) -> bool:
    """Also refuses what is empty or not a number. The square of the web's projection ends at 85 degrees."""
    west, south, east, north = shapely.bounds(geometry)
    return bool(west >= -180 and east <= 180 and south >= -85 and north <= 85)


def _touches(geometry: Any, box: Box) -> bool:
    west, south, east, north = shapely.bounds(geometry)
    return bool(west <= box[2] and east >= box[0] and south <= box[3] and north >= box[1])


def _mended(geometry: Any, form: Form) -> tuple[Any, bool]:
    """The geometry in the form its layer holds, and whether it had to be repaired; None where nothing is left."""
    is_valid = bool(shapely.is_valid(geometry))
    whole = geometry if is_valid else shapely.make_valid(geometry)
    names = {
        Form.SURFACE: ("Polygon", "MultiPolygon"),
        Form.LINE: ("LineString", "MultiLineString"),
        Form.POINT: ("Point",),
    }[form]
    if whole.geom_type in names:
        return (None if whole.is_empty else whole), not is_valid
    if form is Form.POINT:
        return shapely.point_on_surface(whole), not is_valid
    if form is Form.LINE and "Polygon" in whole.geom_type:
        return shapely.boundary(whole), not is_valid
    parts = [one for one in shapely.get_parts(whole) if one.geom_type in names and not one.is_empty]
    return (shapely.union_all(parts) if parts else None), not is_valid


def _add(dataset_id: int, rows: list[tuple[Thing, bytes]]) -> None:
    if not rows:
        return
    things = [thing for thing, _ in rows]
    with connection.cursor() as cursor:
        cursor.execute(
            ADD,
            {
                "dataset": dataset_id,
                "layers": [one.kind.layer.value for one in things],
                "kinds": [one.kind.kind for one in things],
                "names": [one.name for one in things],
                "names_en": [one.name_en for one in things],
                "ranks": [one.kind.rank for one in things],
                "zooms": [one.kind.lowest_zoom for one in things],
                "heights": [one.height_m for one in things],
                "bases": [one.base_m for one in things],
                "wkbs": [wkb for _, wkb in rows],
            },
        )
