"""What those above need to know of matters: who owes them, since when, and what went wrong since."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.db.models import Max

from jingwei.domains.clocks.contracts import WarningColour
from jingwei.domains.incidents.contracts import Action, State
from jingwei.domains.incidents.models import Assignment, ClockWarning, Incident, Rating, Seen, Step
from jingwei.domains.incidents.queries.clocks import matter_of
from jingwei.domains.incidents.rules.lifecycle import WITH_UNIT
from jingwei.domains.incidents.rules.sight import FULL_FLOOR
from jingwei.foundation.access.contracts import Actor

EVER = datetime.min.replace(tzinfo=UTC)
REDONE = (Action.FAIL_CHECK.value, Action.REOPEN.value)
COLUMNS = (
    "receipt_no",
    "title",
    "state",
    "is_urgent",
    "scope_code",
    "city_code",
    "sight_floor",
    "centre_id",
    "centre_area",
    "handler_unit_id",
    "assignee_post_id",
    "receiving_post_id",
    "head_id",
    "is_history",
)


@dataclass(frozen=True, slots=True)
class Overseen:
    """Who owes a matter now. ``ower_id`` is a unit or a centre; None where nobody does, or only one pair of eyes."""

    incident_id: UUID
    receipt_no: str
    title: str
    state: State
    is_urgent: bool
    area_code: str
    centre_id: UUID
    centre_area: str
    handler_id: UUID | None
    ower_id: UUID | None


@dataclass(frozen=True, slots=True)
class Shortfall:
    """What went wrong with a matter since its present ower has it."""

    overdue: int
    returned: int


@dataclass(frozen=True, slots=True)
class Instruction:
    """A leader's note 批示: a step of the course."""

    version: int
    at: datetime
    by_name: str
    role: str
    words: str


@dataclass(frozen=True, slots=True)
class ResidentsWord:
    """What whoever reported a matter said to its last closing."""

    stars: int
    is_solved: bool


@dataclass(frozen=True, slots=True)
class Urged:
    """How often a matter was urged, and when last."""

    times: int
    last_at: datetime | None


def overseen(actor: Actor, incident_ids: Iterable[UUID]) -> dict[UUID, Overseen]:
    """Those of the matters that the actor sees."""
    rows = Incident.objects.visible_to(actor).filter(pk__in=set(incident_ids)).only(*COLUMNS)
    return {row.pk: _overseen(row) for row in rows}


def matters_within(actor: Actor, area_code: str | None) -> Any:
    """The keys of the matters of the actor's lists, or of one area among them, as a subquery."""
    return Incident.objects.listed_for(actor, within=area_code).values("pk")


def shortfalls(found: Iterable[Overseen]) -> dict[UUID, Shortfall]:
    """What went wrong with each: three statements, however many they are."""
    matters = {one.incident_id: one for one in found}
    since = _since(matters)
    overdue: dict[UUID, set[tuple[str, datetime]]] = defaultdict(set)
    warned = ClockWarning.objects.filter(incident_id__in=matters, colour=WarningColour.OVERDUE.value)
    for key, clock, due_at, warned_at in warned.values_list("incident_id", "clock", "due_at", "warned_at"):
        if warned_at >= since[key]:
            overdue[key].add((clock, due_at))
    returned: dict[UUID, int] = defaultdict(int)
    actions = (*REDONE, Action.RETURN.value)
    steps = Step.objects.filter(incident_id__in=matters, action__in=actions)
    for key, action, at in steps.values_list("incident_id", "action", "at"):
        if matters[key].state in WITH_UNIT:
            returned[key] += action in REDONE and at >= since[key]
        else:  # a centre answers for every time that a unit gave it back
            returned[key] += action == Action.RETURN
    return {key: Shortfall(len(overdue[key]), returned[key]) for key in matters}


def instructions_of(incident_id: UUID, *, version: int | None = None) -> list[Instruction]:
    """The leaders' notes on a matter already seen, by staff; the earliest first."""
    rows = Step.objects.filter(incident_id=incident_id, action=Action.INSTRUCT.value).order_by("version")
    if version is not None:
        rows = rows.filter(version=version)
    return [Instruction(row.version, row.at, row.actor_name, row.role, row.remark) for row in rows]


def urged_of(incident_id: UUID) -> Urged:
    """How often a matter already seen was urged."""
    times = list(
        Step.objects.filter(incident_id=incident_id, action=Action.URGE.value)
        .order_by("version")
        .values_list("at", flat=True)
    )
    return Urged(len(times), times[-1] if times else None)


def rating_of(incident_id: UUID) -> ResidentsWord | None:
    """What the reporter of a matter already seen said last."""
    row = Rating.objects.filter(incident_id=incident_id).order_by("-closed_at").first()
    return ResidentsWord(row.stars, row.is_solved) if row else None


def last_seen_by_units(incident_id: UUID, unit_ids: Iterable[UUID]) -> dict[UUID, datetime]:
    """When somebody of each unit last opened a matter already seen."""
    rows = Seen.objects.filter(incident_id=incident_id, unit_id__in=set(unit_ids))
    return dict(rows.values("unit_id").annotate(last=Max("last_at")).values_list("unit_id", "last"))


def place_to_tell(incident_id: UUID) -> str:
    """The area whose heads may hear of a matter: none of what only few may know of. Needs a machine's eyes."""
    row = Incident.objects.unscoped("whom a watch may tell").filter(pk=incident_id)
    found = row.values_list("scope_code", "sight_floor").first()
    return found[0] if found and found[1] == FULL_FLOOR else ""


def _since(matters: dict[UUID, Overseen]) -> dict[UUID, datetime]:
    """From when the present ower has had it: a unit since its first task in a row, a centre since the last task ended."""
    since = dict.fromkeys(matters, EVER)
    with_others: set[UUID] = set()
    rows = Assignment.objects.filter(incident_id__in=matters).order_by("-dispatched_at", "-id")
    for key, unit_id, at, ended_at in rows.values_list("incident_id", "unit_id", "dispatched_at", "ended_at"):
        one = matters[key]
        if key in with_others:
            continue
        if one.state in WITH_UNIT and unit_id == one.handler_id:
            since[key] = at
            continue
        with_others.add(key)
        if one.state not in WITH_UNIT:
            since[key] = ended_at or EVER
    return since


def _overseen(row: Incident) -> Overseen:
    is_open = row.state < State.CLOSED and row.head_id is None and not row.is_history
    matter = matter_of(row)
    if not is_open or matter.floor == 0:
        ower = None
    else:
        ower = row.handler_unit_id if row.state in WITH_UNIT else row.centre_id
    return Overseen(
        incident_id=row.pk,
        receipt_no=row.receipt_no,
        title=row.title,
        state=State(row.state),
        is_urgent=row.is_urgent,
        area_code=row.scope_code,
        centre_id=row.centre_id,
        centre_area=row.centre_area,
        handler_id=row.handler_unit_id,
        ower_id=ower,
    )
