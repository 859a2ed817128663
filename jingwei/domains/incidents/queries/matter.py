"""Reads of one incident: itself, its course, what the reader can do."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection

from jingwei.domains.incidents.contracts import Action, Identity, State
from jingwei.domains.incidents.models import (
    Assignment,
    Assist,
    Attachment,
    Extension,
    Incident,
    Question,
    Rating,
    Seen,
    Step,
    Suspension,
)
from jingwei.domains.incidents.queries.assisting import assists_of, open_assists, with_assists
from jingwei.domains.incidents.queries.beside import is_held
from jingwei.domains.incidents.queries.disputes import refused_beside
from jingwei.domains.incidents.rules.asking import can_hear, may_ask_anew, urge_again_at
from jingwei.domains.incidents.rules.intake import REOPEN_DAYS
from jingwei.domains.incidents.rules.lifecycle import Move, moves_from
from jingwei.domains.incidents.rules.sight import Standing, is_reporter, may_act
from jingwei.domains.routing.contracts import ItemBrief
from jingwei.domains.routing.queries import item_by_id
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.access.queries import is_permitted
from jingwei.kernel.errors import NotFound

OF_THE_REPORTER = frozenset({Action.EDIT, Action.RATE, Action.REOPEN, Action.NOTE})
"""What whoever reported still does with a report that was folded into another."""


@dataclass(frozen=True, slots=True)
class Course:
    """Everything that stands beside an incident, as the reader may see it."""

    steps: list[Step]
    attachments: list[Attachment]
    assignments: list[Assignment]
    extensions: list[Extension]
    suspensions: list[Suspension]
    questions: list[Question]
    ratings: list[Rating]
    assists: list[Assist]


def incident_for(actor: Actor, incident_id: UUID) -> Incident:
    """One incident. Raises: NotFound if it does not exist or is not the actor's to see."""
    found: Incident | None = Incident.objects.visible_to(actor).filter(pk=incident_id).first()
    if found is None:
        raise NotFound
    return found


def course_of(actor: Actor, incident: Incident) -> Course:
    """The course of an incident already seen; reporters do not see internal notes."""
    steps = Step.objects.filter(incident_id=incident.pk).order_by("version")
    if is_reporter(actor, standing_of(incident)) and actor.unit_id is None:
        steps = steps.filter(is_internal=False)
    of_it = {"incident_id": incident.pk}
    return Course(
        steps=list(steps),
        attachments=list(Attachment.objects.filter(**of_it).order_by("added_at", "id")),
        assignments=list(Assignment.objects.filter(**of_it).order_by("dispatched_at")),
        extensions=list(Extension.objects.filter(**of_it).order_by("asked_at")),
        suspensions=list(Suspension.objects.filter(**of_it).order_by("started_at")),
        questions=list(Question.objects.filter(**of_it).order_by("asked_at")),
        ratings=list(Rating.objects.filter(**of_it).order_by("at")),
        assists=assists_of(incident),
    )


def seen_by(actor: Actor, incident: Incident) -> list[Seen]:
    """Which members of staff have opened it, latest first; for colleagues, not for who reported it."""
    if actor.unit_id is None:
        return []
    return list(Seen.objects.filter(incident_id=incident.pk).order_by("-last_at", "id")[:200])


def actions_for(actor: Actor, incident: Incident, *, at: datetime) -> list[Move]:
    """What the actor can do now: the buttons."""
    standing = with_assists(actor, incident, standing_of(incident))
    rows = moves_from(State(incident.state), is_suspended=incident.suspended_at is not None)
    open_now = [m for m in rows if is_permitted(actor, m.permission) and may_act(m.who, actor, standing)]
    if incident.head_id is not None or is_held(incident):
        beside = OF_THE_REPORTER if actor.unit_id is None else frozenset({Action.NOTE})
        open_now = [m for m in open_now if m.action in beside]
    in_vain = _in_vain(actor, incident, {m.action for m in open_now}, at)
    return [m for m in open_now if m.action not in in_vain]


def _in_vain(actor: Actor, incident: Incident, offered: set[Action], at: datetime) -> set[Action]:
    """Actions whose turn it is, but which what stands beside the state would refuse."""
    vain: set[Action] = set()
    if Action.ASSIGN in offered:  # whoever can assign need not hand over
        vain.add(Action.HAND_OVER)
    if {Action.TAKE_ASSIST, Action.EXCUSE_ASSIST} & offered:
        running = open_assists(incident.pk)
        vain |= set() if running else {Action.EXCUSE_ASSIST}
        is_new = any(one.unit_id == actor.unit_id and one.taken_at is None for one in running)
        vain |= set() if is_new else {Action.TAKE_ASSIST}
    deciding = {Action.GRANT_EXTENSION, Action.REFUSE_EXTENSION}
    if deciding & offered:
        asks = Extension.objects.filter(incident_id=incident.pk, decided_at=None)
        vain |= set() if asks.exists() else deciding
    vain |= refused_beside(incident, offered, at=at)
    if {Action.ASK_REPORTER, Action.ANSWER} & offered:
        waiting = question_of(incident)
        if waiting is None:
            vain.add(Action.ANSWER)
        if not hears_questions(incident) or (waiting and not may_ask_anew(waiting.asked_at, at=at)):
            vain.add(Action.ASK_REPORTER)
    if {Action.RATE, Action.REOPEN} & offered:
        vain |= _over_for_good(incident, at)
    if Action.URGE in offered:
        again_at = urged_again_at(incident)
        vain |= {Action.URGE} if again_at is not None and at < again_at else set()
    return vain


def _over_for_good(incident: Incident, at: datetime) -> set[Action]:
    """Of a closing that stands: it is rated once, and reopened within the days there are for it."""
    vain: set[Action] = set()
    if Rating.objects.filter(incident_id=incident.pk, closed_at=incident.closed_at).exists():
        vain.add(Action.RATE)
    if incident.closed_at is not None and at > incident.closed_at + timedelta(days=REOPEN_DAYS):
        vain.add(Action.REOPEN)
    return vain


def question_of(incident: Incident) -> Question | None:
    """The question that waits for the reporter, if one does."""
    return Question.objects.filter(incident_id=incident.pk, ended_at=None).first()


def hears_questions(incident: Incident) -> bool:
    """Whether a question would reach whoever reported it."""
    return can_hear(
        identity=Identity(incident.identity),
        is_history=incident.is_history,
        has_account=incident.reporter_id is not None,
        has_phone=incident.reporter_phone_sealed is not None,
    )


def urged_again_at(incident: Incident) -> datetime | None:
    """From when the matter may be urged once more; None if it was never urged."""
    urged = Step.objects.filter(incident_id=incident.pk, action=Action.URGE.value)
    last = urged.order_by("-version").values_list("at", flat=True).first()
    return None if last is None else urge_again_at(last, is_urgent=incident.is_urgent)


def standing_of(incident: Incident, *, with_participants: bool = False) -> Standing:
    """The facts on which sight and action depend."""
    participants: frozenset[tuple[UUID, UUID | None]] = frozenset()
    if with_participants:
        with connection.cursor() as cursor:
            cursor.execute("select unit_id, post_id from jw_incident_participants(%s)", [incident.pk])
            participants = frozenset(cursor.fetchall())
    return Standing(
        incident_id=incident.pk,
        scope_code=incident.scope_code,
        sight_floor=incident.sight_floor,
        centre_id=incident.centre_id,
        centre_area=incident.centre_area,
        unit_id=incident.handler_unit_id,
        reporter_id=incident.reporter_id,
        about_unit_id=incident.about_unit_id,
        identity=Identity(incident.identity),
        participants=participants,
        assignee_post_id=incident.assignee_post_id,
        receiving_post_id=incident.receiving_post_id,
        referee_id=incident.referee_id,
    )


def item_of(incident: Incident) -> ItemBrief | None:
    """The item as it stood in the list the incident was registered under."""
    return item_by_id(incident.item_id) if incident.item_id else None
