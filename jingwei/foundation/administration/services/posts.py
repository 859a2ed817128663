"""Posts: lent by their holders, opened, filled and vacated by administrators within their area."""

from datetime import datetime
from uuid import UUID

from jingwei.foundation.access import queries as people
from jingwei.foundation.access import services as access
from jingwei.foundation.access.contracts import ANYWHERE, Actor, Permission, Role, system_actor
from jingwei.foundation.administration.contracts import Newcomer
from jingwei.foundation.administration.rules import RequestEnd
from jingwei.foundation.administration.services.resets import end_requests
from jingwei.foundation.administration.services.staff import area_kept
from jingwei.foundation.areas.queries import area_by_code
from jingwei.foundation.scoping import eyes
from jingwei.foundation.work import Work, work
from jingwei.kernel.clock import local
from jingwei.kernel.codes import lies_within
from jingwei.kernel.errors import NotFound

KEY_CUTTER = system_actor("密码重置")


def delegate_post(
    actor: Actor, to_person_id: UUID, *, starts_at: datetime, ends_at: datetime, reason: str, at: datetime
) -> UUID:
    """Lend the present post to a colleague for a while. Returns the delegation's id. Raises: BadDelegation."""
    with work(actor, Permission.DELEGATE_POST) as job:
        if actor.person_id is None or actor.post_id is None:
            raise NotFound
        delegation_id = access.lend_post(
            actor.post_id,
            from_person_id=actor.person_id,
            to_person_id=to_person_id,
            starts_at=starts_at,
            ends_at=ends_at,
            reason=reason,
            at=at,
        )
        job.record_own(
            f"access.delegation:{delegation_id}",
            act="delegate",
            post=actor.post_id,
            to_person=to_person_id,
            starts_at=starts_at,
            ends_at=ends_at,
            reason=reason,
        )
    return delegation_id


def revoke_delegation(actor: Actor, delegation_id: UUID, *, at: datetime) -> None:
    """End a delegation of one's own before its time. Raises: NotFound."""
    with work(actor, Permission.DELEGATE_POST) as job:
        if actor.person_id is None:
            raise NotFound
        post_id = access.take_back_post(delegation_id, from_person_id=actor.person_id, at=at)
        job.record_own(f"access.delegation:{delegation_id}", act="revoke", post=post_id)


def create_post(actor: Actor, *, title: str, role: Role, area_code: str, unit_id: UUID) -> UUID:
    """Open a vacant post in a unit of one's own area. Raises: NotFound; AreaUnknown; RoleNotGiven; UnitDoesNotFit."""
    with work(actor, Permission.MANAGE_POSTS) as job:
        area_by_code(area_code)
        if not lies_within(people.unit_brief(unit_id).area_code, actor.scope):
            raise NotFound
        post_id = access.create_post(title=title, role=role, area_code=area_code, unit_id=unit_id)
        job.record_in_area(
            f"access.post:{post_id}", area_code, act="create", title=title, role=role.value, unit=unit_id
        )
    return post_id


def fill_post(actor: Actor, post_id: UUID, person_id: UUID, *, at: datetime) -> None:
    """Give a vacant post to a member of staff. Raises: NotFound; PostTaken; NotToYourself."""
    with work(actor, Permission.MANAGE_POSTS) as job:
        _record(job, post_id, act="fill", person=person_id)
        access.fill_post(post_id, person_id, by=actor.person_id, on=local(at).date())


def appoint_newcomer(actor: Actor, post_id: UUID, *, name: str, username: str, at: datetime) -> Newcomer:
    """Register somebody with an account and give them a vacant post. Raises: NotFound; PostTaken; UsernameTaken."""
    with work(actor, Permission.MANAGE_POSTS) as job:
        _require_administered(actor, post_id)
        person_id, password = access.register_person(name=name, username=username, at=at)
        _record(job, post_id, act="appoint_newcomer", person=person_id)
        access.fill_post(post_id, person_id, by=actor.person_id, on=local(at).date())
    return Newcomer(person_id, username, password)


def vacate_post(actor: Actor, post_id: UUID, *, at: datetime) -> None:
    """End the present holding; sessions in that post and what was lent of it end with it.

    Raises: NotFound; PostVacant; NotToYourself.
    """
    with work(actor, Permission.MANAGE_POSTS) as job:
        _require_administered(actor, post_id)
        person_id = access.vacate_post(post_id, by=actor.person_id, at=at)
        _record(job, post_id, act="vacate", person=person_id)


def reset_password(actor: Actor, person_id: UUID, *, at: datetime) -> str:
    """Make a one-time password for somebody all of whose posts lie in one's own area. Shown once.

    Whatever requests for one are open end with it. Raises: NotFound; NotToYourself.
    """
    with work(actor, Permission.MANAGE_POSTS) as job:
        area = area_kept(actor, person_id, at=at)
        with eyes(KEY_CUTTER):
            password = access.reset_password(person_id, by=actor.person_id, at=at)
            end_requests(job, person_id, RequestEnd.ISSUED, by=actor.person_id, at=at)
        job.record_in_area(f"access.person:{person_id}", area, act="reset_password")
    return password


def _require_administered(actor: Actor, post_id: UUID) -> None:
    """Before anything else is looked at: a stranger must not learn who holds a post or which names are taken.

    Raises: NotFound.
    """
    if actor.scope != ANYWHERE and not lies_within(people.post_facts(post_id).area_code, actor.scope):
        raise NotFound


def _record(job: Work, post_id: UUID, **change: object) -> None:
    """Raises: NotFound for a post that does not exist or lies outside the administrator's area."""
    post = people.post_facts(post_id)
    job.record_in_area(f"access.post:{post_id}", post.area_code, title=post.title, **change)
