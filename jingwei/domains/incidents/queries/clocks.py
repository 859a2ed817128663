"""The clocks of a matter, the warnings they gave, and its clock ledger 时间账."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from jingwei.domains.clocks.contracts import (
    Answerer,
    ClockFacts,
    ClockPolicy,
    Colour,
    WarningColour,
    colour,
    parse_limit,
    write_limit,
)
from jingwei.domains.clocks.queries.answerers import Matter, answering_posts
from jingwei.domains.clocks.queries.policy import limits_for, policy_at
from jingwei.domains.clocks.queries.running import moments_of, run_clock, working_time
from jingwei.domains.incidents.contracts import State
from jingwei.domains.incidents.models import ClockWarning, Incident, Step
from jingwei.domains.incidents.rules.clock_ledger import Owner, OwnerKind, Stretch, ledger_of
from jingwei.domains.incidents.rules.clocks import ClockName, clock_facts
from jingwei.domains.incidents.rules.lifecycle import WITH_UNIT
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.access.queries import centres_of, post_titles, unit_names

Moments = tuple[tuple[WarningColour, datetime], ...]
STEP_COLUMNS = ("incident_id", "version", "action", "to_state", "at", "centre_area", "post_id", "facts")


@dataclass(frozen=True, slots=True)
class RunningClock:
    """A clock that can warn: its deadline and the moments of its colours."""

    name: ClockName
    due_at: datetime
    moments: Moments


@dataclass(frozen=True, slots=True)
class ClockShown:
    """One clock as people see it. ``due_at`` is None while it stands still."""

    clock: ClockName
    limit: str
    started_at: datetime
    stopped_at: datetime | None
    due_at: datetime | None
    colour: Colour
    is_late: bool
    is_provisional: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the ledger with its owner's name, in time of day and night and in working time."""

    stretch: Stretch
    owner_name: str
    seconds: int
    working_seconds: int


@dataclass(frozen=True, slots=True)
class OwnerTotal:
    """All that belonged to one owner."""

    owner: Owner
    owner_name: str
    seconds: int
    working_seconds: int


@dataclass(frozen=True, slots=True)
class ClockLedger:
    """Everything about the time of a matter."""

    clocks: list[ClockShown]
    entries: list[Entry]
    totals: list[OwnerTotal]
    seconds: int
    working_seconds: int
    warnings: list[ClockWarning]


def ledger_for(actor: Actor, incident: Incident, *, at: datetime) -> ClockLedger:
    """The time of a matter already seen; names of posts are for staff."""
    steps = list(Step.objects.filter(incident_id=incident.pk).order_by("version").only(*STEP_COLUMNS))
    entries = _entries(actor, ledger_of(steps, until=at))
    warned = (
        ClockWarning.objects.filter(incident_id=incident.pk)
        if actor.unit_id is not None
        else ClockWarning.objects.none()
    )
    return ClockLedger(
        clocks=_shown(incident, steps, at),
        entries=entries,
        totals=_totals(entries),
        seconds=sum(one.seconds for one in entries),
        working_seconds=sum(one.working_seconds for one in entries),
        warnings=list(warned.order_by("warned_at", "id")),
    )


def promise_of(incident: Incident, *, at: datetime) -> ClockShown | None:
    """By when it is to be solved, as whoever reported may hold us to it; nothing where no clock runs on it."""
    if incident.head_id is not None or incident.state == State.VOIDED:
        return None
    steps = list(Step.objects.filter(incident_id=incident.pk).order_by("version").only(*STEP_COLUMNS))
    return next((one for one in _shown(incident, steps, at) if one.clock is ClockName.SOLUTION), None)


def running_clocks(incident: Incident, steps: Sequence[Step], policy: ClockPolicy) -> list[RunningClock]:
    """The clocks that run now and so can warn; none of what is over, folded away or brought in as history."""
    if incident.state >= State.CLOSED or incident.head_id is not None or incident.is_history:
        return []
    found = []
    if incident.due_at is not None and incident.stage_limit:
        whole = parse_limit(incident.stage_limit)
        found.append(
            RunningClock(
                ClockName.STAGE, incident.due_at, moments_of(incident.due_at, whole, policy.warnings)
            )
        )
    for name, facts in _facts(incident, steps).items():
        if facts.stopped_at is not None:
            continue
        run = run_clock(facts, policy.warnings, now=incident.received_at)
        if run.due_at is not None:
            found.append(RunningClock(name, run.due_at, run.warnings))
    return found


def matter_of(incident: Incident) -> Matter:
    """Who owes the next step of an incident and who stands above them, as far as they may know of it."""
    if incident.receiving_post_id is not None and incident.handler_unit_id is None:  # one pair of eyes
        return Matter(None, incident.receiving_post_id, "", floor=0)
    is_units = incident.state in WITH_UNIT
    post_id = incident.assignee_post_id if is_units else None
    unit_id = (incident.handler_unit_id or incident.centre_id) if is_units else incident.centre_id
    return Matter(
        unit_id=None if post_id else unit_id,
        post_id=post_id,
        area_code=incident.scope_code,
        floor=incident.sight_floor,
        centre_id=incident.centre_id if incident.receiving_post_id is None else None,
    )


def answering(incident: Incident, answerer: Answerer) -> list[UUID]:
    """The posts that answer a warning about an incident."""
    return answering_posts(matter_of(incident), answerer)


def steps_by_incident(incident_ids: Iterable[UUID]) -> dict[UUID, list[Step]]:
    """The steps of many incidents in one statement, as clocks read them."""
    found: dict[UUID, list[Step]] = defaultdict(list)
    rows = Step.objects.filter(incident_id__in=list(incident_ids)).order_by("incident_id", "version")
    for row in rows.only(*STEP_COLUMNS):
        found[row.incident_id].append(row)
    return found


def _facts(incident: Incident, steps: Sequence[Step]) -> dict[ClockName, ClockFacts]:
    limits = limits_for(incident.item_code, is_urgent=incident.is_urgent, at=incident.received_at)
    return clock_facts(steps, limits, received_at=incident.received_at)


def _shown(incident: Incident, steps: Sequence[Step], at: datetime) -> list[ClockShown]:
    """The three clocks; the stage's stands with the incident itself. History never ran on our clocks."""
    if incident.is_history:
        return []
    policy = policy_at(at)
    shown = []
    for name, facts in _facts(incident, steps).items():
        run = run_clock(facts, policy.warnings, now=at)
        warn_at = next((when for one, when in run.warnings if one is WarningColour.YELLOW), None)
        shown.append(
            ClockShown(
                clock=name,
                limit=write_limit(facts.limit),
                started_at=facts.started_at,
                stopped_at=facts.stopped_at,
                due_at=run.due_at,
                colour=colour(
                    now=at,
                    due_at=run.due_at,
                    warn_at=warn_at,
                    is_done=facts.stopped_at is not None,
                    is_waiting=run.is_paused,
                ),
                is_late=run.is_late,
                is_provisional=run.is_provisional,
            )
        )
    return shown


def _entries(actor: Actor, stretches: Sequence[Stretch]) -> list[Entry]:
    names = _names(actor, {one.owner for one in stretches})
    return [
        Entry(
            stretch=one,
            owner_name=names.get(one.owner, ""),
            seconds=_seconds(one.until_at) - _seconds(one.from_at),
            working_seconds=_whole(working_time(one.from_at, one.until_at)),
        )
        for one in stretches
    ]


def _totals(entries: Sequence[Entry]) -> list[OwnerTotal]:
    found: dict[Owner, OwnerTotal] = {}
    for one in entries:
        before = found.get(one.stretch.owner)
        found[one.stretch.owner] = OwnerTotal(
            one.stretch.owner,
            one.owner_name,
            one.seconds + (before.seconds if before else 0),
            one.working_seconds + (before.working_seconds if before else 0),
        )
    return sorted(found.values(), key=lambda one: -one.seconds)


def _names(actor: Actor, owners: set[Owner]) -> dict[Owner, str]:
    """Centres and units by name, posts by title; whoever reported reads of a post only that it was its unit's."""
    by_kind = {kind: [one.key for one in owners if one.kind is kind and one.key] for kind in OwnerKind}
    centres = centres_of(by_kind[OwnerKind.CENTRE])
    units = unit_names(UUID(one) for one in by_kind[OwnerKind.UNIT])
    posts = post_titles(UUID(one) for one in by_kind[OwnerKind.POST]) if actor.unit_id is not None else {}
    names = {}
    for one in owners:
        if one.kind is OwnerKind.CENTRE and one.key in centres:
            names[one] = centres[one.key].name
        elif one.kind is OwnerKind.UNIT and one.key:
            names[one] = units.get(UUID(one.key), "")
        elif one.kind is OwnerKind.POST and one.key:
            names[one] = posts.get(UUID(one.key), "")
        elif one.kind is OwnerKind.HEAD:
            names[one] = one.key
    return names


def _seconds(moment: datetime) -> int:
    """Whole seconds of a moment: differences of these add up exactly, rounded lengths would not."""
    return int(moment.timestamp())


def _whole(lasted: timedelta) -> int:
    return int(lasted.total_seconds())


def may_answer(actor: Actor, incident: Incident, warnings: Sequence[ClockWarning]) -> bool:
    """Whether a warning waits for the actor's post."""
    waiting = {Answerer(one.answered_by) for one in warnings if one.answered_at is None}
    return actor.post_id is not None and any(actor.post_id in answering(incident, one) for one in waiting)
