"""Who may act on an incident, who sees it, and who may contact its reporter: pure statements of the fences."""

from dataclasses import dataclass
from uuid import UUID

from jingwei.domains.incidents.contracts import Action, Identity
from jingwei.domains.incidents.rules.lifecycle import ASSISTING, Who
from jingwei.foundation.access.contracts import ANYWHERE, Actor, Role
from jingwei.kernel.codes import lies_within

FULL_FLOOR = 15
"""Everybody from the grid upwards sees it by area."""
NOBODY_BY_AREA = 0
"""The floor of confidential tips."""

LEADERS = frozenset({Role.COMMANDER, Role.CHIEF_GRID_HEAD})

BETWEEN_US = ASSISTING | {
    Action.OBJECT,
    Action.UPHOLD,
    Action.REFUSE_OBJECTION,
    Action.INSTRUCT,
    Action.HAND_OVER,
    Action.ASSIGN,
}
"""What centre and units say to each other: outside one reads that it happened, not the words."""

WHO_LABELS = {
    Who.REPORTER: ("反映人本人", "the reporter"),
    Who.CENTRE: ("现在负责的综治中心", "the centre now in charge"),
    Who.CENTRE_ABOVE: ("上级综治中心", "a centre above"),
    Who.UNIT: ("承办单位", "the unit that holds the task"),
    Who.CHECKER: ("本网格人员或负责的综治中心", "the grid's own officers or the centre in charge"),
    Who.REPORTER_OR_CENTRE: ("反映人或负责的综治中心", "the reporter or the centre in charge"),
    Who.HOLDER: (
        "经办岗位、承办单位负责人或管理员",
        "the post that has it, the head of its unit or an administrator",
    ),
    Who.CENTRE_OR_UNIT: ("负责的综治中心或承办单位", "the centre in charge or the unit that has it"),
    Who.REFEREE: ("裁决异议的中心", "the centre that decides the objection"),
    Who.LEADER: ("负责中心的领导或上级综治中心", "the leaders of the centre in charge, or a centre above"),
    Who.GIVER: (
        "负责的综治中心及其上级，或承办单位负责人",
        "the centre in charge, a centre above, or the head of the unit that has it",
    ),
    Who.ASSIST: ("协办单位", "a unit that assists"),
    Who.WITHIN_SIGHT: ("看得到的人", "anybody who sees it"),
}


@dataclass(frozen=True, slots=True)
class Standing:
    """The facts of an incident on which sight and action depend. Row-level security reads the same columns."""

    incident_id: UUID
    scope_code: str
    sight_floor: int
    centre_id: UUID
    centre_area: str
    unit_id: UUID | None
    reporter_id: UUID | None
    about_unit_id: UUID | None
    identity: Identity
    participants: frozenset[tuple[UUID, UUID | None]] = frozenset()
    assignee_post_id: UUID | None = None
    receiving_post_id: UUID | None = None
    referee_id: UUID | None = None
    assisting: frozenset[UUID] = frozenset()


def sees(actor: Actor, standing: Standing) -> bool:
    """Whether the actor may know of the incident at all. The SQL policy says the same; tests hold them together."""
    if actor.scope == ANYWHERE or is_reporter(actor, standing):
        return True
    if standing.about_unit_id is not None and standing.about_unit_id == actor.sharing_unit_id:
        return False
    if lies_within(standing.scope_code, actor.scope) and len(actor.scope) <= standing.sight_floor:
        return True
    return any(
        post == actor.post_id if post is not None else unit is not None and unit == actor.sharing_unit_id
        for unit, post in standing.participants
    )


def is_reporter(actor: Actor, standing: Standing) -> bool:
    """Whether the actor reported it: by identity, or by having proved the tracking code."""
    if actor.case_id is not None:
        return actor.case_id == standing.incident_id
    return actor.person_id is not None and actor.person_id == standing.reporter_id


def may_act(who: Who, actor: Actor, standing: Standing) -> bool:
    """Whether the actor is the one an action is up to; permission and sight are checked elsewhere."""
    in_charge = actor.unit_id is not None and actor.unit_id == standing.centre_id
    if actor.role is Role.SYSTEM or who is Who.WITHIN_SIGHT:
        return True
    if who is Who.CENTRE:
        return in_charge
    if who is Who.CENTRE_ABOVE:
        return _is_above(actor, standing)
    has_task = actor.unit_id is not None and actor.unit_id == standing.unit_id
    if who is Who.UNIT:
        return has_task
    if who is Who.ASSIST:
        return actor.unit_id is not None and actor.unit_id in standing.assisting
    if who is Who.CENTRE_OR_UNIT:
        return in_charge or has_task
    if who is Who.REFEREE:
        return _is_referee(actor, standing)
    if who is Who.LEADER:
        return _is_above(actor, standing) or (in_charge and actor.role in LEADERS)
    if who is Who.GIVER:
        return in_charge or _is_above(actor, standing) or (has_task and actor.role is Role.UNIT_HEAD)
    if who is Who.CHECKER:
        is_field = actor.role in {Role.OFFICER, Role.GRID_HEAD, Role.CHIEF_GRID_HEAD}
        return in_charge or (is_field and lies_within(standing.scope_code, actor.scope))
    if who is Who.REPORTER:
        return is_reporter(actor, standing)
    if who is Who.HOLDER:
        return _may_pass_on(actor, standing)
    return in_charge or is_reporter(actor, standing)


def _is_referee(actor: Actor, standing: Standing) -> bool:
    """At the top, where no centre stands above, the leaders of the centre in charge decide: never a party's desk."""
    if standing.referee_id is None or actor.unit_id != standing.referee_id:
        return False
    return standing.referee_id != standing.centre_id or actor.role in LEADERS


def _is_above(actor: Actor, standing: Standing) -> bool:
    """Whether the actor's area contains that of the centre in charge, and more."""
    return len(actor.scope) < len(standing.centre_area) and lies_within(standing.centre_area, actor.scope)


def _may_pass_on(actor: Actor, standing: Standing) -> bool:
    """Whoever has it; for what a post of the handling unit has, its head or desk; administrators of the place."""
    if standing.receiving_post_id is not None and standing.assignee_post_id is None:
        return actor.post_id == standing.receiving_post_id
    if standing.assignee_post_id is None:
        return False
    if actor.post_id == standing.assignee_post_id:
        return True
    if actor.role is Role.ADMINISTRATOR:
        return lies_within(standing.scope_code, actor.scope)
    leads = actor.role in {Role.UNIT_HEAD, Role.DESK}
    return leads and actor.unit_id is not None and actor.unit_id == standing.unit_id


def may_contact_reporter(actor: Actor, standing: Standing) -> bool:
    """Who may reveal the reporter's phone: the centre in charge, and the handling unit unless it is confidential.

    Never the party reported. Source: red line 6.
    """
    if standing.about_unit_id is not None and standing.about_unit_id == actor.unit_id:
        return False
    if actor.unit_id == standing.centre_id:
        return True
    return (
        standing.identity is Identity.NAMED
        and actor.unit_id is not None
        and actor.unit_id == standing.unit_id
    )
