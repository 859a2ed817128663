"""A flood about one matter folds into it: each report keeps its words, photos, code and rating, the desk sees one row.

What the head's course does, its folded reports do after it, in the queue and at least once: ``followed_version`` says
how far each of them is, so doing it twice does nothing. The rule stands in ``rules.folding``.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet

from jingwei.domains.incidents.contracts import Action, Channel, IncidentMoved, State
from jingwei.domains.incidents.models import Fold, Incident, Participant, Source, Step
from jingwei.domains.incidents.queries.beside import is_held
from jingwei.domains.incidents.rules.folding import (
    FLOOD_RADIUS_M,
    FLOOD_WITHIN,
    FOLLOWED,
    MOST_FOLDED,
    CannotFold,
    NotFolded,
    NotInCharge,
    Told,
    folded_by_flood,
)
from jingwei.domains.incidents.rules.nearby import cells_around
from jingwei.domains.incidents.rules.sight import FULL_FLOOR
from jingwei.domains.incidents.services.assist_ends import end_assists
from jingwei.domains.incidents.services.course import locked, start_stage
from jingwei.domains.incidents.services.guarding import speaks_of_danger
from jingwei.domains.incidents.services.showing import show_live
from jingwei.foundation.access.contracts import Actor, Permission, system_actor
from jingwei.foundation.live.contracts import Kind, ToArea
from jingwei.foundation.live.services.telling import tell
from jingwei.foundation.scoping import eyes
from jingwei.foundation.work import Work, work
from jingwei.kernel.errors import NotFound
from jingwei.kernel.ids import uuid7

FOLDER = system_actor("并案程序")
MOST_HEADS, MOST_COMPARED = 50, 150
"""Of what waits around a report the newest are compared, whatever the flood: its head is found before them."""
ONE_FLOOD_AT_A_TIME = "select pg_advisory_xact_lock(hashtextextended('incidents.fold ' || %s, 0))"
COMPARED = ("id", "words", "item_code", "position", "received_at")
COURSE = (
    *("state", "item_code", "item_id", "centre_id", "centre_area", "accepted_at", "closed_at"),
    *("stage_started_at", "stage_limit", "due_at", "warn_at", "is_due_provisional", "suspended_at"),
)
"""What a folded report has from its head. Not the unit: the task is one, and it is the head's."""


def fold_flood(incident_id: UUID, *, at: datetime) -> int:
    """Fold a new report, and those that came with it, into the matter they are about; returns how many were folded."""
    with eyes(FOLDER):
        new = Incident.objects.visible_to(FOLDER).filter(_may_fold(), pk=incident_id, fold_count=0).first()
        if new is None or new.position is None or new.position.empty or new.state != State.REPORTED:
            return 0
        if _flood_around(new) is None:  # nearly always: nothing is locked and nothing recorded
            return 0
    with work(FOLDER, Permission.CORRECT_INCIDENT) as job:
        with connection.cursor() as cursor:
            cursor.execute(ONE_FLOOD_AT_A_TIME, [new.community_code or new.scope_code])
        found = _flood_around(new)
        if found is None:  # somebody acted in between
            job.record_own(f"incidents.incident:{incident_id}", act="stands_alone")
            return 0
        head_id, member_ids = found
        head = locked(FOLDER, head_id)
        count = 0
        for member_id in member_ids:
            member = locked(FOLDER, member_id)
            if member.head_id is None and member.state == State.REPORTED:
                fold_into(job, FOLDER, member, head, at)
                count += 1
        count_folded(job, head, count)
        show_row(head)
    return count


def fold_incident(actor: Actor, incident_id: UUID, *, head_id: UUID, at: datetime) -> Incident:
    """Fold one report into another by hand; also the way back for one that was taken out.

    Raises: NotFound; NotInCharge; CannotFold, also where the other one is out of sight.
    """
    with work(actor, Permission.CORRECT_INCIDENT) as job:
        member, head = locked(actor, incident_id), _head(actor, head_id)
        _require_charge(actor, member, head)
        _require_fit(member, head)
        fold_into(job, actor, member, head, at)
        tell_reporter(job, member, Action.FOLD, at)
        count_folded(job, head, 1)
        show_row(head)
    return member


def take_out(actor: Actor, incident_id: UUID, *, at: datetime) -> Incident:
    """Take a folded report out again 拆出: it waits at the centre by itself, as if it had come now.

    Raises: NotFound, NotFolded, NotInCharge, CannotFold once it is over.
    """
    with work(actor, Permission.CORRECT_INCIDENT) as job:
        member = locked(actor, incident_id)
        if member.head_id is None:
            raise NotFolded
        head = locked(actor, member.head_id)
        _require_charge(actor, member)
        if member.state >= State.CLOSED:
            raise CannotFold(
                reason="这件上报已办结，不能再拆出；反映人可以申请重开。",
                reason_en="the report is over; its reporter can ask to reopen it.",
            )
        before = State(member.state)
        member.head_id, member.state, member.version = None, int(State.REPORTED), member.version + 1
        member.accepted_at, member.suspended_at = None, None
        start_stage(member, at=at)
        member.save(force_update=True)
        ended = _end_fold(member.pk, actor.name, at)
        _step(member, Action.UNFOLD, before, State.REPORTED, actor, at, {"head": head.receipt_no})
        job.record(member, action=Action.UNFOLD.value, version=member.version, head=head.receipt_no)
        tell_reporter(job, member, Action.UNFOLD, at)
        count_folded(job, head, -ended)
        show_row(member)
        show_row(head)
    return member


def lead_folded(incident_id: UUID, action: Action, *, at: datetime) -> None:
    """After a step: what was folded into the matter follows; what its reporter had reopened stands by itself."""
    if action is Action.REOPEN:
        leave_head(incident_id, at=at)
    if action in FOLLOWED:
        follow_head(incident_id, at=at)


def follow_head(head_id: UUID, *, at: datetime) -> int:
    """Let every report that was folded into a matter do what the matter did; returns how many moved."""
    with eyes(FOLDER):
        head = Incident.objects.visible_to(FOLDER).filter(pk=head_id, fold_count__gt=0).first()
        if head is None:
            return 0
        late = Fold.objects.filter(head_id=head_id, taken_out_at=None, followed_version__lt=head.version)
        behind = list(late.values_list("incident_id", flat=True)[:MOST_FOLDED])
    moved = 0
    for incident_id in behind:
        with work(FOLDER, Permission.CORRECT_INCIDENT) as job:
            member = locked(FOLDER, incident_id)
            head = Incident.objects.visible_to(FOLDER).get(pk=head_id)
            if _follow(job, member, head, at):
                moved += 1
            else:
                job.record(member, act="followed_already")
    return moved


def leave_head(incident_id: UUID, *, at: datetime) -> None:
    """A report that its reporter had reopened stands by itself from then on."""
    with eyes(FOLDER):
        if not Fold.objects.filter(incident_id=incident_id, taken_out_at=None).exists():
            return
    with work(FOLDER, Permission.CORRECT_INCIDENT) as job:
        member = locked(FOLDER, incident_id)
        row = Fold.objects.filter(incident_id=incident_id, taken_out_at=None).first()
        if row is None or member.head_id is not None:
            job.record(member, act="still_folded")
            return
        ended = _end_fold(incident_id, "反映人", at)
        head = locked(FOLDER, row.head_id)
        job.record(member, act="left", head=head.receipt_no)
        count_folded(job, head, -ended)
        show_row(head)


def _flood_around(new: Incident) -> tuple[UUID, list[UUID]] | None:
    """Floods that go on first: once there is a head, a report costs one look at few rows, however many came."""
    around, told = _come_with(new), _told(_values(new))
    heads = _compared(around.filter(fold_count__gt=0), MOST_HEADS)
    found = folded_by_flood(told, heads, frozenset(one.incident_id for one in heads))
    if found is not None:
        return found
    return folded_by_flood(told, _compared(around.filter(fold_count=0), MOST_COMPARED), frozenset())


def _may_fold() -> Q:
    """What may be folded at all, and what may be folded into: what came from somewhere, over the public door."""
    return Q(
        Exists(Source.objects.filter(incident_id=OuterRef("pk"))),
        channel=Channel.RESIDENT.value,
        sight_floor=FULL_FLOOR,
        about_unit_id=None,
        head_id=None,
        is_urgent=False,
        is_history=False,
        receiving_post_id=None,
    )


def _come_with(new: Incident) -> QuerySet[Incident]:
    """What waits around it since an hour, and the heads of floods that go on."""
    cells = cells_around(new.position.x, new.position.y, FLOOD_RADIUS_M)
    rows = Incident.objects.visible_to(FOLDER).filter(
        _may_fold(),
        Q(state=int(State.REPORTED)) | Q(fold_count__gt=0),
        state__lt=int(State.CLOSED),
        place_cell__in=cells,
        received_at__gte=new.received_at - FLOOD_WITHIN,
        centre_id=new.centre_id,
    )
    return rows.exclude(pk=new.pk).order_by("-received_at", "-id")


def _compared(rows: QuerySet[Incident], most: int) -> list[Told]:
    return [_told(values) for values in rows.values_list(*COMPARED)[:most]]


def _values(row: Incident) -> tuple[Any, ...]:
    return tuple(getattr(row, name) for name in COMPARED)


def _told(values: tuple[Any, ...]) -> Told:
    incident_id, words, item_code, place, at = values
    return Told(
        incident_id=incident_id,
        words=words,
        item_code=item_code,
        lon=place.x,
        lat=place.y,
        at=at,
        is_danger=speaks_of_danger(words),
    )


def _head(actor: Actor, head_id: UUID) -> Incident:
    try:
        return locked(actor, head_id)
    except NotFound:
        raise CannotFold(
            reason="没有找到要并入的那件。请从附近的事项中选择。",
            reason_en="the other one was not found. Choose it from what is near.",
        ) from None


def _require_charge(actor: Actor, *rows: Incident) -> None:
    if any(row.centre_id != actor.unit_id for row in rows):
        raise NotInCharge


def _require_fit(member: Incident, head: Incident) -> None:
    if member.pk == head.pk:
        raise CannotFold(reason="两件是同一件。", reason_en="it is the same one.")
    if member.state != State.REPORTED or member.fold_count or member.head_id is not None:
        raise CannotFold(
            reason="只有待受理、没有并入过其他事项、也没有别的上报并入的，才能并入。",
            reason_en="only what waits to be accepted and has no part in another folding can be folded.",
        )
    if head.state >= State.CLOSED or head.head_id is not None:
        raise CannotFold(
            reason="要并入的事项已办结，或自己已并入别的事项。",
            reason_en="the other one is over, or was folded into another itself.",
        )
    for row in (member, head):
        if row.sight_floor != FULL_FLOOR or row.receiving_post_id is not None or is_held(row):
            raise CannotFold(
                reason="保密线索、反映单位的和待复核的上报不合并。",
                reason_en="tips, reports about a unit and those held for review are not folded.",
            )


def fold_into(
    job: Work, actor: Actor, member: Incident, head: Incident, at: datetime, *, followed: int = 1
) -> None:
    """Make one a part of the other; both are locked. ``followed``: the head's version at which the member stands."""
    end_assists(member, at=at)
    member.head_id, member.version = head.pk, member.version + 1
    member.save(force_update=True)
    row = Fold(
        id=uuid7(),
        incident_id=member.pk,
        head_id=head.pk,
        folded_at=at,
        folded_by=actor.name,
        followed_version=followed,
    )
    row.save(force_insert=True)
    state = State(member.state)
    _step(member, Action.FOLD, state, state, actor, at, {"head": head.receipt_no})
    job.record(member, action=Action.FOLD.value, version=member.version, head=head.receipt_no)
    _follow(job, member, head, at)
    show_row(member)


def _follow(job: Work, member: Incident, head: Incident, at: datetime) -> int:
    """Take the head's steps since the last time along; each is told to the member's own reporter."""
    row = Fold.objects.filter(incident_id=member.pk, taken_out_at=None).first()
    if row is None or row.head_id != head.pk or row.followed_version >= head.version:
        return 0
    taken = Step.objects.filter(
        incident_id=head.pk, version__gt=row.followed_version, action__in=[one.value for one in FOLLOWED]
    ).order_by("version")
    events = []
    for one in taken:
        member.version += 1
        Step(
            id=uuid7(),
            incident_id=member.pk,
            version=member.version,
            action=one.action,
            from_state=one.from_state,
            to_state=one.to_state,
            centre_area=one.centre_area,
            post_id=one.post_id,
            unit_id=one.unit_id,
            actor_name=one.actor_name,
            role=one.role,
            at=one.at,
            due_at=one.due_at,
            remark=one.remark,
            is_internal=one.is_internal,
            facts={"with": head.receipt_no},
        ).save(force_insert=True)
        job.record(
            member, action=one.action, state=one.to_state, version=member.version, head=head.receipt_no
        )
        events.append((member.version, one))
    for name in COURSE:
        setattr(member, name, getattr(head, name))
    member.save(force_update=True)
    row.followed_version = head.version
    row.save(update_fields=["followed_version"])
    _share_parts(member, head, at)
    for version, one in events:
        job.publish(
            IncidentMoved(
                incident_id=member.pk,
                version=version,
                action=Action(one.action),
                from_state=State(one.from_state),
                to_state=State(one.to_state),
                centre_id=member.centre_id,
                unit_id=None,
                at=one.at,
            )
        )
    if events:
        show_row(member)
    return 1 if events else 0


def _share_parts(member: Incident, head: Incident, at: datetime) -> None:
    """Whoever has a part in the head sees what was folded into it."""
    with eyes(FOLDER):
        parts = Participant.objects.filter(incident_id=head.pk).values_list("unit_id", "post_id", "part")
        Participant.objects.bulk_create(
            (
                Participant(
                    id=uuid7(),
                    incident_id=member.pk,
                    unit_id=unit_id,
                    post_id=post_id,
                    part=part,
                    since_at=at,
                    reported_at=member.reported_at,
                )
                for unit_id, post_id, part in parts
            ),
            ignore_conflicts=True,
        )


def _end_fold(incident_id: UUID, by: str, at: datetime) -> int:
    """Returns how many ended: one, or none where somebody was faster."""
    return Fold.objects.filter(incident_id=incident_id, taken_out_at=None).update(
        taken_out_at=at, taken_out_by=by
    )


def count_folded(job: Work, head: Incident, change: int) -> None:
    """How many are folded into it now. The head is locked; counting anew would cost more with every report."""
    head.fold_count += change
    Incident.objects.visible_to(job.actor).filter(pk=head.pk).update(fold_count=head.fold_count)


def tell_reporter(job: Work, member: Incident, action: Action, at: datetime) -> None:
    """Have its own reporter told that it was merged, or taken out again."""
    job.publish(
        IncidentMoved(
            incident_id=member.pk,
            version=member.version,
            action=action,
            from_state=State(member.state),
            to_state=State(member.state),
            centre_id=member.centre_id,
            unit_id=None,
            at=at,
        )
    )


def _step(
    member: Incident,
    action: Action,
    before: State,
    after: State,
    actor: Actor,
    at: datetime,
    facts: dict[str, str],
) -> None:
    Step(
        id=uuid7(),
        incident_id=member.pk,
        version=member.version,
        action=action.value,
        from_state=int(before),
        to_state=int(after),
        centre_area=member.centre_area,
        person_id=actor.person_id,
        post_id=actor.post_id,
        unit_id=actor.unit_id,
        actor_name=actor.name,
        role=actor.role.value,
        at=at,
        remark="",
        is_internal=False,
        facts=facts,
    ).save(force_insert=True)


def show_row(row: Incident) -> None:
    show_live(row.pk)
    tell(Kind.INBOX, ToArea(row.scope_code, row.sight_floor))
