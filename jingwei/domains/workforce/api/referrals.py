"""Referrals over HTTP."""

from uuid import UUID

from django.http import HttpRequest
from ninja import Query

from jingwei.domains.workforce.api import schemas as io
from jingwei.domains.workforce.api.routes import router
from jingwei.domains.workforce.api.shaping import referral_rows
from jingwei.domains.workforce.queries import referrals as queries
from jingwei.domains.workforce.queries.members import COUNT_CAP
from jingwei.domains.workforce.queries.referrals import ReferralFilter
from jingwei.domains.workforce.services import referrals as services
from jingwei.foundation import edge
from jingwei.foundation.access.contracts import Permission
from jingwei.kernel.clock import now

P = Permission


@edge.operation(
    router, "POST", "/referrals", "askSpecialist", P.REFER_SPECIALIST, response={201: io.ReferralOut}
)
def ask_specialist(request: HttpRequest, body: io.ReferIn) -> io.ReferralOut:
    """Ask a specialist of the grid 转介; who has an account is told, who has none is telephoned."""
    actor = edge.actor(request)
    new = services.NewReferral(body.id, body.service_id, body.words, body.incident_id)
    return referral_rows(actor, [services.refer(actor, new, at=now())])[0]


@edge.operation(router, "GET", "/referrals", "listReferrals", P.ANSWER_REFERRAL, response=io.ReferralPageOut)
def list_referrals(request: HttpRequest, wanted: Query[io.ReferralsIn]) -> io.ReferralPageOut:
    """What I asked, what I am asked, or what was asked in my area; latest first, by keyset."""
    actor = edge.actor(request)
    narrowed = ReferralFilter(
        side=wanted.side, state=wanted.state, incident_id=wanted.incident_id, area_code=wanted.area_code
    )
    page = queries.list_referrals(actor, narrowed, cursor=wanted.cursor, size=wanted.size)
    total = None if wanted.cursor else queries.count_referrals(actor, narrowed)
    return io.ReferralPageOut(
        rows=referral_rows(actor, page.rows),
        next_cursor=page.next_cursor,
        total=total,
        is_capped=total is not None and total >= COUNT_CAP,
    )


@edge.operation(
    router,
    "POST",
    "/referrals/{referral_id}/end",
    "endReferral",
    P.ANSWER_REFERRAL,
    response=io.ReferralOut,
    sees="referral",
)
def end_referral(request: HttpRequest, referral_id: UUID, body: io.EndReferralIn) -> io.ReferralOut:
    """Answer it 答复 or take it back 撤回."""
    actor = edge.actor(request)
    end = services.answer_referral if body.act == "answer" else services.withdraw_referral
    return referral_rows(actor, [end(actor, referral_id, words=body.words, at=now())])[0]
