"""Signing in where a container (WeChat, DingTalk …) knows who holds the phone, and linking that to an account."""

import base64
import json
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import BoundedSemaphore
from uuid import UUID

from django.conf import settings

from jingwei.foundation.access import queries as people
from jingwei.foundation.access import services as access
from jingwei.foundation.access.contracts import (
    NO_VISITOR,
    Actor,
    Container,
    Permission,
    Visitor,
    system_actor,
)
from jingwei.foundation.administration.contracts import (
    ContainerBridge,
    PageConfig,
    Recognised,
    SignedIn,
)
from jingwei.foundation.administration.models import Pass
from jingwei.foundation.administration.rules.containers import (
    CONTAINER_WORDS,
    MOST_AT_ONCE,
    TICKET_LENGTH,
    ContainerBusy,
    ContainerNotSetUp,
    LinkBarred,
    TicketRefused,
    page_to_sign,
    require_for_staff,
)
from jingwei.foundation.administration.rules.phones import RESIDENT_SESSION_LENGTH
from jingwei.foundation.notices.contracts import CONTAINER_SUBJECT, Words
from jingwei.foundation.notices.services.inbox import notify_person
from jingwei.foundation.privacy.services import seal_value
from jingwei.foundation.scoping import eyes
from jingwei.foundation.work import work
from jingwei.kernel.crypto import Unreadable, decrypt, encrypt
from jingwei.kernel.errors import SignInNeeded

GATE = system_actor("应用登录入口")
TICKET_FIELD = "access.container.ticket"
LENT = "administration.pass"
BUSY_SECONDS = 3
LONG_AGO = timedelta(days=1)

_bridges: dict[Container, ContainerBridge] = {}
_for_staff: set[Container] = set()
_turns = BoundedSemaphore(MOST_AT_ONCE)


def plug_bridges(bridges: Mapping[Container, ContainerBridge], *, for_staff: Collection[Container]) -> None:
    """Set the containers that are served, and those that staff may come in by. Called once, by config."""
    _bridges.clear()
    _bridges.update(bridges)
    _for_staff.clear()
    _for_staff.update(for_staff)


def containers_served() -> list[Container]:
    """The containers this installation is connected with."""
    return [one for one in Container if one in _bridges]


def page_config(container: Container, url: str, *, host: str, nonce: str, at: datetime) -> PageConfig:
    """What a page of ours tells the container's script. Raises: ContainerNotSetUp; ForeignPage; OutsideDown."""
    bridge = _bridge(container)
    page = page_to_sign(url, host=host)
    with _turn():
        return bridge.configure(page, nonce=nonce, at=at)


def sign_in_by_container(
    container: Container, code: str, *, at: datetime, visitor: Visitor = NO_VISITOR
) -> SignedIn | Recognised:
    """Open a session for whoever the container names; or prove the name, so that they can link an account.

    The container says whose telephone it is, not who holds it: what is sensitive asks for the password or a code first.
    Raises: ContainerNotSetUp; CodeRefused; NotAMember; NotForStaff; LinkBarred; OutsideDown; ContainerBusy.
    """
    bridge = _bridge(container)
    with _turn():
        subject = bridge.identify(code, at=at)
    index = seal_value(CONTAINER_SUBJECT, subject).index
    with eyes(GATE):
        found = people.person_linked(container, index)
        if found is None:
            return Recognised(_ticket(container, subject, at), int(TICKET_LENGTH.total_seconds()))
        link_id, person_id = found
        length = RESIDENT_SESSION_LENGTH
        if people.is_member_of_staff(person_id):
            require_for_staff(container, _for_staff)
            length = access.SESSION_LENGTH
        if not people.may_enter_without_password(person_id):
            raise LinkBarred
        secret = access.open_session(
            person_id, at=at, length=length, way=container.value, visitor=visitor, proved_at=at - LONG_AGO
        )
        access.note_container_used(link_id, person_id, at=at)
    actor = people.actor_of_token(secret, at=at)
    if actor is None:
        raise SignInNeeded
    with work(actor, Permission.USE_ACCOUNT) as job:
        job.record_own(f"access.token:{actor.token_id}", act="sign_in", container=container.value)
    return SignedIn(secret, actor, must_change_password=False, lasts_seconds=int(length.total_seconds()))


def link_container(actor: Actor, ticket: str, *, at: datetime) -> UUID:
    """Let the identity that a ticket proves open one's own account from now on; the person is told of it.

    Raises: SessionNeeded; TicketRefused; NotForStaff; LinkBarred; ContainerTaken.
    """
    container, subject = _read_ticket(ticket, at)
    sealed = seal_value(CONTAINER_SUBJECT, subject)
    with work(actor, Permission.USE_ACCOUNT) as job:
        person_id = _own_session(actor)
        if people.is_member_of_staff(person_id):
            require_for_staff(container, _for_staff)
        if people.must_change_password(person_id):
            raise LinkBarred
        link_id = access.link_container(
            person_id, container, subject_index=sealed.index, subject_sealed=sealed.sealed, at=at
        )
        job.record_own(f"access.containerlink:{link_id}", act="link", container=container.value)
        _tell_of_link(person_id, container, link_id, at)
    return link_id


def link_container_by_code(actor: Actor, container: Container, code: str, *, at: datetime) -> UUID:
    """The same for somebody who is signed in already and comes with a fresh code: nobody's session is changed.

    Raises: as ``sign_in_by_container`` and ``link_container``.
    """
    bridge = _bridge(container)
    with _turn():
        subject = bridge.identify(code, at=at)
    return link_container(actor, _ticket(container, subject, at), at=at)


def unlink_container(actor: Actor, link_id: UUID, *, at: datetime) -> None:
    """The container does not open one's account any more. Raises: NotFound; SessionNeeded."""
    with work(actor, Permission.USE_ACCOUNT) as job:
        _own_session(actor)
        container = access.unlink_container(actor, link_id)
        job.record_own(f"access.containerlink:{link_id}", act="unlink", container=container.value, at=at)


def set_container_push(actor: Actor, link_id: UUID, *, wants_push: bool) -> None:
    """Whether one's notices also go to this container. Raises: NotFound; SessionNeeded."""
    with work(actor, Permission.USE_ACCOUNT) as job:
        _own_session(actor)
        container = access.set_push(actor, link_id, wants_push=wants_push)
        job.record_own(
            f"access.containerlink:{link_id}", act="set_push", container=container.value, wants=wants_push
        )


@dataclass(frozen=True, slots=True)
class SharedPasses:
    """Passes in the database: containers count how often one asks for a new one, and some drop the old."""

    owner: str

    def get(self, name: str, *, at: datetime) -> str | None:
        with eyes(GATE):
            kept = Pass.objects.filter(pk=self._name(name), expires_at__gt=at).first()
        return decrypt(settings.FIELD_KEY, bytes(kept.sealed), field=LENT) if kept else None

    def put(self, name: str, value: str, *, until: datetime) -> None:
        sealed = encrypt(settings.FIELD_KEY, value, field=LENT)
        with eyes(GATE):
            Pass.objects.update_or_create(
                pk=self._name(name), defaults={"sealed": sealed, "expires_at": until}
            )

    def drop(self, name: str) -> None:
        with eyes(GATE):
            Pass.objects.filter(pk=self._name(name)).delete()

    def _name(self, name: str) -> str:
        return f"{self.owner}:{name}"


def _bridge(container: Container) -> ContainerBridge:
    bridge = _bridges.get(container)
    if bridge is None:
        raise ContainerNotSetUp
    return bridge


@contextmanager
def _turn() -> Iterator[None]:
    if not _turns.acquire(blocking=False):
        raise ContainerBusy(seconds=BUSY_SECONDS)
    try:
        yield
    finally:
        _turns.release()


def _ticket(container: Container, subject: str, at: datetime) -> str:
    plain = json.dumps([container.value, subject, (at + TICKET_LENGTH).timestamp()])
    return base64.urlsafe_b64encode(encrypt(settings.FIELD_KEY, plain, field=TICKET_FIELD)).decode()


def _read_ticket(ticket: str, at: datetime) -> tuple[Container, str]:
    try:
        sealed = base64.b64decode(ticket, altchars=b"-_", validate=True)
        container, subject, until = json.loads(decrypt(settings.FIELD_KEY, sealed, field=TICKET_FIELD))
    except (ValueError, Unreadable):
        raise TicketRefused from None
    if at.timestamp() > until:
        raise TicketRefused
    return Container(container), subject


def _own_session(actor: Actor) -> UUID:
    access.require_session(actor)
    if actor.person_id is None:
        raise SignInNeeded
    return actor.person_id


def _tell_of_link(person_id: UUID, container: Container, link_id: UUID, at: datetime) -> None:
    zh, en = CONTAINER_WORDS[container]
    words = Words(
        title_zh=f"{zh}已绑定，以后可以直接登录",
        title_en=f"Linked with {en}: it opens your account from now on",
        body_zh="不是您本人操作的，请立即在“我的”中解除绑定。",
        body_en="If this was not you, unlink it at once under “Me”.",
    )
    notify_person(
        GATE, person_id, kind="access.container", words=words, target=f"access.link:{link_id}", at=at
    )
