"""Residents, households and requests: one of each in every place; seen by area alone, never through a unit."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from jingwei.domains.residents.contracts import Living, RequestKind
from jingwei.domains.residents.models import Household, Request, Residence, Resident
from jingwei.foundation.scoping import eyes
from jingwei.kernel.codes import ancestor_codes
from jingwei.kernel.ids import uuid7
from tests.matrix.people import FOUNDER, Seat

BEGAN = date(2024, 1, 1)


def _person(keeper: Seat, at: datetime) -> Resident:
    where = ancestor_codes(keeper.actor.area_code).columns
    row = Resident(
        name="矩阵",
        sound="juzhen",
        living=int(Living.HOME),
        address="矩阵路1号",
        source="desk",
        registered_at=at,
        changed_at=at,
        seen_at=at,
        **where,
    )
    with eyes(FOUNDER):
        row.save(force_insert=True)
        Residence(
            resident_id=row.pk,
            address=row.address,
            living=row.living,
            from_on=BEGAN,
            noted_at=at,
            **where,
        ).save(force_insert=True)
    return row


def plant_resident(keeper: Seat, at: datetime) -> tuple[dict[str, Any], str]:
    return {"resident_id": str(_person(keeper, at).pk)}, keeper.actor.area_code


def plant_household(keeper: Seat, at: datetime) -> tuple[dict[str, Any], str]:
    where = ancestor_codes(keeper.actor.area_code).columns
    row = Household(address="矩阵路1号", from_on=BEGAN, changed_at=at, **where)
    with eyes(FOUNDER):
        row.save(force_insert=True)
    return {"household_id": str(row.pk)}, keeper.actor.area_code


def plant_request(keeper: Seat, at: datetime) -> tuple[dict[str, Any], str]:
    """About somebody of the keeper's area; who asked sits where nobody of the matrix does."""
    person, where = _person(keeper, at), ancestor_codes(keeper.actor.area_code).columns
    row = Request(
        kind=RequestKind.CORRECTION.value,
        resident_id=person.pk,
        words="矩阵核对",
        asked_at=at,
        asker_post_id=uuid7(),
        asker_name="矩阵",
        **where,
    )
    with eyes(FOUNDER):
        row.save(force_insert=True)
    return {"request_id": str(row.pk)}, keeper.actor.area_code


RESIDENTS: dict[str, Callable[[Seat, datetime], tuple[dict[str, Any], str]]] = {
    "resident": plant_resident,
    "household": plant_household,
    "resident_request": plant_request,
}


def plant_beside(filler: Any, lying_in: Any, world: Any, mine: UUID) -> None:
    """What hangs on residents: in several places, brought in just now, tied to an account, asked by somebody."""
    from tests.cast import COMMUNITY, FOREIGN_GRID, GRID_1, id_of

    for area, batch, account in (
        (GRID_1, uuid7(), None),
        (COMMUNITY, None, mine),
        (FOREIGN_GRID, uuid7(), None),
    ):
        facts: dict[str, Any] = {"version": 1, "batch_id": batch, "account_person_id": account, "living": 1}
        person = filler.put("residents_resident", facts={}, sealed={}, lookups=[], **facts, **lying_in(area))
        of_person = {"resident_id": person["id"]}
        filler.put("residents_residentchange", facts={}, deed="registered", **of_person)
        filler.put("residents_residence", living=1, to_on=None, **of_person, **lying_in(area))
        filler.put("residents_residence", living=1, to_on=date(2021, 1, 1), **of_person, **lying_in(GRID_1))
        house = filler.put("residents_household", to_on=None, version=1, **lying_in(area))
        filler.put("residents_member", household_id=house["id"], relation="02", to_on=None, **of_person)
        for asker in (
            {"asker_post_id": id_of("post lin"), "asker_person_id": id_of("person lin")},
            {"asker_post_id": None, "asker_person_id": mine},
        ):
            filler.put(
                "residents_request", kind="correction", state="open", **asker, **of_person, **lying_in(area)
            )
        filler.put("residents_key", text="矩阵", scope_code=area, **of_person)
