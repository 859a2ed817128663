"""Posts: one's unit's, lent ones, and their administration."""

from datetime import datetime
from uuid import UUID

from django.http import HttpRequest
from ninja import Field, Query, Router, Schema

from jingwei.foundation import edge
from jingwei.foundation.access import queries as people
from jingwei.foundation.access.contracts import DelegationBrief, HeldPost, Permission, ProofNeeded, Role
from jingwei.foundation.administration import queries
from jingwei.foundation.administration.contracts import Newcomer
from jingwei.foundation.administration.services import posts
from jingwei.foundation.administration.services.sheets import USERNAME_PATTERN
from jingwei.kernel.clock import now
from jingwei.kernel.paging import Page

router = Router(tags=["posts"])


class ColleagueOut(Schema):
    post_id: UUID
    title: str
    person_id: UUID | None
    person_name: str


class NearColleagueOut(Schema):
    post_id: UUID
    title: str
    person_id: UUID
    person_name: str
    unit_name: str


class DelegationIn(edge.Input):
    to_person_id: UUID
    starts_at: edge.Moment
    ends_at: edge.Moment
    reason: str = Field(min_length=1, max_length=200)


class DelegationOut(Schema):
    delegation_id: UUID
    post_id: UUID
    post_title: str
    from_person_id: UUID
    from_name: str
    to_person_id: UUID
    to_name: str
    starts_at: datetime
    ends_at: datetime
    reason: str
    revoked_at: datetime | None


class HeldPostOut(Schema):
    post_id: UUID
    title: str
    role: Role
    area_code: str
    unit_id: UUID | None
    unit_name: str
    holder_id: UUID | None
    holder_name: str


class HeldPostPage(Schema):
    rows: list[HeldPostOut]
    next_cursor: str | None


class PostIn(edge.Input):
    title: str = Field(min_length=1, max_length=80)
    role: Role
    area_code: str = Field(min_length=4, max_length=15)
    unit_id: UUID


class NewId(Schema):
    id: UUID


class HolderIn(edge.Input):
    person_id: UUID


class NewcomerIn(edge.Input):
    name: str = Field(min_length=1, max_length=60)
    username: str = Field(min_length=2, max_length=60, pattern=USERNAME_PATTERN)


class NewcomerOut(Schema):
    person_id: UUID
    username: str
    one_time_password: str


class OneTimePasswordOut(Schema):
    one_time_password: str


class StaffOut(Schema):
    person_id: UUID
    name: str


@edge.operation(
    router, "GET", "/units/mine/posts", "listUnitPosts", Permission.USE_ACCOUNT, response=list[ColleagueOut]
)
def list_unit_posts(request: HttpRequest) -> list[ColleagueOut]:
    """The posts of one's own unit and who holds them; empty for residents."""
    unit_id = edge.actor(request).unit_id
    rows = people.posts_of_unit(unit_id, at=now()) if unit_id else []
    return [ColleagueOut(post_id=r[0], title=r[1], person_id=r[2], person_name=r[3]) for r in rows]


@edge.operation(
    router, "GET", "/colleagues", "listColleagues", Permission.DELEGATE_POST, response=list[NearColleagueOut]
)
def list_colleagues(request: HttpRequest, words: str = Query("", max_length=60)) -> list[NearColleagueOut]:
    """To whom one may lend one's post: who holds a post in one's unit or directly above or below it, 50 at most."""
    asking = edge.actor(request)
    if asking.unit_id is None:
        return []
    rows = people.colleagues_of(asking.unit_id, words=words, except_for=asking.person_id, limit=50, at=now())
    return [
        NearColleagueOut(post_id=r[0], title=r[1], person_id=r[2], person_name=r[3], unit_name=r[4])
        for r in rows
    ]


@edge.operation(
    router, "POST", "/delegations", "delegatePost", Permission.DELEGATE_POST, response={201: NewId}
)
def delegate_post(request: HttpRequest, body: DelegationIn) -> NewId:
    """Lend one's present post to a colleague for a while, 90 days at most."""
    delegation_id = posts.delegate_post(
        edge.actor(request),
        body.to_person_id,
        starts_at=body.starts_at,
        ends_at=body.ends_at,
        reason=body.reason,
        at=now(),
    )
    return NewId(id=delegation_id)


@edge.operation(
    router, "GET", "/delegations", "listDelegations", Permission.DELEGATE_POST, response=list[DelegationOut]
)
def list_delegations(request: HttpRequest, since: edge.Moment | None = None) -> list[DelegationBrief]:
    """What one has lent or been lent; ended ones only if ``since`` reaches back to them."""
    person_id = edge.actor(request).person_id
    return people.delegations_of(person_id, since=since or now()) if person_id else []


@edge.operation(
    router,
    "DELETE",
    "/delegations/{delegation_id}",
    "revokeDelegation",
    Permission.DELEGATE_POST,
    response={204: None},
    sees="delegation",
)
def revoke_delegation(request: HttpRequest, delegation_id: UUID) -> None:
    posts.revoke_delegation(edge.actor(request), delegation_id, at=now())


@edge.operation(router, "GET", "/posts", "listPosts", Permission.MANAGE_POSTS, response=HeldPostPage)
def list_posts(
    request: HttpRequest,
    area_code: str | None = None,
    is_vacant: bool | None = None,
    role: Role | None = None,
    unit_id: UUID | None = None,
    words: str = Query("", max_length=60),
    limit: int = Query(50, ge=1, le=200),
    cursor: str | None = None,
) -> Page[HeldPost]:
    """The posts in the administrator's area, or in a part of it."""
    return queries.posts_administered_by(
        edge.actor(request),
        area_code=area_code,
        is_vacant=is_vacant,
        role=role,
        unit_id=unit_id,
        words=words.strip(),
        at=now(),
        limit=limit,
        cursor=cursor,
    )


@edge.operation(router, "POST", "/posts", "createPost", Permission.MANAGE_POSTS, response={201: NewId})
def create_post(request: HttpRequest, body: PostIn) -> NewId:
    """Open a vacant post in a unit of the administrator's area."""
    post_id = posts.create_post(
        edge.actor(request), title=body.title, role=body.role, area_code=body.area_code, unit_id=body.unit_id
    )
    return NewId(id=post_id)


@edge.operation(
    router,
    "PUT",
    "/posts/{post_id}/holder",
    "fillPost",
    Permission.MANAGE_POSTS,
    response={204: None},
    sees="post",
)
def fill_post(request: HttpRequest, post_id: UUID, body: HolderIn) -> None:
    """Give a vacant post to a member of staff."""
    posts.fill_post(edge.actor(request), post_id, body.person_id, at=now())


@edge.operation(
    router,
    "POST",
    "/posts/{post_id}/newcomer",
    "appointNewcomer",
    Permission.MANAGE_POSTS,
    response={201: NewcomerOut},
    sees="post",
    proof=ProofNeeded.RECENT,
)
def appoint_newcomer(request: HttpRequest, post_id: UUID, body: NewcomerIn) -> Newcomer:
    """Register somebody with an account and give them a vacant post. The password is shown this once."""
    newcomer = posts.appoint_newcomer(
        edge.actor(request), post_id, name=body.name, username=body.username, at=now()
    )
    return newcomer


@edge.operation(
    router,
    "DELETE",
    "/posts/{post_id}/holder",
    "vacatePost",
    Permission.MANAGE_POSTS,
    response={204: None},
    sees="post",
)
def vacate_post(request: HttpRequest, post_id: UUID) -> None:
    """End the present holding, and with it the sessions in that post and what was lent of it."""
    posts.vacate_post(edge.actor(request), post_id, at=now())


@edge.operation(router, "GET", "/staff", "findStaff", Permission.MANAGE_POSTS, response=list[StaffOut])
def find_staff(request: HttpRequest, name: str = Query(min_length=1, max_length=60)) -> list[StaffOut]:
    """Members of staff whose name begins like this, fifty at most."""
    return [StaffOut(person_id=row[0], name=row[1]) for row in people.staff_called(name, limit=50)]


@edge.operation(
    router,
    "POST",
    "/staff/{person_id}/one-time-password",
    "resetPassword",
    Permission.MANAGE_POSTS,
    response={201: OneTimePasswordOut},
    sees="staff",
    proof=ProofNeeded.RECENT,
)
def reset_password(request: HttpRequest, person_id: UUID) -> OneTimePasswordOut:
    """A one-time password for somebody all of whose posts lie in the administrator's area; it is shown this once."""
    password = posts.reset_password(edge.actor(request), person_id, at=now())
    return OneTimePasswordOut(one_time_password=password)
