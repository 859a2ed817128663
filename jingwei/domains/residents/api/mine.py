"""One's own record over HTTP."""

from django.http import HttpRequest

from jingwei.domains.residents.api import schemas as io
from jingwei.domains.residents.api.routes import router
from jingwei.domains.residents.api.shaping import requests_out, residences_out
from jingwei.domains.residents.contracts import RESIDENT, Living
from jingwei.domains.residents.models import Resident
from jingwei.domains.residents.queries.asked import my_requests
from jingwei.domains.residents.queries.person import residences_of
from jingwei.domains.residents.rules.form import BASIS, ENDED_KEPT_DAYS, PURPOSE
from jingwei.domains.residents.services import mine as services
from jingwei.foundation import edge
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.areas.queries import path_name
from jingwei.foundation.forms.services.reading import form_of, shown_facts
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import now

P = Permission


@edge.operation(router, "GET", "/mine", "getMyRecord", P.USE_ACCOUNT, response=io.MyRecordFoundOut)
def get_my_record(request: HttpRequest) -> io.MyRecordFoundOut:
    """What the ledger of residents keeps about oneself, after it was proved which record that is."""
    actor = edge.actor(request)
    row = services.record_tied_to(actor)
    return io.MyRecordFoundOut(record=_shown(actor, row) if row else None)


@edge.operation(
    router, "POST", "/mine", "claimMyRecord", P.USE_ACCOUNT, response=io.MyRecordOut, opens_eyes=False
)
def claim_my_record(request: HttpRequest, body: io.ClaimMyRecordIn) -> io.MyRecordOut:
    """Say who one is: name and identity number beside the telephone one signed in with."""
    actor = edge.actor(request)
    services.claim_record(actor, services.Claim(body.name, body.identity), at=now())
    with eyes(actor):
        return _shown(actor, services.my_record(actor))


@edge.operation(
    router,
    "POST",
    "/mine/corrections",
    "askCorrection",
    P.USE_ACCOUNT,
    response={201: io.ResidentRequestOut},
)
def ask_correction(request: HttpRequest, body: io.AskCorrectionIn) -> io.ResidentRequestOut:
    """Ask the officer of one's grid to put one's record right."""
    actor = edge.actor(request)
    row = services.correct_me(actor, body.words, request_id=body.id, at=now())
    return requests_out(actor, [row])[0]


def _shown(actor: Actor, row: Resident) -> io.MyRecordOut:
    return io.MyRecordOut(
        facts=shown_facts(form_of(RESIDENT), row, may_manage=False),
        form_kind=RESIDENT,
        living=Living(row.living),
        address=row.address,
        area_name=path_name(row.scope_code),
        seen_at=row.seen_at,
        registered_at=row.registered_at,
        residences=residences_out(residences_of(row.pk)),
        requests=requests_out(actor, my_requests(actor)),
        purpose=PURPOSE,
        legal_basis=BASIS,
        retention_days=ENDED_KEPT_DAYS,
    )
