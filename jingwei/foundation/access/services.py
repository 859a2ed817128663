"""Signing in and out, and the post one works in. These stand below ``work``: they write no governance data."""

import hashlib
import secrets
from datetime import datetime, timedelta
from uuid import UUID

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError
from django.db import connection, transaction

from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.access.models import Account, Token
from jingwei.foundation.access.queries import actor_of_token, posts_open_to
from jingwei.foundation.access.rules import (
    NotYourPost,
    SignInDelayed,
    SignInRefused,
    require,
    wait_seconds,
)
from jingwei.kernel.ids import uuid7

SESSION_LENGTH = timedelta(hours=12)
_hasher = PasswordHasher()
_NOBODY = _hasher.hash(secrets.token_urlsafe(16))


def hash_password(password: str) -> str:
    """argon2id with the library's present parameters."""
    return _hasher.hash(password)


def sign_in(username: str, password: str, *, at: datetime) -> str:
    """Open a session in the person's first post and return its secret.

    Raises: SignInRefused (the same for an unknown name and a wrong password); SignInDelayed.
    """
    with transaction.atomic():
        account = Account.objects.select_for_update().filter(username=username, is_active=True).first()
        if account and account.failed_at:
            wait = wait_seconds(account.failures) - int((at - account.failed_at).total_seconds())
            if wait > 0:
                raise SignInDelayed(seconds=wait)
        matches = _matches(account.password_hash if account else _NOBODY, password)
        if account and matches:
            if account.failures:
                Account.objects.filter(pk=account.pk).update(failures=0, failed_at=None)
            return open_session(account.person_id, at=at)
        if account:
            Account.objects.filter(pk=account.pk).update(failures=account.failures + 1, failed_at=at)
    raise SignInRefused


def open_session(person_id: UUID, *, at: datetime, length: timedelta = SESSION_LENGTH) -> str:
    """A session for a person already identified, in their first post (none for residents)."""
    posts = posts_open_to(person_id, at=at)
    return _issue(
        person_id, posts[0].post_id if posts else None, kind="session", label="", at=at, length=length
    )


def issue_token(actor: Actor, *, label: str, at: datetime, length: timedelta) -> str:
    """An API token that works in the actor's present post. Shown once."""
    if actor.person_id is None:
        raise NotYourPost
    return _issue(actor.person_id, actor.post_id, kind="token", label=label, at=at, length=length)


def switch_post(actor: Actor, post_id: UUID, *, secret: str, at: datetime) -> Actor:
    """Work in another of one's posts from now on. Raises: NotYourPost."""
    if actor.person_id is None or post_id not in {p.post_id for p in posts_open_to(actor.person_id, at=at)}:
        raise NotYourPost
    Token.objects.filter(digest=_digest(secret)).update(post_id=post_id)
    switched = actor_of_token(secret, at=at)
    if switched is None:
        raise NotYourPost
    return switched


def sign_out(secret: str, *, at: datetime) -> None:
    """End the session."""
    Token.objects.filter(digest=_digest(secret), revoked_at=None).update(revoked_at=at)


def require_permission(actor: Actor, permission: Permission) -> None:
    """Raises: Forbidden."""
    require(actor, permission)


def clear_expired(*, before: datetime) -> int:
    """Forget sessions that ended before a moment. Returns how many."""
    with connection.cursor() as cursor:
        cursor.execute("delete from access_token where expires_at < %s", [before])
        return int(cursor.rowcount)


def _issue(
    person_id: UUID, post_id: UUID | None, *, kind: str, label: str, at: datetime, length: timedelta
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
    ).save(force_insert=True)
    return secret


def _digest(secret: str) -> bytes:
    return hashlib.sha256(secret.encode()).digest()


def _matches(password_hash: str, password: str) -> bool:
    try:
        return _hasher.verify(password_hash, password)
    except (VerifyMismatchError, InvalidHashError):
        return False
