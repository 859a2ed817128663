"""Places from a file of features: GeoJSON or OpenStreetMap. The same file again changes what changed and adds nothing twice."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from pathlib import Path

import osmium
import shapely
from shapely.geometry import shape

from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.gazetteer.models import Place
from jingwei.foundation.gazetteer.queries.listing import beside
from jingwei.foundation.gazetteer.rules.names import plain
from jingwei.foundation.gazetteer.rules.refusals import BadName
from jingwei.foundation.gazetteer.rules.surveyed import Surveyed, surveyed
from jingwei.foundation.gazetteer.services.places import NewPlace, PlaceFacts, made
from jingwei.foundation.gazetteer.services.standing import lay_keys
from jingwei.foundation.work import work
from jingwei.kernel.errors import DomainError
from jingwei.kernel.geo import BadPosition, Datum, Position, position

AT_ONCE = 500
LEFT_OUT = {"areas.outside_city": "outside", BadName.code: "bad_name", BadPosition.code: "bad_position"}
PBF = (".osm.pbf", ".pbf")


@dataclass(frozen=True, slots=True)
class Feature:
    """A feature with a name: where it lies, and its number in the file."""

    ref: str
    what: Surveyed
    lon: float
    lat: float


@dataclass(slots=True)
class Told:
    """What became of the features with a name."""

    counts: Counter[str] = field(default_factory=Counter)

    def say(self) -> str:
        words = {
            "added": "新增",
            "changed": "更新",
            "same": "没有变化",
            "known": "已有同名地点",
            "outside": "在本市以外",
            "bad_name": "名称不能用",
            "bad_position": "坐标不正确",
        }
        return (
            "，".join(f"{words[key]}{self.counts[key]}" for key in words if self.counts[key])
            or "没有带名称的要素"
        )


def import_places(actor: Actor, path: Path, *, source: str, datum: Datum, at: datetime) -> Told:
    """Bring the named features of a file in, some hundred at a time; stopped and begun again it goes on."""
    told = Told()
    seen: set[tuple[str, str]] = set()
    features = _from_osm(path) if path.name.endswith(PBF) else _from_geojson(path)
    while part := list(islice(features, AT_ONCE)):
        _bring_in(actor, part, told, seen, source=source, datum=datum, at=at)
    return told


def _bring_in(
    actor: Actor,
    part: Iterable[Feature],
    told: Told,
    seen: set[tuple[str, str]],
    *,
    source: str,
    datum: Datum,
    at: datetime,
) -> None:
    wanted = {one.ref: one for one in part}
    with work(actor, Permission.MANAGE_LEDGER) as job:
        rows = Place.objects.visible_to(actor).filter(source=source, source_ref__in=wanted)
        kept = {row.source_ref: row for row in rows}
        new, changed = [], []
        for one in wanted.values():
            try:
                row = made(actor, _place(one, source, datum), at=at)
            except DomainError as refused:
                if refused.code not in LEFT_OUT:
                    raise
                told.counts[LEFT_OUT[refused.code]] += 1
                continue
            before = kept.get(one.ref)
            if before is not None:
                is_other = _taken_over(before, row)
                told.counts["changed" if is_other else "same"] += 1
                changed += [before] if is_other else []
            elif _is_known(row, seen):
                told.counts["known"] += 1
            else:
                told.counts["added"] += 1
                new.append(row)
        Place.objects.bulk_create(new)
        for row in changed:
            row.version, row.changed_at = row.version + 1, at
            row.save(update_fields=[*TAKEN_OVER, "version", "changed_at"])
        lay_keys([*new, *changed])
        job.record_own("gazetteer.place:import", source=source, added=len(new), changed=len(changed))


TAKEN_OVER = ("name", "kind", "address", "aliases", "former_names")


def _place(one: Feature, source: str, datum: Datum) -> NewPlace:
    what = one.what
    facts = PlaceFacts(what.name[:80], what.kind, what.address[:200], what.aliases, what.former_names)
    where: Position = position(one.lon, one.lat, datum=datum)
    return NewPlace(facts, where, source, one.ref)


def _taken_over(before: Place, row: Place) -> bool:
    """Write what the file says now onto a place of the same number. Names given by hand stay."""
    aliases = [*row.aliases, *(name for name in before.aliases if name not in row.aliases)]
    former = [*row.former_names, *(name for name in before.former_names if name not in row.former_names)]
    if before.name != row.name:
        former.append(before.name)
    now = {"name": row.name, "kind": row.kind, "address": row.address or before.address}
    now |= {"aliases": aliases, "former_names": list(dict.fromkeys(former))}
    if all(getattr(before, name) == value for name, value in now.items()):
        return False
    for name, value in now.items():
        setattr(before, name, value)
    return True


def _is_known(row: Place, seen: set[tuple[str, str]]) -> bool:
    """A road in many pieces is one place of a community; so is what somebody entered by hand nearby."""
    key = plain(row.name), row.community_code or row.scope_code
    if key in seen:
        return True
    seen.add(key)
    return beside(row.name, row.position.x, row.position.y) is not None


def _from_geojson(path: Path) -> Iterator[Feature]:
    with path.open(encoding="utf-8") as file:
        features = json.load(file).get("features", [])
    for number, one in enumerate(features):
        tags = one.get("properties") or {}
        what = surveyed(tags)
        if what is None or not one.get("geometry"):
            continue
        point = shapely.point_on_surface(shape(one["geometry"]))
        if not point.is_empty:
            ref = one.get("id") or tags.get("id") or tags.get("osm_id") or f"#{number}"
            yield Feature(str(ref)[:60], what, point.x, point.y)


def _from_osm(path: Path) -> Iterator[Feature]:
    """Nodes as they are, ways by the middle of their points; relations have their pieces."""
    reader = osmium.FileProcessor(str(path), osmium.osm.NODE | osmium.osm.WAY).with_locations()
    for one in reader.with_filter(osmium.filter.KeyFilter("name")):
        what = surveyed(dict(one.tags))
        if what is None:
            continue
        if one.is_node():
            yield Feature(f"n{one.id}", what, one.location.lon, one.location.lat)
            continue
        where = [(node.lon, node.lat) for node in one.nodes if node.location.valid()]
        if where:
            lon, lat = where[len(where) // 2]
            yield Feature(f"w{one.id}", what, lon, lat)
