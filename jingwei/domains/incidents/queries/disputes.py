"""Reads about changing hands: the policy of a day, who decides an objection, precedents, and what ties matters."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from jingwei.domains.incidents.contracts import Action, State
from jingwei.domains.incidents.models import Assignment, HandoffRule, Incident, Objection, Precedent, Tie
from jingwei.domains.incidents.queries.lists import LIST_COLUMNS
from jingwei.domains.incidents.rules.objecting import (
    FIRST_POLICY,
    NOT_WHILE_DISPUTED,
    HandoffPolicy,
    NoPrecedent,
    Outcome,
    Returns,
    Ruling,
    alike,
    return_hindrance,
)
from jingwei.domains.incidents.rules.sight import FULL_FLOOR
from jingwei.domains.incidents.rules.ties import TieKind
from jingwei.foundation.access.contracts import Actor, UnitBrief
from jingwei.foundation.access.queries import centre_for, unit_brief
from jingwei.kernel.clock import local
from jingwei.kernel.codes import level_of

MOST_SHOWN = 5
MOST_COMPARED = 200
MOST_LISTED = 200


def policy_on(day: date) -> HandoffPolicy:
    """What holds on a day."""
    row = HandoffRule.objects.filter(from_on__lte=day).order_by("-from_on").first()
    return policy_of(row) if row else FIRST_POLICY


def policies() -> list[HandoffPolicy]:
    """Every policy that was ever set, the latest first."""
    return [policy_of(row) for row in HandoffRule.objects.order_by("-from_on")[:MOST_LISTED]]


def policy_of(row: HandoffRule) -> HandoffPolicy:
    return HandoffPolicy(
        from_on=row.from_on,
        returns=Returns(row.returns),
        objection_limit=row.objection_limit,
        recurrence_radius_m=row.recurrence_radius_m,
        recurrence_days=row.recurrence_days,
    )


def referee_for(incident: Incident) -> UnitBrief:
    """The centre above the one in charge; at the top that centre itself, whose leaders decide."""
    above = level_of(incident.centre_area).above
    found = centre_for(incident.centre_area, level=above) if above else None
    return found or unit_brief(incident.centre_id)


def precedents_for(actor: Actor, incident: Incident) -> list[Precedent]:
    """Rulings that bear on a matter: the same item before its sub-class, the nearest place first, then the latest."""
    if not incident.item_code:
        return []
    head = incident.item_code[:4]
    rows = Precedent.objects.filter(item_code__gte=head, item_code__lt=head + ":").order_by(
        "-ruled_at", "-id"
    )
    place = incident.community_code or incident.scope_code
    found = []
    for row in rows[:MOST_COMPARED]:
        likeness = alike(ruling_of(row), item_code=incident.item_code, place_code=place)
        if likeness is not None and row.incident_id != incident.pk:
            found.append((likeness, row))
    found.sort(key=lambda pair: pair[0], reverse=True)  # stable: the latest stays first among equals
    return [row for _, row in found[:MOST_SHOWN]]


def precedents_within(actor: Actor, *, words: str) -> list[Precedent]:
    """The rulings that the fence shows the actor, the latest first; narrowed by words in item and ruling."""
    rows = Precedent.objects.order_by("-ruled_at", "-id")
    for word in words.split():
        rows = rows.filter(Q(item_name__icontains=word) | Q(ruling__icontains=word) | Q(item_code=word))
    return list(rows[:MOST_LISTED])


def precedent_about(incident: Incident) -> Precedent:
    """The latest ruling about a matter already seen. Raises: NoPrecedent."""
    row = Precedent.objects.filter(incident_id=incident.pk).order_by("-ruled_at").first()
    if row is None:
        raise NoPrecedent
    return row


def ruling_of(row: Precedent) -> Ruling:
    return Ruling(
        precedent_id=row.pk,
        item_code=row.item_code,
        place_code=row.place_code,
        area_code=row.area_code,
        from_unit_id=row.from_unit_id,
        named_unit_id=row.named_unit_id,
        to_unit_id=row.to_unit_id,
        is_upheld=row.is_upheld,
        ruled_on=local(row.ruled_at).date(),
    )


def refused_beside(incident: Incident, offered: set[Action], *, at: datetime) -> set[Action]:
    """Of what is offered, what objections and ties would refuse: so that no button is there in vain."""
    vain = set(NOT_WHILE_DISPUTED & offered) if incident.referee_id is not None else set()
    if {Action.OBJECT, Action.RETURN} & offered:
        vain |= _refused_to_the_unit(incident, at)
    if Action.SPLIT in offered:
        is_whole = incident.receiving_post_id is None and incident.sight_floor == FULL_FLOOR
        vain |= set() if is_whole and not is_child(incident.pk) else {Action.SPLIT}
    if {Action.CLOSE, Action.VOID} & offered and open_children(incident.pk):
        vain |= {Action.CLOSE, Action.VOID}
    return vain


def _refused_to_the_unit(incident: Incident, at: datetime) -> set[Action]:
    task = Assignment.objects.filter(incident_id=incident.pk, ended_at=None).first()
    if task is None:
        return {Action.OBJECT}
    before = [row.outcome for row in Objection.objects.filter(assignment_id=task.pk)]
    may = may_object_at_all(incident)
    vain = {Action.OBJECT} if before or not may else set()
    refused = return_hindrance(
        policy_on(local(at).date()),
        is_taken=task.taken_at is not None,
        was_refused=Outcome.REFUSED.value in before,
        may_object=may,
    )
    return vain | ({Action.RETURN} if refused else set())


def may_object_at_all(incident: Incident) -> bool:
    """Whether there is a third party to decide: not of tips, nor where the referee is whom it is about."""
    if incident.receiving_post_id is not None:
        return False
    return incident.about_unit_id is None or incident.about_unit_id != referee_for(incident).unit_id


@dataclass(frozen=True, slots=True)
class Tied:
    """A matter that hangs together with the one looked at, as far as the reader sees it."""

    incident: Incident
    distance_m: int | None = None
    days: int | None = None


@dataclass(frozen=True, slots=True)
class Ties:
    """Everything that hangs together with a matter. ``times``: how often it came before."""

    parent: Tied | None
    children: Sequence[Tied]
    earlier: Tied | None
    later: Sequence[Tied]
    times: int
    objections: Sequence[Objection]


def ties_of(actor: Actor, incident: Incident) -> Ties:
    """What hangs together with a matter already seen; the others only where the actor sees them, too."""
    own = {TieKind(row.kind): row for row in Tie.objects.filter(incident_id=incident.pk)}
    others = list(Tie.objects.filter(other_id=incident.pk).order_by("tied_at")[:MOST_LISTED])
    wanted = {row.other_id for row in own.values()} | {row.incident_id for row in others}
    seen = {
        row.pk: row for row in Incident.objects.visible_to(actor).filter(pk__in=wanted).only(*LIST_COLUMNS)
    }

    def tied(row: Tie, key: UUID) -> Tied | None:
        return Tied(seen[key], row.distance_m, row.days) if key in seen else None

    back = own.get(TieKind.RECURRENCE)
    parent = own.get(TieKind.CHILD)
    here = [(TieKind(row.kind), tied(row, row.incident_id)) for row in others]
    return Ties(
        parent=tied(parent, parent.other_id) if parent else None,
        children=[one for kind, one in here if kind is TieKind.CHILD and one],
        earlier=tied(back, back.other_id) if back else None,
        later=[one for kind, one in here if kind is TieKind.RECURRENCE and one],
        times=(back.times or 0) if back else 0,
        objections=list(Objection.objects.filter(incident_id=incident.pk).order_by("asked_at")),
    )


def open_children(parent_id: UUID) -> list[Incident]:
    """Child tasks that are not done, with the eyes now open: the asker looks as the system."""
    ids = Tie.objects.filter(other_id=parent_id, kind=TieKind.CHILD.value).values("incident_id")
    rows = Incident.objects.unscoped("a matter waits for its parts, whoever sees them")
    return list(rows.filter(pk__in=ids, state__lt=int(State.CLOSED)).order_by("receipt_no"))


def is_child(incident_id: UUID) -> bool:
    return Tie.objects.filter(incident_id=incident_id, kind=TieKind.CHILD.value).exists()


def seen_among(actor: Actor, incident_ids: set[UUID]) -> set[UUID]:
    """Which of these matters the actor sees."""
    return set(Incident.objects.visible_to(actor).filter(pk__in=incident_ids).values_list("pk", flat=True))
