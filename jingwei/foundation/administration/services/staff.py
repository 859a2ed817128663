"""Staff: renamed, reached, retired and taken back by administrators all of whose area they lie in."""

from datetime import datetime
from uuid import UUID

from jingwei.foundation.access import queries as people
from jingwei.foundation.access import services as access
from jingwei.foundation.access.contracts import (
    AccountState,
    Actor,
    Permission,
    StaffPost,
    system_actor,
)
from jingwei.foundation.administration.contracts import STAFF_PHONE
from jingwei.foundation.administration.queries.staff import area_kept
from jingwei.foundation.administration.rules import AlreadyRetired, NoRequest, NotRetired, RequestEnd
from jingwei.foundation.administration.services.resets import end_requests
from jingwei.foundation.privacy.services import seal_value
from jingwei.foundation.scoping import eyes
from jingwei.foundation.work import work

KEEPER = system_actor("人员管理")
"""Accounts show to the system's eyes only; who may change which is decided before they are opened."""


def rename_staff(actor: Actor, person_id: UUID, *, name: str, at: datetime) -> None:
    """Give somebody another name, which history shows too. Raises: NotFound."""
    with work(actor, Permission.MANAGE_POSTS) as job:
        area = area_kept(actor, person_id, at=at)
        before = people.staff_names([person_id]).get(person_id, "")
        with eyes(KEEPER):
            access.rename_person(person_id, name.strip())
        job.record_in_area(f"access.person:{person_id}", area, act="rename", before=before, name=name.strip())


def set_staff_phone(actor: Actor, person_id: UUID, *, phone: str, at: datetime) -> None:
    """Keep the number somebody is reached on for work. Raises: NotFound; BadPhone."""
    with work(actor, Permission.MANAGE_POSTS) as job:
        area = area_kept(actor, person_id, at=at)
        sealed = seal_value(STAFF_PHONE, phone)
        with eyes(KEEPER):
            access.set_phone(person_id, sealed=sealed.sealed, index=sealed.index)
        job.record_in_area(f"access.person:{person_id}", area, act="set_phone")


def retire_staff(actor: Actor, person_id: UUID, *, reason: str, at: datetime) -> list[StaffPost]:
    """Somebody leaves: posts are vacated, lent ones taken back, the account closed and every session ended.

    Returns the posts that are vacant now: their open work is handed over by post. Raises: NotFound; AlreadyRetired; NotToYourself.
    """
    with work(actor, Permission.MANAGE_POSTS) as job:
        area = area_kept(actor, person_id, at=at)
        with eyes(KEEPER):
            member = people.staff_brief(person_id, at=at)
        if member.state in {AccountState.CLOSED, AccountState.NONE}:
            raise AlreadyRetired(name=member.name)
        held = list(member.posts)
        for post in held:
            access.vacate_post(post.post_id, by=actor.person_id, at=at)
            job.record_in_area(
                f"access.post:{post.post_id}",
                post.area_code,
                act="vacate",
                title=post.title,
                person=person_id,
            )
        with eyes(KEEPER):
            access.close_account(person_id, by=actor.person_id, at=at)
        job.record_in_area(
            f"access.person:{person_id}", area, act="retire", reason=reason, posts=[p.post_id for p in held]
        )
    return held


def reopen_staff(actor: Actor, person_id: UUID, *, at: datetime) -> str:
    """Somebody comes back: the account opens with a one-time password, shown once. Posts are filled afterwards.

    Raises: NotFound; NotRetired; NotToYourself.
    """
    with work(actor, Permission.MANAGE_POSTS) as job:
        area = area_kept(actor, person_id, at=at)
        with eyes(KEEPER):
            member = people.staff_brief(person_id, at=at)
            if member.state is not AccountState.CLOSED:
                raise NotRetired(name=member.name)
            password = access.reopen_account(person_id, by=actor.person_id, at=at)
        job.record_in_area(f"access.person:{person_id}", area, act="reopen")
    return password


def dismiss_password_request(actor: Actor, person_id: UUID, *, remark: str, at: datetime) -> None:
    """Refuse to make a new password: it was not that person, or it came back to them. Raises: NotFound; NoRequest."""
    with work(actor, Permission.MANAGE_POSTS) as job:
        area = area_kept(actor, person_id, at=at)
        with eyes(KEEPER):
            ended = end_requests(
                job, person_id, RequestEnd.DISMISSED, by=actor.person_id, remark=remark, at=at
            )
        if not ended:
            raise NoRequest
        job.record_in_area(f"access.person:{person_id}", area, act="dismiss_password_request", remark=remark)
