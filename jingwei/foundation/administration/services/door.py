"""The front door: user name, password and, where there is one, a second factor. Every answer of it is recorded."""

from datetime import datetime, timedelta
from uuid import UUID

from jingwei.foundation.access import queries as people
from jingwei.foundation.access import services as access
from jingwei.foundation.access.contracts import (
    NO_VISITOR,
    Identified,
    Permission,
    Strength,
    Visitor,
    system_actor,
)
from jingwei.foundation.administration.contracts import SignedIn
from jingwei.foundation.notices.contracts import Words
from jingwei.foundation.notices.services.inbox import notify_person
from jingwei.foundation.scoping import eyes
from jingwei.foundation.work import work
from jingwei.kernel.errors import DomainError, SignInNeeded

NOBODY = UUID(int=0)
FRONT_DOOR = system_actor("登录入口")
NOTED_AGAIN_AFTER = timedelta(minutes=5)
"""A flood of refusals is recorded once in a while: it must not fill the record."""
TOLD_AGAIN_AFTER = timedelta(days=1)


def sign_in(
    username: str,
    password: str,
    *,
    at: datetime,
    code: str = "",
    visitor: Visitor = NO_VISITOR,
    replaces: str = "",
) -> SignedIn:
    """Open a session and record it; a refusal is recorded too, under the front door's name.

    ``code`` is of the authenticator app, or a recovery code. The session is a new one in any case; the one whose secret
    the browser brought along (``replaces``) ends. Who comes with a one-time password gets a short session without a
    post, to set a password of their own.
    Raises: SignInRefused (the same for an unknown name and a wrong password); SignInDelayed; PasswordExpired;
    SecondFactorNeeded; SecondFactorRefused.
    """
    try:
        secret, by = _open(username, password, code, visitor, at)
    except access.SignInDelayed as refusal:
        if access.is_first_lately("noted", f"{username}\n{visitor.address}", every=NOTED_AGAIN_AFTER, at=at):
            _record_refusal(username, refusal, at)
        raise
    except access.SecondFactorNeeded:
        raise  # one of two steps, no failure
    except DomainError as refusal:
        _record_refusal(username, refusal, at)
        raise
    with eyes(FRONT_DOOR):
        if replaces:
            access.sign_out(replaces, at=at)
        access.remember_place(username, visitor, at=at)
    actor = people.actor_of_token(secret, at=at)
    if actor is None:
        raise SignInNeeded
    with work(actor, Permission.USE_ACCOUNT) as job:
        must_change = people.must_change_password(actor.person_id)
        job.record_own(
            f"access.token:{actor.token_id}", act="sign_in", one_time_password=must_change, second_factor=by
        )
    length = access.FIRST_SESSION_LENGTH if must_change else access.SESSION_LENGTH
    device = "" if must_change else access.remember_device(username, visitor, at=at)
    return SignedIn(secret, actor, must_change, int(length.total_seconds()), device)


def _open(username: str, password: str, code: str, visitor: Visitor, at: datetime) -> tuple[str, str]:
    """The secret of a new session, and by which second factor it was opened."""
    with eyes(FRONT_DOOR):
        known = access.known_as(username, visitor, at=at)
    knocked = access.knock(username, password, visitor, known=known, at=at)
    found = access.identify(username, password)
    if found is None:
        raise access.SignInRefused
    if found.password_expires_at is not None:
        with eyes(FRONT_DOOR):
            secret = access.open_first_session(found, at=at, visitor=visitor)
            access.welcome(found.account_id, at=at)
        access.forgive(knocked, at=at)
        return secret, ""
    access.forgive(knocked, at=at)
    by = _second_factor(found, code, knocked, at)
    with eyes(FRONT_DOOR):
        access.welcome(found.account_id, at=at)
        strength = Strength.TWO_FACTORS if by else Strength.ONE_FACTOR
        return access.open_session(found.person_id, at=at, visitor=visitor, strength=strength), by


def _second_factor(found: Identified, code: str, knocked: access.Knocked, at: datetime) -> str:
    """By what the second factor was proved; empty where none is asked for.

    Raises: SecondFactorNeeded; SecondFactorRefused; SignInDelayed.
    """
    with eyes(FRONT_DOOR):
        if not people.has_second_factor(found.person_id):
            return ""
    if not code.strip():
        raise access.SecondFactorNeeded
    access.knock_with_code(found.person_id, knocked, at=at)
    with eyes(FRONT_DOOR):
        by = access.take_code(found.person_id, code, at=at)
    if by is None:
        if not knocked.is_known:
            _warn(found.person_id, at)
        raise access.SecondFactorRefused
    access.forgive_code(found.person_id, knocked)
    if by == "recovery":
        tell_of_recovery_code(found.person_id, at=at)
    return by


def tell_of_recovery_code(person_id: UUID, *, at: datetime) -> None:
    """A recovery code was used: its owner should know, and how many are left."""
    with work(FRONT_DOOR, Permission.SEND_NOTICES) as job:
        left = people.second_factor_of(person_id).recovery_codes_left
        words = Words(
            title_zh=f"用掉了一个恢复码，还剩{left}个",
            title_en=f"A recovery code was used; {left} are left",
            body_zh="不是您本人操作的，请立即修改密码，并在“登录安全”中退出其他设备。",
            body_en="If this was not you, change your password at once and sign out everywhere under “Sign-in security”.",
        )
        target = f"access.person:{person_id}"
        notify_person(FRONT_DOOR, person_id, kind="access.security", words=words, target=target, at=at)
        job.record_own(target, act="use_recovery_code", left=left)


def _warn(person_id: UUID, at: datetime) -> None:
    """Somebody knows the password but has no code: once a day the owner is told."""
    if not access.is_first_lately("warned", str(person_id), every=TOLD_AGAIN_AFTER, at=at):
        return
    words = Words(
        title_zh="有人用您的密码登录，但没有通过两步验证",
        title_en="Somebody used your password, but not your second factor",
        body_zh="不是您本人输错了验证码，就说明密码已经泄露：请尽快修改密码。",
        body_en="Unless it was you who mistyped the code, your password is known to somebody: change it soon.",
    )
    with work(FRONT_DOOR, Permission.SEND_NOTICES) as job:
        target = f"access.person:{person_id}"
        notify_person(FRONT_DOOR, person_id, kind="access.security", words=words, target=target, at=at)
        job.record_own(target, act="warn_of_password")


def _record_refusal(username: str, refusal: DomainError, at: datetime) -> None:
    """Without the name that was tried: people type passwords into the wrong box. The same is read about nobody."""
    with work(FRONT_DOOR, Permission.USE_ACCOUNT) as job:
        known = people.account_named(username)
        posts = people.posts_open_to(known[1] if known else NOBODY, at=at)
        job.record_in_area(
            f"access.account:{known[0]}" if known else "access.account:unknown",
            posts[0].area_code if posts else "",
            act="sign_in",
            refused=refusal.code,
        )
