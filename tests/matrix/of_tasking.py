"""Tasks from above, their shares and the work log: one of each in every place, and who must see it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from jingwei.domains.tasking.contracts import Measure, ShareState
from jingwei.domains.tasking.models import Share, Task
from jingwei.domains.worklog.models import LogEntry
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.scoping import eyes
from jingwei.kernel.codes import ancestor_codes, lies_within
from tests.api.requests import Operation
from tests.cast import COUNTY, WATER, centre
from tests.matrix.outcomes import Outcome
from tests.matrix.people import FOUNDER, Seat
from tests.matrix.targets import Target
from tests.matrix.world import ITEM


@dataclass(frozen=True, slots=True)
class Party:
    """Where something lies, and the units, posts and people that have a part in it."""

    areas: tuple[str, ...]
    units: frozenset[UUID | None]
    posts: frozenset[UUID | None] = frozenset()
    people: frozenset[UUID | None] = frozenset()


def plant_task(keeper: Seat, at: datetime) -> tuple[dict[str, Any], Party]:
    """Given by the keeper; the water company of the county has a share of it."""
    who = keeper.actor
    task, share = _given(who, at, unit_id=WATER, area_code=COUNTY)
    party = Party((who.area_code, COUNTY), frozenset({who.unit_id, WATER}), frozenset({who.post_id}))
    return {"task_id": str(task.pk), "share_id": str(share.pk)}, party


def plant_share(keeper: Seat, at: datetime) -> tuple[dict[str, Any], Party]:
    """Given by the county's centre to the keeper's unit."""
    who, county = keeper.actor, centre(COUNTY)
    giver = Actor(role=who.role, name="矩阵下达", unit_id=county, area_code=COUNTY)
    task, share = _given(giver, at, unit_id=who.unit_id, area_code=who.area_code)
    party = Party((who.area_code,), frozenset({who.unit_id, county}))
    return {"task_id": str(task.pk), "share_id": str(share.pk)}, party


def plant_log_entry(keeper: Seat, at: datetime) -> tuple[dict[str, Any], Party]:
    """Recorded by the keeper in their area."""
    who = keeper.actor
    row = LogEntry(
        item_code=ITEM,
        item_name="井盖松动",
        class_name="矩阵类",
        happened_at=at,
        recorded_at=at,
        person_id=who.person_id,
        recorder_name=who.name,
        **_lying_in(who.area_code),
    )
    with eyes(FOUNDER):
        row.save(force_insert=True)
    party = Party((who.area_code,), frozenset(), people=frozenset({who.person_id}))
    return {"entry_id": str(row.pk)}, party


def party_expected(seat: Seat, operation: Operation, target: Target) -> Outcome:
    """By area, by part, or because it is one's own."""
    who, facts = seat.actor, target.facts
    shared = who.sharing_unit_id
    sees = (
        any(lies_within(area, who.scope) for area in facts.areas)
        or (shared is not None and shared in facts.units)
        or (who.post_id is not None and who.post_id in facts.posts)
        or (who.person_id is not None and who.person_id in facts.people)
    )
    return Outcome.IN if sees else Outcome.HIDDEN


def _given(giver: Actor, at: datetime, *, unit_id: UUID | None, area_code: str) -> tuple[Task, Share]:
    given: dict[str, Any] = {
        "giver_unit_id": giver.unit_id,
        "giver_post_id": giver.post_id,
        "given_at": at,
        "due_at": at + timedelta(days=7),
    }
    task = Task(
        title="矩阵任务",
        measure=Measure.YES_NO.value,
        giver_name=giver.name,
        **given,
        **_lying_in(giver.area_code),
    )
    share = Share(
        task=task,
        depth=1,
        receiver_unit_id=unit_id,
        receiver_name="矩阵接收",
        above_units=[giver.unit_id],
        state=int(ShareState.GIVEN),
        **given,
        **_lying_in(area_code),
    )
    with eyes(FOUNDER):
        task.save(force_insert=True)
        share.save(force_insert=True)
    return task, share


def _lying_in(area_code: str) -> dict[str, str | None]:
    codes = ancestor_codes(area_code)
    return {
        "city_code": codes.city,
        "county_code": codes.county,
        "township_code": codes.township,
        "community_code": codes.community,
        "grid_code": codes.grid,
        "scope_code": codes.scope,
    }
