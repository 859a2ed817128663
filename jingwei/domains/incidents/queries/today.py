"""Today's work of one post: what waits for it, and what it watches. One question to each index, ordered by a rule."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q

from jingwei.domains.clocks.contracts import colour
from jingwei.domains.incidents.contracts import Action, Identity, State
from jingwei.domains.incidents.models import Extension, Incident, Question, Step
from jingwei.domains.incidents.queries.filters import APART, own_work
from jingwei.domains.incidents.queries.lists import LIST_COLUMNS
from jingwei.domains.incidents.rules.lifecycle import MOVES, Move, Who, is_open, moves_from
from jingwei.domains.incidents.rules.sight import FULL_FLOOR, Standing, may_act
from jingwei.domains.incidents.rules.today import FORWARD, Facts, Why, place_in_order, start_of_day, why_of
from jingwei.foundation.access.contracts import Actor, Permission, Role
from jingwei.foundation.access.queries import is_permitted
from jingwei.kernel.geo import Position, distance_m

MOST_SHOWN = 100
"""Of each part of the list; what is beyond is in the inbox and the lists."""
FIELD = frozenset({Role.OFFICER, Role.GRID_HEAD, Role.CHIEF_GRID_HEAD})
UNIT_ROLES = frozenset({Role.HANDLER, Role.UNIT_HEAD})
COLUMNS = (*LIST_COLUMNS, "position", "assignee_post_id", "receiving_post_id", "reporter_id")
OPEN = Q(state__lt=int(State.CLOSED))


@dataclass(frozen=True, slots=True)
class TodayRow:
    """One matter of the list, and why it stands there. ``moves`` carry it on, empty where somebody else has the turn."""

    incident: Incident
    why: Why
    distance_m: float | None
    moves: tuple[Move, ...]
    is_extension_asked: bool
    is_question_asked: bool

    @property
    def is_waiting(self) -> bool:
        """Whether it is this post's turn: to carry it on, to grant time, or to answer what was asked."""
        return bool(self.moves) or self.is_extension_asked or self.is_question_asked


@dataclass(frozen=True, slots=True)
class Today:
    """What waits for the post, what it only watches, and how many steps it has taken since midnight."""

    waiting: list[TodayRow]
    watched: list[TodayRow]
    is_capped: bool
    done_today: int


def today_of(actor: Actor, *, at: datetime, here: Position | None = None) -> Today:
    """The post's list of today. ``here`` is where the reader stands; it is used for the order and not kept."""
    if actor.post_id is None:
        return Today([], [], is_capped=False, done_today=0)
    found: dict[UUID, Incident] = {}
    is_capped = False
    for condition in (*_waiting_for(actor), *_watched_by(actor)):
        rows = Incident.objects.visible_to(actor).filter(OPEN, APART, condition)
        page = list(rows.order_by(F("due_at").asc(nulls_last=True), "id").only(*COLUMNS)[: MOST_SHOWN + 1])
        is_capped = is_capped or len(page) > MOST_SHOWN
        found.update((row.pk, row) for row in page[:MOST_SHOWN])
    asked, questioned = _asked_for_time(actor, found), _asked_as_reporter(actor, found)
    rows = [_row(actor, row, asked, questioned, at, here) for row in found.values()]
    rows.sort(key=lambda row: (place_in_order(_facts(row.incident, at, here), at=at), row.incident.pk))
    return Today(
        waiting=[row for row in rows if row.is_waiting],
        watched=[row for row in rows if not row.is_waiting],
        is_capped=is_capped,
        done_today=_done_since(actor, start_of_day(at)),
    )


def _waiting_for(actor: Actor) -> Iterable[Q]:
    """Where a matter can be that this post carries on, from the life-cycle's own table; each condition has an index."""
    moves = [m for m in MOVES if m.action in FORWARD and is_permitted(actor, m.permission)]
    states: dict[Who, set[int]] = {}
    for move in moves:
        states.setdefault(move.who, set()).add(int(move.state))
    mine = Q(assignee_post_id=actor.post_id) | Q(receiving_post_id=actor.post_id)
    yield mine & Q(suspended_at=None)
    if actor.unit_id is None:
        return
    if Who.UNIT in states and actor.role not in FIELD:
        yield Q(
            handler_unit_id=actor.unit_id,
            assignee_post_id=None,
            state__in=states[Who.UNIT],
            suspended_at=None,
        )
    if Who.CENTRE in states:
        yield Q(centre_id=actor.unit_id, state__in=states[Who.CENTRE], suspended_at=None)
    if Who.CHECKER in states:
        at_hand = own_work(actor) if actor.role in FIELD else Q(centre_id=actor.unit_id)
        yield at_hand & Q(state__in=states[Who.CHECKER], suspended_at=None)
    if is_permitted(actor, Permission.DECIDE_EXTENSION):
        open_ask = Extension.objects.filter(incident_id=OuterRef("pk"), decided_at=None)
        yield Q(centre_id=actor.unit_id, state=int(State.HANDLING)) & Q(Exists(open_ask))


def _watched_by(actor: Actor) -> Iterable[Q]:
    """What somebody else has to do, but this post keeps an eye on."""
    yield Q(reporter_id=actor.person_id)
    if actor.role in FIELD:
        yield own_work(actor)
    elif actor.role is Role.UNIT_HEAD:
        yield Q(handler_unit_id=actor.unit_id)
    elif actor.role in {Role.DESK, Role.COMMANDER}:
        with_units = [int(State.DISPATCHED), int(State.HANDLING)]
        yield Q(centre_id=actor.unit_id, state__in=with_units)
    elif actor.role is Role.HANDLER:
        yield Q(assignee_post_id=actor.post_id)


def _asked_for_time(actor: Actor, found: dict[UUID, Incident]) -> set[UUID]:
    """Those whose request for time this post may answer."""
    if not found or not is_permitted(actor, Permission.DECIDE_EXTENSION):
        return set()
    own = [row.pk for row in found.values() if row.centre_id == actor.unit_id]
    asks = Extension.objects.filter(incident_id__in=own, decided_at=None)
    return set(asks.values_list("incident_id", flat=True))


def _asked_as_reporter(actor: Actor, found: dict[UUID, Incident]) -> set[UUID]:
    """Those of one's own reports on which a question waits for an answer."""
    own = [row.pk for row in found.values() if row.reporter_id == actor.person_id]
    questions = (
        Question.objects.filter(incident_id__in=own, ended_at=None) if own else Question.objects.none()
    )
    return set(questions.values_list("incident_id", flat=True))


def _row(
    actor: Actor,
    row: Incident,
    asked: set[UUID],
    questioned: set[UUID],
    at: datetime,
    here: Position | None,
) -> TodayRow:
    facts = _facts(row, at, here)
    return TodayRow(
        incident=row,
        why=why_of(facts, at=at),
        distance_m=facts.distance_m,
        moves=tuple(_turn(actor, row)),
        is_extension_asked=row.pk in asked,
        is_question_asked=row.pk in questioned,
    )


def _turn(actor: Actor, row: Incident) -> Iterable[Move]:
    """The moves with which this post carries the matter on; a task in a colleague's hands is the colleague's turn."""
    if row.suspended_at is not None:
        return
    standing = Standing(
        incident_id=row.pk,
        scope_code=row.scope_code,
        sight_floor=FULL_FLOOR,
        centre_id=row.centre_id,
        centre_area=row.centre_area,
        unit_id=row.handler_unit_id,
        reporter_id=row.reporter_id,
        about_unit_id=None,
        identity=Identity.NAMED,
        assignee_post_id=row.assignee_post_id,
        receiving_post_id=row.receiving_post_id,
    )
    in_other_hands = row.assignee_post_id not in {None, actor.post_id}
    is_mine = row.assignee_post_id == actor.post_id
    for move in moves_from(State(row.state), is_suspended=False):
        if move.action not in FORWARD or not is_permitted(actor, move.permission):
            continue
        if not may_act(move.who, actor, standing):
            continue
        if move.who is Who.UNIT and (in_other_hands or (actor.role in FIELD and not is_mine)):
            continue
        if move.action is Action.ASSIGN and is_mine:
            continue
        yield move


def _facts(row: Incident, at: datetime, here: Position | None) -> Facts:
    return Facts(
        colour=colour(
            now=at,
            due_at=row.due_at,
            warn_at=row.warn_at,
            is_done=not is_open(State(row.state)),
            is_waiting=row.suspended_at is not None,
        ),
        is_urgent=row.is_urgent,
        due_at=row.due_at,
        distance_m=_distance(row, here),
        reported_at=row.reported_at,
    )


def _distance(row: Incident, here: Position | None) -> float | None:
    if here is None or row.position is None or row.position.empty:
        return None
    return distance_m(here.lon, here.lat, row.position.x, row.position.y)


def _done_since(actor: Actor, since: datetime) -> int:
    """Matters on which the person has taken a step in this post."""
    steps = Step.objects.filter(person_id=actor.person_id, post_id=actor.post_id, at__gte=since)
    done: int = steps.exclude(action=Action.NOTE.value).values("incident_id").distinct().count()
    return done
