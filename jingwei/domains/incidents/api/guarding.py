"""Public reporting that is not overrun: the challenge, marked sources, held reports, and floods folded into one."""

from datetime import datetime, timedelta
from typing import Annotated
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from pydantic import BaseModel, Field

from jingwei.domains.incidents import queries
from jingwei.domains.incidents.api import schemas as io
from jingwei.domains.incidents.api.routes import router
from jingwei.domains.incidents.api.sending import forget_device as another_device
from jingwei.domains.incidents.api.sending import give_device, sender_of
from jingwei.domains.incidents.api.shaping import incident_out, rows_out
from jingwei.domains.incidents.contracts import Identity
from jingwei.domains.incidents.models import Incident, Mark
from jingwei.domains.incidents.queries.beside import HeldReport, folded_into, held_reports, marks_for
from jingwei.domains.incidents.rules.challenge import HARDEST_BITS
from jingwei.domains.incidents.rules.holding import LONGEST, SOURCES_KEPT, SourceKind
from jingwei.domains.incidents.services import folding, guarding, holding
from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.edge import Body, actor, operation
from jingwei.kernel.clock import now

P = Permission


class ChallengeOut(BaseModel):
    """What the browser computes with: an answer for which SHA-256 of ``seed.id.answer`` begins with ``bits`` zero bits.

    ``id`` is the report's. It counts for one report until ``until``, also without a network in between.
    """

    seed: str
    bits: int
    until: datetime
    is_needed: bool


class NumberedOut(BaseModel):
    """Whether the browser got another number."""

    is_new: bool


class MarkIn(Body):
    kinds: Annotated[list[SourceKind], Field(min_length=1, max_length=3)]
    hours: Annotated[int, Field(ge=1, le=24 * 30)]
    reason: io.Line


class LiftIn(Body):
    reason: io.Line


class MarkOut(BaseModel):
    """A mark on a source. Whose it is stands nowhere."""

    id: UUID
    kind: SourceKind
    incident_id: UUID
    receipt_no: str
    reason: str
    marked_at: datetime
    marked_by: str
    expires_at: datetime
    is_running: bool
    held_count: int
    lifted_at: datetime | None
    lifted_by: str
    lifted_why: str


class MarkableOut(BaseModel):
    """A kind of source that is known of a report, and how long it can be marked."""

    kind: SourceKind
    longest_hours: int


class ReportSourceOut(BaseModel):
    """What can be marked of where a report came from, for ``kept_days`` after it came."""

    markable: list[MarkableOut]
    kept_days: int


class HeldOut(io.RowOut):
    """A report that waits for a second person. ``may_decide`` is off for whoever made the mark."""

    words: str
    identity: Identity
    held_at: datetime
    until_at: datetime
    mark: MarkOut | None
    may_decide: bool
    may_dismiss: bool


class FoldedOut(io.RowOut):
    """A report that was folded into another: its own words."""

    words: str
    identity: Identity


class FoldIn(Body):
    head_id: UUID


class DismissIn(Body):
    remark: io.Remark


@operation(
    router,
    "GET",
    "/reporting/challenge",
    "getChallenge",
    P.REPORT_INCIDENT,
    response=ChallengeOut,
    is_public=True,
    opens_eyes=False,
)
def get_challenge(
    request: HttpRequest, response: HttpResponse, least_bits: Annotated[int, Field(ge=0, le=HARDEST_BITS)] = 0
) -> ChallengeOut:
    """A seed to compute with before reporting: no picture, no sound, nobody else's service.

    ``least_bits`` is what a refusal asked for. Gives the browser a random number by which its reports are counted.
    """
    at = now()
    seed, is_needed = guarding.new_challenge(sender_of(request), least_bits=least_bits, at=at)
    give_device(request, response)
    return ChallengeOut(seed=seed.text, bits=seed.bits, until=seed.until, is_needed=is_needed)


@operation(
    router,
    "POST",
    "/reporting/forget-device",
    "forgetDevice",
    P.REPORT_INCIDENT,
    response=NumberedOut,
    is_public=True,
    opens_eyes=False,
)
def forget_device(request: HttpRequest, response: HttpResponse) -> NumberedOut:
    """Give this browser another random number; nothing leads from the old one to the new."""
    another_device(response)
    return NumberedOut(is_new=True)


@operation(
    router,
    "GET",
    "/incidents/{incident_id}/source",
    "getSource",
    P.MARK_SOURCE,
    response=ReportSourceOut,
    sees="incident",
)
def get_source(request: HttpRequest, incident_id: UUID) -> ReportSourceOut:
    """Which kinds of source of a report can be marked; never which device, address or number it was."""
    incident = queries.incident_for(actor(request), incident_id)
    return ReportSourceOut(
        markable=[
            MarkableOut(kind=kind, longest_hours=int(LONGEST[kind].total_seconds() // 3600))
            for kind in holding.markable(incident)
        ],
        kept_days=SOURCES_KEPT.days,
    )


@operation(
    router,
    "POST",
    "/incidents/{incident_id}/mark-source",
    "markSource",
    P.MARK_SOURCE,
    response=list[MarkOut],
    sees="incident",
)
def mark_source(request: HttpRequest, incident_id: UUID, body: MarkIn) -> list[MarkOut]:
    """Mark 标记 a source: its next reports keep their receipt, and wait for a second person's look."""
    at = now()
    marks = holding.mark_source(
        actor(request),
        incident_id,
        kinds=body.kinds,
        lasts=timedelta(hours=body.hours),
        reason=body.reason,
        at=at,
    )
    return [_mark(one, at) for one in marks]


@operation(router, "GET", "/marks", "listMarks", P.MARK_SOURCE, response=list[MarkOut])
def list_marks(request: HttpRequest) -> list[MarkOut]:
    """The marks made within one's area, running ones first, 200 at most."""
    at = now()
    return [_mark(one, at) for one in marks_for(actor(request), at=at)]


@operation(router, "POST", "/marks/{mark_id}/lift", "liftMark", P.MARK_SOURCE, response=MarkOut, sees="mark")
def lift_mark(request: HttpRequest, mark_id: UUID, body: LiftIn) -> MarkOut:
    """Lift 解除 a mark before its end, with the reason."""
    at = now()
    return _mark(holding.lift_mark(actor(request), mark_id, reason=body.reason, at=at), at)


@operation(router, "GET", "/held", "listHeld", P.REVIEW_HELD, response=list[HeldOut])
def list_held(request: HttpRequest) -> list[HeldOut]:
    """Reports from marked sources that wait for a second look, the longest waiting first, 200 at most."""
    at = now()
    found = held_reports(actor(request))
    rows = rows_out([one.incident for one in found], at=at)
    return [_held(request, one, row, at) for one, row in zip(found, rows, strict=True)]


@operation(
    router,
    "POST",
    "/incidents/{incident_id}/release-held",
    "releaseHeld",
    P.REVIEW_HELD,
    response=io.IncidentOut,
    sees="incident",
)
def release_held(request: HttpRequest, incident_id: UUID) -> io.IncidentOut:
    """Release 转坐席 after the second look: the desk gets it as if it had come now."""
    at = now()
    return incident_out(actor(request), holding.release_held(actor(request), incident_id, at=at), at=at)


@operation(
    router,
    "POST",
    "/incidents/{incident_id}/dismiss-held",
    "dismissHeld",
    P.REVIEW_HELD,
    response=io.IncidentOut,
    sees="incident",
)
def dismiss_held(request: HttpRequest, incident_id: UUID, body: DismissIn) -> io.IncidentOut:
    """Dismiss 作废 after the second look; its reporter reads the reason."""
    at = now()
    incident = holding.dismiss_held(actor(request), incident_id, remark=body.remark, at=at)
    return incident_out(actor(request), incident, at=at)


@operation(
    router,
    "GET",
    "/incidents/{incident_id}/folded",
    "listFolded",
    P.READ_INCIDENT,
    response=list[FoldedOut],
    sees="incident",
)
def list_folded(request: HttpRequest, incident_id: UUID) -> list[FoldedOut]:
    """The reports that were folded into a matter, the earliest first, 200 at most."""
    at = now()
    queries.incident_for(actor(request), incident_id)
    found = folded_into(actor(request), incident_id)
    return [
        FoldedOut(**row.__dict__, words=one.words, identity=Identity(one.identity))
        for one, row in zip(found, rows_out(found, at=at), strict=True)
    ]


@operation(
    router,
    "POST",
    "/incidents/{incident_id}/join",
    "foldIncident",
    P.CORRECT_INCIDENT,
    response=io.IncidentOut,
    sees="incident",
)
def fold_incident(request: HttpRequest, incident_id: UUID, body: FoldIn) -> io.IncidentOut:
    """Fold 并入 a waiting report into another matter of one's centre; it keeps its words, photos, code and rating."""
    at = now()
    return _shown(
        request, folding.fold_incident(actor(request), incident_id, head_id=body.head_id, at=at), at
    )


@operation(
    router,
    "POST",
    "/incidents/{incident_id}/take-out",
    "takeOutIncident",
    P.CORRECT_INCIDENT,
    response=io.IncidentOut,
    sees="incident",
)
def take_out_incident(request: HttpRequest, incident_id: UUID) -> io.IncidentOut:
    """Take a folded report out 拆出 again: it waits at the centre by itself."""
    at = now()
    return _shown(request, folding.take_out(actor(request), incident_id, at=at), at)


def _shown(request: HttpRequest, incident: Incident, at: datetime) -> io.IncidentOut:
    return incident_out(actor(request), incident, at=at)


def _held(request: HttpRequest, one: HeldReport, row: io.RowOut, at: datetime) -> HeldOut:
    asking = actor(request)
    return HeldOut(
        **row.__dict__,
        words=one.incident.words,
        identity=Identity(one.incident.identity),
        held_at=one.hold.held_at,
        until_at=one.hold.until_at,
        mark=_mark(one.mark, at) if one.mark else None,
        may_decide=one.hold.marked_by_id is None or one.hold.marked_by_id != asking.person_id,
        may_dismiss=holding.may_dismiss(asking, one.incident),
    )


def _mark(one: Mark, at: datetime) -> MarkOut:
    return MarkOut(
        id=one.pk,
        kind=SourceKind(one.kind),
        incident_id=one.incident_id,
        receipt_no=one.receipt_no,
        reason=one.reason,
        marked_at=one.marked_at,
        marked_by=one.marked_by,
        expires_at=one.expires_at,
        is_running=one.lifted_at is None and one.expires_at > at,
        held_count=one.held_count,
        lifted_at=one.lifted_at,
        lifted_by=one.lifted_by,
        lifted_why=one.lifted_why,
    )
