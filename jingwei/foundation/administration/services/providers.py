"""Single sign-on: sending a browser to a provider, believing what it brings back only if all of it holds, and linking.

A try is bound to the browser that began it by a sealed cookie, to the provider by its key, to one use by a row. The
provider's word opens the account it is linked with, or, where its user names are declared ours, the account of that
name; nobody is ever created.
"""

import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from threading import BoundedSemaphore
from uuid import UUID

from django.conf import settings

from jingwei.foundation.access import queries as people
from jingwei.foundation.access import services as access
from jingwei.foundation.access.contracts import NO_VISITOR, Actor, Permission, Visitor, system_actor
from jingwei.foundation.administration.contracts import SignedIn
from jingwei.foundation.administration.rules.containers import MOST_AT_ONCE, ContainerBusy, LinkBarred
from jingwei.foundation.administration.rules.phones import RESIDENT_SESSION_LENGTH
from jingwei.foundation.administration.rules.providers import (
    ATTEMPT_LENGTH,
    PROVIDER_SUBJECT,
    RETURN_PATH,
    AttemptFor,
    AttemptLost,
    ProviderNotForYou,
    ProviderOtherIdentity,
    ProviderUnknown,
    ProviderUnlinked,
    require_own_place,
    serves_residents,
    serves_staff,
    state_prefix,
)
from jingwei.foundation.administration.services.attempts import (
    ATTEMPT_FIELD,
    Attempt,
    opened_attempt,
    sealed_attempt,
)
from jingwei.foundation.notices.contracts import Words
from jingwei.foundation.notices.services.inbox import notify_person
from jingwei.foundation.privacy.services import seal_value
from jingwei.foundation.scoping import eyes
from jingwei.foundation.work import work
from jingwei.kernel.crypto import blind_index, decrypt, encrypt
from jingwei.kernel.errors import DomainError, SignInNeeded
from jingwei.kernel.sockets import OutsideDown
from jingwei.kernel.vouching import (
    ProviderAttempt,
    ProviderFacts,
    ProviderReturn,
    SignInProvider,
    Vouched,
)

GATE = system_actor("统一身份认证入口")
FAREWELL_FIELD = "access.provider.farewell"
BUSY_SECONDS = 3

_plugged: dict[str, tuple[ProviderFacts, SignInProvider]] = {}
_home: list[str] = [""]
_turns = BoundedSemaphore(MOST_AT_ONCE)


@dataclass(frozen=True, slots=True)
class Begun:
    """Where the browser goes, and the seal that it must bring back."""

    address: str
    seal: str = field(repr=False)
    lasts_seconds: int


def plug_providers(plugged: Iterable[tuple[ProviderFacts, SignInProvider]], *, home: str) -> None:
    """Set the providers that are served, and our own origin as they know it. Called once, by config.

    Without ``home`` (demonstrations) it is the one that the browser uses.
    """
    _plugged.clear()
    _plugged.update({facts.key: (facts, provider) for facts, provider in plugged})
    _home[0] = home


def providers_served() -> list[ProviderFacts]:
    """The providers this installation is connected with, in the operator's order."""
    return [facts for facts, _ in _plugged.values()]


def begin_sign_in(key: str, *, place: str, origin: str, is_fresh: bool, at: datetime) -> Begun:
    """Send a browser to a provider to sign in. Raises: ProviderUnknown; ForeignPlace; OutsideDown; ContainerBusy."""
    return _begin(key, AttemptFor.ENTER, None, place=place, origin=origin, is_fresh=is_fresh, at=at)


def begin_link(actor: Actor, key: str, *, place: str, origin: str, at: datetime) -> Begun:
    """Send somebody who is signed in to a provider, to link what it calls them. Raises: as above; SessionNeeded."""
    with eyes(actor):
        person_id = _own_session(actor)
        _require_served(key, is_staff=people.is_member_of_staff(person_id))
    return _begin(key, AttemptFor.LINK, person_id, place=place, origin=origin, is_fresh=False, at=at)


def sign_in_by_provider(
    key: str, given: ProviderReturn, *, state: str, seal: str, at: datetime, visitor: Visitor = NO_VISITOR
) -> tuple[SignedIn, str]:
    """Open a session for whom the provider names; and where to go on. Refusals are recorded.

    Raises: ProviderUnknown; AttemptLost; ProviderRefused; ProviderUnlinked; ProviderOtherIdentity; ProviderNotForYou;
    LinkBarred; OutsideDown; ContainerBusy.
    """
    try:
        attempt, vouched = _vouched(key, AttemptFor.ENTER, given, state=state, seal=seal, at=at)
        secret, seconds = _enter(key, vouched, visitor, at)
    except OutsideDown:
        raise
    except DomainError as refusal:
        _record_refusal(key, refusal)
        raise
    actor = people.actor_of_token(secret, at=at)
    if actor is None:
        raise SignInNeeded
    with work(actor, Permission.USE_ACCOUNT) as job:
        job.record_own(
            f"access.token:{actor.token_id}", act="sign_in", provider=key, two_factors=vouched.is_strong
        )
    return SignedIn(secret, actor, must_change_password=False, lasts_seconds=seconds), attempt.place


def link_provider(
    actor: Actor, key: str, given: ProviderReturn, *, state: str, seal: str, at: datetime
) -> str:
    """Let what the provider calls somebody open their account from now on; they are told. Returns where to go on.

    Raises: SessionNeeded; AttemptLost (also where somebody else began it); ProviderRefused; ContainerTaken; LinkBarred.
    """
    with eyes(actor):
        person_id = _own_session(actor)
    attempt, vouched = _vouched(
        key, AttemptFor.LINK, given, state=state, seal=seal, at=at, person_id=person_id
    )
    with work(actor, Permission.USE_ACCOUNT) as job:
        _require_served(key, is_staff=people.is_member_of_staff(person_id))
        if people.must_change_password(person_id):
            raise LinkBarred
        link_id = _link(person_id, key, vouched.subject, at)
        job.record_own(f"access.providerlink:{link_id}", act="link", provider=key)
        _tell_of_link(person_id, key, link_id, at)
    return attempt.place


def unlink_provider(actor: Actor, link_id: UUID) -> None:
    """The provider does not open one's account by this link any more. Raises: NotFound; SessionNeeded."""
    with work(actor, Permission.USE_ACCOUNT) as job:
        _own_session(actor)
        provider = access.unlink_provider(actor, link_id)
        job.record_own(f"access.providerlink:{link_id}", act="unlink", provider=provider)


def sign_out_everywhere(actor: Actor, *, secret: str, place: str, origin: str, at: datetime) -> str | None:
    """End the present session, and say where the browser ends the provider's, if one opened it.

    A provider that is away must not keep anybody signed in here. Raises: ForeignPlace.
    """
    return_to = f"{_home[0] or origin}{require_own_place(place)}"
    found = None
    if actor.token_id is not None:
        with eyes(GATE):
            found = people.provider_of_session(actor.token_id)
            access.forget_provider_session(actor.token_id)
    with work(actor, Permission.USE_ACCOUNT) as job:
        access.sign_out(secret, at=at)
        job.record_own(f"access.token:{actor.token_id}", act="sign_out")
    if found is None or found[0] not in _plugged:
        return None
    key, sealed = found
    farewell = decrypt(settings.FIELD_KEY, sealed, field=FAREWELL_FIELD)
    try:
        with _turn():
            return _plugged[key][1].leave(farewell, return_to=return_to, at=at)
    except DomainError:
        return None


def _begin(
    key: str,
    purpose: AttemptFor,
    person_id: UUID | None,
    *,
    place: str,
    origin: str,
    is_fresh: bool,
    at: datetime,
) -> Begun:
    _, provider = _found(key)
    require_own_place(place)
    asked = ProviderAttempt(
        state=f"{state_prefix(place, purpose)}{secrets.token_urlsafe(32)}",
        nonce=secrets.token_urlsafe(32),
        verifier=secrets.token_urlsafe(48),
        return_to=f"{_home[0] or origin}{RETURN_PATH}{key}",
        started_at=at,
        is_fresh=is_fresh,
    )
    with _turn():
        address = provider.begin(asked, at=at)
    attempt = Attempt(key, purpose, person_id, place, at + ATTEMPT_LENGTH, asked)
    return Begun(address, sealed_attempt(attempt), int(ATTEMPT_LENGTH.total_seconds()))


def _vouched(
    key: str,
    purpose: AttemptFor,
    given: ProviderReturn,
    *,
    state: str,
    seal: str,
    at: datetime,
    person_id: UUID | None = None,
) -> tuple[Attempt, Vouched]:
    """What the provider says, for a try of this very browser, the first time only, and at this provider."""
    _, provider = _found(key)
    attempt = opened_attempt(seal)
    is_ours = (
        attempt is not None
        and secrets.compare_digest(attempt.asked.state.encode(), state.encode())
        and (attempt.provider, attempt.purpose, attempt.person_id) == (key, purpose, person_id)
        and at <= attempt.until
    )
    if attempt is None or not is_ours:
        raise _lost()
    index = blind_index(settings.INDEX_KEY, state, field=ATTEMPT_FIELD)
    with eyes(GATE):
        is_first = access.use_up_state(index, until=attempt.until, at=at)
    if not is_first:
        raise _lost()
    with _turn():
        return attempt, provider.finish(attempt.asked, given, at=at)


def _enter(key: str, vouched: Vouched, visitor: Visitor, at: datetime) -> tuple[str, int]:
    """A session for the account that a provider's word opens."""
    facts, _ = _found(key)
    with eyes(GATE):
        link_id, person_id = _person_of(facts, vouched, at)
        is_staff = people.is_member_of_staff(person_id)
        _require_served(key, is_staff=is_staff)
        if not people.has_way_in(person_id):
            raise LinkBarred
        length = access.SESSION_LENGTH if is_staff else RESIDENT_SESSION_LENGTH
        secret = access.open_vouched_session(
            person_id,
            key,
            link_id=link_id,
            proved_at=vouched.proved_at,
            is_strong=vouched.is_strong,
            farewell_sealed=encrypt(settings.FIELD_KEY, vouched.farewell, field=FAREWELL_FIELD),
            at=at,
            length=length,
            visitor=visitor,
        )
    return secret, int(length.total_seconds())


def _person_of(facts: ProviderFacts, vouched: Vouched, at: datetime) -> tuple[UUID, UUID]:
    """The link and the person: by what the provider calls them, else by user name where that counts.

    The first time by user name makes the link: when the name is given to somebody else over there, they have another
    subject, and do not inherit the account.
    """
    found = people.person_vouched(facts.key, seal_value(PROVIDER_SUBJECT, vouched.subject).index)
    if found is not None:
        return found
    names = {"name": facts.name_zh, "name_en": facts.name_en}
    person_id = people.staff_named(vouched.username) if facts.is_authoritative and vouched.username else None
    if person_id is None:
        raise ProviderUnlinked(**names)
    if people.has_provider_link(person_id, facts.key):
        raise ProviderOtherIdentity(**names)
    if not people.has_way_in(person_id):
        raise LinkBarred
    link_id = _link(person_id, facts.key, vouched.subject, at)
    with work(GATE, Permission.USE_ACCOUNT) as job:
        job.record_own(
            f"access.providerlink:{link_id}", act="link", provider=facts.key, by="user_name", person=person_id
        )
    _tell_of_link(person_id, facts.key, link_id, at)
    return link_id, person_id


def _link(person_id: UUID, key: str, subject: str, at: datetime) -> UUID:
    sealed = seal_value(PROVIDER_SUBJECT, subject)
    return access.link_provider(
        person_id, key, subject_index=sealed.index, subject_sealed=sealed.sealed, at=at
    )


def _found(key: str) -> tuple[ProviderFacts, SignInProvider]:
    found = _plugged.get(key)
    if found is None:
        raise ProviderUnknown
    return found


def _require_served(key: str, *, is_staff: bool) -> None:
    facts, _ = _found(key)
    if not (serves_staff(facts.serves) if is_staff else serves_residents(facts.serves)):
        raise ProviderNotForYou(name=facts.name_zh, name_en=facts.name_en)


@contextmanager
def _turn() -> Iterator[None]:
    if not _turns.acquire(blocking=False):
        raise ContainerBusy(seconds=BUSY_SECONDS)
    try:
        yield
    finally:
        _turns.release()


def _lost() -> AttemptLost:
    return AttemptLost(minutes=int(ATTEMPT_LENGTH.total_seconds() // 60))


def _own_session(actor: Actor) -> UUID:
    access.require_session(actor)
    if actor.person_id is None:
        raise SignInNeeded
    return actor.person_id


def _record_refusal(key: str, refusal: DomainError) -> None:
    """Without what the provider called anybody; only for providers that there are: anything else is guessing."""
    if key not in _plugged:
        return
    with work(GATE, Permission.USE_ACCOUNT) as job:
        job.record_own(
            f"access.provider:{key}",
            act="sign_in",
            refused=refusal.code,
            fault=str(refusal.data.get("fault", "")),
        )


def _tell_of_link(person_id: UUID, key: str, link_id: UUID, at: datetime) -> None:
    facts, _ = _found(key)
    words = Words(
        title_zh=f"{facts.name_zh}已绑定，以后可以直接登录",
        title_en=f"Linked with {facts.name_en}: it opens your account from now on",
        body_zh="不是您本人操作的，请立即在账号设置中解除绑定，并修改密码。",
        body_en="If this was not you, unlink it at once under your account, and change your password.",
    )
    notify_person(
        GATE, person_id, kind="access.provider", words=words, target=f"access.providerlink:{link_id}", at=at
    )
