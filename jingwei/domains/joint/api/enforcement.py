"""Joint enforcement 联合执法 over HTTP."""

from collections.abc import Callable, Sequence
from typing import Annotated, Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Field, Query, Schema

from jingwei.domains.joint import queries, services
from jingwei.domains.joint.api import enforcement_schemas as io
from jingwei.domains.joint.api.routes import router
from jingwei.domains.joint.api.shaping import files_out, matters_out
from jingwei.domains.joint.api.whistles import wgs84
from jingwei.domains.joint.contracts import EnforcementState, FindingEnd
from jingwei.domains.joint.models import Enforcement
from jingwei.domains.joint.queries.whistles import PAGE
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.access.queries import is_permitted, unit_names
from jingwei.foundation.areas.queries import names_of
from jingwei.foundation.edge import actor, operation
from jingwei.kernel.clock import now

P = Permission


class EnforcementsIn(Schema):
    """Which to list; of a matter: about it, or that found it."""

    state: EnforcementState | None = None
    incident_id: UUID | None = None
    cursor: Annotated[str | None, Field(max_length=300)] = None
    size: Annotated[int, Field(ge=1, le=100)] = PAGE


def _of_one(
    method: str, path: str, operation_id: str, permission: Permission
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    return operation(
        router,
        method,
        f"/enforcements/{{enforcement_id}}{path}",
        operation_id,
        permission,
        response=io.EnforcementOut,
        sees="enforcement",
    )


@operation(router, "GET", "/enforcements", "listEnforcements", P.READ_JOINT, response=io.EnforcementPageOut)
def list_enforcements(request: HttpRequest, wanted: Query[EnforcementsIn]) -> io.EnforcementPageOut:
    """Joint enforcement in one's area, and that one's unit leads or is asked to; the latest first."""
    page = queries.list_enforcements(actor(request), **wanted.dict())
    return io.EnforcementPageOut(
        rows=enforcements_out(actor(request), page.rows), next_cursor=page.next_cursor
    )


@operation(
    router, "POST", "/enforcements", "planEnforcement", P.PLAN_ENFORCEMENT, response={201: io.EnforcementOut}
)
def plan(request: HttpRequest, body: io.EnforcementIn) -> io.EnforcementOut:
    """Plan one that one's own unit leads, and ask others to come."""
    new = services.NewEnforcement(**body.dict())
    return _out(request, services.plan_enforcement(actor(request), new, at=now()))


@_of_one("GET", "", "getEnforcement", P.READ_JOINT)
def get_enforcement(request: HttpRequest, enforcement_id: UUID) -> io.EnforcementOut:
    """One with its units and what was found."""
    return _out(request, queries.enforcement_for(actor(request), enforcement_id))


@_of_one("POST", "/answer", "answerEnforcement", P.JOIN_JOINT)
def answer(request: HttpRequest, enforcement_id: UUID, body: io.AnswerEnforcementIn) -> io.EnforcementOut:
    """Say that one's unit comes, cannot come, or is there."""
    row = services.answer_enforcement(
        actor(request), enforcement_id, reply=body.reply, people=body.people, remark=body.remark, at=now()
    )
    return _out(request, row)


@_of_one("POST", "/findings", "recordFinding", P.JOIN_JOINT)
def record_finding(
    request: HttpRequest, enforcement_id: UUID, body: io.EnforcementFindingIn
) -> io.EnforcementOut:
    """Write down what was found; a matter of its own goes to the centre there."""
    facts = body.dict(exclude={"position"})
    position = wgs84(body.position) if body.position else None
    new = services.NewFinding(**facts, position=position)
    services.record_finding(actor(request), enforcement_id, new, at=now())
    return _out(request, queries.enforcement_for(actor(request), enforcement_id))


@_of_one("POST", "/end", "endEnforcement", P.PLAN_ENFORCEMENT)
def end(request: HttpRequest, enforcement_id: UUID, body: io.EndEnforcementIn) -> io.EnforcementOut:
    """Write down what came of it, or call it off."""
    if body.outcome == "cancelled":
        row = services.cancel_enforcement(actor(request), enforcement_id, reason=body.result, at=now())
    else:
        row = services.finish_enforcement(
            actor(request), enforcement_id, result=body.result, file_ids=body.file_ids, at=now()
        )
    return _out(request, row)


def _out(request: HttpRequest, row: Enforcement) -> io.EnforcementOut:
    return enforcements_out(actor(request), [row])[0]


def enforcements_out(actor: Actor, rows: Sequence[Enforcement]) -> list[io.EnforcementOut]:
    """Names once a page; matters only as far as the reader sees them."""
    ids = [row.pk for row in rows]
    asked, found = queries.enforcers_of(ids), queries.findings_of(ids)
    units = unit_names({row.unit_id for row in rows} | {one for row in rows for one in row.unit_ids})
    areas = names_of({row.scope_code for row in rows})
    about = [row.incident_id for row in rows] + [one.incident_id for some in found.values() for one in some]
    matters = matters_out(actor, about)
    pictured = [*rows, *(one for some in found.values() for one in some)]
    files = files_out(actor, [one for row in pictured for one in row.file_ids])
    joins, plans = (is_permitted(actor, one) for one in (P.JOIN_JOINT, P.PLAN_ENFORCEMENT))
    return [
        io.EnforcementOut(
            id=row.pk,
            title=row.title,
            plan=row.plan,
            place=row.place,
            people=row.people,
            area_name=areas.get(row.scope_code, ""),
            starts_at=row.starts_at,
            state=EnforcementState(row.state),
            called_at=row.called_at,
            called_by_name=row.called_by_name,
            unit_id=row.unit_id,
            unit_name=units.get(row.unit_id, ""),
            ended_at=row.ended_at,
            result=row.result,
            units=[
                io.EnforcerOut(
                    unit_id=one.unit_id,
                    unit_name=units.get(one.unit_id, ""),
                    reply=one.reply,
                    people=one.people,
                    remark=one.remark,
                    by_name=one.by_name,
                    replied_at=one.replied_at,
                    arrived_at=one.arrived_at,
                )
                for one in asked.get(row.pk, [])
            ],
            findings=[
                io.EnforcementFindingOut(
                    number=one.number,
                    end=FindingEnd(one.end),
                    words=one.words,
                    place=one.place,
                    unit_name=units.get(one.unit_id, ""),
                    by_name=one.by_name,
                    found_at=one.found_at,
                    files=[files[key] for key in one.file_ids if key in files],
                    matter=matters.get(one.incident_id) if one.incident_id else None,
                )
                for one in found.get(row.pk, [])
            ],
            files=[files[one] for one in row.file_ids if one in files],
            matter=matters.get(row.incident_id) if row.incident_id else None,
            may_answer=joins and row.ended_at is None and actor.unit_id in row.unit_ids,
            may_find=joins and row.ended_at is None and actor.unit_id in {row.unit_id, *row.unit_ids},
            may_end=plans and row.ended_at is None and actor.unit_id == row.unit_id,
        )
        for row in rows
    ]
