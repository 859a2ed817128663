"""Files of who works in grids over HTTP."""

from uuid import UUID

from django.http import HttpRequest
from ninja import Query

from jingwei.domains.workforce.api import schemas as io
from jingwei.domains.workforce.api.routes import router
from jingwei.domains.workforce.api.shaping import member_out, member_rows
from jingwei.domains.workforce.queries import members as queries
from jingwei.domains.workforce.queries.members import COUNT_CAP, MemberFilter
from jingwei.domains.workforce.rules.refusals import PlaceIncomplete
from jingwei.domains.workforce.services import members as services
from jingwei.foundation import edge
from jingwei.foundation.access.contracts import Actor, Permission, ProofNeeded
from jingwei.foundation.privacy.contracts import Purpose
from jingwei.kernel.clock import now

P = Permission


@edge.operation(router, "GET", "/members", "listMembers", P.READ_WORKFORCE, response=io.MemberPageOut)
def list_members(request: HttpRequest, wanted: Query[io.MembersIn]) -> io.MemberPageOut:
    """Who works where: a line for each person and place, by place; by keyset. Holders of posts stand in their grids."""
    actor = edge.actor(request)
    narrowed = MemberFilter(
        area_code=wanted.area_code,
        kind=tuple(wanted.kind),
        has_account=wanted.has_account,
        has_left=wanted.has_left,
        words=wanted.words,
    )
    page = queries.list_services(actor, narrowed, cursor=wanted.cursor, size=wanted.size)
    total = None if wanted.cursor else queries.count_services(actor, narrowed)
    return io.MemberPageOut(
        rows=member_rows(page.rows),
        next_cursor=page.next_cursor,
        total=total,
        is_capped=total is not None and total >= COUNT_CAP,
    )


@edge.operation(
    router,
    "GET",
    "/members/{member_id}",
    "getMember",
    P.READ_WORKFORCE,
    response=io.MemberOut,
    sees="grid_member",
)
def get_member(request: HttpRequest, member_id: UUID) -> io.MemberOut:
    """One file: where somebody serves and has served, and what was done to the file."""
    actor = edge.actor(request)
    return member_out(actor, queries.member_for(actor, member_id))


@edge.operation(
    router, "POST", "/members", "registerMember", P.MANAGE_WORKFORCE, response={201: io.MemberOut}
)
def register_member(request: HttpRequest, body: io.RegisterMemberIn) -> io.MemberOut:
    """Make a file with a first service; the telephone is sealed."""
    actor = edge.actor(request)
    first = services.NewService(body.service.kind, body.service.area_code, body.service.from_on)
    services.register_member(actor, body.id, _facts(body), first, at=now())
    return _shown(actor, body.id)


@edge.operation(
    router,
    "PUT",
    "/members/{member_id}",
    "changeMember",
    P.MANAGE_WORKFORCE,
    response=io.MemberOut,
    sees="grid_member",
)
def change_member(request: HttpRequest, member_id: UUID, body: io.ChangeMemberIn) -> io.MemberOut:
    """Correct what a file says, its account or its telephone."""
    actor = edge.actor(request)
    services.change_member(actor, member_id, _facts(body), version=body.version, at=now())
    return _shown(actor, member_id)


@edge.operation(
    router,
    "POST",
    "/members/{member_id}/services",
    "placeMember",
    P.MANAGE_WORKFORCE,
    response=io.MemberOut,
    sees="grid_member",
)
def place_member(request: HttpRequest, member_id: UUID, body: io.PlaceMemberIn) -> io.MemberOut:
    """Join 到岗, move 调动 or leave 离岗: what was stays in the file."""
    actor, at = edge.actor(request), now()
    queries.member_for(actor, member_id)
    if body.act == "join":
        if body.kind is None or body.area_code is None:
            raise PlaceIncomplete
        new = services.NewService(body.kind, body.area_code, body.on)
        services.join_place(actor, member_id, new, version=body.version, remark=body.reason, at=at)
        return _shown(actor, member_id)
    if body.service_id is None or len(body.reason) < 2 or (body.act == "move" and body.area_code is None):
        raise PlaceIncomplete
    told = {"on": body.on, "reason": body.reason, "version": body.version, "at": at}
    if body.act == "move":
        services.move_place(actor, member_id, body.service_id, area_code=body.area_code or "", **told)
    else:
        services.leave_place(actor, member_id, body.service_id, **told)
    return _shown(actor, member_id)


@edge.operation(
    router,
    "POST",
    "/members/{member_id}/phone/look",
    "revealMemberPhone",
    P.REFER_SPECIALIST,
    response=io.MemberPhoneOut,
    sees="grid_member",
    proof=ProofNeeded.ONCE,
)
def reveal_member_phone(request: HttpRequest, member_id: UUID, body: io.MemberLookIn) -> io.MemberPhoneOut:
    """The telephone of somebody in the grid; the look is recorded, and they may read it."""
    phone = services.reveal_member_phone(
        edge.actor(request), member_id, purpose=Purpose(body.purpose), remark=body.remark, at=now()
    )
    return io.MemberPhoneOut(phone=phone)


def _shown(actor: Actor, member_id: UUID) -> io.MemberOut:
    return member_out(actor, queries.member_for(actor, member_id))


def _facts(body: io.MemberFactsIn) -> services.Facts:
    return services.Facts(
        name=body.name,
        employer=body.employer,
        duties=body.duties,
        username=body.username,
        phone=body.phone,
    )
