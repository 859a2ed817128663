"""Linking a container's identity to an account, and letting go of it."""

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from jingwei.foundation.access.contracts import Actor, Container
from jingwei.foundation.access.models import Account, ContainerLink, ProviderLink
from jingwei.foundation.access.rules.refusals import ContainerTaken
from jingwei.kernel.clock import local
from jingwei.kernel.errors import NotFound
from jingwei.kernel.ids import uuid7


def link_container(
    person_id: UUID, container: Container, *, subject_index: bytes, subject_sealed: bytes, at: datetime
) -> UUID:
    """Let a container's identity open a person's account; another one of the same container gives way to it.

    Linking the same again keeps the link. Raises: ContainerTaken when it opens somebody else's.
    """
    mine = ContainerLink.objects.filter(person_id=person_id, container=container)
    if (same := mine.filter(subject_index=subject_index).first()) is not None:
        return same.id
    mine.delete()
    link = ContainerLink(
        id=uuid7(),
        container=container,
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


def unlink_container(actor: Actor, link_id: UUID) -> Container:
    """Forget one of one's own links for good. Raises: NotFound."""
    link = _own(actor, link_id)
    container = Container(link.container)
    link.delete()
    return container


def set_push(actor: Actor, link_id: UUID, *, wants_push: bool) -> Container:
    """Whether notices also go to this container. Raises: NotFound."""
    link = _own(actor, link_id)
    link.wants_push = wants_push
    link.save(update_fields=["wants_push"])
    return Container(link.container)


def note_container_used(link_id: UUID, person_id: UUID, *, at: datetime) -> None:
    """The day somebody last came this way (with the system's eyes)."""
    today = local(at).date()
    ContainerLink.objects.filter(pk=link_id).exclude(last_used_on=today).update(last_used_on=today)
    Account.objects.filter(person_id=person_id).exclude(last_active_on=today).update(last_active_on=today)


def forget_containers(person_id: UUID) -> int:
    """No container and no provider opens this person's account any more (with the system's eyes). Returns how many did."""
    vouched = int(ProviderLink.objects.filter(person_id=person_id).delete()[0])
    return vouched + int(ContainerLink.objects.filter(person_id=person_id).delete()[0])


def _own(actor: Actor, link_id: UUID) -> ContainerLink:
    found = ContainerLink.objects.select_for_update().filter(pk=link_id, person_id=actor.person_id).first()
    if found is None:
        raise NotFound
    return found
