"""Cases of an area 综治督导: finding, plan, rectification with proof, re-check."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from jingwei.domains.supervision.contracts import CaseState, Happening, Supervised
from jingwei.domains.supervision.models import Case, CaseEntry
from jingwei.domains.supervision.queries.cases import case_for
from jingwei.domains.supervision.queries.policy import policy_at
from jingwei.domains.supervision.rules.course import (
    CASE_REPORTING,
    is_receiver,
    require_case,
    stands_above,
)
from jingwei.domains.supervision.rules.refusals import (
    AreaNotBelow,
    NotTheReceiver,
    NotYoursToSupervise,
    PlanDueWrong,
    ProofNeeded,
)
from jingwei.domains.supervision.services.watching import watch_case
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.access.queries import centres_of
from jingwei.foundation.files.services.claims import claim
from jingwei.foundation.work import Work, work
from jingwei.kernel.codes import ancestor_codes
from jingwei.kernel.ids import uuid7

SOONEST = timedelta(hours=1)
LONGEST_DAYS = 180


def open_case(actor: Actor, *, area_code: str, title: str, finding: str, at: datetime) -> Case:
    """Raise a case for an area below one's own centre. Raises: AreaNotBelow."""
    with work(actor, Permission.SUPERVISE_AREA) as job:
        receiver = centres_of([area_code]).get(area_code)
        if receiver is None or actor.unit_id is None or not stands_above(actor, area_code):
            raise AreaNotBelow
        case = Case(
            id=uuid7(),
            unit_id=actor.unit_id,
            receiver_unit_id=receiver.unit_id,
            title=title.strip(),
            finding=finding.strip(),
            state=CaseState.RAISED.value,
            raised_at=at,
            by_name=actor.name,
        )
        case.lie_in(ancestor_codes(area_code))
        case.save(force_insert=True)
        _line(actor, case, "raised", finding, at=at)
        watch_case(case, policy_at(at), at=at)
        job.record_new(case, act="raise")
        job.publish(Supervised(Happening.CASE_RAISED, case.pk, at))
    return case


def plan_case(actor: Actor, case_id: UUID, *, plan: str, due_at: datetime, at: datetime) -> Case:
    """Send in the plan 整改方案 and its deadline, as the centre of the area.

    Raises: NotFound, NotTheReceiver, CaseNotWaiting, PlanDueWrong.
    """
    with work(actor, Permission.ANSWER_SUPERVISION) as job:
        case = _locked(actor, case_id)
        _require_receiver(actor, case)
        require_case(CaseState(case.state), CaseState.RAISED)
        _require_due(due_at, at)
        case.plan, case.due_at = plan.strip(), due_at
        _go_on(job, actor, case, CaseState.PLANNED, plan, at=at, told=Happening.CASE_PLANNED)
    return case


def report_case(actor: Actor, case_id: UUID, *, words: str, file_ids: Sequence[UUID], at: datetime) -> Case:
    """Report the rectification with its proof, as the centre of the area.

    Raises: NotFound, NotTheReceiver, CaseNotWaiting, ProofNeeded, NotAttachable.
    """
    with work(actor, Permission.ANSWER_SUPERVISION) as job:
        case = _locked(actor, case_id)
        _require_receiver(actor, case)
        require_case(CaseState(case.state), *CASE_REPORTING)
        if not file_ids:
            raise ProofNeeded
        claim(actor, file_ids, at=at, target=case.pk)
        told = Happening.CASE_RECTIFIED
        _go_on(job, actor, case, CaseState.RECTIFIED, words, at=at, told=told, file_ids=file_ids)
    return case


def recheck_case(
    actor: Actor, case_id: UUID, *, words: str, is_rectified: bool, due_at: datetime | None, at: datetime
) -> Case:
    """Re-check 复查 what was reported: closed, or to be gone on with until a new deadline.

    Raises: NotFound, NotYoursToSupervise, CaseNotWaiting, PlanDueWrong.
    """
    with work(actor, Permission.SUPERVISE_AREA) as job:
        case = _locked(actor, case_id)
        if actor.unit_id != case.unit_id:
            raise NotYoursToSupervise
        require_case(CaseState(case.state), CaseState.RECTIFIED)
        if is_rectified:
            case.ended_at = at
            _go_on(job, actor, case, CaseState.CLOSED, words, at=at, told=Happening.CASE_CLOSED)
        else:
            if due_at is None:
                raise PlanDueWrong(days=LONGEST_DAYS)
            _require_due(due_at, at)
            case.due_at, case.failed = due_at, case.failed + 1
            _go_on(job, actor, case, CaseState.FAILED, words, at=at, told=Happening.CASE_FAILED)
    return case


def _go_on(
    job: Work,
    actor: Actor,
    case: Case,
    state: CaseState,
    words: str,
    *,
    at: datetime,
    told: Happening,
    file_ids: Sequence[UUID] = (),
) -> None:
    case.state = state.value
    case.save(update_fields=["state", "plan", "due_at", "failed", "ended_at"])
    _line(actor, case, state.value, words, at=at, file_ids=file_ids)
    watch_case(case, policy_at(at), at=at)
    job.record(case, act=state.value)
    job.publish(Supervised(told, case.pk, at))


def _locked(actor: Actor, case_id: UUID) -> Case:
    """The case, held until the transaction ends. Raises: NotFound."""
    case_for(actor, case_id)
    row: Case | None = Case.objects.visible_to(actor).filter(pk=case_id).select_for_update().first()
    if row is None:  # seen by area alone: the fence lets nobody hold it but its two centres
        raise NotYoursToSupervise
    return row


def _require_receiver(actor: Actor, case: Case) -> None:
    """Raises: NotTheReceiver."""
    if not is_receiver(actor, case.receiver_unit_id):
        raise NotTheReceiver


def _require_due(due_at: datetime, at: datetime) -> None:
    """Raises: PlanDueWrong."""
    if not at + SOONEST <= due_at <= at + timedelta(days=LONGEST_DAYS):
        raise PlanDueWrong(days=LONGEST_DAYS)


def _line(
    actor: Actor, case: Case, act: str, words: str, *, at: datetime, file_ids: Sequence[UUID] = ()
) -> None:
    CaseEntry(
        id=uuid7(),
        case_id=case.pk,
        act=act,
        at=at,
        unit_id=actor.unit_id,
        post_id=actor.post_id,
        by_name=actor.name,
        words=words.strip(),
        due_at=case.due_at,
        file_ids=list(dict.fromkeys(file_ids)),
    ).save(force_insert=True)
