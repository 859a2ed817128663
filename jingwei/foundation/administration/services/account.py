"""One's own account: signing in and out, the present post, tokens, the password. All of it is recorded."""

from datetime import datetime, timedelta
from uuid import UUID

from jingwei.foundation.access import queries as people
from jingwei.foundation.access import services as access
from jingwei.foundation.access.contracts import Actor, Permission, system_actor
from jingwei.foundation.administration.contracts import IssuedToken, SignedIn
from jingwei.foundation.scoping import eyes
from jingwei.foundation.work import work
from jingwei.kernel.errors import DomainError, SignInNeeded

FRONT_DOOR = system_actor("登录入口")
JANITOR = system_actor("会话清理")
KEPT_AFTER_END = timedelta(days=30)
"""Ended sessions are kept for a month, so that their owner can still see them in an inquiry."""


def sign_in(username: str, password: str, *, at: datetime) -> SignedIn:
    """Open a session and record it; a refusal is recorded too, under the front door's name.

    Raises: SignInRefused; SignInDelayed; PasswordExpired.
    """
    try:
        secret = access.sign_in(username, password, at=at)
    except DomainError as refusal:
        _record_refusal(username, refusal, at)
        raise
    actor = people.actor_of_token(secret, at=at)
    if actor is None:
        raise SignInNeeded
    with work(actor, Permission.USE_ACCOUNT) as job:
        must_change = people.must_change_password(actor.person_id)
        job.record_own(f"access.token:{actor.token_id}", act="sign_in", one_time_password=must_change)
    length = access.FIRST_SESSION_LENGTH if must_change else access.SESSION_LENGTH
    return SignedIn(secret, actor, must_change, int(length.total_seconds()))


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
    with eyes(actor):
        access.require_session(actor)
        is_own = access.is_own_password(actor, present, at=at)
    if not is_own:
        with work(actor, Permission.USE_ACCOUNT) as job:
            job.record_own(
                f"access.person:{actor.person_id}", act="change_password", refused="wrong_password"
            )
        access.refuse_password()
    with work(actor, Permission.USE_ACCOUNT) as job:
        access.change_password(actor, present, new, at=at)
        job.record_own(f"access.person:{actor.person_id}", act="change_password")


def forget_ended_sessions(*, at: datetime) -> int:
    """Delete sessions and tokens that ended a month ago. Returns how many."""
    with eyes(JANITOR):
        access.forget_strangers(before=at - timedelta(days=1))
        return access.clear_expired(before=at - KEPT_AFTER_END)


def _record_refusal(username: str, refusal: DomainError, at: datetime) -> None:
    """Without the name that was tried: people type passwords into the wrong box."""
    with work(FRONT_DOOR, Permission.USE_ACCOUNT) as job:
        known = people.account_named(username)
        posts = people.posts_open_to(known[1], at=at) if known else []
        job.record_in_area(
            f"access.account:{known[0]}" if known else "access.account:unknown",
            posts[0].area_code if posts else "",
            act="sign_in",
            refused=refusal.code,
        )
