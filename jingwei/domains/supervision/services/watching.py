"""The watches of supervision: an answer to a card, to a leader's note, and the steps of an area's case."""

import math
from datetime import datetime, timedelta
from uuid import UUID

from jingwei.domains.clocks.contracts import CalendarTime, NewWatch, Owed, parse_limit
from jingwei.domains.clocks.services.watches import start_watch, stop_watch
from jingwei.domains.incidents.queries.overseeing import place_to_tell
from jingwei.domains.supervision.contracts import CardKind, CaseState, Policy
from jingwei.domains.supervision.models import Card, Case, Note
from jingwei.domains.supervision.rules.ladder import rung_of
from jingwei.foundation.access.contracts import system_actor
from jingwei.foundation.scoping import eyes

CARD = "supervision.card"
NOTE = "supervision.note"
CASE = "supervision.case"
KEEPER = system_actor("督办程序")
AN_HOUR = timedelta(hours=1)

TITLES = {
    CardKind.ORDINARY: ("普通督办待答复", "Supervision to answer"),
    CardKind.YELLOW: ("黄牌督办待答复", "A yellow card to answer"),
    CardKind.RED: ("红牌督办待答复", "A red card to answer"),
}
CASE_TITLES = {
    CaseState.RAISED: ("综治督导待报整改方案", "A supervised area owes its plan"),
    CaseState.PLANNED: ("综治督导整改期限", "Rectification of a supervised area"),
    CaseState.FAILED: ("综治督导整改期限", "Rectification of a supervised area"),
    CaseState.RECTIFIED: ("综治督导待复查", "A rectification to re-check"),
}


def watch_card(card: Card, policy: Policy, *, at: datetime) -> None:
    """The receiver owes an answer from now on."""
    kind = CardKind(card.kind)
    title_zh, title_en = TITLES[kind]
    start_watch(
        NewWatch(
            kind=CARD,
            subject_id=card.pk,
            owed=Owed(unit_id=card.unit_id),
            area_code=_place(card.incident_id),
            limit=parse_limit(rung_of(policy, kind).answer_limit),
            title_zh=title_zh,
            title_en=title_en,
            target=f"incidents.incident:{card.incident_id}",
            incident_id=card.incident_id,
            is_urgent=kind is CardKind.RED,
        ),
        at=at,
    )


def watch_note(note: Note, policy: Policy, *, at: datetime) -> None:
    """The unit owes an answer to a leader's note from now on."""
    start_watch(
        NewWatch(
            kind=NOTE,
            subject_id=note.pk,
            owed=Owed(unit_id=note.unit_id),
            area_code=_place(note.incident_id),
            limit=parse_limit(policy.note_limit),
            title_zh="领导批示待答复",
            title_en="A leader's note to answer",
            target=f"incidents.incident:{note.incident_id}",
            incident_id=note.incident_id,
        ),
        at=at,
    )


def watch_case(case: Case, policy: Policy, *, at: datetime) -> None:
    """Whoever's turn it is on a case: the area for its plan and rectification, the raiser for the re-check."""
    state = CaseState(case.state)
    stop_watch(CASE, case.pk, at=at, outcome="moved")
    if case.ended_at is not None:
        return
    limit, started_at = parse_limit(policy.plan_limit), at
    if state in (CaseState.PLANNED, CaseState.FAILED) and case.due_at is not None:
        # Watches run for whole hours: it begins up to an hour before now, so that it ends exactly at the deadline.
        hours = max(1, math.ceil((case.due_at - at) / AN_HOUR))
        limit, started_at = CalendarTime(hours * 60), case.due_at - hours * AN_HOUR
    elif state is CaseState.RECTIFIED:
        limit = parse_limit(policy.recheck_limit)
    title_zh, title_en = CASE_TITLES[state]
    owes = case.unit_id if state is CaseState.RECTIFIED else case.receiver_unit_id
    start_watch(
        NewWatch(
            kind=CASE,
            subject_id=case.pk,
            owed=Owed(unit_id=owes),
            area_code=case.scope_code,
            limit=limit,
            title_zh=title_zh,
            title_en=title_en,
            target=f"supervision.case:{case.pk}",
        ),
        at=started_at,
    )


def stop_card(card_id: UUID, *, at: datetime, outcome: str) -> None:
    stop_watch(CARD, card_id, at=at, outcome=outcome)


def _place(incident_id: UUID) -> str:
    with eyes(KEEPER):
        return place_to_tell(incident_id)
