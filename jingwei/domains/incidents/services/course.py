"""Taking one step of the course: the life-cycle table decides, this module writes what every step writes."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from jingwei.domains.clocks.contracts import Limit, write_limit
from jingwei.domains.clocks.queries import deadline_for
from jingwei.domains.incidents.contracts import Action, IncidentMoved, State
from jingwei.domains.incidents.models import Attachment, Incident, Participant, Step
from jingwei.domains.incidents.queries import actions_for, item_of, standing_of
from jingwei.domains.incidents.queries.assisting import with_assists
from jingwei.domains.incidents.queries.beside import is_held
from jingwei.domains.incidents.rules.folding import FoldedAway
from jingwei.domains.incidents.rules.holding import HeldForReview
from jingwei.domains.incidents.rules.intake import limit_for
from jingwei.domains.incidents.rules.lifecycle import (
    ACTION_LABELS,
    STAGE_OF,
    TABLE,
    Move,
    Need,
    Shift,
    Stage,
    move_for,
)
from jingwei.domains.incidents.rules.objecting import NOT_WHILE_DISPUTED, WhileDisputed
from jingwei.domains.incidents.rules.refusals import NotYours, RemarkMissing, StepRefused
from jingwei.domains.incidents.rules.sight import WHO_LABELS, may_act
from jingwei.domains.incidents.services.clock_looking import look_after_step
from jingwei.domains.incidents.services.showing import show_live
from jingwei.domains.incidents.services.together import batch_mark
from jingwei.foundation.access.contracts import Actor, Permission, Role
from jingwei.foundation.files import services as files
from jingwei.foundation.live.contracts import Kind, ToArea
from jingwei.foundation.live.services.telling import tell
from jingwei.foundation.work import Work, work
from jingwei.kernel.errors import NotFound, StaleVersion
from jingwei.kernel.ids import uuid7

LEAST_REMARK = 2
REPORTER_NAME_SHOWN = "反映人"
QUIET_ACTIONS = (
    Action.TAKE_ASSIST.value,
    Action.REPORT_ASSIST.value,
    Action.NOTE.value,
    Action.URGE.value,
    Action.ASK_REPORTER.value,
)
"""Steps that do not make a colleague's reading stale; an answer and an instruction do, they are to be read first."""
WORDS_OF_REPORTERS = frozenset({"words_before", "address_before"})
"""Facts that stay in the step: who reads the audit need not see the incident."""


@dataclass(frozen=True, slots=True)
class Proof:
    """A file shown with a step. ``kind`` is an evidence key (photo_before, photo_after, document, call_record)."""

    file_id: UUID
    kind: str


@dataclass
class Taking:
    """A step while it is being taken. Services set columns of ``incident`` and add ``facts``."""

    actor: Actor
    incident: Incident
    move: Move
    at: datetime
    job: Work
    facts: dict[str, Any] = field(default_factory=dict)
    limit: Limit | None = None
    restarts_clock: bool = False
    step_id: UUID = field(default_factory=uuid7)
    is_internal: bool = False
    due_before: datetime | None = None
    unit_before: UUID | None = None
    area_before: ToArea | None = None

    def give_part(self, part: str, *, unit_id: UUID | None = None, post_id: UUID | None = None) -> None:
        """Let a unit or a post keep sight of the incident from now on."""
        add_participant(self.incident, part, unit_id=unit_id, post_id=post_id, at=self.at)

    def keep_sight(self) -> None:
        """Whoever acts for a unit keeps sight of what they acted on, even when it leaves their area or hands.

        A confidential tip stays with posts: what its receiving post does never shows it to the whole centre.
        """
        if self.actor.sharing_unit_id is not None and self.incident.receiving_post_id is None:
            self.give_part("actor", unit_id=self.actor.sharing_unit_id)

    def run_clock(self, limit: Limit | None) -> None:
        """Start the clock anew with a limit instead of the stage's own."""
        self.limit, self.restarts_clock = limit, True


@contextmanager
def step(
    actor: Actor,
    incident_id: UUID,
    action: Action,
    *,
    at: datetime,
    version: int | None = None,
    remark: str = "",
    proofs: Sequence[Proof] = (),
) -> Iterator[Taking]:
    """Check, let the service change, then write: state, clock, step, files, audit, job — all or nothing.

    ``version`` is the one the actor saw; a step taken by somebody else since then refuses this one.
    Raises: Forbidden, NotFound, StaleVersion, HeldForReview, FoldedAway, StepRefused, WhileSuspended, NotYours,
    RemarkMissing.
    """
    actor = as_named(actor)
    with work(actor, permission_of(action)) as job:
        incident = locked(actor, incident_id)
        _require_fresh(incident, version)
        _require_free(actor, incident, action)
        move = _move(actor, incident, action, at)
        _require_turn(actor, incident, move)
        _require_undisputed(incident, action)
        if Need.REMARK in move.needs:
            require_reason(action, remark)
        taking = Taking(actor=actor, incident=incident, move=move, at=at, job=job)
        taking.due_before, taking.unit_before = incident.due_at, incident.handler_unit_id
        taking.area_before = ToArea(incident.scope_code, incident.sight_floor)
        if move.shift is Shift.STAYS:
            taking.keep_sight()
        yield taking
        _write(taking, remark=remark.strip(), proofs=proofs)


def _move(actor: Actor, incident: Incident, action: Action, at: datetime) -> Move:
    """The row of the table. A refusal names what this actor can do now, not what others could."""
    try:
        return move_for(State(incident.state), action, is_suspended=incident.suspended_at is not None)
    except StepRefused as refused:
        possible = [ACTION_LABELS[one.action] for one in actions_for(actor, incident, at=at)]
        refused.data["allowed"] = "、".join(zh for zh, _ in possible) or "无"
        refused.data["allowed_en"] = ", ".join(en for _, en in possible) or "nothing"
        raise


def permission_of(action: Action) -> Permission:
    """The permission an action needs; the same in every state."""
    return next(move.permission for (_, one), move in TABLE.items() if one is action)


def as_named(actor: Actor) -> Actor:
    """The actor as course and audit name them: staff by name, a resident only as the one who reported."""
    return replace(actor, name=REPORTER_NAME_SHOWN) if actor.role is Role.RESIDENT else actor


def locked(actor: Actor, incident_id: UUID) -> Incident:
    """The incident with the actor's eyes, locked until the transaction ends. Raises: NotFound."""
    rows = Incident.objects.visible_to(actor).filter(pk=incident_id).select_for_update(of=("self",))
    found: Incident | None = rows.first()
    if found is None:
        raise NotFound
    return found


def add_participant(
    incident: Incident, part: str, *, at: datetime, unit_id: UUID | None = None, post_id: UUID | None = None
) -> None:
    """Append a participant, once; a part given before stays as it is."""
    row = Participant(id=uuid7(), incident_id=incident.pk, unit_id=unit_id, post_id=post_id, part=part)
    row.since_at, row.reported_at = at, incident.reported_at
    Participant.objects.bulk_create([row], ignore_conflicts=True)


def start_stage(incident: Incident, *, at: datetime, limit: Limit | None = None) -> None:
    """Start the clock of the incident's present stage; finished ones have none."""
    stage = STAGE_OF[State(incident.state)]
    if limit is None:
        limit = limit_for(stage, item_of(incident), is_urgent=incident.is_urgent)
    incident.stage_started_at = at
    if stage is Stage.NONE or limit is None:
        incident.stage_limit, incident.due_at, incident.warn_at = "", None, None
        incident.is_due_provisional = False
        return
    due = deadline_for(at, limit)
    incident.stage_limit = write_limit(limit)
    incident.due_at, incident.warn_at, incident.is_due_provisional = (
        due.due_at,
        due.warn_at,
        due.is_provisional,
    )
    if incident.next_warn_at is None:
        incident.next_warn_at = at  # the sweep looks once, and finds when each of its clocks warns


def _require_fresh(incident: Incident, version: int | None) -> None:
    if version is None or version == incident.version:
        return
    since = Step.objects.filter(incident_id=incident.pk, version__gt=version).exclude(
        action__in=QUIET_ACTIONS
    )
    if version > incident.version or since.exists():
        raise StaleVersion(name=incident.title, seen=version, current=incident.version)


def _require_free(actor: Actor, incident: Incident, action: Action) -> None:
    """What is held waits for a second person, what was folded follows its head; who reported goes on.

    Raises: HeldForReview, FoldedAway.
    """
    if actor.unit_id is None or action is Action.NOTE:
        return
    if incident.head_id is not None:
        raise FoldedAway
    if is_held(incident):
        raise HeldForReview


def _require_undisputed(incident: Incident, action: Action) -> None:
    """Raises: WhileDisputed for what would pull the matter away from under the referee."""
    if incident.referee_id is not None and action in NOT_WHILE_DISPUTED:
        name, name_en = ACTION_LABELS[action]
        raise WhileDisputed(action=name, action_en=name_en)


def _require_turn(actor: Actor, incident: Incident, move: Move) -> None:
    if not may_act(move.who, actor, with_assists(actor, incident, standing_of(incident))):
        action, action_en = ACTION_LABELS[move.action]
        who, who_en = WHO_LABELS[move.who]
        raise NotYours(action=action, action_en=action_en, who=who, who_en=who_en, permission=move.permission)


def require_reason(action: Action, remark: str) -> None:
    """Raises: RemarkMissing."""
    if len(remark.strip()) < LEAST_REMARK:
        name, name_en = ACTION_LABELS[action]
        raise RemarkMissing(action=name, action_en=name_en, least=LEAST_REMARK)


def _write(taking: Taking, *, remark: str, proofs: Sequence[Proof]) -> None:
    incident, move, actor = taking.incident, taking.move, taking.actor
    taking.facts.update(batch_mark())
    incident.state = int(move.target)
    incident.version += 1
    is_other_stage = STAGE_OF[move.target] is not STAGE_OF[move.state]
    is_waiting = incident.suspended_at is not None  # its clock stands still whoever is in charge
    if (is_other_stage or taking.restarts_clock or move.shift is not Shift.STAYS) and not is_waiting:
        start_stage(incident, at=taking.at, limit=taking.limit)
    if incident.handler_unit_id is not None and incident.handler_unit_id != taking.unit_before:
        taking.facts["handler"] = str(incident.handler_unit_id)
    incident.next_warn_at = look_after_step(incident, move.action, at=taking.at)
    incident.save(force_update=True)
    Step(
        id=taking.step_id,
        incident_id=incident.pk,
        version=incident.version,
        action=move.action.value,
        from_state=int(move.state),
        to_state=int(move.target),
        centre_area=incident.centre_area,
        person_id=actor.person_id,
        post_id=actor.post_id,
        unit_id=actor.unit_id,
        actor_name=actor.name,
        role=actor.role.value,
        at=taking.at,
        due_at=taking.due_before,
        remark=remark,
        is_internal=taking.is_internal,
        facts=taking.facts,
    ).save(force_insert=True)
    _attach(taking, proofs)
    audited = {key: value for key, value in taking.facts.items() if key not in WORDS_OF_REPORTERS}
    taking.job.record(
        incident, action=move.action.value, state=int(move.target), version=incident.version, **audited
    )
    taking.job.publish(
        IncidentMoved(
            incident_id=incident.pk,
            version=incident.version,
            action=move.action,
            from_state=move.state,
            to_state=move.target,
            centre_id=incident.centre_id,
            unit_id=incident.handler_unit_id or taking.unit_before,
            at=taking.at,
        )
    )
    _show(taking)


def _show(taking: Taking) -> None:
    """Live, to whoever sees it now; who saw it by area and does so no longer hears that their lists have changed."""
    incident, before = taking.incident, taking.area_before
    show_live(incident.pk)
    if before is not None and before != ToArea(incident.scope_code, incident.sight_floor):
        tell(Kind.INBOX, before)


def _attach(taking: Taking, proofs: Sequence[Proof]) -> None:
    if not proofs:
        return
    files.claim(
        taking.actor,
        [proof.file_id for proof in proofs],
        at=taking.at,
        target=taking.incident.pk,
    )
    Attachment.objects.bulk_create(
        Attachment(
            id=uuid7(),
            incident_id=taking.incident.pk,
            file_id=proof.file_id,
            kind=proof.kind,
            version=taking.incident.version,
            added_at=taking.at,
        )
        for proof in proofs
    )
