"""Sign-in providers: linking what they call somebody, and opening sessions on their word."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction

from jingwei.foundation.access.contracts import NO_VISITOR, Actor, Strength, Visitor
from jingwei.foundation.access.models import Account, ProviderLink, ProviderSession, ProviderState
from jingwei.foundation.access.queries import has_second_factor, token_id_of
from jingwei.foundation.access.rules.refusals import ContainerTaken
from jingwei.foundation.access.services.sessions import open_session
from jingwei.kernel.clock import local
from jingwei.kernel.errors import NotFound, SignInNeeded
from jingwei.kernel.ids import uuid7

LONG_AGO = timedelta(days=1)


def link_provider(
    person_id: UUID, provider: str, *, subject_index: bytes, subject_sealed: bytes, at: datetime
) -> UUID:
    """Let what a provider calls somebody open a person's account; an earlier one of the same provider gives way to it.

    Linking the same again keeps the link. Raises: ContainerTaken when it opens somebody else's.
    """
    mine = ProviderLink.objects.filter(person_id=person_id, provider=provider)
    if (same := mine.filter(subject_index=subject_index).first()) is not None:
        return same.id
    mine.delete()
    link = ProviderLink(
        id=uuid7(),
        provider=provider,
        subject_index=subject_index,
        subject_sealed=subject_sealed,
        person_id=person_id,
        linked_at=at,
    )
    try:
        with transaction.atomic():
            link.save(force_insert=True)
    except IntegrityError:
        raise ContainerTaken from None
    return link.id


def unlink_provider(actor: Actor, link_id: UUID) -> str:
    """Forget one of one's own links for good; returns the provider. Raises: NotFound."""
    link = ProviderLink.objects.select_for_update().filter(pk=link_id, person_id=actor.person_id).first()
    if link is None:
        raise NotFound
    provider = link.provider
    link.delete()
    return provider


def open_vouched_session(
    person_id: UUID,
    provider: str,
    *,
    link_id: UUID,
    proved_at: datetime | None,
    is_strong: bool,
    farewell_sealed: bytes,
    at: datetime,
    length: timedelta,
    visitor: Visitor = NO_VISITOR,
) -> str:
    """A session on a provider's word, with the system's eyes. Returns its secret.

    Where the provider does not say when somebody proved who they are, it may have known them since the morning; and
    where they have a second factor here that it does not make up for, its word is half a proof. What is sensitive then
    asks for a fresh one first.
    """
    is_enough = is_strong or not has_second_factor(person_id)
    secret = open_session(
        person_id,
        at=at,
        length=length,
        way=provider,
        strength=Strength.TWO_FACTORS if is_strong else Strength.ONE_FACTOR,
        visitor=visitor,
        proved_at=min(at, proved_at) if proved_at and is_enough else at - LONG_AGO,
    )
    token_id = token_id_of(secret)
    if token_id is None:
        raise SignInNeeded
    ProviderSession(token_id=token_id, provider=provider, farewell_sealed=farewell_sealed).save(
        force_insert=True
    )
    today = local(at).date()
    ProviderLink.objects.filter(pk=link_id).exclude(last_used_on=today).update(last_used_on=today)
    Account.objects.filter(person_id=person_id).exclude(last_active_on=today).update(last_active_on=today)
    return secret


def use_up_state(state_index: bytes, *, until: datetime, at: datetime) -> bool:
    """Whether a try comes to its end for the first time (with the system's eyes). Those too old are forgotten."""
    ProviderState.objects.filter(expires_at__lt=at).delete()
    try:
        with transaction.atomic():
            ProviderState(state_index=state_index, expires_at=until).save(force_insert=True)
    except IntegrityError:
        return False
    return True


def forget_provider_session(token_id: UUID) -> None:
    """What a provider gave for the farewell is not kept beyond it (with the system's eyes)."""
    ProviderSession.objects.filter(token_id=token_id).delete()
