"""Signing in and out, passwords and tokens, and the post one works in."""

import hashlib
import secrets
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime, timedelta
from typing import NoReturn
from uuid import UUID

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError
from django.conf import settings
from django.db import connection, transaction

from jingwei.foundation.access.contracts import (
    NO_VISITOR,
    Actor,
    Identified,
    Permission,
    ProofNeeded,
    Strength,
    Visitor,
)
from jingwei.foundation.access.models import Account, Token
from jingwei.foundation.access.queries import KNOCK, actor_of_token, is_session, posts_open_to
from jingwei.foundation.access.rules.doors import is_proved
from jingwei.foundation.access.rules.passwords import (
    PasswordExpired,
    PasswordMustChange,
    WrongPassword,
    require_good_password,
)
from jingwei.foundation.access.rules.permissions import require
from jingwei.foundation.access.rules.posts import NotYourPost, require_somebody_else
from jingwei.foundation.access.rules.refusals import SecondFactorRequired, SessionNeeded, StepUpNeeded
from jingwei.foundation.access.services.containers import forget_containers
from jingwei.foundation.access.services.knocking import forgive_at_doors
from jingwei.foundation.access.services.passwords import is_common
from jingwei.kernel.clock import local
from jingwei.kernel.crypto import CROCKFORD
from jingwei.kernel.errors import NotFound
from jingwei.kernel.ids import uuid7

SESSION_LENGTH = timedelta(hours=12)
FIRST_SESSION_LENGTH = timedelta(minutes=30)
"""How long somebody who came with a one-time password has to set their own."""
ONE_TIME_PASSWORD_LENGTH = timedelta(days=3)

_hasher = PasswordHasher()
_quick_hasher = PasswordHasher(time_cost=1, memory_cost=8 * 1024, parallelism=1)
"""For one-time passwords by the hundred: 60 random bits that live three days need no slow hash."""
NO_PASSWORD = _hasher.hash(secrets.token_urlsafe(16))
"""Of a password that nobody knows: for names that do not exist and accounts that have none yet."""


def hash_password(password: str) -> str:
    """argon2id with the library's present parameters."""
    return _hasher.hash(password)


def one_time_password() -> str:
    """A password to be read out over the phone once: 12 letters that nobody confuses (60 bits)."""
    letters = [secrets.choice(CROCKFORD) for _ in range(12)]
    return "-".join("".join(letters[start : start + 4]) for start in (0, 4, 8))


def identify(username: str, password: str) -> Identified | None:
    """Whose password this is; None for an unknown name and a wrong password alike, after the same time.

    Nothing is locked while the slow hash is computed: whoever tries somebody's name does not hold them up.
    """
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(KNOCK, [username])
        account = Account.objects.filter(username=username, is_active=True).first()
    matches = _matches(account.password_hash if account else NO_PASSWORD, password)
    if account is None or not matches:
        return None
    return Identified(account.person_id, account.id, account.password_expires_at)


def open_session(
    person_id: UUID,
    *,
    at: datetime,
    length: timedelta = SESSION_LENGTH,
    way: str = "password",
    strength: Strength = Strength.ONE_FACTOR,
    visitor: Visitor = NO_VISITOR,
    proved_at: datetime | None = None,
) -> str:
    """A session for a person already identified, in their first post (none for residents).

    ``way`` is how they were (password, phone, a container's or provider's name), ``strength`` how well, ``proved_at``
    when, if that was not now. Staff's sessions end when they are not used for some hours.
    """
    posts = posts_open_to(person_id, at=at)
    return _issue(
        person_id,
        posts[0].post_id if posts else None,
        kind="session",
        at=at,
        length=length,
        way=way,
        strength=strength,
        visitor=visitor,
        proved_at=proved_at,
        idle_minutes=settings.SESSION_IDLE_MINUTES if posts else None,
    )


def open_first_session(found: Identified, *, at: datetime, visitor: Visitor = NO_VISITOR) -> str:
    """A short session without a post for who came with a one-time password, to set their own; it works once.

    Works with the system's eyes only. Raises: PasswordExpired.
    """
    standing = Account.objects.filter(pk=found.account_id, password_expires_at__gt=at)
    if not standing.update(password_expires_at=at):
        raise PasswordExpired
    return _issue(
        found.person_id,
        None,
        kind="session",
        at=at,
        length=FIRST_SESSION_LENGTH,
        way="one_time_password",
        visitor=visitor,
    )


def prove_session(actor: Actor, strength: Strength, *, at: datetime) -> None:
    """Note that the person proved again in this session who they are."""
    Token.objects.filter(pk=actor.token_id, revoked_at=None).update(
        authenticated_at=at,
        seen_at=at,
        strength=max(strength, actor.session.strength if actor.session else 0),
    )


def note_seen(actor: Actor, *, at: datetime) -> None:
    """Note that a session is in use (with its person's eyes)."""
    Token.objects.filter(pk=actor.token_id, revoked_at=None).update(seen_at=at)


def end_other_sessions(actor: Actor, *, at: datetime) -> int:
    """End every other session of the person and forget every device. Returns how many sessions ended."""
    Account.objects.filter(person_id=actor.person_id).update(devices_since=at)
    others = Token.objects.filter(
        person_id=actor.person_id, kind="session", revoked_at=None, expires_at__gt=at
    )
    return int(others.exclude(pk=actor.token_id).update(revoked_at=at))


def end_sessions_of(person_id: UUID, *, at: datetime) -> None:
    """End every session and token of somebody, and forget their devices (with the system's eyes)."""
    Account.objects.filter(person_id=person_id).update(devices_since=at)
    Token.objects.filter(person_id=person_id, revoked_at=None).update(revoked_at=at)


def issue_token(actor: Actor, *, label: str, at: datetime, length: timedelta) -> str:
    """An API token that works in the actor's present post. Shown once."""
    if actor.person_id is None:
        raise NotYourPost
    return _issue(
        actor.person_id,
        actor.post_id,
        kind="token",
        label=label,
        at=at,
        length=length,
        way="token",
        strength=Strength.NOTHING,
    )


def revoke_token(actor: Actor, token_id: UUID, *, at: datetime) -> str:
    """End one of one's own sessions or tokens. Returns its label. Raises: NotFound."""
    token = (
        Token.objects.select_for_update()
        .filter(pk=token_id, person_id=actor.person_id, revoked_at=None)
        .first()
    )
    if token is None:
        raise NotFound
    token.revoked_at = at
    token.save(update_fields=["revoked_at"])
    return token.label


def switch_post(actor: Actor, post_id: UUID, *, secret: str, at: datetime) -> Actor:
    """Work in another of one's posts from now on. Raises: NotYourPost; PasswordMustChange; SecondFactorRequired."""
    if actor.person_id is None or post_id not in {p.post_id for p in posts_open_to(actor.person_id, at=at)}:
        raise NotYourPost
    if Account.objects.filter(person_id=actor.person_id, password_expires_at__isnull=False).exists():
        raise PasswordMustChange
    Token.objects.filter(digest=_digest(secret)).update(post_id=post_id)
    switched = actor_of_token(secret, at=at)
    if switched is None:
        raise NotYourPost
    if switched.session and switched.session.is_held_back:
        raise SecondFactorRequired
    return switched


def sign_out(secret: str, *, at: datetime) -> None:
    """End the session."""
    Token.objects.filter(digest=_digest(secret), revoked_at=None).update(revoked_at=at)


def is_own_password(actor: Actor, password: str) -> bool:
    """Whether this is the actor's present password. Ask ``knock_inside`` first: guesses are counted there."""
    account = Account.objects.filter(person_id=actor.person_id, is_active=True).first()
    return account is not None and _matches(account.password_hash, password)


def refuse_password() -> NoReturn:
    """Raises: WrongPassword."""
    raise WrongPassword


def change_password(actor: Actor, present: str, new: str, *, at: datetime) -> None:
    """Set a new password, end every other session and token, and take up the first post if there was none.

    The caller has checked the present password. Raises: WeakPassword; WrongPassword without an account.
    """
    account = Account.objects.select_for_update().filter(person_id=actor.person_id).first()
    if account is None or actor.person_id is None:
        raise WrongPassword
    require_good_password(new, username=account.username, present=present, is_common=is_common(new))
    account.password_hash = hash_password(new)
    account.password_expires_at = None
    account.devices_since = at
    account.save(update_fields=["password_hash", "password_expires_at", "devices_since"])
    mine = Token.objects.filter(person_id=actor.person_id, revoked_at=None)
    mine.exclude(pk=actor.token_id).update(revoked_at=at)
    posts = posts_open_to(actor.person_id, at=at)
    if posts:
        mine.filter(pk=actor.token_id, post_id=None).update(
            post_id=posts[0].post_id, expires_at=at + SESSION_LENGTH
        )


def reset_password(person_id: UUID, *, by: UUID | None, at: datetime) -> str:
    """Make a one-time password and end every session and token of the person. Returns it, to be shown once.

    Works with the system's eyes only: accounts are hidden from everybody else. Raises: NotFound; NotToYourself.
    """
    require_somebody_else(by, person_id)
    password = one_time_password()
    account = Account.objects.select_for_update().filter(person_id=person_id, is_active=True).first()
    if account is None:
        raise NotFound
    account.password_hash = hash_password(password)
    account.password_expires_at = at + ONE_TIME_PASSWORD_LENGTH
    account.devices_since = at
    account.save(update_fields=["password_hash", "password_expires_at", "devices_since"])
    forgive_at_doors(account.username)
    Token.objects.filter(person_id=person_id, revoked_at=None).update(revoked_at=at)
    forget_containers(person_id)  # whoever lost a phone asks for a new password
    return password


def issue_passwords(person_ids: Iterable[UUID], *, at: datetime) -> dict[UUID, tuple[str, str]]:
    """One-time passwords for those of these people who never signed in: user name and password by person.

    Works with the system's eyes only. Whoever has signed in keeps the password they chose.
    """
    waiting = Account.objects.select_for_update().filter(
        person_id__in=set(person_ids),
        is_active=True,
        last_active_on=None,
        password_expires_at__isnull=False,
    )
    issued = {}
    for account in waiting.order_by("username"):
        password = one_time_password()
        account.password_hash = _quick_hasher.hash(password)
        account.password_expires_at = at + ONE_TIME_PASSWORD_LENGTH
        account.save(update_fields=["password_hash", "password_expires_at"])
        issued[account.person_id] = (account.username, password)
    return issued


def close_account(person_id: UUID, *, by: UUID | None, at: datetime) -> None:
    """A leaver's account: no way in any more, sessions and tokens end. Raises: NotFound; NotToYourself.

    Works with the system's eyes only.
    """
    require_somebody_else(by, person_id)
    if not Account.objects.filter(person_id=person_id, is_active=True).update(is_active=False):
        raise NotFound
    Token.objects.filter(person_id=person_id, revoked_at=None).update(revoked_at=at)
    forget_containers(person_id)


def reopen_account(person_id: UUID, *, by: UUID | None, at: datetime) -> str:
    """Somebody comes back: the account opens again with a one-time password. Raises: NotFound; NotToYourself.

    Works with the system's eyes only.
    """
    require_somebody_else(by, person_id)
    if not Account.objects.filter(person_id=person_id, is_active=False).update(is_active=True):
        raise NotFound
    return reset_password(person_id, by=by, at=at)


def require_session(actor: Actor) -> None:
    """An API token that leaked must not make further ones. Raises: SessionNeeded."""
    if not is_session(actor.token_id):
        raise SessionNeeded


def require_proof(actor: Actor, need: ProofNeeded, *, at: datetime) -> None:
    """A sensitive act asks for a fresh proof that it is the person who sits there.

    System actors and services called without a session pass: it is the edge that knows of sessions.
    Raises: SessionNeeded for an API token; StepUpNeeded.
    """
    if actor.is_program:
        raise SessionNeeded
    within = timedelta(minutes=settings.PROOF_MINUTES)
    if actor.session is not None and not is_proved(actor.session, need, within=within, at=at):
        raise StepUpNeeded(within_minutes=settings.PROOF_MINUTES)


def require_permission(actor: Actor, permission: Permission) -> None:
    """Raises: Forbidden."""
    require(actor, permission)


def clear_expired(*, before: datetime) -> int:
    """Forget sessions that ended before a moment (with the system's eyes). Returns how many."""
    with connection.cursor() as cursor:
        cursor.execute("delete from access_token where expires_at < %s", [before])
        return int(cursor.rowcount)


def welcome(account_id: UUID, *, at: datetime) -> None:
    """Note the day: nothing finer is kept of when somebody works. Works with the system's eyes only."""
    today = local(at).date()
    Account.objects.filter(pk=account_id).exclude(last_active_on=today).update(last_active_on=today)


def _issue(
    person_id: UUID,
    post_id: UUID | None,
    *,
    kind: str,
    at: datetime,
    length: timedelta,
    way: str,
    label: str = "",
    strength: Strength = Strength.ONE_FACTOR,
    visitor: Visitor = NO_VISITOR,
    proved_at: datetime | None = None,
    idle_minutes: int | None = None,
) -> str:
    secret = secrets.token_urlsafe(32)
    Token(
        id=uuid7(),
        digest=_digest(secret),
        kind=kind,
        label=label,
        person_id=person_id,
        post_id=post_id,
        created_at=at,
        expires_at=at + length,
        authenticated_at=proved_at or at,
        strength=strength,
        way=way,
        device=visitor.device,
        network=visitor.network,
        seen_at=at,
        idle_minutes=idle_minutes,
    ).save(force_insert=True)
    return secret


def _digest(secret: str) -> bytes:
    return hashlib.sha256(secret.encode()).digest()


def _matches(password_hash: str, password: str) -> bool:
    try:
        if _hasher.check_needs_rehash(password_hash):
            with suppress(VerifyMismatchError):  # a quick hash must not answer sooner than a slow one
                _hasher.verify(NO_PASSWORD, password)
        return _hasher.verify(password_hash, password)
    except (VerifyMismatchError, InvalidHashError):
        return False
