"""Posts and people as their administrators see them, what roles may do, and how much the platform is used."""

from datetime import datetime
from uuid import UUID

from django.conf import settings

from jingwei.foundation.access import queries as access
from jingwei.foundation.access.contracts import (
    ANYWHERE,
    Actor,
    HeldPost,
    Role,
    StaffAsked,
    StaffBrief,
    system_actor,
)
from jingwei.foundation.administration.contracts import (
    STAFF_PHONE,
    AdoptionFigures,
    OpenRequest,
    RoleFacts,
    StaffFile,
    StaffMember,
)
from jingwei.foundation.administration.models import PasswordRequest
from jingwei.foundation.areas.queries import city_codes, names_of
from jingwei.foundation.privacy.services import masked_value
from jingwei.foundation.scoping import eyes
from jingwei.kernel.codes import Level, lies_within
from jingwei.kernel.crypto import decrypt
from jingwei.kernel.errors import NotFound
from jingwei.kernel.paging import Page

CLERK = system_actor("人员名册")
"""Accounts show to the system's eyes only; which area is read is decided before they are opened."""
CONTACT_FIELD = "administration.contact"
REQUESTS = 200


def posts_administered_by(
    actor: Actor,
    *,
    area_code: str | None,
    is_vacant: bool | None,
    role: Role | None = None,
    unit_id: UUID | None = None,
    words: str = "",
    at: datetime,
    limit: int,
    cursor: str | None,
) -> Page[HeldPost]:
    """The posts in an administrator's area, or in a part of it. Raises: NotFound outside."""
    return access.posts_within(
        _own(actor, area_code),
        unit_id=unit_id,
        is_vacant=is_vacant,
        role=role,
        words=words,
        at=at,
        limit=limit,
        cursor=cursor,
    )


def staff_administered_by(
    actor: Actor, asked: StaffAsked, *, area_code: str | None, at: datetime, limit: int, cursor: str | None
) -> Page[StaffMember]:
    """Members of staff with a post in an administrator's area; the city's administrators see those without one too.

    Raises: NotFound outside; BadCursor.
    """
    area = _own(actor, area_code)
    is_city = len(area) == Level.CITY
    with eyes(CLERK):
        page = access.staff_within(area, asked, with_postless=is_city, at=at, limit=limit, cursor=cursor)
    return Page([_member(one, is_kept=_keeps(actor, one)) for one in page.rows], page.next_cursor)


def area_kept(actor: Actor, person_id: UUID, *, at: datetime) -> str:
    """The area to record a change of somebody under. Raises: NotFound unless they are this administrator's.

    All posts must lie in the administrator's area: otherwise the key to a community's post would open a city's post
    held by the same person. Who holds no post is kept where they held the last one, or by the city. The same is read
    about everybody, known or not: the time it takes must not tell who exists.
    """
    is_staff = person_id in access.staff_names([person_id])
    areas = [post.area_code for post in access.posts_open_to(person_id, at=at)]
    last, city = access.last_area_of(person_id), city_codes()[0]
    areas = areas or [last or city]
    is_kept = actor.scope == ANYWHERE or all(lies_within(area, actor.scope) for area in areas)
    if not is_staff or not is_kept:
        raise NotFound
    return areas[0]


def staff_file(actor: Actor, person_id: UUID, *, at: datetime) -> StaffFile:
    """One member of staff all of whose posts lie in the administrator's area. Raises: NotFound."""
    with eyes(CLERK):
        area_kept(actor, person_id, at=at)
        brief = access.staff_brief(person_id, at=at)
        holdings = access.holdings_of(person_id)
        if not _keeps(actor, brief):
            raise NotFound
        request = PasswordRequest.objects.filter(person_id=person_id, ended_at=None).first()
        return StaffFile(
            member=_member(brief, is_kept=True),
            holdings=holdings,
            request=_request(request, brief) if request else None,
            has_second_factor=access.has_second_factor(person_id),
        )


def open_requests(actor: Actor, *, at: datetime) -> list[OpenRequest]:
    """Who in an administrator's area asks for a new password, latest first. Row-level security keeps to the area."""
    rows = PasswordRequest.objects.filter(ended_at=None, person_id__isnull=False).order_by("-asked_at")
    found = [row for row in rows[:REQUESTS] if row.person_id]
    with eyes(CLERK):
        briefs = {row.person_id: access.staff_brief(row.person_id, at=at) for row in found}
    return [_request(row, briefs[row.person_id]) for row in found]


def roles_in(actor: Actor, *, at: datetime) -> list[RoleFacts]:
    """Every role that a post can have: what it may do, and how many posts of the actor's area have it."""
    counted = access.posts_by_role(actor.scope, at=at)
    return [
        RoleFacts(role, list(permissions), sees_by_area, *counted.get(role, (0, 0)))
        for role, permissions, sees_by_area in access.roles_for_posts()
    ]


def adoption(
    actor: Actor, *, area_code: str | None, days: int, at: datetime, limit: int, cursor: str | None
) -> AdoptionFigures:
    """How many accounts were used within some days, in the actor's area or a part of it, by unit.

    Only the day of each account's last sign-in is kept, so this cannot say who worked when. Raises: NotFound outside.
    """
    area = _own(actor, area_code)
    with eyes(CLERK):
        whole = access.adoption_whole(area, days=days, at=at)
        page = access.adoption_by_unit(area, days=days, at=at, limit=limit, cursor=cursor)
    return AdoptionFigures(
        area_code=area,
        area_name=names_of({area}).get(area, area),
        days=days,
        whole=whole,
        units=page.rows,
        next_cursor=page.next_cursor,
    )


def _own(actor: Actor, area_code: str | None) -> str:
    area = area_code or actor.scope
    if not lies_within(area, actor.scope):
        raise NotFound
    return area


def _keeps(actor: Actor, one: StaffBrief) -> bool:
    """The same as ``area_kept`` asks before a change."""
    areas = [post.area_code for post in one.posts] or [access.last_area_of(one.person_id)]
    return all(lies_within(area, actor.scope) if area else len(actor.scope) == Level.CITY for area in areas)


def _member(one: StaffBrief, *, is_kept: bool) -> StaffMember:
    return StaffMember(
        person_id=one.person_id,
        name=one.name,
        username=one.username,
        phone=masked_value(STAFF_PHONE, one.phone_sealed),
        state=one.state,
        last_active_on=one.last_active_on,
        posts=one.posts,
        is_kept=is_kept,
    )


def _request(row: PasswordRequest, brief: StaffBrief) -> OpenRequest:
    sealed = row.contact_sealed
    return OpenRequest(
        person_id=brief.person_id,
        name=brief.name,
        username=brief.username,
        contact=decrypt(settings.FIELD_KEY, bytes(sealed), field=CONTACT_FIELD) if sealed else "",
        asked_at=row.asked_at,
        times=row.times,
        posts=brief.posts,
    )
