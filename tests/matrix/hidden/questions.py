"""All that somebody can read, and what writes only look: the same list of questions before and after."""

import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, islice

from jingwei.config.api import document
from jingwei.config.wiring import SOURCES
from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.access.rules.permissions import PERMISSIONS
from tests.api.requests import Operation, Request, operations, request_for
from tests.cast import CITY, COMMUNITY, COUNTY, FOREIGN_GRID, GRID_1, OTHER_COUNTY, inside
from tests.matrix.expectations import KINDS, expected, samples_for
from tests.matrix.hidden.recording import Asked
from tests.matrix.hidden.secrets import WORDS
from tests.matrix.kept import placed
from tests.matrix.on_map import tile_over
from tests.matrix.outcomes import Outcome
from tests.matrix.people import Seat
from tests.matrix.world import PHONE, World

OPERATIONS = operations(document())
TILE_TYPES = ("vector-tile", "protobuf", "x-protobuf", "octet-stream")

LOOKS: dict[str, dict[str, object]] = {
    "previewExport": {"source": SOURCES[0].key, "filter": {"words": WORDS}},
    "previewReport": {"words": WORDS, "area_code": GRID_1},
    "previewOwnReport": {"words": WORDS},
    "findCallerMatters": {"phone": PHONE},
    "countReceivers": {"title": WORDS, "words": WORDS},
}
"""Calls that write nothing although they are POST: what they answer is read like a list."""

PAGES = (
    "/",
    f"/areas/{CITY}",
    f"/areas/{COUNTY}",
    f"/areas/{COMMUNITY}",
    f"/areas/{OTHER_COUNTY}",
    "/items",
    "/healthz",
)
"""What everybody can open."""


def varied(operation: Operation, samples: dict[str, object]) -> Iterator[tuple[str, Request]]:
    """The plain request, then one for every filter that could find something."""
    plain = request_for(operation, samples)
    yield "", plain
    lon, lat = inside(GRID_1)
    known: dict[str, list[object]] = {
        "words": [WORDS],
        "name": [WORDS],
        "area_code": [COMMUNITY],
        "item": ["990101"],
        "size": [100],
        "limit": [100],
    }
    for parameter in operation.raw.get("parameters", []):
        name, schema = parameter["name"], parameter["schema"]
        if parameter["in"] != "query" or parameter.get("required"):
            continue
        for value in known.get(name, _choices(operation, schema)):
            mark = "&" if "?" in plain.address else "?"
            yield f"{name}={value}", replace(plain, address=f"{plain.address}{mark}{name}={value}")
    if "lon" in str(operation.raw.get("parameters", [])) and "lon=" not in plain.address:
        mark = "&" if "?" in plain.address else "?"
        yield "here", replace(plain, address=f"{plain.address}{mark}lon={lon}&lat={lat}&datum=wgs84")


def _choices(operation: Operation, schema: dict[str, object]) -> list[object]:
    for one in (schema, *schema.get("anyOf", ())):  # type: ignore[misc]
        if "$ref" in one:
            name = str(one["$ref"]).rpartition("/")[2]
            one = operation.document["components"]["schemas"][name]
        if "enum" in one:
            return list(one["enum"])
        if one.get("type") == "boolean":
            return ["true"]
    return []


def questions(seat: Seat, world: World, *, is_whole: bool) -> Iterator[Asked]:
    """What this person can read: every list with every filter, and what they see of single things."""
    allowed = PERMISSIONS[seat.actor.role]
    samples = samples_for(seat, world) | dict(zip(("lon", "lat"), inside(GRID_1), strict=True))
    for operation in OPERATIONS:
        if operation.permission and Permission(operation.permission) not in allowed:
            continue
        if operation.permission and not seat.is_known and not operation.is_public:
            continue
        name = operation.operation_id
        if operation.is_safe and operation.sees == "nothing":
            found = list(varied(operation, samples))
            for about, request in (
                found if is_whole else found[:1] + [one for one in found if WORDS in one[0]]
            ):
                yield Asked(seat, request, name=f"{name} {about}".strip())
        elif operation.is_safe and "{z}" in operation.path:
            yield from _tiles(seat, world, operation)
        elif operation.is_safe:
            yield from _of_things(seat, world, operation, is_whole=is_whole)
        elif name in LOOKS:
            plain = request_for(operation, samples)
            yield Asked(seat, replace(plain, content=json.dumps(LOOKS[name], ensure_ascii=False)), name=name)
    if not seat.is_known and not seat.secret:
        for address in PAGES:
            yield Asked(seat, Request("GET", address, "", "text/html"), name="page")


def _of_things(seat: Seat, world: World, operation: Operation, *, is_whole: bool) -> Iterator[Asked]:
    """Of each kind what this person sees: an example, or all of them."""
    targets = chain(KINDS[operation.sees].targets(world, operation), placed(world, operation.sees))
    mine = (one for one in targets if expected(seat, operation, one) is Outcome.IN)
    for target in mine if is_whole else islice(mine, 1):
        samples = samples_for(seat, world) | target.samples
        name = f"{operation.operation_id} of {target.name}"
        yield Asked(seat, request_for(operation, samples), name=name)


SPOTS = ((13, GRID_1), (7, GRID_1), (17, GRID_1), (17, FOREIGN_GRID))


def _tiles(seat: Seat, world: World, operation: Operation) -> Iterator[Asked]:
    """Of every layer this person may read; of incidents far off, near by, here and in another county."""
    for target in KINDS[operation.sees].targets(world, operation):
        if expected(seat, operation, target) is not Outcome.IN:
            continue
        for zoom, grid in SPOTS if target.name == "incidents" else SPOTS[:1]:
            samples = samples_for(seat, world) | target.samples | tile_over(grid, zoom)
            request = request_for(operation, samples)
            is_own = target.name == "incidents" and operation.operation_id == "getMapTile"
            for question in ("", "?f=state~all") if is_own else ("",):
                asked = replace(request, address=f"{request.address}{question}")
                yield Asked(seat, asked, name=f"{operation.operation_id} {target.name} z{zoom} {question}")


def draws_tiles(operation: Operation) -> bool:
    """Whether an operation hands out map tiles: by its address, or by what it says it answers."""
    said = json.dumps(operation.raw.get("responses", {}))
    return "{z}" in operation.path or "tile" in operation.path or any(one in said for one in TILE_TYPES[:2])
