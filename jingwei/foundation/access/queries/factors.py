"""How somebody can prove who they are (with their own eyes or the system's)."""

from uuid import UUID

from jingwei.foundation.access.contracts import ProofWay, SecondFactorFacts
from jingwei.foundation.access.models import Account, RecoveryCode, SecondFactor

NO_FACTOR = SecondFactorFacts(None, None, 0)


def has_second_factor(person_id: UUID | None) -> bool:
    """Whether a code is asked for beside the password."""
    return SecondFactor.objects.filter(person_id=person_id, confirmed_at__isnull=False).exists()


def people_with_second_factor(person_ids: list[UUID]) -> set[UUID]:
    """Those of these people of whom a code is asked (with the system's eyes)."""
    rows = SecondFactor.objects.filter(person_id__in=person_ids, confirmed_at__isnull=False)
    return set(rows.values_list("person_id", flat=True))


def second_factor_of(person_id: UUID | None) -> SecondFactorFacts:
    """Since when, last used on which day, and how many recovery codes are left."""
    found = SecondFactor.objects.filter(person_id=person_id, confirmed_at__isnull=False).first()
    if found is None:
        return NO_FACTOR
    left = RecoveryCode.objects.filter(person_id=person_id, used_at=None).count()
    return SecondFactorFacts(found.confirmed_at, found.last_used_on, left)


def username_of(person_id: UUID | None) -> str:
    """The user name of a person's account; empty for who has none."""
    return Account.objects.filter(person_id=person_id).values_list("username", flat=True).first() or ""


def proof_way_of(person_id: UUID | None) -> ProofWay:
    """How a person proves again who they are: by code where there is a second factor, else by password if they have one."""
    if has_second_factor(person_id):
        return ProofWay.CODE
    own = Account.objects.filter(person_id=person_id, is_active=True, password_expires_at=None)
    return ProofWay.PASSWORD if own.exists() else ProofWay.SIGN_IN
