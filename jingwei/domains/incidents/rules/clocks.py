"""The three clocks of a matter, derived from its steps alone: first response, progress, solution. Pure.

They run beside the stage clock and independently of each other and of whoever has the matter.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol
from uuid import UUID

from jingwei.domains.clocks.contracts import ClockFacts, Granted, LimitLine, Paused, parse_limit
from jingwei.domains.incidents.contracts import Action, State


class ClockName(StrEnum):
    """What is asked for by a moment."""

    STAGE = "stage"  # 本环节
    FIRST = "first"  # 首次响应
    PROGRESS = "progress"  # 进展
    SOLUTION = "solution"  # 办结


CLOCK_LABELS: dict[ClockName, tuple[str, str]] = {
    ClockName.STAGE: ("本环节", "This stage"),
    ClockName.FIRST: ("首次响应", "First response"),
    ClockName.PROGRESS: ("进展", "Progress"),
    ClockName.SOLUTION: ("办结", "Solution"),
}

FIRST_RESPONSES = frozenset({Action.ACCEPT, Action.ASK_REPORTER, Action.VOID, Action.CLOSE})
"""What tells whoever reported that somebody has read it."""

PROGRESS = frozenset(
    {Action.ACCEPT, Action.CORRECT, Action.ESCALATE, Action.TAKE_UP, Action.DISPATCH, Action.RECALL}
    | {Action.TAKE, Action.RETURN, Action.ASSIGN, Action.HANDLE, Action.PASS_CHECK, Action.FAIL_CHECK}
    | {
        Action.ASK_REPORTER,
        Action.GRANT_EXTENSION,
        Action.REOPEN,
        Action.UNFOLD,
        Action.UPHOLD,
        Action.REROUTE,
    }
)
"""What moves a matter on. A note, an urging or an instruction is none: the clock could be fed with words."""


class StepTaken(Protocol):
    """What a clock reads of a step of the course."""

    action: str
    to_state: int
    at: datetime
    centre_area: str
    post_id: UUID | None
    facts: dict[str, Any]


def clock_facts(
    steps: Sequence[StepTaken], limits: LimitLine, *, received_at: datetime
) -> dict[ClockName, ClockFacts]:
    """First response, progress and solution as the steps tell them; steps in their order.

    The progress clock begins anew with every step that moves the matter; the solution clock with a reopening.
    """
    return {
        ClockName.FIRST: ClockFacts(
            received_at, parse_limit(limits.first_limit), stopped_at=first_response_at(steps)
        ),
        ClockName.PROGRESS: _running(
            steps, progress_since(steps, received_at), limits.progress_limit, grants=False
        ),
        ClockName.SOLUTION: _running(
            steps, solution_since(steps, received_at), limits.solution_limit, grants=True
        ),
    }


def first_response_at(steps: Iterable[StepTaken]) -> datetime | None:
    """When whoever reported first heard that somebody has read it."""
    return next((one.at for one in steps if one.action in FIRST_RESPONSES), None)


def progress_since(steps: Iterable[StepTaken], received_at: datetime) -> datetime:
    """The last step that moved the matter on."""
    moved = [one.at for one in steps if one.action in PROGRESS]
    return moved[-1] if moved else received_at


def solution_since(steps: Iterable[StepTaken], received_at: datetime) -> datetime:
    """The last reopening, else the beginning."""
    reopened = [one.at for one in steps if one.action == Action.REOPEN]
    return reopened[-1] if reopened else received_at


def ended_at(steps: Sequence[StepTaken]) -> datetime | None:
    """When the matter was closed or voided, unless it was reopened since."""
    last = None
    for one in steps:
        if one.to_state < State.CLOSED:
            last = None
        elif last is None:
            last = one.at
    return last


def pauses_of(steps: Iterable[StepTaken]) -> tuple[Paused, ...]:
    """Suspensions with their ends. A matter that was closed or voided meanwhile waits no longer."""
    found: list[Paused] = []
    for one in steps:
        is_open = bool(found) and found[-1].until_at is None
        if one.action == Action.SUSPEND and not is_open:
            found.append(Paused(one.at, None))
        elif is_open and (one.action == Action.RESUME or one.to_state >= State.CLOSED):
            found[-1] = Paused(found[-1].at, one.at)
    return tuple(found)


def _running(steps: Sequence[StepTaken], since: datetime, limit: str, *, grants: bool) -> ClockFacts:
    given = (
        Granted(one.at, parse_limit(one.facts["limit"]))
        for one in steps
        if grants and one.action == Action.GRANT_EXTENSION and one.at >= since and one.facts.get("limit")
    )
    pauses = (one for one in pauses_of(steps) if one.until_at is None or one.until_at > since)
    return ClockFacts(
        since, parse_limit(limit), pauses=tuple(pauses), grants=tuple(given), stopped_at=ended_at(steps)
    )
