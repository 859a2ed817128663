"""One's own second factor and sessions, and an administrator's help where a telephone was lost. All of it is recorded."""

from datetime import datetime
from uuid import UUID

from jingwei.foundation.access import queries as people
from jingwei.foundation.access import services as access
from jingwei.foundation.access.contracts import Actor, Permission, ProofWay, Strength, system_actor
from jingwei.foundation.administration.contracts import BegunFactor, Security
from jingwei.foundation.administration.rules.factors import app_address, picture_of
from jingwei.foundation.administration.services.door import tell_of_recovery_code
from jingwei.foundation.administration.services.staff import area_kept
from jingwei.foundation.notices.contracts import Words
from jingwei.foundation.notices.services.inbox import notify_person
from jingwei.foundation.scoping import eyes
from jingwei.foundation.work import work
from jingwei.kernel.errors import SignInNeeded

LOCKSMITH = system_actor("两步验证")


def security_of(actor: Actor) -> Security:
    """One's second factor, how one proves again who one is, and whether one's post asks for more."""
    held_back = actor.session is not None and actor.session.is_held_back
    return Security(
        username=people.username_of(actor.person_id),
        factor=people.second_factor_of(actor.person_id),
        proof_way=people.proof_way_of(actor.person_id),
        proved_at=actor.session.proved_at if actor.session else None,
        is_held_back=held_back,
    )


def prove_again(actor: Actor, *, password: str, code: str, at: datetime) -> None:
    """Prove in a running session who one is: by code where there is a second factor, else by password.

    Guesses are counted as at the front door. Raises: ProofRefused; SignInDelayed; SessionNeeded.
    """
    person_id = _own_session(actor)
    access.knock_inside(person_id, at=at)
    with work(actor, Permission.USE_ACCOUNT) as job:
        way = people.proof_way_of(person_id)
        strength, by = Strength.ONE_FACTOR, way.value
        if way is ProofWay.CODE:
            by = access.take_code(person_id, code, at=at) or ""
            strength, is_right = Strength.TWO_FACTORS, bool(by)
        else:
            is_right = way is ProofWay.PASSWORD and access.is_own_password(actor, password)
        if is_right:
            access.prove_session(actor, strength, at=at)
        job.record_own(
            f"access.token:{actor.token_id}",
            act="prove",
            **({"by": by} if is_right else {"refused": way.value}),
        )
    if not is_right:
        raise access.ProofRefused
    access.forgive_inside(person_id)
    if by == "recovery":
        tell_of_recovery_code(person_id, at=at)


def begin_factor(actor: Actor, *, at: datetime) -> BegunFactor:
    """A new secret for one's authenticator app, as text and as a picture to scan. Raises: SessionNeeded."""
    with work(actor, Permission.USE_ACCOUNT) as job:
        person_id = _own_session(actor)
        secret = access.begin_factor(person_id, at=at)
        job.record_own(f"access.person:{person_id}", act="begin_second_factor")
        name = people.username_of(person_id) or actor.name
    address = app_address(secret, name)
    return BegunFactor(secret, address, picture_of(address))


def confirm_factor(actor: Actor, code: str, *, at: datetime) -> list[str]:
    """The app's first code: from now on one is asked for. Returns the recovery codes, shown once.

    Raises: NoSecondFactor; SecondFactorRefused; SignInDelayed; SessionNeeded.
    """
    person_id = _own_session(actor)
    access.knock_inside(person_id, at=at)
    with work(actor, Permission.USE_ACCOUNT) as job:
        codes = access.confirm_factor(person_id, code, at=at)
        access.prove_session(actor, Strength.TWO_FACTORS, at=at)
        job.record_own(f"access.person:{person_id}", act="confirm_second_factor")
    access.forgive_inside(person_id)
    _tell(
        person_id,
        ("两步验证已开启", "A second factor is asked for from now on"),
        (
            "以后登录还要输入验证器应用上的数字。不是您本人操作的，请立即联系管理员。",
            "Signing in asks for your app's code as well. If this was not you, tell your administrator at once.",
        ),
        at,
    )
    return codes


def renew_recovery_codes(actor: Actor, *, at: datetime) -> list[str]:
    """Ten new recovery codes, shown once; the old ones end. Raises: NoSecondFactor; SessionNeeded."""
    with work(actor, Permission.USE_ACCOUNT) as job:
        person_id = _own_session(actor)
        codes = access.renew_recovery_codes(person_id, at=at)
        job.record_own(f"access.person:{person_id}", act="renew_recovery_codes")
    return codes


def remove_factor(actor: Actor, *, at: datetime) -> None:
    """No code is asked for any more. A post that needs one waits until there is a new one. Raises: NoSecondFactor."""
    with work(actor, Permission.USE_ACCOUNT) as job:
        person_id = _own_session(actor)
        access.remove_factor(person_id)
        job.record_own(f"access.person:{person_id}", act="remove_second_factor")
    _tell_of_removal(person_id, at)


def take_factor_off(actor: Actor, person_id: UUID, *, reason: str, at: datetime) -> None:
    """Help somebody who lost telephone and recovery codes: their sessions end, and they are told who did it.

    Raises: NotFound; NotToYourself; NoSecondFactor.
    """
    with work(actor, Permission.MANAGE_POSTS) as job:
        area = area_kept(actor, person_id, at=at)
        access.require_somebody_else(actor.person_id, person_id)
        with eyes(LOCKSMITH):
            access.remove_factor(person_id)
            access.end_sessions_of(person_id, at=at)
        job.record_in_area(f"access.person:{person_id}", area, act="take_second_factor_off", reason=reason)
    _tell_of_removal(person_id, at, by=actor.name)


def end_other_sessions(actor: Actor, *, at: datetime) -> int:
    """Sign out everywhere else; no device is known any more. Returns how many sessions ended. Raises: SessionNeeded."""
    with work(actor, Permission.USE_ACCOUNT) as job:
        person_id = _own_session(actor)
        ended = access.end_other_sessions(actor, at=at)
        job.record_own(f"access.person:{person_id}", act="end_other_sessions", ended=ended)
    return ended


def _own_session(actor: Actor) -> UUID:
    if actor.is_program:
        raise access.SessionNeeded
    if actor.person_id is None:
        raise SignInNeeded
    return actor.person_id


def _tell_of_removal(person_id: UUID, at: datetime, *, by: str = "") -> None:
    who, who_en = (f"由管理员{by}", f" by {by}") if by else ("", "")
    _tell(
        person_id,
        (f"两步验证已{who}解除", f"The second factor was taken off{who_en}"),
        (
            "以后登录只要密码。不是您本人的意思，请立即修改密码并联系管理员；可以在“登录安全”中重新设置。",
            "From now on the password is enough. If you did not want this, change your password, tell your "
            "administrator, and set a second factor up again under “Sign-in security”.",
        ),
        at,
    )


def _tell(person_id: UUID, title: tuple[str, str], body: tuple[str, str], at: datetime) -> None:
    words = Words(title_zh=title[0], title_en=title[1], body_zh=body[0], body_en=body[1])
    target = f"access.person:{person_id}"
    with work(LOCKSMITH, Permission.SEND_NOTICES) as job:
        notify_person(LOCKSMITH, person_id, kind="access.security", words=words, target=target, at=at)
        job.record_own(target, act="tell_of_second_factor")
