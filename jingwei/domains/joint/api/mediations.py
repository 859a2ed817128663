"""Mediation 矛盾纠纷调解 over HTTP."""

from collections.abc import Callable
from typing import Annotated, Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Field, Query, Schema

from jingwei.domains.joint import queries, services
from jingwei.domains.joint.api import mediation_schemas as io
from jingwei.domains.joint.api.mediation_shaping import kinds_out, known_out, mediation_out, mediation_rows
from jingwei.domains.joint.api.routes import router
from jingwei.domains.joint.contracts import MediationState, MediationWay
from jingwei.domains.joint.models import Mediation
from jingwei.domains.joint.queries.mediations import LARGEST_PAGE, MediationFilter
from jingwei.domains.joint.queries.whistles import PAGE
from jingwei.domains.joint.rules.mediating import NewParty
from jingwei.domains.joint.services.writing import WORD
from jingwei.foundation.access.contracts import Permission, ProofNeeded
from jingwei.foundation.edge import actor, operation
from jingwei.foundation.privacy.contracts import Purpose
from jingwei.kernel.clock import local, now

P = Permission


class MediationsIn(Schema):
    """Which disputes to list."""

    state: Annotated[list[MediationState], Field(max_length=6)] = []
    way: MediationWay | None = None
    kind: io.KindCode | None = None
    level: Annotated[int | None, Field(ge=4, le=12)] = None
    area_code: io.AreaCode | None = None
    incident_id: UUID | None = None
    is_mine: bool = False
    is_overdue: bool = False
    words: Annotated[str, Field(max_length=60)] = ""
    cursor: Annotated[str | None, Field(max_length=300)] = None
    size: Annotated[int, Field(ge=1, le=LARGEST_PAGE)] = PAGE


def _of_one(
    path: str, operation_id: str, permission: Permission = P.MEDIATE, **options: Any
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    given: dict[str, Any] = {"response": io.MediationOut, "sees": "mediation", **options}
    return operation(router, "POST", f"/mediations/{{mediation_id}}{path}", operation_id, permission, **given)


@operation(router, "GET", "/mediations", "listMediations", P.READ_MEDIATION, response=io.MediationPageOut)
def list_mediations(request: HttpRequest, wanted: Query[MediationsIn]) -> io.MediationPageOut:
    """Disputes of one's area, and those one's unit has a part in; the newest first."""
    at, asked = now(), wanted.dict(exclude={"cursor", "size"})
    narrowed = MediationFilter(**(asked | {"state": tuple(wanted.state)}))
    page = queries.list_mediations(actor(request), narrowed, cursor=wanted.cursor, size=wanted.size, at=at)
    return io.MediationPageOut(
        rows=mediation_rows(page.rows, at=at),
        next_cursor=page.next_cursor,
        kinds=kinds_out(queries.dispute_kinds(on=local(at).date())),
    )


@operation(router, "POST", "/mediations", "registerMediation", P.MEDIATE, response={201: io.MediationOut})
def register(request: HttpRequest, body: io.MediationIn) -> io.MediationOut:
    """Register a dispute; one's own unit mediates it, or the one it is sent to."""
    facts = body.dict(exclude={"parties"})
    parties = [NewParty(one.side, one.name, one.phone) for one in body.parties]
    return _out(
        request,
        services.register_mediation(
            actor(request), services.NewMediation(**facts, parties=parties), at=now()
        ),
    )


@operation(
    router,
    "GET",
    "/mediations/{mediation_id}",
    "getMediation",
    P.READ_MEDIATION,
    response=io.MediationOut,
    sees="mediation",
)
def get_mediation(request: HttpRequest, mediation_id: UUID) -> io.MediationOut:
    """How one stands; parties (masked), records and agreement only for those who mediate."""
    return _out(request, queries.mediation_for(actor(request), mediation_id))


@_of_one("/take", "takeMediation")
def take(request: HttpRequest, mediation_id: UUID, body: io.TakeMediationIn) -> io.MediationOut:
    """Take a dispute up 受理 that was sent to one's unit."""
    row = services.take_mediation(actor(request), mediation_id, mediators=body.mediators, at=now())
    return _out(request, row)


@_of_one("/sessions", "recordMediation")
def record_session(request: HttpRequest, mediation_id: UUID, body: io.SessionIn) -> io.MediationOut:
    """Write a session down."""
    held = services.Session(**body.dict())
    return _out(request, services.record_session(actor(request), mediation_id, held, at=now()))


@_of_one("/agree", "agreeMediation")
def agree(request: HttpRequest, mediation_id: UUID, body: io.AgreementIn) -> io.MediationOut:
    """The parties have agreed; the signed paper may come along."""
    agreed = services.Agreement(**body.dict())
    return _out(request, services.agree_mediation(actor(request), mediation_id, agreed, at=now()))


@_of_one("/hand-on", "handOnMediation")
def hand_on(request: HttpRequest, mediation_id: UUID, body: io.HandOnIn) -> io.MediationOut:
    """Hand a dispute on to another unit, level or way 三调联动."""
    row = services.hand_on_mediation(
        actor(request), mediation_id, to_unit_id=body.to_unit_id, way=body.way, reason=body.reason, at=now()
    )
    return _out(request, row)


@_of_one("/end", "endMediation")
def end(request: HttpRequest, mediation_id: UUID, body: io.EndMediationIn) -> io.MediationOut:
    """It failed, or the parties withdrew."""
    verb = services.fail_mediation if body.outcome == "failed" else services.withdraw_mediation
    return _out(request, verb(actor(request), mediation_id, reason=body.reason, at=now()))


@_of_one("/confirm", "confirmAgreement")
def confirm(request: HttpRequest, mediation_id: UUID, body: io.ConfirmationIn) -> io.MediationOut:
    """A court has confirmed 司法确认 the agreement."""
    row = services.confirm_agreement(
        actor(request),
        mediation_id,
        number=body.confirmed_no,
        court=body.court,
        on=body.on,
        file_ids=body.file_ids,
        at=now(),
    )
    return _out(request, row)


@_of_one("/follow-up", "followUpMediation")
def follow_up(request: HttpRequest, mediation_id: UUID, body: io.FollowUpIn) -> io.MediationOut:
    """Say whether the agreement is kept; performed ends it."""
    row = services.follow_up_mediation(actor(request), mediation_id, **body.dict(), at=now())
    return _out(request, row)


@_of_one(
    "/parties/look",
    "revealParties",
    P.REVEAL_PERSONAL,
    response=list[io.PartyOut],
    proof=ProofNeeded.ONCE,
)
def reveal(request: HttpRequest, mediation_id: UUID, body: io.PartiesLookIn) -> list[io.PartyOut]:
    """Who the parties are; every look is recorded."""
    purpose = Purpose(body.purpose)
    found = services.reveal_parties(
        actor(request), mediation_id, purpose=purpose, remark=body.remark, at=now()
    )
    return known_out(found)


@_of_one("/agreement", "writeAgreement", P.REVEAL_PERSONAL, response={200: None}, proof=ProofNeeded.ONCE)
def write_agreement(request: HttpRequest, mediation_id: UUID) -> HttpResponse:
    """The agreement 调解协议书 as a Word document to print and sign; recorded as a look at the parties."""
    content = services.write_agreement(actor(request), mediation_id, at=now())
    response = HttpResponse(content, content_type=WORD)
    response["Content-Disposition"] = 'attachment; filename="agreement.docx"'
    response["Cache-Control"] = "no-store"
    return response


def _out(request: HttpRequest, row: Mediation) -> io.MediationOut:
    return mediation_out(actor(request), row, at=now())
