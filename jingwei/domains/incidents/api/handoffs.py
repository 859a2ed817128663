"""Changing hands over HTTP: objections and their precedents, what ties matters, merging, child tasks, the policy."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from typing import Annotated
from uuid import UUID

from django.http import HttpRequest
from ninja import Query

from jingwei.domains.incidents import queries
from jingwei.domains.incidents.api import handoff_schemas as out
from jingwei.domains.incidents.api import schemas as io
from jingwei.domains.incidents.api.course import shown, verb
from jingwei.domains.incidents.api.reporting import wgs84
from jingwei.domains.incidents.api.routes import router
from jingwei.domains.incidents.api.shaping import rows_out
from jingwei.domains.incidents.models import Incident, Objection, Precedent
from jingwei.domains.incidents.queries import disputes
from jingwei.domains.incidents.queries.demand import LONGEST_DAYS, demand_of
from jingwei.domains.incidents.queries.merging import merge_suggestions
from jingwei.domains.incidents.rules.merging import merge_hindrance
from jingwei.domains.incidents.rules.objecting import (
    OUTCOME_LABELS,
    RETURN_LABELS,
    HandoffPolicy,
    Outcome,
)
from jingwei.domains.incidents.services import correcting, merging, objecting, precedents, splitting
from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.access.queries import unit_names
from jingwei.foundation.areas.queries import names_of
from jingwei.foundation.edge import actor, operation
from jingwei.kernel.clock import local, now

P = Permission


@verb("object", "objectDispatch", P.OBJECT_TASK)
def object_dispatch(request: HttpRequest, incident_id: UUID, body: out.UnitGivenIn) -> io.IncidentOut:
    """Object 提出异议 to a task and name whose it is; the unit stays responsible until it is decided."""
    return _step(request, objecting.object_dispatch, incident_id, body)


@verb("uphold", "upholdObjection", P.DECIDE_OBJECTION)
def uphold_objection(request: HttpRequest, incident_id: UUID, body: out.UnitGivenIn) -> io.IncidentOut:
    """Uphold 异议成立: another unit has it at once; the ruling is shown at the next similar case."""
    return _step(request, objecting.uphold_objection, incident_id, body)


@verb("refuse-objection", "refuseObjection", P.DECIDE_OBJECTION)
def refuse_objection(request: HttpRequest, incident_id: UUID, body: io.StepIn) -> io.IncidentOut:
    """Refuse 异议不成立: the unit keeps it; the ruling is shown at the next similar case."""
    incident = objecting.refuse_objection(
        actor(request), incident_id, remark=body.remark, version=body.version, at=now()
    )
    return shown(request, incident)


@verb("reroute", "rerouteIncident", P.DISPATCH_INCIDENT)
def reroute_incident(request: HttpRequest, incident_id: UUID, body: out.RerouteIn) -> io.IncidentOut:
    """Give it to another unit 改派, with item or place set right in the same step."""
    correction = correcting.Correction(
        item_code=body.item_code or None, position=wgs84(body.position), address=body.address
    )
    incident = correcting.reroute_incident(
        actor(request),
        incident_id,
        unit_id=body.unit_id,
        correction=correction,
        remark=body.remark,
        version=body.version,
        at=now(),
    )
    return shown(request, incident)


@verb("split", "splitIncident", P.SPLIT_INCIDENT)
def split_incident(request: HttpRequest, incident_id: UUID, body: out.ChildTaskIn) -> io.IncidentOut:
    """Split off a child task 拆分子任务, dispatched at once; the matter waits with closing for its parts."""
    incident = splitting.split_incident(
        actor(request),
        incident_id,
        unit_id=body.unit_id,
        words=body.words,
        item_code=body.item_code,
        handle_limit=body.handle_limit,
        version=body.version,
        at=now(),
    )
    return shown(request, incident)


@operation(
    router,
    "POST",
    "/incidents/{incident_id}/merge",
    "mergeIncidents",
    P.CORRECT_INCIDENT,
    response=io.IncidentOut,
    sees="incident",
)
def merge_incidents(request: HttpRequest, incident_id: UUID, body: out.MergeMattersIn) -> io.IncidentOut:
    """Merge 合并 others into this one, all or none; each keeps its reporter, words, code and rating."""
    return shown(request, merging.merge_incidents(actor(request), incident_id, body.member_ids, at=now()))


@operation(
    router,
    "GET",
    "/incidents/{incident_id}/merge-suggestions",
    "suggestMerges",
    P.CORRECT_INCIDENT,
    response=list[out.MergeSuggestionOut],
    sees="incident",
)
def suggest_merges(request: HttpRequest, incident_id: UUID) -> list[out.MergeSuggestionOut]:
    """Matters close by that may be the same, with what speaks for each."""
    at, who = now(), actor(request)
    incident = queries.incident_for(who, incident_id)
    found = merge_suggestions(who, incident, at=at)
    head = merging.standing_in(incident)
    rows = rows_out([one.incident for one in found], at=at)
    return [
        out.MergeSuggestionOut(
            **row.__dict__,
            distance_m=round(one.distance_m),
            words=one.words,
            reasons=[
                out.ReasonOut(label=zh, label_en=en) for zh, en in (because.said for because in one.reasons)
            ],
            hindrance=hindrance[0],
            hindrance_en=hindrance[1],
        )
        for one, row in zip(found, rows, strict=True)
        for hindrance in [merge_hindrance(merging.standing_in(one.incident), head) or ("", "")]
    ]


@operation(
    router,
    "GET",
    "/incidents/{incident_id}/ties",
    "getTies",
    P.WATCH_INCIDENT,
    response=out.TiesOut,
    sees="incident",
)
def get_ties(request: HttpRequest, incident_id: UUID) -> out.TiesOut:
    """What hangs together with a matter: child tasks, its return at the same place, objections to its dispatch."""
    at, who = now(), actor(request)
    found = disputes.ties_of(who, queries.incident_for(who, incident_id))
    return out.TiesOut(
        parent=_tied([found.parent], at)[0] if found.parent else None,
        children=_tied(found.children, at),
        earlier=_tied([found.earlier], at)[0] if found.earlier else None,
        later=_tied(found.later, at),
        times=found.times,
        objections=_objections(found.objections),
    )


@operation(
    router,
    "GET",
    "/incidents/{incident_id}/precedents",
    "listPrecedents",
    P.WATCH_INCIDENT,
    response=list[out.PrecedentOut],
    sees="incident",
)
def list_precedents(request: HttpRequest, incident_id: UUID) -> list[out.PrecedentOut]:
    """Rulings on earlier objections that bear on this matter: its item, in the referee's area."""
    who = actor(request)
    found = disputes.precedents_for(who, queries.incident_for(who, incident_id))
    return _precedents(request, found)


@operation(
    router, "GET", "/precedents", "searchPrecedents", P.WATCH_INCIDENT, response=list[out.PrecedentOut]
)
def search_precedents(
    request: HttpRequest, words: Annotated[str, Query(max_length=60)] = ""
) -> list[out.PrecedentOut]:
    """The rulings that hold in one's area or speak of one's unit, the latest first, 200 at most."""
    return _precedents(request, disputes.precedents_within(actor(request), words=words))


@operation(
    router,
    "POST",
    "/incidents/{incident_id}/draft-line",
    "draftPrecedentLine",
    P.PROPOSE_DUTY,
    response=out.DraftedLineOut,
    sees="incident",
)
def draft_precedent_line(request: HttpRequest, incident_id: UUID) -> out.DraftedLineOut:
    """Put the latest ruling about a matter as a line into the draft of the duty matrix."""
    who = actor(request)
    line = precedents.draft_line(who, incident_id, at=now())
    (row,) = _precedents(request, [disputes.precedent_about(queries.incident_for(who, incident_id))])
    return out.DraftedLineOut(precedent=row, line_id=line.line_id)


@operation(
    router,
    "GET",
    "/handoff-policies",
    "listHandoffPolicies",
    P.READ_ITEMS,
    response=list[out.HandoffPolicyOut],
)
def list_handoff_policies(request: HttpRequest) -> list[out.HandoffPolicyOut]:
    """What was decided about returning, objecting and recurrence, the latest day first."""
    return _policies()


@operation(
    router,
    "PUT",
    "/handoff-policies",
    "setHandoffPolicy",
    P.MANAGE_ITEMS,
    response=list[out.HandoffPolicyOut],
)
def set_handoff_policy(request: HttpRequest, body: out.HandoffPolicyIn) -> list[out.HandoffPolicyOut]:
    """Decide what holds from a day to come."""
    precedents.set_policy(actor(request), HandoffPolicy(**body.model_dump()), at=now())
    return _policies()


@operation(router, "GET", "/demand", "getDemand", P.WATCH_INCIDENT, response=out.DemandOut)
def get_demand(
    request: HttpRequest,
    days: Annotated[int, Query(ge=1, le=LONGEST_DAYS)] = 30,
    area_code: io.AreaCode | None = None,
) -> out.DemandOut:
    """How much was reported in the last days and how much work it is: merged ones count once and as often as told."""
    until = now()
    found = demand_of(actor(request), area_code=area_code, since=until - timedelta(days=days), until=until)
    return out.DemandOut(
        days=days,
        demand=found.demand,
        work=found.work,
        merged=found.merged,
        children=found.children,
        recurred=found.recurred,
    )


def _step(
    request: HttpRequest, service: Callable[..., Incident], incident_id: UUID, body: out.UnitGivenIn
) -> io.IncidentOut:
    incident = service(
        actor(request),
        incident_id,
        unit_id=body.unit_id,
        remark=body.remark,
        version=body.version,
        at=now(),
    )
    return shown(request, incident)


def _tied(found: Sequence[disputes.Tied], at: datetime) -> list[out.TiedOut]:
    rows = rows_out([one.incident for one in found], at=at)
    return [
        out.TiedOut(**row.__dict__, distance_m=one.distance_m, days=one.days)
        for one, row in zip(found, rows, strict=True)
    ]


def _objections(found: Iterable[Objection]) -> list[out.ObjectionOut]:
    rows = list(found)
    ids = {one for row in rows for one in (row.unit_id, row.named_unit_id, row.referee_id, row.given_unit_id)}
    names = unit_names({one for one in ids if one})
    return [_objection(row, names) for row in rows]


def _objection(row: Objection, names: dict[UUID, str]) -> out.ObjectionOut:
    label, label_en = OUTCOME_LABELS[Outcome(row.outcome)] if row.outcome else ("待裁决", "to be decided")
    return out.ObjectionOut(
        asked_at=row.asked_at,
        unit_name=names.get(row.unit_id, ""),
        named_unit_id=row.named_unit_id,
        named_unit_name=names.get(row.named_unit_id, ""),
        reason=row.reason,
        referee_name=names.get(row.referee_id, ""),
        due_at=row.due_at,
        decided_at=row.decided_at,
        outcome=row.outcome,
        outcome_label=label,
        outcome_label_en=label_en,
        given_unit_name=names.get(row.given_unit_id, "") if row.given_unit_id else "",
        ruling=row.ruling,
    )


def _precedents(request: HttpRequest, rows: Sequence[Precedent]) -> list[out.PrecedentOut]:
    units = unit_names(
        {
            one
            for row in rows
            for one in (row.from_unit_id, row.named_unit_id, row.to_unit_id, row.ruled_by_unit_id)
        }
    )
    areas = names_of({code for row in rows for code in (row.place_code, row.area_code)})
    seen = disputes.seen_among(actor(request), {row.incident_id for row in rows})
    return [
        out.PrecedentOut(
            id=row.pk,
            item_code=row.item_code,
            item_name=row.item_name,
            place_name=areas.get(row.place_code, ""),
            area_name=areas.get(row.area_code, ""),
            from_unit_name=units.get(row.from_unit_id, ""),
            named_unit_name=units.get(row.named_unit_id, ""),
            to_unit_id=row.to_unit_id,
            to_unit_name=units.get(row.to_unit_id, ""),
            is_upheld=row.is_upheld,
            ruling=row.ruling,
            ruled_at=row.ruled_at,
            ruled_by_name=units.get(row.ruled_by_unit_id, ""),
            incident_id=row.incident_id if row.incident_id in seen else None,
            is_drafted=row.drafted_at is not None,
        )
        for row in rows
    ]


def _policies() -> list[out.HandoffPolicyOut]:
    today = local(now()).date()
    in_force = disputes.policy_on(today)
    every = disputes.policies()
    return [
        out.HandoffPolicyOut(
            from_on=one.from_on,
            returns=one.returns,
            returns_label=RETURN_LABELS[one.returns][0],
            returns_label_en=RETURN_LABELS[one.returns][1],
            objection_limit=one.objection_limit,
            recurrence_radius_m=one.recurrence_radius_m,
            recurrence_days=one.recurrence_days,
            is_in_force=one.from_on == in_force.from_on,
        )
        for one in (every if in_force in every else [*every, in_force])
    ]
