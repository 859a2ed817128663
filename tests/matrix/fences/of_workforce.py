"""Who sees, changes and removes files, services, teams and referrals; and rows of each that planting leaves out."""

from typing import Any

from jingwei.foundation.access.contracts import Actor
from jingwei.kernel.codes import Level
from jingwei.kernel.ids import uuid7
from tests.cast import CAST, COMMUNITY, FOREIGN_GRID, GRID_1, GRID_3
from tests.matrix.fences.rules import Facts, Row, area, both, either, machine, person, through, undone


def around(actor: Actor, row: Row, facts: Facts) -> bool:
    """What stands for a community is seen from each of its grids."""
    return len(actor.scope) == Level.GRID and row["scope_code"] == actor.scope[: Level.COMMUNITY]


def serves_in_sight(actor: Actor, row: Row, facts: Facts) -> bool:
    """Somebody's file is seen where they serve."""
    services = facts.tables["workforce_service"]
    return any(one["member_id"] == row["id"] and seen(actor, one, facts) for one in services)


seen = either(machine, area(), around)
in_area = either(machine, area())
member = either(machine, area(), person(), serves_in_sight)
of_member = through("workforce_member", "member_id", member)
of_team = through("workforce_team", "team_id", seen)
keeps_team = through("workforce_team", "team_id", in_area)
party = either(machine, person(), person("to_person_id"))


def begun_by_sheet(actor: Actor, row: Row, facts: Facts) -> bool:
    return row["batch_id"] is not None and row["to_on"] is None and in_area(actor, row, facts)


def brought_in(actor: Actor, row: Row, facts: Facts) -> bool:
    return row["batch_id"] is not None and row["version"] == 1 and in_area(actor, row, facts)


RULES: dict[str, dict[str, Any]] = {
    "workforce_member": {"sees": member, "adds": in_area, "changes": in_area, "removes": brought_in},
    "workforce_service": {"sees": seen, "adds": in_area, "changes": in_area, "removes": begun_by_sheet},
    "workforce_entry": {
        "sees": of_member,
        "adds": of_member,
        "removes": undone("workforce_member", "member_id", member),
    },
    "workforce_team": {"sees": seen, "adds": in_area, "changes": in_area},
    "workforce_teammember": {"sees": of_team, "adds": keeps_team, "changes": both(of_team, keeps_team)},
    "workforce_referral": {
        "sees": either(party, area()),
        "adds": either(machine, person()),
        "changes": party,
    },
}


def plant(filler: Any, lying_in: Any) -> None:
    """Kept here and serving there, brought in by a sheet, somebody's own; teams; referrals of and to people."""
    for number, (kept, serves, batch, own) in enumerate(
        (
            (GRID_1, GRID_3, None, None),
            (COMMUNITY, COMMUNITY, uuid7(), None),
            (FOREIGN_GRID, FOREIGN_GRID, None, CAST.lin.person_id),
        )
    ):
        facts = {"person_id": own, "batch_id": batch, "version": 1, "left_on": None}
        row = filler.put("workforce_member", **facts, **lying_in(kept))
        days = {"kind_key": "police", "from_on": filler.at.date(), "to_on": None, "batch_id": batch}
        service = filler.put("workforce_service", member_id=row["id"], **days, **lying_in(serves))
        filler.put("workforce_entry", member_id=row["id"], deed="registered", facts={})
        team = filler.put("workforce_team", dissolved_on=None, **lying_in(kept))
        filler.put("workforce_teammember", team_id=team["id"], member_id=row["id"], to_on=None)
        parties = {"person_id": CAST.qian.person_id, "to_person_id": CAST.feng.person_id if number else None}
        filler.put(
            "workforce_referral",
            service_id=service["id"],
            kind_key="police",
            state="asked",
            **parties,
            **lying_in(kept),
        )
