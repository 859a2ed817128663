"""Who sees, changes and takes back organisations and places, and what finding them by words may answer."""

from typing import Any

from jingwei.foundation.access.contracts import Actor
from jingwei.kernel.ids import uuid7
from tests.cast import COMMUNITY, FOREIGN_GRID, GRID_1
from tests.matrix.fences.of_residents import taken_back
from tests.matrix.fences.of_residents import words as words
from tests.matrix.fences.rules import Facts, Row, area, either, machine, through

TABLE, COLUMN = "organisations_organisation", "organisation_id"
in_area = either(machine, area())
of_it = through(TABLE, COLUMN, in_area)


def taken_back_with_it(actor: Actor, row: Row, facts: Facts) -> bool:
    """Machines; within the area the lines of what was brought in and nobody has touched."""
    return machine(actor, row, facts) or taken_back(actor, facts.row(TABLE, row[COLUMN]), facts)


RULES: dict[str, dict[str, Any]] = {
    TABLE: {"sees": in_area, "adds": in_area, "changes": in_area, "removes": taken_back},
    "organisations_organisationchange": {"sees": of_it, "adds": of_it, "removes": taken_back_with_it},
    "organisations_key": {"sees": in_area, "adds": in_area, "changes": in_area, "removes": in_area},
}


def plant(filler: Any, lying_in: Any) -> None:
    """A place in several places, one of them just brought in, each with a line and a text that leads to it."""
    for number, (place, batch) in enumerate(((GRID_1, uuid7()), (COMMUNITY, None), (FOREIGN_GRID, uuid7()))):
        row = filler.put(
            TABLE,
            kind="place",
            status="open",
            credit_code=f"篱笆{number}",
            aliases=[],
            facts={},
            sealed={},
            lookups=[],
            version=1,
            batch_id=batch,
            ended_at=None,
            position="SRID=4326;POINT(112.305 28.505)",
            **lying_in(place),
        )
        filler.put("organisations_organisationchange", facts={}, deed="registered", organisation_id=row["id"])
        filler.put("organisations_key", text="矩阵", scope_code=place, organisation_id=row["id"])


def fault(actor: Actor, asked: tuple[Any, ...], answer: list[dict[str, Any]], ground: Any) -> str | None:
    """Ids of one's own area and nothing else."""
    if any(set(row) != {COLUMN} for row in answer):
        return f"tells {answer[:1]}"
    strangers = [
        row[COLUMN]
        for row in answer
        if not in_area(actor, ground.facts.row(TABLE, row[COLUMN]), ground.facts)
    ]
    return f"leads to {strangers}" if strangers else None
