"""Posts and who holds them: opened, filled, vacated, lent for a while and taken back."""

from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import F

from jingwei.foundation.access.contracts import Role
from jingwei.foundation.access.models import Account, Delegation, Holding, Person, Post
from jingwei.foundation.access.queries import are_close, holder_of, posts_open_to, unit_brief
from jingwei.foundation.access.rules.posts import (
    DelegationFault,
    PostTaken,
    PostVacant,
    bad_delegation,
    require_delegable,
    require_fitting,
    require_somebody_else,
)
from jingwei.foundation.access.rules.refusals import UsernameTaken
from jingwei.foundation.access.services.sessions import (
    NO_PASSWORD,
    ONE_TIME_PASSWORD_LENGTH,
    hash_password,
    one_time_password,
)
from jingwei.kernel.clock import local
from jingwei.kernel.errors import NotFound
from jingwei.kernel.ids import uuid7
from jingwei.kernel.redlines import refuse_red_lines


def create_post(
    *, title: str, role: Role, area_code: str, unit_id: UUID, post_id: UUID | None = None
) -> UUID:
    """Open a vacant post. Raises: NotFound; RoleNotGiven; UnitDoesNotFit; RedLineCrossed."""
    refuse_red_lines([title], place_zh="岗位的名称", place_en="the title of a post")
    require_fitting(role, area_code, unit_brief(unit_id))
    post = Post(id=post_id or uuid7(), title=title, role=role.value, area_code=area_code, unit_id=unit_id)
    post.save(force_insert=True)
    return post.id


def register_person(*, name: str, username: str, at: datetime) -> tuple[UUID, str]:
    """A new member of staff with an account. Returns the id and the one-time password. Raises: UsernameTaken."""
    password = one_time_password()
    person_id = uuid7()
    _register(
        person_id, name, username, hash_password(password), expires_at=at + ONE_TIME_PASSWORD_LENGTH, at=at
    )
    return person_id, password


def register_without_password(
    person_id: UUID, *, name: str, username: str, phone: tuple[bytes, bytes] | None, at: datetime
) -> None:
    """The same with a password that nobody knows and that has expired: ``issue_passwords`` makes the first one.

    ``phone`` is sealed, with its index. Raises: UsernameTaken.
    """
    _register(person_id, name, username, NO_PASSWORD, expires_at=at, at=at, phone=phone)


def _register(
    person_id: UUID,
    name: str,
    username: str,
    password_hash: str,
    *,
    expires_at: datetime,
    at: datetime,
    phone: tuple[bytes, bytes] | None = None,
) -> None:
    sealed, index = phone or (None, None)
    Person(
        id=person_id, name=name, is_staff=True, phone_sealed=sealed, phone_index=index, created_at=at
    ).save(force_insert=True)
    account = Account(
        id=uuid7(),
        username=username,
        password_hash=password_hash,
        password_expires_at=expires_at,
        person_id=person_id,
    )
    try:
        with transaction.atomic():
            account.save(force_insert=True)
    except IntegrityError:
        raise UsernameTaken(username=username, column="username") from None


def register_resident(*, name: str, phone: tuple[bytes, bytes] | None, at: datetime) -> UUID:
    """A resident with an identity and no account of user name and password. ``phone`` is sealed, with its index."""
    sealed, index = phone or (None, None)
    resident = Person(id=uuid7(), name=name, phone_sealed=sealed, phone_index=index, created_at=at)
    resident.save(force_insert=True)
    return resident.id


def rename_person(person_id: UUID, name: str) -> None:
    """Works with the system's eyes only. Raises: NotFound."""
    if not Person.objects.filter(pk=person_id, is_staff=True).update(name=name):
        raise NotFound


def set_phone(person_id: UUID, *, sealed: bytes, index: bytes) -> None:
    """Works with the system's eyes only. Raises: NotFound."""
    changed = Person.objects.filter(pk=person_id, is_staff=True).update(
        phone_sealed=sealed, phone_index=index
    )
    if not changed:
        raise NotFound


def forget_person(person_id: UUID) -> bool:
    """Take back somebody who came in by mistake: never signed in, never in a post. Returns whether it could be.

    Works with the system's eyes only; the account stays, closed and nameless, because accounts are never deleted.
    """
    unused = Account.objects.filter(person_id=person_id, last_active_on=None)
    if (
        not unused.exists()
        or Holding.objects.filter(person_id=person_id).exclude(to_on=F("from_on")).exists()
    ):
        return False
    unused.update(is_active=False, username=f"~{person_id}", password_hash=NO_PASSWORD)
    return True


def fill_post(post_id: UUID, person_id: UUID, *, by: UUID | None, on: date) -> None:
    """Give a vacant post to a member of staff from a day on. Raises: NotFound; PostTaken; NotToYourself."""
    require_somebody_else(by, person_id)
    post = _locked(post_id)
    if not Person.objects.filter(pk=person_id, is_staff=True).exists():
        raise NotFound
    if holder_of(post_id, on=on) is not None or Holding.objects.filter(post_id=post_id, to_on=None).exists():
        raise PostTaken(title=post.title)
    Holding(post_id=post_id, person_id=person_id, from_on=on).save(force_insert=True)


def vacate_post(post_id: UUID, *, by: UUID | None, at: datetime) -> UUID:
    """End the holding today, and with it whatever its holder has lent. Returns who held it.

    Raises: NotFound; PostVacant; NotToYourself.
    """
    post = _locked(post_id)
    holding = Holding.objects.select_for_update().filter(post_id=post_id, to_on=None).first()
    if holding is None:
        raise PostVacant(title=post.title)
    require_somebody_else(by, holding.person_id)
    holding.to_on = max(local(at).date(), holding.from_on)
    holding.save(update_fields=["to_on"])
    lent = Delegation.objects.filter(post_id=post_id, from_person_id=holding.person_id, revoked_at=None)
    lent.filter(ends_at__gt=at).update(revoked_at=at)
    return holding.person_id


def lend_post(
    post_id: UUID,
    *,
    from_person_id: UUID,
    to_person_id: UUID,
    starts_at: datetime,
    ends_at: datetime,
    reason: str,
    at: datetime,
) -> UUID:
    """Lend a post one holds to a colleague for a while. Returns the delegation's id. Raises: BadDelegation."""
    require_delegable(from_person_id, to_person_id, starts_at=starts_at, ends_at=ends_at, at=at)
    post = Post.objects.select_for_update().filter(pk=post_id, is_active=True).first()
    if post is None or holder_of(post_id, on=local(at).date()) != from_person_id:
        raise bad_delegation(DelegationFault.NOT_HELD)
    own = [p for p in posts_open_to(to_person_id, at=at) if not p.is_delegated]
    if not any(are_close(post.unit_id, brief.unit_id) for brief in own):
        raise bad_delegation(DelegationFault.NOT_A_COLLEAGUE)
    others = Delegation.objects.filter(post_id=post_id, revoked_at=None)
    if others.filter(starts_at__lt=ends_at, ends_at__gt=starts_at).exists():
        raise bad_delegation(DelegationFault.OVERLAPS)
    lent = Delegation(
        id=uuid7(),
        post_id=post_id,
        from_person_id=from_person_id,
        to_person_id=to_person_id,
        starts_at=starts_at,
        ends_at=ends_at,
        reason=reason,
    )
    lent.save(force_insert=True)
    return lent.id


def take_back_post(delegation_id: UUID, *, from_person_id: UUID, at: datetime) -> UUID:
    """End a delegation of one's own before its time. Returns the post's id. Raises: NotFound."""
    lent = (
        Delegation.objects.select_for_update()
        .filter(pk=delegation_id, from_person_id=from_person_id, revoked_at=None, ends_at__gt=at)
        .first()
    )
    if lent is None:
        raise NotFound
    lent.revoked_at = at
    lent.save(update_fields=["revoked_at"])
    return lent.post_id


def _locked(post_id: UUID) -> Post:
    post = Post.objects.select_for_update().filter(pk=post_id, is_active=True).first()
    if post is None:
        raise NotFound
    return post
