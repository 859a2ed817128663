"""Trying a duty matrix on past matters over HTTP."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from django.http import HttpRequest
from ninja import Status
from pydantic import BaseModel, ConfigDict, Field

from jingwei.domains.incidents.api.routes import router
from jingwei.domains.incidents.queries.duties import visible_among
from jingwei.domains.incidents.services.simulating import simulate_duties
from jingwei.domains.routing.contracts import SimulationBrief
from jingwei.domains.routing.queries import names_of_prefixes
from jingwei.domains.routing.queries.simulations import simulations_of
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.areas.queries import names_of
from jingwei.foundation.edge import Body, Day, actor, operation
from jingwei.kernel.clock import local, now

WITHOUT_DUE: dict[str, int] = {"due_sooner": 0, "due_later": 0}
"""Of trials that did not look at deadlines yet."""


class SimulateIn(Body):
    """Which version, and the days (both included) on which the matters were reported."""

    model_config = ConfigDict(extra="forbid")

    duty_list_id: Annotated[int, Field(ge=1, le=2**63 - 1)]
    from_on: Day
    to_on: Day


class SimulatedMatterOut(BaseModel):
    """A matter that would move; ``incident_id`` only for those who see it. ``line_no`` is the line that takes it."""

    incident_id: UUID | None
    item_name: str
    area_name: str
    reported_on: date
    line_no: int | None


class SimulatedFlowOut(BaseModel):
    """So many would go from one unit to another; an empty name means that nobody is named."""

    from_name: str
    to_name: str
    count: int
    items: list[str]
    sample: list[SimulatedMatterOut]


class SimulatedLimitOut(BaseModel):
    """So many would have another time to handle; ``hours`` is how much later their deadlines would fall on average,
    negative where earlier."""

    from_limit: str
    to_limit: str
    count: int
    hours: float


class SimulatedOut(BaseModel):
    """What a version would change: ``same`` stay where they go now, ``moved`` go to another unit, ``gained`` get one that
    had none, ``lost`` are left to nobody, ``nobody`` have none either way. Of ``handled``, which a unit really had, so many
    went where the rules in force say and where the tried ones say. ``due_sooner`` and ``due_later`` would be due at another
    time."""

    same: int
    moved: int
    gained: int
    lost: int
    nobody: int
    handled: int
    as_handled_before: int
    as_handled_after: int
    flow_count: int
    flows: list[SimulatedFlowOut]
    lines: list[tuple[int, int]]
    due_sooner: int
    due_later: int
    limits: list[SimulatedLimitOut]


class SimulationOut(BaseModel):
    """A trial: how far it has come, and when it has ended what it found."""

    simulation_id: UUID
    duty_list_id: int
    list_name: str
    against_name: str
    area_name: str
    from_on: date
    to_on: date
    asked_at: datetime
    ended_at: datetime | None
    total: int
    done: int
    is_silent: bool
    result: SimulatedOut | None


@operation(
    router,
    "POST",
    "/duty-simulations",
    "simulateDuties",
    Permission.PROPOSE_DUTY,
    response={201: SimulationOut},
    opens_eyes=False,
)
def simulate(request: HttpRequest, body: SimulateIn) -> Status[SimulationOut]:
    """权责试算：用一个版本（通常是草稿）把本辖区过去的事件重派一遍，看哪些会换单位；在后台算，不改动任何事件。"""
    asking = actor(request)
    run = simulate_duties(asking, body.duty_list_id, from_on=body.from_on, to_on=body.to_on, at=now())
    return Status(201, _out([run], asking)[0])


@operation(
    router,
    "GET",
    "/duty-simulations",
    "listDutySimulations",
    Permission.PROPOSE_DUTY,
    response=list[SimulationOut],
)
def list_simulations(request: HttpRequest) -> list[SimulationOut]:
    """自己最近的十次试算，最近的在前；没有算完的说明算到哪里。"""
    asking = actor(request)
    return _out(simulations_of(asking, at=now()), asking)


def _out(runs: list[SimulationBrief], asking: Actor) -> list[SimulationOut]:
    flows = [flow for run in runs for flow in run.result.get("flows", [])]
    sampled = [one for flow in flows for one in flow["sample"]]
    seen = visible_among(asking, (one["incident_id"] for one in sampled))
    areas = names_of({one["area_code"] for one in sampled} | {run.area_code for run in runs})
    items = names_of_prefixes(on=local(now()).date())

    def matter(one: dict[str, str]) -> SimulatedMatterOut:
        return SimulatedMatterOut(
            incident_id=UUID(one["incident_id"]) if one["incident_id"] in seen else None,
            item_name=items.get(one["item_code"], one["item_code"]),
            area_name=areas.get(one["area_code"], one["area_code"]),
            reported_on=date.fromisoformat(one["reported_on"]),
            line_no=one["line_no"],  # type: ignore[arg-type]
        )

    return [
        SimulationOut(
            simulation_id=run.simulation_id,
            duty_list_id=run.duty_list_id,
            list_name=run.list_name,
            against_name=run.against_name,
            area_name=areas.get(run.area_code, run.area_code),
            from_on=run.from_on,
            to_on=run.to_on,
            asked_at=run.asked_at,
            ended_at=run.ended_at,
            total=run.total,
            done=run.done,
            is_silent=run.is_silent,
            result=SimulatedOut(
                **WITHOUT_DUE
                | {key: value for key, value in run.result.items() if key not in {"flows", "limits"}},
                limits=[
                    SimulatedLimitOut(
                        from_limit=one["from"], to_limit=one["to"], count=one["count"], hours=one["hours"]
                    )
                    for one in run.result.get("limits", [])
                ],
                flows=[
                    SimulatedFlowOut(
                        from_name=flow["from_name"],
                        to_name=flow["to_name"],
                        count=flow["count"],
                        items=[f"{items.get(code, code)} {number}" for code, number in flow["items"]],
                        sample=[matter(one) for one in flow["sample"]],
                    )
                    for flow in run.result["flows"]
                ],
            )
            if run.ended_at
            else None,
        )
        for run in runs
    ]
