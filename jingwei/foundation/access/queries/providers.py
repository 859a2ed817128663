"""Whose account a sign-in provider opens, and by which one a session came."""

from uuid import UUID

from jingwei.foundation.access.contracts import ProviderLinkBrief
from jingwei.foundation.access.models import Account, Person, ProviderLink, ProviderSession


def person_vouched(provider: str, subject_index: bytes) -> tuple[UUID, UUID] | None:
    """The ids of a link and of the person whose account it opens (with the system's eyes)."""
    found = ProviderLink.objects.filter(provider=provider, subject_index=subject_index)
    return found.values_list("id", "person_id").first()


def has_provider_link(person_id: UUID, provider: str) -> bool:
    """Whether a person is linked with this provider, whatever it calls them (own eyes, or the system's)."""
    return ProviderLink.objects.filter(person_id=person_id, provider=provider).exists()


def staff_named(username: str) -> UUID | None:
    """The member of staff with exactly this user name and an open account (with the system's eyes)."""
    found = Account.objects.filter(username=username, is_active=True, person__is_staff=True)
    return found.values_list("person_id", flat=True).first()


def has_way_in(person_id: UUID) -> bool:
    """Whether nothing bars a person from coming in without the password here (with the system's eyes).

    A member of staff needs an open account with a password of their own: leavers and those who wait for their first
    password have none. A resident has no account.
    """
    person = Person.objects.filter(pk=person_id).values_list("is_staff", flat=True).first()
    accounts = list(
        Account.objects.filter(person_id=person_id).values_list("is_active", "password_expires_at")
    )
    if person is None or (person and not accounts):
        return False
    return all(is_active and expires_at is None for is_active, expires_at in accounts)


def provider_links_of(person_id: UUID) -> list[ProviderLinkBrief]:
    """A person's own links with providers, latest first."""
    rows = ProviderLink.objects.filter(person_id=person_id).order_by("-linked_at", "-id")
    return [ProviderLinkBrief(row.id, row.provider, row.linked_at, row.last_used_on) for row in rows]


def provider_of_session(token_id: UUID) -> tuple[str, bytes] | None:
    """The provider by which a session was opened and its sealed farewell (with the system's eyes)."""
    found = ProviderSession.objects.filter(token_id=token_id).values_list("provider", "farewell_sealed")
    row = found.first()
    return (row[0], bytes(row[1])) if row else None
