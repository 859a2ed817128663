"""One's own account: signing in and out, the present post, tokens, the password. All of it is recorded."""

from datetime import datetime, timedelta
from uuid import UUID

from jingwei.foundation.access import queries as people
from jingwei.foundation.access import services as access
from jingwei.foundation.access.contracts import Actor, Permission, system_actor
from jingwei.foundation.administration.contracts import IssuedToken
from jingwei.foundation.scoping import eyes
from jingwei.foundation.work import work

JANITOR = system_actor("会话清理")
KEPT_AFTER_END = timedelta(days=30)
"""Ended sessions are kept for a month, so that their owner can still see them in an inquiry."""


def sign_out(actor: Actor, *, secret: str, at: datetime) -> None:
    """End the present session."""
    with work(actor, Permission.USE_ACCOUNT) as job:
        access.sign_out(secret, at=at)
        job.record_own(f"access.token:{actor.token_id}", act="sign_out")


def switch_post(actor: Actor, post_id: UUID, *, secret: str, at: datetime) -> Actor:
    """Work in another of one's posts from now on. Raises: NotYourPost; PasswordMustChange; SessionNeeded."""
    with work(actor, Permission.USE_ACCOUNT) as job:
        access.require_session(actor)
        switched = access.switch_post(actor, post_id, secret=secret, at=at)
        job.record_own(
            f"access.token:{actor.token_id}",
            act="switch_post",
            to_post=post_id,
            acting_for=switched.acting_for_id,
        )
    return switched


def issue_token(actor: Actor, *, label: str, days: int, at: datetime) -> IssuedToken:
    """An API token that works in the present post. Raises: SessionNeeded."""
    with work(actor, Permission.USE_ACCOUNT) as job:
        access.require_session(actor)
        secret = access.issue_token(actor, label=label, at=at, length=timedelta(days=days))
        token_id = people.token_id_of(secret)
        assert token_id is not None
        job.record_own(f"access.token:{token_id}", act="issue", label=label, days=days, post=actor.post_id)
    return IssuedToken(token_id, secret)


def revoke_token(actor: Actor, token_id: UUID, *, at: datetime) -> None:
    """End one of one's own sessions or tokens. Raises: NotFound; SessionNeeded."""
    with work(actor, Permission.USE_ACCOUNT) as job:
        access.require_session(actor)
        label = access.revoke_token(actor, token_id, at=at)
        job.record_own(f"access.token:{token_id}", act="revoke", label=label)


def change_password(actor: Actor, present: str, new: str, *, at: datetime) -> None:
    """Set a new password; every other session and token of the person ends.

    Two transactions: a wrong present password must count although the change is refused.
    Raises: WrongPassword; WeakPassword; SignInDelayed; SessionNeeded.
    """
    if not actor.is_program:
        access.knock_inside(actor.person_id, at=at)
    with eyes(actor):
        access.require_session(actor)
        is_own = access.is_own_password(actor, present)
    if not is_own:
        with work(actor, Permission.USE_ACCOUNT) as job:
            job.record_own(
                f"access.person:{actor.person_id}", act="change_password", refused="wrong_password"
            )
        access.refuse_password()
    access.forgive_inside(actor.person_id)
    with work(actor, Permission.USE_ACCOUNT) as job:
        access.change_password(actor, present, new, at=at)
        job.record_own(f"access.person:{actor.person_id}", act="change_password")


def forget_ended_sessions(*, at: datetime) -> int:
    """Delete sessions and tokens that ended a month ago. Returns how many."""
    with eyes(JANITOR):
        access.forget_places(at=at)
        return access.clear_expired(before=at - KEPT_AFTER_END)
