"""What the reporter does, with an account or with the tracking code; and the recorded look at their phone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection

from jingwei.domains.incidents.contracts import Action, Identity
from jingwei.domains.incidents.models import Attachment, Incident, Rating
from jingwei.domains.incidents.queries import standing_of
from jingwei.domains.incidents.rules.evidence import REPORT_KIND
from jingwei.domains.incidents.rules.intake import REOPEN_DAYS, require_words, title_of
from jingwei.domains.incidents.rules.personal import REPORTER_PHONE
from jingwei.domains.incidents.rules.refusals import (
    AlreadyRated,
    NoReporterPhone,
    ReopenTooLate,
    ReporterProtected,
    TrackingUnknown,
)
from jingwei.domains.incidents.rules.sight import may_contact_reporter
from jingwei.domains.incidents.services.centre import end_assignment
from jingwei.domains.incidents.services.course import REPORTER_NAME_SHOWN, Proof, locked, step
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.privacy.contracts import Purpose
from jingwei.foundation.privacy.services import reveal_value, tracking_index
from jingwei.foundation.work import work
from jingwei.kernel.ids import uuid7

CASE_OF_TRACKING = "select jw_case_of_tracking(%s)"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The reporter's word: one to five stars, solved or not, and why."""

    stars: int
    is_solved: bool
    remark: str = ""


def proved_reporter(actor: Actor, tracking_code: str) -> tuple[Actor, UUID]:
    """The actor as the reporter of the one matter a tracking code opens. Raises: TrackingUnknown."""
    with connection.cursor() as cursor:
        cursor.execute(CASE_OF_TRACKING, [tracking_index(tracking_code)])
        (incident_id,) = cursor.fetchone()
    if incident_id is None:
        raise TrackingUnknown
    # Whose account the code was typed into is not said: it would name those who reported anonymously.
    return Actor(role=actor.role, name=REPORTER_NAME_SHOWN, case_id=incident_id), incident_id


def edit_report(
    actor: Actor,
    incident_id: UUID,
    *,
    words: str | None,
    address: str | None,
    at: datetime,
    version: int | None = None,
    file_ids: Sequence[UUID] = (),
) -> Incident:
    """Edit one's report 修改上报 while nobody has accepted it; what stood before stays in the step."""
    proofs = [Proof(file_id=one, kind=REPORT_KIND) for one in file_ids]
    with step(actor, incident_id, Action.EDIT, at=at, version=version, proofs=proofs) as taking:
        incident = taking.incident
        if words is not None:
            shown = Attachment.objects.filter(incident_id=incident_id, kind=REPORT_KIND).count()
            require_words(words, shown + len(file_ids))
            taking.facts.update(words_before=incident.words)
            incident.words, incident.title = words.strip(), title_of("", words)
        if address is not None:
            taking.facts.update(address_before=incident.address)
            incident.address = address.strip()
    return taking.incident


def rate_incident(
    actor: Actor, incident_id: UUID, verdict: Verdict, *, at: datetime, version: int | None = None
) -> Incident:
    """Rate 评价 the result, once for each closing. Raises: AlreadyRated."""
    with step(actor, incident_id, Action.RATE, at=at, version=version, remark=verdict.remark) as taking:
        closed_at = taking.incident.closed_at
        assert closed_at is not None
        if Rating.objects.filter(incident_id=incident_id, closed_at=closed_at).exists():
            raise AlreadyRated
        Rating(
            id=uuid7(),
            incident_id=incident_id,
            closed_at=closed_at,
            at=at,
            stars=verdict.stars,
            is_solved=verdict.is_solved,
            remark=verdict.remark.strip(),
        ).save(force_insert=True)
        taking.facts.update(stars=verdict.stars, is_solved=verdict.is_solved)
    return taking.incident


def reopen_incident(
    actor: Actor, incident_id: UUID, *, remark: str, at: datetime, version: int | None = None
) -> Incident:
    """Reopen 重开: back to the centre in charge, with the course kept. Raises: ReopenTooLate."""
    with step(actor, incident_id, Action.REOPEN, at=at, version=version, remark=remark) as taking:
        incident = taking.incident
        assert incident.closed_at is not None
        if at > incident.closed_at + timedelta(days=REOPEN_DAYS):
            raise ReopenTooLate(days=REOPEN_DAYS, receipt_no=incident.receipt_no)
        taking.facts.update(closed_at=incident.closed_at.isoformat())
        incident.closed_at = None
        incident.head_id = None  # what was folded stands by itself from here on; the queue tells its head
        end_assignment(taking, "reopened")
    return taking.incident


def reveal_reporter(actor: Actor, incident_id: UUID, *, purpose: Purpose, remark: str, at: datetime) -> str:
    """The reporter's phone, with the look recorded for the reporter to see.

    Raises: NoReporterPhone; ReporterProtected where it is confidential or the actor's unit is the one reported.
    """
    with work(actor, Permission.REVEAL_PERSONAL) as job:
        incident = locked(actor, incident_id)
        if not may_contact_reporter(actor, standing_of(incident)):
            raise ReporterProtected(permission=Permission.REVEAL_PERSONAL.value)
        if incident.reporter_phone_sealed is None or incident.identity == Identity.ANONYMOUS:
            raise NoReporterPhone
        job.record(incident, field=REPORTER_PHONE.name, purpose=purpose.value)
        return reveal_value(
            actor,
            REPORTER_PHONE,
            incident.reporter_phone_sealed,
            target=f"incidents.incident:{incident_id}",
            subject_id=incident.reporter_id,
            purpose=purpose,
            remark=remark.strip(),
            at=at,
            area_code=incident.scope_code,
        )
