"""Who sees, changes and removes buildings and houses; what their definer functions may tell; and rows of each."""

from collections.abc import Iterable
from typing import Any

from jingwei.foundation.access.contracts import Actor
from jingwei.kernel.codes import lies_within
from jingwei.kernel.ids import uuid7
from tests.cast import COMMUNITY, COUNTY, FOREIGN_GRID, GRID_1
from tests.matrix.fences.rules import area, either, machine, through, undone

POSITION = "SRID=4326;POINT(112.305 28.505)"
STEM = "篱笆路1号"
in_area = either(machine, area())


def _thing(name: str) -> dict[str, dict[str, Any]]:
    table, column = f"dwellings_{name}", f"{name}_id"
    through_it = through(table, column, in_area)
    return {
        table: {"sees": in_area, "adds": in_area, "changes": in_area, "removes": in_area},
        f"{table}change": {
            "sees": through_it,
            "adds": through_it,
            "removes": undone(table, column, in_area),
        },
    }


RULES: dict[str, dict[str, Any]] = _thing("building") | _thing("house")
TABLES = ("dwellings_building", "dwellings_house")


def plant(filler: Any, lying_in: Any) -> None:
    """A building with a flat in several places, one of them just brought in, each with a line and a photo."""
    for number, (place, batch) in enumerate(((GRID_1, None), (COMMUNITY, uuid7()), (FOREIGN_GRID, None))):
        common = lying_in(place) | {
            "position": POSITION,
            "batch_id": batch,
            "version": 1,
            "ended_at": None,
            "stem": f"篱笆路{number + 1}号",
            "pairs": ["篱笆", "笆路"],
            "tail": "",
            "sealed": {},
            "facts": {},
        }
        building = filler.put("dwellings_building", **common)
        filler.put("dwellings_buildingchange", building_id=building["id"], facts={}, deed="registered")
        house = filler.put(
            "dwellings_house",
            building_id=building["id"] if number else None,
            **(common | {"tail": "1--101" if number else ""}),
        )
        filler.put("dwellings_housechange", house_id=house["id"], facts={}, deed="registered")
        for thing in (building, house):
            filler.put("files_file", kind="photo", claimed_for=thing["id"], claimed_at=filler.at)


def finds(ground: Any) -> Iterable[tuple[Any, ...]]:
    """Words that stand in every planted address, noise, and names of other tables."""
    for what in ("building", "house"):
        yield what, ["篱笆"], 400
        yield what, ["篱笆", "笆路"], 10**9
        yield what, [], 100
        yield what, None, None
        yield what, ["') or true --"], -1
    yield "housechange", ["篱笆"], 100
    yield "house t, access_person", ["篱笆"], 100
    yield None, ["篱笆"], 100


def find_fault(actor: Actor, asked: Any, answer: Any, ground: Any) -> str | None:
    """Ids of one's own area only."""
    if len(answer) > 400 or any(set(row) != {"id"} for row in answer):
        return f"tells {answer[:1]}"
    found = {row["id"] for row in answer}
    strangers = [
        row["id"]
        for table in TABLES
        for row in ground.facts.tables[table]
        if row["id"] in found and actor.scope != "*" and not lies_within(row["scope_code"], actor.scope)
    ]
    return f"leads to {strangers}" if strangers else None


def asks(ground: Any) -> Iterable[tuple[Any, ...]]:
    """Addresses that are there, that are not, and lists of unequal length."""
    yield [COUNTY], [STEM], [""]
    yield [COUNTY, COUNTY], [STEM, "没有的路1号"], ["", ""]
    yield [COUNTY], [], []
    yield ["%"], ["%"], ["%"]
    yield None, None, None


def taken_fault(actor: Actor, asked: Any, answer: Any, ground: Any) -> str | None:
    """Positions in the question, of whole addresses that were named; nothing without eyes."""
    told = [row["at"] for row in answer]
    if any(set(row) != {"at"} for row in answer):
        return f"tells {answer[:1]}"
    if told and not actor.scope:
        return "answers without a scope"
    stems = asked[1] or []
    wrong = [at for at in told if not 1 <= at <= len(stems) or not stems[at - 1].startswith("篱笆路")]
    return f"says that {wrong} are registered" if wrong else None
